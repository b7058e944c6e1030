import type { Kind, Ontology } from "../ontology/ontology.js";
import { leavesOf, type LinkLeaf, type NodeFilter, type NodeLeaf, type Tree } from "./condition.js";
import { readNodeFilter } from "./filter.js";
import { MatchWriter, MAX_EVIDENCE } from "./match.js";
import { counts, CURRENT, NOW, type Moment } from "./moment.js";
import { columns, quoted } from "./names.js";
import {
  keyColumns,
  keyNames,
  LEAST_NUMBER,
  orderBy,
  refuseKeys,
  shapeOf,
  withinWindow,
  type SortKey,
  type Window,
} from "./order.js";
import { badInput, unknownName } from "./refusal.js";
import { ENTITY_PROPERTIES } from "./rows.js";
import type { PlannedStatement } from "./plan.js";
import type { Statistics } from "./statistics.js";

/** A page of entities: of one kind, or of every kind where `kind` is null. */
export interface EntityPageRequest extends Window {
  readonly kind: Kind | null;
  readonly where: unknown;
  readonly orderBy: readonly EntityOrder[];
  readonly moment?: Moment;
  readonly statistics?: Statistics | undefined;
  /** Whether a row brings what proves it; it does where nothing is said. */
  readonly evidence?: boolean;
}

export interface EntityOrder {
  readonly field: string;
  readonly predicate?: string | null;
  readonly direction: "ASC" | "DESC";
}

/** What a page of entities answers: the statement, what makes a row's cursor, and what a row's evidence means. */
export interface EntityPageStatement {
  readonly statement: PlannedStatement;
  readonly list: string;
  readonly keys: readonly SortKey[];
  /** What was looked for, where a mark of absence in the evidence has its number. */
  readonly absences: readonly string[];
  /** The predicates of the claims that are evidence, in the order of the filter. */
  readonly predicates: readonly string[];
}

/** The statement for a page: one row an entity, with its columns, its keys `k0 ...`, its `evidence` and its marks of `absences`, sorted, with `evidenceCount` and `absenceCount`. */
export function entityPage(ontology: Ontology, request: EntityPageRequest): EntityPageStatement {
  const { kind, where, moment = NOW, statistics, backward = false, evidence: wanted = true } = request;
  const filter = readNodeFilter(ontology, kind, where);
  const byName = (request.orderBy[0]?.field ?? "NAME") === "NAME";
  const match = new MatchWriter({
    moment,
    ...(statistics && { statistics }),
    evidence: wanted,
    orderedBy: byName ? "sortName" : null,
  });
  const { variable, evidence, paths = null } = match.matchRoot(filter);
  const list = `${kind?.field ?? "entities"} ${shapeOf(where)}`;
  const keys = sortKeys(ontology, match, variable, kind, request.orderBy);
  const proof = evidence.length > 0;
  match.line(
    `WITH ${variable}${proof ? `, [[''], ${evidence.join(", ")}]${paths === null ? "" : ` + ${paths}`} AS proof` : ""}, ${keyColumns(keys)}`,
  );
  const within = withinWindow(list, keys, request, match.param);
  if (within !== "") match.line(`${within} WITH ${variable}${proof ? ", proof" : ""}, ${keyNames(keys)}`);
  const ordered = orderBy(keys, backward);
  match.line(`${ordered} LIMIT $limit`);
  if (proof) takenApart(`${variable}, ${keyNames(keys)}`).forEach((line) => match.line(line));
  const found = proof ? FOUND : NOTHING_FOUND;
  match.line(`RETURN ${columns(variable, ENTITY_PROPERTIES)}, ${found}, ${keyNames(keys)}`);
  match.line(ordered);
  const params = { p: match.params, limit: request.limit, ...(proof && { cap: MAX_EVIDENCE }) };
  const plan = { finds: { entities: filter }, planner: match.planner, moment, rows: { keys, window: request } };
  const statement = { name: "entities.page", text: match.text, params, plan };
  return { statement, list, keys, absences: match.absences, predicates: predicatesOf(filter.meets) };
}

/** Each claim and each mark of absence once, in one order, and no more of them than can be shown; `kept` are the variables that stay. */
function takenApart(kept: string): readonly string[] {
  return [
    `UNWIND proof AS path UNWIND path AS one WITH DISTINCT ${kept}, one ORDER BY one`,
    `WITH ${kept}, collect(one) AS found`,
    `WITH ${kept}, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks`,
  ];
}
const FOUND = [
  "claims[0..$cap] AS evidence, size(claims) AS evidenceCount",
  "marks[0..$cap] AS absences, size(marks) AS absenceCount",
].join(", ");
const NOTHING_FOUND = "[] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount";

