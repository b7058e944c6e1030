import { foldName } from "../claims/foldName.js";
import type { Choice, FieldProblem } from "./sent.js";
import { ask, given, type Deed } from "./form.js";
import { AddEntitiesDocument, MeantEntityDocument, type MeantFragment } from "./queries/generated/graphql.js";
import { say, type Language } from "./words.js";

/**
 * An entity in a form is three fields: `x`, its id; `x.name`, what was typed; and `x.was`, the id and the name that stood there before, so that a name that was changed without scripts counts as
 * typed. An id of {@link NEW} is one that is to be made, of `x.kind`, its name being in `x.language`.
 */
export const NEW = "new";

/** Where one of several that are offered was to be chosen, `x.was` has this in the place of an id. */
export const OFFERED = "*";

/** A field of an entity. */
export interface EntityFieldOf {
  readonly name: string;
  /** Of which kinds it may be; left out, of any. */
  readonly kinds?: readonly string[];
}

/** What a field holds: an id, a name that was typed, one that is to be made; null where it is empty. */
function read(fields: URLSearchParams, name: string): "id" | "typed" | "new" | null {
  const id = given(fields, name);
  const typed = given(fields, `${name}.name`);
  const was = fields.get(`${name}.was`);
  if (typed === null) return id !== null && was === null ? "id" : null;
  if (id === null) return "typed";
  const [, wasId = "", wasTyped = ""] = /^(\S*) ?(.*)$/su.exec(was ?? "") ?? [];
  const isStale = was !== null && typed !== wasTyped.trim() && (wasId === id || wasId === OFFERED);
  if (isStale) return "typed";
  return id === NEW ? "new" : "id";
}

/** The names of the fields of a list: `authors.0`, `authors.1`. */
export function fieldsOf(fields: URLSearchParams, list: string): readonly string[] {
  const indexes = [...fields.keys()].flatMap((key) => {
    const [, index] = new RegExp(`^${list}\\.(\\d{1,3})(\\.name)?$`, "u").exec(key) ?? [];
    return index !== undefined && fields.get(key) ? [Number(index)] : [];
  });
  return [...new Set(indexes)].sort((a, b) => a - b).map((index) => `${list}.${index}`);
}

/** The ids of the fields of a list. */
export function idsOf(fields: URLSearchParams, list: string): string[] {
  return fieldsOf(fields, list).flatMap((name) => given(fields, name) ?? []);
}

/** Finds what is meant by the names that were typed, and goes on with a form that has their ids; where one is not plain, the form is shown again with those that may be meant. */
export function findMeant(
  fields: URLSearchParams,
  sought: readonly EntityFieldOf[],
  language: Language,
  then: (fields: URLSearchParams) => Deed,
): Deed {
  const found = new URLSearchParams(fields);
  const problems: FieldProblem[] = [];
  const choices: Record<string, readonly Choice[]> = {};
  const go = ([next, ...others]: readonly EntityFieldOf[]): Deed => {
    if (!next) return problems.length > 0 ? { again: { fields: found, problems, choices } } : then(found);
    const { name, kinds } = next;
    const holds = read(found, name);
    if (holds === null) found.delete(name);
    if (holds !== "typed") return go(others);
    const typed = given(found, `${name}.name`)!;
    const variables = { id: typed, text: typed, kinds: kinds ? [...kinds] : null, lang: language };
    return ask(MeantEntityDocument, variables, ({ node, search }) => {
      const offered = [node, ...(search?.edges ?? []).map((edge) => edge.node)].flatMap((one) =>
        one && "kindLabel" in one && (!kinds || kinds.includes(one.kind)) ? [one] : [],
      );
      const different = offered.filter(({ id }, index) => offered.findIndex((one) => one.id === id) === index);
      const exact = different.filter((one) => isCalled(one, typed));
      if (exact.length === 1) put(found, name, exact[0]!);
      else {
        found.delete(name);
        choices[name] = different;
        const word = different.length > 0 ? "whichIsMeant" : "nothingCalledSo";
        problems.push({ field: name, message: say(language, word, { name: typed }) });
      }
      return go(others);
    });
  };
  return go(sought);
}

function isCalled({ id, names, aliases }: MeantFragment, typed: string): boolean {
  const folded = foldName(typed);
  return id === typed || [...names.map(({ text }) => text), ...aliases].some((name) => foldName(name) === folded);
}

function put(fields: URLSearchParams, field: string, { id, name }: Pick<Choice, "id" | "name">): void {
  fields.set(field, id);
  fields.set(`${field}.name`, name);
}

/** Makes those entities that are to be made, and goes on with a form that has their ids. */
export function makeNew(
  fields: URLSearchParams,
  sought: readonly EntityFieldOf[],
  then: (fields: URLSearchParams) => Deed,
): Deed {
  const names = sought.map(({ name }) => name).filter((name) => read(fields, name) === "new");
  if (names.length === 0) return then(fields);
  const entities = names.map((name) => ({
    kind: fields.get(`${name}.kind`) ?? "",
    names: [{ language: fields.get(`${name}.language`)?.trim() ?? "", text: given(fields, `${name}.name`)! }],
  }));
  return ask(AddEntitiesDocument, { entities }, ({ addEntities }) => {
    const made = new URLSearchParams(fields);
    names.forEach((name, index) => {
      const entity = addEntities!.entities[index]!;
      put(made, name, entity);
      made.set(`${name}.was`, `${entity.id} ${entity.name}`);
    });
    return then(made);
  });
}

/** The ids that a form holds, to be looked up. */
export function idsIn(fields: URLSearchParams, names: readonly string[]): string[] {
  const ids = names.flatMap((name) => given(fields, name) ?? []).filter((id) => id !== NEW);
  return [...new Set(ids)].slice(0, MAX_IDS);
}

const MAX_IDS = 200;
