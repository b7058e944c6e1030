import { rowOf, type Row, type Statement, type Value } from "./statement.js";

/** A statement whose columns are known, so that it can be sent as a part of another; it names nothing that it has not bound itself. */
export interface Part extends Statement {
  readonly columns: readonly string[];
}

/** Several statements as one, for an engine to which each is a journey: what they answer is told apart by {@link rowsApart}. */
export function together(name: string, parts: readonly Part[]): Statement {
  const lists = parts.map((_, index) => `r${index}`);
  const lines = parts.map(({ text, columns }, index) => {
    // each has its parameters in a map of its own
    const own = text.replaceAll("$", `$s${index}.`).replaceAll("\n", " ");
    return `CALL () { CALL () { ${own} } RETURN collect([${columns.join(", ")}]) AS ${lists[index]} }`;
  });
  return {
    name,
    text: [...lines, `RETURN ${lists.join(", ")}`].join("\n"),
    params: Object.fromEntries(parts.map(({ params }, index) => [`s${index}`, params])),
  };
}

/** The rows of each of the statements that were sent together, of the one row that came back. */
export function rowsApart(parts: readonly Part[], [row]: readonly Row[]): readonly (readonly Row[])[] {
  return parts.map(({ columns }, index) => {
    const rows = row![`r${index}`] as readonly (readonly Value[])[];
    return rows.map((values) => rowOf(columns, values));
  });
}
