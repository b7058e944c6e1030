import { asOfOf } from "../visit.js";
import { page, type Shown } from "../page.js";
import { ClaimPageDocument, type ClaimPageQuery } from "../queries/generated/graphql.js";
import { ModalityBadge, RankBadge, StatusBadge } from "../parts/Badges.js";
import { CurateClaim } from "../parts/CurateClaim.js";
import { Bdi, EntityLink, languageOf } from "../parts/names.js";
import { useWords } from "../parts/Say.js";
import { directionOf, say } from "../words.js";
import { notFound } from "./notFound.js";

type Claim = NonNullable<ClaimPageQuery["claim"]>;

/** `/c/:id`: a claim as an exhibit, with its quotes in place. */
export const claimPage = page({
  name: "ClaimPage",
  path: /^\/c\/(?<id>[^/]+)$/u,
  operation: ClaimPageDocument,
  variables: (visit) => ({ id: visit.params["id"]!, lang: visit.language, asOf: asOfOf(visit) }),
  show({ data }, visit): Shown {
    const claim = data?.claim;
    if (!claim) return notFound(visit, visit.params["id"]!);
    return { title: claim.statement, main: <ClaimExhibit claim={claim} />, noindex: claim.status !== "ACTIVE" };
  },
  files: Object.fromEntries(
    ["csv", "jsonld", "bib", "csl.json"].map((ending) => [
      ending,
      { claims: (visit: { params: Readonly<Record<string, string>> }) => `claims/${visit.params["id"]!}.${ending}` },
    ]),
  ),
});

function ClaimExhibit({ claim }: { readonly claim: Claim }) {
  const { language, count } = useWords();
  const { support } = claim;
  return (
    <article>
      <p class="crumb">
        {say(language, "claim")} <code>{claim.id}</code>
      </p>
      <h1>{claim.statement}</h1>
      <p class="badges">
        <ModalityBadge modality={claim.modality} /> <RankBadge rank={claim.rank} />{" "}
        <StatusBadge status={claim.status} />
      </p>
      <p>
        {count("citations", support.citations)}, {count("sources", support.sources)},{" "}
        {count("origins", support.origins)}
      </p>
      <CurateClaim claim={claim} />
      {claim.citations.map((citation, index) => (
        <section key={citation.id} id={`q${index + 1}`}>
          <h2>
            <EntityLink entity={citation.source} />
          </h2>
          <blockquote
            lang={citation.language ?? undefined}
            dir={citation.language ? directionOf(citation.language) : undefined}
          >
            {citation.quote}
          </blockquote>
          {citation.source.authors.map((author) => (
            <Bdi key={author.id} text={author.name} language={languageOf(author)} />
          ))}
        </section>
      ))}
    </article>
  );
}
