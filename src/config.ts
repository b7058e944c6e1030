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
  readonly logLevel: string;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/u, "is no port; it is a whole number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65535, "is no port; it is a whole number from 0 to 65535")
    .default(4000),
  HOST: z.string().default("127.0.0.1"),
  SANAD_DATA: z.string().default("data"),
  SANAD_ONTOLOGY: z.string().default(path.join(PROJECT_FOLDER, "schema", "ontology.yaml")),
  SANAD_SEEDS: z.string().default(path.join(PROJECT_FOLDER, "seeds", "musk-ai-compute")),
  NEO4J_URI: z.undefined("is set, and this version has the embedded store only; unset it").optional(),
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
      const shown = name === "NEO4J_URI" ? "" : ` (${JSON.stringify(given[String(name)])})`;
      return `the setting ${String(name)}${shown} ${message}`;
    });
    throw new SanadError(ErrorCode.BAD_USER_INPUT, faults.join("; "));
  }
  const { PORT, HOST, SANAD_DATA, SANAD_ONTOLOGY, SANAD_SEEDS, LOG_LEVEL } = result.data;
  return {
    host: HOST,
    port: PORT,
    dataFolder: path.resolve(SANAD_DATA),
    ontologyFile: path.resolve(SANAD_ONTOLOGY),
    seedsFolder: path.resolve(SANAD_SEEDS),
    playgroundFolder: path.join(PROJECT_FOLDER, "dist", "playground"),
    logLevel: LOG_LEVEL,
  };
}
