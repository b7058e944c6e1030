import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ErrorCode, SanadError } from "./errors.js";

/** The project's own folder, in which its ontology, its seeds and its built playground lie. */
export const PROJECT_FOLDER = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What the program is told by its environment; see the README's table. */
export interface Config {
  /** Where it listens; port 0 takes any that is free. */
  readonly host: string;
  readonly port: number;
  /** The embedded store's folder. */
  readonly dataFolder: string;
  readonly ontologyFile: string;
  readonly seedsFolder: string;
  readonly playgroundFolder: string;
  /** What the build has written for the explorer's pages. */
  readonly pagesFolder: string;
  readonly logLevel: string;
  /** Where the metrics are served; null for nowhere. */
  readonly metricsPort: number | null;
  /** How many subscriptions may be open at once. */
  readonly maxSubscriptions: number;
  /** The name under which spans are sent, where the settings say where to; else null. */
  readonly tracedAs: string | null;
  /** The address of the Neo4j server to use in place of the embedded store; null where none is given. */
  readonly neo4jUri: string | null;
  /** As whom to speak to a Neo4j server, and with which of its databases. */
  readonly neo4jLogin: {
    readonly username: string;
    /** Undefined for a server that asks for none. */
    readonly password: string | undefined;
    /** The server's default one where it is undefined. */
    readonly database: string | undefined;
  };
  /** Whose tokens are trusted; without an address of keys, those of the key in the data folder. */
  readonly tokens: {
    readonly jwksUri: string | null;
    /** Null: that of the local key, or with an address of keys, any. */
    readonly issuer: string | null;
    readonly audience: string;
  };
  /** Who may read: everyone, or only those whose token has a role. */
  readonly readers: "everyone" | "known";
  /** What one subject or address may spend a minute, in cost; 0: without limit. */
  readonly rateLimit: number;
  /** How many proxies stand before the server, each of which adds to X-Forwarded-For. */
  readonly proxies: number;
  /** How many bytes the answers may take that are kept to be given again; 0: none is kept. */
  readonly responseCache: number;
  /** For how many seconds whoever asks without a token may take an answer for the present one. */
  readonly cacheMaxAge: number;
  /** The file or folder whose operations alone are answered; null: any are. */
  readonly operationsList: string | null;
  /** The address under which the server is reached from outside, with a slash at its end; null: as each request has it. */
  readonly publicUrl: string | null;
}

