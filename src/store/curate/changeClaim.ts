import type { Rank, Status } from "../../claims/claim.js";
import { changeClaim, changeEdge, claimStates, endSuccession, type ClaimState } from "../../cypher/curate.js";
import type { Recording } from "../../cypher/record.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import type { Run } from "../port.js";
import { logChanges, newRecording } from "../recordBatch.js";
import type { Changed, Curation } from "./curation.js";
import { checkReason, Problems } from "./problems.js";

/**
 * Changes a claim for a reason, in one transaction, and writes its history. `change` answers with what is to be changed, and the history's word for it; null
 * where it is so already. Throws NOT_FOUND where there is no such claim; BAD_USER_INPUT where the reason says nothing; what `change` throws.
 */
export async function changeForReason(
  { store, ontology, by, access }: Curation,
  id: string,
  reason: string,
  change: (was: ClaimState) => { readonly to: StateChange; readonly action: string } | null,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  problems.refuse();
  return store.write(async (run) => {
    const was = await claimState(run, id);
    const wanted = change(was);
    if (wanted === null) return { id, changed: false };
    const recording = newRecording(by, reason);
    await changeState(run, ontology, was, wanted.to, recording);
    await logChanges(run, recording, [{ label: "Claim", action: wanted.action, ids: [id] }]);
    return { id, changed: true };
  }, access);
}

/** What may be changed of a claim. */
export interface StateChange {
  readonly rank?: Rank;
  readonly status?: Status;
}

/** A claim as it is now. Throws NOT_FOUND where there is none. */
export async function claimState(run: Run, id: string): Promise<ClaimState> {
  const [state] = rowsOf<ClaimState>(await run(claimStates([id])));
  if (!state) throw new SanadError(ErrorCode.NOT_FOUND, `there is no claim with the id ${JSON.stringify(id)}`);
  return state;
}

/**
 * Changes a claim's rank or status, on its node and on its edge. What it was before is kept with the time until which it was so, so that the
 * past can be asked for. One that counts again has its place back from whichever had taken it.
 */
export async function changeState(
  run: Run,
  ontology: Ontology,
  was: ClaimState,
  to: StateChange,
  { at }: Recording,
): Promise<void> {
  const { rank, status } = { ...was, ...to };
  const properties = {
    ...{ rank, status, retractedAt: to.status === undefined ? was.retractedAt : status === "ACTIVE" ? null : at },
    thenUntil: [...(was.thenUntil ?? []), at],
    thenRank: [...(was.thenRank ?? []), was.rank],
    thenStatus: [...(was.thenStatus ?? []), was.status],
    thenRetractedAt: [...(was.thenRetractedAt ?? []), was.retractedAt ?? ""],
  };
  await run(changeClaim(was.id, properties));
  const predicate = ontology.predicates.get(was.predicate);
  if (was.object !== null && predicate) await run(changeEdge(predicate, was.id, properties));
  if (status === "ACTIVE" && was.supersededBy.length > 0) await run(endSuccession(was.id, at));
}
