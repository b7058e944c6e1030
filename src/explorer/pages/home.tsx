import { page, type Answer, type Shown } from "../page.js";
import { Carried } from "../parts/Frame.js";
import { CitedClaim } from "../parts/CitedClaim.js";
import { ConflictRows } from "../parts/ConflictRows.js";
import { Bdi, languageOf } from "../parts/names.js";
import { Say, useWords } from "../parts/Say.js";
import { HomeDocument, type HomeQuery } from "../queries/generated/graphql.js";
import { asOfOf, linkTo, useVisit } from "../visit.js";
import { Errors } from "./failure.js";

/** `/`: where one begins: a search, questions that lead somewhere, what came last and what is contradicted. */
export const homePage = page({
  name: "Home",
  path: /^\/$/u,
  operation: HomeDocument,
  variables: (visit) => ({ lang: visit.language, asOf: asOfOf(visit) }),
  show: ({ data, errors }): Shown => ({
    title: "Sanad",
    main: <Home data={data!} errors={errors} />,
    ownSearch: true,
    ...(errors.some(({ extensions }) => extensions?.code === "BAD_USER_INPUT") && { status: 400 }),
  }),
  files: {},
});

function Home({ data, errors }: { readonly data: HomeQuery; readonly errors: Answer<HomeQuery>["errors"] }) {
  const visit = useVisit();
  const { say } = useWords();
  const latest = data.latest?.nodes ?? [];
  const conflicts = data.conflicts?.nodes ?? [];
  return (
    <div class="home-page">
      <h1>{say("homeTitle")}</h1>
      <p class="intro">{say("homeIntro")}</p>
      <form class="search large" role="search" action="/" method="get">
        <input type="search" name="q" data-suggest aria-label={say("searchBox")} placeholder={say("searchBox")} />
        <Carried />
        <button type="submit">{say("search")}</button>
      </form>
      <Errors errors={errors} />
      <Questions data={data} />
      <Counts data={data} />
      <div class="columns">
        <section aria-labelledby="latest">
          <h2 id="latest">{say("latestClaims")}</h2>
          {latest.length === 0 && <p>{say("nothingYet")}</p>}
          <ul class="rows plain">
            {latest.map((claim) => (
              <CitedClaim key={claim.id} claim={claim} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="open">
          <h2 id="open">{say("openConflicts")}</h2>
          {data.conflicts && conflicts.length === 0 && <p>{say("noConflicts")}</p>}
          <ConflictRows conflicts={conflicts} units={data.ontology?.units ?? []} />
          {conflicts.length > 0 && (
            <p>
              <a href={linkTo(visit, "/conflicts")}>{say("allConflicts")}</a>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

/** Three questions, of what the graph holds now: its best cited claim, a conflict, of figures where there is one, and what most is claimed of. */
function Questions({ data }: { readonly data: HomeQuery }) {
  const visit = useVisit();
  const { say } = useWords();
  const claims = data.claims?.nodes ?? [];
  if (claims.length === 0) return null;
  const cited = claims.reduce((best, one) => (one.support.citations > best.support.citations ? one : best));
  const conflicts = data.conflicts?.nodes ?? [];
  const conflict = conflicts.find(({ spread }) => spread !== null) ?? conflicts[0];
  const contradicted = conflict?.claims[0]?.subject ?? conflict?.sources[0];
  const subject = mostFrequent(claims.map((claim) => claim.subject));
  return (
    <nav class="questions" aria-label={say("questions")}>
      <ul>
        <li>
          <a href={linkTo(visit, `/e/${subject.id}`)}>
            <Say word="whatSaid" values={{ name: <Bdi text={subject.name} language={languageOf(subject)} /> }} />
          </a>
        </li>
        <li>
          <a href={linkTo(visit, `/c/${cited.id}`)}>
            <Say word="howKnown" values={{ statement: <bdi>{cited.statement}</bdi> }} />
          </a>
        </li>
        {contradicted && (
          <li>
            <a href={linkTo(visit, `/conflicts/${conflict!.id}`)}>
              <Say
                word="whoContradicts"
                values={{ name: <Bdi text={contradicted.name} language={languageOf(contradicted)} /> }}
              />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What most of a list are; the first of those that are equally many. */
function mostFrequent<Item extends { readonly id: string }>(items: readonly Item[]): Item {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  return items.reduce((best, one) => (counts.get(one.id)! > counts.get(best.id)! ? one : best));
}

function Counts({ data: { entities, sources, claims, conflicts } }: { readonly data: HomeQuery }) {
  const { count } = useWords();
  return (
    <p class="facts counts">
      {entities && sources && <span>{count("entitiesHere", entities.totalCount - sources.totalCount)}</span>}
      {claims && <span>{count("claims", claims.totalCount)}</span>}
      {sources && <span>{count("sources", sources.totalCount)}</span>}
      {conflicts && <span>{count("conflictsHere", conflicts.totalCount)}</span>}
    </p>
  );
}
