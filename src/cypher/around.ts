import { Block } from "./block.js";
import type { ClaimFilter } from "./condition.js";
import { MatchWriter } from "./match.js";
import { counts, NOW } from "./moment.js";
import type { Statement } from "./statement.js";

/** A claim between an entity and another. */
export type ClaimWithOther = readonly [claim: string, other: string];

/**
 * The claims between entities and others that meet a filter: for each `id` the lists `said` and `told`, of {@link ClaimWithOther}, where it is the
 * subject and where it is the object; of each at most `most`, by the claims' ids.
 */
export function claimsAroundThatMeet(
  ids: readonly string[],
  filter: ClaimFilter,
  most: number,
  moment = NOW,
): Statement {
  const match = new MatchWriter({ moment });
  const list = (from: "SUBJECT" | "OBJECT", to: "SUBJECT" | "OBJECT", name: string) => {
    const holds = counts("c", filter.scope, moment, match.param).join(" AND ");
    const found = `MATCH (e)<-[:${from}]-(c:Claim)-[:${to}]->(o:Entity)${holds === "" ? "" : ` WHERE ${holds}`}`;
    const block = new Block([found], ["c", "o"]);
    match.narrowLink(block, { claim: "c" }, { leaf: { is: "claim", meets: filter.meets } });
    return `CALL (e) { ${block.text} WITH c.id AS claim, o.id AS other ORDER BY claim LIMIT $most RETURN collect([claim, other]) AS ${name} }`;
  };
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})",
    list("SUBJECT", "OBJECT", "said"),
    list("OBJECT", "SUBJECT", "told"),
    "RETURN id, said, told",
  ].join("\n");
  return { name: "around.claims", text, params: { ids, most, p: match.params } };
}
