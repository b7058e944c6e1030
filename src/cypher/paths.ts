import { counts, CURRENT, known, NOW, shows } from "./moment.js";
import { Params } from "./params.js";
import type { Statement } from "./statement.js";
import { where } from "./names.js";

/** How many claims entities are subject or object of, of those that are shown, whatever they are about and whether they still stand: rows `id`, `claims`; none for an id that there is not. */
export function degreesOf(ids: readonly string[], moment = NOW): Statement {
  const params = new Params();
  const count = (role: "SUBJECT" | "OBJECT") => `COUNT { MATCH (e)<-[:${role}]-(c:Claim)${where(shows("c", moment))} }`;
  const text = `UNWIND $ids AS id MATCH (e:Entity {id: id})${where(known("e", moment, params.add))} RETURN id, ${count("SUBJECT")} + ${count("OBJECT")} AS claims`;
  return { name: "paths.degrees", text, params: { ids, p: params.values } };
}

/** The claims between entities and others: for each `id` the lists `said` and `told`, of pairs of a claim's id and the other entity's, where it is the subject and where it is the object. */
export function claimsAround(ids: readonly string[], moment = NOW): Statement {
  const params = new Params();
  const list = (from: "SUBJECT" | "OBJECT", to: "SUBJECT" | "OBJECT", name: string) =>
    `CALL (e) { MATCH (e)<-[:${from}]-(c:Claim)-[:${to}]->(o:Entity) WHERE ${counts("c", CURRENT, moment, params.add).join(" AND ")} RETURN collect([c.id, o.id]) AS ${name} }`;
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})",
    list("SUBJECT", "OBJECT", "said"),
    list("OBJECT", "SUBJECT", "told"),
    "RETURN id, said, told",
  ].join("\n");
  return { name: "paths.claims", text, params: { ids, p: params.values } };
}
