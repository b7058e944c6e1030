import { badInput } from "../../cypher/refusal.js";
import { entityRestriction, setRestricted } from "../../cypher/restrict.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { markSource } from "../markRestricted.js";
import { logChanges, newRecording } from "../recordBatch.js";
import type { Changed, Curation } from "./curation.js";
import { checkReason, Problems } from "./problems.js";

/**
 * Restricts a source, or opens it, with all that is marked as it is: its citations, the claims that have no other or are about it, and their
 * edges. One that is so already stays as it is. Throws NOT_FOUND for an id of nothing, BAD_USER_INPUT for one of something else, or without a reason.
 */
export async function restrictSource(
  { store, ontology, by, access }: Curation,
  id: string,
  restricted: boolean,
  reason: string,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const [found] = rowsOf<{ kind: string; restricted: boolean }>(await run(entityRestriction(id)));
    if (!found) throw new SanadError(ErrorCode.NOT_FOUND, `there is no source with the id ${JSON.stringify(id)}`);
    if (found.kind !== "SOURCE") {
      throw badInput("NO_SOURCE", `is ${id}, a ${found.kind}; only sources are restricted`, ["id"]);
    }
    if (found.restricted === restricted) return { id, changed: false };
    await run(setRestricted(id, restricted));
    await markSource(run, ontology, id);
    const action = restricted ? "RESTRICTED" : "OPENED";
    await logChanges(run, newRecording(by, reason), [{ label: "Entity", action, ids: [id] }]);
    return { id, changed: true };
  }, access);
}
