import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

/** Two paragraphs, Arabic and Latin, a sign of two code units before all that is quoted. */
const TEXT =
  "🙂 أعلنت شركة المثال أن مركزها يعمل بقدرة 120 ميغاواط.\n\nThe lab runs at 120 MW, and the lab will grow to 300 MW in 2026.\n";

let graph: TestGraph;
/** What was put there, by what it is called here. */
const ids: Record<string, string> = {};
let afterSeed: string;

beforeAll(async () => {
  graph = await serveGraph();
  await record();
});

afterAll(async () => {
  await graph?.close();
});

/** A lab with claims enough for pages, dates enough for a drawing, and of every rank and status; sources with a text, an older text, and none. */
async function record(): Promise<void> {
  const { addEntities } = await graph.curate("AddEntities", {
    entities: [
      {
        ...{ kind: "CLUSTER", names: [text("en", "Example Lab"), text("ar", "مختبر المثال")] },
        ...{ aliases: [text("en", "The Lab")], descriptions: [text("en", "A lab for examples.")] },
        identifiers: [{ scheme: "WIKIDATA", value: "Q424242" }],
      },
      { kind: "CLUSTER", names: [text("en", "Lab of Examples")] },
      { kind: "CLUSTER", names: [text("en", "Nothing Said")] },
    ],
  });
  name(addEntities.entities as Made, ["lab", "twin", "bare"]);
  const source = async (name: string, more: object) =>
    (await graph.curate("AddSource", { source: { names: [text("en", name)], sourceType: "ARTICLE", ...more } }))
      .addSource.source.id as string;
  ids["told"] = await source("Told first", {});
  ids["source"] = await source("On the lab", {
    ...{ url: "https://example.org/lab", language: "ar", text: TEXT, derivedFrom: [ids["told"]] },
    ...{ license: "CC-BY-4.0", attribution: "The Example Times" },
  });
  const from = (quote: string) => ({ citations: [{ source: ids["source"], quote }] });
  const power = (amount: number, more: object) => ({
    ...{ subject: ids["lab"], predicate: "POWER_CAPACITY", quantity: { amount, unit: "MW" } },
    ...more,
  });
  const remark = (words: string) => ({ subject: ids["lab"], predicate: "REMARK", text: [text("en", words)] });
  const { assertClaims } = await graph.curate("Assert", {
    claims: [
      power(120, { validFrom: "2024", ...from("The lab runs at 120 MW, and the lab") }),
      power(150, { validFrom: "2025-03", ...from("120 MW") }),
      power(300, { validFrom: "2026", modality: "PLANNED", ...from("the lab will grow to 300 MW in 2026") }),
      { ...{ subject: "tesla", predicate: "OWNS", object: ids["lab"] }, ...from("شرك") },
      ...["Wrong", "Old", "Best"].map((words) => ({
        ...remark(words),
        citations: [{ source: ids["told"], quote: words }],
      })),
      ...Array.from({ length: 55 }, (_, index) => ({ ...remark(`Remark ${index}`), ...from("🙂") })),
    ],
  });
  name(assertClaims.claims as Made, ["power", "later", "planned", "owned", "wrong", "old", "best"]);
  await wait(5); // what was recorded before is known at that moment, what is done afterwards is not
  afterSeed = new Date().toISOString();
  await wait(5);
  await graph.curate("Retract", { id: ids["wrong"], reason: "It was a misprint." });
  await graph.curate("SetRank", { id: ids["old"], rank: "DEPRECATED", reason: "There is a newer one." });
  await graph.curate("SetRank", { id: ids["best"], rank: "PREFERRED", reason: "It is the clearest." });
  await graph.curate("Merge", { keep: ids["lab"], merge: ids["twin"], reason: "Two names of one lab." });
}

type Made = readonly { readonly id: string }[];

/** Keeps the ids of the first of what was made. */
function name(made: Made, names: readonly string[]): void {
  for (const [index, name] of names.entries()) ids[name] = made[index]!.id;
}

const text = (language: string, words: string) => ({ language, text: words });

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(graph.url + path, { headers, redirect: "manual" });
  const body = await response.text();
  return { status: response.status, location: response.headers.get("location"), body, main: wordsOf(body) };
}

