import { endSuccession } from "../../cypher/curate.js";
import { logChanges, newRecording } from "../recordBatch.js";
import { changeState, claimState } from "./changeClaim.js";
import type { Changed, Curation } from "./curation.js";
import { checkReason, Problems } from "./problems.js";

/** Takes back that a claim was withdrawn, or that another took its place: it counts again. One that counts stays as it is. Throws NOT_FOUND. */
export async function restoreClaim(
  { store, ontology, by, access }: Curation,
  id: string,
  reason: string,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const was = await claimState(run, id);
    if (was.status === "ACTIVE") return { id, changed: false };
    const recording = newRecording(by, reason);
    await changeState(run, ontology, was, { status: "ACTIVE" }, recording);
    if (was.supersededBy.length > 0) await run(endSuccession(id, recording.at));
    await logChanges(run, recording, [{ label: "Claim", action: "RESTORED", ids: [id] }]);
    return { id, changed: true };
  }, access);
}