/** The address under which what is in the graph is named where no request says it, with a slash at its end. */
export function baseAddress({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string {
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

/**
 * How many megabytes of answers are kept on the embedded store, where it is known in which state the graph is without a question to the store. A Neo4j server must be asked before each answer,
 * so there none are kept unless it is wanted.
 */
const RESPONSE_CACHE = 64;
const MEGABYTE = 1024 * 1024;

/** Far more than people and programs that ask one thing after the other spend; `docs/access.md` says how it was chosen. */
const RATE_LIMIT = 30_000_000;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** A whole number from 0. */
const amount = z
  .string()
  .regex(/^\d{1,15}$/u, "is no whole number from 0")
  .transform(Number);
const port = z
  .string()
  .regex(/^\d+$/u, "is no port; it is a whole number from 0 to 65535")
  .transform(Number)
  .refine((given) => given <= 65535, "is no port; it is a whole number from 0 to 65535");

const settings = z.object({
  PORT: port.default(4000),
  HOST: z.string().default("127.0.0.1"),
  SANAD_DATA: z.string().default("data"),
  SANAD_ONTOLOGY: z.string().default(path.join(PROJECT_FOLDER, "schema", "ontology.yaml")),
  SANAD_SEEDS: z.string().default(path.join(PROJECT_FOLDER, "seeds", "musk-ai-compute")),
  NEO4J_URI: z.string().optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  SANAD_JWKS_URI: z.url({ protocol: /^https?$/u, error: "is no address that begins with https://" }).optional(),
  SANAD_JWT_ISSUER: z.string().optional(),
  SANAD_JWT_AUDIENCE: z.string().default("sanad"),
  SANAD_READERS: z.enum(["everyone", "known"], "is neither everyone nor known").default("everyone"),
  SANAD_RATE_LIMIT: amount.default(RATE_LIMIT),
  SANAD_TRUST_PROXY: amount.default(0),
  SANAD_RESPONSE_CACHE: z
    .string()
    .regex(/^\d{1,6}$/u, "is no number of megabytes; it is a whole number from 0 to 999999")
    .transform(Number)
    .optional(),
  SANAD_CACHE_MAX_AGE: z
    .string()
    .regex(/^\d{1,8}$/u, "is no number of seconds; it is a whole number from 0 to 99999999")
    .transform(Number)
    .default(0),
  SANAD_OPERATIONS: z.enum(["any", "only"], "is neither any nor only").default("any"),
  SANAD_OPERATIONS_LIST: z.string().default(path.join(PROJECT_FOLDER, "schema", "operations")),
  SANAD_PUBLIC_URL: z
    .url({ protocol: /^https?$/u, error: "is no address that begins with https:// or http://" })
    .refine((given) => !/[?#@]/u.test(given), "has a query, a fragment or a user, which it is to be without")
    .transform((given) => given.replace(/\/*$/u, "/"))
    .optional(),
  SANAD_METRICS_PORT: port.optional(),
  SANAD_SUBSCRIPTIONS: z
    .string()
    .regex(/^\d{1,6}$/u, "is no number of subscriptions; it is a whole number from 0 to 999999")
    .transform(Number)
    .default(1000),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
  OTEL_SERVICE_NAME: z.string().default("sanad"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(", ")}`).default("info"),
});

/**
 * Reads the settings. An empty one counts as unset.
 * Throws BAD_USER_INPUT with each setting that cannot be used, and why; values are shown for settings that are no secrets.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = settings.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map(({ path: [name], message }) => {
      return `the setting ${String(name)} (${JSON.stringify(given[String(name)])}) ${message}`;
    });
    throw new SanadError(ErrorCode.BAD_USER_INPUT, faults.join("; "));
  }
  const { PORT, HOST, SANAD_DATA, SANAD_ONTOLOGY, SANAD_SEEDS, LOG_LEVEL } = result.data;
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SERVICE_NAME } = result.data;
  const isTraced = (OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined;
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = result.data;
  const { SANAD_OPERATIONS, SANAD_OPERATIONS_LIST } = result.data;
  return {
    host: HOST,
    port: PORT,
    dataFolder: path.resolve(SANAD_DATA),
    ontologyFile: path.resolve(SANAD_ONTOLOGY),
    seedsFolder: path.resolve(SANAD_SEEDS),
    playgroundFolder: path.join(PROJECT_FOLDER, "dist", "playground"),
    pagesFolder: path.join(PROJECT_FOLDER, "dist", "pages"),
    logLevel: LOG_LEVEL,
    metricsPort: result.data.SANAD_METRICS_PORT ?? null,
    maxSubscriptions: result.data.SANAD_SUBSCRIPTIONS,
    tracedAs: isTraced ? OTEL_SERVICE_NAME : null,
    neo4jUri: NEO4J_URI ?? null,
    neo4jLogin: { username: NEO4J_USER, password: NEO4J_PASSWORD, database: NEO4J_DATABASE },
    tokens: {
      jwksUri: result.data.SANAD_JWKS_URI ?? null,
      issuer: result.data.SANAD_JWT_ISSUER ?? null,
      audience: result.data.SANAD_JWT_AUDIENCE,
    },
    readers: result.data.SANAD_READERS,
    rateLimit: result.data.SANAD_RATE_LIMIT,
    proxies: result.data.SANAD_TRUST_PROXY,
    publicUrl: result.data.SANAD_PUBLIC_URL ?? null,
    responseCache: (result.data.SANAD_RESPONSE_CACHE ?? (NEO4J_URI === undefined ? RESPONSE_CACHE : 0)) * MEGABYTE,
    cacheMaxAge: result.data.SANAD_CACHE_MAX_AGE,
    operationsList: SANAD_OPERATIONS === "only" ? path.resolve(SANAD_OPERATIONS_LIST) : null,
  };
}
