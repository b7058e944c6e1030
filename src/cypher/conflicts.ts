import { claimColumns } from "./claimPage.js";
import { counts, CURRENT, known, NOW, recordedAtSeen, shows } from "./moment.js";
import { Params } from "./params.js";
import type { Statement, Value } from "./statement.js";

/** Claims that share a comparison key, at the place that they have in a list of such groups: by the newest claim of each, the last one first, then by key. */
export interface GroupPlace {
  /** When the newest of them was recorded, as far as whoever asks sees. */
  readonly newest: string;
  readonly key: string;
}

/** Which groups of claims that share a comparison key are read. */
export interface GroupsAsked {
  /** Of which entity a claim of each must be, as its subject or object; null: of any. */
  readonly about: string | null;
  /** The predicate that a claim of each must have; null: any. */
  readonly predicate: string | null;
  /** After which place; null: from the first. */
  readonly after: GroupPlace | null;
  /** Of those before this place only such of more than two claims: two of them may be a pair that comes after it. Null: all. */
  readonly from: GroupPlace | null;
  /** How many groups at most. */
  readonly keys: number;
}

/**
 * The current claims that share a comparison key with another, of the next groups in their order: rows as ClaimRow, group by group, by id, with the
 * group's `newest`. Where nothing narrows them, the keys are counted over the whole label, for engines have no index in order; what comes back is
 * bounded by `keys`.
 */
export function comparableGroups(asked: GroupsAsked, moment = NOW): Statement {
  const { about, predicate, after, from, keys } = asked;
  const params = new Params();
  const { add } = params;
  const current = (claim: string) => counts(claim, CURRENT, moment, add).join(" AND ");
  const compared = (claim: string) => {
    const of = predicate !== null && about !== null ? [`${claim}.predicate = ${add(predicate)}`] : [];
    return [...of, `${claim}.comparisonKey IS NOT NULL`, current(claim)].join(" AND ");
  };
  const keysOf = (role: "SUBJECT" | "OBJECT", list: string) =>
    `CALL (e) { MATCH (e)<-[:${role}]-(c:Claim) WHERE ${compared("c")} RETURN collect(DISTINCT c.comparisonKey) AS ${list} }`;
  const byKey = `MATCH (x:Claim {comparisonKey: key}) WHERE ${current("x")}`;
  const found =
    about !== null
      ? [
          `UNWIND [${add(about)}] AS id MATCH (e:Entity {id: id})`,
          ...[keysOf("SUBJECT", "l0"), keysOf("OBJECT", "l1")],
          ...["UNWIND l0 + l1 AS key WITH DISTINCT key", byKey],
        ]
      : predicate !== null
        ? [
            `UNWIND [${add(predicate)}] AS name MATCH (c:Claim {predicate: name}) WHERE ${compared("c")}`,
            ...["WITH DISTINCT c.comparisonKey AS key", byKey],
          ]
        : [`MATCH (x:Claim) WHERE ${compared("x")}`];
  const key = about === null && predicate === null ? "x.comparisonKey AS key" : "key";
  const wanted = [
    "claims > 1",
    ...(after ? [isAfter(after, false, add)] : []),
    ...(from ? [`(claims > 2 OR ${isAfter(from, true, add)})`] : []),
  ];
  const text = [
    ...found,
    `WITH ${key}, count(x) AS claims, max(${recordedAtSeen("x", moment)}) AS newest WHERE ${wanted.join(" AND ")}`,
    "WITH key, newest ORDER BY newest DESC, key LIMIT $keys",
    `MATCH (d:Claim {comparisonKey: key}) WHERE ${current("d")}`,
    `RETURN newest, ${claimColumns("d", moment)} ORDER BY newest DESC, comparisonKey, id`,
  ].join("\n");
  return { name: "conflicts.groups", text, params: { keys, p: params.values } };
}

/** That a group comes after a place, or at it. */
function isAfter({ newest, key }: GroupPlace, orAt: boolean, param: (value: Value) => string): string {
  const at = param(newest);
  return `(newest < ${at} OR (newest = ${at} AND key ${orAt ? ">=" : ">"} ${param(key)}))`;
}

/** The derivations that may be part of a circle: of sources that others are derived from, from sources that are derived themselves. Rows: `source`, `from`. */
export function circlingDerivations(moment = NOW): Statement {
  const params = new Params();
  const there = [...known("s", moment, params.add), ...shows("o", moment)].map((holds) => ` AND ${holds}`);
  const text = [
    "MATCH (s:Source)-[:DERIVED_FROM]->(o:Source)",
    "WHERE COUNT { MATCH (o)-[:DERIVED_FROM]->(t:Source) } > 0 AND COUNT { MATCH (s)<-[:DERIVED_FROM]-(t:Source) } > 0" +
      there.join(""),
    "RETURN s.id AS source, o.id AS from",
  ].join("\n");
  return { name: "conflicts.derivations", text, params: { p: params.values } };
}
