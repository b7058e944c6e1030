import { foldName } from "../../claims/foldName.js";
import { isLanguageTag } from "../../claims/language.js";
import type { SourceText } from "../../cypher/batchRows.js";
import { entitiesMeant, namesakes } from "../../cypher/curate.js";
import { textsOf } from "../../cypher/lookups.js";
import { NOW_IN_FULL, type Moment } from "../../cypher/moment.js";
import type { Path } from "../../cypher/refusal.js";
import { rowsOf, type TextRow } from "../../cypher/rows.js";
import type { Kind, Ontology } from "../../ontology/ontology.js";
import type { Merged } from "../merged.js";
import type { Run } from "../port.js";
import type { Problems } from "./problems.js";

/** What the store knows of the ids in an input. */
export class Known {
  private constructor(
    /** The kind of each id that there is, of merged entities that of what they are now. */
    readonly kinds: ReadonlyMap<string, Kind>,
    /** By an id that was given: the entity that it stands for. */
    readonly entities: ReadonlyMap<string, string>,
    /** By a name that was given in the place of an id: the entities that go by it. */
    private readonly named: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** Looks ids up, as far as whoever asks may see: those who write see all. */
  static async read(run: Run, ontology: Ontology, ids: Iterable<string>, moment = NOW_IN_FULL): Promise<Known> {
    const all = [...new Set(ids)];
    type Meant = { readonly id: string; readonly entity: string; readonly kind: string };
    const kinds = new Map<string, Kind>();
    const entities = new Map<string, string>();
    for (const { id, entity, kind: name } of all.length === 0
      ? []
      : rowsOf<Meant>(await run(entitiesMeant(all, moment)))) {
      const kind = ontology.kinds.get(name);
      if (!kind) continue;
      kinds.set(id, kind);
      entities.set(id, entity);
    }
    const unknown = all.filter((id) => !kinds.has(id));
    return new Known(kinds, entities, await entitiesNamed(run, unknown, moment));
  }

  /** Of the ids those that were merged, with what they have become. */
  get merged(): Merged {
    return new Map([...this.entities].filter(([id, entity]) => id !== entity));
  }

  /** Whether an id is that of an entity, of the wanted kind where one is; if not that is a problem. */
  check(problems: Problems, id: string, path: Path, wanted: "SOURCE" | null = null): boolean {
    const kind = this.kinds.get(id);
    if (!kind) {
      const message = `there is no ${wanted === "SOURCE" ? "source" : "entity"} with the id ${JSON.stringify(id)}`;
      problems.add("UNKNOWN_ID", message, path, this.named.get(id));
    } else if (wanted !== null && kind.name !== wanted) {
      problems.add("WRONG_KIND", `${id} is a ${kind.name}, not a ${wanted}`, path);
    } else return true;
    return false;
  }
}

/** For those who write a name where an id should stand. */
async function entitiesNamed(
  run: Run,
  names: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const named = new Map<string, string[]>();
  if (names.length === 0) return named;
  const rows = rowsOf<{ name: string; id: string }>(await run(namesakes([...new Set(names.map(foldName))], moment)));
  for (const name of names) {
    const ids = rows.filter((row) => row.name === foldName(name)).map(({ id }) => id);
    named.set(name, ids.slice(0, 3));
  }
  return named;
}

/** The texts of sources as they are now. */
export async function storedTexts(
  run: Run,
  sources: Iterable<string>,
  moment = NOW_IN_FULL,
): Promise<ReadonlyMap<string, SourceText>> {
  const rows = rowsOf<TextRow>(await run(textsOf([...new Set(sources)], moment)));
  return new Map(rows.map(({ source, content, language, sha256 }) => [source, { content, language, sha256 }]));
}

/** A list of names or texts as an input has them: something in each, one language's tag well formed. */
export function checkTexts(
  problems: Problems,
  texts: readonly { readonly language: string; readonly text: string }[],
  path: Path,
  once: boolean,
): void {
  const languages = new Set<string>();
  for (const [index, { language, text }] of texts.entries()) {
    const at = [...path, index];
    checkLanguage(problems, language, [...at, "language"]);
    if (foldName(text) === "") problems.add("EMPTY_TEXT", "the text has no letters to be read", [...at, "text"]);
    checkWellFormed(problems, text, [...at, "text"]);
    if (once && languages.has(language)) {
      problems.add("LANGUAGE_TWICE", `there is a text in ${JSON.stringify(language)} already`, [...at, "language"]);
    }
    languages.add(language);
  }
}

/** Half a character of two code units would be stored as another one. */
export function checkWellFormed(problems: Problems, text: string, path: Path): void {
  const half = /\p{Surrogate}/u.exec(text);
  if (half) problems.add("BROKEN_TEXT", `there is half a character at ${half.index}; send the whole of it`, path);
}

/** A language is given by its tag. */
export function checkLanguage(problems: Problems, tag: string, path: Path): void {
  if (!isLanguageTag(tag)) problems.add("WRONG_LANGUAGE", `${JSON.stringify(tag)} is no BCP 47 tag, like ar`, path);
}
