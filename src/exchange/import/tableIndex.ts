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
  /** By the digest of a row's text: the first of such rows, and how many have come in the second reading. */
  readonly #alike = new Map<string, { readonly first: number; seen: number }>();
  /** By what tells an entity: the digest of its row's text, and the rows that are told by it and not alike. */
  readonly #told = new Map<string, { readonly digest: string; readonly first: number; other: number | null }>();
  /** By an entity's key and a folded name. */
  readonly #named = new Map<string, { rows: number[]; readonly entity: OwnEntity }>();
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
    const alike = this.#alike.get(digestOf(text.content))!;
    const occurrence = ++alike.seen;
    if (!this.#distinct && occurrence > 1) return { row, text, occurrence: 1, repeats: alike.first };
    return { row, text, occurrence, repeats: null };
  }

  /** Another row that is told by the same cells, and is not alike; null where there is none. */
  rival(entity: OwnIdentity, kind: string, row: TableRow): number | null {
    const told = this.#told.get(toldBy(this.mapping, entity, kind, row));
    if (!told || told.other === null) return null;
    return told.first === row.number ? told.other : told.first;
  }

  /** The rows whose entity of this key goes by a name; null where none does. */
  named(key: string, name: string): Named | null {
    return this.#named.get(`${key} ${foldName(name)}`) ?? null;
  }

  #add(row: TableRow): void {
    const digest = digestOf(recordText(row).content);
    const before = this.#alike.get(digest);
    if (!before) this.#alike.set(digest, { first: row.number, seen: 0 });
    for (const [key, entity] of this.#own) {
      const naming = namingOf(entity, this.mapping.form.dataset.language, row);
      if (!naming) continue;
      const told = toldBy(this.mapping, entity.own, entity.kind, row);
      const others = this.#told.get(told);
      if (!others) this.#told.set(told, { digest, first: row.number, other: null });
      else if (others.digest !== digest) others.other = row.number;
      if (this.#referred.has(key) && (!before || this.#distinct)) {
        this.#addNames(key, row, naming, ownId(this.mapping, entity, row, 1));
      }
    }
  }

  #addNames(key: string, row: TableRow, naming: Naming, id: string): void {
    for (const folded of new Set([...naming.names, ...naming.aliases].map(([, text]) => foldName(text)))) {
      const known = this.#named.get(`${key} ${folded}`);
      if (!known) this.#named.set(`${key} ${folded}`, { rows: [row.number], entity: { id, naming } });
      else if (known.rows.length < 2) known.rows.push(row.number);
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

/** 96 bits are enough to tell rows apart. */
function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64").slice(0, 16);
}
