import { conflictId, parseConflictId } from "../claims/claimId.js";
import { circleExplanation, conflictExplanation } from "../claims/conflictExplanation.js";
import { findValueConflicts, type Conflict } from "../claims/conflicts.js";
import { contentOf } from "../cypher/rows.js";
import type { Reading } from "./context.js";
import { entityNodes } from "./lists.js";
import type { ClaimNode } from "./loaders.js";
import { allReady, whenReady } from "./ready.js";
import { wording } from "./wording.js";

/** A conflict of two claims as clients get it; its sentence is made only where it is selected. */
export function conflictNode(conflict: Conflict, claims: readonly ClaimNode[], context: Reading) {
  const { kind, claimIds, spread } = conflict;
  const ends = [...new Set(claims.flatMap(({ subject, object }) => [subject, ...(object === null ? [] : [object])]))];
  return {
    __typename: "Conflict",
    id: conflictId({ claims: claimIds }),
    ...{ kind, spread },
    explain: (lang: string | null) =>
      whenReady(wording(ends, lang, context), (words) => conflictExplanation(conflict, claims.map(contentOf), words)),
    claims,
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
    explain: (lang: string | null) =>
      whenReady(wording(circle, lang, context), (words) => circleExplanation(circle, words)),
    claims: [],
    sources: entityNodes(circle, context.loaders),
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
  const claims = await allReady(key.claims.map((claim) => loaders.claim(claim)));
  const there = claims.filter((claim) => claim !== null);
  if (loaders.moment.validAt !== null) {
    const keys = there.flatMap(({ comparisonKey }) => comparisonKey ?? []);
    const holding = (await Promise.all(keys.map((key) => loaders.comparable.load(key)))).flat();
    if (!there.every(({ id }) => holding.some((row) => row.id === id))) return null;
  }
  const [conflict] = findValueConflicts(there.map(contentOf), ontology);
  return conflict ? conflictNode(conflict, there, context) : null;
}
