import { GraphDrawing, Legend } from "../parts/GraphDrawing.js";
import { apartIn, linesOf } from "../parts/drawn.js";
import { GraphTable } from "../parts/GraphTable.js";
import { EntityLink } from "../parts/names.js";
import { useWords } from "../parts/Say.js";
import type { GraphPageQuery } from "../queries/generated/graphql.js";
import { hereWith, linkTo, useVisit } from "../visit.js";
import { OtherEndForm } from "./graphStart.js";

type Around = NonNullable<GraphPageQuery["around"]>;

/** The claims around an entity: drawn, and the same as a table. */
export function AroundView({ around, title }: { readonly around: Around; readonly title: string }) {
  const visit = useVisit();
  const { say, count, language } = useWords();
  const { focus, entities, claims, totalCount, complete } = around;
  const lines = linesOf(claims, apartIn(visit.search), language);
  const given = claims.length === totalCount && complete;
  return (
    <>
      <p class="crumb">
        {say("graph")} · <EntityLink entity={focus} />
      </p>
      <h1>{title}</h1>
      {claims.length === 0 ? (
        <p>{say("nothingAround")}</p>
      ) : (
        <p>
          {count("entities", entities.length)}, {count("claims", claims.length)}
          {given ? "" : say(complete ? "ofTotal" : "ofMore", { total: totalCount })}. {say("everyLine")}
        </p>
      )}
      <Narrowing around={around} />
      {claims.length > 0 && (
        <>
          <Legend lines={lines} />
          <GraphDrawing title={title} entities={entities} lines={lines} focus={focus.id} />
          <h2 id="table">{say("sameAsTable")}</h2>
          <GraphTable claims={claims} />
        </>
      )}
      <h2>{say("furtherFrom")}</h2>
      <OtherEndForm from={focus} />
      <ul class="entities-here">
        {entities.map((entity, index) => (
          <li key={entity.id}>
            <EntityLink entity={entity} />{" "}
            {entity.id === focus.id ? (
              <span class="faint">{say("inTheMiddle")}</span>
            ) : (
              <a
                class="refocus"
                href={hereWith(visit, { focus: entity.id, apart: null })}
                aria-label={say("focusOn", { name: entity.name })}
                {...(index === 1 && { "data-key": "f", "data-key-label": say("focusKey") })}
              >
                {say("focusHere")}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo(visit, "/graph")}>{say("elsewhere")}</a>
      </p>
    </>
  );
}

/** How far, and which claims: as links, each to the same page otherwise. */
function Narrowing({ around: { facets } }: { readonly around: Around }) {
  const visit = useVisit();
  const { say } = useWords();
  const depth = visit.search.get("depth") ?? "2";
  const choices = [
    ["predicate", facets.predicates],
    ["modality", facets.modalities],
  ] as const;
  return (
    <nav class="narrowing" aria-label={say("narrow")}>
      <dl>
        <div>
          <dt>{say("howFar")}</dt>
          {["1", "2", "3"].map((far) => (
            <dd key={far}>
              <a href={hereWith(visit, { depth: far })} {...(far === depth && { "aria-current": "true" as const })}>
                {far}
              </a>
            </dd>
          ))}
        </div>
        {choices.map(([name, values]) => {
          const chosen = visit.search.get(name);
          if (!chosen && values.length < 2) return null;
          return (
            <div key={name}>
              <dt>{say(name)}</dt>
              {chosen && (
                <dd>
                  <a href={hereWith(visit, { [name]: null })}>{say("all")}</a>
                </dd>
              )}
              {values.slice(0, 12).map(({ value, label, count }) => (
                <dd key={value}>
                  <a
                    href={hereWith(visit, { [name]: value })}
                    {...(value === chosen && { "aria-current": "true" as const })}
                  >
                    {label} <span class="faint">{count}</span>
                  </a>
                </dd>
              ))}
            </div>
          );
        })}
        {visit.search.get("apart") && (
          <div>
            <dt>{say("takenApart")}</dt>
            <dd>
              <a href={hereWith(visit, { apart: null })}>{say("together")}</a>
            </dd>
          </div>
        )}
      </dl>
    </nav>
  );
}
