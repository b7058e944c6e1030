import { createHash, randomUUID } from "node:crypto";
import type { RequestAccess, ViewerIdentity } from "../graphql/context.js";
import type { Answer, AnswerCache } from "./answerCache.js";
import { cacheControl } from "./cacheControl.js";
import { sendContent, type Exchange } from "./content.js";
import { knownTags } from "./knownTags.js";

export interface AnswersOptions {
  /** Null where nothing is kept. */
  readonly cache: AnswerCache | null;
  /** For how many seconds whoever asks without a token may take an answer for the present one. */
  readonly maxAge: number;
}

/** What is answered, and to whom. */
export interface Asked extends Exchange {
  readonly access: RequestAccess;
  readonly viewer: Pick<ViewerIdentity, "name">;
  /** What every answer at this address has among its headers. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Another for each start: what is served may speak otherwise then, of the same data. And nobody outside can make a key. */
const STARTED = randomUUID();

/** A key of all that an answer depends on. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash("sha256")
    .update(JSON.stringify([STARTED, ...parts]))
    .digest("base64url")
    .slice(0, 27);
}

/** What an answer from the cache costs: this part of what it was reckoned to cost, and at least 1. */
const OF_COST = 1 / 100;

/**
 * Answers requests, and makes an answer only where it must: not for a client that has it already, nor where it was made before for somebody who sees the same, in the same state of
 * the graph.
 */
export class Answers {
  constructor(private readonly options: AnswersOptions) {}

  /** Whether answers are kept here, so that it pays to have a key of them. */
  get areKept(): boolean {
    return this.options.cache !== null;
  }

  /**
   * Answers with what `make` makes. `key` says all that it depends on, so that who has an answer of the same key is told just that; null: it is made anew for everybody.
   */
  async send(asked: Asked, key: string | null, make: () => Promise<Answer>): Promise<void> {
    const { request } = asked;
    const isRead = request.method === "GET" || request.method === "HEAD";
    const etag = key !== null && isRead ? `W/"${key}"` : null; // weak: it is sent in several encodings
    const maxAge = cacheControl(asked.viewer, this.options.maxAge);
    if (etag !== null && knownTags(request).includes(`"${key}"`) && (await isPaid(asked, 1))) {
      tellCached(asked, null);
      asked.response.writeHead(304, { ...asked.headers, ...maxAge, ETag: etag }).end();
      return;
    }
    const answer = await this.#answer(asked, key, make);
    const { status, headers, content, isWhole } = answer;
    const forLater = etag !== null && isWhole && { ...maxAge, ETag: etag };
    await sendContent(asked, status, { ...asked.headers, ...headers, ...forLater }, content);
  }

  async #answer(asked: Asked, key: string | null, make: () => Promise<Answer>): Promise<Answer> {
    const { cache } = this.options;
    if (cache === null || key === null) return make();
    const { answer, isKept } = await cache.get(key, make);
    if (!isKept) return answer;
    if (!(await isPaid(asked, Math.ceil(answer.cost * OF_COST)))) return make(); // that it cannot be paid for is told there
    tellCached(asked, answer);
    return answer;
  }
}

/** Charges; false where whoever asks has spent too much. */
async function isPaid({ access }: Asked, cost: number): Promise<boolean> {
  return access.charge(cost).then(
    () => true,
    () => false,
  );
}

/** Has the log tell of an answer that was there before; null: of one that the client has. */
function tellCached({ access }: Asked, answer: Answer | null): void {
  access.told.cached = true;
  access.told.type = "query";
  access.operation = answer?.operation ?? null;
  access.told.cost = answer?.cost ?? null;
}
