import { dropNames, manyMergesTo, MAX_MERGES, mergedNode, putUnder, type MergedNode } from "../../cypher/merged.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { logPair, newRecording } from "../recordBatch.js";
import type { Changed, Curation } from "./curation.js";
import { Known } from "./known.js";
import { moveClaims } from "./moveClaims.js";
import { checkReason, Problems } from "./problems.js";
import { rewriteIdentifiers } from "./rewriteIdentifiers.js";
import { rewriteNames } from "./rewriteNames.js";

/**
 * Makes an entity part of another, which is kept: its id leads there, its names are aliases there, and its claims are about that one; each claim
 * keeps the id that it was asserted with, so that all of it can be undone. Done twice it changes nothing the second time. The answer's id is
 * that of the kept entity. Throws BAD_USER_INPUT for ids that there are not, another kind, sources, and circles; CONFLICT where it is part of a third.
 */
export async function mergeEntities(
  { store, ontology, by, access }: Curation,
  keep: string,
  merge: string,
  reason: string,
): Promise<Changed> {
  return store.write(async (run) => {
    const problems = new Problems();
    checkReason(problems, reason);
    const known = await Known.read(run, ontology, [keep, merge]);
    known.check(problems, keep, ["keep"]);
    known.check(problems, merge, ["merge"]);
    if (keep === merge) problems.add("SAME_ENTITY", "both are the same entity", ["merge"]);
    problems.refuse();
    const [kept, now] = [known.entities.get(keep)!, known.entities.get(merge)!];
    const [kind, other] = [known.kinds.get(keep)!, known.kinds.get(merge)!];
    if (kept === now) {
      if (now === merge) {
        problems.add("CIRCLE", `${keep} is part of ${merge} already; to turn it round, unmerge it first`, ["merge"]);
        problems.refuse();
      }
      return { id: kept, changed: false };
    }
    if (now !== merge) {
      const [node] = rowsOf<MergedNode>(await run(mergedNode(merge)));
      const message = `${merge} is part of ${node?.into} already: merge that one, or unmerge ${merge} first`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
    if (kind !== other) {
      problems.add("WRONG_KIND", `${merge} is a ${other.name}, and ${keep} a ${kind.name}`, ["merge"]);
    } else if (kind.name === "SOURCE") {
      const message =
        "sources are not merged: quotes are positions in the text of their own; say that one is derived from the other";
      problems.add("SOURCES", message, ["merge"]);
    }
    problems.refuse();
    if ((await run(manyMergesTo(merge))).length > 0) {
      const message = `${MAX_MERGES} merges lead to ${merge}, one after another, and no more are followed: merge those others into ${kept} instead`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
    const recording = newRecording(by, reason);
    await moveClaims(run, ontology, kind, { from: merge, to: kept, given: null });
    await rewriteIdentifiers(run, [kept, merge]);
    await run(dropNames(merge));
    await run(putUnder(kind.type, merge, kept, recording.at));
    await rewriteNames(run, kept);
    await logPair(run, recording, "MERGED", [kept, merge]);
    return { id: kept, changed: true };
  }, access);
}
