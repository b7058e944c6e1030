import "reflect-metadata";
import {
  defaultFieldResolver,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from "type-graphql";
import { Absence } from "./absence.type.js";
import { AroundResolver } from "./around.resolver.js";
import { ChangeResolver } from "./change.resolver.js";
import { CitationResolver } from "./citation.resolver.js";
import { ClaimResolver, QuantityResolver } from "./claim.resolver.js";
import {
  ClaimConflictExplanationResolver,
  ConflictExplanationResolver,
  ConflictResolver,
} from "./conflict.resolver.js";
import type { Context } from "./context.js";
import { DuplicateResolver } from "./duplicate.resolver.js";
import { EntityResolver } from "./entity.resolver.js";
import { ClaimFacetsResolver, ConflictFacetsResolver, FacetResolver } from "./facet.resolver.js";
import { ExportResolver } from "./export.resolver.js";
import { EntityFilter, EntityOrder, SourceFilter, ValueRelationFilter } from "./filter.input.js";
import { NodeResolver } from "./node.resolver.js";
import {
  OntologyEnumResolver,
  OntologyEnumValueResolver,
  OntologyIdentifierSchemeResolver,
  OntologyKindResolver,
  OntologyPredicateResolver,
  OntologyResolver,
  OntologyUnitResolver,
} from "./ontology.resolver.js";
import { PathResolver } from "./path.resolver.js";
import { requireRole } from "./rights.js";
import { SearchResolver } from "./search.resolver.js";
import { SourceResolver } from "./source.resolver.js";
import { ClaimTotalResolver, ClaimTotalsResolver } from "./total.resolver.js";
import { ViewerResolver } from "./viewer.resolver.js";
import { WriteResolver } from "./write.resolver.js";

/** The resolvers of the core, in the order in which their fields stand in the schema. */
const RESOLVERS: NonEmptyArray<NewableFunction> = [
  NodeResolver,
  EntityResolver,
  SourceResolver,
  ClaimResolver,
  QuantityResolver,
  ClaimFacetsResolver,
  FacetResolver,
  CitationResolver,
  OntologyResolver,
  OntologyIdentifierSchemeResolver,
  OntologyKindResolver,
  OntologyPredicateResolver,
  OntologyUnitResolver,
  OntologyEnumResolver,
  OntologyEnumValueResolver,
  ViewerResolver,
  SearchResolver,
  ConflictResolver,
  ConflictExplanationResolver,
  ClaimConflictExplanationResolver,
  ConflictFacetsResolver,
  PathResolver,
  AroundResolver,
  ClaimTotalsResolver,
  ClaimTotalResolver,
  ExportResolver,
  DuplicateResolver,
  ChangeResolver,
  WriteResolver,
];

let built: GraphQLSchema | undefined;

/**
 * The part of the schema that every ontology has. It is built once in a process, for type-graphql's metadata is global;
 * each ontology extends it.
 */
export function coreSchema(): GraphQLSchema {
  if (built) return built;
  sortArguments();
  built = buildSchemaSync({
    resolvers: RESOLVERS,
    // inputs that only the ontology's types use
    orphanedTypes: [Absence, EntityFilter, SourceFilter, ValueRelationFilter, EntityOrder],
    // the subscription has a source of its own, the log in the store; type-graphql wants this all the same
    pubSub: { publish: () => undefined, subscribe: () => neverAsked() },
    validate: false,
    skipCheck: true,
  });
  describeRoots(built);
  callDirectly(built);
  return built;
}

function neverAsked(): never {
  throw new TypeError("a subscription is without its source");
}

/** type-graphql makes the root types itself and has nothing to say of them. */
function describeRoots(schema: GraphQLSchema): void {
  schema.getQueryType()!.description =
    "What can be asked. A field that fails or finds nothing is null; the others keep their answers.";
  schema.getMutationType()!.description =
    "What curators can do. Each field is one transaction: all of its input, or none.";
  schema.getSubscriptionType()!.description = "What can be followed as it changes.";
}

/** Arguments stand in the schema as they stand in the method; type-graphql collects them from the last to the first. */
function sortArguments(): void {
  getMetadataStorage().params.sort((a, b) => a.index - b.index);
}

/**
 * Has graphql-js call the resolvers' methods itself. type-graphql's own way makes an instance of a class of every input and of every
 * parent and awaits each call: it drops what a class does not declare (the ontology's filters), and costs most of a request.
 */
function callDirectly(schema: GraphQLSchema): void {
  const methods = new Map<string, GraphQLFieldResolver<unknown, Context>>();
  const { fieldResolvers, queries, mutations, params } = getMetadataStorage();
  const instances = new Map<unknown, Record<string, (...values: unknown[]) => unknown>>();
  for (const { target, methodName, type } of [
    ...queries.map((query) => ({ ...query, type: "Query" })),
    ...mutations.map((mutation) => ({ ...mutation, type: "Mutation" })),
    ...fieldResolvers.map((field) => ({ ...field, type: (field.getObjectType!() as { name: string }).name })),
  ]) {
    const instance = instances.get(target) ?? new (target as new () => never)();
    instances.set(target, instance);
    const readers = params
      .filter((param) => param.target === target && param.methodName === methodName)
      .sort((a, b) => a.index - b.index)
      .map(readerOf);
    const method = instance[methodName]!;
    methods.set(`${type}.${methodName}`, (root, args, context, info) => {
      if (type === "Mutation") requireRole(context, "curator"); // whatever it does: nobody else gets as far as reading
      const values: unknown[] = [];
      for (const read of readers) values.push(read(root, args as Record<string, unknown>, context, info));
      return method.apply(instance, values);
    });
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType)) continue;
    if (type.name.startsWith("__")) continue; // introspection resolves its own
    const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
    for (const field of Object.values(type.getFields())) {
      const owner = owners.find((name) => methods.has(`${name}.${field.name}`));
      field.resolve = owner ? methods.get(`${owner}.${field.name}`)! : defaultFieldResolver;
    }
  }
}

type Reader = (root: unknown, args: Record<string, unknown>, context: Context, info: unknown) => unknown;

/** How a parameter of a method is found among what graphql-js gives. */
function readerOf(param: { readonly kind: string; readonly name?: string }): Reader {
  switch (param.kind) {
    case "root":
      return (root) => root;
    case "arg":
      return (_root, args) => args[param.name!];
    case "context":
      return (_root, _args, context) => context;
    case "info":
      return (_root, _args, _context, info) => info;
    default:
      throw new TypeError(`a resolver's parameter cannot be of the kind ${param.kind}`);
  }
}
