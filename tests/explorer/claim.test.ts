import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { exhibit, QUOTES, type Exhibit } from "./exhibit.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

let graph: TestGraph;
let shown: Exhibit;

beforeAll(async () => {
  graph = await serveGraph();
  shown = await exhibit(graph);
});

afterAll(() => graph?.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(graph.url + path, { headers: { accept: "text/html", ...headers }, redirect: "manual" });

/** The words of a page, as far as they can be read without a browser. */
function plain(html: string): string {
  return html
    .replace(/<(head|dialog)[^]*?<\/\1>/gu, "")
    .replace(/<[^>]+>/gu, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** How many pixels of two pictures differ by more than the smoothing of letters makes them. */
async function differingPixels(page: Page, ...pictures: readonly [Buffer, Buffer]): Promise<number> {
  const urls = pictures.map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
  return page.evaluate(async (both) => {
    const [one, other] = await Promise.all(
      both.map(async (url) => {
        const image = Object.assign(new Image(), { src: url });
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    return one!.reduce((sum, value, index) => sum + (Math.abs(value - other![index]!) > 48 ? 1 : 0), 0) / 3;
  }, urls);
}

describe("the page of a claim", () => {
  it("says how it is supported, where it comes from and in which words", async () => {
    const response = await get(`/c/${shown.claim}`);
    const html = await response.text();
    const text = plain(html);
    expect(response.status).toBe(200);
    expect(text).toContain(
      "3 citations in 3 sources from 1 origin: all of them lead back to Sawyer Merritt on X, 24 October 2024, so they count as one voice.",
    );
    for (const quote of Object.values(QUOTES)) expect(html).toContain(`>${quote}</blockquote>`);
    expect(html).toContain('<blockquote lang="ar" dir="rtl"');
    expect(html).toContain("نشرت ب<mark>الفعل وتتدرب");
    expect(text).toMatch(/found in the stored text, characters \d+–\d+, sha256 [0-9a-f]{64}/u);
    expect(text).toContain("No text of this source is kept here");
    expect(text).toContain("curator’s translation");
    expect(text).toMatch(/said by *Sawyer Merritt the investor/u);
    expect(html).toContain("https://news.example/musk#top:~:text=");
    expect(html.match(/class="Z3988" title="ctx_ver=Z39\.88-2004[^"]+rft\.identifier=https%3A%2F%2F/gu)).toHaveLength(
      3,
    );
    const copied = /data-copy="([^"]+)" data-key="y"/u.exec(html)![1]!;
    const lines = copied.split("\n");
    expect(lines[0]).toMatch(/^“[^“”]+”$/u);
    expect(lines.at(-1)).toBe(`${graph.url}/c/${shown.claim}#q1 (${shown.claim})`);
    expect(html.match(/marker-end="url\(#chain-end\)"/gu)).toHaveLength(6); // said in, twice repeated, thrice quoted
  });

  it("is in Arabic for who reads so, and as of a moment for who asks so", async () => {
    const html = await (await get(`/c/${shown.claim}?ui=ar`)).text();
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(plain(html)).toContain("فتُعدّ صوتًا واحدًا");
    const past = await get(`/c/${shown.claim}?knownAt=2020-01-01`);
    expect(past.status).toBe(404);
    const now = await (await get(`/c/${shown.claim}?validAt=2024-11`)).text();
    expect(now).toContain(`/e/${shown.post}?validAt=2024-11`);
    expect(now).toContain(`/c/${shown.claim}.csv?validAt=2024-11`);
    expect((await get(`/c/${shown.claim}.csv?validAt=2024-11`)).status).toBe(200);
  });

  it("says why it does not stand any longer, and what does; of a quote, that the text lost it", async () => {
    const other = await exhibit(await graphOfItsOwn());
    const { data } = await second!.ask(`{ claim(id: "${other.claim}") { subject { id } object { id } } }`);
    const { subject, object } = data.claim;
    const by = {
      ...{ subject: subject.id, predicate: "USES_CHIP", object: object.id, quantity: { amount: 30_000, unit: "chip" } },
      citations: [{ source: other.outlet, quote: "thirty thousand" }],
    };
    const { supersedeClaim } = await second!.curate("Supersede", { id: other.claim, by, reason: "miscounted" });
    const successor = supersedeClaim.claim.supersededBy.id as string;
    const page = async (path: string) => (await fetch(second!.url + path, { headers: { accept: "text/html" } })).text();
    const html = await page(`/c/${other.claim}`);
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(plain(html)).toMatch(/This claim was superseded\. On .* by noor\.miscounted.*In its place stands: /u);
    expect(html).toContain(`href="/c/${successor}"`);
    await second!.curate("Retract", { id: successor, reason: "withdrawn by its author" });
    expect(plain(await page(`/c/${successor}`))).toMatch(/This claim was retracted\..*withdrawn by its author/u);
    await second!.curate("AddSource", {
      source: {
        ...{ names: [{ language: "en", text: "Sawyer Merritt on X, 24 October 2024" }], sourceType: "POST" },
        ...{ url: "https://x.example/merritt/1", language: "en", text: "This post was edited." },
      },
    });
    const changed = await page(`/c/${other.claim}`);
    expect(plain(changed)).toContain("Not in the stored text any more.");
    expect(changed).toContain(`>${QUOTES.post}</blockquote>`);
  });

  it("has of many citations fifty at a time, and counts through", async () => {
    const words = Array.from({ length: 53 }, (_, index) => `rack ${index + 100} has them.`);
    const { addSource } = await graph.curate("AddSource", {
      source: {
        ...{ names: [{ language: "en", text: "An inventory" }], sourceType: "REPORT", language: "en" },
        ...{ url: "https://inventory.example/", text: words.join(" ") },
      },
    });
    const { data } = await graph.ask("{ clusters(first: 1) { nodes { id } } chips(first: 1) { nodes { id } } }");
    const { assertClaims } = await graph.curate("Assert", {
      claims: [
        {
          ...{ subject: data.clusters.nodes[0].id, predicate: "USES_CHIP", object: data.chips.nodes[0].id },
          ...{ quantity: { amount: 5300, unit: "chip" } },
          citations: words.map((quote) => ({ source: addSource.source.id as string, quote })),
        },
      ],
    });
    const { id } = assertClaims.claims[0];
    const first = await (await get(`/c/${id}`)).text();
    expect(plain(first)).toContain("Quotes 1 to 50 of 53.");
    const next = /rel="next" href="([^"]+)"/u.exec(first)![1]!.replaceAll("&amp;", "&");
    const rest = await (await get(next)).text();
    expect(plain(rest)).toContain("Quotes 51 to 53 of 53.");
    expect(rest).toContain('id="q53"');
    expect(plain(first)).toContain("53 citations in 1 source, An inventory, in its own words: one voice.");
  });

  it("keeps what was looked for where there is no such claim", async () => {
    const response = await get("/c/c_nothing");
    expect([response.status, (await response.text()).includes('value="c_nothing"')]).toEqual([404, true]);
  });

  it("leads there from the addresses by which claims, entities and sources are named", async () => {
    const moved = async (path: string, accept = "text/html,*/*;q=0.8") => {
      const { status, headers } = await get(path, { accept });
      return `${status} ${headers.get("location") ?? headers.get("content-type")}`;
    };
    const asOf = `?asOf=${encodeURIComponent(JSON.stringify({ validAt: "2024" }))}`;
    expect(await moved(`/claims/${shown.claim}`)).toBe(`303 ../c/${shown.claim}`);
    expect(await moved(`/entities/xai${asOf}`)).toBe("303 ../e/xai?validAt=2024");
    expect(await moved(`/sources/${shown.post}`)).toBe(`303 ../e/${shown.post}`);
    expect(await moved(`/claims/${shown.claim}`, "*/*")).toMatch(/^200 /u);
    expect(await moved(`/claims/${shown.claim}`, "text/csv, text/html;q=0.5")).toMatch(/^200 text\/csv/u);
    expect(await moved(`/claims/${shown.claim}.csv`)).toMatch(/^200 text\/csv/u);
  });

  it("is not made again for who has it, until something has changed, or for somebody else", async () => {
    const path = `/c/${shown.claim}`;
    const { headers } = await get(path);
    const etag = headers.get("etag")!;
    expect([headers.get("cache-control"), headers.get("vary")]).toEqual([
      "no-cache",
      "Accept, Accept-Encoding, Authorization, Cookie",
    ]);
    graph.statementsSent();
    const same = await get(path, { "if-none-match": `"another", ${etag}` });
    expect([same.status, await same.text(), graph.statementsSent()]).toEqual([304, "", []]);
    const others: Readonly<Record<string, string>>[] = [
      { cookie: "sanad-theme=dark" },
      { accept: "application/json" },
      { authorization: "Test noor curator" },
    ];
    for (const other of others) expect((await get(path, { "if-none-match": etag, ...other })).status).toBe(200);
    const own = await get(path, { authorization: "Test noor curator" });
    expect(own.headers.get("cache-control")).toBe("private, no-cache");
    await graph.curate("SetRank", { id: shown.claim, rank: "PREFERRED", reason: "first-hand" });
    const changed = await get(path, { "if-none-match": etag });
    expect([changed.status, plain(await changed.text()).includes("first-hand")]).toEqual([200, true]);
  });
});

/** A graph in which claims may be withdrawn without the other tests' seeing it. */
let second: TestGraph | null = null;

async function graphOfItsOwn(): Promise<TestGraph> {
  return (second ??= await serveGraph());
}

afterAll(() => second?.close());

describe.skipIf(!chromiumFile)("the page of a claim in a browser", () => {
  let visitor: Visitor;
  const visit = <T>(path: string, options: Parameters<Visitor["visit"]>[1], act: (page: Page) => Promise<T>) =>
    visitor.visit(path, options, act);

  beforeAll(async () => {
    visitor = await Visitor.before(graph);
  });

  afterAll(() => visitor?.leave());

  it.each(Object.entries(LOOKS))("has nothing that axe finds wrong: %s", async (name, look) => {
    await visit(`/c/${shown.claim}`, look, async (page) => {
      expect(await violationsOf(page)).toEqual([]);
      const isPhone = name === "phone";
      expect(await page.isVisible(".chain-drawing")).toBe(!isPhone);
      expect(await page.isVisible(".chain-list")).toBe(isPhone);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.evaluate("document.querySelector('#keys').showModal()");
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it("is whole without scripts, and offers nothing that needs them", async () => {
    await visit(`/c/${shown.claim}`, { ...LOOKS.light, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("blockquote").allTextContents()).toEqual(
        expect.arrayContaining([...Object.values(QUOTES)]),
      );
      expect(await page.locator("[data-needs-script]:visible").count()).toBe(0);
      await page.locator(".citation details:not([open]) summary").first().click();
      expect(await page.locator(".stored mark:visible").count()).toBe(2);
    });
  });

  it("is read with single keys, on an Arabic keyboard too, until they are turned off", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await visit(`/c/${shown.claim}`, { ...LOOKS.light, permissions }, async (page) => {
      const focused = () => page.evaluate<string>("document.activeElement.id");
      await page.keyboard.press("j");
      expect(await focused()).toBe("q1");
      await page.evaluate(
        `document.dispatchEvent(new KeyboardEvent("keydown", { key: "ت", code: "KeyJ", bubbles: true }))`,
      );
      expect(await focused()).toBe("q2");
      await page.keyboard.press("k");
      expect(await focused()).toBe("q1");
      await page.keyboard.press("j");
      await page.keyboard.press("y");
      await page.getByText("Copied", { exact: true }).waitFor();
      const copied = await page.evaluate<string>("navigator.clipboard.readText()");
      expect(copied).toBe(await page.locator("#q2 [data-copy]").getAttribute("data-copy"));
      await page.keyboard.press("/");
      await page.keyboard.type("j?");
      expect(await page.inputValue("header input[type=search]")).toBe("j?");
      await page.locator("#q1").focus();
      await page.keyboard.press("?");
      const dialog = page.getByRole("dialog");
      expect(await dialog.locator("kbd").allTextContents()).toEqual(["/", "j", "k", "y", "o", "g", "p"]);
      await dialog.getByRole("checkbox").uncheck();
      await page.keyboard.press("Escape");
      await page.locator("#q1").focus();
      await page.keyboard.press("j");
      await page.keyboard.press("?");
      expect([await focused(), await dialog.isVisible()]).toEqual(["q1", false]);
      await page.reload();
      await page.locator("#q1").focus();
      await page.keyboard.press("j");
      expect(await focused()).toBe("q1");
      await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
      expect(await dialog.getByRole("checkbox").isChecked()).toBe(false);
    });
  });

  it("shows the words in their place, Arabic joined where the mark begins within a word", async () => {
    await visit(`/c/${shown.claim}`, { ...LOOKS.light, deviceScaleFactor: 3 }, async (page) => {
      await page.evaluate("document.fonts.ready");
      const stored = page.locator(".stored:has([dir=rtl])");
      await page.locator("details:has(.stored [dir=rtl]) summary").evaluate((summary) => {
        (summary.parentElement as HTMLDetailsElement).open = true;
      });
      const isInView = `(() => { const region = document.querySelector(".stored:has([dir=rtl])").getBoundingClientRect();
        const mark = document.querySelector(".stored [dir=rtl] mark").getBoundingClientRect();
        return mark.top >= region.top && mark.top < region.bottom; })()`;
      expect(await page.evaluate(isInView)).toBe(true);
      await stored.locator("mark").evaluate((mark) => (mark.style.background = "none"));
      const marked = await stored.screenshot();
      await stored.locator("mark").evaluate((mark) => mark.before("\u200C")); // keeps letters from joining
      const apart = await stored.screenshot();
      await stored.locator("p").evaluate((text) => {
        const mark = text.querySelector("mark")!;
        mark.previousSibling!.remove();
        mark.replaceWith(...mark.childNodes);
        text.normalize();
      });
      const unmarked = await stored.screenshot();
      // letters that are drawn at other fractions of a pixel are smoothed otherwise; one that does not join has another shape
      const smoothing = await differingPixels(page, marked, unmarked);
      expect(await differingPixels(page, marked, apart)).toBeGreaterThan(4 * smoothing + 100);
    });
  });

  it.each(["en", "ar"])("draws where it comes from within its boxes: %s", async (ui) => {
    await visit(`/c/${shown.claim}?ui=${ui}`, LOOKS.light, async (page) => {
      await page.evaluate("document.fonts.ready");
      const widths = await page.evaluate<{ text: number; box: number }[]>(
        `[...document.querySelectorAll(".chain-drawing a, .chain-drawing .line-label")].flatMap((one) => [...one.querySelectorAll("tspan, text:not(:has(tspan))")].map((text) => (
          { text: text.getComputedTextLength(), box: one.querySelector("rect").width.baseVal.value })))`,
      );
      expect(widths.length).toBeGreaterThan(12);
      for (const { text, box } of widths) expect(text).toBeLessThanOrEqual(box - 8);
      const speaker = (await page.locator(".chain-drawing .speaker").boundingBox())!;
      const claim = (await page.locator(".chain-drawing .claim").boundingBox())!;
      expect(speaker.x < claim.x).toBe(ui === "en");
    });
  });

  it("stands on paper as it stands on the screen, everything opened and nothing to press", async () => {
    await visit(`/c/${shown.claim}`, LOOKS.light, async (page) => {
      await page.emulateMedia({ media: "print" });
      const style = (selector: string, name: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element, of) => getComputedStyle(element).getPropertyValue(of), name);
      expect(await page.locator(".actions:visible, header nav:visible, button:visible").count()).toBe(0);
      expect(await page.locator(".stored mark:visible").count()).toBe(2);
      expect(await style("mark", "text-decoration-line")).toBe("underline");
      expect(await style("mark", "font-weight")).toBe("700");
      const after = await page
        .locator(".citation h3 a[href^='/e/']")
        .first()
        .evaluate((link) => getComputedStyle(link, "::after").content);
      expect(after).toContain("/e/");
      expect(await page.locator(".on-paper:visible").allTextContents()).toContain("https://outlet.example/tesla");
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf.toString("latin1").match(/\/Type \/Page\b/gu)!.length).toBeGreaterThan(0);
      const drawing = (await page.locator(".chain-drawing").boundingBox())!;
      expect(drawing.width).toBeGreaterThan(300);
    });
  });

  it("lets pages of claims and entities be fetched before they are opened", async () => {
    await visit(`/c/${shown.claim}`, LOOKS.light, async (page) => {
      const session = await page.context().newCDPSession(page);
      const rules = new Promise<{ errorMessage?: string; sourceText: string }>((resolve) => {
        session.on("Preload.ruleSetUpdated", ({ ruleSet }) => resolve(ruleSet));
      });
      await session.send("Preload.enable");
      const { errorMessage, sourceText } = await rules;
      expect([errorMessage, JSON.parse(sourceText)]).toEqual([undefined, { prefetch: [expect.anything()] }]);
    });
  });
});
