import type { GraphQLFormattedError } from "graphql";
import type { Explanation } from "../cypher/explain.js";
import type { Value } from "../cypher/statement.js";
import type { ProfiledStep } from "../store/port.js";

/** What `sanad explain` tells; with `--json`, as it stands here. */
export interface Explained {
  readonly engine: string;
  readonly statistics: {
    readonly source: Explanation["statistics"];
    readonly entities: number;
    readonly claims: number;
  };
  readonly operations: readonly ExplainedOperation[];
}

export interface ExplainedOperation {
  readonly operation: string | null;
  /** Of the statements that are planned. */
  readonly plans: readonly (Explanation & { readonly statement: string })[];
  readonly statements: readonly ExplainedStatement[];
  readonly totals: {
    readonly statements: number;
    readonly levels: number;
    readonly rows: number;
    readonly storeMs: number;
    readonly ms: number;
  };
  readonly errors: readonly GraphQLFormattedError[];
}

export interface ExplainedStatement {
  readonly name: string;
  readonly level: number;
  readonly text: string;
  readonly params: Readonly<Record<string, Value>>;
  readonly rows: number | null;
  readonly ms: number;
  /** Null of an engine that cannot tell; left out where it was not asked. */
  readonly profile?: ProfiledStep | null;
}
