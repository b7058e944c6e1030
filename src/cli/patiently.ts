import { setTimeout as wait } from "node:timers/promises";
import { ErrorCode, SanadError } from "../errors.js";

const FIRST_PAUSE = 0.5;
const LONGEST_PAUSE = 30;

/**
 * Does something that needs a store which may be away, again and again with growing pauses until it goes well or `signal` ends it.
 * Only STORE_UNAVAILABLE and TIMEOUT are waited out, each told with the seconds until the next try; anything else is thrown.
 */
export async function patiently(
  act: () => Promise<void>,
  signal: AbortSignal,
  tell: (error: SanadError, seconds: number) => void,
): Promise<void> {
  for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      await act();
      return;
    } catch (error) {
      if (!(error instanceof SanadError) || !PASSING.includes(error.code)) throw error;
      tell(error, pause);
    }
    await wait(pause * 1000, undefined, { signal }).catch(() => undefined);
  }
}

const PASSING: readonly ErrorCode[] = [ErrorCode.STORE_UNAVAILABLE, ErrorCode.TIMEOUT];
