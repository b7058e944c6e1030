import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import { LRUCache } from "lru-cache";
import { MAX_FIRST } from "./args.js";
import { EXTRA, SIZES, WRITE } from "./costs.js";
import { variablesOf, type Values } from "./execute/variables.js";
import { InputMeter } from "./inputMeter.js";
import { within } from "./limits.js";

/**
 * Looks at an operation of a document that has passed `checkText` and validation, and at what it is given; answers what it costs. The same on every way in:
 * HTTP, WebSocket, server-sent events. Throws TOO_COMPLEX. Variables that are not of their types pass with a cost of 1: executing tells what is wrong with them.
 */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values = {},
): number {
  const { coerced, errors } = variablesOf(schema, operation, variables);
  if (errors) return 1;
  const { by, number } = known.get(operation) ?? { by: weighingVariables(document), number: last++ };
  known.set(operation, { by, number });
  const weights = by.map((name) => (Object.hasOwn(coerced, name) ? [weightOf(coerced[name])] : []));
  const key = `${number} ${JSON.stringify(weights)}`;
  const before = costs.get(key);
  if (before && inputsPass(before.inputs, coerced)) return before.cost;
  const weighing: Weighing = { meter: new InputMeter(), inputs: [], varies: false };
  const definitions = [operation, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)];
  const values = getComplexity({
    schema,
    query: { kind: Kind.DOCUMENT, definitions },
    variables: { ...variables },
    estimators: [estimatorOf(weighing)],
    maxQueryNodes: Infinity,
  });
  const cost = Math.max(1, Math.ceil(values / 100));
  within("cost", cost, "as its cost");
  if (!weighing.varies) costs.set(key, { cost, inputs: weighing.inputs });
  return cost;
}

/** What an operation costs, and which fields are given what the next request may give more of. */
interface Weighed {
  readonly cost: number;
  readonly inputs: readonly Input[];
}

type Input = Pick<Parameters<ComplexityEstimator>[0], "field" | "node">;

/** By the values of which variables operations are weighed, for as long as their documents are kept, each with a number of its own. */
const known = new WeakMap<OperationDefinitionNode, { readonly by: readonly string[]; readonly number: number }>();
let last = 0;

/** What operations cost, by their numbers and those values. It is bounded for all together: one operation may have a thousand inputs, and any number of values. */
const costs = new LRUCache<string, Weighed>({
  maxSize: 1_000_000,
  sizeCalculation: ({ inputs }, key) => 16 + key.length + inputs.length,
});

/** The variables on which a cost depends: those that say how long a list may be, and what is skipped or included. */
function weighingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const note = (node: ASTNode): void => void visit(node, { Variable: ({ name }) => void names.add(name.value) });
  visit(document, {
    Directive: note,
    Field: ({ arguments: given = [] }) => given.filter(({ name }) => LENGTHS.has(name.value)).forEach(note),
  });
  return [...names];
}

/** The arguments by which the length of a field's list is asked for. */
const LENGTHS: ReadonlySet<string> = new Set(["first", "last", "ids"]);

/** Of a list, only its length counts; of a text, which may be one of a list's items, nothing. */
function weightOf(value: unknown): unknown {
  if (Array.isArray(value)) return { length: value.length };
  return typeof value === "string" ? "" : value;
}

/** Whether all inputs are what they should be; those that are not are to be weighed again, which tells why. Throws TOO_COMPLEX for lists and texts that are too long. */
function inputsPass(inputs: readonly Input[], variables: Values): boolean {
  const meter = new InputMeter();
  try {
    for (const { field, node } of inputs)
      meter.check(field.name, field.args, getArgumentValues(field, node, variables));
    return true;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

/** What is gathered while an operation is weighed. */
interface Weighing {
  readonly meter: InputMeter;
  readonly inputs: Input[];
  /** Whether the cost depends on more than {@link weighingVariables}. */
  varies: boolean;
}

/** How many values a field may answer with: itself, and what is beneath it for every item of its list. */
function estimatorOf(weighing: Weighing): ComplexityEstimator {
  return ({ type, field, node, args, childComplexity }) => {
    const given = args as Values;
    const objects = weighing.meter.check(field.name, field.args, given);
    if (node.arguments?.some(({ value }) => MAY_BE_LONG.has(value.kind))) weighing.inputs.push({ field, node });
    const isWeighed = isChecked(type.name, field.name);
    if (isWeighed) weighing.varies = true;
    const extra = (EXTRA[`${type.name}.${field.name}`] ?? 0) + (isWeighed ? WRITE * (1 + objects) : 0);
    return extra + (1 + childComplexity) * sizeOf(type.name, field, given);
  };
}

const MAY_BE_LONG: ReadonlySet<Kind> = new Set([Kind.VARIABLE, Kind.LIST, Kind.OBJECT]);

/** Whether a field's input is looked up, and its quotes sought in texts, as what is to be written is. */
function isChecked(type: string, field: string): boolean {
  return type === "Mutation" || field === "checkClaims";
}

type Field = Parameters<ComplexityEstimator>[0]["field"];

/** How many items a field's list may have: as many as are asked for, as far as pages go, or by the table; one where it is no list. */
function sizeOf(type: string, field: Field, { first, last, ids }: Readonly<Record<string, unknown>>): number {
  const asked = Array.isArray(ids) ? ids.length : typeof last === "number" ? last : first;
  if (typeof asked === "number") return Math.min(Math.max(1, asked), MAX_FIRST); // what is beyond is refused by itself
  if (type.endsWith("Connection") || type.startsWith("__") || !isCompositeType(getNamedType(field.type))) return 1;
  return isListType(getNullableType(field.type)) ? (SIZES[`${type}.${field.name}`] ?? SIZES[field.name] ?? 10) : 1;
}
