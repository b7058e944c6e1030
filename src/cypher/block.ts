/**
 * Stands, in a list of variables, for those that a statement binds before all else and keeps to its end. Which these are is known only when all is
 * written: {@link withCarried} puts them in.
 */
export const CARRIED = "\u0001";

/** A statement's text with the variables that it carries, before each list of others. */
export function withCarried(text: string, carried: readonly string[]): string {
  return text
    .replaceAll(`${CARRIED})`, `${carried.join(", ")})`)
    .replaceAll(CARRIED, carried.map((variable) => `${variable}, `).join(""));
}

/** Clauses being written, with the variables that are bound by them: a WITH must name each that is to be kept. */
export class Block {
  constructor(
    readonly lines: string[] = [],
    readonly vars: string[] = [],
  ) {}

  /** On one line, for a subquery. */
  get text(): string {
    return this.lines.join(" ");
  }

  /** All variables that go on, as a WITH names them. */
  get all(): string {
    return CARRIED + this.vars.join(", ");
  }

  add(line: string, ...bound: readonly string[]): void {
    this.lines.push(line);
    this.vars.push(...bound);
  }

  /** Goes on with the rows of which this holds; right after a MATCH it is part of that. */
  keep(holds: string): void {
    if (holds === "") return;
    const last = this.lines.at(-1) ?? "";
    const match = last.lastIndexOf("MATCH ");
    if (match < 0 || !/^(MATCH|UNWIND)/u.test(last)) this.add(`WITH ${this.all} WHERE ${holds}`);
    else this.lines[this.lines.length - 1] = `${last} ${last.includes(" WHERE ", match) ? "AND" : "WHERE"} ${holds}`;
  }

  /** Goes on with these variables only. */
  only(...vars: readonly string[]): void {
    this.vars.splice(0, this.vars.length, ...vars);
  }

  /** Goes on with this variable only, each of its values once. */
  distinct(variable: string): void {
    this.add(`WITH DISTINCT ${CARRIED}${variable}`);
    this.only(variable);
  }
}
