import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { duplicateId } from "../../src/claims/claimId.js";
import { emptyStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record, type NewEntity } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** A small ontology in which data sets propose duplicates. */
const ONTOLOGY = "tests/graphql/duplicates.ontology.yaml";

interface Found {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly entities: readonly { readonly id: string; readonly name: string }[];
}

const ANONYMOUS = "Anonymized Chinese System";

function named(kind: string, id: string, ...texts: readonly string[]): NewEntity {
  // aliases are found as names are; here it does not matter which of them is which
  const names = Object.fromEntries(texts.map((text, index) => [["en", "ar", "fr"][index]!, text]));
  return { id, kind, names };
}

function withIds(entity: NewEntity, ...identifiers: readonly (readonly [string, string])[]): NewEntity {
  const [identifierSchemes, identifierValues] = [identifiers.map(([one]) => one), identifiers.map(([, one]) => one)];
  return { ...entity, properties: { identifierSchemes, identifierValues } };
}

const ENTITIES: readonly NewEntity[] = [
  // the same name, and in nothing else alike; with ids that differ
  ...[named("COMPANY", "hooli-a", "Hooli"), named("COMPANY", "hooli-b", "HOOLI")],
  withIds(named("COMPANY", "stark-a", "Stark"), ["WIKIDATA", "Q1"]),
  withIds(named("COMPANY", "stark-b", "Stark"), ["WIKIDATA", "Q2"]),
  // ids that differ in writing
  withIds(named("COMPANY", "nakatomi", "Nakatomi"), ["LEI", "529900T8BM49AURSDO55"]),
  withIds(named("COMPANY", "trading-house", "The Trading House"), ["LEI", "529900-t8bm49aursdo55"]),
  withIds(named("COMPANY", "pied-piper", "Pied Piper"), ["URL", "https://www.pp.example/"]),
  withIds(named("COMPANY", "compression-co", "Compression Company"), ["URL", "http://pp.example#home"]),
  // people: folded Arabic, a mistake
  ...[named("PERSON", "musk-a", "إيلون ماسك"), named("PERSON", "musk-b", "ايلون ماسك")],
  ...[named("PERSON", "norris-a", "Katharina Norris"), named("PERSON", "norris-b", "Katarina Norris")],
  // one name in two kinds
  ...[named("COMPANY", "vault-site", "The Vault"), named("CLUSTER", "vault-cluster", "The Vault")],
  // neighbours in common, and nothing else; and beside a name
  ...[named("CLUSTER", "north", "Northern Lights"), named("CLUSTER", "south", "Southern Cross")],
  ...[named("CLUSTER", "titan-a", "Titan"), named("CLUSTER", "titan-b", "Titan Prime")],
  // proposed by a source
  ...[named("CLUSTER", "paper", "Paper on Falcon"), named("CLUSTER", "aws", "Amazon Olympus")],
  ...Array.from({ length: 257 }, (_, index) => named("CLUSTER", `anonymous-${index}`, ANONYMOUS)),
  ...["Epoch AI", "Secret Memo"].map((name): NewEntity => {
    const id = name.split(" ")[0]!.toLowerCase();
    return { id, kind: "SOURCE", names: { en: name }, properties: { sourceType: "DATASET" } };
  }),
  { id: "epoch-again", kind: "SOURCE", names: { en: "Epoch AI" }, properties: { sourceType: "DATASET" } },
  named("COMPANY", "owner", "Owning Company"),
];

