import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkGraph } from "../../../src/exchange/checkGraph.js";
import { loadSeeds } from "../../../src/exchange/seeds/loadSeeds.js";
import { ErrorCode } from "../../../src/errors.js";
import { useTemporaryFolder } from "../../store/temporaryFolder.js";
import { counts } from "../ask.js";
import { MANUSCRIPTS } from "../fixtures/manuscripts.js";
import { emptyStore } from "../seededStore.js";
import { onEitherEngine } from "../../store/engines.js";

onEitherEngine((open) => {
  describe("loading again after the files have changed", () => {
    const folder = useTemporaryFolder();
    const spoil = (file: string, from: string, to: string) => {
      const path = join(folder.path, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    const load = async (change: () => void) => {
      cpSync(MANUSCRIPTS.seeds, folder.path, { recursive: true });
      const opened = await emptyStore(open, MANUSCRIPTS.ontology);
      await loadSeeds(opened.store, opened.ontology, folder.path);
      const before = await counts(opened);
      change();
      return { opened, before, again: () => loadSeeds(opened.store, opened.ontology, folder.path) };
    };

    test("adds what is new, and to a claim that is there its new citation", async () => {
      const { opened, again } = await load(() =>
        spoil(
          "claims.yaml",
          "at Christmas of 1401 }",
          "at Christmas of 1401 }\n      - { source: inventory, quote: Christmas }",
        ),
      );
      expect((await again()).created).toEqual({ entities: 0, claims: 0, citations: 1 });
      expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
      await opened.close();
    });

    test("refuses another text of a source, whose quotes would stand elsewhere, and changes nothing", async () => {
      const { opened, before, again } = await load(() => spoil("texts/catalogue.txt", "Codex 17", "Der Codex 17"));
      await expect(again()).rejects.toMatchObject({
        code: ErrorCode.CONFLICT,
        message:
          "the source catalogue is there already, with another text; a text that has changed is a source of its own",
      });
      expect(await counts(opened)).toEqual(before);
      await opened.close();
    });

    test("refuses a text for a source that was there without one", async () => {
      const { opened, before, again } = await load(() => {
        spoil("catalogue.yaml", "authors: [anselm]", "authors: [anselm]\n    text: texts/letter.txt");
        writeFileSync(join(folder.path, "texts", "letter.txt"), "finished at Christmas of 1401");
      });
      await expect(again()).rejects.toMatchObject({
        code: ErrorCode.CONFLICT,
        message: expect.stringContaining("with no text"),
      });
      expect(await counts(opened)).toEqual(before);
      await opened.close();
    });

    test("refuses an id that has become that of another kind", async () => {
      const { opened, before, again } = await load(() => {
        spoil("catalogue.yaml", "  anselm:\n    kind: SCRIBE", "  anselm:\n    kind: MANUSCRIPT");
        spoil("claims.yaml", "object: anselm", "object: anselmus");
        spoil("catalogue.yaml", "sources:", "  anselmus: { kind: SCRIBE, name: { de: Anselmus } }\nsources:");
      });
      await expect(again()).rejects.toMatchObject({
        code: ErrorCode.CONFLICT,
        message: "the id anselm is that of a SCRIBE already and cannot be that of a MANUSCRIPT",
      });
      expect(await counts(opened)).toEqual(before);
      await opened.close();
    });
  });
});
