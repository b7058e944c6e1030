import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { entityCount, entityPage, type EntityOrder, type EntityPageStatement } from "../cypher/entityPage.js";
import { readMoment } from "../cypher/moment.js";
import { answered } from "../cypher/reading.js";
import type { Row, Value } from "../cypher/statement.js";
import { OF_CLAIM } from "../cypher/wanted.js";
import type { Kind } from "../ontology/ontology.js";
import type { Context } from "./context.js";
import { claimAsked, claimsWanted, entityNode, listsOfEntity, relationList, type ListArgs } from "./lists.js";
import { claimsOfLists, readAlong, together, type ClaimNode, type EntityNode, type Loaders } from "./loaders.js";
import type { RelationField } from "./ontologySdl.js";
import { childPage, itemsOfPage, onceAsked, pageOf, rowCursor, wantsCursors, windowOf } from "./pages.js";
import { allReady, whenReady } from "./ready.js";
import { nodesAt, selectedBeneath, selectsPage } from "./selection.js";
import { asksMore, entityWanted } from "./wanted.js";

/** A row of a page of entities: what it proves stands beside it, ids of claims and marks of absence. */
interface FoundRow extends Row {
  readonly entity: readonly Value[];
  readonly evidence: readonly string[];
  readonly evidenceCount: number;
  readonly absences: readonly string[];
  readonly absenceCount: number;
}

/** The root list of a kind, or of every kind: each row with the claims by which it met the filter. */
export function entityList(kind: Kind | null): GraphQLFieldResolver<unknown, Context, ListArgs> {
  return async (_root, { where, orderBy, asOf, ...args }, { ontology, levels, statistics, loaders: now }, info) => {
    const loaders = now.at(readMoment(asOf, now.moment));
    const { moment } = loaders;
    const selected = selectedBeneath(info.fieldNodes, info);
    const isPage = selectsPage(selected);
    const count = selected.has("totalCount");
    const isSelected = (field: string) => nodesAt(selected, ["edges", field], info).length > 0;
    const { entities, proof } = wantedOf(info, args.first, { ontology, loaders });
    const cursors = wantsCursors(selected, info);
    const page = entityPage(ontology, {
      ...{ kind, where, orderBy: (orderBy ?? []) as readonly EntityOrder[], moment, statistics, count, entities },
      evidence: ["evidence", "evidenceCount", "absences", "absenceCount"].some(isSelected),
      alongEvidence: asksMore(proof, OF_CLAIM.predicate),
      cursors,
      countsEdges: levels.countsEdges,
      ...windowOf(args),
    });
    const [answer, counted] = await Promise.all([
      isPage ? levels.read(page.statement) : null,
      count && !(isPage && page.counts)
        ? levels.read(entityCount(ontology, kind, where, { moment, statistics }))
        : null,
    ]);
    const { rows, claims } = answer ? answered(page, answer) : { rows: [], claims: [] };
    if (entities.along) for (const claim of claims) loaders.takeClaim(claim, entities.along);
    const edge = (row: FoundRow) => {
      const node = loaders.takeEntity(row.entity, entities.wanted);
      loaders.takePages(node.id, entities.lists, row);
      return { node, cursor: cursors ? rowCursor(page.list, page.keys, row) : null, ...proofOf(row, page, loaders) };
    };
    const total = counted?.[0] ?? rows[0];
    return pageOf(rows as readonly FoundRow[], args, edge, count ? Number(total?.["total"] ?? 0) : null);
  };
}

/** What is wanted of the entities of a page, and of the claims that prove them. */
function wantedOf(
  info: GraphQLResolveInfo,
  first: number,
  { ontology, loaders }: Pick<Context, "ontology" | "loaders">,
) {
  const reading = { ontology, loaders };
  const selected = selectedBeneath(info.fieldNodes, info);
  const nodes = itemsOfPage(selected, info);
  const proof = claimsWanted(nodesAt(selected, ["edges", "evidence"], info), info, reading);
  const lists = readAlong(first, listsOfEntity(nodes, info, reading));
  const named = [claimsOfLists(lists, loaders.moment), asksMore(proof, OF_CLAIM.predicate) ? proof : null];
  const along = loaders.isFar
    ? together(
        named.flatMap((one) => one ?? []),
        loaders.moment,
      )
    : null;
  return { proof, entities: { wanted: entityWanted(nodes, info, ontology), lists, along } };
}

/** What a row's evidence stands for: claims, and what was looked for at an entity and not found. */
function proofOf(
  { evidence, evidenceCount, absences: marks, absenceCount }: FoundRow,
  { lookedFor, predicates, readEvidence }: EntityPageStatement,
  loaders: Loaders,
) {
  return {
    evidence: (_args: object, { ontology }: Context, info: GraphQLResolveInfo) => {
      const asked = claimAsked(info, { ontology, loaders });
      const claims = evidence.map((written) => {
        const { id, predicate } = readEvidence(written);
        const claim = loaders.claimMet(id, asked, predicate);
        return typeof claim === "function" ? claim() : claim;
      });
      return whenReady(allReady(claims), (ready) => inOrder(ready, predicates));
    },
    ...{ evidenceCount, absenceCount },
    absences: () =>
      marks.map((mark) => {
        const [index, entity] = mark.slice(1).split(" ") as [string, string];
        return { absence: true, entity: entityNode(entity, loaders), lookedFor: lookedFor(Number(index)) };
      }),
  };
}

/** Evidence by predicate, as the filter comes to them, then by id. */
function inOrder(claims: readonly ClaimNode[], predicates: readonly string[]): readonly ClaimNode[] {
  const place = ({ predicate }: ClaimNode) => predicates.indexOf(predicate);
  return [...claims].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** A relation of an entity: each edge with the entity at the other end and the claim; of a value, its claims. */
export function relation(field: RelationField): GraphQLFieldResolver<EntityNode, Context, ListArgs> {
  const { predicate } = field;
  return (entity, args, { ontology }, info) => {
    const loaders = entity.loaders.at(readMoment(args.asOf, entity.loaders.moment));
    const reading = { ontology, loaders };
    const list = onceAsked(loaders, info, args, () => relationList(field, args, info.fieldNodes, info, reading));
    return childPage(loaders, entity.id, list, args, ({ claim: id, entity: end }, cursor) => {
      const claim = loaders.claimMet(id, list.claims, predicate.name);
      if (predicate.value !== "ENTITY") return { node: claim, cursor };
      return { node: typeof end === "string" ? entityNode(end, loaders) : end, claim, cursor };
    });
  };
}
