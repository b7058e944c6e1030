import { describePath, type Path } from "../../cypher/refusal.js";
import { ErrorCode, SanadError, type Problem } from "../../errors.js";
import { didYouMean } from "../../ontology/suggest.js";

/** Every fault of an input, gathered, so that whoever sent it can mend them all at once. */
export class Problems {
  readonly found: Problem[] = [];

  /** `message` is a sentence that follows the place. */
  add(code: string, message: string, path: Path, suggestions: readonly string[] = []): void {
    const whole = `${describePath(path)}: ${message}${didYouMean(suggestions)}`;
    this.found.push({ code, message: whole, path, suggestions });
  }

  /** Throws BAD_USER_INPUT with all that was found; nothing where nothing was. */
  refuse(): void {
    const [first, ...others] = this.found;
    if (!first) return;
    const more = others.length === 0 ? "" : ` (and ${others.length} more: see \`problems\`)`;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `${first.message}${more}`, this.found);
  }
}

/** Refuses a reason that says nothing: the history is for those who come later. */
export function checkReason(problems: Problems, reason: string): void {
  if (reason.trim() === "") problems.add("NO_REASON", "say why; it is kept in the history", ["reason"]);
}
