import { ErrorCode, SanadError } from "../errors.js";
import { didYouMean, suggest } from "../ontology/suggest.js";

/** Where in a request something stands: keys and indexes, outermost first. */
export type Path = readonly (string | number)[];

/** `where.and[1].not`, as people write it. */
export function describePath(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .slice(1);
}

/** A refused input: the message begins with where it stands. */
export function badInput(code: string, message: string, path: Path, suggestions: readonly string[] = []): SanadError {
  const whole = `${describePath(path)} ${message}${didYouMean(suggestions)}`;
  return new SanadError(ErrorCode.BAD_USER_INPUT, whole, [{ code, message: whole, path, suggestions }]);
}

/** A name that the ontology does not have, with those that may have been meant. */
export function unknownName(
  what: "kind" | "predicate" | "unit" | "relation" | "scheme",
  name: string,
  known: Iterable<string>,
  path: Path,
): SanadError {
  const suggestions = suggest(name, known);
  return badInput(
    `UNKNOWN_${what.toUpperCase()}`,
    `names ${JSON.stringify(name)}, which is no ${what} of this ontology`,
    path,
    suggestions,
  );
}

/** A request that is well formed and asks for more than is answered: the message says how much, and how much is allowed. */
export function tooComplex(message: string, path: Path): SanadError {
  const whole = `${describePath(path)} ${message}`;
  return new SanadError(ErrorCode.TOO_COMPLEX, whole, [{ code: "TOO_COMPLEX", message: whole, path, suggestions: [] }]);
}
