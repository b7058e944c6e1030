/** A label, an edge type or a property's name, in back-ticks: every name of the ontology may be a reserved word of some engine. */
export function quoted(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name for the graph`);
  return `\`${name}\``;
}

/** The properties of a node or an edge as columns: `c.id AS id, c.amount AS amount`. */
export function columns(variable: string, properties: readonly string[]): string {
  return properties.map((property) => `${variable}.${property} AS ${property}`).join(", ");
}

/** The WHERE of all that must hold, with a space before it; nothing where nothing must. */
export function where(holds: readonly string[]): string {
  return holds.length > 0 ? ` WHERE ${holds.join(" AND ")}` : "";
}
