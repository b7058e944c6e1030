import { spawnSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { NOW, NOW_IN_FULL, type Moment } from "../../../src/cypher/moment.js";
import { exportFile } from "../../../src/exchange/export/exportFile.js";
import { formatNamed } from "../../../src/exchange/export/formats.js";
import type { Selection } from "../../../src/exchange/export/selection.js";
import { everything, SECRET, type Everything } from "./everything.js";

let all: Everything;
beforeAll(async () => {
  all = await everything();
});
afterAll(() => all.close());

async function written(selection: Selection, moment: Moment = NOW_IN_FULL): Promise<string> {
  const { store, ontology } = all;
  const context = { base: "https://sanad.example/", at: "2026-01-01T00:00:00.000Z" };
  const source = { store, ontology, moment };
  let text = "";
  for await (const piece of await exportFile({ source, selection, format: formatNamed("csv"), context })) text += piece;
  return text;
}

type CsvRow = Readonly<Record<string, string>>;
const read = (text: string): CsvRow[] => parse(text, { columns: true, bom: true });

describe("CSV", () => {
  it("has a row for each claim, with what it says, who said it and all that it is cited from", async () => {
    const rows = read(await written({ entity: all.ids.source }));
    const described = rows.find(({ predicate }) => predicate === "DESCRIBED_AS")!;
    expect(described).toMatchObject({
      ...{
        subject_name: "'-Globex North",
        object: "",
        amount: "",
        modality: "ACTUAL",
        rank: "NORMAL",
        status: "ACTIVE",
      },
      ...{ text: "'+1 line\nand a second", citation_count: "1", bases: "STATED", sources: all.ids.source },
      ...{ source_names: '\'=HYPERLINK("x")', urls: "https://example.org/register?a=1&b=2" },
      address: `https://sanad.example/claims/${described["id"]}`,
    });
    expect(JSON.parse(described["citations"]!)).toMatchObject([
      { quote: "Globex paid 7 dollars", verification: "CHANGED", source: { id: all.ids.source } },
    ]);
    const south = rows.find(({ subject_name: name, predicate }) => name === "'@Globex" && predicate === "OWNS")!;
    expect(south["object_name"]).toMatch(/^(Globex South II|'-Globex North)$/u);
    const later = rows.find(({ id }) => id === all.ids.openedLater)!;
    expect(later).toMatchObject({ amount: "9999", unit: "chip", bound: "EXACT", object: "h100", citation_count: "2" });
    for (const column of ["quotes", "bases", "sources", "source_names", "urls", "licenses", "attributions"]) {
      expect(later[column]!.split("\n"), column).toHaveLength(2);
    }
    const supersedes = rows.find(({ id }) => id === all.ids.supersedes)!;
    expect(supersedes["supersedes"]).toBe(all.ids.superseded);
  });

  it("has of the restricted sources nothing where a reader asks", async () => {
    const open = await written({ where: null }, NOW);
    for (const word of [SECRET, all.ids.secret, "8888", all.ids.restricted]) expect(open).not.toContain(word);
    expect(await written({ where: null })).toContain(SECRET);
    expect(read(open).map(({ status, rank }) => `${status} ${rank}`)).not.toContain("RETRACTED NORMAL");
  });

  it("is as RFC 4180 has it, with a mark by which spreadsheets know UTF-8", async () => {
    const text = await written({ entity: all.ids.source });
    expect(text.startsWith("\uFEFFid,statement,")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    const outside = text.replace(/"(?:[^"]|"")*"/gu, "");
    expect(outside.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    for (const row of read(text)) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]/u);
  });
});

const python = spawnSync("python3", ["--version"]).status === 0;
const title = "Python's csv module reads the same";
if (python) {
  test(title, async () => {
    const text = await written({ where: null });
    const program =
      "import csv, json, sys; print(json.dumps(list(csv.DictReader(open(0, encoding='utf-8-sig', newline='')))))";
    const { stdout, stderr } = spawnSync("python3", ["-c", program], {
      input: text,
      encoding: "utf8",
      maxBuffer: 64e6,
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(read(text));
  });
} else if (process.env["SANAD_TEST_REQUIRE"] === "all") {
  test(title, () => Promise.reject(new Error("there is no python3 here")));
} else test.skip(`${title}: skipped, for there is no python3`);