/** What of a page is read: its main part without the tags. */
function wordsOf(html: string): string {
  const [, main = ""] = /<main[^>]*>(.*)<\/main>/su.exec(html) ?? [];
  return main.replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
}

describe("the page of an entity", () => {
  it("tells what it is called, where else it is known, and what was merged into it", async () => {
    const { status, body, main } = await get(`/e/${ids["lab"]}`);
    expect(status).toBe(200);
    expect(body).toMatch(/<h1><bdi lang="en" dir="ltr">Example Lab<\/bdi><\/h1>/u);
    expect(body).toContain(`<bdi lang="ar" dir="rtl">مختبر المثال</bdi>`);
    expect(body).toContain(`href="https://www.wikidata.org/entity/Q424242"`);
    for (const words of ["A lab for examples.", "The Lab", "Lab of Examples", `Also merged here: ${ids["twin"]}`]) {
      expect(main).toContain(words);
    }
    expect(main).toContain("Two names of one lab.");
    const arabic = await get(`/e/${ids["lab"]}?ui=ar`);
    expect(arabic.body).toMatch(/<html lang="ar" dir="rtl"/u);
    expect(arabic.body).toMatch(/<h1><bdi lang="ar" dir="rtl">مختبر المثال/u);
  });

  it("leads from a merged id to the kept one, whatever else was asked, and finds words for one that nobody has", async () => {
    const moved = await get(`/e/${ids["twin"]}?sort=amount&ui=ar`);
    expect([moved.status, moved.location]).toEqual([301, `/e/${ids["lab"]}?sort=amount&ui=ar`]);
    const { status, body } = await get("/e/nobody");
    expect(status).toBe(404);
    expect(body).toMatch(/<input type="search" name="q" value="nobody"/u);
  });

  it("shows what is preferred first, in pages, and folds what is not shown with the reason", async () => {
    const first = await get(`/e/${ids["lab"]}?predicate=REMARK`);
    expect(first.main).toContain("56 claims");
    expect(first.main).toContain("2 not shown");
    for (const reason of ["It was a misprint.", "There is a newer one."]) expect(first.main).toContain(reason);
    expect(rowsOf(first.body)).toHaveLength(52);
    const next = /<a href="([^"]*)"[^>]*rel="next"/u.exec(first.body)![1]!.replaceAll("&amp;", "&");
    const second = await get(next.split("#")[0]!);
    expect(rowsOf(second.body)).toHaveLength(8);
    const all = [...rowsOf(first.body).slice(0, 50), ...rowsOf(second.body).slice(0, 6)];
    expect(new Set(all).size).toBe(56);
    const page = all.includes(ids["best"]!) && rowsOf(first.body).includes(ids["best"]!) ? first : second;
    expect(rowsOf(page.body)[0]).toBe(ids["best"]);
  });

  it("is narrowed and ordered by links that say how many there are", async () => {
    const whole = await get(`/e/${ids["lab"]}`);
    expect(whole.body).toMatch(/href="[^"]*role=SUBJECT&amp;predicate=POWER_CAPACITY">power capacity <span>3</u);
    const planned = await get(`/e/${ids["lab"]}?modality=PLANNED`);
    expect(planned.main).toContain("1 claim ");
    const amounts = await get(`/e/${ids["lab"]}?predicate=POWER_CAPACITY&sort=amount`);
    expect(amounts.main.match(/(300|150|120) MW/gu)!.slice(-3)).toEqual(["300 MW", "150 MW", "120 MW"]);
    const leading = await get(`/e/${ids["lab"]}?role=OBJECT`);
    expect(rowsOf(leading.body)).toEqual([ids["owned"]]);
    const refused = await get(`/e/${ids["lab"]}?predicate=POWER`);
    expect(refused.status).toBe(200); // what it is called is known all the same
    expect(refused.body.match(/no predicate of this ontology/gu)).toHaveLength(1);
    expect((await get(`/e/${ids["lab"]}?validAt=soon`)).status).toBe(400);
  });

  it("draws amounts over time, what is planned hollow, each dot a link to its claim", async () => {
    const { body } = await get(`/e/${ids["lab"]}`);
    const [plot = ""] = /<svg viewBox.*?<\/svg>/su.exec(body.slice(body.indexOf('class="plot"'))) ?? [];
    const dots = [...plot.matchAll(/<a href="\/c\/(\w+)" aria-label="([^"]*)" class="dot modality-(\w+)/gu)];
    expect(dots.map(([, , , modality]) => modality)).toEqual(["actual", "actual", "planned"]);
    expect(dots[0]![1]).toBe(ids["power"]);
    expect(dots[0]![2]).toContain("120 MW");
  });

  it("is as of another moment where that is asked, and its links stay there", async () => {
    const { body, main } = await get(`/e/${ids["lab"]}?knownAt=${afterSeed}`);
    expect(main).not.toContain("Also merged here");
    expect(main).toContain("Wrong");
    expect(main).not.toContain("not shown");
    expect(body).toContain(`/c/${ids["wrong"]}?knownAt=`);
  });

  it("says that nothing is claimed where nothing is", async () => {
    const { status, main } = await get(`/e/${ids["bare"]}`);
    expect(status).toBe(200);
    expect(main).toContain("Nothing is claimed of it yet.");
  });

  it("has its claims beside it as files, which obey what the page is asked", async () => {
    const csv = await get(`/e/${ids["lab"]}.csv?predicate=POWER_CAPACITY&modality=PLANNED`);
    const lines = csv.body.trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("the lab will grow to 300 MW in 2026");
    const leading = await get(`/e/${ids["lab"]}.csv?role=OBJECT`);
    expect(leading.body.trim().split("\r\n")).toHaveLength(2);
    const then = await get(`/e/${ids["lab"]}.csv?predicate=REMARK&knownAt=${afterSeed}`);
    expect(then.body).toContain("Wrong");
    expect((await get(`/e/${ids["lab"]}.jsonld?role=OBJECT`)).body).toContain(ids["owned"]);
    const json = JSON.parse((await get(`/e/${ids["lab"]}.json`)).body) as { data: { entity: { id: string } } };
    expect(json.data.entity.id).toBe(ids["lab"]);
    expect((await get(`/e/nobody.csv`)).status).toBe(404);
  });
});

