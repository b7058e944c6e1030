import { type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { unwrapResolverError } from "@apollo/server/errors";
import type { Statement } from "../cypher/statement.js";
import type { Statistics } from "../cypher/statistics.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Access, Store } from "../store/port.js";
import { ANONYMOUS, createContext, RequestAccess, type Context } from "./context.js";
import { executorOf } from "./execute/executor.js";

/** A statement that an operation has sent, and what came of it. */
export interface Sent {
  readonly statement: Statement;
  /** With which level of the query it was sent, from 1. */
  readonly level: number;
  /** Null where it failed; the operation's errors say how. */
  readonly rows: number | null;
  readonly ms: number;
}

/** What an operation did. */
export interface Observed {
  readonly sent: readonly Sent[];
  readonly errors: readonly GraphQLFormattedError[];
  /** How long the whole took, and for how much of that a statement was under way. */
  readonly ms: number;
  readonly storeMs: number;
}

/** An operation that reads, in a document that has passed validation, and what it is executed with. */
export interface Observable {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly statistics?: Statistics | undefined;
}

/** Executes an operation as the server does, without the server, and notes each statement. Throws a defect as it is. */
export async function observe(
  schema: GraphQLSchema,
  ontology: Ontology,
  store: Store,
  { document, variables, statistics }: Observable,
): Promise<Observed> {
  const sent: Sent[] = [];
  let [underWay, storeMs, since] = [0, 0, 0];
  const noting: Store = {
    capabilities: store.capabilities,
    async read(statement: Statement, access?: Access) {
      const { level } = context.levels;
      const index = sent.length;
      const begun = performance.now();
      const note = (rows: number | null) => (sent[index] = { statement, level, rows, ms: performance.now() - begun });
      note(null);
      if (underWay++ === 0) since = begun;
      try {
        const rows = await store.read(statement, access);
        note(rows.length);
        return rows;
      } catch (error) {
        note(null);
        throw error;
      } finally {
        if (--underWay === 0) storeMs += performance.now() - since;
      }
    },
    write: () => Promise.reject(new SanadError(ErrorCode.FORBIDDEN, "what is only observed writes nothing")),
    applySchema: (statements) => store.applySchema(statements),
    close: () => store.close(),
  };
  const context: Context = createContext(noting, ontology, new RequestAccess(), ANONYMOUS, statistics);
  const begun = performance.now();
  const { errors = [] } = await executorOf(schema)({ document, variableValues: variables, contextValue: context });
  const ms = performance.now() - begun;
  return { sent: renumbered(sent), errors: errors.map(toldError), ms, storeMs };

  function toldError(error: (typeof errors)[number]): GraphQLFormattedError {
    const cause = unwrapResolverError(error);
    if (cause instanceof SanadError) return { ...error.toJSON(), extensions: { code: cause.code } };
    if (cause !== error) throw cause;
    return error.toJSON();
  }
}

/** Levels at which nothing was sent do not count. */
function renumbered(sent: readonly Sent[]): readonly Sent[] {
  const levels = [...new Set(sent.map(({ level }) => level))].sort((a, b) => a - b);
  return sent.map((one) => ({ ...one, level: levels.indexOf(one.level) + 1 }));
}
