import neo4j, { type Driver } from "neo4j-driver";
import { ErrorCode, SanadError } from "../../errors.js";

/** Which database, and how patient to be with it. */
export interface Neo4jOptions {
  /** `bolt://` or `neo4j://` (a cluster's readers and leader are found), with `+s` for TLS, and host and port. */
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  /** The database's name; the server's default one if not given. */
  readonly database?: string;
  /** After how many milliseconds a statement is a TIMEOUT and is ended in the database; 30,000 if not given. */
  readonly timeoutMs?: number;
  /** For how many milliseconds a read, a write that failed for a passing reason is tried again; 3,000 and 15,000 if not given. */
  readonly readRetryMs?: number;
  readonly writeRetryMs?: number;
  /** How many reads the database is given at a time; the others wait, at most as long as a statement may take. 64 if not given. */
  readonly concurrentReads?: number;
}

/** How long, in milliseconds, a connection may take to be made. */
const CONNECT_MS = 5000;

/** A connection that nobody used for this long is tried before it is used: something on the way may have dropped it without a word. */
const IDLE_MS = 60_000;

/** The driver for a database, and its address without what may be secret in the URI. No connection is made yet. */
export function openDriver(
  { uri, username, password }: Pick<Neo4jOptions, "uri" | "username" | "password">,
  poolSize: number,
  timeoutMs: number,
): { readonly driver: Driver; readonly address: string } {
  const address = addressOf(uri);
  const auth = password === undefined ? undefined : neo4j.auth.basic(username ?? "neo4j", password);
  const driver = neo4j.driver(uri, auth, {
    maxConnectionPoolSize: poolSize,
    connectionTimeout: Math.min(CONNECT_MS, timeoutMs),
    // after the statement's own time-out, which says what this is: the driver has no code for it
    connectionAcquisitionTimeout: timeoutMs + CONNECT_MS,
    connectionLivenessCheckTimeout: IDLE_MS,
    // All rows of an answer are wanted, so they are not asked for in parts.
    fetchSize: -1,
    useBigInt: true,
    // What the server notices about statements is for the tests of the statements; nobody reads it here.
    notificationFilter: { minimumSeverityLevel: "OFF" },
    disableAutoCommitRetries: true,
    telemetryDisabled: true,
    userAgent: "sanad",
  });
  return { driver, address };
}

const SCHEMES = ["bolt:", "bolt+s:", "bolt+ssc:", "neo4j:", "neo4j+s:", "neo4j+ssc:"];

function addressOf(uri: string): string {
  let url: URL;
  try {
    url = new URL(uri);
  } catch {
    throw refusal("is no address");
  }
  if (!SCHEMES.includes(url.protocol)) throw refusal(`begins with ${url.protocol}//`);
  if (url.username !== "" || url.password !== "") {
    throw refusal("holds a user; give that in NEO4J_USER and NEO4J_PASSWORD");
  }
  if (url.host === "") throw refusal("names no host");
  return `${url.protocol}//${url.host}`;
}

/** The URI itself is not shown: someone may have put a password in it. */
function refusal(what: string): SanadError {
  const message = `The setting NEO4J_URI ${what}; it is bolt://host:7687 for one server, neo4j://host:7687 for a cluster, with +s for TLS (neo4j+s://).`;
  return new SanadError(ErrorCode.BAD_USER_INPUT, message);
}
