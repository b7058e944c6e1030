import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { idAround, linkedIds } from "../../src/playground/linkedIds.js";
import { pagesOfAnswer } from "../../src/playground/pagesOfAnswer.js";
import { readTheme } from "../../src/playground/theme.js";

const schema = buildSchema(readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"));

/** The ids that lead to pages, as the answer is printed: by the addresses, with the line of each. */
function linked(query: string, data: unknown) {
  const text = JSON.stringify({ data }, null, 2);
  const answer = JSON.parse(text) as { data: unknown };
  return linkedIds(text, answer, pagesOfAnswer({ query }, answer.data, schema));
}

function addresses(query: string, data: unknown): string[] {
  return linked(query, data).map(({ address }) => address);
}

describe("an id in an answer", () => {
  it("leads to the page of what it is of, whatever the key it stands under", () => {
    const query =
      "{ claim(id: 1) { me: id id: predicate subject { id } conflicts { conflict { id } } citations { id } } }";
    const claim = { me: "c_1", id: "OWNS", subject: { id: "a b/c" }, conflicts: [{ conflict: { id: "x_1" } }] };
    expect(addresses(query, { claim: { ...claim, citations: [{ id: "q_1" }] } })).toEqual([
      "/c/c_1",
      "/e/a%20b%2Fc",
      "/conflicts/x_1",
    ]);
  });

  it("is known by the other ends of what was done with an entity, not by cursors and places in a list of changes", () => {
    const query = `query Q($with: Boolean!) {
      changes(first: 1) { seq entity @include(if: $with) { id history { of other } } }
      entities { pageInfo { endCursor } edges { cursor node { ... on Source { id } name } } }
    }`;
    const data = {
      changes: [
        {
          seq: "7",
          entity: {
            id: "a",
            history: [
              { of: "a", other: "b" },
              { of: "a", other: null },
            ],
          },
        },
        { seq: "8" },
      ],
      entities: {
        pageInfo: { endCursor: "z" },
        edges: [
          { cursor: "z", node: { id: "s", name: "S" } },
          { cursor: "y", node: { name: "T" } },
        ],
      },
    };
    expect(addresses(query, data)).toEqual(["/e/a", "/e/a", "/e/b", "/e/a", "/e/s"]);
  });

  it("has a page only where its type is said, or can be none but one with such a page", () => {
    const query = "{ nodes(ids: []) { id kind: __typename } }";
    expect(
      addresses(query, {
        nodes: [{ id: "1", kind: "Claim" }, { id: "2", kind: "Citation" }, { id: "3", kind: "Chip" }, null],
      }),
    ).toEqual(["/c/1", "/e/3"]);
    const told =
      "{ nodes(ids: []) { id ... on Claim { statement } ... on Entity { name } ...F } } fragment F on Conflict { explanation }";
    const nodes = [{ id: "1", statement: "" }, { id: "2", name: "" }, { id: "3", explanation: "" }, { id: "4" }];
    expect(addresses(told, { nodes })).toEqual(["/c/1", "/e/2", "/conflicts/3"]);
    expect(addresses("{ nodes(ids: []) { id } }", { nodes: [{ id: "c_1" }] })).toEqual([]);
  });

  it("is the one around a line, by the smallest object that has one", () => {
    const query = "{ claim(id: 1) { id statement subject { id name } object { name } } }";
    const data = { claim: { id: "c_1", statement: "", subject: { id: "s", name: "" }, object: { name: "" } } };
    const ids = linked(query, data);
    const at = (word: RegExp) =>
      JSON.stringify({ data }, null, 2)
        .split("\n")
        .findIndex((line) => word.test(line)) + 1;
    expect(ids[0]).toMatchObject({ line: at(/c_1/), columns: [14, 17] });
    expect(idAround(ids, at(/statement/))?.address).toBe("/c/c_1");
    expect(idAround(ids, at(/name/))?.address).toBe("/e/s");
    expect(idAround(ids, at(/object/) + 1)?.address).toBe("/c/c_1");
    expect(idAround(ids, 1)).toBeNull();
  });
});

describe("the theme", () => {
  it("is what the pages keep, and the system's where they keep none", () => {
    expect(["sanad-theme=dark", "a=1; sanad-theme=light; b=2"].map(readTheme)).toEqual(["dark", "light"]);
    expect(["", "sanad-theme=", "sanad-theme=blue", "x-sanad-theme=dark"].map(readTheme)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
