import type { Rank } from "../../claims/claim.js";
import { logChanges, newRecording } from "../recordBatch.js";
import { changeState, claimState } from "./changeClaim.js";
import type { Changed, Curation } from "./curation.js";
import { checkReason, Problems } from "./problems.js";

/** Ranks a claim. One that has the rank stays as it is. Throws NOT_FOUND. */
export async function rankClaim(
  { store, ontology, by, access }: Curation,
  id: string,
  rank: Rank,
  reason: string,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const was = await claimState(run, id);
    if (was.rank === rank) return { id, changed: false };
    const recording = newRecording(by, reason);
    await changeState(run, ontology, was, { rank }, recording);
    await logChanges(run, recording, [{ label: "Claim", action: "RANKED", ids: [id] }]);
    return { id, changed: true };
  }, access);
}
