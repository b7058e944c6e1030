import { ClaimLink } from "../ClaimLink.js";
import { At } from "../Moments.js";
import { Say, useWords } from "../Say.js";
import type { PageClaim } from "./types.js";

/** Says of a claim that does not stand any longer since when, why, and what took its place. */
export function Band({ claim }: { readonly claim: PageClaim }) {
  const { say } = useWords();
  const { status, supersededBy, retractedAt, history } = claim;
  if (status === "ACTIVE") return null;
  const last = history.filter(({ action }) => action === status).at(-1);
  const at = last?.at ?? retractedAt;
  return (
    <aside class="band" aria-label={say(status)}>
      <p>
        <strong>{say(status === "SUPERSEDED" ? "bandSuperseded" : "bandRetracted")}</strong>{" "}
        {at !== null && (
          <Say word="bandSince" values={{ date: <At moment={at} />, name: last?.by ?? claim.recordedBy }} />
        )}
        {last?.reason && <span class="why">{last.reason}</span>}
      </p>
      {supersededBy && (
        <p>
          <Say word="bandNow" values={{ claim: <ClaimLink claim={supersededBy} /> }} />
        </p>
      )}
    </aside>
  );
}
