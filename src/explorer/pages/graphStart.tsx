import { Carried } from "../parts/Frame.js";
import { Bdi, EntityLink, languageOf } from "../parts/names.js";
import { Say, useWords } from "../parts/Say.js";
import type { GraphEntityFragment, GraphPageQuery } from "../queries/generated/graphql.js";
import { hereWith, linkTo, useVisit } from "../visit.js";

/** How many entities are offered to begin with. */
const OFFERED = 12;

/** Where to begin, or where a chain is to lead: a search, what was found by it, and what the latest claims tell of most. */
export function StartView({ data, title }: { readonly data: GraphPageQuery; readonly title: string }) {
  const { say } = useWords();
  const { from, search, claims } = data;
  const found = (search?.edges ?? []).flatMap(({ node }) => ("name" in node ? [node as GraphEntityFragment] : []));
  return (
    <>
      {from && <p class="crumb">{say("graph")}</p>}
      <h1>{from ? <Say word="howFrom" values={{ name: <EntityLink entity={from} /> }} /> : title}</h1>
      {from ? <OtherEndForm from={from} /> : <FocusForm />}
      {search && (
        <>
          <h2>{say(found.length > 0 ? "whichOne" : "noneFound")}</h2>
          <Choices entities={found} />
        </>
      )}
      {claims && claims.nodes.length > 0 && (
        <>
          <h2>{say("latestAbout")}</h2>
          <Choices entities={mostMentioned(claims.nodes)} />
        </>
      )}
    </>
  );
}

/** The entities that are the ends of most of some claims, the first mentioned first among equals. */
function mostMentioned(claims: NonNullable<GraphPageQuery["claims"]>["nodes"]): GraphEntityFragment[] {
  const times = new Map<string, { readonly entity: GraphEntityFragment; count: number }>();
  for (const { subject, object } of claims) {
    for (const entity of object ? [subject, object] : [subject]) {
      const known = times.get(entity.id);
      if (known) known.count++;
      else times.set(entity.id, { entity, count: 1 });
    }
  }
  return [...times.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, OFFERED)
    .map(({ entity }) => entity);
}

function Choices({ entities }: { readonly entities: readonly GraphEntityFragment[] }) {
  const visit = useVisit();
  const from = visit.search.get("from");
  return (
    <ul class="offered">
      {entities.map((entity) => (
        <li key={entity.id} data-row>
          <a href={from ? hereWith(visit, { to: entity.id, q: null }) : linkTo(visit, "/graph", { focus: entity.id })}>
            <Bdi text={entity.name} language={languageOf(entity)} />
          </a>{" "}
          <span class="faint">{entity.kindLabel}</span>
        </li>
      ))}
    </ul>
  );
}

function FocusForm() {
  const { say } = useWords();
  return <Seek into="focus" label={say("seekFocus")} />;
}

/** Asks how an entity hangs together with another. */
export function OtherEndForm({
  from,
}: {
  readonly from: GraphEntityFragment | { readonly id: string; readonly name: string };
}) {
  const { say } = useWords();
  return <Seek from={from.id} into="to" label={say("seekOther", { name: from.name })} />;
}

/** A search for an entity, whose id goes `into` a parameter where it was chosen from suggestions. */
function Seek({ from, into, label }: { readonly from?: string; readonly into: string; readonly label: string }) {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <form class="seek" action="/graph" method="get">
      <label>
        <span>{label}</span>
        <input type="search" name="q" value={visit.search.get("q") ?? ""} data-suggest data-suggest-into={into} />
      </label>
      {from && <input type="hidden" name="from" value={from} />}
      <input type="hidden" name={into} />
      <Carried />
      <button type="submit">{say("show")}</button>
    </form>
  );
}
