import type { Rank } from "../../claims/claim.js";
import { changeForReason } from "./changeClaim.js";
import type { Changed, Curation } from "./curation.js";

/** Ranks a claim. One that has the rank stays as it is. Throws NOT_FOUND. */
export async function rankClaim(curation: Curation, id: string, rank: Rank, reason: string): Promise<Changed> {
  return changeForReason(curation, id, reason, (was) =>
    was.rank === rank ? null : { to: { rank }, action: "RANKED" },
  );
}
