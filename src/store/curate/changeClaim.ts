import type { Rank, Status } from "../../claims/claim.js";
import { changeClaim, changeEdge, claimStates, type ClaimState } from "../../cypher/curate.js";
import type { Recording } from "../../cypher/record.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import type { Run } from "../port.js";

/** A claim as it is now. Throws NOT_FOUND where there is none. */
export async function claimState(run: Run, id: string): Promise<ClaimState> {
  const [state] = rowsOf<ClaimState>(await run(claimStates([id])));
  if (!state) throw new SanadError(ErrorCode.NOT_FOUND, `there is no claim with the id ${JSON.stringify(id)}`);
  return state;
}

/**
 * Changes a claim's rank or status, on its node and on its edge. What it was before is kept with the time until which it was so, so that the
 * past can be asked for.
 */
export async function changeState(
  run: Run,
  ontology: Ontology,
  was: ClaimState,
  to: { readonly rank?: Rank; readonly status?: Status },
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
}
