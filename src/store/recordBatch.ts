import { randomUUID } from "node:crypto";
import { originsOf } from "../claims/origins.js";
import { searchWords } from "../claims/searchWords.js";
import {
  connectCitations,
  connectClaims,
  identifierOwners,
  labelEntities,
  linkCitations,
  linkEntities,
  projectClaims,
  recordChanges,
  recordCitations,
  recordClaims,
  recordEntities,
  recordIdentifiers,
  recordNames,
  recordPairChange,
  recordTexts,
  setOrigins,
  sourceOrigins,
  textHashes,
  type Batch,
  type Pair,
  type Recording,
} from "../cypher/record.js";
import { rowsOf, textOf } from "../cypher/rows.js";
import type { Statement } from "../cypher/statement.js";
import { recordWords } from "../cypher/words.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Ontology } from "../ontology/ontology.js";
import { markRecorded } from "./markRestricted.js";
import { claimOfKept, entityIdsOf, mergedInto, pairTo, type Merged } from "./merged.js";
import type { Access, Run, Store } from "./port.js";

/** How many of a batch were new; the others were there already, and stay as they were. */
export interface Recorded {
  readonly entities: number;
  readonly claims: number;
  readonly citations: number;
}

/**
 * Records a batch in one transaction: all of it, or nothing. What is there already, by id, is left as it is, so that recording twice
 * adds nothing. A source is restricted where its properties have `restricted: true`; what that concerns is marked here. Throws CONFLICT when an
 * id belongs to an entity of another kind, or a source is there already without the text that it comes with (the quotes' positions would be
 * those of another text), INTERNAL when an end of an edge is missing.
 */
export async function recordBatch(
  store: Store,
  ontology: Ontology,
  given: Batch,
  by: string,
  access?: Access,
): Promise<Recorded> {
  return store.write(async (run) => {
    const { entities, claims, citations } = await writeBatch(run, ontology, given, newRecording(by));
    return { entities: entities.size, claims: claims.size, citations: citations.size };
  }, access);
}

/** What was new of a batch, by ids. */
export interface Written {
  readonly entities: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  /** Claims that were there already and have new citations now. */
  readonly cited: ReadonlySet<string>;
  readonly citations: ReadonlySet<string>;
}

/** To be made inside a transaction: one that is run again must not take what its first run has left for its own. */
export function newRecording(by: string, reason: string | null = null): Recording {
  return { tx: randomUUID(), at: new Date().toISOString(), by, reason };
}

/** Records a batch within a transaction, as {@link recordBatch} does in one of its own. What is about an entity that was merged is told of the one it was merged into. */
export async function writeBatch(
  run: Run,
  ontology: Ontology,
  given: Batch,
  recording: Recording,
  known?: Merged,
): Promise<Written> {
  const batch = { ...given, claims: onceEach(given.claims), citations: onceEach(given.citations) };
  const merged = known ?? (await mergedInto(run, entityIdsOf(batch)));
  const entities = await writeEntities(run, ontology, batch, merged, recording);
  const claims = await writeClaims(run, ontology, batch, merged, recording);
  const citations = await writeCitations(run, batch, recording);
  await markRecorded(run, ontology, {
    sources: batch.entities.flatMap(({ id, kind }) => (kind === "SOURCE" && entities.has(id) ? [id] : [])),
    derivations: batch.derivations.filter(({ from }) => entities.has(from)),
    claims: batch.claims.filter(({ id }) => claims.has(id)),
    citations,
  });
  const cited = new Set(citations.map(({ claim }) => claim).filter((id) => !claims.has(id)));
  await logChanges(run, recording, [
    { label: "Entity", action: "CREATED", ids: [...entities] },
    { label: "Claim", action: "ASSERTED", ids: [...claims] },
    { label: "Claim", action: "CITED", ids: [...cited] },
  ]);
  return { entities, claims, cited, citations: new Set(citations.map(({ id }) => id)) };
}

