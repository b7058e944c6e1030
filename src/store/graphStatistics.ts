import { countGraph, statisticsOf, type Statistics } from "../cypher/statistics.js";
import type { Row } from "../cypher/statement.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Store } from "./port.js";

/** How often a graph is counted again: what is written changes the best way through it slowly. */
const EVERY_MS = 600_000;

/** What a graph holds, counted beside the requests: nobody waits for it, and where a count fails, the one before goes on holding. */
export class GraphStatistics {
  #counted: Statistics | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly store: Store,
    private readonly ontology: Ontology,
  ) {}

  /** As it was counted last; undefined before the first count. */
  get counted(): Statistics | undefined {
    return this.#counted;
  }

  /** Counts the graph. Throws what the store throws. */
  async count(): Promise<Statistics> {
    const statements = countGraph(this.ontology);
    const [kinds, predicates] = [
      totals(await this.store.read(statements.kinds)),
      totals(await this.store.read(statements.predicates)),
    ];
    return (this.#counted = statisticsOf(kinds, predicates));
  }

  /** Begins to count, and counts again from time to time until {@link stop}; `tell` hears of each count that fails. */
  start(tell: (error: unknown) => void, everyMs = EVERY_MS): void {
    const count = () => {
      this.count().catch((error: unknown) => {
        if (!this.#stopped) tell(error);
      });
    };
    this.#timer = setInterval(count, everyMs).unref();
    count();
  }

  /** Counts no more; what a count under way comes to is not told. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}

/** `total` by `name`. */
function totals(rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ name, total }) => [name as string, total as number]));
}
