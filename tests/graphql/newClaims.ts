import { claimId, citationId, nameId } from "../../src/claims/claimId.js";
import type { ClaimContent, Rank, Status } from "../../src/claims/claim.js";
import { comparisonKey } from "../../src/claims/conflicts.js";
import { foldName, sortName } from "../../src/claims/foldName.js";
import { inLanguage } from "../../src/claims/statement.js";
import type { Ontology } from "../../src/ontology/ontology.js";
import type { Batch, Properties } from "../../src/cypher/record.js";
import type { Access } from "../../src/store/port.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import type { OpenedStore } from "../exchange/seededStore.js";

/** A claim in short: what is not given is as in a claim of the simplest sort. */
export type NewClaim = Pick<ClaimContent, "subject" | "predicate"> &
  Partial<ClaimContent> & {
    readonly rank?: Rank;
    readonly status?: Status;
    /** Ids of sources, in each of which it has one citation; where each of those took it from, if that is told. */
    readonly cites?: Readonly<Record<string, readonly string[] | null>>;
  };

export interface NewEntity {
  readonly id: string;
  readonly kind: string;
  /** By language, in the order in which they are recorded. */
  readonly names: Readonly<Record<string, string>>;
  readonly properties?: Properties;
  /** Of a source: what it is derived from as a whole. */
  readonly derivedFrom?: readonly string[];
}

/** Records entities and claims as an import would. Answers the claims' ids, in their order. */
export async function record(
  { store, ontology }: Pick<OpenedStore, "store" | "ontology">,
  { entities = [], claims = [] }: { entities?: readonly NewEntity[]; claims?: readonly NewClaim[] },
  access?: Access,
): Promise<string[]> {
  const written = claims.map((claim) => writtenClaim(claim, (content) => comparisonKey(content, ontology)));
  const batch: Batch = {
    entities: entities.map((entity) => writtenEntity(entity, ontology)),
    names: entities.flatMap(({ id, names }) =>
      [...new Set(Object.values(names).map(foldName))].map((folded) => ({
        id: nameId(id, folded),
        entity: id,
        folded,
      })),
    ),
    ...{ identifiers: [], texts: [], authors: [], publishers: [] },
    derivations: entities.flatMap(({ id, derivedFrom = [] }) => derivedFrom.map((to) => ({ from: id, to }))),
    claims: written,
    citations: claims.flatMap(({ cites = {} }, index) =>
      Object.entries(cites).map(([source, from]) => writtenCitation(written[index]!.id, source, from)),
    ),
  };
  await recordBatch(store, ontology, batch, "a test", access);
  return written.map(({ id }) => id);
}

/** Notes that a claim took another's place. */
export async function supersede({ store }: Pick<OpenedStore, "store">, later: string, earlier: string): Promise<void> {
  const text =
    "MATCH (l:Claim {id: $later}) MATCH (e:Claim {id: $earlier}) CREATE (l)-[:SUPERSEDES]->(e) RETURN l.id AS id";
  await store.write((run) => run({ name: "test.supersede", text, params: { later, earlier } }));
}

function writtenEntity({ id, kind, names, properties = {} }: NewEntity, ontology: Ontology): Batch["entities"][number] {
  const name = inLanguage(names, ontology, ontology.languages[0]) ?? id;
  return {
    ...{ id, kind },
    properties: {
      ...{ name, sortName: sortName(name), nameLanguages: Object.keys(names), nameTexts: Object.values(names) },
      ...{ aliasLanguages: [], aliasTexts: [], descriptionLanguages: [], descriptionTexts: [] },
      ...properties,
    },
  };
}

function writtenClaim(claim: NewClaim, keyOf: (content: ClaimContent) => string | null): Batch["claims"][number] {
  const { rank = "NORMAL", status = "ACTIVE", cites: _, ...given } = claim;
  const content: ClaimContent = {
    ...{ object: null, quantity: null, text: null, date: null, modality: "ACTUAL" },
    ...{ validFrom: null, validTo: null, attributedTo: [] },
    ...given,
  };
  const { quantity, text, date, modality, validFrom, validTo } = content;
  return {
    id: claimId(content),
    ...{ predicate: content.predicate, subject: content.subject, object: content.object },
    attributedTo: content.attributedTo,
    properties: {
      ...{ amount: quantity?.amount ?? null, unit: quantity?.unit ?? null, bound: quantity?.bound ?? null },
      ...{ textLanguages: text && Object.keys(text), textTexts: text && Object.values(text) },
      ...{ date, modality, rank, status, validFrom, validTo, assertedAt: null },
      comparisonKey: keyOf(content),
    },
  };
}

function writtenCitation(claim: string, source: string, from: readonly string[] | null): Batch["citations"][number] {
  const quote = `as ${source} has it`;
  return {
    id: citationId({ claim, source, start: null, quote, basis: "STATED" }),
    ...{ claim, source, takenFrom: from ?? [] },
    properties: {
      ...{ quote, basis: "STATED", language: "en", textHash: null, prefix: null, suffix: null, start: null, end: null },
      ...{ translationLanguage: null, translationText: null, verification: "NO_TEXT" },
      ownWords: from?.length === 0 ? true : null,
    },
  };
}
