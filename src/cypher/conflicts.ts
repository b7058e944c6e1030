import { claimColumns } from "./claimPage.js";
import { counts, CURRENT, known, NOW, shows, type Moment } from "./moment.js";
import { Params } from "./params.js";
import type { Statement } from "./statement.js";

/**
 * The current claims that share a comparison key with another, of the next keys in order: rows as ClaimRow, by key and id. The keys are counted
 * over the whole label, for engines have no index in order; what comes back is bounded by `keys`.
 *
 * @param from the first key that counts; those before it are passed over
 * @param keys how many keys at most
 */
export function comparableGroups(from: string, keys: number, moment = NOW): Statement {
  const params = new Params();
  const current = (claim: string) => counts(claim, CURRENT, moment, params.add).join(" AND ");
  const text = [
    `MATCH (c:Claim) WHERE c.comparisonKey >= $from AND ${current("c")}`,
    "WITH c.comparisonKey AS key, count(c) AS claims WHERE claims > 1",
    ...groups(current, moment),
  ].join("\n");
  return { name: "conflicts.groups", text, params: { from, keys, p: params.values } };
}

/** As {@link comparableGroups}, of the keys that claims about an entity have, as their subject or object. It costs what these claims and those compared with them cost. */
export function comparableGroupsAbout(entity: string, from: string, keys: number, moment = NOW): Statement {
  const params = new Params();
  const current = (claim: string) => counts(claim, CURRENT, moment, params.add).join(" AND ");
  const keysOf = (role: "SUBJECT" | "OBJECT", list: string) =>
    `CALL (e) { MATCH (e)<-[:${role}]-(c:Claim) WHERE c.comparisonKey >= $from AND ${current("c")} RETURN collect(DISTINCT c.comparisonKey) AS ${list} }`;
  const text = [
    "UNWIND [$entity] AS id MATCH (e:Entity {id: id})",
    keysOf("SUBJECT", "l0"),
    keysOf("OBJECT", "l1"),
    "UNWIND l0 + l1 AS key WITH DISTINCT key",
    `MATCH (x:Claim {comparisonKey: key}) WHERE ${current("x")}`,
    "WITH key, count(x) AS claims WHERE claims > 1",
    ...groups(current, moment),
  ].join("\n");
  return { name: "conflicts.groupsAbout", text, params: { entity, from, keys, p: params.values } };
}

/** From keys to their claims, a page of them. */
function groups(current: (claim: string) => string, moment: Moment): readonly string[] {
  return [
    "WITH key ORDER BY key LIMIT $keys",
    `MATCH (d:Claim {comparisonKey: key}) WHERE ${current("d")}`,
    `RETURN ${claimColumns("d", moment)} ORDER BY comparisonKey, id`,
  ];
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
