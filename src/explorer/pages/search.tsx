import { csvFile, type Cell } from "../../claims/csvLines.js";
import { page, type Shown } from "../page.js";
import { CitedClaim } from "../parts/CitedClaim.js";
import { Facets, withChosen, type FacetGroup } from "../parts/Facets.js";
import { EntityLink } from "../parts/names.js";
import { Pager } from "../parts/Pager.js";
import { Say, useWords } from "../parts/Say.js";
import { Marked } from "../parts/SourceWords.js";
import { SearchDocument, type SearchQuery, type SearchQueryVariables } from "../queries/generated/graphql.js";
import { asOfOf, hereWith, linkTo, useVisit, type Visit } from "../visit.js";
import { say } from "../words.js";

type Found = NonNullable<SearchQuery["search"]>;
type Edge = Found["edges"][number];

/** `/?q=…`: what is called so, and what is claimed in such words. */
export const searchPage = page({
  name: "Search",
  path: /^\/$/u,
  matches: (search) => soughtIn(search) !== "",
  operation: SearchDocument,
  variables: ({ search, language, ...visit }: Visit): SearchQueryVariables => ({
    text: soughtIn(search),
    kinds: search.has("kind") ? search.getAll("kind") : null,
    claims: claimsIn(search),
    after: search.get("after"),
    lang: language,
    asOf: asOfOf({ search, language, ...visit }),
  }),
  essential: "search",
  show: ({ data }, visit): Shown => ({
    title: say(visit.language, "foundFor", { text: soughtIn(visit.search) }),
    main: <Results found={data!.search!} />,
    noindex: true,
  }),
  files: { csv: { mediaType: "text/csv", write: csv } },
});

function soughtIn(search: URLSearchParams): string {
  return (search.get("q") ?? "").trim();
}

/** What of the address narrows the claims; null where nothing does. As a `ClaimFilter` of the schema. */
function claimsIn(search: URLSearchParams): SearchQueryVariables["claims"] {
  const [predicate, modality, source] = ["predicate", "modality", "source"].map((name) => search.get(name));
  if (!predicate && !modality && !source) return null;
  return {
    ...(predicate && { predicate: { eq: predicate } }),
    ...(modality && { modality: { eq: modality as "ACTUAL" } }),
    ...(source && { source: { id: { eq: source } } }),
  };
}

function Results({ found }: { readonly found: Found }) {
  const { search } = useVisit();
  const { say, count } = useWords();
  const text = <bdi>{soughtIn(search)}</bdi>;
  if (found.edges.length === 0 && !search.has("after")) return <Nothing text={soughtIn(search)} />;
  const names = found.edges.filter(({ node }) => node.__typename !== "Claim");
  const claims = found.edges.filter(({ node }) => node.__typename === "Claim");
  return (
    <div class="with-facets">
      <div>
        <h1>
          <Say word="foundFor" values={{ text }} />
        </h1>
        <p class="faint">
          {count("found", found.totalCount)}
          {!found.complete && <>. {say("notAllFound")}</>}
        </p>
        {names.length > 0 && (
          <section aria-labelledby="names">
            <h2 id="names">{say("foundNames")}</h2>
            <ul class="rows plain">
              {names.map((edge) => (
                <FoundName key={edge.node.id} edge={edge} />
              ))}
            </ul>
          </section>
        )}
        {claims.length > 0 && (
          <section aria-labelledby="claims">
            <h2 id="claims">{say("foundQuotes")}</h2>
            <ul class="rows plain">
              {claims.map(
                ({ node, snippet, matched }) =>
                  node.__typename === "Claim" && <CitedClaim key={node.id} claim={node} found={{ snippet, matched }} />,
              )}
            </ul>
          </section>
        )}
        <Pager next={found.pageInfo.hasNextPage ? (found.pageInfo.endCursor ?? null) : null} />
      </div>
      <Facets groups={useGroups(found)} />
    </div>
  );
}

