import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scaleOf } from "../../src/explorer/parts/Scale.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

let graph: TestGraph;
/** What Tesla spends: two figures of one voice. */
let figures: string;
let dates: string;

beforeAll(async () => {
  graph = await serveGraph();
  const { data } = await graph.ask(`{ conflicts { nodes { id kind } } }`);
  const ofKind = (kind: string): string =>
    (data.conflicts.nodes as { id: string; kind: string }[]).find((one) => one.kind === kind)!.id;
  [figures, dates] = [ofKind("VALUE"), ofKind("DATES")];
});

afterAll(async () => {
  await graph?.close();
});

async function get(path: string) {
  const response = await fetch(graph.url + path, { headers: { accept: "text/html" } });
  const html = /<main.*<\/main>/su.exec(await response.text())![0];
  return { status: response.status, html, text: html.replace(/<[^>]+>/gu, " ").replace(/\s+/gu, " ") };
}

describe.skipIf(!chromiumFile)("conflicts in a browser", () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await Visitor.before(graph);
  });

  afterAll(async () => {
    await visitor?.leave();
  });

  it.each(Object.entries(LOOKS))("have nothing that axe finds wrong, and fit: %s", async (_, look) => {
    for (const path of ["/conflicts", `/conflicts/${figures}?ui=ar`, `/conflicts/${dates}`]) {
      await visitor.visit(path, look, async (page) => {
        expect([path, ...(await violationsOf(page))]).toEqual([path]);
        const [wide, seen] = await page.evaluate<[number, number]>(
          `[document.documentElement.scrollWidth, document.documentElement.clientWidth]`,
        );
        expect(wide).toBeLessThanOrEqual(seen);
      });
    }
  });

  it("lay what is compared in one line, and lead by keys from the list to a quote's claim", async () => {
    await visitor.visit("/conflicts", LOOKS.light, async (page) => {
      await page.locator("main [data-row] a", { hasText: "Spending on AI computing" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/conflicts/${figures}`);
      const rows = await page
        .locator(".compared dl > div")
        .evaluateAll((divs) => divs.map((div) => Math.round(div.getBoundingClientRect().top)));
      expect(rows).toHaveLength(16);
      expect(rows.slice(0, 8)).toEqual(rows.slice(8));
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/c/*");
    });
  });
});

describe("the list of conflicts", () => {
  it("says why, how many claims and how far they lie apart; is narrowed by links", async () => {
    const all = await get("/conflicts");
    expect(all.text).toContain("2 conflicts");
    expect(all.text).toMatch(/two figures 10–20 billion US dollars 2 claims recorded \d{4}-\d\d-\d\d/u);
    const [, narrowed] = /href="(\/conflicts\?kind=DATES)"/u.exec(all.html)!;
    const some = await get(narrowed!);
    expect(some.text).toContain("1 conflict ");
    expect(some.html).toContain(`href="/conflicts/${dates}"`);
    expect(some.html).not.toContain(`href="/conflicts/${figures}"`);
    expect((await get("/conflicts?ui=ar")).text).toMatch(/[\u0621-\u064a]+ «إنفاق تسلا/u);
    const ofTesla = await get("/conflicts?about=tesla&kind=VALUE");
    expect(ofTesla.text).toContain("Conflicts about Tesla");
    expect(ofTesla.html).toContain(`href="/conflicts/${figures}"`);
  });

  it("says what is compared and what is not where there is none", async () => {
    const none = await get("/conflicts?about=cortex");
    expect(none.text).toContain("No two claims of this sort contradict one another.");
    expect(none.text).toContain("Not compared are opinions");
    expect((await get("/conflicts?knownAt=2001-01-01")).text).toContain("No two claims here contradict one another.");
    expect((await get("/conflicts?kind=QUARREL")).status).toBe(400);
  });
});

describe("one conflict", () => {
  it("shows both claims with their quotes, one origin, one scale, and marks what differs", async () => {
    const { html, text } = await get(`/conflicts/${figures}`);
    expect(text).toContain("These share an origin: Elon Musk");
    expect(html.match(/<blockquote class="short" lang="ar" dir="rtl">/gu)).toHaveLength(2);
    expect(text).toContain("about 10 billion (planned)");
    expect(text.match(/says differs/gu)).toHaveLength(2);
    expect(text).not.toContain("modality differs");
    const marks = [...html.matchAll(/<a href="(\/c\/[^"]+)"[^>]*class="mark planned"/gu)].map(([, href]) => href);
    expect(new Set(marks).size).toBe(2);
    expect((await get(`/conflicts/${dates}`)).html).not.toContain("<svg width");
  });

  it("comes as JSON and as CSV, a claim a row", async () => {
    const answer = await fetch(`${graph.url}/conflicts/${figures}.csv`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const rows = parse<Record<string, string>>(Buffer.from(await answer.arrayBuffer()), { columns: true, bom: true });
    expect(rows.map(({ amount, bound, unit }) => [Number(amount), bound, unit]).sort()).toEqual([
      [10e9, "ABOUT", "USD"],
      [20e9, "ABOUT", "USD"],
    ]);
    expect(rows[0]!["quote_language"]).toBe("ar");
    const list = parse<Record<string, string>>(await (await fetch(`${graph.url}/conflicts.csv`)).text(), {
      columns: true,
      bom: true,
    });
    expect(list.map(({ id }) => id).sort()).toEqual([figures, dates].sort());
    const json = await (await fetch(`${graph.url}/conflicts/${figures}.json`)).json();
    expect(json).toMatchObject({ data: { conflict: { id: figures, kind: "VALUE" } } });
  });

  it("shows a curator's rank with its reason, and is there no more once a claim is retracted", async () => {
    const { data } = await graph.ask(`query($id: ID!) { conflict(id: $id) { claims { id } } }`, { id: figures });
    const [first, second] = data.conflict.claims as { id: string }[];
    await graph.curate("SetRank", { id: first!.id, rank: "PREFERRED", reason: "his own <words>" });
    const { text, html } = await get(`/conflicts/${figures}`);
    expect(text).toMatch(/preferred his own &lt;words(>|&gt;) \( ?noor/u);
    expect(html.match(/<div class="differs"><dt>rank/gu)).toHaveLength(2);
    await graph.curate("Retract", { id: second!.id, reason: "misread" });
    const gone = await get(`/conflicts/${figures}`);
    expect([gone.status, gone.text]).toEqual([404, expect.stringContaining("it is one no more")]);
    expect((await get("/conflicts/x_nothing")).status).toBe(404);
  });
});

describe("the scale", () => {
  const of = (amount: number, bound = "EXACT") => ({ amount, unit: "chip", bound }) as never;

  it("begins at nothing, unless that would press the amounts together; holds all of them between round ticks", () => {
    expect(scaleOf([of(29_000), of(50_000)])).toEqual({
      ...{ from: 0, to: 60_000 },
      ticks: [0, 20_000, 40_000, 60_000],
    });
    const near = scaleOf([of(1_000_000), of(1_020_000)]);
    expect(near.from).toBeGreaterThan(900_000);
    expect(near.from).toBeLessThanOrEqual(1_000_000);
    expect(scaleOf([of(100, "ABOUT"), of(400)]).to).toBeGreaterThanOrEqual(400);
    expect(scaleOf([of(0), of(0)]).to).toBeGreaterThan(0);
    expect(scaleOf([of(-5), of(5)])).toMatchObject({ from: -5, to: 5 });
  });
});
