/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A moment as of which to answer. */
export type AsOf = {
  /** This database's time: what it knew then. */
  knownAt?: string | null | undefined;
  /** The world's time, a date in any precision: what held then. */
  validAt?: string | null | undefined;
};

/** How a quote carries its claim. */
export type Basis =
  /** The curator reads it from the quote. */
  | 'INFERRED'
  /** The quote says it. */
  | 'STATED';

/** How an amount is meant. */
export type Bound =
  /** About this amount. */
  | 'ABOUT'
  /** This amount or more. */
  | 'AT_LEAST'
  /** This amount or less. */
  | 'AT_MOST'
  /** This amount. */
  | 'EXACT';

/** What was done. */
export type ChangeAction =
  /** A claim was recorded. */
  | 'ASSERTED'
  /** A claim was given further citations. */
  | 'CITED'
  /** An entity or a source was recorded. */
  | 'CREATED'
  /** Two entities were found not to be the same. */
  | 'KEPT_APART'
  /** Two entities were found to be one. */
  | 'MERGED'
  /** A source that was restricted was opened. */
  | 'OPENED'
  /** A quote that a claim rests on no longer stands in its source's text. */
  | 'QUOTE_CHANGED'
  /** A claim's rank was changed. */
  | 'RANKED'
  /** A source's text was stored anew, since it had changed. */
  | 'REFETCHED'
  /** A claim that was withdrawn or superseded counts again. */
  | 'RESTORED'
  /** A source was restricted to curators. */
  | 'RESTRICTED'
  /** A claim was withdrawn. */
  | 'RETRACTED'
  /** Another claim took the claim's place. */
  | 'SUPERSEDED'
  /** A merge was undone. */
  | 'UNMERGED'
  /** An entity's names or description were changed. */
  | 'UPDATED';

/** Why claims cannot all hold. */
export type ConflictKind =
  /** Sources that are derived from one another in a circle, so that nobody can say which came first. */
  | 'CYCLIC_DERIVATION'
  /** A weekday that the date does not have. */
  | 'DATES'
  /** Several values where the predicate holds one at a time. */
  | 'EXCLUSIVE'
  /** Amounts of one thing that have no value in common. */
  | 'VALUE';

/** How sure a statement is meant to be. */
export type Modality =
  /** It is so: “has 29,000”. */
  | 'ACTUAL'
  /** It is reckoned to be so: “analysts put it at”. */
  | 'ESTIMATED'
  /** It is held to be so: “the most powerful”. */
  | 'OPINION'
  /** It is to be so: “will have 50,000”. */
  | 'PLANNED';

/** A curator's ordering of claims about one thing. */
export type Rank =
  /** Known to be wrong or outdated; kept, and hidden unless asked for. */
  | 'DEPRECATED'
  /** As recorded. */
  | 'NORMAL'
  /** The one to show first. */
  | 'PREFERRED';

/** Where the searched words were found. */
export type SearchMatch =
  /** In an alias. */
  | 'ALIAS'
  /** In a name. */
  | 'NAME'
  /** In a quote. */
  | 'QUOTE';

/** A sort of source. */
export type SourceType =
  /** Analysis. */
  | 'ANALYSIS'
  /** Announcement. */
  | 'ANNOUNCEMENT'
  /** Article. */
  | 'ARTICLE'
  /** Book. */
  | 'BOOK'
  /** Dataset. */
  | 'DATASET'
  /** Filing. */
  | 'FILING'
  /** News report. */
  | 'NEWS_REPORT'
  /** Paper. */
  | 'PAPER'
  /** Post. */
  | 'POST'
  /** Press release. */
  | 'PRESS_RELEASE'
  /** Record of a dataset. */
  | 'RECORD'
  /** Report. */
  | 'REPORT'
  /** Statement. */
  | 'STATEMENT'
  /** Website. */
  | 'WEBSITE';

/** Where a claim is in its life here. Nothing is ever deleted. */
export type Status =
  /** It stands. */
  | 'ACTIVE'
  /** It was withdrawn, with a reason. */
  | 'RETRACTED'
  /** Another claim took its place. */
  | 'SUPERSEDED';

/** Whether a quote stands in its source's stored text. */
export type Verification =
  /** The stored text no longer has it there. */
  | 'CHANGED'
  /** No text of the source is stored, so it cannot be looked up here. */
  | 'NO_TEXT'
  /** It stands at `start` to `end` of the stored text. */
  | 'VERIFIED';

