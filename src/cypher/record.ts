import type { Ontology } from "../ontology/ontology.js";
import { quoted } from "./names.js";
import { textOf } from "./rows.js";
import type { Statement, Value } from "./statement.js";
import { joinedWords } from "./words.js";

/** Properties of a node or an edge; null where there is none. */
export type Properties = Readonly<Record<string, Value>>;

/** What is to be recorded in one transaction: nodes with their properties, and between which there are edges. Everything has its id already. */
export interface Batch {
  readonly entities: readonly { readonly id: string; readonly kind: string; readonly properties: Properties }[];
  /** Names and aliases in their folded form, each once for an entity. */
  readonly names: readonly { readonly id: string; readonly entity: string; readonly folded: string }[];
  /** Ids of entities in registers: `id` is {@link identifierKey}. */
  readonly identifiers: readonly {
    readonly id: string;
    readonly entity: string;
    readonly scheme: string;
    readonly value: string;
  }[];
  readonly texts: readonly { readonly id: string; readonly source: string; readonly properties: Properties }[];
  readonly authors: readonly Pair[];
  readonly publishers: readonly Pair[];
  readonly derivations: readonly Pair[];
  readonly claims: readonly {
    readonly id: string;
    readonly predicate: string;
    readonly subject: string;
    readonly object: string | null;
    /** The ids that were given for subject and object, where those have been merged into these. */
    readonly subjectGiven?: string | null;
    readonly objectGiven?: string | null;
    readonly attributedTo: readonly string[];
    readonly properties: Properties;
  }[];
  readonly citations: readonly {
    readonly id: string;
    readonly claim: string;
    readonly source: string;
    /** The sources from which the cited one took just this. */
    readonly takenFrom: readonly string[];
    readonly properties: Properties;
  }[];
}

/** A batch of nothing, to which what there is is added. */
export const NOTHING: Batch = {
  ...{
    entities: [],
    names: [],
    identifiers: [],
    texts: [],
    authors: [],
    publishers: [],
    derivations: [],
    claims: [],
    citations: [],
  },
};

/** An edge from one node to another, by their ids. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** The id that was given for `to`, where that has been merged into it: to it the edge goes back when the merge is undone. */
  readonly given?: string | null;
}

/** Who records, when, and why; `tx` is an id that no other transaction has. */
export interface Recording {
  readonly tx: string;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
}

/**
 * What an edge carries of its claim, so that reading and filtering a relation does not touch the claim. The check command proves that
 * edge and claim agree in these.
 */
export const EDGE_PROPERTIES = [
  ...["modality", "rank", "status", "amount", "unit", "bound", "validFrom", "validTo", "recordedAt", "retractedAt"],
  ...["restricted", "openSince"],
] as const;

/** Entities: those that there are already stay as they are. Rows: `id`, `kind` (that of the entity found), `created`. */
export function recordEntities(entities: Batch["entities"], { tx, at, by }: Recording): Statement {
  const text = [
    "UNWIND $rows AS r MERGE (e:Entity {id: r.id})",
    "ON CREATE SET e += r.properties, e.kind = r.kind, e.recordedAt = $at, e.recordedBy = $by, e.tx = $tx",
    "RETURN e.id AS id, e.kind AS kind, e.tx = $tx AS created",
  ].join("\n");
  return { name: "entities.record", text, params: { rows: values(entities), tx, at, by } };
}

