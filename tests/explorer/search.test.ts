import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

let graph: TestGraph;

beforeAll(async () => {
  graph = await serveGraph();
});

afterAll(async () => {
  await graph?.close();
});

/** A page's text as it is read, without the head and the foot. */
async function mainOf(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await fetch(graph.url + path, { headers: { accept: "text/html" } });
  const whole = await response.text();
  const [, html = ""] = /<main[^>]*>(.*)<\/main>/su.exec(whole) ?? [];
  const text = html
    .replace(/<\/(li|p|h1|h2|blockquote|section)>/gu, "\n")
    .replace(/<[^>]+>/gu, "")
    .replace(/&#39;|&apos;/gu, "'");
  return { status: response.status, html, text };
}

describe.skipIf(!chromiumFile)("home and search in a browser", () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await Visitor.before(graph);
  });

  afterAll(async () => {
    await visitor?.leave();
  });

  const PAGES = ["/", "/?ui=ar", "/?q=%D9%85%D9%85%D9%81%D9%8A%D8%B3", "/?q=zzzz"];

  it.each(Object.entries(LOOKS))("have nothing that axe finds wrong: %s", async (_, look) => {
    for (const path of PAGES) expect([path, ...(await visitor.visit(path, look, violationsOf))]).toEqual([path]);
  });

  it("are whole and led through by keys and by links, without JavaScript by links alone", async () => {
    const search = async (page: Page) => {
      await page.getByRole("searchbox").or(page.getByRole("combobox")).fill("h100");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Found for h100" }).waitFor();
      await page.getByRole("navigation", { name: "Narrow it down" }).getByRole("link", { name: "planned" }).click();
      await page.waitForURL("**/?q=h100&modality=PLANNED");
      expect(await page.getByRole("heading", { name: "Names" }).count()).toBe(0);
      expect(await page.locator("main li[data-row]").count()).toBe(
        await page.locator("main li[data-row] .modality-planned").count(),
      );
      await page.getByRole("link", { name: "No longer only: planned" }).click();
      await page.waitForURL("**/?q=h100");
    };
    await visitor.visit("/", { ...LOOKS.light, javaScriptEnabled: false }, search);
    await visitor.visit("/", LOOKS.light, async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("29000");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Found for 29000" }).waitFor();
      const first = await page.locator("main [data-row] a").first().textContent();
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: first! }).waitFor();
    });
  });

  it("offer what is found once typing rests; it is walked through and opened by keys alone", async () => {
    await visitor.visit(`/c/${await aClaim()}`, LOOKS.light, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/suggest.json")) asked.push(new URL(request.url()).searchParams.get("q")!);
      });
      await page.keyboard.press("/");
      const box = page.getByRole("combobox");
      await page.keyboard.type("كولوسوس");
      const options = page.getByRole("option");
      await options.first().waitFor();
      expect(asked).toEqual(["كولوسوس"]);
      expect(await options.first().textContent()).toBe("Colossus كولوسوس cluster ");
      expect(await options.first().locator("[lang=ar]").getAttribute("dir")).toBe("rtl");
      expect(await page.getByText("Suggestions:").textContent()).toBe(`Suggestions: ${await options.count()}`);
      expect(await box.getAttribute("aria-expanded")).toBe("true");
      expect(await violationsOf(page)).toEqual([]);

      await page.keyboard.press("ArrowDown");
      expect(await box.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
      await page.keyboard.press("ArrowUp");
      expect(await box.getAttribute("aria-activedescendant")).toBeNull();
      await page.keyboard.press("Escape");
      expect(await page.getByRole("listbox").isVisible()).toBe(false);
      expect(await box.inputValue()).toBe("كولوسوس");

      await box.fill("Colossus");
      await page.getByRole("option", { name: "Tesla owns Colossus" }).waitFor();
      await page.keyboard.press("ArrowUp"); // the last
      const last = await options.last().textContent();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/c/*");
      await page.getByRole("heading", { name: last!.trim() }).waitFor();
    });
  });

  it("let a form take an entity: they fill a hidden field with the id, and empty it when something else is typed", async () => {
    await visitor.visit(`/c/${await aClaim()}`, LOOKS.light, async (page) => {
      // a form as pages have it, before a fresh copy of the script
      await page.evaluate(() => {
        const form = document.createElement("form");
        const box = document.createElement("input");
        Object.assign(box, { ariaLabel: "To", name: "toText" });
        Object.assign(box.dataset, { suggest: "", suggestInto: "to", suggestKinds: "COMPANY,CHIP" });
        form.append(box);
        document.querySelector("main")!.append(form);
      });
      await page.evaluate(`import(document.querySelector("script[type=module]").src + "?again")`);
      const box = page.getByRole("combobox", { name: "To" });
      await box.pressSequentially("tesla");
      await page.getByRole("option").first().click();
      const hidden = page.locator("input[name=to]");
      expect([await box.inputValue(), await hidden.inputValue()]).toEqual(["Tesla", "tesla"]);
      await box.pressSequentially("x");
      expect(await hidden.inputValue()).toBe("");
    });
  });
});

describe("the home page", () => {
  it("has three questions that lead somewhere, made of what the graph holds", async () => {
    const { html, text } = await mainOf("/");
    const [questions = ""] = /<nav class="questions".*?<\/nav>/su.exec(html) ?? [];
    const links = [...questions.matchAll(/href="([^"]+)"/gu)].map(([, link]) => link!);
    expect(links).toHaveLength(3);
    for (const link of links) expect([link, (await mainOf(link)).status]).toEqual([link, 200]);
    const { data } = await graph.ask(`{ claims { totalCount } sources { totalCount } conflicts { totalCount } }`);
    expect(text).toContain(`${data.claims.totalCount} claims`);
    expect(text).toContain(`${data.sources.totalCount} sources`);
    expect(text).toContain(`${data.conflicts.totalCount} conflicts`);
    expect(text).not.toContain("Nothing is claimed here yet");
  });

  it("is of the moment that is asked for, and says where nothing was known yet", async () => {
    const { status, text } = await mainOf("/?knownAt=2001-01-01");
    expect(status).toBe(200);
    expect(text).toContain("Nothing is claimed here yet");
    expect(text).toContain("0 claims");
  });
});

describe("the search", () => {
  it("shows names first, then claims with the words found marked in the quote's own language", async () => {
    const { html, text } = await mainOf(`/?q=${encodeURIComponent("ممفيس")}`);
    expect(text.indexOf("Names")).toBeLessThan(text.indexOf("Claims, by the words"));
    expect(text).toContain("found as ممفيس");
    expect(html).toMatch(/<blockquote class="short" lang="ar" dir="rtl">[^<]*<mark>ممفيس<\/mark>/u);
    expect(text).toMatch(/\d citations? · \d origins?/u);
  });

  it("goes on where a page ends, each thing once", async () => {
    const first = await mainOf("/?q=tesla");
    const [, next] = /rel="next" href="([^"]+)"/u.exec(first.html) ?? [];
    const second = await mainOf(next!.replaceAll("&amp;", "&"));
    const ids = [first, second].flatMap(({ html }) =>
      [...html.matchAll(/data-row[^>]*><a href="\/[ce]\/([^"]+)"/gu)].map(([, id]) => id!),
    );
    const { data } = await graph.ask(`{ search(text: "tesla", first: 200) { totalCount edges { node { id } } } }`);
    const found = (data.search.edges as { node: { id: string } }[]).map(({ node }) => node.id);
    expect(ids).toHaveLength(found.length);
    expect(new Set(ids)).toEqual(new Set(found));
    expect(second.html).not.toContain('rel="next"');
    expect(second.text).toContain("From the beginning");
  });

  it("says what made no difference where nothing is found, and offers less", async () => {
    const { html, text } = await mainOf("/?q=Tesla+zeppelin&predicate=OWNS");
    expect(text).toContain("Nothing found for Tesla zeppelin");
    expect(text).toContain("tatweel");
    expect(html).toContain('href="/?q=Tesla"');
    expect(html).toContain('href="/?q=Tesla+zeppelin"');
    expect((await mainOf("/?q=zeppelin")).html).toContain('href="/?q=zeppeli"');
  });

  it("keeps what was asked in the box where it cannot be answered", async () => {
    const response = await fetch(`${graph.url}/?q=tesla&predicate=OWNZ`, { headers: { accept: "text/html" } });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toMatch(/name="q"[^>]*value="tesla"/u);
    expect(html).toContain("<code>BAD_USER_INPUT</code>");
    expect(html).toContain('<a href="/?q=tesla&amp;predicate=OWNZ">Try again</a>');
  });

  it("comes as CSV and JSON of the same question; a name that a spreadsheet would run is only text", async () => {
    await graph.curate("AddEntities", {
      entities: [{ kind: "COMPANY", names: [{ language: "en", text: "=Evil()" }] }],
    });
    const answer = await fetch(`${graph.url}/index.csv?q=evil`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });
    expect(rows).toMatchObject([{ kind: "COMPANY", name: "'=Evil()", match: "NAME" }]);
    const { data } = (await (await fetch(`${graph.url}/index.json?q=evil`)).json()) as {
      data: { search: { totalCount: number } };
    };
    expect(data.search.totalCount).toBe(1);
  });

  it("can be taken up by browsers", async () => {
    const answer = await fetch(`${graph.url}/opensearch.xml`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/opensearchdescription\+xml/u);
    expect(await answer.text()).toContain(`template="${graph.url}/?q={searchTerms}"`);
    const html = await (await fetch(graph.url, { headers: { accept: "text/html" } })).text();
    expect(html).toMatch(/<link rel="search"[^>]*href="\/opensearch.xml"/u);
  });

  it("offers as JSON what it finds while one types, of the kinds asked for; the address itself leads to the search", async () => {
    const answer = await fetch(`${graph.url}/suggest.json?q=tesla&kinds=CLUSTER,COMPANY&ui=ar`);
    const { data } = (await answer.json()) as {
      data: { search: { edges: { node: { name: string; kind: string } }[] } };
    };
    expect(data.search.edges[0]!.node).toMatchObject({ name: "تسلا", kind: "COMPANY", kindLabel: "شركة" });
    expect(data.search.edges.filter(({ node }) => !["CLUSTER", "COMPANY"].includes(node.kind))).toEqual([]);
    const moved = await fetch(`${graph.url}/suggest?q=tesla&ui=ar`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/?q=tesla&ui=ar"]);
  });
});

/** The id of some claim. */
async function aClaim(): Promise<string> {
  const { data } = await graph.ask(`{ claims(first: 1) { nodes { id } } }`);
  return String(data.claims.nodes[0].id);
}
