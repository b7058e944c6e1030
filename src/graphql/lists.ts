import type { GraphQLResolveInfo } from "graphql";
import { UNFILTERED } from "../cypher/childPages.js";
import { claimSortKeys, edgeSortKeys, type ClaimOrder } from "../cypher/claimPage.js";
import { readClaimFilter, readLinkFilter } from "../cypher/filter.js";
import { readMoment } from "../cypher/moment.js";
import { LEAST_NUMBER, type SortKey } from "../cypher/order.js";
import { ONLY_IDS, type ClaimsAsked, type EntitiesAsked } from "../cypher/reading.js";
import { OF_CLAIM, type EntityWanted } from "../cypher/wanted.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Context, Reading } from "./context.js";
import { claimsOfLists, type AskedList, type Loaders } from "./loaders.js";
import { relationFields, type RelationField } from "./ontologySdl.js";
import { askedList, itemsOfPage, type NodeList, type PageArgs } from "./pages.js";
import { allReady } from "./ready.js";
import { argumentsOf, nodesAt, selectedBeneath, type Asked, type FieldNodes, type Selected } from "./selection.js";
import { claimsAsked, entityWanted } from "./wanted.js";

/** Lists that belong to a node, as fields ask for them: made by the resolver of the field, or where it is seen that the field will be asked. */

/** The arguments of a list that can be filtered and ordered. */
export interface ListArgs extends PageArgs {
  readonly where?: object | null;
  readonly orderBy?: readonly unknown[] | null;
  readonly asOf?: unknown;
}

/** How a relation is ordered where nothing else is asked for. */
const BY_NODE_NAME: readonly SortKey[] = [{ name: "NODE_NAME", expression: "o.sortName", direction: "ASC" }];

/** A source's citations are listed in the order of its text. */
const CITATION_KEYS_OF_SOURCE: readonly SortKey[] = [
  { name: "START", expression: `coalesce(q.start, ${LEAST_NUMBER})`, direction: "ASC" },
  { name: "ID", expression: "q.id", direction: "ASC" },
];

/** A claim's citations are listed source by source, and in the order of their texts. */
const CITATION_KEYS_OF_CLAIM: readonly SortKey[] = [
  { name: "SOURCE", expression: "s.id", direction: "ASC" },
  ...CITATION_KEYS_OF_SOURCE,
];

/** A relation of an entity: each edge with the entity at the other end and the claim; of a value, its claims. */
export function relationList(
  { predicate, direction, field: name }: RelationField,
  { where, orderBy, ...args }: ListArgs,
  nodes: FieldNodes,
  asked: Asked,
  { ontology, loaders }: Reading,
): AskedList {
  const of =
    predicate.value === "ENTITY"
      ? ({ type: "relation", predicate, direction } as const)
      : ({ type: "values", predicate } as const);
  const order = orderBy && orderBy.length > 0 ? (orderBy as readonly ClaimOrder[]) : null;
  const keys =
    of.type === "values"
      ? claimSortKeys("c", order ?? [], loaders.moment)
      : [...(order ? [] : BY_NODE_NAME), ...edgeSortKeys("r", order ?? [], loaders.moment)];
  const list = { of, name, ...readLinkFilter(ontology, where ?? {}), keys };
  const selected = selectedBeneath(nodes, asked);
  const items = itemsOfPage(selected, asked);
  const claims = of.type === "values" ? items : nodesAt(selected, ["edges", "claim"], asked);
  const wanted = claimsWanted(claims, asked, { ontology, loaders });
  const known = OF_CLAIM.predicate;
  return askedList({ list, where, args, items, selected, claims: wanted, known }, loaders, asked, ontology);
}

