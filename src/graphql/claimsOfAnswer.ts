import type { ApolloServer } from "@apollo/server";
import {
  GraphQLError,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { ErrorCode, SanadError, type Problem } from "../errors.js";
import type { Context } from "./context.js";

/** A query whose answer's claims are wanted. Its text has been admitted. */
export interface ClaimsAsked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * The ids of all claims in the answer of a query, each once, in the order in which they stand in it: claims of lists, of evidence, of citations, of conflicts,
 * wherever the query asks for a field of a claim. It is executed as if a client had sent it, within the same limits and with the rights of the context.
 * Throws the errors of the answer, for a part of it is not exported as if it were all; BAD_USER_INPUT where the query asks for no claim.
 */
export async function claimsOfAnswer(
  apollo: ApolloServer<Context>,
  schema: GraphQLSchema,
  context: Context,
  { query, operationName = null, variables = null }: ClaimsAsked,
): Promise<readonly string[]> {
  const key = freeName(query);
  const request = {
    query: withClaimIds(schema, query, key),
    ...{ ...(operationName !== null && { operationName }), variables: { ...variables } },
  };
  const { body } = await apollo.executeOperation(request, { contextValue: context });
  if (body.kind !== "single") throw new TypeError("answers in parts are not asked for");
  const { data, errors = [] } = body.singleResult;
  if (errors.length > 0) throw refused(errors);
  if (request.query === query) {
    const message = "the query asks for no claim: select fields of claims, such as `evidence { id }`";
    throw new SanadError(ErrorCode.BAD_USER_INPUT, message);
  }
  const ids = idsIn(data, key);
  context.access.over();
  return ids;
}

/** A name that nothing in the query has. */
function freeName(query: string): string {
  let name = "exportedClaim";
  while (query.includes(name)) name += "_";
  return name;
}

/** The query with the id of each claim that it asks for, under a name of its own; what cannot be parsed stays as it is, for executing tells why. */
function withClaimIds(schema: GraphQLSchema, query: string, key: string): string {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return query;
    throw error;
  }
  const claim = schema.getType("Claim");
  if (!isObjectType(claim)) throw new TypeError("the schema has no type Claim");
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const id: SelectionNode = { kind: Kind.FIELD, alias: name(key), name: name("id") };
  const ofClaims: SelectionNode = {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: name("Claim") },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [id] },
  };
  const types = new TypeInfo(schema);
  let asks = false;
  const visited = visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node): SelectionSetNode | undefined {
          const parent = types.getParentType();
          const added =
            parent === claim ? id : isAbstractType(parent) && schema.isSubType(parent, claim) ? ofClaims : null;
          if (added === null) return undefined;
          asks = true;
          return { ...node, selections: [...node.selections, added] };
        },
      },
    }),
  );
  return asks ? print(visited) : query;
}

function idsIn(data: unknown, key: string): readonly string[] {
  const ids = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) return (value as unknown[]).forEach(walk);
    const object = value as Readonly<Record<string, unknown>>;
    if (typeof object[key] === "string") ids.add(object[key]);
    Object.values(object).forEach(walk);
  };
  walk(data);
  return [...ids];
}

/** The first error of an answer, with its code and its problems, as one that ends the request. */
function refused(errors: readonly GraphQLFormattedError[]): SanadError {
  const [{ message, extensions = {}, path }] = errors as readonly [GraphQLFormattedError];
  const { code, problems } = extensions as { readonly code?: unknown; readonly problems?: readonly Problem[] };
  const known = Object.values(ErrorCode).find((one) => one === code) ?? ErrorCode.BAD_USER_INPUT;
  const others = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const where = path ? `${path.join(".")}: ` : "";
  return new SanadError(known, `the query cannot be answered: ${where}${message}${others}`, problems ?? []);
}
