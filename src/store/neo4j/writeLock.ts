import type { Statement } from "../../cypher/statement.js";

/**
 * Neo4j shows a transaction what others commit beside it, so two writes that read the same could each write on what the other has changed.
 * Every write therefore begins by writing to one node, which the database lets one transaction do at a time, whichever server it comes from.
 */
export const TAKE_WRITE_LOCK: Statement = {
  name: "writeLock.take",
  text: "MATCH (l:SanadWriteLock {id: 'lock'}) SET l.taken = true",
  params: {},
};

/** Makes the node; once, whoever makes it. Before that, on a database without schema, writes are not held apart. */
export const WRITE_LOCK_SCHEMA: readonly string[] = [
  "CREATE CONSTRAINT sanad_write_lock_id IF NOT EXISTS FOR (n:SanadWriteLock) REQUIRE n.id IS UNIQUE",
];
export const MAKE_WRITE_LOCK = "MERGE (l:SanadWriteLock {id: 'lock'}) ON CREATE SET l.taken = true";