/** The statement that counts the entities that meet a filter: one row, `total`. */
export function entityCount(
  ontology: Ontology,
  kind: Kind | null,
  where: unknown,
  { moment = NOW, statistics }: Pick<EntityPageRequest, "moment" | "statistics"> = {},
): PlannedStatement {
  const filter = readNodeFilter(ontology, kind, where);
  const match = new MatchWriter({ moment, ...(statistics && { statistics }), evidence: false });
  const { variable } = match.matchRoot(filter);
  match.line(`RETURN count(${variable}) AS total`);
  const plan = { finds: { entities: filter }, planner: match.planner, moment, rows: null };
  return { name: "entities.count", text: match.text, params: { p: match.params }, plan };
}

/** The order that was asked for, then by id, so that every order is total. */
function sortKeys(
  ontology: Ontology,
  match: MatchWriter,
  variable: string,
  kind: Kind | null,
  order: readonly EntityOrder[],
): SortKey[] {
  refuseKeys(order);
  const asked = order.length > 0 ? order : [{ field: "NAME", direction: "ASC" } as EntityOrder];
  const keys = asked.map(({ field, predicate, direction }, index): SortKey => {
    if (field === "QUANTITY") return quantityKey(ontology, match, variable, kind, asked[index]!, index);
    if (predicate !== undefined && predicate !== null) {
      throw badInput("NO_PREDICATE", "is of the order by QUANTITY only", ["orderBy", index, "predicate"]);
    }
    return { name: field, expression: `${variable}.sortName`, direction };
  });
  return [...keys, { name: "ID", expression: `${variable}.id`, direction: keys[0]!.direction }];
}

/**
 * The order by the amounts of a predicate: of several the greatest where the greatest come first, else the least. Only amounts in the predicate's
 * own unit count, and only those that are said to be so, or reckoned: what is planned is not there yet.
 */
function quantityKey(
  ontology: Ontology,
  match: MatchWriter,
  variable: string,
  kind: Kind | null,
  { predicate: name, direction }: EntityOrder,
  index: number,
): SortKey {
  const path = ["orderBy", index, "predicate"];
  if (typeof name !== "string")
    throw badInput("NO_PREDICATE", "is missing: an order by QUANTITY is by a predicate's amounts", path);
  const predicate = ontology.predicates.get(name);
  if (!predicate) throw unknownName("predicate", name, ontology.predicates.keys(), path);
  if (predicate.value !== "QUANTITY" && predicate.unit === null) {
    throw badInput("NO_PREDICATE", `names ${name}, whose claims have no amounts`, path);
  }
  const isSubject = kind === null || predicate.subjects.includes(kind);
  if (!isSubject && !predicate.objects.includes(kind)) {
    throw badInput("NO_PREDICATE", `names ${name}, which no ${kind.name} has a part in`, path);
  }
  const key = `q${index}`;
  const param = match.param;
  const isRelation = predicate.value === "ENTITY";
  const claim = isRelation ? "r" : "c";
  const type = quoted(predicate.name);
  const pattern = isRelation
    ? isSubject
      ? `(${variable})-[r:${type}]->(o:Entity)`
      : `(${variable})<-[r:${type}]-(o:Entity)`
    : `(${variable})<-[:SUBJECT]-(c:Claim)`;
  const holds = [
    ...(isRelation ? [] : [`c.predicate = ${param(predicate.name)}`]),
    ...counts(claim, CURRENT, match.moment, param),
    `${claim}.modality IN ['ACTUAL', 'ESTIMATED']`,
    ...(predicate.unit ? [`${claim}.unit = ${param(predicate.unit)}`] : []),
  ];
  const most = direction === "DESC" ? "max" : "min";
  match.line(
    `CALL (${variable}) { MATCH ${pattern} WHERE ${holds.join(" AND ")} RETURN ${most}(${claim}.amount) AS ${key} }`,
  );
  return { name: `QUANTITY ${predicate.name}`, expression: `coalesce(${key}, ${LEAST_NUMBER})`, direction };
}

/** The predicates that a filter leads through, each once, in its order. */
function predicatesOf(tree: Tree<NodeLeaf>): string[] {
  const ofNode = (node: Tree<NodeLeaf>): string[] =>
    leavesOf(node).flatMap((leaf) =>
      leaf.is === "linked" ? [leaf.link.predicate.name, ...ofLink(leaf.link.meets)] : [],
    );
  const ofEnd = ({ meets }: NodeFilter) => ofNode(meets);
  const ofLink = (link: Tree<LinkLeaf>): string[] =>
    leavesOf(link).flatMap((leaf) =>
      leaf.is === "node"
        ? ofNode(leaf.meets)
        : leavesOf(leaf.meets).flatMap((claim) => {
            if (claim.is === "ended") return ofEnd(claim.node);
            return claim.is === "cited" && claim.source ? ofEnd(claim.source) : [];
          }),
    );
  return [...new Set(ofNode(tree))];
}
