import { describe, expect, test } from "vitest";
import { z } from "zod";
import { refuseFaults, YamlFile, type YamlPath } from "../../src/ontology/yamlFile.js";

const BLOCK = `# a comment

first: 1 # another
map:
  # about x
  x:
    - one
    -
      two: 2
      "quoted key": 3
  flow: { a: 1,
    b: [x,
      y], c: 3 }
text: |
  line one
  : not a key
folded: >-
  some
  words
anchored: &there
  inner: 1
alias: *there
1898: a number as key
last: end
`;

const PLACES: readonly (readonly [YamlPath, number])[] = [
  [[], 3],
  [["first"], 3],
  [["map"], 4],
  [["map", "x"], 6],
  [["map", "x", 0], 7],
  [["map", "x", 1], 9],
  [["map", "x", 1, "two"], 9],
  [["map", "x", 1, "quoted key"], 10],
  [["map", "flow"], 11],
  [["map", "flow", "a"], 11],
  [["map", "flow", "b"], 12],
  [["map", "flow", "b", 1], 13],
  [["map", "flow", "c"], 13],
  [["text"], 14],
  [["folded"], 17],
  [["anchored", "inner"], 21],
  [["alias"], 22],
  [["alias", "inner"], 22],
  [["1898"], 23],
  [["last"], 24],
];

describe.each([
  ["LF", BLOCK],
  ["CRLF", BLOCK.replaceAll("\n", "\r\n")],
])("in a file with %s", (_, text) => {
  const yaml = new YamlFile("x.yaml", text);

  test.each(PLACES)("%j stands on line %d", (path, line) => {
    expect(yaml.lineOf(path)).toBe(line);
  });

  test.each([
    [["map", "missing"], 4],
    [["map", "x", 7], 6],
    [["map", "x", 1, "three"], 9],
    [["first", "deeper"], 3],
    [["nothing", "at", "all"], 3],
  ] as const)("what is missing, %j, is told by what it should stand in, on line %d", (path, line) => {
    expect(yaml.lineOf(path)).toBe(line);
  });
});

test("an empty file has a first line", () => {
  expect(new YamlFile("x.yaml", "").lineOf(["any"])).toBe(1);
});

describe("reading", () => {
  const form = z.strictObject({ a: z.number(), b: z.array(z.enum(["ONE", "TWO"])).default([]) });
  const read = (text: string) => {
    const yaml = new YamlFile("x.yaml", text);
    const content = yaml.read(form, ["a", "b"]);
    return { content, faults: yaml.faults.map(({ line, code, message }) => `${line} ${code} ${message}`) };
  };

  test("gives what the form says, defaults too, and no fault", () => {
    expect(read("a: 1")).toEqual({ content: { a: 1, b: [] }, faults: [] });
  });

  test("follows aliases", () => {
    expect(read("a: &n 1\nb: []")).toEqual({ content: { a: 1, b: [] }, faults: [] });
  });

  test.each([
    ["a: x", ["1 WRONG_FORM a: Invalid input: expected number, received string"]],
    [
      "b:\n  - ONE\n  - TWOO",
      [
        "1 WRONG_FORM a: Invalid input: expected number, received undefined",
        '3 UNKNOWN_VALUE b[1]: "TWOO" is none of ONE, TWO; did you mean "TWO"?',
      ],
    ],
    ["a: 1\nb: [2]", ['2 UNKNOWN_VALUE b[0]: "2" is none of ONE, TWO']],
    ["a:\nb: []", ["1 WRONG_FORM a: has no value; inside { } a text with a comma needs quotation marks"]],
    ["a: 1\nB: []", ['2 UNKNOWN_KEY unknown key "B"; did you mean "b"?']],
    [
      "a: 1\n---\na: 2",
      ["2 NOT_YAML not readable as YAML: Source contains multiple documents; please use YAML.parseAllDocuments()"],
    ],
    ["a: 1\na: 2\n\na: 3", ["2 KEY_TWICE the key a is given twice", "4 KEY_TWICE the key a is given twice"]],
    ["just words", ["1 WRONG_FORM Invalid input: expected object, received string"]],
    ["[1, 2]", ["1 WRONG_FORM Invalid input: expected object, received array"]],
  ])("of %j names each fault", (text, faults) => {
    expect(read(text)).toEqual({ content: null, faults });
  });

  test("refuses aliases that would fill the memory", () => {
    const levels = [..."abcdefghi"].map((name, index, all) =>
      index === 0
        ? "a: &a [x, x, x, x, x, x, x, x, x]"
        : `${name}: &${name} [${Array(9)
            .fill(`*${all[index - 1]!}`)
            .join(", ")}]`,
    );
    expect(read(levels.join("\n"))).toMatchObject({
      content: null,
      faults: [expect.stringContaining("Excessive alias count")],
    });
  });
});

test("the faults of several files are listed file by file, each from its first line to its last", () => {
  const a = new YamlFile("a.yaml", "x: 1\ny: 2\nz: 3");
  const b = new YamlFile("b.yaml", "x: 1\ny: 2");
  a.fault(["z"], "Z", "third");
  a.fault(["x"], "X", "first");
  a.fault(["x"], "X", "and again");
  b.fault(["y"], "Y", "other", ["why"]);
  expect(() => refuseFaults("it", [...a.faults, ...b.faults])).toThrow(
    'it is refused:\na.yaml:1: first\na.yaml:1: and again\na.yaml:3: third\nb.yaml:2: other; did you mean "why"?',
  );
  expect(() => refuseFaults("it", [])).not.toThrow();
});
