import { BOUNDS, type ClaimContent, type Modality, type Quantity } from "../../claims/claim.js";
import { claimFaults } from "../../claims/claimFaults.js";
import { claimId, recordId } from "../../claims/claimId.js";
import {
  citationRow,
  claimRow,
  identifierProperties,
  identifierRows,
  nameRows,
  namingProperties,
  sourceText,
  textRow,
} from "../../cypher/batchRows.js";
import type { Batch } from "../../cypher/record.js";
import type { ClaimForm, Ruled } from "./form.js";
import type { CellFault, RowNote } from "./note.js";
import { readAmount } from "./readAmount.js";
import { readDate } from "./readDate.js";
import { entitiesBy, type Mapping } from "./readMapping.js";
import type { TableRow } from "./readTable.js";
import { quotesOf } from "./recordText.js";
import { entitiesOf, type EntityContext, type RowEntities, type RowEntity } from "./rowEntities.js";
import { firstThatHolds, holds } from "./rules.js";
import type { IndexedRow } from "./tableIndex.js";
import { cellOf, fill } from "./template.js";

/** What a row becomes: what is to be recorded of it, or why it is refused. */
export interface CompiledRow {
  readonly row: number;
  /** Null where the row is refused. */
  readonly batch: Batch | null;
  /** What it brings that later rows may name. */
  readonly made: readonly RowEntity[];
  readonly notes: readonly RowNote[];
}

/** What rows are compiled with. */
export interface RowContext extends EntityContext {
  /** The id of the data set's source. */
  readonly source: string;
  /** That of its publisher, who has published each record, too; null where none is told. */
  readonly publisher: string | null;
}

/** Makes claims of a row, all that the mapping says, each citing the row's record in its words. Nothing of a row that is refused is to be recorded. */
export function compileRow(indexed: IndexedRow, context: RowContext): CompiledRow {
  const { row, repeats } = indexed;
  const notes: RowNote[] = [];
  const note = (severity: RowNote["severity"], { column, code, message }: CellFault) => {
    // of one cell several claims may be read: what is wrong with it is said once
    if (notes.some((other) => other.severity === severity && other.column === column && other.message === message))
      return;
    notes.push({ row: row.number, severity, column, value: cellOf(row, column), code, message });
  };
  const end = (batch: Batch | null, made: readonly RowEntity[] = []) => ({ row: row.number, batch, made, notes });
  if (repeats !== null) {
    const message = `it is alike in every cell to row ${repeats}, and counts as that row told twice`;
    note("LEFT_OUT", { column: "", code: "ROW_TWICE", message });
    return end(null);
  }
  const shape = shapeFault(row, context.mapping);
  if (shape) {
    note("REFUSED", shape);
    return end(null);
  }
  const compiler = new RowCompiler(indexed, context);
  for (const claim of context.mapping.form.claims) {
    for (const fault of compiler.addClaim(claim)) note(claim.faulty === "refuse" ? "REFUSED" : "LEFT_OUT", fault);
  }
  compiler.addOwn();
  for (const notice of compiler.notices) note("NOTICE", notice);
  if (notes.some(({ severity }) => severity === "REFUSED")) return end(null);
  return end(compiler.batch(), compiler.made);
}

function shapeFault(row: TableRow, { form }: Mapping): CellFault | null {
  if (row.surplus !== 0) {
    const [count, what] = [Math.abs(row.surplus), row.surplus > 0 ? "more" : "fewer"];
    return { column: "", code: "WRONG_LENGTH", message: `it has ${count} cells ${what} than the header has columns` };
  }
  for (const template of Object.values(form.record.name)) {
    if (fill(template, row) === null) {
      return {
        column: "",
        code: "NO_NAME",
        message: `the record has no name: a cell of ${JSON.stringify(template)} is empty`,
      };
    }
  }
  return null;
}

function columnsOf(...parts: readonly ({ readonly column: string } | undefined)[]): string[] {
  return parts.flatMap((part) => (part ? [part.column] : []));
}

/** What a cell that a claim needs says; nothing where it is empty. */
type Read<T> = { readonly value: T | null; readonly faults: readonly CellFault[] };

class RowCompiler {
  readonly notices: CellFault[] = [];
  readonly #row: TableRow;
  readonly #record: string;
  readonly #text: ReturnType<typeof sourceText>;
  readonly #entities = new Map<string, RowEntities>();
  readonly #used = new Map<string, RowEntity>();
  readonly #claims = new Map<string, Batch["claims"][number]>();
  readonly #citations = new Map<string, Batch["citations"][number]>();