/** Gives entities the label of their kind. */
export function labelEntities(label: string, ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id MATCH (e:Entity {id: id}) SET e:${quoted(label)} RETURN e.id AS id`;
  return { name: "entities.label", text, params: { ids } };
}

/** The folded names under which entities are found. */
export function recordNames(names: Batch["names"]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (e:Entity {id: r.entity}) CREATE (n:Name {id: r.id, folded: r.folded, words: r.words})",
    "CREATE (e)-[:HAS_NAME]->(n) RETURN n.id AS id",
  ].join("\n");
  const rows = names.map((name) => ({ ...name, words: joinedWords(name.folded) }));
  return { name: "names.record", text, params: { rows: values(rows) } };
}

/** Whose the ids in registers are that somebody has already: rows `id`, `entity`, `kind`. */
export function identifierOwners(ids: readonly string[]): Statement {
  const text =
    "UNWIND $ids AS id MATCH (i:Identifier {id: id})-[:IDENTIFIES]->(e:Entity) RETURN id, e.id AS entity, e.kind AS kind";
  return { name: "identifiers.owners", text, params: { ids } };
}

/** Ids in registers that nobody has yet, for entities: a row for each. */
export function recordIdentifiers(identifiers: Batch["identifiers"]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (e:Entity {id: r.entity}) CREATE (i:Identifier {id: r.id, scheme: r.scheme, value: r.value})",
    "CREATE (i)-[:IDENTIFIES]->(e) RETURN i.id AS id",
  ].join("\n");
  return { name: "identifiers.record", text, params: { rows: values(identifiers) } };
}

/** The stored texts of sources. */
export function recordTexts(texts: Batch["texts"]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (s:Source {id: r.source}) CREATE (t:Text {id: r.id}) SET t += r.properties",
    "CREATE (s)-[:HAS_TEXT]->(t) RETURN t.id AS id",
  ].join("\n");
  return { name: "texts.record", text, params: { rows: values(texts) } };
}

/** The hashes of the texts that sources have: `source`, `sha256`. */
export function textHashes(sources: readonly string[]): Statement {
  const text =
    "UNWIND $ids AS id MATCH (s:Source {id: id})-[:HAS_TEXT]->(t:Text) RETURN id AS source, t.sha256 AS sha256";
  return { name: "texts.hashes", text, params: { ids: sources } };
}

/** Edges of one type between entities that are both there: a row for each edge made. */
export function linkEntities(type: "HAS_AUTHOR" | "HAS_PUBLISHER" | "DERIVED_FROM", pairs: readonly Pair[]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (a:Entity {id: r.from}) MATCH (b:Entity {id: r.to})",
    `CREATE (a)-[x:${type}]->(b) SET x.given = r.given RETURN a.id AS id`,
  ].join("\n");
  return { name: `sources.link.${type}`, text, params: { rows: values(pairs.map(withGiven)) } };
}

/** Claims: those that there are already stay as they are. Rows: `id`, `created`. Their ends are connected by {@link connectClaims}. */
export function recordClaims(claims: Batch["claims"], { tx, at, by }: Recording): Statement {
  const text = [
    "UNWIND $rows AS r MERGE (c:Claim {id: r.id})",
    "ON CREATE SET c += r.properties, c.predicate = r.predicate, c.recordedAt = $at, c.recordedBy = $by, c.tx = $tx",
    "RETURN c.id AS id, c.tx = $tx AS created",
  ].join("\n");
  return { name: "claims.record", text, params: { rows: values(claims), tx, at, by } };
}

/** Edges from claims about values to their subject, or from claims to their speakers: a row for each edge made. */
export function connectClaims(type: "SUBJECT" | "ATTRIBUTED_TO", pairs: readonly Pair[]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (c:Claim {id: r.from}) MATCH (e:Entity {id: r.to})",
    `CREATE (c)-[x:${type}]->(e) SET x.given = r.given RETURN c.id AS id`,
  ].join("\n");
  return { name: `claims.connect.${type}`, text, params: { rows: values(pairs.map(withGiven)) } };
}

/**
 * Claims of one predicate between entities, with their subjects and objects, and the edges that are their projection: exactly one a claim, never merged by its ends.
 * A row for each.
 */
export function projectClaims(
  ontology: Ontology,
  predicate: string,
  claims: Batch["claims"],
  { at }: Pick<Recording, "at">,
): Statement {
  const rows = claims.map(({ id, subject, object, subjectGiven = null, objectGiven = null, properties }) => ({
    ...{ id, subject, object, subjectGiven, objectGiven },
    properties: { ...pick(properties, EDGE_PROPERTIES), claimId: id, recordedAt: at, subjectGiven, objectGiven },
  }));
  const text = [
    "UNWIND $rows AS r MATCH (c:Claim {id: r.id}) MATCH (s:Entity {id: r.subject}) MATCH (o:Entity {id: r.object})",
    `CREATE (c)-[x:SUBJECT]->(s) CREATE (c)-[y:OBJECT]->(o) CREATE (s)-[e:${quoted(ontology.predicates.get(predicate)!.name)}]->(o)`,
    "SET x.given = r.subjectGiven, y.given = r.objectGiven, e += r.properties RETURN e.claimId AS id",
  ].join("\n");
  return { name: `claims.project.${predicate}`, text, params: { rows: values(rows) } };
}

/** An edge to be made: its ends, and all that it carries. */
export interface Projection {
  readonly subject: string;
  readonly object: string;
  readonly properties: Properties;
}

/** Edges of a predicate between entities: a row for each. */
export function putProjections(predicate: string, rows: readonly Projection[]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (s:Entity {id: r.subject}) MATCH (o:Entity {id: r.object})",
    `CREATE (s)-[e:${quoted(predicate)}]->(o) SET e += r.properties RETURN e.claimId AS id`,
  ].join("\n");
  return { name: `claims.project.${predicate}`, text, params: { rows: values(rows) } };
}

/** The stored origins of sources, where the chains of what they were taken from end: `id`, `origins`. */
export function sourceOrigins(ids: readonly string[]): Statement {
  const text = "UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN id, s.origins AS origins";
  return { name: "sources.origins", text, params: { ids } };
}

/** Gives sources or citations their origins: a row for each. */
export function setOrigins(
  label: "Source" | "Citation",
  rows: readonly { readonly id: string; readonly origins: readonly string[] }[],
): Statement {
  const text = `UNWIND $rows AS r MATCH (n:${label} {id: r.id}) SET n.origins = r.origins RETURN n.id AS id`;
  return { name: `origins.set.${label.toUpperCase()}`, text, params: { rows: values(rows) } };
}

/** Citations of claims, from sources: those that there are already stay as they are. Rows: `id`, `created`. */
export function recordCitations(
  citations: Batch["citations"],
  { tx, at }: Omit<Recording, "by" | "reason">,
): Statement {
  const text = [
    "UNWIND $rows AS r MERGE (q:Citation {id: r.id})",
    "ON CREATE SET q += r.properties, q.recordedAt = $at, q.tx = $tx",
    "RETURN q.id AS id, q.tx = $tx AS created",
  ].join("\n");
  const rows = citations.map(({ id, properties }) => ({
    id,
    properties: { ...properties, words: joinedWords(textOf(properties["quote"])) },
  }));
  return { name: "citations.record", text, params: { rows: values(rows), tx, at } };
}

/** Hangs citations between their claim and their source: a row for each. */
export function connectCitations(citations: Batch["citations"]): Statement {
  const rows = citations.map(({ id, claim, source }) => ({ id, claim, source }));
  const text = [
    "UNWIND $rows AS r MATCH (q:Citation {id: r.id}) MATCH (c:Claim {id: r.claim}) MATCH (s:Source {id: r.source})",
    "CREATE (c)-[:HAS_CITATION]->(q) CREATE (q)-[:HAS_SOURCE]->(s) RETURN q.id AS id",
  ].join("\n");
  return { name: "citations.connect", text, params: { rows: values(rows) } };
}

/** Edges from citations to the sources from which their own source took them: a row for each. */
export function linkCitations(pairs: readonly Pair[]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (q:Citation {id: r.from}) MATCH (s:Source {id: r.to})",
    "CREATE (q)-[:DERIVED_FROM]->(s) RETURN q.id AS id",
  ].join("\n");
  return { name: "citations.link", text, params: { rows: values(pairs) } };
}

/** Takes the next `$count` numbers of the change log; the number before the first of them is `last`. */
const TAKE_NUMBERS = [
  "MERGE (l:Log {id: 'log'}) ON CREATE SET l.seq = 0",
  "SET l.seq = l.seq + $count WITH l.seq - $count AS last",
];

/** What was done with entities or claims, for the history, each change with its own number, in the order of the ids: a row for each. `label` is that of the nodes. */
export function recordChanges(
  label: "Entity" | "Claim",
  action: string,
  ids: readonly string[],
  { at, by, reason }: Recording,
): Statement {
  // the nodes come first: an engine finds them through its index only where they are matched at once from the list
  const text = [
    `UNWIND $rows AS r MATCH (n:${label} {id: r.of}) MERGE (l:Log {id: 'log'}) ON CREATE SET l.seq = 0 WITH r, n, l`,
    "CREATE (h:Change {id: 'h_' + toString(l.seq + r.number), seq: l.seq + r.number, action: $action, at: $at, by: $by}) SET h.reason = $reason",
    "CREATE (h)-[:CHANGED]->(n) WITH l, collect(h.id) AS ids SET l.seq = l.seq + $count WITH ids UNWIND ids AS id RETURN id",
  ].join("\n");
  const rows = ids.map((of, index) => ({ of, number: index + 1 }));
  return {
    name: "changes.record",
    text,
    params: { rows: values(rows), count: ids.length, action, at, by, reason },
  };
}

/** What was done with two entities, of which one may be merged into the other now: a row for each. The change is one of both, and says which. */
export function recordPairChange(
  action: string,
  pair: readonly [string, string],
  { at, by, reason }: Recording,
): Statement {
  const text = [
    ...TAKE_NUMBERS,
    "CREATE (h:Change {id: 'h_' + toString(last + 1), seq: last + 1, action: $action, at: $at, by: $by, pair: $pair}) SET h.reason = $reason",
    "WITH h UNWIND $pair AS of",
    "CALL (of) { MATCH (n:Entity {id: of}) RETURN n UNION MATCH (n:Merged {id: of}) RETURN n }",
    "CREATE (h)-[:CHANGED]->(n) RETURN h.id AS id",
  ].join("\n");
  return { name: "changes.recordPair", text, params: { pair, count: 1, action, at, by, reason } };
}

function withGiven({ from, to, given = null }: Pair): Pair {
  return { from, to, given };
}

function pick(properties: Properties, keys: readonly string[]): Properties {
  return Object.fromEntries(keys.map((key) => [key, properties[key] ?? null]));
}

/** Rows are plain data of the types that a parameter takes. */
function values(rows: readonly object[]): Value {
  return rows as unknown as Value;
}
