import { ErrorCode, SanadError } from "../../errors.js";
import { unavailable } from "../refusals.js";

/**
 * What a failed statement or commit means, by the engine's own codes (stable, https://grafeo.dev/error-codes/); what is not here is INTERNAL.
 * Only where one code covers several failures is the text looked at as well.
 */
const MEANINGS: readonly { readonly when: RegExp; readonly code: ErrorCode; readonly meaning: string }[] = [
  {
    when: /^GRAFEO-V001: Invalid value: Constraint violation: UNIQUE/,
    code: ErrorCode.CONFLICT,
    meaning: "would give a second node the same unique key",
  },
  { when: /^GRAFEO-T00[156]/, code: ErrorCode.CONFLICT, meaning: "met another write" },
  {
    when: /^GRAFEO-Q002.*plan depth limit/s,
    code: ErrorCode.TOO_COMPLEX,
    meaning: "has more parts than the database plans",
  },
  { when: /^GRAFEO-(Q003|T002)/, code: ErrorCode.TIMEOUT, meaning: "took longer than the database allows" },
  { when: /^GRAFEO-T007/, code: ErrorCode.STORE_UNAVAILABLE, meaning: "came after the database was closed" },
  {
    when: /^GRAFEO-T0(08|10|11)/,
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: "was refused, for an earlier commit did not complete and the server must be restarted",
  },
  {
    when: /^GRAFEO-(T009|S\d{3}|X003)/,
    code: ErrorCode.STORE_UNAVAILABLE,
    meaning: "could not be stored: the disk is full or fails",
  },
];

/**
 * The error for a statement or commit that the engine refused. The message says which one and what it met, never a parameter's value;
 * the engine's own error, which may quote values, is the `cause`.
 * @param subject the sentence's subject: `The statement claims.byId`
 */
export function statementError(subject: string, cause: unknown): SanadError {
  const text = textOf(cause).replace(/^.*?(?=GRAFEO-)/s, "");
  const known = MEANINGS.find(({ when }) => when.test(text));
  const code = known?.code ?? ErrorCode.INTERNAL;
  return new SanadError(code, `${subject} ${known?.meaning ?? "was refused by the database"}.`, [], { cause });
}

/** The error for a folder whose database the engine does not open: STORE_UNAVAILABLE, in one sentence for the operator. */
export function openError(folder: string, cause: unknown): SanadError {
  const text = textOf(cause);
  if (isInUse(cause)) {
    return unavailable(
      `The data folder ${folder} is in use by another process: stop that one, or choose another folder.`,
      cause,
    );
  }
  const system = SYSTEM_ERRORS[Number(/\(os error (\d+)\)/.exec(text)?.[1])];
  if (system !== undefined) return cannotUse(folder, { code: system, cause });
  if (/GRAFEO-(S002|S003|X002)/.test(text)) {
    return damaged(folder, `its ${/\.grafeo\.wal\b/.test(text) ? "log" : "database"} cannot be read`, cause);
  }
  return unavailable(`The database in the data folder ${folder} cannot be opened: ${firstLine(text)}`, cause);
}

/** Whether the engine does not open a folder because another process has it open. */
export function isInUse(error: unknown): boolean {
  return textOf(error instanceof SanadError ? error.cause : error).includes("cannot be locked");
}

/** The error for a folder whose contents are not whole: what is wrong with them, and what to do about it. */
export function damaged(
  folder: string,
  what: string,
  cause?: unknown,
  advice = "restore it from a backup (`sanad restore <backup> --replace`), or choose another folder",
): SanadError {
  return unavailable(`The data folder ${folder} is damaged (${what}): ${advice}.`, cause);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: "a part of its path is a file, not a folder",
  ENOENT: "it is not there and cannot be made",
  EACCES: "this user may not read and write it",
  EPERM: "this user may not read and write it",
  EROFS: "it lies on a read-only disk",
  ENOSPC: "the disk is full",
};

/** The engine tells the system's errors by their numbers, which are these on Linux and macOS. */
const SYSTEM_ERRORS: Readonly<Record<number, string>> = { 1: "EPERM", 13: "EACCES", 28: "ENOSPC", 30: "EROFS" };

/** The error for a folder with which the system does not let one work, by its code. */
export function cannotUse(folder: string, error: unknown, reason?: string): SanadError {
  const code = codeOf(error);
  const advice = code === "ENOSPC" ? "make room on it" : "choose a folder that can be read and written";
  return unavailable(`The data folder ${folder} cannot be used: ${reason ?? REASONS[code] ?? code}; ${advice}.`, error);
}

/** The error for a file that the system does not let one write, by its code. */
export function cannotWrite(file: string, error: unknown): SanadError {
  return unavailable(`The file ${file} cannot be written: ${REASONS[codeOf(error)] ?? codeOf(error)}.`, error);
}

/** The system's code of an error: `ENOENT`. */
export function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").replace(/^.*GRAFEO-\w+: /, "");
}
