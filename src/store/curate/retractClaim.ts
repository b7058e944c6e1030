import { ErrorCode, SanadError } from "../../errors.js";
import { changeForReason } from "./changeClaim.js";
import type { Changed, Curation } from "./curation.js";

/** Withdraws a claim; it stays, with its history. One that is withdrawn already stays as it is. Throws NOT_FOUND; CONFLICT where another has taken its place. */
export async function retractClaim(curation: Curation, id: string, reason: string): Promise<Changed> {
  return changeForReason(curation, id, reason, ({ status, supersededBy }) => {
    if (status === "RETRACTED") return null;
    if (status === "SUPERSEDED") {
      const message = `the claim ${id} is superseded by ${supersededBy[0]} already: retract that one, or restore this one first`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
    return { to: { status: "RETRACTED" }, action: "RETRACTED" };
  });
}
