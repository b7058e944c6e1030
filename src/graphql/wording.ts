import type { StatementContext } from "../claims/statement.js";
import { nameIn } from "../cypher/rows.js";
import { NAMED, OF_ENTITY } from "../cypher/wanted.js";
import type { Reading } from "./context.js";
import { entitiesBy } from "./lists.js";
import { allReady, whenReady, type Ready } from "./ready.js";

const ONLY_NAMED = entitiesBy(NAMED);
const IN_ALL_LANGUAGES = entitiesBy({ columns: OF_ENTITY.names, linked: 0 });

/**
 * What sentences about some entities are made with: their names, and the language, the ontology's first where none is given. In that one their names are read
 * with every entity.
 */
export function wording(
  ids: readonly string[],
  lang: string | null | undefined,
  { ontology, loaders }: Reading,
): Ready<StatementContext> {
  const [first] = ontology.languages;
  const isFirst = (lang ?? first) === first;
  const entities = ids.map((id) => loaders.entityThere(id, isFirst ? ONLY_NAMED : IN_ALL_LANGUAGES));
  return whenReady(allReady(entities), (named) => {
    const nameOf = (id: string, language: string) => {
      const entity = named[ids.indexOf(id)]!;
      return isFirst ? entity.name : nameIn(entity, language, ontology);
    };
    return { ontology, nameOf, lang: lang ?? first };
  });
}
