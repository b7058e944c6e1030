import { afterAll, beforeAll, expect, test } from "vitest";
import { verifySources } from "../../../src/exchange/verify/verifySources.js";
import { addSource } from "../../../src/store/curate/addSource.js";
import { retractClaim } from "../../../src/store/curate/retractClaim.js";
import { onEitherEngine } from "../../store/engines.js";
import { MANUSCRIPTS } from "../fixtures/manuscripts.js";
import { seededStore, type OpenedStore } from "../seededStore.js";

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => void (opened = await seededStore(open, MANUSCRIPTS)));
  afterAll(() => opened.close());

  /** Of each source with quotes, what has become of them. */
  async function outcomes(): Promise<unknown> {
    const sources: Record<string, string[]> = {};
    for await (const { source, quotes } of verifySources(opened.store, { copies: null, only: false })) {
      sources[source] = quotes.map(({ outcome, quote }) => `${outcome} ${quote.slice(0, 6)}`);
    }
    return sources;
  }

  test("quotes of the stored texts are told in their order, and after a change what it did to them", async () => {
    const { store, ontology } = opened;
    expect(await outcomes()).toEqual({
      catalogue: [...["STANDS Geschr", "STANDS Anselm", "STANDS Papier", "STANDS 90½ Bl", "STANDS Anselm"]],
      letter: ["NOT_COPIED at Chr"],
    });
    const curation = { store, ontology, by: "ada" };
    const [row] = await store.read({
      name: "test",
      text: "MATCH (c:Claim {predicate: 'LEAVES'}) RETURN c.id AS id",
      params: {},
    });
    await retractClaim(curation, String(row!["id"]), "not counted");
    await addSource(curation, {
      ...{ sourceType: "CATALOGUE", url: "https://example.org/katalog", language: "de" },
      names: [{ language: "de", text: "Katalog der Handschriften" }],
      text: "Anselm scripsit. Geschrieben 1345 von Bruder Anselm, etwa 200 Blätter von seiner Hand.",
    });
    expect(await outcomes()).toEqual({
      catalogue: ["STANDS Anselm", "STANDS Anselm", "STANDS Geschr", "GONE Papier"],
      letter: ["NOT_COPIED at Chr"],
    });
  });
});
