import { recordChanges, takeChangeNumbers } from "../cypher/record.js";
import { badInput } from "../cypher/refusal.js";
import { entityRestriction, setRestricted } from "../cypher/restrict.js";
import { rowsOf } from "../cypher/rows.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Ontology } from "../ontology/ontology.js";
import { checkReason, Problems } from "./curate/problems.js";
import { markSource } from "./markRestricted.js";
import type { Access, Store } from "./port.js";

/** What is to be done with a source, and why. */
export interface Restriction {
  /** Its id. */
  readonly source: string;
  /** Whether it is restricted from now on, or open. */
  readonly restricted: boolean;
  readonly reason: string;
}

/**
 * Restricts a source, or opens it, in one transaction, with all that is marked as it is: its citations, the claims that have no other or are about
 * it, and their edges. It is noted in the history. Answers whether that changed anything: it does not where the source is so already.
 * Throws NOT_FOUND for an id of nothing, BAD_USER_INPUT for one of something else, or without a reason.
 */
export async function restrictSource(
  store: Store,
  ontology: Ontology,
  { source: id, restricted, reason }: Restriction,
  by: string,
  access?: Access,
): Promise<boolean> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const [found] = rowsOf<{ kind: string; restricted: boolean }>(await run(entityRestriction(id)));
    if (!found) {
      throw new SanadError(ErrorCode.NOT_FOUND, `there is no source ${JSON.stringify(id)}`);
    }
    if (found.kind !== "SOURCE") {
      throw badInput("NO_SOURCE", `is ${id}, a ${found.kind}; only sources are restricted`, ["id"]);
    }
    if (found.restricted === restricted) return false;
    await run(setRestricted(id, restricted));
    await markSource(run, ontology, id);
    const [row] = await run(takeChangeNumbers(1));
    const seq = Number(row!["last"]) + 1;
    const action = restricted ? "RESTRICTED" : "OPENED";
    const recording = { tx: "", at: new Date().toISOString(), by, reason };
    await run(recordChanges("Entity", action, [{ id: `h_${seq}`, of: id, seq }], recording));
    return true;
  }, access);
}
