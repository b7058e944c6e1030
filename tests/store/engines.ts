import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import { openStore } from "../../src/store/open.js";
import type { Store } from "../../src/store/port.js";
import { WRITE_LOCK_SCHEMA } from "../../src/store/neo4j/writeLock.js";
import { emptyNeo4j } from "../neo4j/emptyNeo4j.js";
import type { Neo4jVersion } from "../neo4j/java.js";
import { useNeo4j } from "../neo4j/leaseNeo4j.js";
import { openEmbedded } from "./embedded.js";

/** A store for a test, empty and without schema. */
export interface OpenedEngine {
  readonly store: Store;
  /** Another store on the same data, as a second server has it; an embedded engine has none. */
  readonly second: (() => Promise<Store>) | null;
  /** Closes what was opened, and takes the data away. */
  close(): Promise<void>;
}

/**
 * Opens an empty store; on a server it takes away what the one before holds, so that there is one at a time. Of the schema it may leave what
 * these statements make, which is quicker by seconds: a server forgets its plans when the schema changes.
 */
export type OpenEngine = (schema?: readonly string[]) => Promise<OpenedEngine>;

/** A kind of database on which the tests of the store's behaviour are run. */
export interface Engine {
  readonly name: string;
  /** To be called once in a file, or in a `describe`, that opens stores on it: `const open = engine.use()`. */
  use(): OpenEngine;
}

const grafeo: Engine = { name: "grafeo", use: () => openEmbedded };

function neo4j(server: string): Engine {
  return {
    name: `neo4j ${server}`,
    use: () => {
      const access = useNeo4j(server);
      return async (schema = []) => {
        await emptyNeo4j(access, new Set([...WRITE_LOCK_SCHEMA, ...schema].flatMap(nameOf)));
        const stores: Store[] = [];
        const open = async () => {
          const store = await openStore({ dataFolder: "", neo4j: access });
          stores.push(store);
          return store;
        };
        const close = async () => void (await Promise.all(stores.map((store) => store.close())));
        return { store: await open(), second: open, close };
      };
    },
  };
}

/** The name of the constraint or index that a statement makes. */
function nameOf(statement: string): string[] {
  return /^CREATE (?:CONSTRAINT|(?:FULLTEXT )?INDEX) (\w+)/u.exec(statement)?.slice(1) ?? [];
}

/**
 * The engines there are here, for `describe.each(engines)("$name", (engine) => …)`. For one that is not there a test stands in the file that
 * imports this, skipped, or failing where SANAD_TEST_REQUIRE=all wants every test run, with the reason as its name.
 */
export const engines: readonly Engine[] = [grafeo, ...neo4jServers().map(neo4j)];

/** Makes tests of behaviour on every engine: `onEveryEngine((open) => …)`, as {@link engines} says. */
export function onEveryEngine(tests: (open: OpenEngine, engine: Engine) => void): void {
  describe.each(engines)("$name", (engine) => tests(engine.use(), engine));
}

/**
 * Makes tests of behaviour on the embedded engine and on one version of Neo4j: by how long the file's name is, so that what all files ask is asked of each
 * version, and files that run at the same time seldom wait for the same server. Versions differ in the statements that they take, and every statement is sent to every
 * version by the tests of answers, of what is recorded and of the numbers of statements; what is made of rows is the same for all.
 */
export function onEitherEngine(tests: (open: OpenEngine, engine: Engine) => void): void {
  const [embedded, ...servers] = engines;
  const one = servers[path.basename(expect.getState().testPath!).length % servers.length];
  describe.each([embedded!, ...(one ? [one] : [])])("$name", (engine) => tests(engine.use(), engine));
}

/** A version of Neo4j of which a test can start a server for itself, to kill it; undefined where there is none. */
export const ownNeo4j: Neo4jVersion | undefined = inject("neo4j")
  .servers.filter(({ name, missing }) => missing === null && name !== "given")
  .map(({ name }) => name as Neo4jVersion)[0];

/** The names of the Neo4j servers that there are here; for one that is missing see {@link engines}. */
function neo4jServers(): readonly string[] {
  return inject("neo4j").servers.flatMap(({ name, missing }) => {
    if (missing === null) return [name];
    const title = `neo4j ${name} is skipped, for ${missing}`;
    if (process.env["SANAD_TEST_REQUIRE"] === "all") test(title, () => Promise.reject(new Error(missing)));
    else test.skip(title);
    return [];
  });
}
