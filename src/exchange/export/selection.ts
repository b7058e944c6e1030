import { claimIds } from "../../cypher/claimPage.js";
import { entitiesById } from "../../cypher/lookups.js";
import { mergedInto } from "../../cypher/merged.js";
import type { Moment } from "../../cypher/moment.js";
import { rowsOf, type EntityRow } from "../../cypher/rows.js";
import type { Row, Statement } from "../../cypher/statement.js";
import type { Statistics } from "../../cypher/statistics.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import type { Access, Store } from "../../store/port.js";

/**
 * Which claims go out: those that meet a `ClaimFilter` (null: all that count), those of some ids, in this order and whatever their status, or those
 * in which an entity has a part: about it, leading to it, said by it, and where it is a source, cited from it.
 */
export type Selection =
  { readonly where: unknown } | { readonly claims: readonly string[] } | { readonly entity: string };

/** What is read, as of when, and for whom. */
export interface ExportSource {
  readonly store: Store;
  readonly ontology: Ontology;
  readonly moment: Moment;
  readonly access?: Access;
  /** Ends the reading between two pages. */
  readonly signal?: AbortSignal | undefined;
  readonly statistics?: Statistics | undefined;
  /** Is called with how many claims are read next, and may refuse. */
  readonly pay?: (claims: number) => Promise<void>;
}

/**
 * How many ids are sought at a time. Each time an engine may look at all that the filter meets, so these are to be few; and the ids are to fit into
 * the memory, however many exports are under way.
 */
const IDS = 50_000;

/** The ids of the selected claims by the page, paid for, those of a filter in their order. Throws NOT_FOUND where the entity, or one of the named claims, is not there. */
export async function* selectedIds(source: ExportSource, selection: Selection, size: number): AsyncGenerator<string[]> {
  for await (const ids of pagesOfIds(source, selection, size)) {
    await source.pay?.(ids.length);
    yield ids;
  }
}

async function* pagesOfIds(source: ExportSource, selection: Selection, size: number): AsyncGenerator<string[]> {
  if ("claims" in selection) {
    const ids = [...new Set(selection.claims)];
    for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
    return;
  }
  const where = "where" in selection ? selection.where : partOf(await entityThere(source, selection.entity));
  const { ontology, moment, statistics } = source;
  for (let after = ""; ;) {
    const statement = claimIds(ontology, where, { after, limit: IDS, moment, statistics });
    const ids = rowsOf<{ id: string }>(await readFrom(source, statement)).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
    if (ids.length < IDS) return;
    after = ids.at(-1)!;
  }
}

/** An entity as it is for whoever asks; of a merged one, what it has become. Throws NOT_FOUND where there is none. */
export async function entityThere(source: ExportSource, id: string): Promise<EntityRow> {
  const found = await entitiesThere(source, [id]);
  const [row] = found.values();
  if (row) return row;
  throw new SanadError(ErrorCode.NOT_FOUND, `there is no entity ${JSON.stringify(id)}`);
}

/** Entities by the ids that were asked for; those that were merged are what they have become, and those that are not there for whoever asks are missing. */
export async function entitiesThere(
  source: ExportSource,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, EntityRow>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const read = async (some: readonly string[]) =>
    rowsOf<EntityRow>(await readFrom(source, entitiesById(some, source.moment)));
  const found = new Map((await read(asked)).map((row) => [row.id, row]));
  const missing = asked.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const merged = rowsOf<{ id: string; kept: string }>(await readFrom(source, mergedInto(missing)));
  const others = merged.length === 0 ? [] : await read([...new Set(merged.map(({ kept }) => kept))]);
  const kept = new Map(others.map((row) => [row.id, row]));
  for (const one of merged) if (kept.has(one.kept)) found.set(one.id, kept.get(one.kept)!);
  return found;
}

/** The filter of the claims in which an entity has a part. */
export function partOf({ id, kind }: EntityRow): unknown {
  const it = { id: { eq: id } };
  const ends = ["subject", "object", "attributedTo", ...(kind === "SOURCE" ? ["source"] : [])];
  return { or: ends.map((end) => ({ [end]: it })) };
}

/** Reads one statement, unless nobody waits for it any longer. */
export async function readFrom({ store, access, signal }: ExportSource, statement: Statement): Promise<readonly Row[]> {
  signal?.throwIfAborted();
  return store.read(statement, access);
}
