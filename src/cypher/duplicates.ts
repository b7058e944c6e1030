import type { Kind } from "../ontology/ontology.js";
import { claimColumns } from "./claimPage.js";
import { counts, CURRENT, shows, type Moment } from "./moment.js";
import { quoted } from "./names.js";
import { Params } from "./params.js";
import type { Statement } from "./statement.js";

/** Statements that read what entities are compared by, to find those that may be the same thing. Of claims only those that stand and are shown at the moment are read. */

/** The ids of the entities of a kind: one row, `ids`. */
export function idsOfKind({ type }: Kind): Statement {
  const text = `MATCH (e:${quoted(type)}) RETURN collect(e.id) AS ids`;
  return { name: "duplicates.ids", text, params: {} };
}

/** What entities go by: rows as {@link NamedEntity}. */
export function namedEntities(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})",
    "RETURN id, [(e)-[:HAS_NAME]->(n:Name) | n.folded] AS names, e.identifierSchemes AS schemes, e.identifierValues AS values",
  ].join("\n");
  return { name: "duplicates.names", text, params: { ids } };
}

export interface NamedEntity {
  readonly id: string;
  /** Folded, in no order. */
  readonly names: readonly string[];
  /** Registers, and the ids there: two lists of one length; null where there are none. */
  readonly schemes: readonly string[] | null;
  readonly values: readonly string[] | null;
}

/** The claims of some predicates between two entities of a kind: rows as {@link ProposedPair}, at most so many. */
export function proposedPairs(predicates: readonly string[], kind: Kind, limit: number, moment: Moment): Statement {
  const params = new Params();
  const cited = shows("q", moment).map((holds) => ` WHERE ${holds}`);
  const text = [
    "UNWIND $predicates AS predicate MATCH (c:Claim {predicate: predicate})",
    `WHERE ${counts("c", CURRENT, moment, params.add).join(" AND ")} WITH c ORDER BY c.id`,
    `MATCH (c)-[:SUBJECT]->(s:Entity) WHERE s.kind = $kind MATCH (c)-[:OBJECT]->(o:Entity) WHERE o.kind = $kind`,
    "WITH c, s.id AS subject, o.id AS object WHERE subject <> object WITH c, subject, object ORDER BY c.id LIMIT $limit",
    `RETURN c.id AS claim, subject, object, [(c)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(x:Source)${cited.join("")} | x.id] AS sources`,
  ].join("\n");
  return { name: "duplicates.proposed", text, params: { predicates, kind: kind.name, limit, p: params.values } };
}

/** A claim that says of two entities that they may be the same. */
export interface ProposedPair {
  readonly claim: string;
  readonly subject: string;
  readonly object: string;
  /** The sources that say so, some of them twice. */
  readonly sources: readonly string[];
}

/** Which entities are kept apart: rows `one`, `other`, ids as they were given, of merged entities too. */
export function keptApart(): Statement {
  const among = (from: string, to: string) =>
    `MATCH (a:${from})-[:KEPT_APART]->(b:${to}) RETURN a.id AS one, b.id AS other`;
  const ends = ["Entity", "Merged"];
  const text = ends.flatMap((from) => ends.map((to) => among(from, to))).join("\nUNION\n");
  return { name: "duplicates.keptApart", text, params: {} };
}

/** The claims between entities and others: for each `id` the lists `said` and `told`, of claims' ids, their predicates and the other entities' ids, where it is the subject and where it is the object. */
export function neighboursOf(ids: readonly string[], moment: Moment): Statement {
  const params = new Params();
  const list = (from: "SUBJECT" | "OBJECT", to: "SUBJECT" | "OBJECT", name: string) =>
    `CALL (e) { MATCH (e)<-[:${from}]-(c:Claim)-[:${to}]->(o:Entity) WHERE ${counts("c", CURRENT, moment, params.add).join(" AND ")} RETURN collect([c.id, c.predicate, o.id]) AS ${name} }`;
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})",
    list("SUBJECT", "OBJECT", "said"),
    list("OBJECT", "SUBJECT", "told"),
    "RETURN id, said, told",
  ].join("\n");
  return { name: "duplicates.neighbours", text, params: { ids, p: params.values } };
}

export interface NeighboursRow {
  readonly id: string;
  readonly said: readonly (readonly [claim: string, predicate: string, other: string])[];
  readonly told: readonly (readonly [claim: string, predicate: string, other: string])[];
}

/** The claims about entities of which two may not both hold: rows as ClaimRow. */
export function comparableClaimsOf(ids: readonly string[], moment: Moment): Statement {
  const params = new Params();
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:SUBJECT]-(c:Claim)",
    `WHERE c.comparisonKey IS NOT NULL AND ${counts("c", CURRENT, moment, params.add).join(" AND ")}`,
    `RETURN ${claimColumns("c", moment)}`,
  ].join("\n");
  return { name: "duplicates.claims", text, params: { ids, p: params.values } };
}
