/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ClaimPage($id: ID!, $lang: String, $asOf: AsOf) {\n  claim(id: $id, asOf: $asOf) {\n    ...ClaimLine\n    subject {\n      ...EntityMention\n    }\n    object {\n      ...EntityMention\n    }\n    quantity {\n      amount\n      unit\n      bound\n    }\n    text(lang: $lang)\n    date\n    attributedTo {\n      ...EntityMention\n    }\n    assertedAt\n    citations {\n      id\n      quote\n      language\n      prefix\n      suffix\n      start\n      end\n      textHash\n      basis\n      verification\n      translation {\n        language\n        text\n      }\n      context(chars: 300) {\n        before\n        quote\n        after\n      }\n      source {\n        ...SourceLine\n        authors {\n          ...EntityMention\n        }\n        publisher {\n          ...EntityMention\n        }\n        derivedFrom {\n          ...SourceLine\n        }\n      }\n    }\n    origins {\n      ...SourceLine\n      authors {\n        ...EntityMention\n      }\n    }\n    conflicts {\n      kind\n      explanation\n      conflict {\n        id\n      }\n      claim {\n        ...ClaimLine\n      }\n    }\n    supersedes {\n      ...ClaimLine\n    }\n    supersededBy {\n      ...ClaimLine\n    }\n    recordedAt\n    recordedBy\n    retractedAt\n    history {\n      at\n      action\n      by\n      reason\n    }\n  }\n}": typeof types.ClaimPageDocument,
    "query Suggest($text: String!, $kinds: [String!], $lang: String, $asOf: AsOf) {\n  search(text: $text, kinds: $kinds, first: 8, asOf: $asOf) {\n    edges {\n      match\n      snippet\n      node {\n        id\n        ... on Entity {\n          ...EntityMention\n          kindLabel(lang: $lang)\n        }\n        ... on Claim {\n          statement(lang: $lang)\n        }\n      }\n    }\n  }\n}": typeof types.SuggestDocument,
    "fragment EntityMention on Entity {\n  __typename\n  id\n  kind\n  name(lang: $lang)\n  names {\n    language\n    text\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  statement(lang: $lang)\n  predicate\n  modality\n  rank\n  status\n  validFrom\n  validTo\n  support {\n    citations\n    sources\n    origins\n  }\n}\n\nfragment SourceLine on Source {\n  ...EntityMention\n  sourceType\n  url\n  publishedAt\n  language\n}": typeof types.EntityMentionFragmentDoc,
};
const documents: Documents = {
    "query ClaimPage($id: ID!, $lang: String, $asOf: AsOf) {\n  claim(id: $id, asOf: $asOf) {\n    ...ClaimLine\n    subject {\n      ...EntityMention\n    }\n    object {\n      ...EntityMention\n    }\n    quantity {\n      amount\n      unit\n      bound\n    }\n    text(lang: $lang)\n    date\n    attributedTo {\n      ...EntityMention\n    }\n    assertedAt\n    citations {\n      id\n      quote\n      language\n      prefix\n      suffix\n      start\n      end\n      textHash\n      basis\n      verification\n      translation {\n        language\n        text\n      }\n      context(chars: 300) {\n        before\n        quote\n        after\n      }\n      source {\n        ...SourceLine\n        authors {\n          ...EntityMention\n        }\n        publisher {\n          ...EntityMention\n        }\n        derivedFrom {\n          ...SourceLine\n        }\n      }\n    }\n    origins {\n      ...SourceLine\n      authors {\n        ...EntityMention\n      }\n    }\n    conflicts {\n      kind\n      explanation\n      conflict {\n        id\n      }\n      claim {\n        ...ClaimLine\n      }\n    }\n    supersedes {\n      ...ClaimLine\n    }\n    supersededBy {\n      ...ClaimLine\n    }\n    recordedAt\n    recordedBy\n    retractedAt\n    history {\n      at\n      action\n      by\n      reason\n    }\n  }\n}": types.ClaimPageDocument,
    "query Suggest($text: String!, $kinds: [String!], $lang: String, $asOf: AsOf) {\n  search(text: $text, kinds: $kinds, first: 8, asOf: $asOf) {\n    edges {\n      match\n      snippet\n      node {\n        id\n        ... on Entity {\n          ...EntityMention\n          kindLabel(lang: $lang)\n        }\n        ... on Claim {\n          statement(lang: $lang)\n        }\n      }\n    }\n  }\n}": types.SuggestDocument,
    "fragment EntityMention on Entity {\n  __typename\n  id\n  kind\n  name(lang: $lang)\n  names {\n    language\n    text\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  statement(lang: $lang)\n  predicate\n  modality\n  rank\n  status\n  validFrom\n  validTo\n  support {\n    citations\n    sources\n    origins\n  }\n}\n\nfragment SourceLine on Source {\n  ...EntityMention\n  sourceType\n  url\n  publishedAt\n  language\n}": types.EntityMentionFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ClaimPage($id: ID!, $lang: String, $asOf: AsOf) {\n  claim(id: $id, asOf: $asOf) {\n    ...ClaimLine\n    subject {\n      ...EntityMention\n    }\n    object {\n      ...EntityMention\n    }\n    quantity {\n      amount\n      unit\n      bound\n    }\n    text(lang: $lang)\n    date\n    attributedTo {\n      ...EntityMention\n    }\n    assertedAt\n    citations {\n      id\n      quote\n      language\n      prefix\n      suffix\n      start\n      end\n      textHash\n      basis\n      verification\n      translation {\n        language\n        text\n      }\n      context(chars: 300) {\n        before\n        quote\n        after\n      }\n      source {\n        ...SourceLine\n        authors {\n          ...EntityMention\n        }\n        publisher {\n          ...EntityMention\n        }\n        derivedFrom {\n          ...SourceLine\n        }\n      }\n    }\n    origins {\n      ...SourceLine\n      authors {\n        ...EntityMention\n      }\n    }\n    conflicts {\n      kind\n      explanation\n      conflict {\n        id\n      }\n      claim {\n        ...ClaimLine\n      }\n    }\n    supersedes {\n      ...ClaimLine\n    }\n    supersededBy {\n      ...ClaimLine\n    }\n    recordedAt\n    recordedBy\n    retractedAt\n    history {\n      at\n      action\n      by\n      reason\n    }\n  }\n}"): typeof import('./graphql.js').ClaimPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Suggest($text: String!, $kinds: [String!], $lang: String, $asOf: AsOf) {\n  search(text: $text, kinds: $kinds, first: 8, asOf: $asOf) {\n    edges {\n      match\n      snippet\n      node {\n        id\n        ... on Entity {\n          ...EntityMention\n          kindLabel(lang: $lang)\n        }\n        ... on Claim {\n          statement(lang: $lang)\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').SuggestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment EntityMention on Entity {\n  __typename\n  id\n  kind\n  name(lang: $lang)\n  names {\n    language\n    text\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  statement(lang: $lang)\n  predicate\n  modality\n  rank\n  status\n  validFrom\n  validTo\n  support {\n    citations\n    sources\n    origins\n  }\n}\n\nfragment SourceLine on Source {\n  ...EntityMention\n  sourceType\n  url\n  publishedAt\n  language\n}"): typeof import('./graphql.js').EntityMentionFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
