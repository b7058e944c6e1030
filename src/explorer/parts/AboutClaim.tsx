import type { AboutClaimFragment } from "../queries/generated/graphql.js";
import { ModalityBadge, RankBadge, StatusBadge } from "./Badges.js";
import { ClaimLink } from "./ClaimLink.js";
import { EntityLink } from "./names.js";
import { Quote } from "./Quote.js";

/** The claim that a form is about, with the words that it stands on. */
export function AboutClaim({ claim }: { readonly claim: AboutClaimFragment }) {
  return (
    <section class="card about">
      <p class="statement">
        <ClaimLink claim={claim} />
      </p>
      <p class="badges">
        <ModalityBadge modality={claim.modality} /> <RankBadge rank={claim.rank} />{" "}
        <StatusBadge status={claim.status} />
      </p>
      <ul class="in-lines">
        {claim.citations.map((citation) => (
          <li key={citation.id}>
            <Quote quote={citation.quote} language={citation.language} /> <EntityLink entity={citation.source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
