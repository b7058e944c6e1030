import type { Predicate } from "../ontology/ontology.js";
import { MERGES } from "./merged.js";
import { shows, type Moment } from "./moment.js";
import { quoted } from "./names.js";
import type { Properties } from "./record.js";
import type { Statement } from "./statement.js";

/** Statements by which curators' changes look at what is there and change it; what is new is written by `record.ts`. */

/** Entities by their ids: rows `id`, `kind`. */
export function kindsOf(ids: readonly string[]): Statement {
  const text = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id, e.kind AS kind";
  return { name: "curate.kinds", text, params: { ids } };
}

/** What ids stand for, of merged entities what those have become: rows `id`, `entity`, `kind`. */
export function entitiesMeant(ids: readonly string[], moment: Moment): Statement {
  const text = [
    `UNWIND $ids AS id MATCH (e:Entity {id: id})${whereShown("e", moment)} RETURN id, e.id AS entity, e.kind AS kind`,
    "UNION",
    `UNWIND $ids AS id MATCH (m:Merged {id: id})-[:${MERGES}]->(e:Entity) RETURN id, e.id AS entity, e.kind AS kind`,
  ].join("\n");
  return { name: "curate.entities", text, params: { ids } };
}

/** Entities that go by names in their folded form: rows `name`, `id`. */
export function namesakes(names: readonly string[], moment: Moment): Statement {
  const text = `UNWIND $names AS name MATCH (n:Name {folded: name})<-[:HAS_NAME]-(e:Entity)${whereShown("e", moment)} RETURN name, e.id AS id ORDER BY name, id`;
  return { name: "curate.namesakes", text, params: { names } };
}

function whereShown(entity: string, moment: Moment): string {
  return shows(entity, moment)
    .map((holds) => ` WHERE ${holds}`)
    .join("");
}

/** Sources by their addresses: rows `url`, `id`. */
export function sourcesByUrl(urls: readonly string[]): Statement {
  const text = "UNWIND $urls AS url MATCH (s:Source {url: url}) RETURN url, s.id AS id ORDER BY url, id";
  return { name: "curate.sourcesByUrl", text, params: { urls } };
}

/** What may be changed of claims, and what it was before: each list has an item a change, the time until which the others held. */
export interface ClaimState {
  readonly id: string;
  readonly predicate: string;
  readonly object: string | null;
  readonly rank: string;
  readonly status: string;
  readonly retractedAt: string | null;
  readonly thenUntil: readonly string[] | null;
  readonly thenRank: readonly string[] | null;
  readonly thenStatus: readonly string[] | null;
  /** Empty where the claim was not ended then. */
  readonly thenRetractedAt: readonly string[] | null;
  /** The claims that took its place: one at most. */
  readonly supersededBy: readonly string[];
}

/** Claims by their ids: rows as {@link ClaimState}. */
export function claimStates(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (c:Claim {id: id})",
    "RETURN id, c.predicate AS predicate, head([(c)-[:OBJECT]->(o:Entity) | o.id]) AS object,",
    "c.rank AS rank, c.status AS status, c.retractedAt AS retractedAt,",
    "c.thenUntil AS thenUntil, c.thenRank AS thenRank, c.thenStatus AS thenStatus, c.thenRetractedAt AS thenRetractedAt,",
    "[(c)<-[:SUPERSEDES]-(n:Claim) | n.id] AS supersededBy",
  ].join("\n");
  return { name: "curate.claims", text, params: { ids } };
}

/** Changes a claim's own properties: a row. */
export function changeClaim(id: string, properties: Properties): Statement {
  const text = "MATCH (c:Claim {id: $id}) SET c += $properties RETURN c.id AS id";
  return { name: "curate.changeClaim", text, params: { id, properties } };
}

