import { currentClaim } from "./current.js";
import type { Statement } from "./statement.js";

/** How many claims entities are subject or object of, whatever they are about and whether they still stand: rows `id`, `claims`; none for an id that there is not. */
export function degreesOf(ids: readonly string[]): Statement {
  const count = (role: "SUBJECT" | "OBJECT") => `COUNT { MATCH (e)<-[:${role}]-(c:Claim) }`;
  const text = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id, ${count("SUBJECT")} + ${count("OBJECT")} AS claims`;
  return { name: "paths.degrees", text, params: { ids } };
}

/** The claims between entities and others: for each `id` the lists `said` and `told`, of pairs of a claim's id and the other entity's, where it is the subject and where it is the object. */
export function claimsAround(ids: readonly string[]): Statement {
  const list = (from: "SUBJECT" | "OBJECT", to: "SUBJECT" | "OBJECT", name: string) =>
    `CALL (e) { MATCH (e)<-[:${from}]-(c:Claim)-[:${to}]->(o:Entity) WHERE ${currentClaim("c")} RETURN collect([c.id, o.id]) AS ${name} }`;
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})",
    list("SUBJECT", "OBJECT", "said"),
    list("OBJECT", "SUBJECT", "told"),
    "RETURN id, said, told",
  ].join("\n");
  return { name: "paths.claims", text, params: { ids } };
}
