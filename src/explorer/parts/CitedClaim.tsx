import type { CitedClaimFragment } from "../queries/generated/graphql.js";
import { ContradictedBadge, ModalityBadge, RankBadge } from "./Badges.js";
import { ClaimLink } from "./ClaimLink.js";
import { EntityLink, EntityLinks } from "./names.js";
import { Say, useWords } from "./Say.js";
import { SourceWords } from "./SourceWords.js";

interface Props {
  readonly claim: CitedClaimFragment;
  /** The words of a quote that are shown; left out, those of the first citation. */
  readonly found?: { readonly snippet: string; readonly matched: readonly { start: number; end: number }[] };
}

/** A claim with words that it stands on, and whose they are; one row of a list. */
export function CitedClaim({ claim, found }: Props) {
  const { count } = useWords();
  const { support, attributedTo, citations } = claim;
  const citation = found ? citationOf(found.snippet, citations) : citations[0];
  const text = found?.snippet ?? citation?.quote;
  return (
    <li data-row>
      <ClaimLink claim={claim} />
      {text !== undefined && (
        <SourceWords text={text} language={citation?.language ?? null} marked={found?.matched ?? []} />
      )}
      <p class="facts">
        {claim.modality !== "ACTUAL" && <ModalityBadge modality={claim.modality} />}
        <RankBadge rank={claim.rank} />
        {claim.conflicts.length > 0 && <ContradictedBadge />}
        {attributedTo.length > 0 && (
          <span>
            <Say word="saidBy" values={{ names: <EntityLinks entities={attributedTo} /> }} />
          </span>
        )}
        {citation && (
          <span>
            <EntityLink entity={citation.source} />
            <PublishedAt source={citation.source} />
          </span>
        )}
        <span>
          {count("citations", support.citations)} · {count("origins", support.origins)}
        </span>
      </p>
    </li>
  );
}

/** When a source was published, behind its name; nothing where that is not told. */
export function PublishedAt({ source: { publishedAt } }: { readonly source: { readonly publishedAt: string | null } }) {
  const { say } = useWords();
  return (
    publishedAt !== null && (
      <>
        {say("comma")}
        <time dateTime={publishedAt}>{publishedAt}</time>
      </>
    )
  );
}

/** The citation from whose quote a snippet was taken: all its parts stand in the quote. */
function citationOf(snippet: string, citations: CitedClaimFragment["citations"]) {
  const parts = snippet.split("…").map((part) => part.trim());
  return (
    citations.find(({ quote }) => quote === snippet) ??
    citations.find(({ quote }) => parts.every((part) => quote.includes(part)))
  );
}
