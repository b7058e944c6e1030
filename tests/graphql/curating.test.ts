import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { operations } from "./operations.js";
import { serveGraph, type Answer, type TestGraph } from "./testGraph.js";

const english = (text: string) => ({ language: "en", text });

onEitherEngine((open) => {
  let graph: TestGraph;
  /** A source of the tests' own, without a text. */
  let source: string;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
    const added = await graph.curate("AddSource", {
      source: {
        names: [english("The Ledger")],
        sourceType: "REPORT",
        url: "https://example.org/ledger",
        language: "en",
      },
    });
    expect(added.addSource).toMatchObject({ created: true, source: { name: "The Ledger", sourceType: "REPORT" } });
    source = added.addSource.source.id;
  });
  afterAll(async () => {
    const { faults } = await checkGraph(graph.store, graph.ontology);
    await graph.close();
    expect(faults).toEqual([]);
  });

  /** A new entity's id. */
  async function entity(kind: string, name: string): Promise<string> {
    const { addEntities } = await graph.curate("AddEntities", { entities: [{ kind, names: [english(name)] }] });
    return addEntities.entities[0].id as string;
  }

  const cited = (quote: string) => [{ source, quote }];

  const owns = (subject: string, object: string, more: object = {}) => ({
    ...{ subject, predicate: "OWNS", object, citations: cited(`${subject} owns ${object}`) },
    ...more,
  });

  async function assertOne(claim: object): Promise<string> {
    const { assertClaims } = await graph.curate("Assert", { claims: [claim] });
    return assertClaims.claims[0].id as string;
  }

  /** The faults of a refused input, by their places. */
  function placesOf({ errors }: Answer): [place: string, code: string][] {
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
    return errors![0]!.extensions.problems!.map(({ path, code }) => [path.join("."), code]);
  }

  /** How many changes have been written. */
  async function changes(): Promise<number> {
    const [row] = await graph.store.read({
      ...{ name: "test.log", text: "MATCH (l:Log {id: 'log'}) RETURN l.seq AS seq", params: {} },
    });
    return row!["seq"] as number;
  }

  async function history(id: string): Promise<string[]> {
    const query = `query ($id: ID!) {
      node(id: $id) { ... on Claim { history { action by reason } } ... on Entity { history { action by reason } } }
    }`;
    const { data } = await graph.ask(query, { id });
    const events = data.node.history as { action: string; by: string; reason: string | null }[];
    return events.map(({ action, by, reason }) => `${action} ${by}${reason ? `: ${reason}` : ""}`);
  }

  describe("asserting", () => {
    it("answers a new claim with its sentence and its citation, and lists find it", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme One"), await entity("CLUSTER", "Acme Farm")];
      const { assertClaims } = await graph.curate("Assert", { claims: [owns(acme, farm)] });
      expect(assertClaims).toMatchObject({
        ...{ created: 1, unchanged: 0 },
        claims: [{ statement: "Acme One owns Acme Farm", status: "ACTIVE", rank: "NORMAL" }],
      });
      const { data } = await graph.ask(
        `query ($id: ID!) { entity(id: $id) { ... on Company { owns { nodes { id } edges { claim { recordedBy citations { quote verification } } } } } } }`,
        { id: acme },
      );
      expect(data.entity.owns).toEqual({
        nodes: [{ id: farm }],
        edges: [
          { claim: { recordedBy: "noor", citations: [{ quote: `${acme} owns ${farm}`, verification: "NO_TEXT" }] } },
        ],
      });
    });

    it("changes nothing the second time, and says so", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Two"), await entity("CLUSTER", "Farm Two")];
      await assertOne(owns(acme, farm));
      const before = await changes();
      const { assertClaims } = await graph.curate("Assert", { claims: [owns(acme, farm)] });
      expect(assertClaims).toMatchObject({ created: 0, unchanged: 1 });
      const { addEntities } = await graph.curate("AddEntities", {
        entities: [{ kind: "COMPANY", names: [english("Acme Two")] }],
      });
      expect(addEntities).toMatchObject({ created: 0, entities: [{ id: acme }] });
      const { addSource } = await graph.curate("AddSource", {
        source: { names: [english("The Ledger")], sourceType: "REPORT", url: "https://example.org/ledger" },
      });
      expect(addSource).toMatchObject({ created: false, source: { id: source } });
      expect(await changes()).toBe(before);
    });

    it("gives a claim that is there the citations that are new", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Three"), await entity("CLUSTER", "Farm Three")];
      const id = await assertOne(owns(acme, farm));
      const again = owns(acme, farm, { citations: cited("it is theirs") });
      const { assertClaims } = await graph.curate("Assert", { claims: [again, again] });
      expect(assertClaims).toMatchObject({ created: 0, unchanged: 1, claims: [{ id }, { id }] });
      expect(await history(id)).toEqual(["ASSERTED noor", "CITED noor"]);
    });

    it("refuses the whole input with every fault, each at its place, and writes nothing", async () => {
      const before = await changes();
      const claims = [
        owns("tesla", "cortex"),
        owns("Tesla", "cortex", { citations: [] }),
        owns("tesla", "elon-musk"),
        { ...owns("tesla", "nobody-there"), citations: [{ source: "tesla", quote: " " }] },
        { ...owns("tesla", "cortex"), predicate: "OWNZ" },
        { ...owns("tesla", "cortex"), citations: [{ source: "article", quote: "words that are not there" }] },
      ];
      const answer = await graph.askAsCurator(operations.get("Assert")!, { claims });
      expect(placesOf(answer)).toEqual([
        ["input.1.subject", "UNKNOWN_ID"],
        ["input.1.citations", "NO_CITATION"],
        ["input.2.object", "WRONG_KIND"],
        ["input.3.object", "UNKNOWN_ID"],
        ["input.3.citations.0.quote", "QUOTE_EMPTY"],
        ["input.3.citations.0.source", "WRONG_KIND"],
        ["input.4.predicate", "UNKNOWN_PREDICATE"],
        ["input.5.citations.0.quote", "QUOTE_NOT_FOUND"],
      ]);
      const [unknown, , , , , , predicate] = answer.errors![0]!.extensions.problems!;
      expect(unknown).toMatchObject({
        message: 'input[1].subject: there is no entity with the id "Tesla"; did you mean "tesla"?',
        suggestions: ["tesla"],
      });
      expect(predicate!.suggestions).toContain("OWNS");
      expect(await changes()).toBe(before);
      const { data } = await graph.askAsCurator(operations.get("Check")!, { claims });
      const found = data.checkClaims as { path: string[] }[];
      expect(found.map(({ path }) => path.join("."))).toEqual(placesOf(answer).map(([place]) => place));
    });

    it("makes one claim of fifty that are asserted at once", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Four"), await entity("CLUSTER", "Farm Four")];
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => graph.curate("Assert", { claims: [owns(acme, farm)] })),
      );
      const created = answers.map(({ assertClaims }) => assertClaims.created as number);
      expect(created.reduce((sum, one) => sum + one, 0)).toBe(1);
      expect(new Set(answers.map(({ assertClaims }) => assertClaims.claims[0].id as string)).size).toBe(1);
    });
  });

  it("refuses names of nothing, halves of characters, and addresses with a password", async () => {
    const names = (...texts: string[]) => texts.map((text, index) => ({ language: ["en", "ar", "fr"][index]!, text }));
    const entities = [{ kind: "COMPANY", names: names("\u0640\u200b", "a\ud83d", "Fine") }];
    const refused = await graph.askAsCurator(operations.get("AddEntities")!, { entities });
    expect(placesOf(refused)).toEqual([
      ["input.0.names.0.text", "EMPTY_TEXT"],
      ["input.0.names.1.text", "BROKEN_TEXT"],
    ]);
    const secret = { names: names("S"), sourceType: "REPORT", url: "https://me:secret@example.org/" };
    const told = await graph.askAsCurator(operations.get("AddSource")!, { source: secret });
    expect(placesOf(told)).toEqual([["input.url", "NOT_A_URL"]]);
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  describe("a claim's life", () => {
    it("ends by retraction, hidden from lists, and begins again by restoring; as of then it is as it was", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Five"), await entity("CLUSTER", "Farm Five")];
      const id = await assertOne(owns(acme, farm));
      const asserted = new Date().toISOString();
      const owned = async (knownAt: string | null) => {
        const asOf = knownAt ? `(asOf: { knownAt: "${knownAt}" })` : "";
        const { data } = await graph.ask(
          `query ($id: ID!) {
          entity(id: $id) { ... on Company { owns${asOf} { edges { claim { status retractedAt } } } } }
        }`,
          { id: acme },
        );
        const edges = data.entity.owns.edges as { claim: { status: string } }[];
        return edges.map(({ claim }) => claim.status);
      };
      const retracted = await graph.curate("Retract", { id, reason: "misread" });
      expect(retracted.retractClaim.claim).toMatchObject({ id, status: "RETRACTED" });
      const ended = retracted.retractClaim.claim.retractedAt as string;
      expect(await owned(null)).toEqual([]);
      expect(await owned(asserted)).toEqual(["ACTIVE"]);
      const before = await changes();
      await graph.curate("Retract", { id, reason: "misread" });
      expect(await changes()).toBe(before);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const between = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      const restore = `mutation ($id: ID!) { restoreClaim(id: $id, reason: "read again") { changed claim { status retractedAt } } }`;
      const { data } = await graph.askAsCurator(restore, { id });
      expect(data.restoreClaim).toEqual({ changed: true, claim: { status: "ACTIVE", retractedAt: null } });
      expect(await owned(null)).toEqual(["ACTIVE"]);
      expect(await owned(between)).toEqual([]);
      expect(await owned(asserted)).toEqual(["ACTIVE"]);
      const then = await graph.ask(`{ claim(id: "${id}", asOf: { knownAt: "${between}" }) { status retractedAt } }`);
      expect(then.data.claim).toEqual({ status: "RETRACTED", retractedAt: ended });
      expect(await history(id)).toEqual(["ASSERTED noor", "RETRACTED noor: misread", "RESTORED noor: read again"]);
    });

    it("is ranked, as of then with the rank that it had", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Six"), await entity("CLUSTER", "Farm Six")];
      const id = await assertOne(owns(acme, farm));
      const before = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { rankClaim } = await graph.curate("SetRank", { id, rank: "DEPRECATED", reason: "outdated" });
      expect(rankClaim.claim.rank).toBe("DEPRECATED");
      const query = `query ($id: ID!, $asOf: AsOf) {
        entity(id: $id) { ... on Company { owns(asOf: $asOf) { totalCount edges { claim { rank } } } } }
        companies(where: { owns: { some: { claim: { rank: { eq: NORMAL } }, node: { id: { eq: "${farm}" } } } } }, asOf: $asOf) { totalCount }
      }`;
      const now = await graph.ask(query, { id: acme });
      expect(now.data).toEqual({ entity: { owns: { totalCount: 0, edges: [] } }, companies: { totalCount: 0 } });
      const then = await graph.ask(query, { id: acme, asOf: { knownAt: before } });
      expect(then.data).toEqual({
        entity: { owns: { totalCount: 1, edges: [{ claim: { rank: "NORMAL" } }] } },
        companies: { totalCount: 1 },
      });
    });

    it("has its place taken by another: both know of it, and one of two who try at once is refused", async () => {
      const acme = await entity("COMPANY", "Acme Seven");
      const farms = await Promise.all(["Farm 7", "Farm 8", "Farm 9"].map((name) => entity("CLUSTER", name)));
      const id = await assertOne(owns(acme, farms[0]!));
      const document = operations.get("Supersede")!;
      const answers = await Promise.all(
        [farms[1]!, farms[2]!].map((farm) =>
          graph.askAsCurator(document, { id, by: owns(acme, farm), reason: "corrected" }),
        ),
      );
      const won = answers.filter(({ errors }) => !errors);
      const lost = answers.filter(({ errors }) => errors);
      expect(won).toHaveLength(1);
      expect(lost.map(({ errors }) => errors![0]!.extensions.code)).toEqual(["CONFLICT"]);
      const { claim } = won[0]!.data.supersedeClaim;
      expect(claim).toMatchObject({ id, status: "SUPERSEDED", supersededBy: { supersedes: [{ id }] } });
      const owned = await graph.ask(
        `query ($id: ID!) { entity(id: $id) { ... on Company { owns { edges { claim { id } } } } } }`,
        { id: acme },
      );
      expect(owned.data.entity.owns.edges).toEqual([{ claim: { id: claim.supersededBy.id } }]); // nothing of the loser's
      expect(await history(id)).toEqual(["ASSERTED noor", "SUPERSEDED noor: corrected"]);
    });

    it("whose place is taken again by the same is given the citations that are new", async () => {
      const acme = await entity("COMPANY", "Acme Again");
      const [first, second] = [await entity("CLUSTER", "Again 1"), await entity("CLUSTER", "Again 2")];
      const id = await assertOne(owns(acme, first));
      const by = owns(acme, second);
      await graph.curate("Supersede", { id, by, reason: "corrected" });
      const document = `mutation ($id: ID!, $by: ClaimInput!) {
        supersedeClaim(id: $id, by: $by, reason: "corrected") { changed claim { supersededBy { support { citations } } } }
      }`;
      const same = await graph.askAsCurator(document, { id, by });
      expect(same.data.supersedeClaim.changed).toBe(false);
      const more = await graph.askAsCurator(document, { id, by: { ...by, citations: cited("more of it") } });
      expect(more.data.supersedeClaim).toEqual({
        ...{ changed: true, claim: { supersededBy: { support: { citations: 2 } } } },
      });
    });

    it("refuses what makes no sense", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Eight"), await entity("CLUSTER", "Farm Ten")];
      const id = await assertOne(owns(acme, farm));
      const same = await graph.askAsCurator(operations.get("Supersede")!, { id, by: owns(acme, farm), reason: "?" });
      expect(placesOf(same)).toEqual([["by", "SAME_CLAIM"]]);
      const empty = await graph.askAsCurator(operations.get("Retract")!, { id, reason: " " });
      expect(placesOf(empty)).toEqual([["reason", "NO_REASON"]]);
      const none = await graph.askAsCurator(operations.get("Retract")!, { id: "c_none", reason: "why not" });
      expect(none.errors).toMatchObject([
        {
          message: 'there is no claim with the id "c_none"',
          extensions: { code: "NOT_FOUND" },
          path: ["retractClaim"],
        },
      ]);
    });

    it("is cited again, once", async () => {
      const [acme, farm] = [await entity("COMPANY", "Acme Nine"), await entity("CLUSTER", "Farm Eleven")];
      const id = await assertOne(owns(acme, farm));
      for (let time = 0; time < 2; time++) {
        const { citeClaim } = await graph.curate("Cite", { id, citations: cited("so it says") });
        expect(citeClaim.claim.support).toMatchObject({ citations: 2, sources: 1 });
      }
      expect(await history(id)).toEqual(["ASSERTED noor", "CITED noor"]);
    });
  });

  describe("a source's text", () => {
    const names = [english("The Bulletin")];
    const input = { names, sourceType: "REPORT", url: "https://example.org/bulletin", language: "en" };

    it("that has changed is another version: quotes that stand are found anew, others keep the version they were in", async () => {
      const first = "Acme owns the north farm. Acme owns the south farm.";
      const added = await graph.curate("AddSource", { source: { ...input, text: first } });
      const bulletin = added.addSource.source.id as string;
      const [acme, north, south] = [
        await entity("COMPANY", "Acme Ten"),
        await entity("CLUSTER", "North Farm"),
        await entity("CLUSTER", "South Farm"),
      ];
      const stays = await assertOne(
        owns(acme, north, { citations: [{ source: bulletin, quote: "Acme owns the north farm" }] }),
      );
      const goes = await assertOne(
        owns(acme, south, { citations: [{ source: bulletin, quote: "Acme owns the south farm" }] }),
      );
      const then = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      const second = "Corrected. Acme owns the north farm. It has sold the south farm.";
      const { data, errors } = await graph.askAsCurator(
        `mutation ($source: SourceInput!) { addSource(input: $source) { created textChanged source { text { content } textVersions { content until } } } }`,
        { source: { ...input, text: second } },
      );
      expect(errors).toBeUndefined();
      expect(data.addSource).toEqual({
        ...{ created: false, textChanged: true },
        source: {
          text: { content: second },
          textVersions: [
            { content: first, until: expect.any(String) },
            { content: second, until: null },
          ],
        },
      });
      const read = await graph.ask(
        `query ($stays: ID!, $goes: ID!, $source: ID!, $then: DateTime!) {
        stays: claim(id: $stays) { citations { verification start end textHash } }
        goes: claim(id: $goes) { citations { verification start textHash } }
        source(id: $source) { text { sha256 } textVersions { sha256 } }
        before: source(id: $source, asOf: { knownAt: $then }) { text { content } }
      }`,
        { stays, goes, source: bulletin, then },
      );
      const [was, is] = read.data.source.textVersions as { sha256: string }[];
      expect(read.data.stays.citations).toEqual([
        { verification: "VERIFIED", start: 11, end: 35, textHash: is!.sha256 },
      ]);
      expect(read.data.goes.citations).toEqual([{ verification: "CHANGED", start: 26, textHash: was!.sha256 }]);
      expect(read.data.before.text.content).toBe(first);
      expect(await history(bulletin)).toEqual(["CREATED noor", "REFETCHED noor"]);
      expect(await history(goes)).toEqual(["ASSERTED noor", "QUOTE_CHANGED noor"]);
      // asserted again, the quote that has moved is the one that is there
      const again = await graph.curate("Assert", {
        claims: [owns(acme, north, { citations: [{ source: bulletin, quote: "Acme owns the north farm" }] })],
      });
      expect(again.assertClaims).toMatchObject({ created: 0, unchanged: 1 });
      // and the first text again: both quotes stand
      const back = await graph.askAsCurator(
        `mutation ($source: SourceInput!) { addSource(input: $source) { textChanged source { text { content } } } }`,
        { source: { ...input, text: first } },
      );
      expect(back.data.addSource).toEqual({ textChanged: true, source: { text: { content: first } } });
      const restored = await graph.ask(`{ claim(id: "${goes}") { citations { verification start } } }`);
      expect(restored.data.claim.citations).toEqual([{ verification: "VERIFIED", start: 26 }]);
    });
  });

  describe("quotes that stand more than once", () => {
    const input = { names: [english("The Grocer")], sourceType: "REPORT", url: "https://example.org/grocer" };
    const fetched = (text: string) => graph.curate("AddSource", { source: { ...input, text } });
    const places = async (id: string, asOf: object | null = null) => {
      const query = `query ($id: ID!, $asOf: AsOf) {
        claim(id: $id, asOf: $asOf) { citations { id start verification source { text { sha256 } } textHash } }
      }`;
      const { data } = await graph.ask(query, { id, asOf });
      const citations = data.claim.citations as { start: number; verification: string; textHash: string }[];
      return citations.map(({ start, verification }) => `${start} ${verification}`).sort();
    };

    it("keep a place each, and as of then the place in the text of then", async () => {
      const { addSource } = await fetched("PRE apples are good SUF");
      const grocer = addSource.source.id as string;
      const [acme, farm] = [await entity("COMPANY", "Acme Apples"), await entity("CLUSTER", "Apple Farm")];
      const quote = { source: grocer, quote: "apples are good" };
      const id = await assertOne(owns(acme, farm, { citations: [quote] }));
      expect(await places(id)).toEqual(["4 VERIFIED"]);
      const first = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await fetched("XXX apples are good YYY. long long PRE apples are good SUF");
      expect(await places(id)).toEqual(["39 VERIFIED"]);
      // where it stood is free for another, of this version
      const cited = await graph.curate("Cite", { id, citations: [{ ...quote, occurrence: 1 }] });
      expect(cited.citeClaim.claim.support.citations).toBe(2);
      expect(await places(id)).toEqual(["39 VERIFIED", "4 VERIFIED"]);
      const both = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await fetched("apples are good");
      expect(await places(id)).toEqual([expect.stringMatching(/^(4|39) CHANGED$/u), "0 VERIFIED"].sort());
      expect(await places(id, { knownAt: both })).toEqual(["39 VERIFIED", "4 VERIFIED"]);
      expect(await places(id, { knownAt: first })).toEqual(["4 VERIFIED"]);
    });

    it("are found anew in a long text without a search for each", async () => {
      const { addSource } = await fetched("a ".repeat(40_000));
      const [acme, farm] = [await entity("COMPANY", "Acme A"), await entity("CLUSTER", "A Farm")];
      await assertOne(owns(acme, farm, { citations: [{ source: addSource.source.id, quote: "a", occurrence: 7 }] }));
      await fetched(`b ${"a ".repeat(40_000)}`); // does not end in a test's time where each is sought anew
    });
  });

  describe("an entity", () => {
    it("that stands twice in an input in two ways is refused", async () => {
      const twin = (alias: string) => ({ kind: "COMPANY", names: [english("Twin")], aliases: [english(alias)] });
      const answer = await graph.askAsCurator(operations.get("AddEntities")!, { entities: [twin("One"), twin("Two")] });
      expect(placesOf(answer)).toEqual([["input.1", "ENTITY_TWICE"]]);
      const { addEntities } = await graph.curate("AddEntities", { entities: [twin("One"), twin("One")] });
      expect(addEntities).toMatchObject({ created: 1 });
    });

    it("is renamed: found by the new name, not by the old one, and the old one is kept", async () => {
      const id = await entity("COMPANY", "Acmee Eleven");
      const change = { names: [english("Acme Eleven"), { language: "ar", text: "أكمي" }], aliases: [english("A11")] };
      const { updateEntity } = await graph.curate("Rename", { id, change, reason: "a slip" });
      expect(updateEntity.entity).toMatchObject({
        ...{ id, name: "Acme Eleven", aliases: ["A11"] },
        names: [english("Acme Eleven"), { language: "ar", text: "أكمي" }],
      });
      const found = async (name: string) => {
        const { data } = await graph.ask(
          `query ($name: String!) { companies(where: { name: { eq: $name } }) { nodes { id } } }`,
          { name },
        );
        return (data.companies.nodes as { id: string }[]).map((node) => node.id);
      };
      expect(await found("أكمي")).toEqual([id]);
      expect(await found("a11")).toEqual([id]);
      expect(await found("Acmee Eleven")).toEqual([]);
      expect(await history(id)).toEqual(["CREATED noor", "UPDATED noor: a slip"]);
      const [kept] = await graph.store.read({
        name: "test.version",
        text: "MATCH (e:Entity {id: $id})-[:HAD_VERSION]->(v:Version) RETURN v.name AS name",
        params: { id },
      });
      expect(kept).toEqual({ name: "Acmee Eleven" });
      const before = await changes();
      await graph.curate("Rename", { id, change, reason: "a slip" });
      expect(await changes()).toBe(before);
    });
  });
});
