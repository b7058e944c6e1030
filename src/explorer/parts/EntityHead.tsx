import { isWebAddress } from "../../claims/webAddress.js";
import type { EntityPageQuery } from "../queries/generated/graphql.js";
import { linkTo, useVisit } from "../visit.js";
import { AwayIcon } from "./icons.js";
import { List } from "./List.js";
import { Bdi, languageOf } from "./names.js";
import { Say, useWords } from "./Say.js";

type Entity = NonNullable<EntityPageQuery["entity"]>;
type Ontology = EntityPageQuery["ontology"];

interface Props {
  readonly entity: Entity;
  readonly ontology: Ontology;
  /** Of what sort it is, where the kind does not say all: a source's. */
  readonly sort?: string;
}

/** What an entity is called, in every language, and where else it is known. */
export function EntityHead({ entity, ontology, sort }: Props) {
  const { say } = useWords();
  const { id, name, names, aliases, description, identifiers, kindLabel } = entity;
  const others = names.filter(({ text }) => text !== name);
  return (
    <header class="entity-head">
      <p class="crumb">
        {kindLabel}
        {sort !== undefined && <> · {sort}</>} <code>{id}</code>
      </p>
      <h1>
        <Bdi text={name} language={languageOf(entity)} />
      </h1>
      {others.length > 0 && (
        <p class="other-names">
          {others.map(({ language, text }) => (
            <Bdi key={language} text={text} language={language} />
          ))}
        </p>
      )}
      {description !== null && <p class="description">{description}</p>}
      {(aliases.length > 0 || identifiers.length > 0) && (
        <dl class="parts">
          {aliases.length > 0 && (
            <div>
              <dt>{say("alsoCalled")}</dt>
              <dd>
                <List
                  items={aliases.map((alias) => (
                    <bdi>{alias}</bdi>
                  ))}
                />
              </dd>
            </div>
          )}
          {identifiers.map(({ scheme, value, url }) => (
            <div key={scheme + value}>
              <dt>{ontology?.identifierSchemes.find(({ name }) => name === scheme)?.label ?? scheme}</dt>
              <dd>
                {url !== null && isWebAddress(url) ? (
                  <a href={url} rel="external">
                    {value} <AwayIcon />
                  </a>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Merges entity={entity} />
    </header>
  );
}

/** What was taken for the same thing, or expressly for another, and why. */
function Merges({ entity: { history } }: { readonly entity: Entity }) {
  const visit = useVisit();
  const parted = history.filter(({ action }) => action === "UNMERGED").map(({ other }) => other);
  const merged = history.filter(
    ({ action, other }) => action === "MERGED" && other !== null && !parted.includes(other),
  );
  const apart = history.filter(({ action, other }) => action === "KEPT_APART" && other !== null);
  if (merged.length + apart.length === 0) return null;
  return (
    <ul class="merges">
      {merged.map(({ other, by, at, reason }) => (
        <li key={other}>
          <Say
            word="mergedHere"
            values={{
              id: <code>{other}</code>,
              by: <bdi>{by}</bdi>,
              date: <time dateTime={at}>{at.slice(0, 10)}</time>,
            }}
          />
          {reason !== null && <>: {reason}</>}
        </li>
      ))}
      {apart.map(({ other, by, at, reason }) => (
        <li key={other}>
          <Say
            word="keptApart"
            values={{
              id: (
                <a href={linkTo(visit, `/e/${other}`)}>
                  <code>{other}</code>
                </a>
              ),
              by: <bdi>{by}</bdi>,
              date: <time dateTime={at}>{at.slice(0, 10)}</time>,
            }}
          />
          {reason !== null && <>: {reason}</>}
        </li>
      ))}
    </ul>
  );
}
