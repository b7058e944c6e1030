import { ErrorCode, SanadError } from "../../errors.js";

/** How the engine words the failures that mean something to a client. Its codes are too coarse alone, so these few texts are matched here and nowhere else. */
const MEANINGS: readonly { readonly pattern: RegExp; readonly code: ErrorCode; readonly meaning: string }[] = [
  { pattern: /UNIQUE constraint/i, code: ErrorCode.CONFLICT, meaning: "would give a second node the same unique key" },
  { pattern: /GRAFEO-T\d+/, code: ErrorCode.CONFLICT, meaning: "met another write" },
  { pattern: /time(d )?[ -]?out/i, code: ErrorCode.TIMEOUT, meaning: "took longer than the engine allows" },
];

/**
 * The error of a statement that the engine refused. The message names the statement and what happened, never a parameter's value;
 * the engine's own error, which may quote values, is the `cause`.
 */
export function statementError(name: string, cause: unknown): SanadError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const known = MEANINGS.find(({ pattern }) => pattern.test(text));
  return new SanadError(
    known?.code ?? ErrorCode.INTERNAL,
    `The statement ${name} ${known?.meaning ?? "was refused by the database"}.`,
    [],
    { cause },
  );
}
