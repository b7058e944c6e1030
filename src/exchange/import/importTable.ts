import { createHash } from "node:crypto";
import { namingProperties, nameRows } from "../../cypher/batchRows.js";
import { forgetImport, idsThere, importNote, noteImport, type ImportNote } from "../../cypher/import.js";
import { NOTHING, type Batch } from "../../cypher/record.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Run, Store } from "../../store/port.js";
import { newRecording, writeBatch } from "../../store/recordBatch.js";
import type { OnProgress } from "../copy/pages.js";
import { compileRow, type CompiledRow, type RowContext } from "./compileRow.js";
import type { RowNote } from "./note.js";
import type { Mapping } from "./readMapping.js";
import { readTable } from "./readTable.js";
import { Resolver, type Sought } from "./resolver.js";
import { soughtIn } from "./rowEntities.js";
import { TableIndex, type IndexedRow } from "./tableIndex.js";

/** How many are new, and how many were there already. */
export interface Counted {
  readonly new: number;
  readonly there: number;
}

/** What an import did; of a dry run, what it would have done. */
export interface Imported {
  readonly rows: number;
  /** How many rows are in, and how many were refused. Others repeat a row. */
  readonly imported: number;
  readonly refused: number;
  /** The last row that an earlier run had brought in, from which this one went on; null where it began anew. */
  readonly resumedAfter: number | null;
  /** The last row that is in, where it was stopped before the end; else null. */
  readonly stoppedAfter: number | null;
  readonly entities: Counted;
  /** How many entities, of those that were there before, the table names. */
  readonly matched: number;
  readonly claims: Counted;
  readonly citations: Counted;
}

export interface ImportOptions {
  /** Under whose name it is recorded. */
  readonly by: string;
  /** Whether nothing is to be written. */
  readonly dryRun?: boolean;
  readonly onProgress?: OnProgress;
  /** Is given what is to be said of rows and cells, row by row. */
  readonly onNote?: (note: RowNote) => void;
  /** Stops the import after the batch that is under way; it can be resumed. */
  readonly signal?: AbortSignal;
}

/** About how many claims are written in one transaction. */
const CLAIMS_AT_ONCE = 2000;

/**
 * Imports a table by a mapping, batch by batch, each in one transaction with the note of how far it has come: broken off at any point it is resumed
 * there. What is there already stays as it is, so that importing twice adds nothing. A row that cannot be read is refused whole, and no other with it.
 * Throws BAD_USER_INPUT where the file is no table or has not the mapping's columns, before anything is written.
 */
export async function importTable(
  store: Store,
  mapping: Mapping,
  file: string,
  options: ImportOptions,
): Promise<Imported> {
  const { onProgress = () => undefined, signal } = options;
  onProgress({ stage: "reading", done: 0, total: 0 });
  const index = await TableIndex.read(mapping, file, (done) => onProgress({ stage: "reading", done, total: 0 }));
  const digest = createHash("sha256").update(`${mapping.sha256} ${index.sha256}`).digest("hex");
  const [noted] = rowsOf<ImportNote>(await store.read(importNote(mapping.dataset)));
  const resumedAfter = noted?.digest === digest && !options.dryRun ? noted.row : null;
  const batches = new TableImport(store, mapping, index, digest, options);
  const rowsAtOnce = Math.max(1, Math.floor(CLAIMS_AT_ONCE / mapping.form.claims.length));
  let [rows, done, last] = [[] as IndexedRow[], 0, 1];
  const flush = async () => {
    if (rows.length > 0) await batches.add(rows, resumedAfter);
    [done, last, rows] = [done + rows.length, rows.at(-1)?.row.number ?? last, []];
    onProgress({ stage: "rows", done, total: index.rows });
  };
  onProgress({ stage: "rows", done, total: index.rows });
  for await (const row of readTable(file, mapping.form.delimiter)) {
    rows.push(index.next(row));
    // no batch is in part before the row from which it goes on, and in part after it
    if (rows.length >= rowsAtOnce || row.number === resumedAfter) await flush();
    if (signal?.aborted) break;
  }
  if (!signal?.aborted) {
    await flush();
    if (!options.dryRun) await store.write(async (run) => void (await run(forgetImport(mapping.dataset))));
  }
  return { ...batches.counts(), rows: index.rows, resumedAfter, stoppedAfter: signal?.aborted ? last : null };
}