/** Changes what the edge of a claim carries: a row. */
export function changeEdge(predicate: Predicate, id: string, properties: Properties): Statement {
  const text = [
    "MATCH (c:Claim {id: $id})-[:SUBJECT]->(s:Entity)",
    `MATCH (s)-[e:${quoted(predicate.name)}]->(o:Entity) WHERE e.claimId = $id`,
    "SET e += $properties RETURN e.claimId AS id",
  ].join("\n");
  return { name: `curate.changeEdge.${predicate.name}`, text, params: { id, properties } };
}

/** Notes that a claim has taken another's place: a row. */
export function linkSuccession(later: string, earlier: string): Statement {
  const text = [
    "MATCH (l:Claim {id: $later}) MATCH (e:Claim {id: $earlier})",
    "CREATE (l)-[:SUPERSEDES]->(e) RETURN l.id AS id",
  ].join("\n");
  return { name: "curate.linkSuccession", text, params: { later, earlier } };
}

/** Takes back that a claim's place was taken, and keeps until when it was so: a row. */
export function endSuccession(earlier: string, at: string): Statement {
  const text = [
    "MATCH (e:Claim {id: $earlier}) MATCH (l:Claim)-[s:SUPERSEDES]->(e)",
    "CREATE (l)-[:HAD_SUPERSEDED {until: $at}]->(e) DELETE s RETURN e.id AS id",
  ].join("\n");
  return { name: "curate.endSuccession", text, params: { earlier, at } };
}

/** The citations that claims have of sources: rows `id`, `claim`, `source`, `quote`, `basis`, `start`. */
export function citationsOfClaims(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)",
    "RETURN q.id AS id, id AS claim, s.id AS source, q.quote AS quote, q.basis AS basis, q.start AS start",
  ].join("\n");
  return { name: "curate.citations", text, params: { ids } };
}

/** The ids in registers that lead to entities: rows `entity`, `id`, `scheme`, `value`, and the entity that it was `given` to, where that is merged into this one. */
export function identifiersOf(entities: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (e:Entity {id: id})<-[r:IDENTIFIES]-(i:Identifier)",
    "RETURN id AS entity, i.id AS id, i.scheme AS scheme, i.value AS value, r.given AS given",
  ].join("\n");
  return { name: "curate.identifiers", text, params: { ids: entities } };
}

/** Takes ids in registers away from whomever they lead to. */
export function dropIdentifiers(ids: readonly string[]): Statement {
  const text = "UNWIND $ids AS id MATCH (i:Identifier {id: id}) DETACH DELETE i";
  return { name: "curate.dropIdentifiers", text, params: { ids } };
}

/** Changes an entity's own properties: a row. */
export function changeEntity(id: string, properties: Properties): Statement {
  const text = "MATCH (e:Entity {id: $id}) SET e += $properties RETURN e.id AS id";
  return { name: "curate.changeEntity", text, params: { id, properties } };
}

/** Keeps what an entity was called and how it was described until now: a row. */
export function keepVersion(entity: string, version: string, properties: Properties, at: string): Statement {
  const text = [
    "MATCH (e:Entity {id: $entity}) CREATE (v:Version {id: $version, until: $at}) SET v += $properties",
    "CREATE (e)-[:HAD_VERSION]->(v) RETURN v.id AS id",
  ].join("\n");
  return { name: "curate.keepVersion", text, params: { entity, version, properties, at } };
}

/** Whether two entities are kept apart: a row, `reason`, where they are. `a` is the smaller id. */
export function apart(a: string, b: string): Statement {
  const text = "MATCH (a:Entity {id: $a})-[r:KEPT_APART]->(b:Entity {id: $b}) RETURN r.reason AS reason";
  return { name: "curate.apart", text, params: { a, b } };
}

/** Keeps two entities apart: a row. `a` is the smaller id. */
export function keepTwoApart(a: string, b: string, reason: string, at: string): Statement {
  const text = [
    "MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b})",
    "CREATE (a)-[:KEPT_APART {reason: $reason, at: $at}]->(b) RETURN a.id AS id",
  ].join("\n");
  return { name: "curate.keepApart", text, params: { a, b, reason, at } };
}
