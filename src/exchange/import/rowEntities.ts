import { identifierKey, rowEntityId } from "../../claims/claimId.js";
import { identifierFaults, type Identifier } from "../../claims/identifiers.js";
import type { Naming } from "../../cypher/batchRows.js";
import type { EntityForm, OwnIdentity } from "./form.js";
import { namingOf, withoutQuotationMarks } from "./naming.js";
import type { CellFault } from "./note.js";
import { readAddress } from "./readAddress.js";
import type { Mapping } from "./readMapping.js";
import type { TableRow } from "./readTable.js";
import type { Resolver, Sought } from "./resolver.js";
import { ownId, type IndexedRow, type TableIndex } from "./tableIndex.js";
import { cellOf, columnsOf, fill } from "./template.js";

/** An entity that a row names. */
export interface RowEntity {
  readonly id: string;
  readonly kind: string;
  /** Whether it is the row's own: what the whole record is about. */
  readonly own: boolean;
  /** Whether the store has it already, or another row brings it: then it is not to be made. */
  readonly there: boolean;
  readonly naming: Naming;
  readonly identifiers: readonly Identifier[];
  /** The address of a source. */
  readonly url: string | null;
  readonly sourceType: string | null;
  /** How it is found again in the rows that follow; null for what is a row's own. */
  readonly sought: Sought | null;
  /** The columns that name it. */
  readonly columns: readonly string[];
  /** Whether a table of the mapping says whom the cell means. */
  readonly inferred: boolean;
}

/** What a row has under a key of the mapping: none where its cells are empty, several where the cell is split. */
export interface RowEntities {
  readonly entities: readonly RowEntity[];
  readonly faults: readonly CellFault[];
  /** What is to be known, though the entities are as they should be. */
  readonly notices: readonly CellFault[];
}

const NONE: RowEntities = { entities: [], faults: [], notices: [] };

/** What entities of a row are read with. */
export interface EntityContext {
  readonly mapping: Mapping;
  readonly index: TableIndex;
  readonly resolver: Resolver;
}

/** An entity of the mapping, as it is to be read in a row. */
interface Place extends EntityContext {
  readonly form: EntityForm;
  readonly language: string;
  readonly row: TableRow;
}

/** A name that stands in a cell; null is the name that templates make. */
interface CellName {
  readonly name: string | null;
  readonly columns: readonly string[];
  /** Whether the mapping's table says whom the cell means. */
  readonly inferred: boolean;
}

/** What of a row is to be looked for in the store. */
export function soughtIn({ form }: Mapping, row: TableRow): readonly Sought[] {
  const { language } = form.dataset;
  return Object.values(form.entities).flatMap((entity) => {
    if (!entity.match) return [];
    return namesIn(entity, row).flatMap(({ name }) => {
      const sought = soughtOf({ form: entity, language, row }, name);
      return "kinds" in sought || "url" in sought ? [sought] : [];
    });
  });
}

/** The entities that a row has under a key of the mapping. */
export function entitiesOf(key: string, { row, occurrence }: IndexedRow, context: EntityContext): RowEntities {
  const { entities, dataset } = context.mapping.form;
  const place: Place = { ...context, form: entities[key]!, language: dataset.language, row };
  if (place.form.own) return ownEntity(place, place.form.own, occurrence);
  const names = namesIn(place.form, row);
  if (place.form.row === undefined) return together(names.map((name) => matched(place, name)));
  const target = place.form.row;
  return together(rowNames(place, names, target).map((name) => rowNamed(place, name, target)));
}

function ownEntity(place: Place, own: OwnIdentity, occurrence: number): RowEntities {
  const { mapping, index, form, language, row } = place;
  const naming = namingOf(form, language, row);
  if (!naming) return NONE;
  const columns = namingColumns(form);
  const rival = index.rival(own, form.kind, row);
  if (rival !== null) {
    const message = `row ${rival} is told by the same cells and says something else; name further columns in \`own.of\``;
    return fault(columns, "SAME_IDENTITY", message);
  }
  const id = ownId(mapping, { kind: form.kind, own }, row, occurrence);
  return withIdentifiers(place, {
    ...{ id, kind: form.kind, own: true, there: false, naming, sought: null, columns, inferred: false },
  });
}

function namingColumns({ column, name }: EntityForm): readonly string[] {
  return column ?? Object.values(name ?? {}).flatMap(columnsOf);
}

/** The names that stand in an entity's cells, each once. */
function namesIn(form: EntityForm, row: TableRow): CellName[] {
  const { column, split, values, leaveOut } = form;
  if (column === undefined) return [{ name: null, columns: namingColumns(form), inferred: false }];
  return column.flatMap((one) => {
    const cell = cellOf(row, one);
    const parts = split === undefined ? [cell] : cell.split(split).map((part) => part.trim());
    const names = new Set(parts.filter((part) => part !== "" && !leaveOut.includes(part)));
    return [...names].map((name) => {
      const isListed = Object.hasOwn(values, name); // a cell may say `constructor`
      return { name: isListed ? values[name]! : name, columns: [one], inferred: isListed };
    });
  });
}