/** The claims of the rows, in order. */
function rowsOf(html: string): string[] {
  return [...html.matchAll(/<li data-row[^>]*><div class="said"><a href="\/c\/(\w+)/gu)].map(([, id]) => id!);
}

describe("the page of a source", () => {
  it("has its text letter for letter, with every quote where it stands, and what it takes from", async () => {
    const { body, main } = await get(`/e/${ids["source"]}`);
    for (const words of ["CC-BY-4.0", "The Example Times", "Taken from Told first", "59 quotes"]) {
      expect(main).toContain(words);
    }
    const start = TEXT.indexOf("120 MW");
    expect(body).toMatch(new RegExp(`<mark id="q-${start}-${start + 6}"[^>]*class="several"`, "u"));
    expect((await get(`/e/${ids["told"]}`)).main).toMatch(/Repeated by On the lab/u);
  });

  it("lists the quotes alone where no text is stored, and says so", async () => {
    const { main } = await get(`/e/${ids["told"]}`);
    expect(main).toContain("No text of it is stored here");
    expect(main).toContain("Best A remark on Example Lab: “Best”");
  });

  it("sets words apart that its text no longer has, as they were recorded", async () => {
    const moved = { names: [text("en", "Rewritten")], sourceType: "ARTICLE", url: "https://example.org/rewritten" };
    const { addSource } = await graph.curate("AddSource", {
      source: { ...moved, text: "It has forty racks. It hums." },
    });
    const { id } = addSource.source;
    const citations = ["forty racks", "hums"].map((quote) => ({ source: id, quote }));
    const claims = [{ subject: ids["bare"], predicate: "REMARK", text: [text("en", "Racks")], citations }];
    await graph.curate("Assert", { claims });
    await graph.curate("AddSource", { source: { ...moved, text: "It has fifty racks. It hums." } });
    const { body, main } = await get(`/e/${id}`);
    expect(body.match(/<mark/gu)).toHaveLength(1);
    expect(main.slice(main.indexOf("No longer in the text"))).toContain("forty racks");
  });

  it("is nothing to readers where it is restricted", async () => {
    const { addSource } = await graph.curate("AddSource", {
      source: { names: [text("en", "Secret")], sourceType: "REPORT", restricted: true },
    });
    const path = `/e/${addSource.source.id}`;
    expect((await get(path)).status).toBe(404);
    const curator = await get(path, { authorization: "Test noor curator" });
    expect([curator.status, curator.main.includes("Restricted")]).toEqual([200, true]);
  });
});

describe.skipIf(!chromiumFile)("in a browser", () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await Visitor.before(graph);
  });

  afterAll(async () => {
    await visitor?.leave();
  });

  it.each(Object.entries(LOOKS))("axe finds nothing wrong with an entity and a source: %s", async (_, look) => {
    for (const path of [`/e/${ids["lab"]}`, `/e/${ids["source"]}`, "/e/article?ui=ar"]) {
      await visitor.visit(path, look, async (page) => {
        expect(await violationsOf(page)).toEqual([]);
        expect(await widthBeyond(page)).toBe(0);
      });
    }
  });

  it("gives the text's own places back from what is selected, without scripts too", async () => {
    const javaScriptEnabled = false;
    await visitor.visit(`/e/${ids["source"]}`, { ...LOOKS.light, javaScriptEnabled }, async (page) => {
      const paragraphs = page.locator("[data-source] [data-start]");
      const texts = await paragraphs.allTextContents();
      expect(texts.join("")).toBe(TEXT);
      for (const [index, paragraph] of texts.entries()) {
        const start = Number(await paragraphs.nth(index).getAttribute("data-start"));
        expect(TEXT.slice(start, start + paragraph.length)).toBe(paragraph);
      }
    });
  });

  it("goes along quotes and notes by keys, and shows which belong together", async () => {
    await visitor.visit(`/e/${ids["source"]}`, LOOKS.light, async (page) => {
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.keyboard.press("]");
      expect(await focused()).toBe("🙂");
      await page.keyboard.press("]");
      expect(await focused()).toBe("شرك");
      expect(await page.locator(".notes .lit").textContent()).toContain("Tesla owns Example Lab");
      await page.keyboard.press("[");
      expect(await focused()).toBe("🙂");
      await page.keyboard.press("j");
      expect(await page.evaluate(() => document.activeElement?.closest("[data-note]")?.id)).toMatch(/^n-0-2$/u);
      expect(await page.locator("mark.lit").allTextContents()).toEqual(["🙂"]);
    });
    const start = TEXT.indexOf("The lab");
    await visitor.visit(`/e/${ids["source"]}#q-${start}-${start + 35}`, LOOKS.light, async (page) => {
      expect((await page.locator("mark.lit").allTextContents()).join("")).toBe("The lab runs at 120 MW, and the lab");
    });
  });

  it("keeps Arabic letters joined where a highlight begins or ends inside a word", async () => {
    await visitor.visit(`/e/${ids["source"]}`, LOOKS.light, async (page) => {
      const [marked, plain, apart] = await widthsOf(page, "شركة");
      expect(marked).toBe(plain);
      expect(apart).not.toBe(plain); // letters that do not join are wider: what is measured tells one from the other
    });
  });
});

const widthBeyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How wide a word is as it stands there, highlighted in part; by itself; and with its letters kept apart where the highlight ends. */
async function widthsOf(page: Page, word: string): Promise<number[]> {
  await page.evaluate("document.fonts.ready");
  return page.evaluate((word) => {
    const paragraph = [...document.querySelectorAll("[data-start]")].find((one) => one.textContent.includes(word))!;
    const mark = [...paragraph.querySelectorAll("mark")].find((one) => word.startsWith(one.textContent))!;
    const range = document.createRange();
    range.setStart(mark.querySelector("a")!.firstChild!, 0);
    range.setEnd(mark.nextSibling!, word.length - mark.textContent.length);
    const widthOf = (text: string) => {
      const own = document.createElement("span");
      own.textContent = text;
      paragraph.append(own);
      const { width } = own.getBoundingClientRect();
      own.remove();
      return width;
    };
    const cut = mark.textContent.length;
    const widths = [range.getBoundingClientRect().width, widthOf(word)];
    return [...widths, widthOf(`${word.slice(0, cut)}\u200c${word.slice(cut)}`)].map(
      (width) => Math.round(width * 10) / 10,
    );
  }, word);
}
