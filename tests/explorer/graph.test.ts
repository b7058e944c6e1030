import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../graphql/newClaims.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

let graph: TestGraph;
let added: string[];

beforeAll(async () => {
  graph = await serveGraph();
  const uses = (amount: number) => ({
    ...{ subject: "cortex", predicate: "USES_CHIP", object: "h100", cites: { article: null } },
    quantity: { amount, unit: "chip", bound: "EXACT" as const },
  });
  added = await record(graph, {
    entities: [{ id: "trap", kind: "COMPANY", names: { en: "=1+1", ar: "شركة الفخ" } }],
    claims: [...[61_000, 62_000, 63_000].map(uses), { subject: "trap", predicate: "OWNS", object: "cortex" }],
  });
});
afterAll(() => graph?.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(graph.url + path, { headers, redirect: "manual" });
const text = async (path: string) => (await get(path)).text();

type Claim = { id: string; statement: string; subject: { id: string }; object: { id: string } };
async function aroundOf(path: string): Promise<{ totalCount: number; entities: { id: string }[]; claims: Claim[] }> {
  const { data } = (await (await get(path)).json()) as { data: { around: never } };
  return data.around;
}

describe("what is around an entity", () => {
  it("is drawn twice and told as a table, each claim and each entity a link", async () => {
    const html = await text("/graph?focus=elon-musk&depth=3");
    const { claims, entities } = await aroundOf("/graph.json?focus=elon-musk&depth=3");
    const [, sideways, downwards] = html.split('<svg class="drawing').map((part) => part.split("</svg>")[0]!);
    const table = html.split("<tbody>")[1];
    const ends = ({ subject, object }: Claim) => `${subject.id} ${object.id}`;
    const bundled = (claim: Claim) => claims.filter((other) => ends(other) === ends(claim)).length > 3;
    for (const drawing of [sideways, downwards]) {
      for (const { id } of entities) expect(drawing).toContain(`href="/e/${id}"`);
      for (const claim of claims)
        expect(drawing!.includes(`href="/c/${claim.id}"`), claim.statement).toBe(!bundled(claim));
      expect(drawing).toContain("uses: 4 claims");
    }
    for (const { id } of claims) expect(table).toContain(`href="/c/${id}"`);
    expect(claims.filter(bundled).length).toBeLessThan(claims.length / 2);
    expect(await text("/graph?focus=elon-musk&depth=3")).toBe(html);
  });

  it("takes many claims between the same two apart where the address says so", async () => {
    const html = await text("/graph?focus=cortex&depth=1");
    const [, apart] = /href="([^"]*apart=[^"]*)"/u.exec(html)!;
    const taken = await text(apart!.replaceAll("&amp;", "&"));
    const drawing = taken.split('<svg class="drawing')[1]!;
    for (const id of added) expect(drawing).toContain(`href="/c/${id}"`);
    expect(drawing).toContain("uses 61,000");
    expect(drawing).toContain("contradicted");
    expect(drawing).not.toContain("4 claims");
  });

  it("is narrowed by what is said and how sure it is meant, and by how far", async () => {
    const html = await text("/graph?focus=elon-musk");
    expect(html).toContain(`/graph?focus=elon-musk&amp;predicate=CONTROLS`);
    const controls = await aroundOf("/graph.json?focus=elon-musk&predicate=CONTROLS");
    expect(controls.claims.map(({ object }) => object.id).sort()).toEqual(["tesla", "xai"]);
    const planned = await aroundOf("/graph.json?focus=colossus&depth=1&modality=PLANNED");
    expect(planned.claims.length).toBeGreaterThan(0);
    expect(planned.claims.length).toBeLessThan((await aroundOf("/graph.json?focus=colossus&depth=1")).claims.length);
    expect(await text("/graph?focus=elon-musk&predicate=USES_CHIP")).toContain("No claim leads from here");
  });

  it("is ordered by a column either way", async () => {
    const citations = async (sort: string) => {
      const table = (await text(`/graph?focus=elon-musk&depth=3&sort=${sort}`)).split("<tbody>")[1]!;
      return [...table.matchAll(/class="number">(\d+)<\/td><td/gu)].map(([, number]) => Number(number));
    };
    const most = await citations("citations");
    expect(most).toEqual([...most].sort((a, b) => b - a));
    expect(await citations("-citations")).toEqual([...most].reverse());
    expect(new Set(most).size).toBeGreaterThan(1);
    expect(await text("/graph?focus=elon-musk&sort=citations")).toContain(`aria-sort="descending"`);
    expect(await text("/graph?focus=elon-musk&sort=-citations")).toContain(`aria-sort="ascending"`);
  });

  it("has names in their direction, and leads the other way in Arabic", async () => {
    const arabic = await text("/graph?focus=trap&ui=ar&depth=1");
    expect(arabic).toMatch(/<text lang="ar" direction="rtl"[^>]*><tspan[^>]*>شركة الفخ/u);
    const at = (html: string, id: string) =>
      Number(new RegExp(`href="/e/${id}[^"]*"[^>]*><rect x="([\\d.]+)"`, "u").exec(html)![1]);
    expect(at(arabic, "trap")).toBeGreaterThan(at(arabic, "cortex"));
    const english = await text("/graph?focus=trap&depth=1");
    expect(at(english, "trap")).toBeLessThan(at(english, "cortex"));
  });

  it("carries the moment as of which it is", async () => {
    const then = await text("/graph?focus=elon-musk&knownAt=2000-01-01");
    expect(then).toContain("Nothing stands at this address");
    const html = await text("/graph?focus=elon-musk&validAt=2024-10");
    expect(html).toMatch(/href="\/c\/[^"]+\?validAt=2024-10"/u);
    expect(html).toMatch(/href="\/e\/tesla\?validAt=2024-10"/u);
  });

  it.each([
    ["/graph?focus=nobody", 404, "nobody"],
    ["/graph?from=nobody&to=h100", 404, "nobody"],
    ["/graph?focus=tesla&depth=9", 400, "BAD_USER_INPUT"],
    ["/graph?focus=tesla&depth=far", 400, "BAD_USER_INPUT"],
    ["/graph?focus=tesla&modality=SURE", 400, "SURE"],
    ["/graph?focus=tesla&predicate=OWNZ", 400, "OWNZ"],
  ])("%s is answered with %d and says why", async (path, status, why) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(why);
  });

  it("of what was merged is at the address of what that is now", async () => {
    await graph.askAsCurator(`mutation { mergeEntities(keep: "tesla", merge: "xai", reason: "a test") { changed } }`);
    const response = await get("/graph?focus=xai&depth=1");
    expect([response.status, response.headers.get("location")]).toEqual([301, "/graph?focus=tesla&depth=1"]);
    await graph.askAsCurator(`mutation { unmergeEntities(id: "xai", reason: "a test") { changed } }`);
  });
});

