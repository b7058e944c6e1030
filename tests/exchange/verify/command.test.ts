import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { VerifiedQuote, VerifiedSource } from "../../../src/exchange/verify/verifySources.js";
import { useSanad, type Ended, type Settings } from "../../cli/sanad.js";
import { encoded } from "./encoded.js";
import { MANUSCRIPTS } from "../fixtures/manuscripts.js";

const sanad = useSanad();
const project = path.resolve(import.meta.dirname, "../../..");
const ARTICLE = readFileSync(path.join(project, "seeds/musk-ai-compute/texts/000_91362e428e7d1728.txt"), "utf8");
const CATALOGUE = readFileSync(path.join(project, MANUSCRIPTS.seeds, "texts/catalogue.txt"), "utf8");

let article: Settings;
let manuscripts: Settings;
beforeAll(async () => {
  article = { SANAD_DATA: sanad.inFolder("article") };
  manuscripts = {
    SANAD_DATA: sanad.inFolder("manuscripts"),
    SANAD_ONTOLOGY: path.join(project, MANUSCRIPTS.ontology),
    SANAD_SEEDS: path.join(project, MANUSCRIPTS.seeds),
  };
  for (const settings of [article, manuscripts]) expect((await sanad.run(["seed"], settings)).code).toBe(0);
});

/** Writes files into a folder of the test's own. */
async function folder(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const made = sanad.inFolder(name);
  await mkdir(made, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(made, file), content);
  return made;
}

const verify = (settings: Settings, ...args: string[]) => sanad.run(["verify", ...args], settings);

async function verified(settings: Settings, ...args: string[]) {
  const { code, stdout, stderr } = await verify(settings, "--json", ...args);
  expect(stderr).toBe("");
  const sources = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as VerifiedSource);
  return { code, sources, quotes: sources.flatMap(({ quotes }) => quotes) };
}

/** How many quotes there are of each outcome. */
function counts(quotes: readonly VerifiedQuote[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { outcome } of quotes) found[outcome] = (found[outcome] ?? 0) + 1;
  return found;
}

/** The article as a news site has it. */
function page(charset: string, encode: (text: string) => string = (text) => text): string {
  const paragraphs = ARTICLE.split("\n").map((line) => {
    const marked = encode(line.replace(/&/gu, "&amp;").replace(/</gu, "&lt;"));
    return `<p>${marked.replace("Tesla", '<a href="https://example.org/t" title="x"><b>Tesla</b></a>')}</p>`;
  });
  return [
    `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">`,
    "<title>خبر</title><style>p { color: red }</style><script>var Tesla = 1;</script></head><body>",
    '<div id="wm-ipp-base">The Wayback Machine</div><nav><ul><li><a href="/">الرئيسية</a></li></ul></nav>',
    `<h1>ماسك وخصومه</h1>\n${paragraphs.join("\n<img src='x.png' alt='صورة'>\n")}\n</body></html>`,
  ].join("\n");
}

