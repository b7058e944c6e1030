import {
  BREAK,
  defaultFieldResolver,
  getArgumentValues,
  isNullableType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { completerOf, leafCompleterOf } from "./complete.js";
import type { Executed, Field, Run, Selection } from "./run.js";
import type { Values } from "./variables.js";

type CollectedFields = ReturnType<typeof collectFields>;

/**
 * Compiles an operation: what is asked of a type at a place is collected when a value of it is first met there, for an interface may have many types.
 * `conditions` are the values of the variables on which it depends what is asked; `compiled` is told how many fields were compiled, each time that some are.
 */
export function compile(
  { schema, operation, fragments }: Executed,
  conditions: Values,
  compiled: (fields: number) => void,
): Selection {
  const selectionOf = (type: GraphQLObjectType, collected: CollectedFields): Selection => {
    const fields = [...collected].flatMap(([key, nodes]) => {
      const definition = definitionOf(schema, type, nodes[0]!.name.value);
      return definition ? [fieldOf(type, key, nodes, definition)] : [];
    });
    compiled(fields.length);
    return { fields, Data: dataClass() };
  };
  const fieldOf = (
    parent: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
    definition: GraphQLField<unknown, unknown>,
  ): Field => {
    const { name, type, resolve = defaultFieldResolver } = definition;
    const place = `${parent.name}.${name}`;
    return {
      ...{ key, nodes, name, parent, type, resolve },
      isNullable: isNullableType(type),
      isProperty: resolve === defaultFieldResolver && definition.args.length === 0,
      argsIn: argumentsOf(definition, nodes[0]!),
      complete: completerOf(type, place),
      completeLeaf: leafCompleterOf(type, place),
      select: (of) => selectionOf(of, collectSubfields(schema, fragments, conditions, of, nodes)),
    };
  };
  const root = schema.getRootType(operation.operation)!;
  return selectionOf(root, collectFields(schema, fragments, conditions, root, operation.selectionSet));
}

function definitionOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string) {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const ofQuery = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  return ofQuery && schema.getQueryType() === type ? ofQuery : type.getFields()[name];
}

/** Arguments without variables are read once for all requests, others once for each. */
function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): Field["argsIn"] {
  if (!hasVariables(node)) {
    let constant: Values | undefined;
    return () => (constant ??= getArgumentValues(definition, node));
  }
  const read = ({ args, variables }: Run): Values => {
    let values = args.get(read);
    if (!values) args.set(read, (values = getArgumentValues(definition, node, variables)));
    return values;
  };
  return read;
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  const note = () => ((found = true), BREAK);
  for (const { value } of given) visit(value, { Variable: note });
  return found;
}

/** The class of what is answered: it inherits nothing, so that a field may have any name. */
function dataClass(): Selection["Data"] {
  const Data = function () {} as unknown as Selection["Data"];
  Data.prototype = Object.create(null) as object;
  return Data;
}
