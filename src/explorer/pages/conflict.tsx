import { csvFile, type Cell } from "../../claims/csvLines.js";
import { page, type Shown } from "../page.js";
import { ConflictBadge } from "../parts/ConflictRows.js";
import { EntityLinks } from "../parts/names.js";
import { Scale, type ScaleMark } from "../parts/Scale.js";
import { Say, useWords } from "../parts/Say.js";
import { bestCitation, SideBySide } from "../parts/SideBySide.js";
import { ConflictPageDocument, type ConflictPageQuery } from "../queries/generated/graphql.js";
import { asOfOf, linkTo, useVisit, type Visit } from "../visit.js";
import { say } from "../words.js";

export type Conflict = NonNullable<ConflictPageQuery["conflict"]>;
type Units = NonNullable<ConflictPageQuery["ontology"]>["units"];

/** `/conflicts/:id`: claims that cannot all hold, side by side. */
export const conflictPage = page({
  name: "ConflictPage",
  path: /^\/conflicts\/(?<id>[^/]+)$/u,
  operation: ConflictPageDocument,
  variables: (visit) => ({ id: visit.params["id"]!, lang: visit.language, asOf: asOfOf(visit) }),
  essential: "conflict",
  show({ data }, { language }): Shown {
    const conflict = data?.conflict;
    const section = "conflicts";
    if (!conflict) return { title: say(language, "notFound"), main: <Gone />, status: 404, noindex: true, section };
    return {
      title: conflict.explanation,
      main: <ConflictExhibit conflict={conflict} units={data.ontology?.units ?? []} />,
      section,
    };
  },
  files: { csv: { mediaType: "text/csv", write: csv } },
});

function Gone() {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <>
      <h1>{say("notFound")}</h1>
      <p class="intro">{say("conflictGone")}</p>
      <p>
        <a href={linkTo(visit, "/conflicts")}>{say("allConflicts")}</a>
      </p>
    </>
  );
}

function ConflictExhibit({ conflict, units }: { readonly conflict: Conflict; readonly units: Units }) {
  const { say } = useWords();
  const marks = conflict.kind === "VALUE" ? conflict.claims.flatMap(markOf) : [];
  return (
    <article class="conflict">
      <p class="crumb">
        {say("conflict")} <ConflictBadge kind={conflict.kind} />
      </p>
      <h1>{conflict.explanation}</h1>
      {conflict.claims.length > 0 && <Origins claims={conflict.claims} />}
      {marks.length > 0 && <Scale marks={marks} units={units} />}
      {conflict.claims.length > 0 && <SideBySide claims={conflict.claims} units={units} />}
      {conflict.sources.length > 0 && <Circle sources={conflict.sources} />}
    </article>
  );
}

function markOf({ quantity, ...claim }: Conflict["claims"][number]): ScaleMark[] {
  return quantity ? [{ ...claim, quantity }] : [];
}

/** Whether it is one voice that is heard in both. */
function Origins({ claims }: Pick<Conflict, "claims">) {
  const { say } = useWords();
  const shared = claims[0]!.origins.filter(({ id }) =>
    claims.every(({ origins }) => origins.some((origin) => origin.id === id)),
  );
  return (
    <p class="intro">
      {shared.length > 0 ? (
        <Say word="sharedOrigin" values={{ source: <EntityLinks entities={shared} /> }} />
      ) : (
        say("apartOrigins")
      )}
    </p>
  );
}

/** Sources in a circle, each with those that it is taken from. */
function Circle({ sources }: Pick<Conflict, "sources">) {
  return (
    <ul class="rows plain">
      {sources.map((source) => (
        <li key={source.id} data-row>
          <EntityLinks entities={[source]} />
          <p class="facts">
            <span>
              <Say word="derivedFromThese" values={{ names: <EntityLinks entities={source.derivedFrom} /> }} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A claim or a source a row. */
function csv({ conflict }: ConflictPageQuery, { base }: Visit): string {
  if (!conflict) return csvFile([], []);
  const joined = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name).join("\n");
  const whole = [
    ["conflict", () => conflict.id],
    ["kind", () => conflict.kind],
    ["explanation", () => conflict.explanation],
  ] as const satisfies [string, () => Cell][];
  if (conflict.claims.length === 0) {
    return csvFile<Conflict["sources"][number]>(
      [
        ...whole,
        ["source", ({ id }) => id],
        ["source_name", ({ name }) => name],
        ["url", ({ url }) => url],
        ["published_at", ({ publishedAt }) => publishedAt],
        ["taken_from", ({ derivedFrom }) => joined(derivedFrom)],
        ["address", ({ id }) => `${base}e/${id}`],
      ],
      conflict.sources,
    );
  }
  return csvFile<Conflict["claims"][number]>(
    [
      ...whole,
      ["claim", ({ id }) => id],
      ["statement", ({ statement }) => statement],
      ["amount", ({ quantity }) => quantity?.amount ?? null],
      ["unit", ({ quantity }) => quantity?.unit ?? null],
      ["bound", ({ quantity }) => quantity?.bound ?? null],
      ["object", ({ object }) => object?.name ?? null],
      ["text", ({ text }) => text],
      ["date", ({ date }) => date],
      ["modality", ({ modality }) => modality],
      ["rank", ({ rank }) => rank],
      ["valid_from", ({ validFrom }) => validFrom],
      ["valid_to", ({ validTo }) => validTo],
      ["speakers", ({ attributedTo }) => joined(attributedTo)],
      ["asserted_at", ({ assertedAt }) => assertedAt],
      ["recorded_at", ({ recordedAt }) => recordedAt],
      ["citations", ({ support }) => support.citations],
      ["origins", ({ origins }) => joined(origins)],
      ["quote", (claim) => bestCitation(claim)?.quote ?? null],
      ["quote_language", (claim) => bestCitation(claim)?.language ?? null],
      ["source", (claim) => bestCitation(claim)?.source.name ?? null],
      ["url", (claim) => bestCitation(claim)?.source.url ?? null],
      ["address", ({ id }) => `${base}c/${id}`],
    ],
    conflict.claims,
  );
}
