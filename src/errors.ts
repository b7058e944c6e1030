/**
 * The error codes that clients can rely on; they stand in `extensions.code`, beside GraphQL's and Apollo's own.
 * Clients match on the code, never on the message.
 */
export enum ErrorCode {
  BAD_USER_INPUT = "BAD_USER_INPUT",
  NOT_FOUND = "NOT_FOUND",
  UNAUTHENTICATED = "UNAUTHENTICATED",
  FORBIDDEN = "FORBIDDEN",
  CONFLICT = "CONFLICT",
  TOO_COMPLEX = "TOO_COMPLEX",
  RATE_LIMITED = "RATE_LIMITED",
  TIMEOUT = "TIMEOUT",
  STORE_UNAVAILABLE = "STORE_UNAVAILABLE",
  NOT_IMPLEMENTED = "NOT_IMPLEMENTED",
  INTERNAL = "INTERNAL",
}

/** One fault of an input: what is wrong, where, and what may have been meant. */
export interface Problem {
  /** A stable word for the kind of fault, such as `UNKNOWN_PREDICATE`. */
  code: string;
  /** A sentence for people: names what is wrong and, where known, what was meant. */
  message: string;
  /** Where in the input: keys and indexes, outermost first. */
  path: readonly (string | number)[];
  /** Names that may have been meant, nearest first. */
  suggestions: readonly string[];
}

/** An error whose message is meant for the client or the operator. Anything else that is thrown is a defect and is reported as INTERNAL. */
export class SanadError extends Error {
  override readonly name = "SanadError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
