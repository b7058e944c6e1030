import { describe, expect, it } from "vitest";
import { readLink, writeCurl, writeLink } from "../../src/playground/link.js";

const link = { query: "query A($x: String) { a(x: $x) & 'b' }", variables: '{\n  "x": "ممفيس"\n}', operationName: "A" };

describe("a link", () => {
  it("says what it was made of", () => {
    const address = new URL(writeLink("http://localhost:4000", link));
    expect(address.pathname).toBe("/graphql");
    expect(readLink(address.search)).toEqual(link);
  });

  it("needs no variables and no operation name", () => {
    const plain = { query: "{ a }", variables: "", operationName: null };
    expect(readLink(new URL(writeLink("http://x", plain)).search)).toEqual(plain);
  });

  it("shows variables that are no JSON as they came", () => {
    expect(readLink("?query={a}&variables={x")).toMatchObject({ variables: "{x" });
  });

  it("is none without a query", () => {
    expect(readLink("")).toBeNull();
    expect(readLink("?variables={}")).toBeNull();
  });
});

describe("the cURL command", () => {
  it("quotes whatever the operation holds", () => {
    const body = { query: link.query, variables: { x: "ممفيس" }, operationName: "A" };
    expect(writeCurl("http://localhost:4000", link, { authorization: "Bearer it's" })).toBe(
      [
        "curl 'http://localhost:4000/graphql'",
        "-H 'content-type: application/json'",
        "-H 'authorization: Bearer it'\\''s'",
        `--data-raw '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
      ].join(" \\\n  "),
    );
  });
});
