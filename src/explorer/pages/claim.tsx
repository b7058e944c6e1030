import { page, type AnswerError, type AnyPage, type Shown } from "../page.js";
import { CitationCard } from "../parts/claim/CitationCard.js";
import { Band } from "../parts/claim/Band.js";
import { ChainSection } from "../parts/claim/ChainSection.js";
import { Contradictions } from "../parts/claim/Contradictions.js";
import { Facts, History, TakeAway } from "../parts/claim/Facts.js";
import { SupportLine } from "../parts/claim/SupportLine.js";
import type { PageClaim, Units } from "../parts/claim/types.js";
import { CurateClaim } from "../parts/CurateClaim.js";
import { ModalityBadge, RankBadge, StatusBadge } from "../parts/Badges.js";
import { useWords } from "../parts/Say.js";
import { ClaimPageDocument } from "../queries/generated/graphql.js";
import { alternates, playgroundLink } from "../render.js";
import { asOfOf, hereWith, useVisit, type Visit } from "../visit.js";
import { Errors } from "./failure.js";
import { notFound } from "./notFound.js";

/** `/c/:id`: a claim as an exhibit, with its quotes in place. Of more than fifty, `after` is where the next begin, and `from` the number of the first of them. */
export const claimPage = page({
  name: "ClaimPage",
  path: /^\/c\/(?<id>[^/]+)$/u,
  operation: ClaimPageDocument,
  essential: "claim",
  variables: (visit) => ({
    ...{ id: visit.params["id"]!, lang: visit.language, asOf: asOfOf(visit) },
    after: visit.search.get("after"),
  }),
  show({ data, errors }, visit): Shown {
    const claim = data?.claim;
    if (!claim) return notFound(visit, visit.params["id"]!);
    const main = <ClaimExhibit claim={claim} units={data.ontology?.units ?? []} errors={errors} />;
    return { title: claim.statement, main, noindex: claim.status !== "ACTIVE" };
  },
  files: Object.fromEntries(
    ["csv", "jsonld", "bib", "csl.json"].map((ending) => [
      ending,
      {
        claims: (visit: Visit) => `claims/${encodeURIComponent(visit.params["id"]!)}.${ending}${asOfParameter(visit)}`,
      },
    ]),
  ),
});

/** The moment of a visit, as the addresses of files of claims take it. */
function asOfParameter(visit: Visit): string {
  const asOf = asOfOf(visit);
  return asOf === null ? "" : `?${new URLSearchParams({ asOf: JSON.stringify(asOf) }).toString()}`;
}

interface Props {
  readonly claim: PageClaim;
  readonly units: Units;
  readonly errors: readonly AnswerError[];
}

function ClaimExhibit({ claim, units, errors }: Props) {
  const visit = useVisit();
  const { say } = useWords();
  const first = Math.max(1, Number(visit.search.get("from")) || 1);
  const citations = claim.citationPages.nodes.map((citation, index) => ({ citation, number: first + index }));
  const own: AnyPage = claimPage;
  return (
    <article class="claim">
      <Band claim={claim} />
      <header>
        <p class="crumb">
          {say("claim")} <code>{claim.id}</code>
        </p>
        <h1>{claim.statement}</h1>
        <p class="badges">
          <ModalityBadge modality={claim.modality} /> <RankBadge rank={claim.rank} />{" "}
          <StatusBadge status={claim.status} />
        </p>
        <SupportLine claim={claim} />
        <CurateClaim claim={claim} source={citations[0]?.citation.source.id ?? null} />
      </header>
      <Errors errors={errors} />
      <Contradictions claim={claim} />
      <ChainSection claim={claim} citations={citations} />
      <div class="exhibit">
        <section class="citations" aria-labelledby="citations">
          <h2 id="citations">{say("citationsTitle")}</h2>
          {citations.map(({ citation, number }) => (
            <CitationCard key={citation.id} claim={claim} citation={citation} number={number} open={number === first} />
          ))}
          <OtherCitations claim={claim} first={first} />
        </section>
        <div class="claim-side">
          <Facts claim={claim} units={units} />
          <History claim={claim} />
          <TakeAway claim={claim} files={alternates(own, visit)} playground={playgroundLink(own, visit)} />
        </div>
      </div>
    </article>
  );
}

/** Which of a claim's citations are shown, where that is not all of them, and ways to the others. */
function OtherCitations({ claim, first }: { readonly claim: PageClaim; readonly first: number }) {
  const visit = useVisit();
  const { say } = useWords();
  const { pageInfo, nodes } = claim.citationPages;
  const { citations: total } = claim.support;
  const last = first + nodes.length - 1;
  if (nodes.length === total) return null;
  return (
    <nav class="citation-pages" aria-label={say("citationsTitle")}>
      <p>{say("shownOf", { first, last, total })}</p>
      {first > 1 && <a href={hereWith(visit, { after: null, from: null })}>{say("toFirst")}</a>}
      {pageInfo.hasNextPage && (
        <a rel="next" href={hereWith(visit, { after: pageInfo.endCursor, from: String(last + 1) })}>
          {say("toNext")}
        </a>
      )}
    </nav>
  );
}
