import { page, type Shown } from "../../page.js";
import { ClaimLink } from "../../parts/ClaimLink.js";
import { EntityLink } from "../../parts/names.js";
import { useWords } from "../../parts/Say.js";
import { ChangesDocument, type ChangesQuery } from "../../queries/generated/graphql.js";
import { hereWith, useVisit } from "../../visit.js";
import { say } from "../../words.js";
import { Errors } from "../failure.js";

/** How many stand on a page. */
const PAGE = 50;

/** `/changes?before=`: what was done here, the newest first, by whom and why. */
export const changesPage = page({
  name: "Changes",
  path: /^\/changes$/u,
  operation: ChangesDocument,
  variables: ({ search, language }) => ({ before: search.get("before"), lang: language }),
  show: ({ data, errors }, visit): Shown => ({
    title: say(visit.language, "changes"),
    forms: true,
    main: (
      <>
        <Errors errors={errors} />
        <Changes {...data!} />
      </>
    ),
    noindex: true,
  }),
  files: {},
});

function Changes({ changes: inOrder, ontology }: ChangesQuery) {
  const visit = useVisit();
  const { say, language } = useWords();
  const labels = ontology?.enums.find(({ name }) => name === "ChangeAction")?.values ?? [];
  const time = new Intl.DateTimeFormat(language === "ar" ? "ar-u-nu-latn" : "en-GB", {
    ...{ dateStyle: "medium", timeStyle: "short", timeZone: "UTC" },
  });
  const changes = inOrder?.toReversed() ?? [];
  const last = changes.at(-1);
  return (
    <article>
      <h1>{say("changes")}</h1>
      <p class="faint">{say("changesMean")}</p>
      {changes.length === 0 && <p>{say("noChanges")}</p>}
      {last && (
        <div class="scroll" tabIndex={0} role="region" aria-label={say("changes")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("columnWhen")}</th>
                <th scope="col">{say("columnWhat")}</th>
                <th scope="col">{say("columnOf")}</th>
                <th scope="col">{say("columnBy")}</th>
                <th scope="col">{say("reason")}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ seq, action, at, by, reason, claim, entity }) => (
                <tr key={seq} data-row>
                  <td>
                    <time dateTime={at}>{time.format(new Date(at))}</time>
                  </td>
                  <td>{labels.find(({ name }) => name === action)?.label ?? action}</td>
                  <td>{claim ? <ClaimLink claim={claim} /> : entity && <EntityLink entity={entity} />}</td>
                  <td>
                    <bdi>{by}</bdi>
                  </td>
                  <td>{reason !== null && <bdi>{reason}</bdi>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {last && changes.length === PAGE && <a href={hereWith(visit, { before: last.seq })}>{say("nextOnes")}</a>}
    </article>
  );
}
