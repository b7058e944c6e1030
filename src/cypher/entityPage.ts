import type { Kind, Ontology } from "../ontology/ontology.js";
import { leavesOf, type Link, type LinkLeaf, type NodeFilter, type NodeLeaf, type Tree } from "./condition.js";
import { CARRIED } from "./block.js";
import { readNodeFilter } from "./filter.js";
import { writtenOnce } from "./kept.js";
import {
  lookedForText,
  MatchWriter,
  MAX_EVIDENCE,
  readEvidence,
  type FoundClaim,
  type LookedFor,
  type Page,
} from "./match.js";
import { counts, CURRENT, momentKey, NOW, type Moment } from "./moment.js";
import { readLists } from "./childPages.js";
import { quoted } from "./names.js";
import {
  firstKeyWithin,
  hasCursor,
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
import { claimsNamed, endWith, sameNames, type EntitiesAsked, type Reading } from "./reading.js";
import { entityColumns, NAMED } from "./wanted.js";
import { Planner, type PlannedStatement } from "./plan.js";
import { Shape, type Condition } from "./shape.js";
import type { Value } from "./statement.js";
import { ASSUMED, type Statistics } from "./statistics.js";

/** A page of entities: of one kind, or of every kind where `kind` is null. */
export interface EntityPageRequest extends Window {
  readonly kind: Kind | null;
  readonly where: unknown;
  readonly orderBy: readonly EntityOrder[];
  readonly moment?: Moment;
  readonly statistics?: Statistics | undefined;
  /** Whether a row brings what proves it; it does where nothing is said. */
  readonly evidence?: boolean;
  /** Whether the claims that prove it are among those that are read along. */
  readonly alongEvidence?: boolean;
  /** Whether the engine tells at once how many edges a node has, so that a statement may choose its way by that. */
  readonly countsEdges?: boolean;
  /** Whether to count all that meet the filter, where that can be told by the way. */
  readonly count?: boolean;
  /** Whether a row brings the values by which it is ordered, of which its cursor is made; it does where nothing is said. */
  readonly cursors?: boolean;
  /** What is read of each; its id, kind and name where nothing is said. */
  readonly entities?: EntitiesAsked;
}

export interface EntityOrder {
  readonly field: string;
  readonly predicate?: string | null;
  readonly direction: "ASC" | "DESC";
}

/** What a page of entities answers: the statement, what makes a row's cursor, and what a row's evidence means. */
export interface EntityPageStatement extends Reading {
  readonly statement: PlannedStatement;
  readonly list: string;
  readonly keys: readonly SortKey[];
  /** The predicates of the claims that are evidence, in the order of the filter. */
  readonly predicates: readonly string[];
  /** Tells what is written in a row's evidence: the claim's id, and its predicate. */
  readonly readEvidence: (written: string) => FoundClaim;
  /** What was looked for, where a mark of absence in the evidence has this number. */
  readonly lookedFor: (nth: number) => string;
  /** Whether each row has the `total` of all rows; where there is none, nothing meets the filter. */
  readonly counts: boolean;
}

/** The statement for a page: one row an entity, with its columns as `entity` and those of its lists, its keys `k0 ...`, its `evidence` and its marks of `absences`, sorted, with `evidenceCount` and `absenceCount`. */
export function entityPage(ontology: Ontology, request: EntityPageRequest): EntityPageStatement {
  const { kind, where, moment = NOW, statistics = ASSUMED } = request;
  const filter = readNodeFilter(ontology, kind, where);
  const list = `${kind?.field ?? "entities"} ${shapeOf(where)}`;
  const shape = shapeOfPage(filter, request);
  const { written, values } = writtenOnce({ ontology, statistics }, shape, () =>
    writePage(ontology, filter, list, request, shape.conditions),
  );
  const { text, columns, keys, found, absences, mostWays, counts } = written;
  const plan = {
    finds: { entities: filter },
    planner: new Planner(statistics),
    moment,
    rows: { keys, window: request, mostWays },
  };
  return {
    statement: { name: "entities.page", text, params: { p: values, ...written.params }, plan },
    ...{ columns, list, keys, counts },
    predicates: predicatesOf(filter.meets),
    readEvidence: (evidence) => readEvidence(evidence, found),
    lookedFor: (nth) => {
      const { condition, quantifier } = absences[nth]!;
      return lookedForText({ link: shape.conditions[condition] as Link, quantifier });
    },
  };
}

function shapeOfPage(filter: NodeFilter, request: EntityPageRequest): Shape {
  const { kind, orderBy, moment = NOW, evidence, alongEvidence, countsEdges, count, cursors, limit } = request;
  const options = [evidence, alongEvidence, countsEdges, count, cursors].map((option) => option ?? null);
  return new Shape("entities", kind?.name ?? null, orderBy, momentKey(moment), limit, options)
    .window(request)
    .nodes(filter)
    .readsEntities(request.entities ?? ONLY_NAMED);
}

/** What is written for a page of entities, whatever values the conditions of its filter have. */
interface WrittenPage extends Pick<EntityPageStatement, "columns" | "keys" | "counts"> {
  readonly text: string;
  /** The parameters beside `$p`. */
  readonly params: Readonly<Record<string, Value>>;
  /** {@link MatchWriter.predicates}. */
  readonly found: readonly string[];
  /** {@link MatchWriter.absences}, each link by its place among the conditions. */
  readonly absences: readonly { readonly condition: number; readonly quantifier: LookedFor["quantifier"] }[];
  /** {@link HubWays.most}, where there may be hubs. */
  readonly mostWays: number | null;
}

function writePage(
  ontology: Ontology,
  filter: NodeFilter,
  list: string,
  request: EntityPageRequest,
  conditions: readonly Condition[],
): { readonly written: WrittenPage; readonly match: MatchWriter } {
  const { kind, moment = NOW, statistics = ASSUMED, backward = false, evidence: wanted = true } = request;
  const byName = request.orderBy.every(({ field }) => field === "NAME");
  const match: MatchWriter = new MatchWriter({
    moment,
    statistics,
    evidence: wanted,
    ...(byName && {
      inOrder: (n) => [`${n}.sortName >= ''`, ...firstKeyWithin(list, keysOf(n), request, match.param)],
    }),
  });
  const keysOf = (n: string) => sortKeys(ontology, match, n, kind, request.orderBy);
  /** The clauses that go on with the nodes `n` of the window, in no order yet. */
  const inWindow = (n: string, keys: readonly SortKey[], others: readonly string[]): readonly string[] => {
    const within = withinWindow(list, keys, request, match.param);
    const names = [n, keyNames(keys), ...others].join(", ");
    const columns = `WITH ${CARRIED}${[n, ...others, keyColumns(keys)].join(", ")}`;
    return within === "" ? [columns] : [columns, `${within} WITH ${CARRIED}${names}`];
  };
  const mayBeCut = byName && (request.countsEdges ?? false) && !(request.count ?? false);
  const page = mayBeCut ? pageOf(keysOf, inWindow, request) : null;
  const { variable, evidence: early, paths = null, kept, scans, mostWays } = match.matchRoot(filter, page);
  const keys = keysOf(variable);
  const proved = early.length > 0 || paths !== null ? kept : [];
  const names = [keyNames(keys), ...proved].join(", ");
  for (const line of inWindow(variable, keys, proved)) match.line(line);
  const ordered = orderBy(keys, backward);
  // all that is looked through for a page is counted by the way, but not what an index gives as far as it is needed
  const counts = (request.count ?? false) && !scans && !hasCursor(request);
  if (counts) counted(variable, names, ordered).forEach((line) => match.line(line));
  else match.line(`${ordered} LIMIT $limit`);
  const total = counts ? ["total"] : [];
  const evidence = [...early, ...match.proveRoot(variable, ...total, ...names.split(", "))];
  const proof = evidence.length > 0 || paths !== null;
  if (proof) {
    const all = `[${["['']", ...evidence].join(", ")}]${paths === null ? "" : ` + ${paths}`}`;
    takenApart(all, [variable, ...total, keyNames(keys)].join(", ")).forEach((line) => match.line(line));
  }
  const { wanted: ofEntity, lists: asked, along } = request.entities ?? ONLY_NAMED;
  const lists = readLists(variable, asked, match);
  for (const line of lists.lines) match.line(line);
  const columns = {
    entity: entityColumns(variable, ofEntity, moment, match.param),
    ...(proof ? FOUND : NOTHING_FOUND),
    ...sameNames([...total, ...((request.cursors ?? true) ? keyNames(keys).split(", ") : []), ...lists.columns]),
  };
  const named = `[x IN claims[0..$cap] | substring(x, 1)] + `;
  const ids = `${proof && request.alongEvidence ? named : ""}${claimsNamed(asked)}`;
  const end = endWith(match, columns, ordered, along && { claims: along, ids });
  const params = {
    limit: request.limit,
    ...(proof && { cap: MAX_EVIDENCE }),
    ...lists.params,
    ...end.params,
  };
  const absences = match.absences.map(({ link, quantifier }) => ({ condition: conditions.indexOf(link), quantifier }));
  const { text, predicates: found } = match;
  return { written: { text, params, columns: end.columns, keys, found, absences, mostWays, counts }, match };
}

/** How the list is cut while it is walked in its order. */
function pageOf(
  keysOf: (n: string) => readonly SortKey[],
  inWindow: (n: string, keys: readonly SortKey[], others: readonly string[]) => readonly string[],
  { limit, backward = false }: Window,
): Page {
  const keys = keysOf("n");
  const ordered = orderBy(keys, backward);
  const cut: Page["cut"] = (n, kept, most) => `${inWindow(n, keysOf(n), kept).join(" ")} ${ordered} LIMIT ${most}`;
  return { limit, cut, columns: keyNames(keys), ordered };
}

/** The clauses that go on with the rows of a page, each with the `total`: a node cannot be taken out of a list on every engine, so it is sought again. */
function counted(variable: string, names: string, ordered: string): readonly string[] {
  const columns = names.split(", ");
  return [
    `${ordered} WITH ${CARRIED}collect([${[`${variable}.id`, ...columns].join(", ")}]) AS met`,
    `WITH ${CARRIED}size(met) AS total, met[0..$limit] AS met UNWIND met AS m`,
    `WITH ${CARRIED}total, ${["id", ...columns].map((name, index) => `m[${index}] AS ${name}`).join(", ")} MATCH (${variable}:Entity {id: id})`,
  ];
}

/** Each claim and each mark of absence once, in the order of their ids, and no more of them than can be shown; `kept` are the variables that stay. */
function takenApart(proof: string, kept: string): readonly string[] {
  return [
    `UNWIND ${proof} AS path UNWIND path AS one WITH DISTINCT ${kept}, one ORDER BY substring(one, 1)`,
    `WITH ${kept}, collect(one) AS found`,
    `WITH ${kept}, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks`,
  ];
}
const ONLY_NAMED: EntitiesAsked = { wanted: NAMED, lists: [], along: null };

const FOUND = {
  ...{ evidence: "claims[0..$cap]", evidenceCount: "size(claims)" },
  ...{ absences: "marks[0..$cap]", absenceCount: "size(marks)" },
};
const NOTHING_FOUND = { evidence: "[]", evidenceCount: "0", absences: "[]", absenceCount: "0" };

/** The statement that counts the entities that meet a filter: one row, `total`. */
export function entityCount(
  ontology: Ontology,
  kind: Kind | null,
  where: unknown,
  { moment = NOW, statistics = ASSUMED }: Pick<EntityPageRequest, "moment" | "statistics"> = {},
): PlannedStatement {
  const filter = readNodeFilter(ontology, kind, where);
  const shape = new Shape("entities.count", momentKey(moment)).nodes(filter);
  const { written, values } = writtenOnce({ ontology, statistics }, shape, () => {
    const match = new MatchWriter({ moment, statistics, evidence: false });
    const { variable } = match.matchRoot(filter);
    match.line(`RETURN count(${variable}) AS total`);
    return { written: { text: match.text }, match };
  });
  const plan = { finds: { entities: filter }, planner: new Planner(statistics), moment, rows: null };
  return { name: "entities.count", text: written.text, params: { p: values }, plan };
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
