import { setTimeout as wait } from "node:timers/promises";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;

/**
 * Tries until it succeeds, fails with an error that another try cannot mend, or the next try would begin after `milliseconds`. The pauses
 * double, and half of each is chance, so that many who failed together do not come again together.
 */
export async function retrying<T>(
  milliseconds: number,
  mendable: (error: unknown) => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  const end = performance.now() + milliseconds;
  for (let longest = FIRST_PAUSE_MS; ; longest = Math.min(2 * longest, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      const pause = longest * (0.5 + Math.random() / 2);
      if (!mendable(error) || performance.now() + pause > end) throw error;
      await wait(pause);
    }
  }
}
