import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";

const CURATOR = { authorization: "Test noor curator" };

/** A name that would be a formula, markup, and the end of a section of XML. */
const ODD_NAME = `=1+1"><script>alert(1)</script> ]]>`;

let graph: TestGraph;
let odd: { readonly company: string; readonly source: string; readonly claim: string };

beforeAll(async () => {
  graph = await serveGraph();
  odd = await oddThings();
});

afterAll(() => graph?.close());

/** Records a company of an odd name that owns Colossus, as a source of an odd language and licence says. */
async function oddThings() {
  const change = async (query: string, variables: object) => {
    const { data, errors } = await graph.ask(query, variables, CURATOR);
    if (errors) throw new Error(JSON.stringify(errors));
    return data as Record<string, Record<string, unknown>>;
  };
  const entities = await change("mutation ($i: [EntityInput!]!) { addEntities(input: $i) { entities { id } } }", {
    i: [{ kind: "COMPANY", names: [{ language: "en", text: ODD_NAME }] }],
  });
  const [{ id: company }] = entities["addEntities"]!["entities"] as [{ id: string }];
  const added = await change("mutation ($i: SourceInput!) { addSource(input: $i) { source { id } } }", {
    i: {
      ...{ names: [{ language: "en", text: "An odd post" }], sourceType: "POST", language: "en-a" },
      ...{ text: "They own it <b>all</b>.", license: "javascript:alert(1)" },
    },
  });
  const { id: source } = added["addSource"]!["source"] as { id: string };
  const asserted = await change("mutation ($i: [ClaimInput!]!) { assertClaims(input: $i) { claims { id } } }", {
    i: [
      {
        ...{ subject: company, predicate: "OWNS", object: "colossus" },
        citations: [{ source, quote: "own it <b>all</b>", basis: "STATED" }],
      },
    ],
  });
  const [{ id: claim }] = asserted["assertClaims"]!["claims"] as [{ id: string }];
  return { company, source, claim };
}

const get = (path: string) => fetch(graph.url + path, { headers: { accept: "text/html" }, redirect: "manual" });

/** Sends a form as a page of this server does. */
const post = (path: string, body: string) =>
  fetch(graph.url + path, {
    ...{ method: "POST", redirect: "manual", body },
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
  });

describe("odd requests", () => {
  it("are answered with the status that is theirs, never as a defect", async () => {
    const asked: Readonly<Record<string, number>> = {
      "/e/xai.constructor": 404,
      "/e/xai.__proto__": 404,
      "/e/%00": 404,
      "/c/%ff": 404,
      "/?q=%00": 400,
      "/?validAt=never": 400,
      [`/c/${odd.claim}?validAt=never`]: 400,
      [`/c/${odd.claim}?after=nothing`]: 400,
      "/graph?focus=xai&sort=constructor": 200,
      "/graph?focus=xai&depth=99": 400,
    };
    const given = await Promise.all(Object.keys(asked).map(async (path) => [path, (await get(path)).status]));
    expect(Object.fromEntries(given)).toEqual(asked);
  });

  it("for files of what is not there are answered with 404", async () => {
    const paths = ["/e/nobody.json", "/c/nothing.json", "/conflicts/none.csv", "/graph.svg?focus=nobody"];
    const statuses = await Promise.all(paths.map(async (path) => (await get(path)).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await get("/suggest.json?q=xa")).status).toBe(200);
  });

  it("for what was merged lead to what it is now", async () => {
    const added = `mutation { addEntities(input: [{ kind: "COMPANY", names: [{ language: "en", text: "x A I" }] }]) { entities { id } } }`;
    const { id } = (await graph.ask(added, {}, CURATOR)).data.addEntities.entities[0] as { id: string };
    const merge = `mutation ($id: ID!) { mergeEntities(keep: "xai", merge: $id, reason: "the same") { entity { id } } }`;
    await graph.ask(merge, { id }, CURATOR);
    for (const [path, to] of [
      [`/e/${id}?ui=ar`, "/e/xai?ui=ar"],
      [`/conflicts?about=${id}&ui=ar`, "/conflicts?about=xai&ui=ar"],
      [`/graph?focus=${id}&ui=ar`, "/graph?focus=xai&ui=ar"],
    ] as const) {
      const response = await get(path);
      expect([response.status, response.headers.get("location")]).toEqual([301, to]);
    }
  });

  it("never lead to another host", async () => {
    const html = await (await get("//other.example/?validAt=2024")).text();
    expect(html).toContain("validAt=2024");
    expect(html).not.toMatch(/(href|action)="(\/[/\\]|https?:)/u);
    for (const back of ["//other.example", "/\\other.example", "https://other.example", "/\t/other.example"]) {
      const response = await post("/theme", new URLSearchParams({ theme: "dark", back }).toString());
      expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    }
  });

  it("with forms longer than anybody's need be are refused", async () => {
    for (const path of ["/theme", "/signin", "/signout"]) {
      expect((await post(path, `back=${"x".repeat(100_000)}`)).status).toBe(413);
    }
  });
});

describe("odd things in the graph", () => {
  it("are shown as what they are: text", async () => {
    for (const path of [`/e/${odd.company}`, `/e/${odd.source}`, `/c/${odd.claim}`, `/graph?focus=${odd.company}`]) {
      const response = await get(path);
      const html = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect(html).not.toMatch(/<script>alert|<b>all|href="javascript:/u);
    }
    expect(await (await get(`/e/${odd.source}`)).text()).toContain("<dd>javascript:alert(1)</dd>");
  });

  it("stand in a drawing that is XML, and in cells that are no formulas", async () => {
    const svg = await (await get(`/graph.svg?focus=${odd.company}`)).text();
    expect(svg).toContain("]]&gt;");
    expect(svg).not.toContain("]]>");
    expect(await (await get(`/graph.csv?focus=${odd.company}`)).text()).toContain(`,"'=1+1""><script>`);
  });
});
