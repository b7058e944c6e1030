import type { CuratedEntityQuery } from "../queries/generated/graphql.js";
import { Bdi, EntityLink } from "./names.js";

type Entity = Pick<
  NonNullable<CuratedEntityQuery["entity"]>,
  "id" | "name" | "names" | "kindLabel" | "aliases" | "description"
>;

/** The entity that a form is about: enough to tell it from another. */
export function AboutEntity({ entity }: { readonly entity: Entity }) {
  const others = entity.names.filter(({ text }) => text !== entity.name);
  return (
    <section class="card about">
      <p class="statement">
        <EntityLink entity={entity} />
      </p>
      <p class="faint">
        {entity.kindLabel} <code>{entity.id}</code>
      </p>
      {others.map(({ language, text }) => (
        <p key={language}>
          <Bdi text={text} language={language} />
        </p>
      ))}
      {entity.aliases.length > 0 && <p class="faint">{entity.aliases.join(" · ")}</p>}
      {entity.description !== null && <p>{entity.description}</p>}
    </section>
  );
}
