import { mergedNode, mergedUnder, takeOut, type MergedNode } from "../../cypher/merged.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { logPair, newRecording } from "../recordBatch.js";
import type { Curation } from "./curation.js";
import { Known } from "./known.js";
import { moveClaims } from "./moveClaims.js";
import { checkReason, Problems } from "./problems.js";
import { rewriteIdentifiers } from "./rewriteIdentifiers.js";
import { rewriteNames } from "./rewriteNames.js";

/**
 * Undoes a merge: the entity is one by itself again, with all that was asserted of it, before the merge and since. What had been merged into it
 * before goes with it. One that is not merged stays as it is. Answers the ids of the entities: what it was part of, and itself. Throws NOT_FOUND.
 */
export async function unmergeEntities(
  { store, ontology, by, access }: Curation,
  id: string,
  reason: string,
): Promise<{ readonly ids: readonly string[]; readonly changed: boolean }> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const kept = (await Known.read(run, ontology, [id])).entities.get(id);
    if (kept === undefined) {
      throw new SanadError(ErrorCode.NOT_FOUND, `there is no entity with the id ${JSON.stringify(id)}`);
    }
    const [node] = rowsOf<MergedNode>(await run(mergedNode(id)));
    if (!node) return { ids: [id], changed: false };
    const kind = ontology.kinds.get(node.kind)!;
    const given = [id, ...rowsOf<{ id: string }>(await run(mergedUnder(id))).map((row) => row.id)];
    const recording = newRecording(by, reason);
    await run(takeOut(kind.type, id, recording.at));
    await moveClaims(run, ontology, kind, { from: kept, to: id, given });
    await rewriteIdentifiers(run, [kept, id]);
    await rewriteNames(run, kept);
    await rewriteNames(run, id);
    await logPair(run, recording, "UNMERGED", [kept, id]);
    return { ids: [kept, id], changed: true };
  }, access);
}
