import { page, type AnswerError, type Shown } from "../page.js";
import { ClaimList, Sorting } from "../parts/ClaimLists.js";
import { DotPlots } from "../parts/DotPlot.js";
import { CurateEntity } from "../parts/CurateEntity.js";
import { EntityHead } from "../parts/EntityHead.js";
import { Carried } from "../parts/Frame.js";
import { ReadingRoom } from "../parts/ReadingRoom.js";
import { Ring } from "../parts/Ring.js";
import { useWords } from "../parts/Say.js";
import { RepeatedBy, SourceFacts } from "../parts/SourceHead.js";
import { EntityPageDocument, type EntityPageQuery } from "../queries/generated/graphql.js";
import { hereWith, linkTo, useVisit } from "../visit.js";
import { askedOf, exportOf, variablesOf, type Role } from "../entityAsked.js";
import { Errors } from "./failure.js";
import { notFound } from "./notFound.js";

/** `/e/:id`: what is claimed of an entity, and of a source its text with the quotes taken from it. */
export const entityPage = page({
  name: "EntityPage",
  path: /^\/e\/(?<id>[^/]+)$/u,
  operation: EntityPageDocument,
  essential: "entity",
  variables: variablesOf,
  show({ data, errors }, visit): Shown {
    const entity = data?.entity;
    const { id } = visit.params;
    if (!entity) return notFound(visit, id!);
    if (entity.id !== id) return { moved: hereWith(visit, {}, `/e/${encodeURIComponent(entity.id)}`) };
    return { title: entity.name, main: <EntityPage data={data} entity={entity} errors={errors} /> };
  },
  files: { csv: { claims: exportOf }, jsonld: { claims: exportOf } },
});

interface Props {
  readonly data: EntityPageQuery;
  readonly entity: NonNullable<EntityPageQuery["entity"]>;
  readonly errors: readonly AnswerError[];
}

function EntityPage({ data, entity, errors }: Props) {
  const source = entity.__typename === "Source" ? entity : null;
  return (
    <article class="entity">
      <EntityHead entity={entity} ontology={data.ontology} {...(source && { sort: source.sourceTypeLabel })} />
      <CurateEntity entity={entity} />
      {source && <SourceFacts source={source} />}
      {source && <ReadingRoom source={source} />}
      {source && <RepeatedBy sources={source.repeatedBy} />}
      <Claims data={data} entity={entity} errors={errors} />
      <Together entity={entity} />
    </article>
  );
}

const LISTS = [
  ["SUBJECT", "about", "aboutHidden"],
  ["OBJECT", "leading", "leadingHidden"],
  ["SPEAKER", "said", "saidHidden"],
] as const satisfies readonly (readonly [Role, keyof EntityPageQuery, keyof EntityPageQuery])[];

function Claims({ data, entity, errors }: Props) {
  const visit = useVisit();
  const { say } = useWords();
  const { role, predicate, modality } = askedOf(visit);
  const predicates = data.ontology?.predicates.map(({ name }) => name) ?? [];
  const failed = [...new Map(errors.map((error) => [error.message, error])).values()];
  const shown = LISTS.filter(([, list, hidden]) => (data[list]?.totalCount ?? 0) + (data[hidden]?.totalCount ?? 0) > 0);
  const isQuoted = entity.__typename === "Source" && entity.citations.totalCount > 0;
  const isNarrowed = role !== null || predicate !== null || modality !== null;
  return (
    <>
      <Errors errors={failed} />
      {!visit.search.has("after") && !visit.search.has("before") && (
        <Ring
          entity={entity}
          about={data.about?.nodes ?? []}
          leading={data.leading?.nodes ?? []}
          predicates={predicates}
        />
      )}
      <DotPlots claims={data.dated?.nodes ?? []} />
      {shown.length > 0 && <Sorting />}
      {shown.map(([role, list, hidden]) => (
        <ClaimList key={role} role={role} page={data[list]!} hidden={data[hidden]} predicates={predicates} />
      ))}
      {shown.length === 0 && failed.length === 0 && !isQuoted && (
        <p>{say(isNarrowed ? "nothingSo" : "nothingClaimed")}</p>
      )}
      {isNarrowed && (
        <p>
          <a href={linkTo(visit, visit.path)}>{say("allClaims")}</a>
        </p>
      )}
    </>
  );
}

/** The ways into the graph: around the entity, and from it to another. */
function Together({ entity: { id } }: Pick<Props, "entity">) {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <section class="together" aria-labelledby="together">
      <h2 id="together">{say("together")}</h2>
      <form action="/graph" method="get">
        <input type="hidden" name="from" value={id} />
        <input type="hidden" name="to" />
        <Carried />
        <input
          type="search"
          name="toText"
          aria-label={say("otherEnd")}
          placeholder={say("otherEnd")}
          data-suggest
          data-suggest-into="to"
        />
        <button type="submit">{say("show")}</button>
      </form>
      <p>
        <a href={linkTo(visit, "/graph", { focus: id })} data-key="g">
          {say("inGraph")}
        </a>
      </p>
    </section>
  );
}
