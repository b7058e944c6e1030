import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ErrorCode, SanadError } from "../errors.js";
import { refusal } from "../graphql/refusal.js";

const SECONDS = 60;

/** So many are told from one another at once; whoever comes beyond shares one account with the others, so that memory has a bound. */
const MAX_ACCOUNTS = 50_000;

/** Who spends has an account of so much cost a minute. Each process keeps its own. */
export class RateLimiter {
  readonly #limiter: RateLimiterMemory;
  /** Until when each account is kept, in the order of their beginnings, which is that of their ends. */
  readonly #accounts = new Map<string, number>();

  constructor(
    private readonly limit: number,
    private readonly maxAccounts = MAX_ACCOUNTS,
  ) {
    this.#limiter = new RateLimiterMemory({ points: limit, duration: SECONDS });
  }

  /** Spends; throws RATE_LIMITED (429) where less is left, and takes nothing then. */
  async charge(who: string, cost: number): Promise<void> {
    const account = this.#accountOf(who);
    try {
      await this.#limiter.consume(account, cost);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const { consumedPoints } = await this.#limiter.reward(account, cost);
      throw this.#refusal(cost, consumedPoints, Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    }
  }

  #refusal(cost: number, spent: number, seconds: number) {
    const { limit } = this;
    const asked = `the request costs ${cost}, ${spent} of the ${limit} that may be spent a minute are spent`;
    const advice =
      cost > limit
        ? "it can never be answered under this limit: ask for less at once"
        : `ask again in ${seconds} seconds`;
    const error = new SanadError(ErrorCode.RATE_LIMITED, `${asked}; ${advice}`);
    return refusal(error, 429, cost > limit ? {} : { "retry-after": String(seconds) });
  }

  #accountOf(who: string): string {
    const now = Date.now();
    for (const [account, until] of this.#accounts) {
      if (until > now) break;
      this.#accounts.delete(account);
    }
    if (this.#accounts.has(who)) return who;
    if (this.#accounts.size >= this.maxAccounts) return "others";
    this.#accounts.set(who, now + SECONDS * 1000);
    return who;
  }
}
