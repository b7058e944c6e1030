import { Random } from "../tests/cypher/randomGraph.js";

/** Numbers that are the same each time for one seed, some more often than others. */
export class SkewedRandom extends Random {
  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  /** One of them, by Zipf's law: the first most often, the second half as often. */
  skewed<T>(values: readonly T[]): T {
    const uniform = this.below(2 ** 32) / 2 ** 32;
    return values[Math.floor((values.length + 1) ** uniform) - 1]!;
  }

  /** The first in so many of a hundred cases, else any other. */
  favouring<T>(values: readonly T[], share: number): T {
    return values[this.percent(share) || values.length === 1 ? 0 : 1 + this.below(values.length - 1)]!;
  }
}