describe("how two hang together", () => {
  it("is up to three chains, each drawn and with its quotes", async () => {
    const html = await text("/graph?from=elon-musk&to=h100");
    expect(html.match(/<section class="chain-between">/gu)).toHaveLength(3);
    const { data } = (await (await get("/graph.json?from=elon-musk&to=h100")).json()) as {
      data: { paths: { claims: { id: string; citations: { quote: string }[] }[] }[] };
    };
    for (const { id, citations } of data.paths.flatMap(({ claims }) => claims)) {
      expect(html).toContain(`href="/c/${id}"`);
      expect(citations.length).toBeGreaterThan(0);
      for (const { quote } of citations)
        expect(html).toContain(quote.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
    }
    expect(html).toMatch(/<blockquote lang="ar" dir="rtl">/u);
  });

  it("is said where nothing was found, and asked where an end is missing", async () => {
    await record(graph, { entities: [{ id: "alone", kind: "COMPANY", names: { en: "Alone" } }] });
    expect(await text("/graph?from=elon-musk&to=alone")).toContain("No chain of up to 4 claims");
    expect(await text("/graph?from=tesla&to=tesla")).toContain("one and the same");
    expect(await text("/graph?from=tesla")).toMatch(/<input type="hidden" name="from" value="tesla"/u);
    expect(await text("/graph?from=tesla&q=cortex")).toContain(`href="/graph?from=tesla&amp;to=cortex"`);
    expect(await text("/graph")).toContain(`href="/graph?focus=cortex"`);
    expect(await text("/graph?q=Memphis")).toMatch(/href="\/graph\?focus=[a-z-]*memphis/u);
  });
});

describe("files", () => {
  it("the drawing stands alone: looks in itself, whole addresses", async () => {
    const response = await get("/graph.svg?focus=elon-musk&depth=3");
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    const svg = await response.text();
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    const links = [...svg.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(30);
    for (const href of links) expect(href.startsWith(`${graph.url}/`), href).toBe(true);
    for (const [tag] of svg.matchAll(/<(?:text|rect)[^>]*>/gu)) expect(tag).toContain("fill=");
  });

  it("the claims are rows, guarded against what spreadsheets take for formulas", async () => {
    const csv = Buffer.from(await (await get("/graph.csv?focus=cortex&depth=1")).arrayBuffer()).toString();
    const { claims } = await aroundOf("/graph.json?focus=cortex&depth=1");
    expect(csv.startsWith("\uFEFFid,statement,subject,")).toBe(true);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(claims.length + 1);
    expect(csv).toContain(",'=1+1,");
    expect(csv).toContain("yes");
  });
});

describe.skipIf(!chromiumFile)("in a browser", () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.before(graph);
  });
  afterAll(() => visitor?.leave());

  it.each(
    Object.entries(LOOKS).flatMap(([name, look]) =>
      ["focus=cortex&depth=2", "from=elon-musk&to=h100", ""].map((search) => [search, name, look] as const),
    ),
  )("axe finds nothing wrong: %s, %s", async (search, _, look) => {
    expect(await visitor.visit(`/graph?${search}`, look, violationsOf)).toEqual([]);
  });

  it("arrows walk from a box to a line and on, Enter opens, f puts in the middle", async () => {
    await visitor.visit("/graph?focus=elon-musk&depth=1", LOOKS.light, async (page) => {
      const now = () => page.evaluate<string>("document.activeElement.ariaLabel ?? document.activeElement.textContent");
      await page.locator(".sideways .box.focus").focus();
      await page.keyboard.press("ArrowRight");
      expect(await now()).toMatch(/^controls, Elon Musk controls (xAI|Tesla)/u);
      await page.keyboard.press("ArrowRight");
      expect(await now()).toMatch(/^(xAI|Tesla) company/u);
      const id = await page.evaluate<string>("document.activeElement.dataset.id");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      expect(await now()).toBe("Elon Musk person");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("f");
      await page.waitForURL((url) => url.searchParams.get("focus") === id);
    });
    await visitor.visit("/graph?focus=elon-musk&depth=1", LOOKS.light, async (page) => {
      await page.locator(".sideways .label").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/c\//u);
    });
  });

  it("begins at what is in the middle, also on a phone, and pans by dragging without following a link", async () => {
    for (const look of [LOOKS.light, LOOKS.phone]) {
      await visitor.visit("/graph?focus=h100&depth=3", look, async (page) => {
        const seen = await page.evaluate<boolean>(`(() => {
          const pane = document.querySelector("[data-drawing]").getBoundingClientRect();
          const box = [...document.querySelectorAll(".box.focus")].map((one) => one.getBoundingClientRect()).find(({ width }) => width > 0);
          return box.left >= pane.left && box.right <= pane.right && box.top >= pane.top && box.bottom <= pane.bottom;
        })()`);
        expect(seen).toBe(true);
      });
    }
    await visitor.visit("/graph?focus=h100&depth=3", LOOKS.light, async (page) => {
      const scrolled = () =>
        page.evaluate<number>(
          "(({ scrollTop, scrollLeft }) => scrollTop + scrollLeft)(document.querySelector('[data-drawing]'))",
        );
      const before = await scrolled();
      const box = (await page.locator(".sideways .box.focus").boundingBox())!;
      await page.mouse.move(box.x + 20, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(box.x + 120, box.y + 110, { steps: 4 });
      await page.mouse.up();
      expect(await scrolled()).not.toBe(before);
      expect(page.url()).toContain("/graph?focus=h100");
    });
  });

  it("is whole without JavaScript, and prints on paper's width", async () => {
    await visitor.visit(
      "/graph?focus=elon-musk&depth=3",
      { ...LOOKS.light, javaScriptEnabled: false },
      async (page) => {
        expect(await page.locator(".sideways .box").count()).toBeGreaterThan(10);
        expect(await page.locator(".downwards").isVisible()).toBe(false);
        const pdf = await page.pdf();
        expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 794, height: 1123 });
        const box = (await page.locator(".sideways").boundingBox())!;
        expect(box.x + box.width).toBeLessThanOrEqual(794);
      },
    );
  });
});