async function writeEntities(
  run: Run,
  ontology: Ontology,
  batch: Batch,
  merged: Merged,
  recording: Recording,
): Promise<Set<string>> {
  const given = batch.entities.filter(({ id }) => !merged.has(id));
  if (given.length === 0) return new Set();
  const kinds = new Map(given.map(({ id, kind }) => [id, kind]));
  const rows = rowsOf<CreatedRow & { kind: string }>(await run(recordEntities(given, recording)));
  for (const { id, kind } of rows) {
    const wanted = kinds.get(id)!;
    if (kind === wanted) continue;
    throw new SanadError(
      ErrorCode.CONFLICT,
      `the id ${id} is that of a ${kind} already and cannot be that of a ${wanted}`,
    );
  }
  const created = createdIn(rows);
  for (const kind of ontology.kinds.values()) {
    const ids = [...created].filter((id) => kinds.get(id) === kind.name);
    if (ids.length > 0) await all(run, labelEntities(kind.type, ids), ids.length);
  }
  const ofCreated = <T>(rows: readonly T[], entity: (row: T) => string) =>
    rows.filter((row) => created.has(entity(row)));
  const names = ofCreated(batch.names, ({ entity }) => entity);
  if (names.length > 0) {
    await all(run, recordNames(names), names.length);
    await writeWords(
      run,
      names.map(({ folded }) => folded),
    );
  }
  await writeIdentifiers(
    run,
    ofCreated(batch.identifiers, ({ entity }) => entity),
  );
  const texts = ofCreated(batch.texts, ({ source }) => source);
  if (texts.length > 0) await all(run, recordTexts(texts), texts.length);
  await refuseOtherTexts(
    run,
    batch.texts.filter(({ source }) => !created.has(source)),
  );
  const links = {
    HAS_AUTHOR: batch.authors,
    HAS_PUBLISHER: batch.publishers,
    DERIVED_FROM: batch.derivations,
  } as const;
  for (const type of ["HAS_AUTHOR", "HAS_PUBLISHER", "DERIVED_FROM"] as const) {
    const pairs = ofCreated(links[type], ({ from }) => from).map(({ from, to }) => pairTo(merged, from, to));
    if (pairs.length > 0) await all(run, linkEntities(type, pairs), pairs.length);
  }
  const sources = [...created].filter((id) => kinds.get(id) === "SOURCE");
  await writeSourceOrigins(
    run,
    sources,
    ofCreated(batch.derivations, ({ from }) => from),
  );
  return created;
}

