import { ErrorCode, SanadError } from "../../errors.js";
import { logChanges, newRecording } from "../recordBatch.js";
import { changeState, claimState } from "./changeClaim.js";
import type { Changed, Curation } from "./curation.js";
import { checkReason, Problems } from "./problems.js";

/** Withdraws a claim; it stays, with its history. One that is withdrawn already stays as it is. Throws NOT_FOUND; CONFLICT where another has taken its place. */
export async function retractClaim(
  { store, ontology, by, access }: Curation,
  id: string,
  reason: string,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const was = await claimState(run, id);
    if (was.status === "RETRACTED") return { id, changed: false };
    if (was.status === "SUPERSEDED") {
      const [later] = was.supersededBy;
      const message = `the claim ${id} is superseded by ${later} already: retract that one, or restore this one first`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
    const recording = newRecording(by, reason);
    await changeState(run, ontology, was, { status: "RETRACTED" }, recording);
    await logChanges(run, recording, [{ label: "Claim", action: "RETRACTED", ids: [id] }]);
    return { id, changed: true };
  }, access);
}
