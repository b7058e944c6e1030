import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";
import { ErrorCode, SanadError } from "../errors.js";
import { FILE_FORMATS, formatNamed, type FileFormat } from "../exchange/export/formats.js";
import type { RequestParams } from "../graphql/admit.js";
import { refusal } from "../graphql/refusal.js";
import { didYouMean, suggest } from "../ontology/suggest.js";
import { decoded } from "./decoded.js";
import { MAX_NESTING, nestingOf } from "./graphqlHandler.js";

/** An address of a file of claims: `/export.csv?where=…`, `/claims/c_1`, `/entities/xai.csv`, `/sources/article`. */
export interface FileAddress {
  readonly of: "export" | "claims" | "entities" | "sources";
  /** Empty for `export`. */
  readonly id: string;
  /** Null where the address has none. */
  readonly ending: string | null;
  /** What stands after the question mark. */
  readonly search: string;
}

/** Reads an address; null where it is another's. Ids have no dots, so what follows the first one is the ending. */
export function readFileAddress(url: string): FileAddress | null {
  const [path = "", search = ""] = url.split(/\?(.*)/su, 2);
  const [, of, , rest] = /^\/(export(?=\.|$)|(claims|entities|sources)\/)([^/]*)$/u.exec(path) ?? [];
  if (of === undefined || rest === undefined) return null;
  const [, id = "", ending = null] = /^([^.]*)(?:\.(.*))?$/su.exec(decoded(rest)) ?? [];
  if (of !== "export" && id === "") return null;
  return { of: of.replace("/", "") as FileAddress["of"], id, ending, search };
}

/** The format that is asked for: by the ending, by `format`, or by what the Accept header prefers. Throws 404, 400 or 406 with what there is. */
export function formatAsked({ ending, search }: FileAddress, request: IncomingMessage): FileFormat {
  if (ending !== null) {
    const found = FILE_FORMATS.find((format) => format.ending === ending.toLowerCase());
    if (found) return found;
    const endings = FILE_FORMATS.map((format) => format.ending);
    const message = `no file here ends with ${JSON.stringify(`.${ending}`)}${didYouMean(suggest(ending, endings))}; there are ${endings.map((one) => `.${one}`).join(", ")}`;
    throw new SanadError(ErrorCode.NOT_FOUND, message);
  }
  const named = new URLSearchParams(search).get("format");
  if (named !== null) return formatNamed(named);
  const types = FILE_FORMATS.map(({ mediaType }) => mediaType);
  const [preferred] = new Negotiator(request).mediaTypes(types);
  const found = FILE_FORMATS.find(({ mediaType }) => mediaType === preferred);
  if (found) return found;
  const message = `nothing that is accepted is given here; there are ${types.join(", ")}`;
  throw refusal(new SanadError(ErrorCode.BAD_USER_INPUT, message), 406);
}

/** The page that shows the same, relative to the folder; null where a file is meant: by the ending, by `format`, or by what the Accept header prefers. */
export function pageAsked({ of, id, ending, search }: FileAddress, request: IncomingMessage): string | null {
  const given = new URLSearchParams(search);
  if (of === "export" || ending !== null || given.has("format")) return null;
  const [preferred] = new Negotiator(request).mediaTypes([...FILE_FORMATS.map(({ mediaType }) => mediaType), HTML]);
  if (preferred !== HTML) return null;
  const moment = new URLSearchParams();
  for (const [name, value] of Object.entries(readJson("asOf", given.get("asOf")) ?? {})) {
    if (typeof value === "string") moment.set(name, value);
  }
  const after = moment.size > 0 ? `?${moment.toString()}` : "";
  return `../${of === "claims" ? "c" : "e"}/${encodeURIComponent(id)}${after}`;
}

const HTML = "text/html";

/** What is given beside the address. */
export interface FileParameters {
  /** A ClaimFilter, not looked at yet. */
  readonly where: unknown;
  /** An AsOf, not looked at yet. */
  readonly asOf: unknown;
  /** The query whose claims are meant, as {@link RequestParams}; null where none is given. */
  readonly operation: RequestParams | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
}

const OF_EXPORTS = ["where", "query", "variables", "operationName", "extensions", "id", "documentId", "doc_id"];
const OF_QUERIES = ["query", "extensions", "id", "documentId", "doc_id"];

/** Reads what is given after the question mark. Throws BAD_USER_INPUT for what is unknown, twice there, or no JSON where it should be. */
export function readFileParameters({ of, search }: FileAddress): FileParameters {
  const given = new URLSearchParams(search);
  const known = ["format", "asOf", ...(of === "export" ? OF_EXPORTS : [])];
  for (const name of new Set(given.keys())) {
    if (!known.includes(name)) throw wrong(name, `is no parameter here${didYouMean(suggest(name, known))}`);
    if (given.getAll(name).length > 1) throw wrong(name, "is given twice");
  }
  const json = (name: string) => readJson(name, given.get(name));
  const extensions = json("extensions");
  const isQuery = OF_QUERIES.some((name) => given.has(name));
  if (isQuery && given.has("where")) throw wrong("where", "is given beside a query: give one of the two");
  if (!isQuery && given.has("variables")) throw wrong("variables", "is given without a query");
  return {
    where: json("where"),
    asOf: json("asOf"),
    operation: isQuery ? { ...Object.fromEntries(given), extensions } : null,
    operationName: given.get("operationName"),
    variables: json("variables"),
  };
}

function readJson(name: string, text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong(name, `is no JSON: ${(cause as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(name, "is no JSON object");
  const nesting = nestingOf(value);
  if (nesting > MAX_NESTING) throw wrong(name, `has ${nesting} levels of maps and lists, the limit is ${MAX_NESTING}`);
  return value as Readonly<Record<string, unknown>>;
}

function wrong(name: string, what: string): SanadError {
  const message = `the parameter ${JSON.stringify(name)} ${what}`;
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [
    { code: "WRONG_PARAMETER", message, path: [name], suggestions: [] },
  ]);
}