/** What becomes of rows, batch by batch. */
class TableImport {
  readonly #resolver = new Resolver();
  readonly #counts = { imported: 0, refused: 0 };
  readonly #new = { entities: 0, claims: 0, citations: 0 };
  readonly #there = { entities: 0, claims: 0, citations: 0 };
  /** The ids that a dry run has counted as new: they would be there afterwards. */
  readonly #wouldBe = { entities: new Set<string>(), claims: new Set<string>(), citations: new Set<string>() };

  constructor(
    private readonly store: Store,
    private readonly mapping: Mapping,
    private readonly index: TableIndex,
    private readonly digest: string,
    private readonly options: ImportOptions,
  ) {}

  counts() {
    const both = (what: keyof Counts): Counted => ({ new: this.#new[what], there: this.#there[what] });
    return {
      ...this.#counts,
      ...{ entities: both("entities"), claims: both("claims"), citations: both("citations") },
      matched: this.#resolver.matched,
    };
  }

  /** Brings rows in; those up to `before` are in already, and are only looked at again for what is to be said of them. */
  async add(rows: readonly IndexedRow[], before: number | null): Promise<void> {
    const isIn = before !== null && rows.at(-1)!.row.number <= before;
    if (this.options.dryRun || isIn) {
      const compiled = await this.#compile((statement) => this.store.read(statement), rows);
      this.#resolver.settle();
      this.#tell(compiled.rows);
      await this.#count(compiled.batch, isIn);
    } else await this.#write(rows);
  }

  async #write(rows: readonly IndexedRow[]): Promise<void> {
    const { digest, mapping, options } = this;
    try {
      const { compiled, written } = await this.store.write(async (run) => {
        const compiled = await this.#compile(run, rows);
        const written = await writeBatch(run, mapping.ontology, compiled.batch, newRecording(options.by));
        await run(noteImport(mapping.dataset, { digest, row: rows.at(-1)!.row.number }));
        return { compiled, written };
      });
      this.#resolver.settle();
      this.#tell(compiled.rows);
      for (const what of WHAT) {
        this.#new[what] += written[what].size;
        this.#there[what] += countIds(compiled.batch[what]) - written[what].size;
      }
    } catch (error) {
      if (!(error instanceof SanadError) || !OF_A_ROW.includes(error.code)) throw error;
      if (rows.length > 1) {
        // one of them is not to take the others with it
        for (const row of rows) await this.#write([row]);
        return;
      }
      const { number } = rows[0]!.row;
      const { message } = error;
      const note = {
        row: number,
        severity: "REFUSED",
        column: "",
        value: "",
        code: "REFUSED_BY_STORE",
        message,
      } as const;
      this.#tell([{ row: number, batch: null, made: [], notes: [note] }]);
    }
  }

  async #compile(
    run: Run,
    rows: readonly IndexedRow[],
  ): Promise<{ readonly rows: readonly CompiledRow[]; readonly batch: Batch }> {
    const { mapping, index } = this;
    const resolver = this.#resolver;
    const dataset = datasetRows(mapping);
    await resolver.read(run, [...dataset.sought, ...rows.flatMap(({ row }) => soughtIn(mapping, row))]);
    const made = dataset.batch(resolver);
    const context: RowContext = { mapping, index, resolver, source: made.source, publisher: made.publisher };
    const compiled = rows.map((row) => {
      const result = compileRow(row, context);
      for (const { id, kind, sought } of result.made) if (sought) resolver.make(id, kind, sought);
      return result;
    });
    return { rows: compiled, batch: together([made.batch, ...compiled.flatMap(({ batch }) => batch ?? [])]) };
  }

  #tell(rows: readonly CompiledRow[]): void {
    for (const { batch, notes } of rows) {
      if (batch) this.#counts.imported++;
      else if (notes.some(({ severity }) => severity === "REFUSED")) this.#counts.refused++;
      for (const note of notes) this.options.onNote?.(note);
    }
  }

  /** Counts what would be new; or, of rows that are in, what is there. */
  async #count(batch: Batch, isIn: boolean): Promise<void> {
    for (const what of WHAT) {
      const ids = [...new Set(batch[what].map(({ id }) => id))];
      const seen = this.#wouldBe[what];
      const there = isIn ? new Set(ids) : await this.#idsThere(what, ids);
      for (const id of ids) {
        if (there.has(id) || seen.has(id)) this.#there[what]++;
        else {
          this.#new[what]++;
          // a record is cited by its own row alone: no later row has its citations
          if (what !== "citations") seen.add(id);
        }
      }
    }
  }

  async #idsThere(what: keyof Counts, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const label of LABELS[what]) {
      for (const { id } of rowsOf<{ id: string }>(await this.store.read(idsThere(label, ids)))) found.add(id);
    }
    return found;
  }
}

