import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import {
  concatAST,
  GraphQLError,
  Kind,
  parse,
  print,
  separateOperations,
  visit,
  type DocumentNode,
  type SelectionSetNode,
} from "graphql";
import { z } from "zod";
import { ErrorCode, SanadError } from "../errors.js";
import { checkText } from "./limits.js";
import { refusal } from "./refusal.js";

/** What a request names or says of the operation that it asks for, as far as it is of the type that it should be. */
export interface Asked {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  /** `extensions.persistedQuery.sha256Hash`, as Apollo and urql send it before they send the text. */
  readonly hash?: string | undefined;
  /** `id`, `documentId` or `doc_id`, as Relay and others send it in place of the text. */
  readonly id?: string | undefined;
}

/**
 * The operations that are answered, where not all are. One is known by its text, whatever its spaces, comments, the order of its fragments and the `__typename`s that
 * clients put into it; or by an id alone.
 */
export class AllowList {
  readonly #texts = new Set<string>();
  readonly #byId = new Map<string, string>();
  readonly #roots = new Set<string>();

  /** Adds the operations of a document, and for one operation the id that is not made from its text. */
  add(document: DocumentNode, id?: string): void {
    for (const operation of Object.values(separateOperations(document))) {
      const text = print(operation);
      this.#texts.add(normalised(operation));
      for (const definition of operation.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        for (const one of definition.selectionSet.selections)
          if (one.kind === Kind.FIELD) this.#roots.add(one.name.value);
      }
      for (const each of [hashOf(normalised(operation)), hashOf(text), hashOf(print(withTypenames(operation)))]) {
        this.#byId.set(each, text);
      }
      if (id !== undefined) this.#byId.set(withoutScheme(id), text);
    }
  }

  /** Whether one of them asks for a field of the root: then what that field leads to is answered, too. */
  asksFor(rootField: string): boolean {
    return this.#roots.has(rootField);
  }

  get size(): number {
    return this.#texts.size;
  }

  /**
   * The text to execute: the request's own where its operation is in the list, the listed one where only an id is given, undefined where neither is.
   * Throws FORBIDDEN (403) for another, or PERSISTED_QUERY_NOT_FOUND for an unknown hash, upon which clients send the text.
   */
  textOf({ query, operationName, hash, id }: Asked): string | undefined {
    if (query !== undefined) {
      checkText(query);
      if (!this.#has(query, operationName)) throw forbidden("is not in the list of those");
      return query;
    }
    const listed = this.#byId.get(withoutScheme(id ?? hash ?? ""));
    if (listed !== undefined) return listed;
    if (id !== undefined) throw forbidden("has an id that is not in the list of those");
    if (hash === undefined) return undefined;
    throw new GraphQLError("PersistedQueryNotFound", {
      extensions: { code: "PERSISTED_QUERY_NOT_FOUND", http: { status: 200 } },
    });
  }

  #has(query: string, operationName: string | undefined): boolean {
    try {
      const operations = separateOperations(parse(query, { noLocation: true }));
      const names = Object.keys(operations);
      const asked = operationName ?? (names.length === 1 ? names[0]! : undefined);
      return asked !== undefined && Object.hasOwn(operations, asked) && this.#texts.has(normalised(operations[asked]!));
    } catch (error) {
      if (error instanceof GraphQLError) return false; // what cannot be parsed is in no list
      throw error;
    }
  }
}

/** An id without the `sha256:` that some compilers and clients put before it, and some do not. */
function withoutScheme(id: string): string {
  return id.replace(/^sha256:/u, "");
}

function forbidden(what: string) {
  const message = `this server answers only operations that are known to it, and this one ${what}: ask its operator to add it`;
  return refusal(new SanadError(ErrorCode.FORBIDDEN, message), 403);
}

const apolloManifest = z.object({
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});
const mapOfTexts = z.record(z.string(), z.string());

/**
 * Reads a list: a file, or the files of a folder. `.graphql` files hold operations, and fragments that any of them may use; `.json` files are Apollo's manifest of
 * persisted queries, or one object of texts by their ids as Relay's compiler and GraphQL Code Generator write it. Throws BAD_USER_INPUT with the file and what is wrong with it.
 */
export function loadAllowList(place: string): AllowList {
  const list = new AllowList();
  const files = filesAt(place);
  const documents: DocumentNode[] = [];
  for (const file of files) {
    const told = (what: string, cause: unknown) =>
      new SanadError(ErrorCode.BAD_USER_INPUT, `the list of operations ${file} ${what}`, [], { cause });
    try {
      const text = readFileSync(file, "utf8");
      if (!file.endsWith(".json")) documents.push(parse(text, { noLocation: true }));
      else for (const [id, body] of textsIn(JSON.parse(text))) list.add(parse(body, { noLocation: true }), id);
    } catch (error) {
      throw told(`cannot be read: ${(error as Error).message}`, error);
    }
  }
  list.add(concatAST(documents));
  if (list.size === 0) {
    throw new SanadError(
      ErrorCode.BAD_USER_INPUT,
      `the list of operations ${place} holds none: with it nothing at all would be answered`,
    );
  }
  return list;
}

function filesAt(place: string): readonly string[] {
  try {
    if (!statSync(place).isDirectory()) return [place];
    const names = readdirSync(place).filter((name) => /\.(graphql|gql|json)$/u.test(name));
    return names.sort().map((name) => path.join(place, name));
  } catch (cause) {
    const message = `SANAD_OPERATIONS_LIST names ${place}, which cannot be read: ${(cause as Error).message}`;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, message, [], { cause });
  }
}

function textsIn(json: unknown): readonly (readonly [id: string, body: string])[] {
  const manifest = apolloManifest.safeParse(json);
  if (manifest.success) return manifest.data.operations.map(({ id, body }) => [id, body] as const);
  const map = mapOfTexts.safeParse(json);
  if (map.success) return Object.entries(map.data);
  throw new TypeError("it is neither a manifest of persisted queries nor an object of texts by their ids");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The text of an operation by which it is told from others: its fragments by name, without the `__typename`s beside other fields. */
function normalised(document: DocumentNode): string {
  const plain = visit(document, {
    SelectionSet(node): SelectionSetNode | undefined {
      const others = node.selections.filter((selection) => !isTypename(selection));
      return others.length === 0 || others.length === node.selections.length
        ? undefined
        : { ...node, selections: others };
    },
  });
  const nameOf = (node: DocumentNode["definitions"][number]) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? `1 ${node.name.value}` : "0";
  const definitions = [...plain.definitions].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return print({ ...plain, definitions });
}

function isTypename(selection: SelectionSetNode["selections"][number]): boolean {
  return (
    selection.kind === Kind.FIELD &&
    selection.name.value === "__typename" &&
    selection.alias === undefined &&
    (selection.directives ?? []).length === 0
  );
}

/** A document as Apollo Client sends it: with `__typename` in each selection but the operation's own. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent): SelectionSetNode | undefined {
      if ((parent as { readonly kind?: string } | undefined)?.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some(isTypename)) return undefined;
      const name = { kind: Kind.NAME, value: "__typename" } as const;
      return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name }] };
    },
  });
}
