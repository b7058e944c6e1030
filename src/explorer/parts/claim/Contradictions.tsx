import { linkTo, useVisit } from "../../visit.js";
import { ModalityBadge, RankBadge } from "../Badges.js";
import { ClaimLink } from "../ClaimLink.js";
import { BoltIcon } from "../icons.js";
import { useWords } from "../Say.js";
import type { PageClaim } from "./types.js";

/** What cannot hold together with a claim, and why; nothing here settles it. */
export function Contradictions({ claim: { conflicts } }: { readonly claim: PageClaim }) {
  const visit = useVisit();
  const { say, count } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section class="contradictions card" aria-labelledby="contradictions">
      <h2 id="contradictions">
        <BoltIcon /> {count("contradictedBy", conflicts.length)}
      </h2>
      <ul>
        {conflicts.map(({ kind, explanation, conflict, claim }) => (
          <li key={`${kind} ${claim.id}`}>
            <ClaimLink claim={claim} /> <ModalityBadge modality={claim.modality} /> <RankBadge rank={claim.rank} />
            <p class="faint">
              {explanation} <a href={linkTo(visit, `/conflicts/${conflict.id}`)}>{say("compare")}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
