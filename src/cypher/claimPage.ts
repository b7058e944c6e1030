import type { Ontology } from "../ontology/ontology.js";
import { readClaimFilter, type ClaimFilter, type Comparison, type EndCondition } from "./filter.js";
import { bestSelectivity, claimHolds, MatchWriter } from "./match.js";
import { columns } from "./names.js";
import { afterCursor, decodeCursor, keyColumns, LEAST_NUMBER, orderBy, type SortKey } from "./order.js";
import { CLAIM_PROPERTIES } from "./rows.js";
import type { Statement } from "./statement.js";

/** A page of claims of every predicate. */
export interface ClaimPageRequest {
  readonly where: unknown;
  readonly orderBy: readonly ClaimOrder[];
  readonly after: string | null;
  /** How many rows at most, one more than the page holds. */
  readonly limit: number;
}

export interface ClaimOrder {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

export interface ClaimPageStatement {
  readonly statement: Statement;
  readonly list: string;
  readonly keys: readonly SortKey[];
}

/** The statement for a page of claims: one row a claim, with its columns and its keys `k0 ...`. */
export function claimPage(ontology: Ontology, request: ClaimPageRequest): ClaimPageStatement {
  const match = new MatchWriter();
  matchClaims(match, readClaimFilter(ontology, request.where));
  const list = `claims ${match.text}`;
  const keys = claimSortKeys("c", request.orderBy);
  match.line(`WITH c, ${keyColumns(keys)}`);
  if (request.after !== null) {
    const after = match.param(decodeCursor(request.after, list, keys));
    match.line(`WHERE ${afterCursor(keys, after)}`);
  }
  const keyNames = keys.map((_, index) => `k${index}`).join(", ");
  match.line(`WITH c, ${keyNames} ${orderBy(keys)} LIMIT $limit`);
  match.line(`RETURN ${claimColumns("c")}, ${keyNames} ${orderBy(keys)}`);
  const statement = { name: "claims.page", text: match.text, params: { p: match.params, limit: request.limit } };
  return { statement, list, keys };
}

/** The statement that counts the claims that meet a filter: one row, `total`. */
export function claimCount(ontology: Ontology, where: unknown): Statement {
  const match = new MatchWriter();
  matchClaims(match, readClaimFilter(ontology, where));
  match.line("RETURN count(c) AS total");
  return { name: "claims.count", text: match.text, params: { p: match.params } };
}

/** The columns of a claim, its ends and speakers among them, for a statement that has bound it. */
export function claimColumns(claim: string): string {
  return [
    columns(claim, CLAIM_PROPERTIES),
    `head([(${claim})-[:SUBJECT]->(s:Entity) | s.id]) AS subject`,
    `head([(${claim})-[:OBJECT]->(o:Entity) | o.id]) AS object`,
    `[(${claim})-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS attributedTo`,
  ].join(", ");
}

/** The order that was asked for, then by id. Missing amounts and dates count as the least. */
export function claimSortKeys(claim: string, order: readonly ClaimOrder[], id = "id"): SortKey[] {
  const keys = order.map(({ field, direction }) => ({
    name: field,
    expression: CLAIM_ORDER[field]!(claim),
    direction,
  }));
  return [...keys, { name: "ID", expression: `${claim}.${id}`, direction: keys.at(-1)?.direction ?? "ASC" }];
}

/** As {@link claimSortKeys}, of the edges that are the projection of claims of one predicate. */
export function edgeSortKeys(edge: string, order: readonly ClaimOrder[]): SortKey[] {
  return claimSortKeys(
    edge,
    order.filter(({ field }) => field !== "PREDICATE"),
    "claimId",
  );
}

const CLAIM_ORDER: Readonly<Record<string, (claim: string) => string>> = {
  AMOUNT: (claim) => `coalesce(${claim}.amount, ${LEAST_NUMBER})`,
  PREDICATE: (claim) => `${claim}.predicate`,
  RECORDED_AT: (claim) => `${claim}.recordedAt`,
  VALID_FROM: (claim) => `coalesce(${claim}.validFrom, '')`,
};

/**
 * Binds `c` to the claims that meet a filter, each once. It begins at an end that an index finds, else at the claims' ids or predicates, else
 * at an end of whatever sort, and at all claims only where there is nothing else.
 */
export function matchClaims(match: MatchWriter, filter: ClaimFilter): void {
  const ends = ENDS.flatMap(({ end, fromClaim, toClaim }) =>
    filter.ends.filter((one) => one.end === end).map(({ node }) => ({ node, fromClaim, toClaim })),
  );
  ends.sort((a, b) => bestSelectivity(b.node) - bestSelectivity(a.node));
  const [first] = ends;
  const { comparisons } = filter.claim;
  const listed = comparisons.find(isListOf("id")) ?? comparisons.find(isListOf("predicate"));
  const begin = first && (bestSelectivity(first.node) > 0 || !listed) ? first : null;
  if (begin) {
    const { variable } = match.matchRoot(begin.node);
    match.line(`MATCH ${begin.toClaim(variable)}`);
    match.line("WITH DISTINCT c");
  } else if (listed) {
    const values = [...new Set(listed.value)];
    match.line(`UNWIND ${match.param(values)} AS x MATCH (c:Claim {${listed.property}: x})`);
  } else match.line("MATCH (c:Claim)");
  const rest = { ...filter.claim, comparisons: comparisons.filter((one) => begin !== null || one !== listed) };
  const holds = claimHolds("c", rest, (value) => match.param(value));
  if (holds.length > 0) match.line(`WITH c WHERE ${holds.join(" AND ")}`);
  for (const end of ends) if (end !== begin) match.keepWhere("c", end.fromClaim, end.node);
}

type ListComparison = Comparison & { readonly value: readonly string[] };

function isListOf(property: string): (comparison: Comparison) => comparison is ListComparison {
  return (comparison): comparison is ListComparison => comparison.property === property && comparison.operator === "IN";
}

interface End {
  readonly end: EndCondition["end"];
  readonly toClaim: (node: string) => string;
  readonly fromClaim: (node: string) => string;
}

/** The ways between a claim and its ends, in the order in which they are worth beginning at. */
const ENDS: readonly End[] = [
  { end: "subject", toClaim: (n) => `(${n})<-[:SUBJECT]-(c:Claim)`, fromClaim: (n) => `(c)-[:SUBJECT]->(${n})` },
  { end: "object", toClaim: (n) => `(${n})<-[:OBJECT]-(c:Claim)`, fromClaim: (n) => `(c)-[:OBJECT]->(${n})` },
  {
    end: "attributedTo",
    toClaim: (n) => `(${n})<-[:ATTRIBUTED_TO]-(c:Claim)`,
    fromClaim: (n) => `(c)-[:ATTRIBUTED_TO]->(${n})`,
  },
  {
    end: "source",
    toClaim: (n) => `(${n})<-[:HAS_SOURCE]-(:Citation)<-[:HAS_CITATION]-(c:Claim)`,
    fromClaim: (n) => `(c)-[:HAS_CITATION]->(:Citation)-[:HAS_SOURCE]->(${n})`,
  },
];
