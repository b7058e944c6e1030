import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import type { Statement } from "../../src/cypher/statement.js";
import { ANONYMOUS, type Role, type ViewerIdentity } from "../../src/graphql/context.js";
import { loadPlayground } from "../../src/http/playground.js";
import { startServer, type ServerOptions } from "../../src/http/server.js";
import type { Access, Store } from "../../src/store/port.js";
import { seededStore, type OpenedStore } from "../exchange/seededStore.js";
import { builtPages, builtPlayground } from "../playground/server.js";
import { operations } from "./operations.js";

/** An answer over HTTP. Its data is read as the test knows it to be. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly problems?: readonly {
      readonly code: string;
      readonly message: string;
      readonly path: readonly (string | number)[];
      readonly suggestions: readonly string[];
    }[];
  };
}

/** A store behind a real server. */
export interface TestGraph extends OpenedStore {
  readonly url: string;
  /** The names of the statements that were sent since the last call. */
  readonly statementsSent: () => string[];
  /** From now on the store answers every other statement so many milliseconds later. */
  readonly delayEveryOther: (milliseconds: number) => void;
  /** Sends a document and answers with what came back. */
  readonly ask: (query: string, variables?: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Sends one of the contract's operations. Fails where the answer has errors. */
  readonly run: (operation: string, variables?: object) => Promise<Answer["data"]>;
  /** As {@link ask}, by the curator Noor. */
  readonly askAsCurator: (query: string, variables?: object) => Promise<Answer>;
  /** As {@link run}, by the curator Noor. */
  readonly curate: (operation: string, variables?: object) => Promise<Answer["data"]>;
}

/** In the place of tokens, which have tests of their own: who is asking, and as what. */
const CURATOR = { authorization: "Test noor curator" };

async function identify(authorization: string | undefined): Promise<ViewerIdentity> {
  const [, name, role] = /^Test (\w+) (reader|curator|admin)$/u.exec(authorization ?? "") ?? [];
  return name && role ? { name, roles: [role as Role] } : ANONYMOUS;
}

async function answered(operation: string, answer: Promise<Answer>): Promise<Answer["data"]> {
  const { data, errors } = await answer;
  if (errors) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
  return data as unknown;
}

/**
 * Serves a store, the article's graph on the embedded engine where none is given, with what else the server is to be told;
 * `close` ends the server and closes the store.
 */
export async function serveGraph(
  opened?: OpenedStore | null,
  options: Partial<ServerOptions> = {},
): Promise<TestGraph> {
  const graph = opened ?? (await seededStore());
  const sent: string[] = [];
  let delay = 0;
  /** The store itself, with a note of each statement that is read. */
  const store: Store = {
    capabilities: graph.store.capabilities,
    async read(statement: Statement, access?: Access) {
      const number = sent.push(statement.name);
      const rows = await graph.store.read(statement, access);
      if (delay > 0 && number % 2 === 1) await wait(delay);
      return rows;
    },
    write: (work, access) => graph.store.write(work, access),
    ...(graph.store.committed && { committed: () => graph.store.committed!() }),
    applySchema: (statements) => graph.store.applySchema(statements),
    close: () => graph.store.close(),
  };
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    store,
    ontology: graph.ontology,
    playground: await loadPlayground(await builtPlayground()),
    pages: await builtPages(),
    log: pino({ level: "silent" }),
    identify,
    ...options,
  });
  const ask = async (
    query: string,
    variables: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    ...graph,
    url: server.url,
    statementsSent: () => sent.splice(0),
    delayEveryOther(milliseconds) {
      delay = milliseconds;
    },
    ask,
    run: (operation, variables) => answered(operation, ask(operations.get(operation)!, variables)),
    askAsCurator: (query, variables) => ask(query, variables, CURATOR),
    curate: (operation, variables) => answered(operation, ask(operations.get(operation)!, variables, CURATOR)),
    async close() {
      await server.stop();
      await graph.close();
    },
  };
}
