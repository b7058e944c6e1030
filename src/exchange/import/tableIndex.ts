import { createHash } from "node:crypto";
import { rowEntityId } from "../../claims/claimId.js";
import { foldName } from "../../claims/foldName.js";
import type { Naming } from "../../cypher/batchRows.js";
import type { OwnIdentity } from "./form.js";
import { namingOf } from "./naming.js";
import { entitiesBy, type Mapping } from "./readMapping.js";
import { readTable, type TableRow } from "./readTable.js";
import { recordText, type RecordText } from "./recordText.js";
import { holds } from "./rules.js";
import { cellOf } from "./template.js";

/** A row with what the whole table says of it. */
export interface IndexedRow {
  readonly row: TableRow;
  readonly text: RecordText;
  /** 1, or how many rows that are alike in every cell there are with this one and those before it. */
  readonly occurrence: number;
  /** The row that it repeats, where rows that are alike are one; else null. */
  readonly repeats: number | null;
}

/** An entity that a row has of its own. */
export interface OwnEntity {
  readonly id: string;
  readonly naming: Naming;
}

/** The rows that go by a name. */
export interface Named {
  readonly rows: readonly number[];
  /** The entity of the first of them. */
  readonly entity: OwnEntity;
}

/**
 * What must be known of a whole table before one of its rows can be told: which rows are alike, which are told by the same cells and are not alike, and
 * by which names rows go that others name. Of each row a few words are held, so that a table of any length is read in little memory.
 */
export class TableIndex {
  /** How many rows there are. */
  rows = 0;
  /** The SHA-256 of the file. */
  sha256 = "";
  // of each row there are digests, numbers and at most one text: an object for each would take several times the memory
  /** By the digest of a row's text: the number of the first of such rows. */
  readonly #alike = new Map<string, number>();
  /** By the digest of texts that several rows have: how many of these have come in the second reading. */
  readonly #seen = new Map<string, number>();
  /** By the digest of what tells an entity: the first row that is told by it, and another that is told by it and not alike. */
  readonly #told = new Map<string, number>();
  readonly #rivals = new Map<string, number>();
  /** By the digest of an entity's key and a folded name: the entity of the first row that goes by it, as JSON; and a second such row. */
  readonly #named = new Map<string, string>();
  readonly #namesakes = new Map<string, number>();
  readonly #own: ReturnType<typeof entitiesBy<"own">>;
  readonly #distinct: boolean;
  readonly #referred: ReadonlySet<string>;

  private constructor(private readonly mapping: Mapping) {
    this.#own = entitiesBy(mapping, "own");
    this.#distinct = this.#own.some(([, { own }]) => own.repeats === "distinct");
    this.#referred = new Set(entitiesBy(mapping, "row").map(([, { row }]) => row));
  }

  /** Reads a table whole. Throws BAD_USER_INPUT where it is no table, or has not the columns that the mapping names. */
  static async read(mapping: Mapping, file: string, onRow: (rows: number) => void): Promise<TableIndex> {
    const index = new TableIndex(mapping);
    const hash = createHash("sha256");
    const { delimiter } = mapping.form;
    for await (const row of readTable(file, delimiter, mapping.checkHeader, (chunk) => hash.update(chunk))) {
      index.#add(row);
      onRow(++index.rows);
    }
    index.sha256 = hash.digest("hex");
    return index;
  }

  /** The next row in the second reading. */
  next(row: TableRow): IndexedRow {
    const text = recordText(row);
    const digest = digestOf(text.content);
    const seen = this.#seen.get(digest);
    if (seen === undefined) return { row, text, occurrence: 1, repeats: null };
    const occurrence = seen + 1;
    this.#seen.set(digest, occurrence);
    if (!this.#distinct && occurrence > 1) {
      return { row, text, occurrence: 1, repeats: this.#alike.get(digest)! };
    }
    return { row, text, occurrence, repeats: null };
  }

  /** Another row that is told by the same cells, and is not alike; null where there is none. */
  rival(entity: OwnIdentity, kind: string, row: TableRow): number | null {
    const told = digestOf(toldBy(this.mapping, entity, kind, row));
    const other = this.#rivals.get(told);
    if (other === undefined) return null;
    const first = this.#told.get(told)!;
    return first === row.number ? other : first;
  }

  /** The rows whose entity of this key goes by a name; null where none does. */
  named(key: string, name: string): Named | null {
    const digest = digestOf(`${key} ${foldName(name)}`);
    const first = this.#named.get(digest);
    if (first === undefined) return null;
    const { row, ...entity } = JSON.parse(first) as OwnEntity & { readonly row: number };
    const second = this.#namesakes.get(digest);
    return { rows: second === undefined ? [row] : [row, second], entity };
  }

  #add(row: TableRow): void {
    const digest = digestOf(recordText(row).content);
    const before = this.#alike.get(digest);
    if (before === undefined) this.#alike.set(digest, row.number);
    else this.#seen.set(digest, 0);
    for (const [key, entity] of this.#own) {
      const naming = namingOf(entity, this.mapping.form.dataset.language, row);
      if (!naming) continue;
      const told = digestOf(toldBy(this.mapping, entity.own, entity.kind, row));
      const first = this.#told.get(told);
      if (first === undefined) this.#told.set(told, row.number);
      // the first row that is told so is the first of those that are alike it, too
      else if (first !== this.#alike.get(digest)) this.#rivals.set(told, row.number);
      if (this.#referred.has(key) && (before === undefined || this.#distinct)) {
        this.#addNames(key, row, naming, ownId(this.mapping, entity, row, 1));
      }
    }
  }

  #addNames(key: string, row: TableRow, naming: Naming, id: string): void {
    for (const folded of new Set([...naming.names, ...naming.aliases].map(([, text]) => foldName(text)))) {
      const digest = digestOf(`${key} ${folded}`);
      if (!this.#named.has(digest)) this.#named.set(digest, JSON.stringify({ row: row.number, id, naming }));
      else if (!this.#namesakes.has(digest)) this.#namesakes.set(digest, row.number);
    }
  }
}

/** The id of an entity that a row has of its own. */
export function ownId(
  { dataset }: Mapping,
  { kind, own }: { readonly kind: string; readonly own: OwnIdentity },
  row: TableRow,
  occurrence: number,
): string {
  return rowEntityId(dataset, kind, tellingCells(own, row), own.repeats === "distinct" ? occurrence : 1);
}

function toldBy({ dataset }: Mapping, own: OwnIdentity, kind: string, row: TableRow): string {
  return rowEntityId(dataset, kind, tellingCells(own, row), 1);
}

function tellingCells({ of, except }: OwnIdentity, row: TableRow): readonly string[] {
  const columns = except.find(({ where }) => holds(where, row))?.of ?? of;
  return columns === "wholeRow" ? [recordText(row).content] : columns.map((column) => cellOf(row, column));
}

/** 96 bits, which are enough to tell rows apart: a character each 8 of them, and no part of a longer text, which would be held with it. */
function digestOf(text: string): string {
  return createHash("sha256").update(text).digest().toString("latin1", 0, 12);
}