const cites = { epoch: null };
const owned = (object: string, source = "epoch") => {
  return { subject: "owner", predicate: "OWNS", object, cites: { [source]: null } };
};

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await emptyStore(open, ONTOLOGY));
    await record(graph, { entities: ENTITIES });
    const proposed = { subject: "paper", predicate: "POSSIBLE_DUPLICATE_OF", object: "aws", cites };
    const uses = (subject: string, amount: number) => ({
      ...{ subject, predicate: "USES_CHIP", object: "h100", cites },
      quantity: { amount, unit: "chip", bound: "EXACT" as const },
    });
    await record(graph, { entities: [named("CHIP", "h100", "H100")] });
    await record(graph, {
      claims: [
        ...["north", "south", "titan-a", "titan-b"].map((cluster) => owned(cluster)),
        ...[uses("titan-a", 100), uses("titan-b", 900), proposed],
      ],
    });
  });
  afterAll(() => graph.close());

  const list = async (variables: object = {}, ask: "run" | "curate" = "run") => {
    const { duplicates } = await graph[ask]("Duplicates", { first: 200, ...variables });
    const found = (duplicates.edges as { node: Found }[]).map(({ node }) => node);
    expect(duplicates.totalCount).toBe(found.length);
    return new Map(found.map((node) => [node.entities.map(({ id }) => id).join(" "), node]));
  };

  it("are pairs of one kind, the likeliest first, each with its reasons", async () => {
    const found = await list();
    expect(Object.fromEntries([...found].map(([pair, { reasons }]) => [pair, reasons]))).toEqual({
      "nakatomi trading-house": [
        "Their ids in Legal Entity Identifier differ in writing only: “529900T8BM49AURSDO55” and “529900-t8bm49aursdo55”.",
      ],
      "compression-co pied-piper": [
        "Their ids in web address differ in writing only: “http://pp.example#home” and “https://www.pp.example/”.",
      ],
      "aws paper": ["“Paper on Falcon may be the same as Amazon Olympus”, says “Epoch AI”."],
      "hooli-a hooli-b": ["Both go by “Hooli”."],
      "musk-a musk-b": ["Both go by “إيلون ماسك”."],
      "norris-a norris-b": ["“Katharina Norris” and “Katarina Norris” differ by one mistake of writing."],
      "titan-a titan-b": [
        "“Titan” and “Titan Prime” have in common what few others have: “titan”.",
        "Of both it is said: “… uses H100”.",
        "Of both it is said: “Owning Company owns …”.",
        "Against it: “Titan uses 100 × H100” and “Titan Prime uses 900 × H100” cannot both hold of one thing.",
      ],
      "stark-a stark-b": ["Both go by “Stark”.", "Against it: Wikidata has different ids for them, “Q1” and “Q2”."],
    });
    const scores = [...found.values()].map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    expect(found.get("stark-a stark-b")!.score).toBeLessThan(found.get("hooli-a hooli-b")!.score);
    expect([...found.keys()].slice(0, 3).sort()).toEqual([
      "aws paper",
      "compression-co pied-piper",
      "nakatomi trading-house",
    ]);
  });

  it("can be asked for of one kind, and of no kind that there is not; of sources there are none", async () => {
    expect([...(await list({ kind: "PERSON" })).keys()]).toEqual(["musk-a musk-b", "norris-a norris-b"]);
    expect((await list({ kind: "CHIP" })).size).toBe(0);
    expect((await list({ kind: "SOURCE" })).size).toBe(0);
    const { data, errors } = await graph.ask(`{ duplicates(kind: "COMPANEY") { totalCount } }`);
    expect(data).toEqual({ duplicates: null });
    expect(errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", problems: [{ path: ["kind"], suggestions: ["COMPANY"] }] } },
    ]);
  });

  it.each([1, 3])("come in pages of %i, each once and in one order", async (first) => {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { duplicates } = await graph.run("Duplicates", { first, after });
      ids.push(...(duplicates.edges as { node: Found }[]).map(({ node }) => node.id));
      ({ endCursor: after, hasNextPage: more } = duplicates.pageInfo);
    }
    expect(ids).toEqual([...(await list()).values()].map(({ id }) => id));
    const { data } = await graph.ask("{ duplicates(first: 1) { pageInfo { endCursor } } }");
    const of = `duplicates(kind: "PERSON", after: "${data.duplicates.pageInfo.endCursor}") { totalCount }`;
    for (const field of [of, "duplicates(first: 0) { totalCount }", 'duplicates(after: "?") { totalCount }']) {
      expect((await graph.ask(`{ ${field} }`)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    }
  });

  it("answer to their ids, as long as they are candidates, and other ids are those of none", async () => {
    const [{ id, score, reasons }] = [...(await list()).values()] as [Found];
    expect(id).not.toContain(".");
    const fields = "{ __typename id ... on DuplicateCandidate { score reasons entities { id } } }";
    const none = [
      ...[duplicateId(["hooli-a", "stark-a"]), duplicateId(["vault-cluster", "vault-site"])],
      ...[duplicateId(["epoch", "epoch-again"]), duplicateId(["nobody", "norris-a"]), "d_", "d_7_hooli-a_"],
    ];
    const { data, errors } = await graph.ask(
      `query ($id: ID!, $ids: [ID!]!) { node(id: $id) ${fields} nodes(ids: $ids) ${fields} past: nodes(ids: [$id], asOf: { validAt: "2024" }) { id } }`,
      { id, ids: [id, ...none] },
    );
    expect(errors).toBeUndefined();
    expect(data.node).toMatchObject({ __typename: "DuplicateCandidate", id, score, reasons });
    expect(data.nodes).toEqual([data.node, ...none.map(() => null)]);
    expect(data.past).toEqual([null]);
  });

  it("are found once for all who ask at the same time, and kept until something is written", async () => {
    await record(graph, { entities: [named("CHIP", "h200", "H200")] });
    graph.statementsSent();
    await Promise.all([list({ kind: "CLUSTER" }), list({ kind: "CLUSTER" }), list({ kind: "CLUSTER" }), list()]);
    const sent = graph.statementsSent();
    expect(sent.filter((name) => name === "duplicates.ids")).toHaveLength(graph.ontology.kinds.size - 1);
    await list();
    expect(new Set(graph.statementsSent())).toEqual(new Set(["changes.lastMade", "entities.byId", "claims.byId"]));
    await graph.curate("Rename", {
      id: "hooli-b",
      change: { names: [{ language: "en", text: "Hoolie" }] },
      reason: "so",
    });
    expect((await list()).get("hooli-a hooli-b")?.reasons).toEqual([
      "“Hooli” and “Hoolie” differ by one mistake of writing.",
    ]);
    await graph.curate("Rename", {
      id: "hooli-b",
      change: { names: [{ language: "en", text: "HOOLI" }] },
      reason: "so",
    });
  });

  describe("what a person decides:", () => {
    it("a merged pair is gone, and back when it is unmerged", async () => {
      const before = await list();
      await graph.curate("Merge", { keep: "norris-a", merge: "norris-b", reason: "she is one" });
      const merged = await list();
      expect([...before.keys()].filter((pair) => !merged.has(pair))).toEqual(["norris-a norris-b"]);
      expect((await graph.ask(`{ node(id: "${before.get("norris-a norris-b")!.id}") { id } }`)).data.node).toBeNull();
      await graph.curate("Unmerge", { id: "norris-b", reason: "she is not" });
      expect(await list()).toEqual(before);
    });

    it("a pair that is kept apart is gone for good, a proposal too, also where one of the two is part of a third", async () => {
      const before = await list();
      for (const [a, b] of [
        ["hooli-b", "hooli-a"],
        ["paper", "aws"],
      ]) {
        await graph.curate("NotTheSame", { a, b, reason: "they are two" });
      }
      const after = await list();
      expect([...before.keys()].filter((pair) => !after.has(pair)).sort()).toEqual(["aws paper", "hooli-a hooli-b"]);
      await graph.curate("Merge", { keep: "pied-piper", merge: "hooli-b", reason: "bought" });
      expect([...(await list()).keys()].filter((pair) => pair.includes("hooli-a"))).toEqual([]);
      await graph.curate("Unmerge", { id: "hooli-b", reason: "not bought" });
      expect([...(await list()).keys()].filter((pair) => pair.includes("hooli-a"))).toEqual([]);
    });
  });

  it("are shown to readers as if there were no restricted sources", async () => {
    const before = await list();
    const proposed = { subject: "north", predicate: "POSSIBLE_DUPLICATE_OF", object: "south", cites: { secret: null } };
    await record(graph, {
      claims: [
        proposed,
        ...["musk-a", "musk-b"].map((subject) => ({
          ...{ subject, predicate: "CONTROLS", object: "owner", cites: { secret: null } },
        })),
      ],
    });
    const open = await list();
    expect(open.get("north south")!.reasons[0]).toContain("says “Secret Memo”");
    expect(open.get("musk-a musk-b")!.score).toBeGreaterThan(before.get("musk-a musk-b")!.score);
    const { errors } = await graph.askAsCurator(
      `mutation { restrictSource(id: "secret", restricted: true, reason: "so agreed") { changed } }`,
    );
    expect(errors).toBeUndefined();
    expect(await list()).toEqual(before);
    expect(await list({}, "curate")).toEqual(open);
    const node = `{ node(id: "${open.get("north south")!.id}") { id } }`;
    expect((await graph.ask(node)).data.node).toBeNull();
    expect((await graph.askAsCurator(node)).data.node).toEqual({ id: open.get("north south")!.id });
    expect(await list()).toEqual(before);
  });
});
