import { foldName } from "../claims/foldName.js";
import { mergedToCheck, namesToCheck } from "../cypher/check.js";
import { MAX_MERGES } from "../cypher/merged.js";
import { rowsOf, type EntityRow } from "../cypher/rows.js";
import type { Store } from "../store/port.js";

/** Entities are found by all that they are called, and by nothing else; one that was merged leads to one that is there, and is not there itself. */
export async function checkNames(store: Store, faults: string[]): Promise<void> {
  type Named = Pick<EntityRow, "id" | "nameTexts" | "aliasTexts" | "mergedTexts"> & {
    readonly folded: readonly string[];
  };
  const there = new Set<string>();
  for (const { id, nameTexts, aliasTexts, mergedTexts, folded } of rowsOf<Named>(await store.read(namesToCheck()))) {
    if (there.has(id)) faults.push(`there are two entities with the id ${id}`);
    there.add(id);
    const wanted = new Set([...nameTexts, ...(aliasTexts ?? []), ...(mergedTexts ?? [])].map(foldName));
    const missing = [...wanted].filter((name) => !folded.includes(name));
    const strange = folded.filter((name) => !wanted.has(name));
    if (missing.length > 0) faults.push(`the entity ${id} is not found by its name ${JSON.stringify(missing[0])}`);
    if (strange.length > 0)
      faults.push(`the entity ${id} is found by ${JSON.stringify(strange[0])}, which is no name of it`);
    else if (folded.length > wanted.size) faults.push(`the entity ${id} has a name twice`);
  }
  type Merged = { readonly id: string; readonly into: readonly string[] };
  const merged = new Map(rowsOf<Merged>(await store.read(mergedToCheck())).map(({ id, into }) => [id, into]));
  for (const [id, into] of merged) {
    if (there.has(id)) faults.push(`the entity ${id} is merged into ${into.join(" and ")}, and is there, too`);
    let [end, steps] = [id, 0];
    for (let next = merged.get(end); next?.length === 1 && steps <= MAX_MERGES; next = merged.get(end), steps++)
      end = next[0]!;
    if (!there.has(end) || steps > MAX_MERGES) faults.push(`the merged entity ${id} leads to no entity`);
  }
}
