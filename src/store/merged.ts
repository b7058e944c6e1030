import type { Modality } from "../claims/claim.js";
import { comparisonKey } from "../claims/conflicts.js";
import * as merged from "../cypher/merged.js";
import type { Batch, Pair } from "../cypher/record.js";
import { rowsOf } from "../cypher/rows.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Run } from "./port.js";

/** By the ids of entities that were merged: into which they were. */
export type Merged = ReadonlyMap<string, string>;

/** What has become of those entities that were merged. */
export async function mergedInto(run: Run, ids: Iterable<string>): Promise<Merged> {
  const all = [...new Set(ids)];
  if (all.length === 0) return new Map();
  const rows = rowsOf<{ id: string; kept: string }>(await run(merged.mergedInto(all)));
  return new Map(rows.map(({ id, kept }) => [id, kept]));
}

/** Every id in a batch that may be that of an entity that was merged. */
export function entityIdsOf({ entities, authors, publishers, claims }: Batch): readonly string[] {
  return [
    ...entities.map(({ id }) => id),
    ...[...authors, ...publishers].map(({ to }) => to),
    ...claims.flatMap(({ subject, object, attributedTo }) => [subject, object ?? subject, ...attributedTo]),
  ];
}

/** An edge to an entity, or to what it was merged into. */
export function pairTo(merged: Merged, from: string, to: string): Pair {
  const kept = merged.get(to);
  return kept === undefined ? { from, to } : { from, to: kept, given: to };
}

/** A claim about what its ends have become. */
export function claimOfKept<T extends Batch["claims"][number]>(claim: T, merged: Merged, ontology: Ontology): T {
  const kept = (id: string) => merged.get(id) ?? id;
  const { predicate, properties } = claim;
  const [subject, object] = [kept(claim.subject), claim.object === null ? null : kept(claim.object)];
  if (subject === claim.subject && object === claim.object) return claim;
  const unit = properties["unit"] as string | null;
  const modality = properties["modality"] as Modality;
  const key = comparisonKey(
    { predicate, subject, object, modality, quantity: unit === null ? null : { unit } },
    ontology,
  );
  return {
    ...claim,
    ...{ subject, object, properties: { ...properties, comparisonKey: key } },
    subjectGiven: subject === claim.subject ? null : claim.subject,
    objectGiven: object === claim.object ? null : claim.object,
  };
}
