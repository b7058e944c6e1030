import { changeForReason } from "./changeClaim.js";
import type { Changed, Curation } from "./curation.js";

/** Takes back that a claim was withdrawn, or that another took its place: it counts again. One that counts stays as it is. Throws NOT_FOUND. */
export async function restoreClaim(curation: Curation, id: string, reason: string): Promise<Changed> {
  return changeForReason(curation, id, reason, ({ status }) =>
    status === "ACTIVE" ? null : { to: { status: "ACTIVE" }, action: "RESTORED" },
  );
}
