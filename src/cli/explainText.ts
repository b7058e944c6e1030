import type { Choice, Explanation, Step, Things } from "../cypher/explain.js";
import type { Value } from "../cypher/statement.js";
import type { ProfiledStep } from "../store/port.js";
import type { Explained, ExplainedOperation, ExplainedStatement } from "./explained.js";

/** What `sanad explain` prints for people. */
export function explainedText({ engine, statistics, operations }: Explained): string {
  const { source, entities, claims } = statistics;
  const numbers =
    source === "counted"
      ? `the graph has been counted: ${number(entities)} entities, ${number(claims)} claims`
      : "the graph could not be counted: its numbers are assumed";
  return [`Engine: ${engine}; ${numbers}.`, ...operations.map(operationText)].join("\n\n");
}

function operationText({ operation, plans, statements, totals }: ExplainedOperation): string {
  const levels = [...new Set(statements.map(({ level }) => level))];
  const { statements: sent, rows, storeMs, ms } = totals;
  return [
    `== ${operation ?? "an operation without a name"}`,
    ...plans.map(({ statement, ...plan }, index) => {
      const like = plans.slice(0, index).find((earlier) => sameWay(earlier, plan));
      return like
        ? `Plan of ${statement}: as that of ${like.statement}${plan.rows ? "" : ", and counted"}.`
        : planText(statement, plan);
    }),
    ...levels.map((level) =>
      [`Level ${level}`, ...statements.filter((one) => one.level === level).map(statementText)].join("\n"),
    ),
    `${plural(sent, "statement")} on ${plural(levels.length, "level")}, ${plural(rows, "row")}: ${time(storeMs)} in the store, ${time(ms)} in all.`,
  ].join("\n\n");
}

function sameWay(one: Explanation, other: Explanation): boolean {
  return (
    JSON.stringify([one.choices, one.steps, one.moment]) === JSON.stringify([other.choices, other.steps, other.moment])
  );
}

/** The plan of a statement in words. */
export function planText(statement: string, plan: Explanation): string {
  const { finds, meets, moment, statistics, choices, steps, rows } = plan;
  const lines = [
    `Plan of ${statement}`,
    `  Finds: ${thingsText(finds)}${meets === "anything" ? "" : ` where ${meets}`}`,
  ];
  if (moment.validAt) lines.push(`  Valid: ${moment.validAt.from} to ${moment.validAt.to}`);
  if (moment.knownAt !== null) lines.push(`  Known: at ${moment.knownAt}`);
  lines.push(`  Where to begin, by ${statistics} numbers (found: about how many; cost: about how much is looked at):`);
  // that a thing can be sought by all of its kind, or by the one condition that it has, is no choice
  for (const choice of choices.filter((one, index) => index === 0 || one.ends.length > 2))
    lines.push(...choiceText(choice));
  lines.push("  Steps:");
  const last = rows ? [...waysText(rows, finds), orderText(rows), cutText(rows)] : ["Count them."];
  lines.push(...numbered([...steps.map(stepText), ...last.map((line) => [line])], "    "));
  return lines.join("\n");
}

function choiceText({ of, ends }: Choice): string[] {
  return [
    `    for ${thingsText(of)}`,
    `      ${"found".padStart(9)} ${"cost".padStart(9)}`,
    ...ends.map(({ way, found, cost, chosen }) => {
      const numbers = `${number(found).padStart(9)} ${number(cost).padStart(9)}`;
      return `    ${chosen ? "->" : "  "}${numbers}  ${wayText(way)}`;
    }),
  ];
}

function wayText(way: readonly Step[]): string {
  return way
    .map((step) => {
      if (step.do === "walk") return `-[${step.along}]- ${shortText(step.to)}`;
      if (step.do === "unite")
        return `(${step.branches.map((branch) => wayText(branch.filter((one) => one.do !== "try"))).join(") and (")})`;
      if (step.do === "try") return "";
      return step.by === null ? `all ${thingsText(step.at)}` : `${shortText(step.at)} with ${step.by}`;
    })
    .join(" ");
}

/** A step in words, and beneath it the lines of the steps that are in it. */
function stepText(step: Step): string[] {
  switch (step.do) {
    case "begin": {
      const { at, by, through } = step;
      if (by === null) return [`Begin with all ${thingsText(at)}.`];
      const how = through === "index" ? "found through an index" : "found by looking at every name";
      return [`Begin with the ${thingsText(at)} with ${by}, ${how}.`];
    }
    case "unite":
      return [
        "Unite what these find, each once:",
        ...step.branches.flatMap((branch, index) =>
          numbered(branch.map(stepText), "   ", `${String.fromCharCode(97 + (index % 26))}`),
        ),
      ];
    case "walk":
      return [`Walk back along ${step.along} to ${thingsText(step.to)}, each once.`];
    case "try":
      return [
        step.how === "properties"
          ? `Keep the ${thingsText(step.on)} with ${step.condition}.`
          : `On each of the ${thingsText(step.on)}, search for ${step.condition}; keep those where that holds.`,
      ];
  }
}

