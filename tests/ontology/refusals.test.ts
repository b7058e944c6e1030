import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ErrorCode, SanadError } from "../../src/errors.js";
import { loadOntology, parseOntology } from "../../src/ontology/load.js";
import { useTemporaryFolder } from "../store/temporaryFolder.js";
import { makeFaulty, readCases } from "./faultCases.js";
import { GOOD } from "./goodOntology.js";

function refusalOf(load: () => unknown): SanadError {
  try {
    load();
  } catch (error) {
    if (error instanceof SanadError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe.each(["form", "names", "predicates"])("what is wrong in the %s is refused with its line:", (group) => {
  test.each(readCases(`tests/ontology/refused/${group}.txt`))("$title", ({ changes, message }) => {
    const { text, line } = makeFaulty(GOOD, changes);
    const refusal = refusalOf(() => parseOntology(text, "onto.yaml"));
    expect(refusal.code).toBe(ErrorCode.BAD_USER_INPUT);
    expect(refusal.message.split("\n")).toEqual(["the ontology is refused:", `onto.yaml:${line}: ${message}`]);
    expect(refusal.problems).toHaveLength(1);
  });
});

test("an ontology without a fault is not refused", () => {
  expect([...parseOntology(GOOD, "onto.yaml").predicates.keys()]).toEqual([
    "COPIED_BY",
    "LEAVES",
    "COLOPHON",
    "COPIED_IN",
  ]);
});

test.each(["", "# only a comment\n", "---\n"])("a file with nothing in it is refused: %j", (text) => {
  expect(refusalOf(() => parseOntology(text, "onto.yaml")).message).toBe(
    "the ontology is refused:\nonto.yaml:1: the file is empty",
  );
});

test("several faults are all listed, in the file's order, with what may have been meant", () => {
  const faults = [
    ["[SCRIBE]", "[SCRIBER]"],
    ['en: "{amount} folios"', "en: folios"],
    ["field: scribes", "field: manuscripts"],
    ["field: colophon", "field: leaves"],
    ["{ de: Umfang, en: extent }", "{ de: Umfang }"],
  ] as const;
  const text = faults.reduce((so, [from, to]) => so.replace(from, to), GOOD);
  const { message, problems } = refusalOf(() => parseOntology(text, "onto.yaml"));
  expect(message).toMatchInlineSnapshot(`
    "the ontology is refused:
    onto.yaml:8: folio: the format does not name {amount}
    onto.yaml:24: the field manuscripts of SCRIBE is also that of MANUSCRIPT
    onto.yaml:39: COPIED_BY: there is no kind "SCRIBER"; did you mean "SCRIBE"?
    onto.yaml:47: predicates.LEAVES.label has no text in "en"
    onto.yaml:60: the field leaves of COLOPHON is also LEAVES.field; a field means one thing on every kind"
  `);
  expect(problems.map(({ code, suggestions }) => [code, suggestions])).toEqual([
    ["WRONG_TEMPLATE", []],
    ["NAME_TWICE", []],
    ["UNKNOWN_KIND", ["SCRIBE"]],
    ["MISSING_LANGUAGE", []],
    ["NAME_TWICE", []],
  ]);
  expect(problems[2]!.path).toEqual(["predicates", "COPIED_BY", "objects", 0]);
});

test("faults of the form are all listed too", () => {
  const text = GOOD.replace("QUANTITY", "QUANTITIES").replace('version: "1"', "versoin: 1");
  const { problems } = refusalOf(() => parseOntology(text, "onto.yaml"));
  expect(problems.map(({ code }) => code)).toEqual(["WRONG_FORM", "UNKNOWN_KEY", "UNKNOWN_VALUE"]);
});

describe("a file", () => {
  const folder = useTemporaryFolder();

  test("that is not there is refused by its name", () => {
    const refusal = refusalOf(() => loadOntology("no/such/onto.yaml"));
    expect(refusal).toMatchObject({
      code: ErrorCode.BAD_USER_INPUT,
      message: "the ontology no/such/onto.yaml cannot be read",
    });
  });

  test("that is not UTF-8 is refused", () => {
    const file = join(folder.path, "onto.yaml");
    writeFileSync(file, Buffer.from(GOOD, "latin1"));
    expect(refusalOf(() => loadOntology(file)).message).toBe(`the ontology ${file} is not UTF-8`);
  });

  test("with a byte order mark and CRLF is read, and its lines are counted", () => {
    const file = join(folder.path, "onto.yaml");
    writeFileSync(file, `\uFEFF${GOOD.replaceAll("\n", "\r\n")}`);
    expect(loadOntology(file).version).toBe("1");
    writeFileSync(file, `\uFEFF${GOOD.replace("[SCRIBE]", "[SCRIBER]").replaceAll("\n", "\r\n")}`);
    const line = GOOD.slice(0, GOOD.indexOf("[SCRIBE]")).split("\n").length;
    expect(refusalOf(() => loadOntology(file)).message).toContain(
      `${file}:${line}: COPIED_BY: there is no kind "SCRIBER"`,
    );
  });
});
