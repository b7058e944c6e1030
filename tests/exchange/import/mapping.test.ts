import { describe, expect, test } from "vitest";
import { parseMapping, readMapping } from "../../../src/exchange/import/readMapping.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { PROJECT } from "../seededStore.js";

const ontology = loadOntology(PROJECT.ontology);

const MAPPING = `
dataset:
  name: { en: Machines }
record:
  name: { en: "Machines: {Name}" }
entities:
  cluster:
    kind: CLUSTER
    column: Name
    own: { of: [Name] }
  owner: { kind: COMPANY, match: name, column: Owner }
  chip: { kind: CHIP, match: name, column: Chip }
claims:
  - { subject: owner, predicate: OWNS, object: cluster }
  - { subject: cluster, predicate: USES_CHIP, object: chip, amount: { column: Count, unit: chip } }
`;

/** What a mapping is refused with, line by line, when something in it is changed. */
function refusal(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  let text = MAPPING.trimStart();
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  try {
    parseMapping(text, "m.yaml", ontology);
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
  return [];
}

describe("a mapping", () => {
  test("that is as it should be", () => {
    expect(refusal()).toEqual([]);
  });

  test("the one of Epoch AI's table is as it should be", () => {
    expect(readMapping("seeds/epoch-gpu-clusters/mapping.yaml", ontology).form.claims.length).toBeGreaterThan(20);
  });

  test.each([
    [
      "an unknown key",
      "match: name, column: Owner",
      "matches: name, column: Owner",
      ['m.yaml:10: entities.owner: unknown key "matches"; did you mean "match"?'],
    ],
    ["an unknown predicate", "OWNS", "OWN", ['m.yaml:13: the ontology has no predicate "OWN"; did you mean "OWNS"?']],
    [
      "an unknown kind",
      "COMPANY",
      "COMPANIES",
      ['m.yaml:10: the ontology has no kind "COMPANIES"; did you mean "COMPANY"?'],
    ],
    [
      "a wrong kind",
      "{ subject: owner, ",
      "{ subject: chip, ",
      ["m.yaml:13: OWNS takes as its subject COMPANY, and chip is a CHIP"],
    ],
    ["a wrong unit", "unit: chip ", "unit: MW ", ["m.yaml:14: USES_CHIP is counted in chip, not in MW"]],
    [
      "an unknown unit",
      "unit: chip ",
      "unit: chips ",
      ['m.yaml:14: there is no unit "chips"; USES_CHIP is counted in chip; did you mean "chip"?'],
    ],
    [
      "a wrong value",
      "object: cluster }",
      "object: cluster, text: { column: Name } }",
      ["m.yaml:13: OWNS takes `object`, not `text`"],
    ],
    [
      "an unknown entity",
      "subject: owner",
      "subject: owners",
      ['m.yaml:13: subject: the mapping has no entity "owners"; did you mean "owner"?'],
    ],
    [
      "no rule of identity",
      "match: name, column: Owner",
      "column: Owner",
      ["m.yaml:10: owner: which one it is, is said by one of match, own and row; it has none"],
    ],
    [
      "a reference to what is no row's own",
      "match: name, column: Owner",
      "row: chip, column: Owner",
      ['m.yaml:10: owner: rows have no "chip" of their own'],
    ],
    [
      "a form of dates that says no year",
      "entities:",
      "dates: [d/m]\nentities:",
      ['m.yaml:5: "d/m" is no form of dates such as m/d/yyyy, dd.mm.yyyy, yyyy-mm or yyyy'],
    ],
    [
      "an address that is none",
      "{ en: Machines }",
      "{ en: Machines }\n  url: epoch.ai",
      ['m.yaml:3: "epoch.ai" is no address; it begins with https://'],
    ],
  ] as const)("with %s is refused with its line", (_what, from, to, told) => {
    expect(refusal([from, to])).toEqual(told);
  });

  test("tells all of its faults at once", () => {
    expect(refusal(["OWNS", "OWN"], ["kind: CHIP", "kind: CHIPS"])).toHaveLength(2);
  });

  test("that names columns which the table has not is refused with their lines and what was meant", () => {
    const mapping = parseMapping(MAPPING.trimStart(), "m.yaml", ontology);
    expect(() => mapping.checkHeader(["Name", "Owners", "Chip", "Quantity"])).toThrow(
      'the mapping is refused:\nm.yaml:10: the table has no column "Owner"; did you mean "Owners"?\nm.yaml:14: the table has no column "Count"',
    );
  });
});
