import {
  parse,
  validate,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectFieldNode,
} from "graphql";
import type { KnownThings } from "./knownThings.js";
import type { Operation } from "./operations.js";

/** Whether the served graph has all types, fields and predicates that the operation names; where the schema or the predicates are not known, it is taken that it has. */
export function isServed(
  { text }: Operation,
  schema: GraphQLSchema | null,
  { predicates }: Pick<KnownThings, "predicates">,
): boolean {
  const document = parse(text);
  if (schema && validate(schema, document).length > 0) return false;
  return !predicates || predicatesIn(document).every((predicate) => predicates.has(predicate));
}

/** The predicates that a document names in its text: `predicate: "OWNS"`, `predicate: { in: ["OWNS"] }`. */
function predicatesIn(document: DocumentNode): string[] {
  const found: string[] = [];
  const collect = ({ name, value }: ArgumentNode | ObjectFieldNode) => {
    if (name.value === "predicate") visit(value, { StringValue: (text) => void found.push(text.value) });
  };
  visit(document, { Argument: collect, ObjectField: collect });
  return found;
}
