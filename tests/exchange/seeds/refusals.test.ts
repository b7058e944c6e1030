import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ErrorCode, SanadError } from "../../../src/errors.js";
import { isEmpty, loadSeeds } from "../../../src/exchange/seeds/loadSeeds.js";
import { makeFaulty, readCases } from "../../ontology/faultCases.js";
import { useTemporaryFolder } from "../../store/temporaryFolder.js";
import { counts } from "../ask.js";
import { MANUSCRIPTS } from "../fixtures/manuscripts.js";
import { emptyStore, type OpenedStore } from "../seededStore.js";
import { onEitherEngine } from "../../store/engines.js";

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => void (opened = await emptyStore(open, MANUSCRIPTS.ontology)));
  afterAll(() => opened.close());

  const temporary = useTemporaryFolder();
  let folder: string;

  /** Each test has a copy of the good folder to spoil, and things that lie beside it. */
  beforeEach(() => {
    folder = join(temporary.path, "seeds");
    cpSync(MANUSCRIPTS.seeds, folder, { recursive: true });
    mkdirSync(join(temporary.path, "seeds-beside"));
    const secret = join(temporary.path, "seeds-beside", "secret.txt");
    writeFileSync(secret, "secret");
    symlinkSync(secret, join(folder, "texts", "link.txt"));
    writeFileSync(join(folder, "texts", "latin1.txt"), Buffer.from("Blätter", "latin1"));
  });

  const change = (file: string, make: (text: string) => string) =>
    writeFileSync(join(folder, file), make(readFileSync(join(folder, file), "utf8")));

  /** How the folder is refused, `FOLDER` standing for its path. In the store nothing is left of it. */
  async function refusal(path = folder): Promise<{ faults: string[]; error: SanadError }> {
    const error: unknown = await loadSeeds(opened.store, opened.ontology, path).then(
      () => new Error("the folder was not refused"),
      (reason: unknown) => reason,
    );
    if (!(error instanceof SanadError)) throw error;
    expect(error.code).toBe(ErrorCode.BAD_USER_INPUT);
    expect(await isEmpty(opened.store)).toBe(true);
    expect((await counts(opened)).nodes).toEqual({});
    const [, ...faults] = error.message.replaceAll(relative(process.cwd(), folder), "FOLDER").split("\n");
    return { faults, error };
  }

  describe.each(["catalogue.yaml", "claims.yaml"])(
    "what is wrong in %s is refused with its line, and nothing is loaded:",
    (file) => {
      test.each(readCases(`tests/exchange/seeds/refused/${file}.txt`))("$title", async ({ changes, message }) => {
        let line = 0;
        change(file, (good) => {
          const faulty = makeFaulty(good, changes);
          line = faulty.line;
          return faulty.text;
        });
        expect((await refusal()).faults).toEqual([`FOLDER/${file}:${line}: ${message}`]);
      });
    },
  );

  test("an id in two files is refused, with the place where it stands already", async () => {
    writeFileSync(
      join(folder, "people.yaml"),
      "entities:\n  anselm:\n    kind: SCRIBE\n    name: { de: Ein anderer }\n",
    );
    expect((await refusal()).faults).toEqual([
      "FOLDER/people.yaml:2: the id anselm is given twice; it stands at FOLDER/catalogue.yaml:9 already",
    ]);
  });

  test("a claim in two files is refused, with the place where it stands already", async () => {
    cpSync(join(folder, "claims.yaml"), join(folder, "more.yaml"));
    const { faults } = await refusal();
    expect(faults).toHaveLength(6);
    expect(faults[0]).toBe(
      "FOLDER/more.yaml:2: the same claim stands at FOLDER/claims.yaml:2 already; give that one this citation too",
    );
  });

  test("several faults of several files are all listed, file by file and line by line", async () => {
    change("claims.yaml", (text) =>
      text.replace("object: anselm", "object: ansel").replace("date: 1402", "date: soon"),
    );
    change("claims.yaml", (text) =>
      text.replace("occurrence: 2", "occurrence: 9").replace("unit: folio }", "unit: mm }"),
    );
    change("catalogue.yaml", (text) => text.replace("authors: [anselm]", "authors: [ansel]"));
    change("catalogue.yaml", (text) => text.replace("sourceType: CATALOGUE", "sourceType: BOOK"));
    const { faults, error } = await refusal();
    expect(faults).toEqual([
      expect.stringMatching(/^FOLDER\/catalogue.yaml:16: catalogue is of the type "BOOK"/u),
      expect.stringMatching(/^FOLDER\/catalogue.yaml:26: authors: there is no entity or source "ansel"/u),
      expect.stringMatching(/^FOLDER\/claims.yaml:4: object: there is no entity or source "ansel"/u),
      expect.stringMatching(/^FOLDER\/claims.yaml:21: The quote stands 2 times/u),
      expect.stringMatching(/^FOLDER\/claims.yaml:24: LEAVES is counted in folio, not in mm/u),
      expect.stringMatching(/^FOLDER\/claims.yaml:29: date: "soon" is no date/u),
    ]);
    expect(error.problems.map(({ code }) => code)).toEqual([
      ...["UNKNOWN_SOURCE_TYPE", "UNKNOWN_ID", "UNKNOWN_ID", "QUOTE_NO_SUCH_OCCURRENCE", "WRONG_UNIT", "NOT_A_DATE"],
    ]);
  });

  test("faults of the form, over several files, are all listed too", async () => {
    writeFileSync(join(folder, "empty.yaml"), "# nothing yet\n");
    writeFileSync(join(folder, "latin1.yml"), Buffer.from("entities: ä", "latin1"));
    symlinkSync("nowhere", join(folder, "texts", "lost.yaml"));
    change("claims.yaml", (text) => text.replace("rank: DEPRECATED", "rank: BEST"));
    expect((await refusal()).faults).toEqual([
      'FOLDER/claims.yaml:40: claims[5].rank: "BEST" is none of PREFERRED, NORMAL, DEPRECATED',
      "FOLDER/empty.yaml:1: the file is empty",
      "FOLDER/latin1.yml:1: the file is not UTF-8",
      "FOLDER/texts/lost.yaml:1: the file cannot be read",
    ]);
  });

  test("an empty folder, one that is not there, and a file in its place are refused by their names", async () => {
    const empty = join(folder, "texts");
    expect((await refusal(empty)).error.message).toBe(`the folder of seeds ${empty} has no .yaml file`);
    rmSync(folder, { recursive: true });
    expect((await refusal()).error.message).toBe(`the folder of seeds ${folder} cannot be read`);
    writeFileSync(folder, "");
    expect((await refusal()).error.message).toBe(`the folder of seeds ${folder} cannot be read`);
  });
});