/** Gives entities their ids in registers. Throws CONFLICT where another has one of them. */
export async function writeIdentifiers(run: Run, identifiers: Batch["identifiers"]): Promise<void> {
  if (identifiers.length === 0) return;
  const owners = rowsOf<{ id: string; entity: string }>(await run(identifierOwners(identifiers.map(({ id }) => id))));
  const owner = new Map(owners.map(({ id, entity }) => [id, entity]));
  for (const { id, entity, scheme, value } of identifiers) {
    const other = owner.get(id);
    if (other !== undefined && other !== entity) {
      const message = `${entity} cannot have the ${scheme} id ${JSON.stringify(value)}: it is that of ${other}`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
    owner.set(id, entity);
  }
  const there = new Set(owners.map(({ id }) => id));
  const missing = identifiers.filter(({ id }) => !there.has(id));
  if (missing.length > 0) await all(run, recordIdentifiers(missing), missing.length);
}

/**
 * Notes where the chains of what new sources were taken from end. A source's chain is fixed with the source: what it was taken from was there
 * before, or comes in the same batch, so what is stored of a source holds for all that is taken from it later.
 */
async function writeSourceOrigins(run: Run, created: readonly string[], derivations: readonly Pair[]): Promise<void> {
  if (created.length === 0) return;
  const derivedFrom = new Map<string, string[]>(created.map((id) => [id, []]));
  for (const { from, to } of derivations) derivedFrom.get(from)!.push(to);
  const before = [...new Set(derivations.map(({ to }) => to))].filter((id) => !derivedFrom.has(id));
  const known = await storedOrigins(run, before);
  const origins = (id: string) => [
    ...new Set(originsOf(id, (source) => derivedFrom.get(source) ?? []).flatMap((end) => known.get(end) ?? [end])),
  ];
  await all(
    run,
    setOrigins(
      "Source",
      created.map((id) => ({ id, origins: origins(id).sort() })),
    ),
    created.length,
  );
}

async function storedOrigins(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = rowsOf<{ id: string; origins: readonly string[] }>(await run(sourceOrigins(ids)));
  return new Map(rows.map(({ id, origins }) => [id, origins]));
}

/** A source that is there already keeps its text; it cannot be given another, or one that it did not have. */
async function refuseOtherTexts(run: Run, texts: Batch["texts"]): Promise<void> {
  if (texts.length === 0) return;
  type Stored = { readonly source: string; readonly sha256: string };
  const rows = rowsOf<Stored>(await run(textHashes(texts.map(({ source }) => source))));
  const stored = new Map(rows.map(({ source, sha256 }) => [source, sha256]));
  for (const { source, properties } of texts) {
    if (stored.get(source) === properties["sha256"]) continue;
    const has = stored.has(source) ? "another text" : "no text";
    const message = `the source ${source} is there already, with ${has}; a text that has changed is a source of its own`;
    throw new SanadError(ErrorCode.CONFLICT, message);
  }
}

async function writeClaims(
  run: Run,
  ontology: Ontology,
  batch: Batch,
  merged: Merged,
  recording: Recording,
): Promise<Set<string>> {
  if (batch.claims.length === 0) return new Set();
  const ofKept = batch.claims.map((claim) => claimOfKept(claim, merged, ontology));
  const created = createdIn(rowsOf(await run(recordClaims(ofKept, recording))));
  const claims = batch.claims.filter(({ id }) => created.has(id));
  for (const predicate of ontology.predicates.keys()) {
    const between = ofKept.filter(
      (claim) => claim.predicate === predicate && claim.object !== null && created.has(claim.id),
    );
    if (between.length > 0) await all(run, projectClaims(ontology, predicate, between, recording), between.length);
  }
  const subjects = claims.flatMap(({ id, subject, object }) => (object === null ? [pairTo(merged, id, subject)] : []));
  if (subjects.length > 0) await all(run, connectClaims("SUBJECT", subjects), subjects.length);
  const speakers = claims.flatMap(({ id, attributedTo }) => attributedTo.map((to) => pairTo(merged, id, to)));
  if (speakers.length > 0) await all(run, connectClaims("ATTRIBUTED_TO", speakers), speakers.length);
  return created;
}

async function writeCitations(run: Run, batch: Batch, recording: Recording): Promise<Batch["citations"]> {
  if (batch.citations.length === 0) return [];
  const sources = new Set(batch.citations.flatMap(({ source, takenFrom }) => [source, ...takenFrom]));
  const origins = await storedOrigins(run, [...sources]);
  const rows = batch.citations.map((citation) => ({
    ...citation,
    properties: { ...citation.properties, origins: citedOrigins(citation, origins) },
  }));
  const created = createdIn(rowsOf(await run(recordCitations(rows, recording))));
  const citations = batch.citations.filter(({ id }) => created.has(id));
  if (citations.length === 0) return [];
  await all(run, connectCitations(citations), citations.length);
  await writeWords(
    run,
    citations.map(({ properties }) => textOf(properties["quote"])),
  );
  const pairs = citations.flatMap(({ id, takenFrom }) => takenFrom.map((to) => ({ from: id, to })));
  if (pairs.length > 0) await all(run, linkCitations(pairs), pairs.length);
  return citations;
}

/** Whose words a citation's are in the end: the cited source's own, those of whom it took just this from, or of whom it takes from at all. */
export function citedOrigins(
  { source, takenFrom, properties }: Pick<Batch["citations"][number], "source" | "takenFrom" | "properties">,
  origins: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (properties["ownWords"] === true) return [source];
  const from = takenFrom.length > 0 ? takenFrom : [source];
  return [...new Set(from.flatMap((id) => origins.get(id) ?? [id]))].sort();
}

/** Whatever is named or quoted is found by its words: each is a node of its own. */
export async function writeWords(run: Run, texts: readonly string[]): Promise<void> {
  const words = [...new Set(texts.flatMap(searchWords))];
  if (words.length > 0) await all(run, recordWords(words), words.length);
}

/** Writes the history: every change has a number of its own, in the order of the groups. */
export async function logChanges(
  run: Run,
  recording: Recording,
  groups: readonly { readonly label: "Entity" | "Claim"; readonly action: string; readonly ids: readonly string[] }[],
): Promise<void> {
  for (const { label, action, ids } of groups) {
    if (ids.length > 0) await all(run, recordChanges(label, action, ids, recording), ids.length);
  }
}

/** Writes the history of what was done with two entities: one change of both. */
export async function logPair(
  run: Run,
  recording: Recording,
  action: string,
  pair: readonly [string, string],
): Promise<void> {
  await all(run, recordPairChange(action, pair, recording), pair.length);
}

/** Of several with one id the first: an id is that of the content, and the edges of a node are made once. */
function onceEach<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const first = new Map<string, T>();
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
  return [...first.values()];
}

function createdIn(rows: readonly CreatedRow[]): Set<string> {
  return new Set(rows.filter(({ created }) => created).map(({ id }) => id));
}

interface CreatedRow {
  readonly id: string;
  readonly created: boolean;
}

/** Runs a statement that must make as many as it was given: fewer means that a node is missing, and the transaction is given up. */
async function all(run: Run, statement: Statement, expected: number): Promise<void> {
  const rows = await run(statement);
  if (rows.length === expected) return;
  const message = `${statement.name} made ${rows.length} of ${expected}: what they should be attached to is not there`;
  throw new SanadError(ErrorCode.INTERNAL, message);
}
