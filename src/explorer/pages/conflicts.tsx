import { csvFile } from "../../claims/csvLines.js";
import { page, type Shown } from "../page.js";
import { ConflictRows, newest } from "../parts/ConflictRows.js";
import { EntityLink } from "../parts/names.js";
import { Pager } from "../parts/Pager.js";
import { Say, useWords } from "../parts/Say.js";
import { ConflictsDocument, type ConflictsQuery } from "../queries/generated/graphql.js";
import { asOfOf, hereWith, useVisit, type Visit } from "../visit.js";
import { say } from "../words.js";
import { Errors } from "./failure.js";

/** `/conflicts?about=:id`: what cannot all hold, one contradiction a row. */
export const conflictsPage = page({
  name: "Conflicts",
  path: /^\/conflicts$/u,
  operation: ConflictsDocument,
  variables: (visit) => ({
    about: visit.search.get("about"),
    id: visit.search.get("about") ?? "",
    ofOne: visit.search.has("about"),
    first: Number(visit.search.get("first") ?? 20),
    after: visit.search.get("after"),
    lang: visit.language,
    asOf: asOfOf(visit),
  }),
  essential: "conflicts",
  show: ({ data, errors }, { language }): Shown => ({
    title: say(language, "conflicts"),
    main: (
      <>
        <Conflicts data={data!} />
        <Errors errors={errors} />
      </>
    ),
    section: "conflicts",
  }),
  files: { csv: { mediaType: "text/csv", write: csv } },
});

function Conflicts({ data: { conflicts, entity, ontology } }: { readonly data: ConflictsQuery }) {
  const visit = useVisit();
  const { say, count } = useWords();
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
      {conflicts && conflicts.totalCount > 0 && (
        <>
          <p class="faint">{count("conflictsHere", conflicts.totalCount)}</p>
          <ConflictRows conflicts={conflicts.nodes} units={ontology?.units ?? []} />
          <Pager next={conflicts.pageInfo.hasNextPage ? (conflicts.pageInfo.endCursor ?? null) : null} />
        </>
      )}
    </>
  );
}

/** Says what is compared and what is not: that nothing was found means no more than that. */
function None() {
  const { say } = useWords();
  return (
    <>
      <p>{say("noConflicts")}</p>
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
