/** `CREATE CONSTRAINT name IF NOT EXISTS FOR (n:Label) REQUIRE n.property IS UNIQUE`; names may stand in back-ticks. */
const UNIQUE =
  /^\s*CREATE\s+CONSTRAINT\s+`?(\w+)`?\s+IF\s+NOT\s+EXISTS\s+FOR\s+(\(\s*\w+\s*:\s*`?\w+`?\s*\))\s+REQUIRE\s+\(?(\w+\.`?\w+`?)\)?\s+IS\s+UNIQUE\s*;?\s*$/i;

/**
 * A statement of the schema, as this engine needs it. A unique constraint alone makes it look through all nodes of the label at each insert
 * (Neo4j brings an index with the constraint), so an index on the same property comes with it.
 */
export function withIndex(statement: string): readonly string[] {
  const [, name, node, property] = UNIQUE.exec(statement) ?? [];
  return name === undefined
    ? [statement]
    : [`CREATE INDEX ${name}_index IF NOT EXISTS FOR ${node} ON (${property})`, statement];
}
