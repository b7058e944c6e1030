import { csvFile } from "../../claims/csvLines.js";
import { page, type Shown } from "../page.js";
import { ConflictRows, newest } from "../parts/ConflictRows.js";
import { Facets, withChosen, type FacetGroup } from "../parts/Facets.js";
import { EntityLink } from "../parts/names.js";
import { Pager } from "../parts/Pager.js";
import { Say, useWords } from "../parts/Say.js";
import { ConflictsDocument, type ConflictKind, type ConflictsQuery } from "../queries/generated/graphql.js";
import { asOfOf, hereWith, useVisit, type Visit } from "../visit.js";
import { say } from "../words.js";
import { Errors } from "./failure.js";

/** `/conflicts?about=:id&kind=&predicate=`: what cannot all hold, one contradiction a row. */
export const conflictsPage = page({
  name: "Conflicts",
  path: /^\/conflicts$/u,
  operation: ConflictsDocument,
  variables: (visit) => ({
    about: visit.search.get("about"),
    id: visit.search.get("about") ?? "",
    ofOne: visit.search.has("about"),
    kind: visit.search.get("kind") as ConflictKind | null,
    predicate: visit.search.get("predicate"),
    first: Number(visit.search.get("first") ?? 20),
    after: visit.search.get("after"),
    lang: visit.language,
    asOf: asOfOf(visit),
  }),
  essential: "conflicts",
  show({ data, errors }, visit): Shown {
    const about = data?.entity?.id;
    if (about !== undefined && about !== visit.search.get("about")) return { moved: hereWith(visit, { about }) };
    return {
      title: say(visit.language, "conflicts"),
      main: (
        <>
          <Conflicts data={data!} />
          <Errors errors={errors} />
        </>
      ),
      section: "conflicts",
    };
  },
  files: { csv: { mediaType: "text/csv", write: csv } },
});

function Conflicts({ data: { conflicts, entity, ontology } }: { readonly data: ConflictsQuery }) {
  const visit = useVisit();
  const { say, count } = useWords();
  const group = (name: string, parameter: string, values: FacetGroup["values"]): FacetGroup => ({
    ...{ name, parameter },
    values: withChosen(values, visit.search.get(parameter)),
  });
  return (
    <>
      <h1>
        {entity ? <Say word="conflictsAbout" values={{ name: <EntityLink entity={entity} /> }} /> : say("conflicts")}
      </h1>
      <p class="intro">{say("conflictsIntro")}</p>
      {entity && (
        <p>
          <a href={hereWith(visit, { about: null, after: null })}>{say("conflictsOfAll")}</a>
        </p>
      )}
      {conflicts && conflicts.totalCount === 0 && <None />}
      {conflicts && (
        <div class="with-facets">
          <div>
            {conflicts.totalCount > 0 && <p class="faint">{count("conflictsHere", conflicts.totalCount)}</p>}
            <ConflictRows conflicts={conflicts.nodes} units={ontology?.units ?? []} />
            <Pager next={conflicts.pageInfo.hasNextPage ? (conflicts.pageInfo.endCursor ?? null) : null} />
          </div>
          <Facets
            groups={[
              group(say("ofConflict"), "kind", conflicts.facets.kinds),
              group(say("ofPredicate"), "predicate", conflicts.facets.predicates),
            ]}
          />
        </div>
      )}
    </>
  );
}

/** Says what is compared and what is not: that nothing was found means no more than that. */
function None() {
  const { search } = useVisit();
  const { say } = useWords();
  const isNarrowed = ["about", "kind", "predicate"].some((name) => search.has(name));
  return (
    <>
      <p>{say(isNarrowed ? "noSuchConflicts" : "noConflicts")}</p>
      <p class="intro faint">
        {say("compared")} {say("notCompared")}
      </p>
    </>
  );
}

type Line = NonNullable<ConflictsQuery["conflicts"]>["nodes"][number];

function csv({ conflicts }: ConflictsQuery, { base }: Visit): string {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).join("\n");
  return csvFile<Line>(
    [
      ["id", ({ id }) => id],
      ["kind", ({ kind }) => kind],
      ["explanation", ({ explanation }) => explanation],
      ["min", ({ spread }) => spread?.min ?? null],
      ["max", ({ spread }) => spread?.max ?? null],
      ["unit", ({ spread }) => spread?.unit ?? null],
      ["claims", ({ claims }) => ids(claims)],
      ["sources", ({ sources }) => ids(sources)],
      ["newest", ({ claims }) => (claims.length > 0 ? newest(claims) : null)],
      ["address", ({ id }) => `${base}conflicts/${id}`],
    ],
    conflicts?.nodes ?? [],
  );
}
