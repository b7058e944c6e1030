import { readFileSync } from "node:fs";
import type { GraphQLFormattedError } from "graphql";
import type { Config } from "../config.js";
import { explainPlan } from "../cypher/explain.js";
import { planOf } from "../cypher/plan.js";
import { ASSUMED } from "../cypher/statistics.js";
import { ErrorCode, SanadError } from "../errors.js";
import { observe, type Observed } from "../graphql/observe.js";
import { buildSchema } from "../graphql/schema.js";
import { loadOntology } from "../ontology/load.js";
import { GraphStatistics } from "../store/graphStatistics.js";
import type { Store } from "../store/port.js";
import type { Explained, ExplainedOperation, ExplainedStatement } from "./explained.js";
import { explainedText } from "./explainText.js";
import { withStore } from "./open.js";
import { readOperations } from "./operationFile.js";

export interface ExplainOptions {
  /** The file of operations. */
  readonly file: string;
  /** The variables as JSON, or the file that holds them. */
  readonly variables?: string;
  readonly variablesFile?: string;
  /** The name of the one operation that is wanted. */
  readonly operation?: string;
  /** Whether the engine is asked what it does for each statement. */
  readonly profile: boolean;
  readonly json: boolean;
}

/**
 * `sanad explain file.graphql`: runs the file's queries against the store, without a server, and tells how each statement was planned, what was
 * sent, and what came of it. Exit code 1 where an operation has errors.
 */
export async function explain(config: Config, options: ExplainOptions): Promise<number> {
  const variables = readVariables(options);
  const ontology = loadOntology(config.ontologyFile);
  const schema = buildSchema(ontology);
  const all = readOperations(schema, options.file, options.operation);
  const queries = all.filter(({ type }) => type === "query");
  const others = all.filter(({ type }) => type !== "query").map(({ name, type }) => `${name ?? "what"} is a ${type}`);
  if (queries.length === 0) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `${others[0]}; only queries are explained, for they are run`);
  }
  return withStore(config, async ({ store, log }) => {
    const counter = new GraphStatistics(store, ontology);
    const statistics = await counter.count().catch((err: unknown) => {
      log.warn({ err }, "the graph could not be counted");
      return ASSUMED;
    });
    const operations: ExplainedOperation[] = [];
    for (const { name, document } of queries) {
      const observed = await observe(schema, ontology, store, { document, variables, statistics: counter.counted });
      operations.push(await explained(name, observed, options.profile ? store : null));
    }
    const source = counter.counted ? "counted" : "assumed";
    const told: Explained = {
      engine: store.capabilities.engine,
      statistics: { source, entities: statistics.entities(null), claims: statistics.claims(null) },
      operations,
    };
    console.log(options.json ? JSON.stringify(told, null, 2) : explainedText(told));
    for (const other of others) console.error(`${other}, and is not run.`);
    const failed = operations.filter(({ errors }) => errors.length > 0);
    for (const { operation, errors } of failed) for (const error of errors) console.error(errorText(operation, error));
    return failed.length === 0 ? 0 : 1;
  });
}

/** @param profiled the store that is asked what it does; null where it is not */
async function explained(
  operation: string | null,
  observed: Observed,
  profiled: Store | null,
): Promise<ExplainedOperation> {
  const { sent, errors, ms, storeMs } = observed;
  const statements: ExplainedStatement[] = [];
  for (const { statement, level, rows, ms } of sent) {
    const { name, text, params } = statement;
    const profile = profiled && rows !== null && { profile: (await profiled.profile?.(statement)) ?? null };
    statements.push({ name, level, text, params, rows, ms: rounded(ms), ...profile });
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    operation,
    plans: sent.flatMap(({ statement }) => {
      const plan = planOf(statement);
      return plan ? [{ statement: statement.name, ...explainPlan(plan) }] : [];
    }),
    statements,
    totals: {
      statements: sent.length,
      levels: new Set(sent.map(({ level }) => level)).size,
      rows: sum(sent.map(({ rows }) => rows ?? 0)),
      storeMs: rounded(storeMs),
      ms: rounded(ms),
    },
    errors,
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}

function errorText(operation: string | null, { path, message, extensions }: GraphQLFormattedError): string {
  const code = extensions?.["code"];
  const where = [...(operation === null ? [] : [operation]), ...(path ? [path.join(".")] : [])];
  return `sanad: ${[...where, message].join(": ")}${typeof code === "string" ? ` (${code})` : ""}`;
}

function readVariables({ variables, variablesFile }: ExplainOptions): Readonly<Record<string, unknown>> {
  const [text, where] =
    variablesFile === undefined ? [variables ?? "{}", "--variables"] : [readText(variablesFile), variablesFile];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `${where} holds no JSON: ${(cause as Error).message}`, [], {
      cause,
    });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, `${where} holds no JSON object, such as {"chip": "H100"}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the file ${file} cannot be read (${code})`, [], { cause });
  }
}
