import { Fragment } from "preact";
import { directionOf, say } from "../words.js";
import { linkTo, useVisit } from "../visit.js";
import type { EntityMentionFragment } from "../queries/generated/graphql.js";

/** What of an entity is needed to name it. */
export type Mentioned = Pick<EntityMentionFragment, "id" | "name" | "names">;

/** The language in which an entity's name is given, a BCP 47 tag; null where it is not told. */
export function languageOf({ name, names }: Pick<Mentioned, "name" | "names">): string | null {
  return names.find(({ text }) => text === name)?.language ?? null;
}

/** Words in their language, kept apart from the sentence around them. */
export function Bdi({ text, language }: { readonly text: string; readonly language: string | null }) {
  return language === null ? (
    <bdi>{text}</bdi>
  ) : (
    <bdi lang={language} dir={directionOf(language)}>
      {text}
    </bdi>
  );
}

/** An entity's name, as a link to its page; to a part of it, where a fragment is given. */
export function EntityLink({ entity, fragment }: { readonly entity: Mentioned; readonly fragment?: string }) {
  const visit = useVisit();
  return (
    <a href={linkTo(visit, `/e/${entity.id}${fragment === undefined ? "" : `#${fragment}`}`)}>
      <Bdi text={entity.name} language={languageOf(entity)} />
    </a>
  );
}

/** Several entities, parted by commas. */
export function EntityLinks({ entities }: { readonly entities: readonly Mentioned[] }) {
  const { language } = useVisit();
  return (
    <>
      {entities.map((entity, index) => (
        <Fragment key={entity.id}>
          {index > 0 && say(language, "comma")}
          <EntityLink entity={entity} />
        </Fragment>
      ))}
    </>
  );
}
