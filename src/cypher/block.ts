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

  add(line: string, ...bound: readonly string[]): void {
    this.lines.push(line);
    this.vars.push(...bound);
  }

  /** Goes on with the rows of which this holds; right after a MATCH it is part of that. */
  keep(holds: string): void {
    if (holds === "") return;
    const last = this.lines.at(-1) ?? "";
    const match = last.lastIndexOf("MATCH ");
    if (match < 0 || !/^(MATCH|UNWIND)/u.test(last)) this.add(`WITH ${this.vars.join(", ")} WHERE ${holds}`);
    else this.lines[this.lines.length - 1] = `${last} ${last.includes(" WHERE ", match) ? "AND" : "WHERE"} ${holds}`;
  }

  /** Goes on with these variables only. */
  only(...vars: readonly string[]): void {
    this.vars.splice(0, this.vars.length, ...vars);
  }

  /** Goes on with this variable only, each of its values once. */
  distinct(variable: string): void {
    this.add(`WITH DISTINCT ${variable}`);
    this.only(variable);
  }
}
