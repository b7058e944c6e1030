import type { Value } from "./statement.js";

/** The values of a statement, under one parameter `$p`: Neo4j plans anew for each size of each parameter, but not for those of a map. */
export class Params {
  readonly values: Record<string, Value> = {};

  /** A value that travels as a parameter: answers the expression that stands for it. */
  readonly add = (value: Value): string => {
    const name = `v${Object.keys(this.values).length}`;
    this.values[name] = value;
    return `$p.${name}`;
  };
}
