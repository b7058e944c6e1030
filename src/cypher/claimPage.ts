import type { Ontology } from "../ontology/ontology.js";
import { readClaimFilter } from "./filter.js";
import { writtenOnce } from "./kept.js";
import { MatchWriter } from "./match.js";
import { momentKey, NOW, recordedAtSeen, type Moment } from "./moment.js";
import { columns } from "./names.js";
import {
  firstKeyWithin,
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
import { claimList, ONLY_IDS, type ClaimsAsked } from "./reading.js";
import { CHANGED_PROPERTIES, CLAIM_PROPERTIES } from "./rows.js";
import { Planner, type PlannedStatement } from "./plan.js";
import { Shape } from "./shape.js";
import { ASSUMED, type Statistics } from "./statistics.js";

/** A page of claims of every predicate. */
export interface ClaimPageRequest extends Window {
  readonly where: unknown;
  readonly orderBy: readonly ClaimOrder[];
  readonly moment?: Moment;
  readonly statistics?: Statistics | undefined;
  /** What is read of each; its id where nothing is said. */
  readonly claims?: ClaimsAsked;
}

export interface ClaimOrder {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

export interface ClaimPageStatement {
  readonly statement: PlannedStatement;
  readonly list: string;
  readonly keys: readonly SortKey[];
}

/** The statement for a page of claims: one row a claim, with its columns and those of its lists as the list `claim`, and its keys `k0 ...`. */
export function claimPage(ontology: Ontology, request: ClaimPageRequest): ClaimPageStatement {
  const { where, moment = NOW, statistics = ASSUMED, backward = false, claims = ONLY_IDS, limit } = request;
  const list = `claims ${shapeOf(where)}`;
  const filter = readClaimFilter(ontology, where);
  const keys = claimSortKeys("c", request.orderBy, moment);
  const shape = new Shape("claims", request.orderBy, momentKey(moment));
  shape.window(request).claims(filter).readsClaims(claims);
  const { written, values } = writtenOnce({ ontology, statistics }, shape, () => {
    const inOrder = (c: string) => {
      return [`${c}.id >= ''`, ...firstKeyWithin(list, claimSortKeys(c, []), request, match.param)];
    };
    const match: MatchWriter = new MatchWriter({
      ...{ moment, statistics },
      ...(request.orderBy.length === 0 && { inOrder }),
    });
    match.matchClaims(filter);
    const ordered = orderBy(keys, backward);
    match.line(`WITH c, ${keyColumns(keys)}`);
    const within = withinWindow(list, keys, request, match.param);
    if (within !== "") match.line(`${within} WITH c, ${keyNames(keys)}`);
    match.line(`${ordered} LIMIT $limit`);
    const { lines, list: columns, params } = claimList("c", claims, match, keyNames(keys).split(", "));
    for (const line of lines) match.line(line);
    match.line(`RETURN ${columns} AS claim, ${keyNames(keys)} ${ordered}`);
    return { written: { text: match.text, params }, match };
  });
  const params = { p: values, limit, ...written.params };
  const plan = { finds: { claims: filter }, planner: new Planner(statistics), moment, rows: { keys, window: request } };
  const statement = { name: "claims.page", text: written.text, params, plan };
  return { statement, list, keys };
}

/** The statement that counts the claims that meet a filter: one row, `total`. */
export function claimCount(
  ontology: Ontology,
  where: unknown,
  { moment = NOW, statistics = ASSUMED }: Pick<ClaimPageRequest, "moment" | "statistics"> = {},
): PlannedStatement {
  const filter = readClaimFilter(ontology, where);
  const shape = new Shape("claims.count", momentKey(moment)).claims(filter);
  const { written, values } = writtenOnce({ ontology, statistics }, shape, () => {
    const match = new MatchWriter({ moment, statistics });
    match.matchClaims(filter);
    match.line("RETURN count(c) AS total");
    return { written: { text: match.text }, match };
  });
  const plan = { finds: { claims: filter }, planner: new Planner(statistics), moment, rows: null };
  return { name: "claims.count", text: written.text, params: { p: values }, plan };
}

/** The next ids, in their order, of the claims that meet a filter: rows `id`. */
export function claimIds(
  ontology: Ontology,
  where: unknown,
  {
    after,
    limit,
    moment = NOW,
    statistics,
  }: Pick<ClaimPageRequest, "moment" | "statistics"> & {
    /** The last id of those before; empty at the beginning. */
    readonly after: string;
    readonly limit: number;
  },
): PlannedStatement {
  const filter = readClaimFilter(ontology, where);
  const inOrder = (c: string) => [`${c}.id > ${match.param(after)}`];
  const match: MatchWriter = new MatchWriter({ moment, ...(statistics && { statistics }), inOrder });
  match.matchClaims(filter);
  match.line(`WITH c.id AS id WHERE id > ${match.param(after)}`);
  match.line("WITH id ORDER BY id LIMIT $limit RETURN id ORDER BY id");
  const plan = { finds: { claims: filter }, planner: match.planner, moment, rows: null };
  return { name: "claims.ids", text: match.text, params: { p: match.params, limit }, plan };
}

/** The columns of a claim, its ends and speakers among them, for a statement that has bound it; of the past also what has been changed of it. */
export function claimColumns(claim: string, moment: Pick<Moment, "knownAt" | "sees"> = NOW): string {
  return [
    columns(claim, moment.knownAt === null ? OWN_PROPERTIES : [...OWN_PROPERTIES, ...CHANGED_PROPERTIES]),
    `${recordedAtSeen(claim, moment)} AS recordedAt`,
    `head([(${claim})-[:SUBJECT]->(s:Entity) | s.id]) AS subject`,
    `head([(${claim})-[:OBJECT]->(o:Entity) | o.id]) AS object`,
    `[(${claim})-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS attributedTo`,
  ].join(", ");
}

/** Those of a claim that are the same for whoever asks. */
const OWN_PROPERTIES = CLAIM_PROPERTIES.filter((property) => property !== "recordedAt");

/** The order that was asked for, then by id. Missing amounts and dates count as the least. */
export function claimSortKeys(
  claim: string,
  order: readonly ClaimOrder[],
  moment: Pick<Moment, "sees"> = NOW,
  id = "id",
): SortKey[] {
  refuseKeys(order);
  const keys = order.map(({ field, direction }) => ({
    name: field,
    expression: CLAIM_ORDER[field]!(claim, moment),
    direction,
  }));
  return [...keys, { name: "ID", expression: `${claim}.${id}`, direction: keys.at(-1)?.direction ?? "ASC" }];
}

/** As {@link claimSortKeys}, of the edges that are the projection of claims of one predicate. */
export function edgeSortKeys(
  edge: string,
  order: readonly ClaimOrder[],
  moment: Pick<Moment, "sees"> = NOW,
): SortKey[] {
  return claimSortKeys(
    edge,
    order.filter(({ field }) => field !== "PREDICATE"),
    moment,
    "claimId",
  );
}

const CLAIM_ORDER: Readonly<Record<string, (claim: string, moment: Pick<Moment, "sees">) => string>> = {
  AMOUNT: (claim) => `coalesce(${claim}.amount, ${LEAST_NUMBER})`,
  PREDICATE: (claim) => `${claim}.predicate`,
  RECORDED_AT: recordedAtSeen,
  VALID_FROM: (claim) => `coalesce(${claim}.validFrom, '')`,
};
