import { linkSuccession } from "../../cypher/curate.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { NOTHING } from "../../cypher/record.js";
import { logChanges, newRecording, writeBatch } from "../recordBatch.js";
import { changeState, claimState } from "./changeClaim.js";
import { compileClaims } from "./compileClaims.js";
import type { Changed, Curation } from "./curation.js";
import type { ClaimInput } from "./inputs.js";
import { checkReason, Problems } from "./problems.js";

/**
 * Puts a claim in another's place; it is asserted where it is not there. Done twice it changes nothing the second time. Throws NOT_FOUND;
 * BAD_USER_INPUT with every fault of the new claim; CONFLICT where another has taken the place, the claim was withdrawn, or the new one does not count itself.
 */
export async function supersedeClaim(
  { store, ontology, by, access }: Curation,
  id: string,
  input: ClaimInput,
  reason: string,
): Promise<Changed> {
  return store.write(async (run) => {
    const problems = new Problems();
    checkReason(problems, reason);
    const { rows, merged } = await compileClaims(run, ontology, [{ claim: input, path: ["by"] }], problems);
    const { claim, citations } = rows[0]!;
    if (claim.id === id) {
      problems.add("SAME_CLAIM", `it says just what ${id} says: cite that one again, or rank it`, ["by"]);
    }
    const was = await claimState(run, id);
    problems.refuse();
    const recording = newRecording(by, reason);
    const batch = { ...NOTHING, claims: [claim], citations };
    if (was.status === "SUPERSEDED" && was.supersededBy.includes(claim.id)) {
      const { citations: added } = await writeBatch(run, ontology, batch, recording, merged);
      return { id, changed: added.size > 0 };
    }
    if (was.status !== "ACTIVE") {
      const how = was.status === "RETRACTED" ? "is retracted" : `is superseded by ${was.supersededBy[0]} already`;
      throw new SanadError(ErrorCode.CONFLICT, `the claim ${id} ${how}: nothing can take its place`);
    }
    await writeBatch(run, ontology, batch, recording, merged);
    const later = await claimState(run, claim.id);
    if (later.status !== "ACTIVE") {
      const message = `the claim ${claim.id}, which says what \`by\` says, is ${later.status} itself: restore it first`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
    await changeState(run, ontology, was, { status: "SUPERSEDED" }, recording);
    await run(linkSuccession(claim.id, id));
    await logChanges(run, recording, [{ label: "Claim", action: "SUPERSEDED", ids: [id] }]);
    return { id, changed: true };
  }, access);
}