export type ClaimPageQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type ClaimPageQuery = { claim: { text: string | null, date: string | null, assertedAt: string | null, recordedAt: string, recordedBy: string, retractedAt: string | null, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    , object:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
     | null, quantity: { amount: number, unit: string, bound: Bound } | null, attributedTo: Array<
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, citations: Array<{ id: string, quote: string, language: string | null, prefix: string | null, suffix: string | null, start: number | null, end: number | null, textHash: string | null, basis: Basis, verification: Verification, translation: { language: string, text: string } | null, context: { before: string, quote: string, after: string } | null, source: { __typename: 'Source', sourceType: SourceType, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, authors: Array<
          | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        >, publisher:
          | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
         | null, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> } }>, origins: Array<{ __typename: 'Source', sourceType: SourceType, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, authors: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, names: Array<{ language: string, text: string }> }>, conflicts: Array<{ kind: ConflictKind, explanation: string, conflict: { id: string }, claim: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } } }>, supersedes: Array<{ id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } }>, supersededBy: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } } | null, history: Array<{ at: string, action: ChangeAction, by: string, reason: string | null }>, support: { citations: number, sources: number, origins: number } } | null };

export type SuggestQueryVariables = Exact<{
  text: string;
  kinds?: Array<string> | string | null | undefined;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type SuggestQuery = { search: { edges: Array<{ match: SearchMatch, snippet: string, node:
        | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { id: string }
        | { statement: string, id: string }
        | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { id: string }
        | { id: string }
        | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       }> } | null };

type EntityMention_AiModel_Fragment = { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Chip_Fragment = { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Cluster_Fragment = { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Company_Fragment = { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Facility_Fragment = { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_FundingRound_Fragment = { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Group_Fragment = { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_NewsOutlet_Fragment = { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Person_Fragment = { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Place_Fragment = { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Platform_Fragment = { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Software_Fragment = { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Source_Fragment = { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

export type EntityMentionFragment =
  | EntityMention_AiModel_Fragment
  | EntityMention_Chip_Fragment
  | EntityMention_Cluster_Fragment
  | EntityMention_Company_Fragment
  | EntityMention_Facility_Fragment
  | EntityMention_FundingRound_Fragment
  | EntityMention_Group_Fragment
  | EntityMention_NewsOutlet_Fragment
  | EntityMention_Person_Fragment
  | EntityMention_Place_Fragment
  | EntityMention_Platform_Fragment
  | EntityMention_Software_Fragment
  | EntityMention_Source_Fragment
;

export type ClaimLineFragment = { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } };

export type SourceLineFragment = { __typename: 'Source', sourceType: SourceType, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ClaimLineFragmentDoc = new TypedDocumentString(`
    fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
    `, {"fragmentName":"ClaimLine"}) as unknown as TypedDocumentString<ClaimLineFragment, unknown>;
export const EntityMentionFragmentDoc = new TypedDocumentString(`
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
    `, {"fragmentName":"EntityMention"}) as unknown as TypedDocumentString<EntityMentionFragment, unknown>;
export const SourceLineFragmentDoc = new TypedDocumentString(`
    fragment SourceLine on Source {
  ...EntityMention
  sourceType
  url
  publishedAt
  language
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`, {"fragmentName":"SourceLine"}) as unknown as TypedDocumentString<SourceLineFragment, unknown>;
export const ClaimPageDocument = new TypedDocumentString(`
    query ClaimPage($id: ID!, $lang: String, $asOf: AsOf) {
  claim(id: $id, asOf: $asOf) {
    ...ClaimLine
    subject {
      ...EntityMention
    }
    object {
      ...EntityMention
    }
    quantity {
      amount
      unit
      bound
    }
    text(lang: $lang)
    date
    attributedTo {
      ...EntityMention
    }
    assertedAt
    citations {
      id
      quote
      language
      prefix
      suffix
      start
      end
      textHash
      basis
      verification
      translation {
        language
        text
      }
      context(chars: 300) {
        before
        quote
        after
      }
      source {
        ...SourceLine
        authors {
          ...EntityMention
        }
        publisher {
          ...EntityMention
        }
        derivedFrom {
          ...SourceLine
        }
      }
    }
    origins {
      ...SourceLine
      authors {
        ...EntityMention
      }
    }
    conflicts {
      kind
      explanation
      conflict {
        id
      }
      claim {
        ...ClaimLine
      }
    }
    supersedes {
      ...ClaimLine
    }
    supersededBy {
      ...ClaimLine
    }
    recordedAt
    recordedBy
    retractedAt
    history {
      at
      action
      by
      reason
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  url
  publishedAt
  language
}`) as unknown as TypedDocumentString<ClaimPageQuery, ClaimPageQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $kinds: [String!], $lang: String, $asOf: AsOf) {
  search(text: $text, kinds: $kinds, first: 8, asOf: $asOf) {
    edges {
      match
      snippet
      node {
        id
        ... on Entity {
          ...EntityMention
          kindLabel(lang: $lang)
        }
        ... on Claim {
          statement(lang: $lang)
        }
      }
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;