import type { Identifier } from "../../../src/claims/identifiers.js";
import { identifierProperties, identifierRows } from "../../../src/cypher/batchRows.js";
import { recordIdentifiers } from "../../../src/cypher/record.js";
import { changeEntity } from "../../../src/cypher/curate.js";
import { keepApart } from "../../../src/store/curate/keepApart.js";
import { serveGraph } from "../../graphql/testGraph.js";
import { seededStore, type OpenedStore } from "../seededStore.js";

/** What a reader of {@link everything} must never meet: it stands in a restricted source only. */
export const SECRET = "zyxwort-memo";

/** Ids of what {@link everything} has, by what they are for. */
export interface Everything extends OpenedStore {
  readonly ids: {
    readonly superseded: string;
    readonly supersedes: string;
    readonly retracted: string;
    readonly restricted: string;
    readonly openedLater: string;
    /** The restricted source. */
    readonly secret: string;
    /** Merged into `kept`. */
    readonly merged: string;
    readonly kept: string;
    /** A source whose text has two versions. */
    readonly source: string;
  };
}

const english = (text: string) => ({ language: "en", text });

/** The project's graph after all that curators may do to it. Names and quotes are what spreadsheets, parsers and right-to-left scripts stumble over. */
export async function everything(): Promise<Everything> {
  const opened = await seededStore();
  const { store, ontology } = opened;
  const graph = await serveGraph({ ...opened, close: async () => undefined });
  try {
    const text =
      'Globex owns Globex North.\r\nIt says: "so, it does"\tand Globex Corp owns Globex South; Globex paid 7 dollars.';
    const addSource = async (more: object): Promise<string> => {
      const given = { names: [english('=HYPERLINK("x")')], sourceType: "REPORT", language: "en", ...more };
      return (await graph.curate("AddSource", { source: given })).addSource.source.id as string;
    };
    const register = { url: "https://example.org/register?a=1&b=2", authors: ["elon-musk"], publisher: "x" };
    const source = await addSource({ ...register, text });
    const { addEntities } = await graph.curate("AddEntities", {
      entities: [
        { kind: "COMPANY", names: [english("@Globex"), { language: "ar", text: "شركة غلوبكس" }] },
        { kind: "COMPANY", names: [english('Globex, "Corp"')], aliases: [english("GBX")] },
        { kind: "CLUSTER", names: [english("-Globex North")] },
        { kind: "CLUSTER", names: [english("Globex South")] },
      ],
    });
    const [kept, merged, north, south] = (addEntities.entities as { id: string }[]).map(({ id }) => id) as [
      string,
      string,
      string,
      string,
    ];
    const assert = async (claim: object): Promise<string> => {
      const { assertClaims } = await graph.curate("Assert", { claims: [claim] });
      return assertClaims.claims[0].id as string;
    };
    const cited = (quote: string, from = source) => [{ source: from, quote }];
    await assert({
      subject: kept,
      predicate: "OWNS",
      object: north,
      citations: cited('Globex owns Globex North.\r\nIt says: "so, it does"\tand'),
    });
    await assert({
      subject: merged,
      predicate: "OWNS",
      object: south,
      attributedTo: [kept, merged],
      citations: cited("Globex Corp owns Globex South"),
    });
    await assert({
      ...{ subject: north, predicate: "DESCRIBED_AS", citations: cited("Globex paid 7 dollars") },
      text: [english("+1 line\nand a second"), { language: "ar", text: "سطر" }],
    });
    const uses = (amount: number) => ({
      ...{ subject: south, predicate: "USES_CHIP", object: "h100", quantity: { amount, unit: "chip" } },
      citations: cited("Globex paid 7 dollars"),
    });
    const superseded = await assert(uses(10));
    const { supersedeClaim } = await graph.curate("Supersede", { id: superseded, by: uses(11), reason: "corrected" });
    const retracted = await assert(uses(12));
    await graph.curate("Retract", { id: retracted, reason: "a mistake" });
    await graph.curate("SetRank", { id: await assert(uses(13)), rank: "DEPRECATED", reason: "old" });
    await graph.curate("Rename", { id: south, change: { names: [english("Globex South II")] }, reason: "renamed" });
    await graph.curate("Merge", { keep: kept, merge: merged, reason: "the same" });
    await keepApart({ store, ontology, by: "noor" }, "xai", "tesla", "two companies");
    await addSource({ ...register, text: text.replace("7 dollars", "8 dollars") });
    await identify(opened, "xai", { scheme: "WIKIDATA", value: "Q120599684" });
    const secret = await addSource({ names: [english(SECRET)], restricted: true, text: `${SECRET}: so many.` });
    await addSource({
      names: [english("Repeater")],
      url: "https://example.org/repeater",
      derivedFrom: [secret, source],
    });
    const say = (amount: number) => assert({ ...uses(amount), citations: cited(SECRET, secret) });
    const [restricted, openedLater] = [await say(8888), await say(9999)];
    await graph.curate("SetRank", { id: openedLater, rank: "PREFERRED", reason: "before it was open" });
    const more = { id: openedLater, citations: cited("Globex Corp owns Globex South") };
    await graph.curate("Cite", more);
    await graph.curate("SetRank", { id: openedLater, rank: "NORMAL", reason: "since it is open" });
    await graph.curate("Cite", {
      id: retracted,
      citations: [{ source, quote: "so, it does", derivedFrom: [secret] }],
    });
    const supersedes = supersedeClaim.claim.supersededBy.id as string;
    return {
      ...opened,
      ids: { superseded, supersedes, retracted, restricted, secret, openedLater, merged, kept, source },
    };
  } catch (error) {
    await opened.close();
    throw error;
  } finally {
    await graph.close();
  }
}

/** Gives an entity an id in a register. */
async function identify({ store }: OpenedStore, id: string, identifier: Identifier): Promise<void> {
  await store.write(async (run) => {
    await run(recordIdentifiers(identifierRows(id, [identifier])));
    await run(changeEntity(id, identifierProperties(id, [identifier])));
  });
}