/** How what a cell names is looked for; or why it cannot be: null where there is no name. */
function soughtOf(
  { form, language, row }: Pick<Place, "form" | "language" | "row">,
  name: string | null,
):
  | (Sought & { readonly rest?: string })
  | { readonly code: string; readonly message: string }
  | { readonly empty: true } {
  if (form.match === "address") {
    const cell = name ?? fill(Object.values(form.name ?? {})[0]!, row);
    if (cell === null) return { empty: true };
    const read = readAddress(cell);
    if ("code" in read) return read;
    const short = read.url.replace(/^https?:\/\/(www\.)?/iu, "").replace(/\/$/u, "");
    return { ...read, naming: { names: [[language, short]], aliases: [], descriptions: [] } };
  }
  const naming = namingOf(form, language, row, name ?? undefined);
  if (!naming) return { empty: true };
  const identifiers = identifiersOf(form, row).map(({ scheme, value }) => identifierKey(scheme, value));
  return { kinds: [form.kind, ...form.orKinds], naming, identifiers };
}

/** What goes by the name, or has the address, already; else something new. */
function matched(place: Place, { name, columns, inferred }: CellName): RowEntities {
  const { form, resolver } = place;
  const sought = soughtOf(place, name);
  if ("empty" in sought) return NONE;
  if ("code" in sought) return fault(columns, sought.code, sought.message);
  const { naming } = sought;
  const called = JSON.stringify(naming.names[0]![1]);
  const found = resolver.find(sought);
  if ("several" in found) {
    const some = found.several.slice(0, 3).join(", ") + (found.several.length > 3 ? ", …" : "");
    return fault(columns, "AMBIGUOUS_NAME", `${called} is the name, or has ids, of ${found.several.length}: ${some}`);
  }
  if ("otherwise" in found) {
    const message = `${found.id} goes by the name ${called}, but has another id in the register: ${found.otherwise}`;
    return fault(columns, "OTHER_IDENTIFIER", message);
  }
  if ("wrongKind" in found) {
    const message = `the identifier of ${called} is that of ${found.id}, which is a ${found.wrongKind}`;
    return fault(columns, "WRONG_KIND", message);
  }
  const entity = { id: found.id, kind: form.kind, own: false, there: found.there, naming, sought, columns, inferred };
  if (!("url" in sought)) return withIdentifiers(place, entity);
  const words = `${JSON.stringify(sought.rest)} stands beside the address, and is in the record's text only`;
  return {
    ...NONE,
    entities: [{ ...entity, identifiers: [], url: sought.url, sourceType: form.sourceType! }],
    notices: sought.rest ? fault(columns, "WORDS_AT_ADDRESS", words).faults : [],
  };
}

/** An entity with its ids in registers; a fault where one of them has not the register's form. */
function withIdentifiers(
  { mapping, form, row }: Place,
  entity: Omit<RowEntity, "identifiers" | "url" | "sourceType">,
): RowEntities {
  const identifiers = identifiersOf(form, row);
  const [wrong] = identifierFaults(identifiers, mapping.ontology);
  if (wrong) return fault(entity.columns, wrong.code, wrong.message);
  return { ...NONE, entities: [{ ...entity, identifiers, url: null, sourceType: null }] };
}

function identifiersOf({ identifiers }: EntityForm, row: TableRow): Identifier[] {
  return identifiers.flatMap(({ scheme, value }) => {
    const filled = fill(value, row);
    return filled === null || filled === "" ? [] : [{ scheme, value: filled }];
  });
}

/** The names of other rows that stand in a cell: all of it is one name, where a row goes by it, though it could be split. */
function rowNames({ form, row, index }: Place, names: readonly CellName[], target: string): readonly CellName[] {
  const whole = form.column!.flatMap((column) => {
    const cell = cellOf(row, column);
    return index.named(target, cell) ? [{ name: cell, columns: [column], inferred: false }] : [];
  });
  return [...whole, ...names.filter(({ columns }) => !whole.some((one) => one.columns[0] === columns[0]))];
}

/** The entity of another row, which may come later in the table. */
function rowNamed(
  { mapping, index, form, row, language }: Place,
  { name, columns, inferred }: CellName,
  target: string,
): RowEntities {
  const called = withoutQuotationMarks(name!);
  const named = index.named(target, called);
  const entity = {
    ...{ kind: form.kind, own: false, there: false, sought: null, columns, inferred },
    ...{ identifiers: [], url: null, sourceType: null },
  };
  if (named && named.rows.length > 1) {
    const message = `several rows go by the name ${JSON.stringify(called)}, among them ${named.rows.join(" and ")}`;
    return fault(columns, "AMBIGUOUS_ROW", message);
  }
  if (named?.rows[0] === row.number) return fault(columns, "NAMES_ITSELF", "the row names itself");
  if (named) return { ...NONE, entities: [{ ...entity, ...named.entity }] };
  const missing = `no row goes by the name ${JSON.stringify(called)}`;
  if (form.missing !== "create") return fault(columns, "NO_SUCH_ROW", missing);
  const id = rowEntityId(mapping.dataset, form.kind, [called], 1);
  const naming: Naming = { names: [[language, called]], aliases: [], descriptions: [] };
  const notices = fault(columns, "NO_SUCH_ROW", `${missing}; what it names is known by this name alone`).faults;
  return { ...NONE, entities: [{ ...entity, id, naming }], notices };
}

function fault(columns: readonly string[], code: string, message: string): RowEntities {
  return { ...NONE, faults: [{ column: columns[0] ?? "", code, message }] };
}

function together(all: readonly RowEntities[]): RowEntities {
  return {
    entities: all.flatMap(({ entities }) => entities),
    faults: all.flatMap(({ faults }) => faults),
    notices: all.flatMap(({ notices }) => notices),
  };
}