function FoundName({ edge: { node, snippet, matched } }: { readonly edge: Edge }) {
  const { count } = useWords();
  if (!("kindLabel" in node)) return null;
  const language = node.names.find(({ text }) => text === snippet)?.language ?? null;
  return (
    <li data-row>
      <EntityLink entity={node} /> <span class="badge">{node.kindLabel}</span>
      <p class="facts">
        {snippet !== node.name && (
          <span>
            <Say
              word="foundAs"
              values={{
                name: (
                  <bdi {...(language !== null && { lang: language })}>
                    <Marked text={snippet} spans={matched} />
                  </bdi>
                ),
              }}
            />
          </span>
        )}
        <span>{count("claims", node.claims.totalCount)}</span>
      </p>
    </li>
  );
}

function useGroups({ facets }: Found): FacetGroup[] {
  const { search } = useVisit();
  const { say } = useWords();
  const ofClaims = ["predicate", "modality", "source"];
  const group = (name: string, parameter: string, values: FacetGroup["values"], excludes: readonly string[]) => ({
    ...{ name, parameter, excludes },
    values: withChosen(values, search.get(parameter)),
  });
  return [
    group(say("ofKind"), "kind", facets.kinds, ofClaims),
    group(say("ofPredicate"), "predicate", facets.predicates, ["kind"]),
    group(say("ofModality"), "modality", facets.modalities, ["kind"]),
    group(say("ofSource"), "source", facets.sources.slice(0, 8), ["kind"]),
  ];
}

/** Says what was looked for, and offers less. */
function Nothing({ text }: { readonly text: string }) {
  const visit = useVisit();
  const { say } = useWords();
  const narrowed = ["kind", "predicate", "modality", "source"].filter((name) => visit.search.has(name));
  return (
    <>
      <h1>
        <Say word="nothingFoundFor" values={{ text: <bdi>{text}</bdi> }} />
      </h1>
      <p class="intro">{say("folded")}</p>
      {narrowed.length > 0 && (
        <p>
          <a href={hereWith(visit, Object.fromEntries(narrowed.map((name) => [name, null])))}>
            {say("withoutFilters")}
          </a>
        </p>
      )}
      <p class="facts">
        {lessOf(text).length > 0 && <span>{say("withLess")}</span>}
        {lessOf(text).map((less) => (
          <a key={less} href={linkTo(visit, "/", { q: less })}>
            <bdi>{less}</bdi>
          </a>
        ))}
      </p>
    </>
  );
}

/** Of several words, those without one of them; of one, its beginnings. */
function lessOf(text: string): string[] {
  const words = text.split(/\s+/u);
  if (words.length > 1) return words.map((_, left) => words.filter((_, index) => index !== left).join(" ")).slice(0, 5);
  const letters = [...text];
  const lengths = [letters.length - 1, Math.ceil(letters.length * 0.7), Math.ceil(letters.length / 2)];
  return [...new Set(lengths)].filter((length) => length >= 2).map((length) => letters.slice(0, length).join(""));
}

function csv({ search }: SearchQuery, { base }: Visit): string {
  const ofClaim = ({ node }: Edge) => (node.__typename === "Claim" ? node : null);
  const ofEntity = ({ node }: Edge) => ("kindLabel" in node ? node : null);
  return csvFile<Edge>(
    [
      ["id", ({ node }) => node.id],
      ["kind", (edge) => ofEntity(edge)?.kind ?? "CLAIM"],
      ["name", (edge): Cell => ofEntity(edge)?.name ?? ofClaim(edge)?.statement ?? null],
      ["match", ({ match }) => match],
      ["snippet", ({ snippet }) => snippet],
      ["predicate", (edge) => ofClaim(edge)?.predicate ?? null],
      ["modality", (edge) => ofClaim(edge)?.modality ?? null],
      ["claims", (edge) => ofEntity(edge)?.claims.totalCount ?? null],
      ["citations", (edge) => ofClaim(edge)?.support.citations ?? null],
      ["origins", (edge) => ofClaim(edge)?.support.origins ?? null],
      ["address", (edge) => `${base}${ofClaim(edge) ? "c" : "e"}/${edge.node.id}`],
    ],
    search?.edges ?? [],
  );
}