describe("sanad verify", () => {
  it("without a copy finds every quote in the stored text", async () => {
    expect(await verify(article)).toEqual({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(
        /^article \(The article .*\): (\d+) quotes: \1 stand where they stood\n1 source: \1 quotes: \1 stand where they stood\.\n$/u,
      ) as string,
    });
  });

  it("tells what has moved, what is gone, and what stands with other typography", async () => {
    const copy = await folder("changed", {
      "article.txt": `عنوان جديد\n${ARTICLE.replaceAll("29000", "92000").replaceAll("“", '"').replaceAll("الموعد المحدد", "الموعد\u00A0المحدد")}`,
    });
    const { code, quotes } = await verified(article, "--copies", copy);
    expect(code).toBe(1);
    const text = await readFile(path.join(copy, "article.txt"), "utf8");
    const { GONE = 0, MOVED = 0, STANDS_FOLDED = 0, ...others } = counts(quotes);
    expect([Object.keys(others), Math.min(GONE, MOVED, STANDS_FOLDED) > 3]).toEqual([[], true]);
    for (const { outcome, quote, start, end, now, passage, likeness } of quotes) {
      expect(outcome === "GONE").toBe(quote.includes("29000"));
      if (outcome === "GONE") {
        expect([now, likeness! >= 0.5]).toEqual([null, true]);
        expect(text).toContain(passage);
        continue;
      }
      expect(ARTICLE.slice(start!, end!)).toBe(quote);
      expect(now!.start).toBeGreaterThan(start!);
      const reads = text.slice(now!.start, now!.end);
      expect(reads === quote).toBe(outcome === "MOVED");
      expect(passage).toBe(outcome === "MOVED" ? null : reads);
      expect(/[“]|الموعد المحدد/u.test(quote)).toBe(outcome === "STANDS_FOLDED");
    }
    const shown = await verify(article, "--copies", copy);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toMatch(
      / {2}gone: ".*29000.*"\n {4}\d\d% of its words stand in ".+"\n {4}cited by the claims? c_/u,
    );
  });

  it.each<[string, Buffer]>([
    ["in UTF-8", Buffer.from(page("utf-8"))],
    ["in UTF-16", Buffer.from(`\uFEFF${page("utf-16")}`, "utf16le")],
    ["in windows-1256", encoded(page("windows-1256"), "windows-1256")],
    ["with entities for all that is not ASCII", encoded(page("us-ascii"), "latin1")],
  ])("reads a saved page %s", async (what, bytes) => {
    const copies = await folder(what, { "article.html": bytes });
    const texts = sanad.inFolder(`${what} texts`);
    const { code, quotes } = await verified(article, "--copies", copies, "--texts", texts);
    expect([code, counts(quotes)]).toEqual([0, { MOVED: quotes.length }]);
    const text = await readFile(path.join(texts, "article.txt"), "utf8");
    for (const { quote, now } of quotes) expect(text.slice(now!.start, now!.end)).toBe(quote);
    expect(text).toMatch(/^الرئيسية\s+ماسك وخصومه\s/u);
    expect(text).not.toMatch(/example\.org|color|var|صورة|Wayback/u);
  });

  it("looks at one source of an address, and writes a report", async () => {
    const copy = await folder("one", { "any.txt": CATALOGUE.replace("90½", "912") });
    const report = path.join(copy, "report.csv");
    const address = "https://web.archive.org/web/20240102030405/http://www.example.org/katalog/";
    const { code, stdout } = await verify(
      ...([manuscripts, "--source", address, "--copy", path.join(copy, "any.txt"), "--report", report] as const),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^catalogue .*: 5 quotes: 3 stand where they stood, 2 gone$/mu);
    expect(stdout).not.toContain("letter");
    const csv = await readFile(report, "utf8");
    const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(["GONE", "GONE", "STANDS", "STANDS", "STANDS"]);
    expect(rows[0]).toMatchObject({ source: "catalogue", outcome: "STANDS", likeness: "", fault: "" });
    expect(CATALOGUE.slice(Number(rows[0]!["now_start"]), Number(rows[0]!["now_end"]))).toBe(rows[0]!["quote"]);
  });

  it.each([
    ["index.csv", "Quelle;file;source\nx;k.txt;https://example.org/katalog#s3\ny;brief.txt;letter\n"],
    ["index.yaml", "https://example.org/katalog: k.txt\nletter: brief.txt\n"],
  ])("takes a folder's %s, and sources whose text is not stored", async (name, index) => {
    const letter = "Ich schrieb es at Christmas of 1401.";
    const copies = await folder(`indexed ${name}`, {
      [name]: index,
      "k.txt": CATALOGUE,
      "brief.txt": letter,
      "z.txt": "",
    });
    const { code, sources } = await verified(manuscripts, "--copies", copies);
    expect(code).toBe(0);
    expect(sources.map(({ source, quotes }) => [source, counts(quotes)])).toEqual([
      ["catalogue", { STANDS: 5 }],
      ["letter", { STANDS: 1 }],
    ]);
    expect(sources[1]!.quotes[0]).toMatchObject({ start: null, now: { start: letter.indexOf("at C"), end: 35 } });
  });

  it("tells which sources have no copy, and changes nothing", async () => {
    const copies = await folder("letter alone", { "letter.txt": "nothing of it" });
    const { code, sources } = await verified(manuscripts, "--copies", copies);
    expect(code).toBe(1);
    expect(sources.map(({ source, copy, quotes }) => [source, copy && path.basename(copy), counts(quotes)])).toEqual([
      ["catalogue", null, { NOT_COPIED: 5 }],
      ["letter", "letter.txt", { GONE: 1 }],
    ]);
    expect((await sanad.run(["check"], manuscripts)).stdout).toMatch(/all is well/u);
  });

  it("says of a copy that it cannot be read, and goes on", async () => {
    const copies = await folder("unreadable", { "catalogue.pdf": "%PDF-1.7\n", "letter.txt": "at Christmas of 1401" });
    const { code, sources } = await verified(manuscripts, "--copies", copies);
    expect([code, sources.map(({ quotes }) => counts(quotes))]).toEqual([1, [{ UNREADABLE: 5 }, { STANDS: 1 }]]);
    const { stdout } = await verify(manuscripts, "--copies", copies);
    expect(stdout).toMatch(
      /^catalogue .*: 5 not sought, for the copy cannot be read\n {2}the copy is a PDF, .*\nletter /u,
    );
  });

  describe("refuses, before it looks at a copy,", () => {
    /** One message on stderr and nothing else. */
    function expectRefusal({ code, stdout, stderr }: Ended, message: RegExp): void {
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(/^sanad: /u);
      expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/u);
      expect([code, stdout]).toEqual([1, ""]);
    }

    it.each<[string, Readonly<Record<string, string>>, RegExp]>([
      [
        "names that are no source's",
        { "catalog.html": "", "lettre.txt": "" },
        /catalog\.html: there is no source .*"catalogue"\?\nlettre\.txt: .*"letter"\?\n$/u,
      ],
      [
        "an address that is no source's",
        { "index.csv": "source,file\nhttps://example.org/kataloge,a.txt\n" },
        /index\.csv:2: .*did you mean "https:\/\/example\.org\/katalog"/u,
      ],
      [
        "two copies of one source",
        { "letter.txt": "a", "letter.html": "b" },
        /letter\.txt: the source letter has a copy already, by letter\.html/u,
      ],
      [
        "an index without its columns",
        { "index.csv": "id,file\nletter,a.txt\n" },
        /index\.csv:2: a row of the index has a `source`/u,
      ],
      [
        "an index that is no table",
        { "index.csv": 'source,file\n"letter,a.txt\n' },
        /index\.csv is no table: .*quote/iu,
      ],
      ["an index of another form", { "index.yaml": "letter: [a, b]\n" }, /index\.yaml:1/u],
      ["a folder without copies", {}, /there is no copy in /u],
    ])("%s", async (what, files, message) => {
      expectRefusal(await verify(manuscripts, "--copies", await folder(`refused ${what}`, files)), message);
    });

    it("options that do not go together, folders that are not there, and a report that cannot be written", async () => {
      expectRefusal(await verify(manuscripts, "--source", "letter"), /--source .* and --copy .* go together/u);
      expectRefusal(
        await verify(manuscripts, "--copies", sanad.inFolder("none")),
        /folder of copies .*none cannot be read/u,
      );
      expectRefusal(
        await verify(manuscripts, "--report", sanad.inFolder("none/r.csv")),
        /report .*r\.csv cannot be written/u,
      );
      expectRefusal(
        await verify(manuscripts, "--source", "lettr", "--copy", "x"),
        /--source: .*did you mean "letter"/u,
      );
      const { code, stderr } = await verify(manuscripts, "--source", "a", "--copy", "b", "--copies", "c");
      expect([code, stderr]).toEqual([1, expect.stringMatching(/cannot be used with option/u)]);
    });
  });
});