type Counts = Record<(typeof WHAT)[number], number>;

const WHAT = ["entities", "claims", "citations"] as const;
const LABELS = { entities: ["Entity", "Merged"], claims: ["Claim"], citations: ["Citation"] } as const;

/** What the store refuses for what is in a row, and not because it is away. */
const OF_A_ROW: readonly ErrorCode[] = [ErrorCode.BAD_USER_INPUT, ErrorCode.CONFLICT, ErrorCode.INTERNAL];

function countIds(rows: readonly { readonly id: string }[]): number {
  return new Set(rows.map(({ id }) => id)).size;
}

/** The data set itself as a source, and its publisher: each batch brings them, for it may be the first. */
function datasetRows({ form, ontology, dataset }: Mapping): {
  readonly sought: readonly Sought[];
  readonly batch: (resolver: Resolver) => {
    readonly source: string;
    readonly publisher: string | null;
    readonly batch: Batch;
  };
} {
  const { url, publisher } = form.dataset;
  const naming = {
    names: Object.entries(form.dataset.name),
    aliases: Object.entries(form.dataset.aliases).flatMap(([tag, texts]) => texts.map((text) => [tag, text] as const)),
    descriptions: Object.entries(form.dataset.description),
  };
  const bySource: Sought | null = url === undefined ? null : { url, naming };
  const published = publisher && {
    kind: publisher.kind,
    naming: { names: Object.entries(publisher.name), aliases: [], descriptions: [] },
  };
  const byPublisher: Sought | null = published
    ? { kinds: [published.kind], naming: published.naming, identifiers: [] }
    : null;
  return {
    sought: [bySource, byPublisher].filter((sought) => sought !== null),
    batch(resolver) {
      const meant = bySource && resolver.find(bySource);
      const source = meant && "id" in meant ? meant.id : dataset;
      const maker = byPublisher && resolver.find(byPublisher);
      if (maker && "several" in maker) {
        const message = `the publisher's name is that of ${maker.several.length} entities: ${maker.several.slice(0, 3).join(", ")}`;
        throw new SanadError(ErrorCode.CONFLICT, message);
      }
      const makerId = maker && "id" in maker ? maker.id : null;
      const own = {
        ...{ sourceType: form.dataset.sourceType, language: form.dataset.language, url: url ?? null },
        publishedAt: form.dataset.publishedAt ?? null,
        ...{ license: form.dataset.license ?? null, attribution: form.dataset.attribution ?? null },
      };
      const isThere = (found: ReturnType<Resolver["find"]> | null) => found !== null && "there" in found && found.there;
      const made = [
        ...(isThere(meant) ? [] : [{ id: source, kind: "SOURCE", naming, own }]),
        ...(makerId === null || isThere(maker)
          ? []
          : [{ id: makerId, kind: published!.kind, naming: published!.naming, own: {} }]),
      ];
      if (bySource && !isThere(meant)) resolver.make(source, "SOURCE", bySource);
      if (byPublisher && makerId !== null && !isThere(maker)) resolver.make(makerId, published!.kind, byPublisher);
      return {
        ...{ source, publisher: makerId },
        batch: {
          ...NOTHING,
          entities: made.map(({ id, kind, naming, own }) => ({
            ...{ id, kind },
            properties: { ...namingProperties(id, naming, ontology), ...own },
          })),
          names: made.flatMap(({ id, naming }) => nameRows(id, naming)),
          publishers: makerId === null ? [] : [{ from: source, to: makerId }],
        },
      };
    },
  };
}

/** All of some batches, each entity, its names and its ids once; an id that two of them have stays with both, which the store refuses. */
function together(batches: readonly Batch[]): Batch {
  const all = <K extends keyof Batch>(key: K) => batches.flatMap((batch) => batch[key] as readonly Batch[K][number][]);
  const once = <T extends { readonly id: string; readonly entity?: string }>(rows: readonly T[]) =>
    [...new Map(rows.toReversed().map((row) => [`${row.id} ${row.entity ?? ""}`, row])).values()].toReversed();
  return {
    ...{ entities: once(all("entities")), names: once(all("names")), identifiers: once(all("identifiers")) },
    ...{ texts: once(all("texts")), authors: all("authors"), publishers: all("publishers") },
    ...{ derivations: all("derivations"), claims: all("claims"), citations: all("citations") },
  };
}
