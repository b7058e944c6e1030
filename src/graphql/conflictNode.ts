import { conflictId, parseConflictId } from "../claims/claimId.js";
import { circleExplanation, conflictExplanation } from "../claims/conflictExplanation.js";
import { findValueConflicts, type Conflict } from "../claims/conflicts.js";
import type { StatementContext } from "../claims/statement.js";
import { contentOf, nameIn, type ClaimRow } from "../cypher/rows.js";
import type { Reading } from "./context.js";

/** A conflict of two claims as clients get it; its sentence is made only where it is selected. */
export function conflictNode(conflict: Conflict, claims: readonly ClaimRow[], context: Reading) {
  const { kind, claimIds, spread } = conflict;
  const ends = claims.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object]));
  return {
    __typename: "Conflict",
    id: conflictId({ claims: claimIds }),
    ...{ kind, spread },
    explain: async (lang: string | null) =>
      conflictExplanation(conflict, claims.map(contentOf), await wording(ends, lang, context)),
    claims: claims.map((claim) => context.loaders.typedClaim(claim)),
    sources: [],
  };
}

/** As {@link conflictNode}, of sources that are derived from one another; `circle` is in order. */
export function circleNode(circle: readonly string[], context: Reading) {
  return {
    __typename: "Conflict",
    id: conflictId({ circle: circle[0]! }),
    kind: "CYCLIC_DERIVATION" as const,
    spread: null,
    explain: async (lang: string | null) => circleExplanation(circle, await wording(circle, lang, context)),
    claims: [],
    sources: () => Promise.all(circle.map((id) => context.loaders.entityThere(id))),
  };
}

export type ConflictNode = ReturnType<typeof conflictNode> | ReturnType<typeof circleNode>;

/** The conflict that an id leads to; null where there is none, or no more. */
export async function conflictById(id: string, context: Reading): Promise<ConflictNode | null> {
  const key = parseConflictId(id);
  if (key === null) return null;
  const { ontology, loaders } = context;
  if ("circle" in key) {
    const circle = await loaders.circle.load(key.circle);
    return circle?.[0] === key.circle ? circleNode(circle, context) : null;
  }
  const claims = await Promise.all(key.claims.map((claim) => loaders.claim(claim)));
  const there = claims.filter((claim) => claim !== null);
  if (loaders.moment.validAt !== null) {
    const keys = there.flatMap(({ comparisonKey }) => comparisonKey ?? []);
    const holding = (await Promise.all(keys.map((key) => loaders.comparable.load(key)))).flat();
    if (!there.every(({ id }) => holding.some((row) => row.id === id))) return null;
  }
  const [conflict] = findValueConflicts(there.map(contentOf), ontology);
  return conflict ? conflictNode(conflict, there, context) : null;
}

/** What sentences about some entities are made with: their names, and the language, the ontology's first where none is given. */
async function wording(
  ids: readonly string[],
  lang: string | null,
  { ontology, loaders }: Reading,
): Promise<StatementContext> {
  const entities = await Promise.all([...new Set(ids)].map((id) => loaders.entityThere(id)));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return { ontology, nameOf: (id, lang) => nameIn(byId.get(id)!, lang, ontology), lang: lang ?? ontology.languages[0] };
}