/** Claims of an entity, by predicate where no order is asked for. */
export function claimList(
  { name, of }: Pick<NodeList, "name" | "of">,
  { where, orderBy, ...args }: ListArgs,
  nodes: FieldNodes,
  asked: Asked,
  { ontology, loaders }: Reading,
): AskedList {
  const { scope, meets } = readClaimFilter(ontology, where);
  const order = (orderBy as readonly ClaimOrder[] | null | undefined) ?? [{ field: "PREDICATE", direction: "ASC" }];
  const keys = claimSortKeys("c", order, loaders.moment);
  const list: NodeList = { ...{ name, of, keys, scope }, meets: { leaf: { is: "claim", meets } } };
  const selected = selectedBeneath(nodes, asked);
  const items = itemsOfPage(selected, asked);
  const claims = claimsWanted(items, asked, { ontology, loaders });
  return askedList({ list, where, args, items, selected, claims }, loaders, asked, ontology);
}

/** Quotes that were taken from a source. */
export function citationsOfSource(args: PageArgs, nodes: FieldNodes, asked: Asked, reading: Reading): AskedList {
  const list: NodeList = {
    ...{ name: "citations of source", of: { type: "citationsOfSource" }, keys: CITATION_KEYS_OF_SOURCE },
    ...UNFILTERED,
  };
  const selected = selectedBeneath(nodes, asked);
  const items = itemsOfPage(selected, asked);
  const ofClaims = items.flatMap((one) => selectedBeneath(one, asked).get("claim") ?? []);
  const claims = claimsWanted(ofClaims, asked, reading);
  return askedList({ list, where: null, args, items, selected, claims }, reading.loaders, asked, reading.ontology);
}

/** Where a claim stands: page by page, or as a plain list, of which only items are selected. */
export function citationsOfClaim(
  args: PageArgs,
  nodes: FieldNodes,
  isPage: boolean,
  asked: Asked,
  { ontology, loaders }: Reading,
): AskedList {
  const list: NodeList = {
    ...{ name: "citations of claim", of: { type: "citationsOfClaim" }, keys: CITATION_KEYS_OF_CLAIM },
    ...UNFILTERED,
  };
  const selected = isPage ? selectedBeneath(nodes, asked) : null;
  const items = selected ? itemsOfPage(selected, asked) : [nodes];
  return askedList({ list, where: null, args, items, selected, claims: ONLY_IDS }, loaders, asked, ontology);
}

/** What is wanted of claims by all that is selected of them, the lists of their citations among it. */
export function claimsWanted(nodes: readonly FieldNodes[], asked: Asked, reading: Reading): ClaimsAsked {
  const citations = (groups: readonly FieldNodes[]) =>
    groups.flatMap((group) => {
      const isPage = group[0]!.name.value === "citationPages";
      return listOrNone(() => citationsOfClaim(argumentsIn("Claim", group, asked), group, isPage, asked, reading));
    });
  return claimsAsked(nodes, asked, reading.ontology, citations);
}

/** The lists of an entity that are selected, whatever its kind; those of another moment are read by themselves. */
export function listsOfEntity(nodes: readonly FieldNodes[], asked: Asked, reading: Reading): readonly AskedList[] {
  const relations = relationsOf(reading.ontology);
  return nodes.flatMap((one) =>
    [...selectedBeneath(one, asked)].flatMap(([field, groups]) =>
      groups.flatMap((group) =>
        listOrNone(() => {
          const relation = relations.get(field);
          if (relation) {
            const args = argumentsIn(relation.owners[0]!.type, group, asked);
            return isOfSame(args, reading) ? relationList(relation, args, group, asked, reading) : null;
          }
          if (field === "claims") {
            const { role, ...args } = argumentsIn("Entity", group, asked) as ListArgs & { role: "SUBJECT" };
            return isOfSame(args, reading) ? claimList(claimsInRole(role), args, group, asked, reading) : null;
          }
          // a claim has citations, too, but no page of them by this name
          if (field !== "citations" || !isPageOf(selectedBeneath(group, asked))) return null;
          return citationsOfSource(argumentsIn("Source", group, asked), group, asked, reading);
        }),
      ),
    ),
  );
}

