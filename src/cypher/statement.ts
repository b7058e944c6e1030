/** A parameter or a value of a row, as both engines give it: never a driver's object. Whole numbers are numbers. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** One statement of Cypher, the same for every engine. Values travel as parameters only; the text is made of our own words and the ontology's checked names. */
export interface Statement {
  /** What it is for, a stable word for logs and tests: `claims.byId`. */
  readonly name: string;
  readonly text: string;
  readonly params: Readonly<Record<string, Value>>;
}

/** One row of an answer, by column. */
export type Row = Readonly<Record<string, Value>>;

/** A row of its values in the order of its columns. */
export function rowOf(columns: readonly string[], values: readonly Value[]): Row {
  return Object.fromEntries(columns.map((name, index) => [name, values[index]!]));
}
