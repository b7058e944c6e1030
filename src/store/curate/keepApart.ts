import { apart, keepTwoApart } from "../../cypher/curate.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { logPair, newRecording } from "../recordBatch.js";
import type { Curation } from "./curation.js";
import { Known } from "./known.js";
import { checkReason, Problems } from "./problems.js";

/** Remembers that two entities are not the same. Said twice it changes nothing the second time. Throws BAD_USER_INPUT; CONFLICT where they are merged. */
export async function keepApart(
  { store, ontology, by, access }: Curation,
  a: string,
  b: string,
  reason: string,
): Promise<{ readonly ids: readonly string[]; readonly changed: boolean }> {
  return store.write(async (run) => {
    const problems = new Problems();
    checkReason(problems, reason);
    const known = await Known.read(run, ontology, [a, b]);
    known.check(problems, a, ["a"]);
    known.check(problems, b, ["b"]);
    if (a === b) problems.add("SAME_ENTITY", "both are the same entity", ["b"]);
    problems.refuse();
    const ids = [known.entities.get(a)!, known.entities.get(b)!] as const;
    if (ids[0] === ids[1]) {
      throw new SanadError(ErrorCode.CONFLICT, `${a} and ${b} are merged: unmerge them first`);
    }
    const [first, second] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
    if ((await run(apart(first, second))).length > 0) return { ids, changed: false };
    const recording = newRecording(by, reason);
    await run(keepTwoApart(first, second, reason, recording.at));
    await logPair(run, recording, "KEPT_APART", ids);
    return { ids, changed: true };
  }, access);
}