  constructor(
    private readonly indexed: IndexedRow,
    private readonly context: RowContext,
  ) {
    const { mapping } = context;
    this.#row = indexed.row;
    this.#text = sourceText(indexed.text.content, mapping.form.dataset.language);
    this.#record = recordId(mapping.dataset, indexed.text.content, indexed.occurrence);
  }

  /** The entities that the row brings and the store has not. */
  get made(): readonly RowEntity[] {
    return [...this.#used.values()].filter(({ there }) => !there);
  }

  /** Adds what the row has of its own, also where no claim is about it. */
  addOwn(): void {
    for (const [key] of entitiesBy(this.context.mapping, "own")) {
      for (const entity of this.#entitiesOf(key).entities) this.#used.set(entity.id, entity);
    }
  }

  /** Adds what a claim of the mapping says of the row; answers what of it cannot be read. */
  addClaim(form: ClaimForm): readonly CellFault[] {
    const row = this.#row;
    if (form.where && !holds(form.where, row)) return [];
    if (form.unless && holds(form.unless, row)) return [];
    const object = form.object === undefined ? null : this.#entitiesOf(form.object);
    if (object && object.entities.length === 0 && object.faults.length === 0) return [];
    const amount = this.#amount(form);
    const date = this.#date(form.date);
    const text = form.text ? cellOf(row, form.text.column) : "";
    const isEmpty = (read: Read<unknown>) => read.value === null && read.faults.length === 0;
    if (form.object === undefined && form.amount && isEmpty(amount)) return [];
    if (form.date && isEmpty(date)) return [];
    if (form.text && text === "") return [];
    const [subject, speakers] = [this.#entitiesOf(form.subject), form.attributedTo.map((key) => this.#entitiesOf(key))];
    const [validFrom, validTo] = [this.#date(form.validFrom), this.#date(form.validTo)];
    const modality = this.#rule("modality", form.modality ?? this.context.mapping.form.modality);
    // of several in one cell those that can be read may go in without the others
    const left = form.faulty === "leaveOut" && object && object.entities.length > 0 ? object.faults : [];
    const faults = [subject, object, ...speakers, amount, date, validFrom, validTo, modality]
      .flatMap((read) => read?.faults ?? [])
      .filter((fault) => !left.includes(fault));
    const isOwn = this.context.mapping.form.entities[form.subject]!.own !== undefined;
    if (faults.length === 0 && subject.entities.length === 0) {
      if (!isOwn) return [];
      const message = `${form.predicate} has no subject here: what names the ${form.subject} is empty`;
      faults.push({ column: "", code: "NO_SUBJECT", message });
    }
    if (faults.length > 0) return [...left, ...faults];
    const attributed = speakers.flatMap(({ entities }) => entities);
    const mode = modality.value!;
    const language = form.text?.language ?? this.context.mapping.form.dataset.language;
    const contents = subject.entities.flatMap((one) =>
      (object?.entities ?? [null]).map((other) => ({
        entities: [one, ...(other ? [other] : []), ...attributed],
        content: {
          ...{ subject: one.id, predicate: form.predicate, object: other?.id ?? null, quantity: amount.value },
          ...{ text: form.text ? { [language]: text } : null, date: date.value, modality: mode.is },
          ...{ validFrom: validFrom.value, validTo: validTo.value, attributedTo: attributed.map(({ id }) => id) },
        } satisfies ClaimContent,
      })),
    );
    for (const { content, entities } of contents) faults.push(...this.#claimFaults(content, entities, form));
    if (faults.length > 0) return [...left, ...faults];
    // what else decides how the claim is meant
    const beside = [...columnsOf(form.validFrom, form.validTo), ...(mode.is === "ACTUAL" ? [] : mode.columns)];
    for (const { content, entities } of contents) this.#put(form, content, entities, beside);
    return left;
  }

  /** All that the row brings. */
  batch(): Batch {
    const { mapping, source, publisher } = this.context;
    const { record, dataset } = mapping.form;
    const naming = {
      names: Object.entries(record.name).map(([language, template]) => [language, fill(template, this.#row)!] as const),
      ...{ aliases: [], descriptions: [] },
    };
    const entities = this.made;
    const sourceProperties = {
      ...namingProperties(this.#record, naming, mapping.ontology),
      ...{ sourceType: record.sourceType, language: dataset.language, publishedAt: dataset.publishedAt ?? null },
      ...{ license: dataset.license ?? null, attribution: dataset.attribution ?? null },
    };
    return {
      entities: [
        { id: this.#record, kind: "SOURCE", properties: sourceProperties },
        ...entities.map((entity) => ({ id: entity.id, kind: entity.kind, properties: this.#propertiesOf(entity) })),
      ],
      names: [...nameRows(this.#record, naming), ...entities.flatMap(({ id, naming }) => nameRows(id, naming))],
      identifiers: entities.flatMap(({ id, identifiers }) => identifierRows(id, identifiers)),
      texts: [textRow(this.#record, this.#text)],
      ...{ authors: [], derivations: [{ from: this.#record, to: source }] },
      publishers: publisher === null ? [] : [{ from: this.#record, to: publisher }],
      claims: [...this.#claims.values()],
      citations: [...this.#citations.values()],
    };
  }

  #propertiesOf({ id, naming, identifiers, url, sourceType }: RowEntity) {
    const named = namingProperties(id, naming, this.context.mapping.ontology);
    return {
      ...{ ...named, ...identifierProperties(id, identifiers) },
      ...(url !== null && { url, sourceType, language: null, publishedAt: null }),
    };
  }

  #entitiesOf(key: string): RowEntities {
    const known = this.#entities.get(key);
    if (known) return known;
    const found = entitiesOf(key, this.indexed, this.context);
    this.#entities.set(key, found);
    this.notices.push(...found.notices);
    return found;
  }

  #amount({ amount }: ClaimForm): Read<Quantity> {
    const cell = amount ? cellOf(this.#row, amount.column) : "";
    if (!amount || cell === "") return { value: null, faults: [] };
    const read = readAmount(cell, amount.factor);
    if ("code" in read) return { value: null, faults: [{ column: amount.column, ...read }] };
    const bound = this.#rule("bound", amount.bound ?? [{ is: BOUNDS[0] }]);
    const told = amount.bound === undefined ? read.bound : null;
    return {
      value: { amount: read.amount, unit: amount.unit, bound: told ?? bound.value?.is ?? "EXACT" },
      faults: bound.faults,
    };
  }

  #date(form: ClaimForm["date"]): Read<string> {
    const cell = form ? cellOf(this.#row, form.column) : "";
    if (!form || cell === "") return { value: null, faults: [] };
    const read = readDate(cell, form.dates ?? this.context.mapping.form.dates);
    return "date" in read
      ? { value: read.date, faults: [] }
      : { value: null, faults: [{ column: form.column, ...read }] };
  }

  #rule<T extends Modality | Quantity["bound"]>(what: string, rules: Ruled<T>) {
    const value = firstThatHolds(rules, this.#row);
    const column = Object.keys(rules.at(-1)?.where ?? {})[0] ?? "";
    const fault = { column, code: "NO_RULE", message: `no rule of the mapping says the ${what} of such a row` };
    return { value, faults: value ? [] : [fault] };
  }

  #claimFaults(content: ClaimContent, entities: readonly RowEntity[], form: ClaimForm): CellFault[] {
    const { ontology } = this.context.mapping;
    const kinds = new Map(entities.map(({ id, kind }) => [id, ontology.kinds.get(kind)!]));
    return claimFaults(content, ontology, kinds).map(({ code, message }) => ({
      column: code === "WRONG_TIME" ? form.validTo!.column : "",
      ...{ code, message },
    }));
  }

  #put(form: ClaimForm, content: ClaimContent, entities: readonly RowEntity[], beside: readonly string[]): void {
    const others = entities.filter(({ own }) => !own).flatMap(({ columns }) => columns);
    const given = [...others, ...columnsOf(form.amount, form.text, form.date)];
    const read = given.length > 0 ? given : entities.flatMap(({ columns }) => columns);
    const { mapping } = this.context;
    for (const entity of entities) if (!this.#used.has(entity.id)) this.#used.set(entity.id, entity);
    const id = claimId(content);
    const said = { rank: form.rank, assertedAt: mapping.form.dataset.publishedAt ?? null };
    if (!this.#claims.has(id)) this.#claims.set(id, claimRow(id, content, said, mapping.ontology));
    const basis = form.basis ?? (entities.some(({ inferred }) => inferred) ? "INFERRED" : "STATED");
    for (const { quote, anchor, columns } of quotesOf(this.indexed.text, [...read, ...beside])) {
      const isRead = columns.some((column) => read.includes(column));
      const words = { source: this.#record, quote, translation: null, derivedFrom: null };
      const row = citationRow(id, { ...words, basis: isRead ? basis : "INFERRED" }, this.#text, anchor);
      this.#citations.set(row.id, row);
    }
  }
}