/** What a field that leads to entities asks of them: what they are themselves. */
export function entityAsked(info: GraphQLResolveInfo, ontology: Ontology): EntitiesAsked {
  const { fieldNodes } = info;
  const known = entities.get(fieldNodes) ?? entitiesBy(entityWanted([fieldNodes], info, ontology));
  entities.set(fieldNodes, known);
  return known;
}

/** For as long as an operation is kept, so are its nodes: what is wanted beneath them is the same at each request. */
const entities = new WeakMap<FieldNodes, EntitiesAsked>();

/** Entities by themselves, without their lists. */
export function entitiesBy(wanted: EntityWanted): EntitiesAsked {
  return { wanted, lists: [], along: null };
}

/** What a field that leads to claims asks of them. */
export function claimAsked(info: GraphQLResolveInfo, { ontology, loaders }: Reading): ClaimsAsked {
  const { fieldNodes } = info;
  const known = loaders.claimsAsked.get(fieldNodes) ?? claimsWanted([fieldNodes], info, { ontology, loaders });
  loaders.claimsAsked.set(fieldNodes, known);
  return known;
}

/** Resolves a field that leads to an entity, or to one of several, as soon as it is called for. */
export function entityNode(id: string, loaders: Loaders) {
  return (_args: object, { ontology }: Context, info: GraphQLResolveInfo) =>
    loaders.entityThere(id, entityAsked(info, ontology));
}

export function entityNodes(ids: readonly string[], loaders: Loaders) {
  return (_args: object, { ontology }: Context, info: GraphQLResolveInfo) => {
    const asked = entityAsked(info, ontology);
    return allReady(ids.map((id) => loaders.entityThere(id, asked)));
  };
}

/** The same for claims. */
export function claimNode(id: string, loaders: Loaders) {
  return (_args: object, { ontology }: Context, info: GraphQLResolveInfo) =>
    loaders.claimThere(id, claimAsked(info, { ontology, loaders }));
}

export function claimNodes(ids: readonly string[], loaders: Loaders) {
  return (_args: object, { ontology }: Context, info: GraphQLResolveInfo) => {
    const asked = claimAsked(info, { ontology, loaders });
    return allReady(ids.map((id) => loaders.claimThere(id, asked)));
  };
}

/** What is wanted of entities that are read by their ids, their lists among it. */
export function entitiesAsked(nodes: readonly FieldNodes[], asked: Asked, reading: Reading): EntitiesAsked {
  const { ontology, loaders } = reading;
  const lists = listsOfEntity(nodes, asked, reading);
  const along = loaders.isFar ? claimsOfLists(lists, loaders.moment) : null;
  return { wanted: entityWanted(nodes, asked, ontology), lists, along };
}

/** The claims in which an entity has a part. */
export function claimsInRole(role: "SUBJECT" | "OBJECT" | "SPEAKER"): Pick<NodeList, "name" | "of"> {
  return { name: `claims ${role}`, of: { type: "claims", role } };
}

function isPageOf(selected: Selected): boolean {
  return ["edges", "nodes", "pageInfo", "totalCount"].some((field) => selected.has(field));
}

function isOfSame({ asOf }: ListArgs, { loaders }: Reading): boolean {
  return loaders.at(readMoment(asOf, loaders.moment)) === loaders;
}

function argumentsIn(type: string, nodes: FieldNodes, asked: Asked): ListArgs {
  return argumentsOf(type, nodes, asked) as unknown as ListArgs;
}

/** A list that will be asked for; what is wrong with it is told where it is. */
function listOrNone(make: () => AskedList | null): readonly AskedList[] {
  try {
    const list = make();
    return list ? [list] : [];
  } catch {
    return [];
  }
}

/** The relations of an ontology by their fields. */
function relationsOf(ontology: Ontology): ReadonlyMap<string, RelationField> {
  const known = relations.get(ontology) ?? new Map(relationFields(ontology).map((field) => [field.field, field]));
  relations.set(ontology, known);
  return known;
}

const relations = new WeakMap<Ontology, ReadonlyMap<string, RelationField>>();
