import {
  GraphQLError,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { ErrorCode, SanadError } from "../errors.js";

/**
 * How much one request may ask for. What asks for more is refused as TOO_COMPLEX before anything is read, with its figure and the allowed one. Every operation
 * of the contract takes a quarter at most of each.
 */
export const LIMITS = {
  /** Of a document's text, whichever operation of it is asked for. */
  tokens: 20_000,
  nesting: 100,
  definitions: 400,
  directives: 400,
  spreads: 2_000,
  /** Of each of its operations and fragments, with the fragments put in place. */
  depth: 40,
  rootFields: 50,
  aliases: 100,
  fields: 1_000,
  /** Of the operation that is asked for. */
  cost: 100_000,
  /** Of what it is given. */
  items: 1_000,
  allItems: 5_000,
  characters: 10_000,
  /** Of what answering it may take: the time until its last statement is answered, and how many characters all that is read may have. */
  milliseconds: 60_000,
  read: 64 * 1024 * 1024,
} as const;

/**
 * Looks at a document's text before it is validated, for parsing and validation take the longer the more there is of it. What is no GraphQL passes: the
 * parser says better what is wrong. Throws TOO_COMPLEX.
 */
export function checkText(text: string): void {
  if (passed.has(text)) return;
  checkTokens(text);
  try {
    checkShapes(parse(text, { noLocation: true }));
  } catch (error) {
    if (error instanceof GraphQLError) return;
    throw error;
  }
  if (passedCharacters > MAX_PASSED) {
    passed.clear();
    passedCharacters = 0;
  }
  passed.add(text);
  passedCharacters += text.length;
}

/** Texts that have passed: most requests are of one that has been sent before. */
const passed = new Set<string>();
let passedCharacters = 0;
const MAX_PASSED = 4 * 1024 * 1024;

function checkTokens(text: string): void {
  const lexer = new Lexer(new Source(text));
  const counts = { tokens: 0, nesting: 0, definitions: 0, directives: 0, spreads: 0 };
  let depth = 0;
  for (;;) {
    let kind: TokenKind;
    try {
      ({ kind } = lexer.advance());
    } catch {
      break;
    }
    if (kind === TokenKind.EOF) break;
    counts.tokens++;
    if (kind === TokenKind.AT) counts.directives++;
    if (kind === TokenKind.SPREAD) counts.spreads++;
    if (OPENING.has(kind)) counts.nesting = Math.max(counts.nesting, ++depth);
    if (CLOSING.has(kind)) depth--;
    if (kind === TokenKind.BRACE_R && depth === 0) counts.definitions++;
  }
  within("tokens", counts.tokens, "tokens");
  within("nesting", counts.nesting, "levels of braces and brackets");
  within("definitions", counts.definitions, "operations and fragments");
  within("directives", counts.directives, "directives");
  within("spreads", counts.spreads, "fragments put in");
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/** Throws TOO_COMPLEX where there is more than allowed. */
export function within(limit: keyof typeof LIMITS, figure: number, what: string): void {
  const allowed = LIMITS[limit];
  if (figure <= allowed) return;
  const message =
    limit === "cost"
      ? `the request has ${figure} as its cost, the limit is ${allowed}: ask for shorter pages, or for fewer lists within lists`
      : `the request has ${figure} ${what}, the limit is ${allowed}`;
  const problem = {
    code: `TOO_MANY_${limit.replace(/[A-Z]/gu, "_$&").toUpperCase()}`,
    message,
    path: [],
    suggestions: [],
  };
  throw new SanadError(ErrorCode.TOO_COMPLEX, message, [problem]);
}

/** What an operation is when its fragments are put in place. */
interface Shape {
  readonly depth: number;
  readonly rootFields: number;
  readonly fields: number;
  readonly aliases: number;
}

const NOTHING: Shape = { depth: 0, rootFields: 0, fields: 0, aliases: 0 };

/**
 * Looks at all operations and fragments of a document, for all are validated. Each fragment is looked at once, however often it is put in: figures add up, so that one which doubles another
 * which doubles another takes no time.
 */
function checkShapes({ definitions }: DocumentNode): void {
  const fragments = new Map<string, SelectionSetNode>();
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node.selectionSet);
  }
  const known = new Map<string, Shape>();
  const ofFragment = (name: string): Shape => {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING; // validation tells that there is none
    if (!known.has(name)) {
      known.set(name, NOTHING); // so that one that holds itself, which validation refuses, ends here
      known.set(name, shapeOf(fragment));
    }
    return known.get(name)!;
  };
  const ofSelection = (selection: SelectionNode): Shape => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return shapeOf(selection.selectionSet);
    const { depth, fields, aliases } = selection.selectionSet ? shapeOf(selection.selectionSet) : NOTHING;
    return { depth: depth + 1, rootFields: 1, fields: fields + 1, aliases: aliases + (selection.alias ? 1 : 0) };
  };
  const shapeOf = ({ selections }: SelectionSetNode): Shape =>
    selections.map(ofSelection).reduce(
      (sum, each) => ({
        depth: Math.max(sum.depth, each.depth),
        rootFields: sum.rootFields + each.rootFields,
        fields: sum.fields + each.fields,
        aliases: sum.aliases + each.aliases,
      }),
      NOTHING,
    );
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const shape = shapeOf(node.selectionSet);
    within("depth", shape.depth, "levels of fields");
    if (node.kind === Kind.OPERATION_DEFINITION) within("rootFields", shape.rootFields, "fields at the root");
    within("aliases", shape.aliases, "aliases");
    within("fields", shape.fields, "fields");
  }
}
