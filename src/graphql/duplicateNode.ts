import { parseDuplicateId } from "../claims/claimId.js";
import { duplicateReason, namedIn } from "../claims/duplicateReasons.js";
import { entityNodes } from "./lists.js";
import type { Candidate } from "../claims/duplicates.js";
import { contentOf, nameIn } from "../cypher/rows.js";
import type { Context, Reading } from "./context.js";
import type { Asking } from "./duplicateLists.js";
import { allReady } from "./ready.js";

/** A candidate as clients get it; its sentences are made only where they are selected. */
export function duplicateNode(candidate: Candidate, context: Reading) {
  const { id, score, entities } = candidate;
  return {
    __typename: "DuplicateCandidate",
    ...{ id, score },
    reasons: () => reasonsOf(candidate, context),
    entities: entityNodes(entities, context.loaders),
  };
}

/** The candidate that an id leads to; null where there is none, or no more. Of the past there are none: whether two are one is asked of what is known now. */
export async function duplicateById(id: string, context: Reading & Asking & Pick<Context, "duplicates">) {
  const { ontology, loaders } = context;
  const ids = parseDuplicateId(id);
  if (ids === null || loaders.moment.knownAt !== null || loaders.moment.validAt !== null) return null;
  const [one, other] = await allReady(ids.map((entity) => loaders.entity(entity)));
  const kind = one && ontology.kinds.get(one.kind);
  if (!kind || kind.name === "SOURCE" || one.kind !== other?.kind || one.id !== ids[0] || other.id !== ids[1])
    return null;
  const { byId } = await context.duplicates.of(kind, context);
  const candidate = byId.get(id);
  return candidate ? duplicateNode(candidate, context) : null;
}

/** Why a pair is one to decide upon, the strongest reason first; in the ontology's first language. */
async function reasonsOf({ evidence, entities }: Candidate, { ontology, loaders }: Reading): Promise<string[]> {
  const named = evidence.map(namedIn);
  const claims = await allReady(named.flatMap((each) => each.claims).map((id) => loaders.claim(id)));
  const claimById = new Map(claims.flatMap((claim) => (claim ? [[claim.id, claim]] : [])));
  const ends = [...claimById.values()].flatMap(({ subject, object }) => [subject, object ?? subject]);
  const ids = [...new Set([...entities, ...named.flatMap((each) => each.entities), ...ends])];
  const read = await allReady(ids.map((id) => loaders.entity(id)));
  const entityById = new Map(ids.map((id, index) => [id, read[index] ?? null]));
  const context = {
    ...{ ontology, lang: ontology.languages[0] },
    nameOf: (id: string, lang: string) => {
      const entity = entityById.get(id);
      return entity ? nameIn(entity, lang, ontology) : id;
    },
    claimOf: (id: string) => {
      const claim = claimById.get(id);
      return claim ? contentOf(claim) : null;
    },
    hasEntity: (id: string) => Boolean(entityById.get(id)),
    textsOf: (id: string) => {
      const entity = entityById.get(id);
      return entity ? [...entity.nameTexts, ...(entity.aliasTexts ?? []), ...(entity.mergedTexts ?? [])] : [];
    },
  };
  return evidence.flatMap((one) => duplicateReason(one, entities, context) ?? []);
}
