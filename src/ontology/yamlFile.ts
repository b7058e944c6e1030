import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node } from "yaml";
import type { z } from "zod";
import { ErrorCode, SanadError, type Problem } from "../errors.js";
import { didYouMean, suggest } from "./suggest.js";

/** A place in a file's tree: keys and indexes, outermost first. */
export type YamlPath = readonly (string | number)[];

/** A fault of a file that a person wrote: where it stands, what is wrong, and what may have been meant. */
export interface FileFault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly path: YamlPath;
  readonly suggestions: readonly string[];
}

/** A YAML file that remembers where everything in it stands. */
export class YamlFile {
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly faults: FileFault[] = [];

  /** Parses `text`; what is not YAML, and keys given twice, are faults. `file` is the name that messages show. */
  constructor(
    readonly file: string,
    text: string,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, uniqueKeys: true, prettyErrors: false });
    const errors = [...this.#document.errors, ...this.#document.warnings];
    const broken = errors.find(({ code }) => code !== "DUPLICATE_KEY");
    for (const error of errors) {
      const twice = error.code === "DUPLICATE_KEY";
      if (!twice && error !== broken) continue; // what follows a break in the syntax is only its echo
      this.faults.push({
        file,
        line: this.#lines.linePos(error.pos[0]).line,
        code: twice ? "KEY_TWICE" : "NOT_YAML",
        message: twice
          ? `the key ${keyAt(text, error.pos[0])} is given twice`
          : `not readable as YAML: ${error.message}`,
        path: [],
        suggestions: [],
      });
    }
  }

  /** Adds a fault at `path`, with what may have been meant. */
  fault(path: YamlPath, code: string, message: string, suggestions: readonly string[] = []): void {
    this.faults.push({
      file: this.file,
      line: this.lineOf(path),
      code,
      message: message + didYouMean(suggestions),
      path,
      suggestions,
    });
  }

  /** The line of the innermost part of `path` that stands in the file; of a key rather than of its value. */
  lineOf(path: YamlPath): number {
    let node: unknown = this.#document.contents;
    let at: Node | null = isNode(node) ? node : null;
    for (const step of path) {
      const pair = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        : null;
      const next: unknown = pair ? pair.value : isNode(node) && "get" in node ? node.get(step, true) : undefined;
      const key: unknown = pair?.key;
      if (isNode(key)) at = key;
      else if (isNode(next)) at = next;
      if (!isNode(next)) break;
      node = next;
    }
    return this.#lines.linePos(at?.range?.[0] ?? 0).line;
  }

  /** The file's content in the form that `schema` gives, or null when it has another form; then each difference is a fault. */
  read<T>(schema: z.ZodType<T>, knownKeys: Iterable<string>): T | null {
    if (this.faults.length > 0) return null;
    const content = this.#content();
    if (content === null) return null;
    const result = schema.safeParse(content);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.#formFault(issue, [...knownKeys]);
    return null;
  }

  /** The file as plain data; null, and a fault, where there is nothing in it or its aliases lead nowhere. */
  #content(): unknown {
    try {
      const content: unknown = this.#document.toJS();
      if (content === null) this.fault([], "WRONG_FORM", "the file is empty");
      return content;
    } catch (error) {
      this.fault([], "NOT_YAML", `not readable as YAML: ${(error as Error).message}`);
      return null;
    }
  }

  #formFault(issue: z.core.$ZodIssue, knownKeys: readonly string[]): void {
    const path = issue.path.filter((step): step is string | number => typeof step !== "symbol");
    const where = path.length > 0 ? `${describePath(path)}: ` : "";
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        this.fault(
          [...path, key],
          "UNKNOWN_KEY",
          `${where}unknown key ${JSON.stringify(key)}`,
          suggest(key, knownKeys),
        );
      }
    } else if (issue.code === "invalid_value") {
      const value = this.#document.getIn(path);
      const given = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
      const values = issue.values.map(String);
      const message = `${where}${JSON.stringify(given)} is none of ${values.join(", ")}`;
      this.fault(path, "UNKNOWN_VALUE", message, suggest(given, values));
    } else if (issue.code === "invalid_key") {
      this.fault(path, "WRONG_FORM", `${where}${issue.issues[0]?.message ?? issue.message}`);
    } else if (
      issue.code === "invalid_type" &&
      this.#document.hasIn(path) &&
      (this.#document.getIn(path) ?? null) === null
    ) {
      this.fault(path, "WRONG_FORM", `${where}has no value; inside { } a text with a comma needs quotation marks`);
    } else {
      this.fault(path, "WRONG_FORM", `${where}${issue.message}`);
    }
  }
}

/** The key that stands at an offset, as it is written. */
function keyAt(text: string, offset: number): string {
  return /"[^"]*"|'[^']*'|[^:\n]+/u.exec(text.slice(offset))?.[0].trim() ?? "";
}

/** Refuses faulty files: throws one error that lists every fault as `file:line: message`, file by file, in each from its first line to its last. */
export function refuseFaults(what: string, found: readonly FileFault[]): void {
  if (found.length === 0) return;
  const files = [...new Set(found.map(({ file }) => file))];
  const faults = found.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
  const problems: Problem[] = faults.map(({ code, message, path, suggestions }) => ({
    code,
    message,
    path,
    suggestions,
  }));
  const list = faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  throw new SanadError(ErrorCode.BAD_USER_INPUT, `${what} is refused:\n${list.join("\n")}`, problems);
}

function describePath(path: YamlPath): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./u, "");
}
