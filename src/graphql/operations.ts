import type { ApolloServer } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import {
  createSourceEventStream,
  GraphQLError,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import type { Logger } from "pino";
import { ErrorCode, SanadError } from "../errors.js";
import { admit } from "./admit.js";
import type { AllowList } from "./allowList.js";
import { formatError } from "./apolloServer.js";
import { untilThere, type FeedPage } from "./claimFeed.js";
import { RequestAccess, type Context, type ViewerIdentity } from "./context.js";
import { executorOf, type Execute } from "./execute/executor.js";

/** An operation as a client sends it. */
export interface Operation {
  readonly query?: string | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  /** `persistedQuery.sha256Hash` stands for the text of a listed operation, as {@link admit} reads it; so do `id`, `documentId` and `doc_id`. */
  readonly extensions?: Record<string, unknown> | null | undefined;
  readonly id?: unknown;
  readonly documentId?: unknown;
  readonly doc_id?: unknown;
}

export interface OperationsOptions {
  readonly apollo: ApolloServer<Context>;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** The operations that alone are answered; undefined: any are. */
  readonly allowList: AllowList | undefined;
  readonly createContext: (viewer: ViewerIdentity, access: RequestAccess) => Context;
  /** How many subscriptions may be open at once. */
  readonly maxSubscriptions: number;
}

/** How often a page that the store does not answer in time is tried, before that is told. */
const ATTEMPTS = 3;

/** The longest time, in milliseconds, that a timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Executes operations that come by a way that can carry many answers. Each passes through Apollo as a plain request does: it is parsed, validated and
 * weighed there by the same rules, and a query or a mutation is executed there, too. A subscription is then followed here, page by page.
 */
export class Operations {
  #open = 0;
  readonly #execute: Execute;

  constructor(private readonly options: OperationsOptions) {
    this.#execute = executorOf(options.schema);
  }

  /** How many subscriptions are open. */
  get open(): number {
    return this.#open;
  }

  /** The answer, or the answers of a subscription as they come; their `return()` ends it at once. Never throws: a defect is an answer of its operation. */
  async run(...args: Parameters<Operations["answer"]>): ReturnType<Operations["answer"]> {
    try {
      return await this.answer(...args);
    } catch (error) {
      return this.#refused(args[2], error);
    }
  }

  private async answer(
    operation: Operation,
    viewer: ViewerIdentity,
    access: RequestAccess,
    ended: AbortController,
  ): Promise<FormattedExecutionResult | AsyncGenerator<FormattedExecutionResult, undefined>> {
    const { apollo, schema, createContext, maxSubscriptions, allowList } = this.options;
    if (viewer.expires && viewer.expires.getTime() <= Date.now()) return this.#refused(access, expired());
    const context = createContext(viewer, access);
    const { operationName = null, variables = null } = operation;
    const query = admit({ ...operation }, allowList);
    const request = {
      // without a text, Apollo says what is missing, or that no ids are known here
      ...(query === undefined ? { extensions: operation.extensions ?? {} } : { query }),
      ...{ ...(operationName !== null && { operationName }), variables: variables ?? {} },
    };
    const { body } = await apollo.executeOperation(request, { contextValue: context });
    if (body.kind !== "single") throw new TypeError("answers in parts are not asked for");
    const document = access.accepted;
    if (document === null) return body.singleResult;
    if (this.#open >= maxSubscriptions) {
      const message = `${maxSubscriptions} subscriptions are open here, which is all that this server takes; try again later`;
      return this.#refused(access, new SanadError(ErrorCode.RATE_LIMITED, message));
    }
    this.#open++;
    const args = { schema, document, operationName, variableValues: variables };
    let source: Awaited<ReturnType<typeof createSourceEventStream>>;
    try {
      source = await createSourceEventStream({ ...args, contextValue: context });
    } catch (error) {
      this.#open--;
      throw error;
    }
    if (!(Symbol.asyncIterator in source)) {
      this.#open--;
      return { errors: (source.errors ?? []).map((error) => this.#told(access, error)) };
    }
    const renewed = (): Context => {
      const page = new RequestAccess([], { signal: access.signal, onStatement: access.onStatement });
      page.operation = access.operation;
      return createContext(viewer, page);
    };
    const answer = (context: Context, rootValue: unknown) =>
      this.#execute({ ...args, rootValue, contextValue: context });
    access.told.answers = 0;
    const answers = this.#answers(source as AsyncIterable<FeedPage>, access, viewer, renewed, answer);
    const end = onceOnly(() => {
      this.#open--;
      ended.abort();
    });
    return endable(answers, end);
  }

  /** The answers to pages of events; the loaders of a page are its own, so that nothing stale is answered and nothing is kept. */
  async *#answers(
    source: AsyncIterable<FeedPage>,
    access: RequestAccess,
    { expires }: ViewerIdentity,
    renewed: () => Context,
    answer: (context: Context, rootValue: unknown) => ExecutionResult | Promise<ExecutionResult>,
  ): AsyncGenerator<FormattedExecutionResult, undefined> {
    const signal = access.signal!;
    const expiry = new AbortController();
    const left = expires ? Math.min(LONGEST_TIMER_MS, expires.getTime() - Date.now()) : null;
    const timer = left === null ? undefined : setTimeout(() => expiry.abort(), left);
    const stopped = AbortSignal.any([signal, expiry.signal]);
    const pages = source[Symbol.asyncIterator]();
    const cost = access.told.cost ?? 1;
    const ending = new Promise<null>((resolve) => expiry.signal.addEventListener("abort", () => resolve(null)));
    try {
      for (;;) {
        const next = await Promise.race([pages.next(), ending]);
        if (next === null || next.done) break;
        const { paid, refusal } = await paidFor(next.value, () => access.charge(cost));
        let attempts = 0;
        const results = await untilThere(stopped, async () => {
          const context = renewed();
          const results = await Promise.all(paid.map(async (event) => answer(context, event)));
          access.told.statements += context.levels.statements;
          const away = results.flatMap(({ errors = [] }) => errors.map(awayOf)).find((error) => error !== null);
          if (away && (away.code !== ErrorCode.TIMEOUT || ++attempts < ATTEMPTS)) throw away;
          return results;
        });
        if (results === null) break;
        for (const { data, errors } of results) {
          if (stopped.aborted) break;
          access.told.answers!++;
          yield {
            ...(data !== undefined && { data }),
            ...(errors && { errors: errors.map((one) => this.#told(access, one)) }),
          };
        }
        // what could not be answered is asked for again by a client that goes on from the last number that it has seen
        if (attempts >= ATTEMPTS) return;
        if (refusal !== null) return void (yield this.#refused(access, refusal));
      }
      if (expiry.signal.aborted && !signal.aborted) {
        yield this.#refused(access, expired());
      }
    } catch (error) {
      yield this.#refused(access, error);
    } finally {
      clearTimeout(timer);
      void pages.return?.();
    }
  }

  /** What ends an operation, as its answer: a refusal, or a defect, which is logged and not told. */
  #refused(access: RequestAccess, error: unknown): FormattedExecutionResult {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof GraphQLError) return { errors: [this.#told(access, cause)] };
    const formatted = formatError({ message: "" }, cause, this.options.log);
    access.told.errors.push(String(formatted.extensions?.["code"]));
    return { errors: [formatted] };
  }

  /** An error as Apollo would tell it. */
  #told({ told }: RequestAccess, error: GraphQLError): GraphQLFormattedError {
    const plain = error.toJSON();
    const code = (plain.extensions?.["code"] as string | undefined) ?? "INTERNAL_SERVER_ERROR";
    const formatted = formatError({ ...plain, extensions: { ...plain.extensions, code } }, error, this.options.log);
    told.errors.push(String(formatted.extensions?.["code"]));
    return formatted;
  }
}

/** The events that can be paid for, in order, and why the next one cannot; null where all can. */
async function paidFor(events: FeedPage, charge: () => Promise<void>): Promise<{ paid: FeedPage; refusal: unknown }> {
  for (let count = 0; count < events.length; count++) {
    try {
      await charge();
    } catch (refusal) {
      return { paid: events.slice(0, count), refusal };
    }
  }
  return { paid: events, refusal: null };
}

function expired(): SanadError {
  const message = "the token has expired: sign in again, and go on with the last `seq` seen as `since`";
  return new SanadError(ErrorCode.UNAUTHENTICATED, message);
}

/** The store's absence as the cause of an error; null for any other. */
function awayOf(error: GraphQLError): SanadError | null {
  const cause = unwrapResolverError(error);
  if (!(cause instanceof SanadError)) return null;
  return cause.code === ErrorCode.STORE_UNAVAILABLE || cause.code === ErrorCode.TIMEOUT ? cause : null;
}

function onceOnly(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** A generator of which `return()` is heard also while it waits for what comes next, and even before it has begun. */
function endable<T>(inner: AsyncGenerator<T, undefined>, end: () => void): AsyncGenerator<T, undefined> {
  return {
    async next() {
      const next = await inner.next().catch((error: unknown) => {
        end();
        throw error;
      });
      if (next.done) end();
      return next;
    },
    return(value) {
      end();
      return inner.return(value);
    },
    throw(error) {
      end();
      return inner.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
