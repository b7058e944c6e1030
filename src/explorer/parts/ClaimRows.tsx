import type { ClaimRowFragment } from "../queries/generated/graphql.js";
import { ContradictedBadge, ModalityBadge, RankBadge, StatusBadge } from "./Badges.js";
import { ClaimLink } from "./ClaimLink.js";
import { EntityLink } from "./names.js";
import { Say, useWords } from "./Say.js";
import { ValidTime } from "./ValidTime.js";

/** What a row of claims needs. */
export type ClaimRowData = ClaimRowFragment & {
  /** What was done with it here; given where the reason is to be told. */
  readonly history?: readonly { readonly action: string; readonly reason: string | null }[];
};

/** Claims, one a row; `j` and `k` go along them. */
export function ClaimRows({ claims }: { readonly claims: readonly ClaimRowData[] }) {
  return (
    <ul class="rows">
      {claims.map((claim) => (
        <ClaimRow key={claim.id} claim={claim} />
      ))}
    </ul>
  );
}

function ClaimRow({ claim }: { readonly claim: ClaimRowData }) {
  const { count } = useWords();
  const { citations, origins } = claim.support;
  const reason = claim.history?.findLast(({ reason }) => reason !== null)?.reason;
  return (
    <li data-row>
      <div class="said">
        <ClaimLink claim={claim} />
      </div>
      <div class="facts">
        {claim.modality !== "ACTUAL" && <ModalityBadge modality={claim.modality} />}
        <RankBadge rank={claim.rank} />
        <StatusBadge status={claim.status} />
        {claim.conflicts.length > 0 && <ContradictedBadge />}
        <ValidTime from={claim.validFrom} to={claim.validTo} />
        {claim.attributedTo.length > 0 && (
          <span>
            <Say
              word="saidBy"
              values={{
                names: claim.attributedTo.map((speaker, index) => (
                  <>
                    {index > 0 && ", "}
                    <EntityLink entity={speaker} />
                  </>
                )),
              }}
            />
          </span>
        )}
        <span>
          {count("citations", citations)}
          {citations > 1 && <> · {count("origins", origins)}</>}
        </span>
      </div>
      {reason && <p class="reason">{reason}</p>}
    </li>
  );
}
