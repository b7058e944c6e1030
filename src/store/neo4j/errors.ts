import neo4j, { Neo4jError } from "neo4j-driver";
import { ErrorCode, SanadError } from "../../errors.js";

/** Where the database is, for sentences: the URI without what may be secret in it, and the database's name, or null for the server's default. */
export interface Place {
  readonly address: string;
  readonly database: string | null;
}

/** The driver's code for a connection that breaks while it logs in, as when the server is killed just then. */
const BROKEN_LOGIN = "ProtocolError";

const NO_BOOKMARK = "was given a bookmark that is none of this database's; leave it out";

interface Meaning {
  /** Whole codes, or families of them ending with a dot. */
  readonly codes: readonly string[];
  readonly code: ErrorCode;
  readonly meaning: (place: Place) => string;
}

/**
 * What a failure means, by the driver's and the server's own codes (https://neo4j.com/docs/status-codes/current/errors/all-errors/): the
 * first line that fits. What is not here is INTERNAL.
 */
const MEANINGS: readonly Meaning[] = [
  {
    codes: ["Neo.ClientError.Schema.ConstraintValidationFailed"],
    code: ErrorCode.CONFLICT,
    meaning: () => "would give a second node the same unique key",
  },
  {
    codes: [
      "Neo.TransientError.Transaction.DeadlockDetected",
      "Neo.TransientError.Transaction.LockAcquisitionTimeout",
      "Neo.ClientError.Transaction.LockAcquisitionTimeout",
      "Neo.TransientError.Transaction.Outdated",
    ],
    code: ErrorCode.CONFLICT,
    meaning: () => "met another write",
  },
  {
    codes: [
      "Neo.ClientError.Transaction.TransactionTimedOut",
      "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    ],
    code: ErrorCode.TIMEOUT,
    meaning: () => "took longer than the database allows",
  },
  {
    codes: ["Neo.TransientError.Transaction.BookmarkTimeout"],
    code: ErrorCode.TIMEOUT,
    meaning: ({ address }) => `waited too long for writes that the Neo4j server at ${address} has not seen yet`,
  },
  {
    codes: ["Neo.ClientError.Transaction.InvalidBookmark", "Neo.ClientError.Transaction.InvalidBookmarkMixture"],
    code: ErrorCode.BAD_USER_INPUT,
    meaning: () => NO_BOOKMARK,
  },
  {
    codes: ["Neo.ClientError.Statement.AccessMode"],
    code: ErrorCode.INTERNAL,
    meaning: () => "writes, but was sent as a reading one",
  },
  {
    codes: [
      "Neo.ClientError.Security.Unauthorized",
      "Neo.ClientError.Security.AuthenticationRateLimit",
      "Neo.ClientError.Security.CredentialsExpired",
      "Neo.ClientError.Security.TokenExpired",
      "Neo.ClientError.Security.MissingPassword",
    ],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address }) =>
      `could not be run: the Neo4j server at ${address} refuses the user or the password; set NEO4J_USER and NEO4J_PASSWORD to those of an active user`,
  },
  {
    codes: ["Neo.ClientError.Database.DatabaseNotFound"],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address, database }) =>
      `could not be run: the Neo4j server at ${address} has no database ${database === null ? "to begin with" : `named ${database}`}; set NEO4J_DATABASE to one that it has`,
  },
  {
    codes: ["Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address }) =>
      `could not be written through ${address}, which only reads; give a cluster's address as neo4j:// in NEO4J_URI`,
  },
  {
    codes: [
      "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
      "Neo.TransientError.General.TransactionOutOfMemoryError",
      "Neo.TransientError.General.OutOfMemoryError",
    ],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address }) => `needs more memory than the Neo4j server at ${address} has for it`,
  },
  {
    codes: ["ServiceUnavailable", "SessionExpired", BROKEN_LOGIN],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address }) => `could not be run: the Neo4j server at ${address} does not answer`,
  },
  {
    codes: [
      "Neo.TransientError.",
      "Neo.ClientError.Transaction.Terminated",
      "Neo.ClientError.Transaction.LockClientStopped",
      "Neo.ClientError.Security.AuthorizationExpired",
      "Neo.DatabaseError.Database.",
      "Neo.DatabaseError.General.StorageDamageDetected",
    ],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address }) => `could not be run: the Neo4j server at ${address} is not ready for it`,
  },
  {
    codes: ["Neo.ClientError.Security."],
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: ({ address }) =>
      `could not be run: the Neo4j server at ${address} does not let the user of NEO4J_USER do it; give that user the right to read, write, and make constraints and indexes`,
  },
];

/**
 * The error for a statement or commit that failed. The message says which one and what it met, never a parameter's value; the driver's own
 * error, which may quote values, is the `cause`.
 * @param subject the sentence's subject: `The statement claims.byId`
 */
export function statementError(subject: string, place: Place, cause: unknown): SanadError {
  if (cause instanceof SanadError) return cause;
  const own = codeOf(cause);
  const known = MEANINGS.find(({ codes }) =>
    codes.some((code) => (code.endsWith(".") ? own.startsWith(code) : own === code)),
  );
  const meaning = known?.meaning(place) ?? "was refused by the database";
  return new SanadError(known?.code ?? ErrorCode.INTERNAL, `${subject} ${meaning}.`, [], { cause });
}

/** The prefix of a bookmark, of which the server cuts off so many characters without looking: of a shorter one it makes a failure of its own. */
const SHORTEST_BOOKMARK = "FB:".length;

/** Refuses, with the error that the server's refusal is, bookmarks that are too short for the server to read. */
export function refuseShortBookmarks(subject: string, bookmarks: readonly string[] = []): void {
  if (bookmarks.every(({ length }) => length >= SHORTEST_BOOKMARK)) return;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, `${subject} ${NO_BOOKMARK}.`);
}

/** Whether another try may go well: by the driver's own judgement, and where it could not log in to the end, which it takes for lasting. */
export function isPassing(error: unknown): boolean {
  return neo4j.isRetryableError(error) || codeOf(error) === BROKEN_LOGIN;
}

/** Whether a failure is one that the driver has told of, its own or the server's. */
export function isOfDriver(error: unknown): error is Neo4jError {
  return error instanceof Neo4jError;
}

/** The driver's or the server's code of a failure; empty where it has none. */
export function codeOf(error: unknown): string {
  return isOfDriver(error) ? error.code : "";
}
