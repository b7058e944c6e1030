import { page, type Shown } from "../../page.js";
import { AboutEntity } from "../../parts/AboutEntity.js";
import { Carried } from "../../parts/Frame.js";
import { useWords } from "../../parts/Say.js";
import { DuplicatesDocument, type DuplicatesQuery } from "../../queries/generated/graphql.js";
import { hereWith, isCurator, linkTo, useVisit } from "../../visit.js";
import { say } from "../../words.js";
import { Errors } from "../failure.js";

/** `/duplicates?kind=`: pairs that may be one thing, with why, for a person to decide. */
export const duplicatesPage = page({
  name: "Duplicates",
  path: /^\/duplicates$/u,
  operation: DuplicatesDocument,
  variables: ({ search, language }) => ({
    kind: search.get("kind") || null,
    after: search.get("after"),
    lang: language,
  }),
  show: ({ data, errors }, visit): Shown => ({
    title: say(visit.language, "duplicates"),
    forms: true,
    main: (
      <>
        <Errors errors={errors} />
        <Duplicates {...data!} />
      </>
    ),
    noindex: true,
  }),
  files: {},
});

function Duplicates({ duplicates, ontology }: DuplicatesQuery) {
  const visit = useVisit();
  const { say } = useWords();
  const mayWrite = isCurator(visit.viewer);
  const { hasNextPage = false, endCursor = null } = duplicates?.pageInfo ?? {};
  return (
    <article>
      <h1>{say("duplicates")}</h1>
      <p class="faint">{say("duplicatesMean")}</p>
      <form method="get" class="filter">
        <label>
          {say("fieldKind")}{" "}
          <select name="kind">
            <option value="">{say("everyKind")}</option>
            {(ontology?.kinds ?? []).map(({ name, plural }) => (
              <option key={name} value={name} selected={visit.search.get("kind") === name}>
                {plural}
              </option>
            ))}
          </select>
        </label>
        <Carried />
        <button type="submit">{say("showThese")}</button>
      </form>
      {duplicates?.nodes.length === 0 && <p>{say("noDuplicates")}</p>}
      <ul class="pairs">
        {duplicates?.nodes.map(({ id, reasons, entities }) => {
          const [one, other] = entities;
          if (!one || !other) return null;
          return (
            <li key={id} data-row>
              <div class="beside">
                <AboutEntity entity={one} />
                <AboutEntity entity={other} />
              </div>
              <ul class="faint">
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              {mayWrite && (
                <p class="actions">
                  <a class="button" href={linkTo(visit, `/e/${other.id}/merge`, { with: one.id })}>
                    {say("theSame")}
                  </a>
                  <a class="button" href={linkTo(visit, `/e/${one.id}/apart`, { with: other.id })}>
                    {say("notTheSame")}
                  </a>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {hasNextPage && <a href={hereWith(visit, { after: endCursor })}>{say("nextOnes")}</a>}
    </article>
  );
}
