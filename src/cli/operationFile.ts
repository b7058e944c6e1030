import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  concatAST,
  GraphQLError,
  Kind,
  LoneAnonymousOperationRule,
  parse,
  separateOperations,
  Source,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  type OperationTypeNode,
} from "graphql";
import { ErrorCode, SanadError } from "../errors.js";
import { didYouMean, suggest } from "../ontology/suggest.js";

/** An operation with the fragments that it uses, and no others. */
export interface FileOperation {
  /** Null for one without a name. */
  readonly name: string | null;
  readonly type: OperationTypeNode;
  readonly document: DocumentNode;
}

/**
 * The operations of a GraphQL file, in its order, or the one that is named. Fragments that the file does not define are sought in the other
 * .graphql files of its folder. What is not asked for is not validated.
 * Throws BAD_USER_INPUT, with the place of each fault, where the file cannot be read or an operation is not one of this schema.
 */
export function readOperations(schema: GraphQLSchema, file: string, named?: string): readonly FileOperation[] {
  const own = parsed(file);
  refuse(validate(schema, own, [UniqueOperationNamesRule, LoneAnonymousOperationRule, UniqueFragmentNamesRule]));
  const definitions = own.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = definitions.map(({ name }) => name?.value ?? null);
  if (names.length === 0) throw refusal(`${file} has no operation`);
  if (named !== undefined && !names.includes(named)) {
    const known = names.filter((name) => name !== null);
    throw refusal(`${file} has no operation ${named}${didYouMean(suggest(named, known))}`);
  }
  const all = separateOperations(concatAST([own, { kind: Kind.DOCUMENT, definitions: borrowed(file, own, named) }]));
  return definitions
    .filter(({ name }) => named === undefined || name?.value === named)
    .map(({ name, operation }) => {
      const document = all[name?.value ?? ""]!;
      refuse(validate(schema, document));
      return { name: name?.value ?? null, type: operation, document };
    });
}

/** The fragments that a file uses and does not define: of the other files of its folder. */
function borrowed(file: string, own: DocumentNode, named: string | undefined): readonly FragmentDefinitionNode[] {
  const has = new Set(fragmentsOf(own).map(({ name }) => name.value));
  const asked = own.definitions.filter(
    (one) => one.kind !== Kind.OPERATION_DEFINITION || named === undefined || one.name?.value === named,
  );
  const taken: FragmentDefinitionNode[] = [];
  const missing = asked.flatMap(spreadsOf).filter(({ name }) => !has.has(name.value));
  if (missing.length === 0) return taken;
  const { documents, faults } = otherFiles(file);
  const offered = documents.flatMap((other) => fragmentsOf(other));
  for (let spread = missing.shift(); spread; spread = missing.shift()) {
    const { value } = spread.name;
    if (has.has(value)) continue;
    const [found, second] = offered.filter(({ name }) => name.value === value);
    if (!found) {
      const near = didYouMean(suggest(value, [...has, ...offered.map(({ name }) => name.value)]));
      const where = "is defined neither here nor in another .graphql file of the folder";
      throw refusal([`${placeOf(spread)} the fragment ${value} ${where}${near}`, ...faults].join("\n"));
    }
    if (second) {
      throw refusal(`${placeOf(spread)} the fragment ${value} is defined twice: ${placeOf(found)} ${placeOf(second)}`);
    }
    has.add(value);
    taken.push(found);
    missing.push(...spreadsOf(found));
  }
  return taken;
}

/** The other documents of the folder, and what is wrong with those that are none. */
function otherFiles(file: string): { readonly documents: readonly DocumentNode[]; readonly faults: readonly string[] } {
  const folder = path.dirname(file);
  const names = readdirSync(folder).filter((name) => name.endsWith(".graphql") && name !== path.basename(file));
  const documents: DocumentNode[] = [];
  const faults: string[] = [];
  for (const name of names.sort()) {
    try {
      documents.push(parsed(path.join(folder, name)));
    } catch (error) {
      if (!(error instanceof SanadError)) throw error;
      faults.push(error.message);
    }
  }
  return { documents, faults };
}

function parsed(file: string): DocumentNode {
  try {
    return parse(new Source(readFileSync(file, "utf8"), file));
  } catch (error) {
    if (error instanceof GraphQLError) throw refusal(told(error), error);
    const { code } = error as NodeJS.ErrnoException;
    const why: Record<string, string> = { ENOENT: "is not there", EISDIR: "is a folder, not a file" };
    throw refusal(`the file ${file} ${why[code ?? ""] ?? `cannot be read (${code})`}`, error);
  }
}

function fragmentsOf({ definitions }: DocumentNode): readonly FragmentDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}

function spreadsOf(definition: DocumentNode["definitions"][number]): readonly FragmentSpreadNode[] {
  const spreads: FragmentSpreadNode[] = [];
  visit(definition, { FragmentSpread: (spread) => void spreads.push(spread) });
  return spreads;
}

function refuse(errors: readonly GraphQLError[]): void {
  if (errors.length > 0) throw refusal(errors.map(told).join("\n"));
}

/** `query.graphql:3:5: Cannot query field …` */
function told({ source, locations, message }: GraphQLError): string {
  const [at] = locations ?? [];
  return source && at ? `${source.name}:${at.line}:${at.column}: ${message}` : message;
}

function placeOf({ loc }: FragmentSpreadNode | FragmentDefinitionNode): string {
  const { line, column } = loc!.startToken;
  return `${loc!.source.name}:${line}:${column}:`;
}

function refusal(message: string, cause?: unknown): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [], cause === undefined ? {} : { cause });
}