function numbered(steps: readonly (readonly string[])[], indent: string, prefix = ""): string[] {
  return steps.flatMap(([first, ...more], index) => [
    `${indent}${prefix}${index + 1}. ${first}`,
    ...more.map((line) => `${indent}${line}`),
  ]);
}

function waysText({ mostWays }: NonNullable<Explanation["rows"]>, finds: Things): readonly string[] {
  if (mostWays === null) return [];
  return [
    `Where that are more than ${number(mostWays)} edges, look first at the ${thingsText(finds)} in their order: at so many of them as should make a page.`,
  ];
}

function orderText({ order }: NonNullable<Explanation["rows"]>): string {
  const keys = order.map(({ by, direction }) => `${by}${direction === "DESC" ? " descending" : ""}`);
  return `Order by ${keys.join(", then ")}.`;
}

function cutText({ limit, last, after, before }: NonNullable<Explanation["rows"]>): string {
  const beyond = [...(after ? ["after the cursor"] : []), ...(before ? ["before the cursor"] : [])].join(" and ");
  const most = `at most ${number(limit)}, one more than the page, which tells whether there are more`;
  return `Take the ${last ? "last" : "first"}${beyond && ` ${beyond}`}, ${most}.`;
}

function thingsText(things: Things): string {
  if ("claims" in things) return things.claims === null ? "claims" : `${things.claims} claims`;
  return things.entities === null ? "entities of every kind" : `entities of kind ${things.entities}`;
}

function shortText(things: Things): string {
  if ("claims" in things) return thingsText(things);
  return things.entities ?? "entities";
}

function statementText({ name, text, params, rows, ms, profile }: ExplainedStatement): string {
  return [
    `  ${name}: ${rows === null ? "failed" : plural(rows, "row")}, ${time(ms)}`,
    ...text.split("\n").map((line) => `    ${line}`),
    ...paramLines("$", params).map((line) => `      ${line}`),
    ...(profile === undefined
      ? []
      : profile === null
        ? ["    This engine does not tell what it does."]
        : profileLines(profile)),
  ].join("\n");
}

/** `$p.v0 = ["h100"]`, a line each. */
function paramLines(prefix: string, params: Readonly<Record<string, Value>>): string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? paramLines(`${prefix}${name}.`, value as Readonly<Record<string, Value>>)
      : [`${prefix}${name} = ${valueText(value)}`],
  );
}

const LONGEST_LIST = 5;
const LONGEST_TEXT = 100;

/** As JSON, with long lists and long texts shortened. */
function valueText(value: Value): string {
  if (Array.isArray(value)) {
    const list = value as readonly Value[];
    const shown = list.slice(0, LONGEST_LIST).map(valueText);
    return `[${[...shown, ...(list.length > shown.length ? [`${list.length - shown.length} more`] : [])].join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${valueText(inner)}`)
      .join(", ")} }`;
  }
  return JSON.stringify(typeof value === "string" ? shortened(value) : value);
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${[...text].slice(0, LONGEST_TEXT).join("")}…` : text;
}

/** The engine's steps as a table, the last first, as engines show them; those whose rows a step takes stand beneath it. */
function profileLines(root: ProfiledStep): string[] {
  const rows: { readonly step: ProfiledStep; readonly depth: number }[] = [];
  const walk = (step: ProfiledStep, depth: number): void => {
    rows.push({ step, depth });
    for (const inner of step.from) walk(inner, depth + 1);
  };
  walk(root, 0);
  const columns = COLUMNS.filter(({ of }) => rows.some(({ step }) => of(step) !== null));
  const line = (cells: readonly string[], operator: string) =>
    `      ${cells.map((cell) => cell.padStart(9)).join("")}  ${operator}`;
  return [
    line(
      columns.map(({ title }) => title),
      "step",
    ),
    ...rows.map(({ step, depth }) => {
      const detail = shortened(step.detail.replace(/\s+/gu, " "));
      const cells = columns.map(({ of }) => of(step) ?? "");
      return line(cells, `${" ".repeat(depth)}${step.operator}${detail && ` ${detail}`}`);
    }),
  ];
}

const COLUMNS: readonly { readonly title: string; readonly of: (step: ProfiledStep) => string | null }[] = [
  { title: "rows", of: ({ rows }) => number(rows) },
  { title: "db hits", of: ({ hits }) => (hits === null ? null : number(hits)) },
  { title: "ms", of: ({ ms }) => (ms === null ? null : ms.toFixed(2)) },
];

/** Whole, or with one digit more where it is small: `0.4`, `12`, `38,300`. */
function number(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 1 : 0 });
}

function plural(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? "" : "s"}`;
}

function time(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
