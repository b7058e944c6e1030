import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { loadSeeds } from "../../src/exchange/seeds/loadSeeds.js";
import { PROJECT, seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { operations } from "./operations.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

const english = (text: string) => ({ language: "en", text });

onEitherEngine((open) => {
  let graph: TestGraph;
  let source: string;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
    const { addSource } = await graph.curate("AddSource", {
      source: { names: [english("The Register")], sourceType: "REPORT", url: "https://example.org/register" },
    });
    source = addSource.source.id;
  });
  afterAll(async () => {
    const { faults } = await checkGraph(graph.store, graph.ontology);
    await graph.close();
    expect(faults).toEqual([]);
  });

  async function entity(kind: string, name: string, aliases: readonly string[] = []): Promise<string> {
    const { addEntities } = await graph.curate("AddEntities", {
      entities: [{ kind, names: [english(name)], aliases: aliases.map(english) }],
    });
    return addEntities.entities[0].id as string;
  }

  async function claims(subject: string, object: string, predicate = "OWNS", more: object = {}): Promise<string> {
    const claim = { subject, predicate, object, citations: [{ source, quote: `${subject} ${object}` }], ...more };
    const { assertClaims } = await graph.curate("Assert", { claims: [claim] });
    return assertClaims.claims[0].id as string;
  }

  const merge = (keep: string, merged: string) => graph.curate("Merge", { keep, merge: merged, reason: "the same" });
  const unmerge = (id: string) => graph.curate("Unmerge", { id, reason: "not the same" });

  async function refusal(operation: string, variables: object): Promise<string> {
    const { errors } = await graph.askAsCurator(operations.get(operation)!, variables);
    expect(errors).toHaveLength(1);
    const { code, problems } = errors![0]!.extensions;
    return problems ? problems.map((problem) => problem.code).join() : code;
  }

  /** All that the graph holds but its history: nodes with their labels and properties, edges with theirs. */
  async function everything(): Promise<readonly string[]> {
    const read = async (text: string) => {
      const rows = await graph.store.read({ name: "test.everything", text, params: {} });
      return rows.map((row) => JSON.stringify(row, (_key, value: unknown) => sorted(value)));
    };
    const nodes = await read(
      "MATCH (n) WHERE NOT n:Change AND NOT n:Log AND NOT n:SanadWriteLock RETURN labels(n) AS labels, properties(n) AS properties",
    );
    const edges = await read(
      "MATCH (a)-[r]->(b) WHERE type(r) <> 'CHANGED' AND type(r) <> 'WAS_MERGED_INTO' RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b",
    );
    return [...nodes, ...edges].sort();
  }

  function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? [...value].sort() : value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  describe("a merge", () => {
    it("has the merged id lead to the kept entity, with its names and its claims, by every way that finds things", async () => {
      const [keep, merged] = [await entity("COMPANY", "Globex"), await entity("COMPANY", "Globex Corp", ["GBX"])];
      const [north, south] = [await entity("CLUSTER", "Globex North"), await entity("CLUSTER", "Globex South")];
      const [first, second] = [await claims(keep, north), await claims(merged, south)];
      const { mergeEntities } = await merge(keep, merged);
      expect(mergeEntities).toEqual({
        entity: { id: keep, name: "Globex", aliases: ["Globex Corp", "GBX"] },
        mergedId: merged,
      });
      const { data, errors } = await graph.ask(
        `query ($merged: ID!, $second: ID!) {
          entity(id: $merged) { id ... on Company { owns { edges { claim { id } } } } claims { totalCount } }
          node(id: $merged) { id }
          nodes(ids: [$merged]) { id }
          claim(id: $second) { statement subject { id } }
          companies(where: { name: { eq: "gbx" } }) { nodes { id } }
          search(text: "GBX") { edges { node { ... on Company { id } } } }
        }`,
        { merged, second },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        entity: {
          id: keep,
          owns: { edges: expect.arrayContaining([{ claim: { id: first } }, { claim: { id: second } }]) },
          claims: { totalCount: 2 },
        },
        node: { id: keep },
        nodes: [{ id: keep }],
        claim: { statement: "Globex owns Globex South", subject: { id: keep } },
        companies: { nodes: [{ id: keep }] },
        search: { edges: [{ node: { id: keep } }] },
      });
    });

    it("is undone exactly, also as to what was merged before, and what was asserted in between goes where it belongs", async () => {
      const [keep, merged, deeper] = [
        await entity("COMPANY", "Initech", ["Init"]),
        await entity("COMPANY", "Initech Inc", ["Init"]),
        await entity("COMPANY", "Initech Ltd"),
      ];
      const [north, south] = [await entity("CLUSTER", "Initech North"), await entity("CLUSTER", "Initech South")];
      await claims(keep, north);
      await claims(merged, north);
      const spoken = await claims(merged, south, "OWNS", { attributedTo: [merged, deeper] });
      await claims(deeper, north);
      const apart = await everything();
      await merge(merged, deeper);
      const once = await everything();
      await merge(keep, merged);
      await unmerge(merged);
      expect(await everything()).toEqual(once);
      await unmerge(deeper);
      expect(await everything()).toEqual(apart);
      // the inner one first
      await merge(merged, deeper);
      await merge(keep, merged);
      await unmerge(deeper);
      await unmerge(merged);
      expect(await everything()).toEqual(apart);

      await merge(keep, merged);
      await merge(keep, deeper);
      const { data: said } = await graph.ask(`{
        entity(id: "${keep}") { claims(role: SPEAKER) { totalCount nodes { id attributedTo { id } } } }
      }`);
      expect(said.entity.claims).toEqual({ totalCount: 1, nodes: [{ id: spoken, attributedTo: [{ id: keep }] }] });
      await unmerge(deeper);
      const between = await claims(merged, north, "OWNS", { modality: "PLANNED" });
      const ofKept = await claims(keep, south, "OWNS", { modality: "PLANNED" });
      const subjects = async () => {
        const { data } = await graph.ask(
          `{ claims(where: { id: { in: ["${between}", "${ofKept}"] } }) { nodes { id subject { id } } } }`,
        );
        const nodes = data.claims.nodes as { id: string; subject: { id: string } }[];
        return new Map(nodes.map((node) => [node.id, node.subject.id]));
      };
      expect(await subjects()).toEqual(
        new Map([
          [between, keep],
          [ofKept, keep],
        ]),
      );
      const { unmergeEntities } = await unmerge(merged);
      expect(unmergeEntities.entities).toEqual([
        { id: keep, name: "Initech" },
        { id: merged, name: "Initech Inc" },
      ]);
      expect(await subjects()).toEqual(
        new Map([
          [between, merged],
          [ofKept, keep],
        ]),
      );
    });

    it("compares the claims of both, and finds what they contradict each other in", async () => {
      const [keep, merged] = [await entity("CLUSTER", "Hooli One"), await entity("CLUSTER", "Hooli 1")];
      const chip = (amount: number) => ({ quantity: { amount, unit: "chip", bound: "EXACT" } });
      const first = await claims(keep, "h100", "USES_CHIP", chip(100));
      const second = await claims(merged, "h100", "USES_CHIP", chip(900));
      const conflicts = async () => {
        const { data } = await graph.ask(`{ claim(id: "${first}") { conflicts { claim { id } } } }`);
        return data.claim.conflicts as unknown;
      };
      expect(await conflicts()).toEqual([]);
      await merge(keep, merged);
      expect(await conflicts()).toEqual([{ claim: { id: second } }]);
      await unmerge(merged);
      expect(await conflicts()).toEqual([]);
    });

    it("is made once, and refused where it makes no sense", async () => {
      const [a, b, c] = [
        await entity("COMPANY", "Umbrella A"),
        await entity("COMPANY", "Umbrella B"),
        await entity("COMPANY", "Umbrella C"),
      ];
      await merge(a, b);
      const { data } = await graph.askAsCurator(
        `mutation { mergeEntities(keep: "${a}", merge: "${b}", reason: "again") { changed entity { id } } }`,
      );
      expect(data.mergeEntities).toEqual({ changed: false, entity: { id: a } });
      expect(await refusal("Merge", { keep: b, merge: a, reason: "turned round" })).toBe("CIRCLE");
      expect(await refusal("Merge", { keep: a, merge: a, reason: "itself" })).toBe("SAME_ENTITY");
      expect(await refusal("Merge", { keep: c, merge: b, reason: "a third" })).toBe("CONFLICT");
      expect(await refusal("Merge", { keep: a, merge: "h100", reason: "a chip" })).toBe("WRONG_KIND");
      expect(await refusal("Merge", { keep: a, merge: "nobody", reason: "nobody" })).toBe("UNKNOWN_ID");
      expect(await refusal("Merge", { keep: source, merge: "article", reason: "sources" })).toBe("SOURCES");
      expect(await refusal("Merge", { keep: a, merge: c, reason: "" })).toBe("NO_REASON");
      expect(await refusal("Unmerge", { id: "nobody", reason: "nobody" })).toBe("NOT_FOUND");
      await unmerge(b);
      const again = await graph.askAsCurator(
        `mutation { unmergeEntities(id: "${b}", reason: "again") { changed entities { id } } }`,
      );
      expect(again.data.unmergeEntities).toEqual({ changed: false, entities: [{ id: b }] });
    });

    it("is told in the history of the kept one, with what was done with the other before", async () => {
      const [a, b] = [await entity("COMPANY", "Stark A"), await entity("COMPANY", "Stark B")];
      await merge(a, b);
      const { data } = await graph.ask(`{ entity(id: "${b}") { history { action of other reason } } }`);
      expect(data.entity.history).toEqual([
        { action: "CREATED", of: a, other: null, reason: null },
        { action: "CREATED", of: b, other: null, reason: null },
        { action: "MERGED", of: a, other: b, reason: "the same" },
      ]);
    });

    it("is refused where it would lead farther than is followed, and nothing is lost on the way there", async () => {
      const ids: string[] = [];
      for (let number = 0; number < 23; number++) ids.push(await entity("COMPANY", `Chain ${number}`));
      for (let number = 0; number < 20; number++) await merge(ids[number + 1]!, ids[number]!);
      const { data } = await graph.ask(`{ entity(id: "${ids[0]!}") { id } }`);
      expect(data.entity.id).toBe(ids[20]);
      expect(await refusal("Merge", { keep: ids[21]!, merge: ids[20]!, reason: "one more" })).toBe("CONFLICT");
      await merge(ids[20]!, ids[22]!); // beside the others
    });

    it("of two authors leaves one", async () => {
      const [a, b] = [await entity("PERSON", "Ann Lee"), await entity("PERSON", "Ann B. Lee")];
      const { addSource } = await graph.curate("AddSource", {
        source: { names: [english("By two")], sourceType: "PAPER", authors: [a, b] },
      });
      await merge(a, b);
      const { data } = await graph.ask(`{ source(id: "${addSource.source.id}") { authors { id } } }`);
      expect(data.source.authors).toEqual([{ id: a }]);
    });

    it("holds when the seeds are loaded again", async () => {
      const before = await everything();
      await merge("tesla", "xai");
      const merged = await everything();
      await loadSeeds(graph.store, graph.ontology, PROJECT.seeds);
      expect(await everything()).toEqual(merged);
      await unmerge("xai");
      expect(await everything()).toEqual(before);
    });
  });

  describe("two that are kept apart", () => {
    it("are remembered, once, whichever is named first", async () => {
      const [a, b] = [await entity("PERSON", "John Smith"), await entity("PERSON", "John Smith Jr")];
      const { keepApart } = await graph.curate("NotTheSame", { a, b, reason: "father and son" });
      expect(keepApart.entities).toMatchObject([{ id: a }, { id: b }]);
      const again = await graph.askAsCurator(
        `mutation { keepApart(a: "${b}", b: "${a}", reason: "as said") { changed } }`,
      );
      expect(again.data.keepApart).toEqual({ changed: false });
      expect(await refusal("NotTheSame", { a, b: a, reason: "?" })).toBe("SAME_ENTITY");
    });
  });
});
