import neo4j from "neo4j-driver";
import type { Neo4jAccess } from "./globalSetup.js";

/** Takes everything out of a server's database: nodes, edges, constraints and indexes, save those of the names to keep. */
export async function emptyNeo4j(
  { uri, username, password }: Neo4jAccess,
  keep: ReadonlySet<string> = new Set(),
): Promise<void> {
  const driver = neo4j.driver(uri, password ? neo4j.auth.basic(username ?? "neo4j", password) : undefined);
  const session = driver.session();
  const names = async (text: string) => {
    const { records } = await session.run(text);
    return records.map((record) => String(record.get("name"))).filter((name) => !keep.has(name));
  };
  try {
    await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    for (const name of await names("SHOW CONSTRAINTS YIELD name")) await session.run(`DROP CONSTRAINT \`${name}\``);
    const ownIndexes =
      "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL";
    for (const name of await names(ownIndexes)) await session.run(`DROP INDEX \`${name}\``);
  } finally {
    await driver.close();
  }
}
