import { afterAll, beforeAll, expect, it } from "vitest";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** What pages show beside the graph itself: labels, the text around a quote, in which state the graph is. */
onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  it("kinds, predicates and sorts of sources are called by the ontology's words", async () => {
    const { data } = await graph.ask(`{
      cluster: entity(id: "cortex") { kindLabel arabic: kindLabel(lang: "ar") none: kindLabel(lang: "fr") }
      source(id: "article") { kindLabel sourceType sourceTypeLabel arabic: sourceTypeLabel(lang: "ar") }
      claims(where: { predicate: { eq: "USES_CHIP" } }, first: 1) { nodes { predicateLabel arabic: predicateLabel(lang: "ar-EG") } }
    }`);
    expect(data).toEqual({
      cluster: { kindLabel: "cluster", arabic: "مجموعة حوسبة", none: "cluster" },
      source: { kindLabel: "source", sourceType: "ARTICLE", sourceTypeLabel: "article", arabic: "مقال" },
      claims: { nodes: [{ predicateLabel: "uses", arabic: "يستخدم" }] },
    });
  });

  it("amounts read as they do in statements", async () => {
    const { data } = await graph.ask(`{
      claims(first: 100) { nodes { statement arabic: statement(lang: "ar") quantity { text arabic: text(lang: "ar") } } }
    }`);
    type Told = { statement: string; arabic: string; quantity: { text: string; arabic: string } | null };
    const told = (data.claims.nodes as Told[]).filter(({ quantity }) => quantity !== null);
    expect(told.map(({ quantity }) => quantity!.text)).toContain("50,000");
    for (const { statement, arabic, quantity } of told) {
      expect(statement).toContain(quantity!.text);
      expect(arabic).toContain(quantity!.arabic);
    }
  });

  it("enums and units have labels in English and Arabic, each of its own", async () => {
    const { data } = await graph.ask(`{
      ontology {
        enums { name description values { name label arabic: label(lang: "ar") description } }
        units { name label arabic: label(lang: "ar") }
      }
    }`);
    type Labelled = Record<"name" | "label" | "arabic" | "description", string>;
    const enums = data.ontology.enums as { name: string; description: string; values: Labelled[] }[];
    const names = "Modality Rank Status Bound Basis Verification ConflictKind ChangeAction SourceType";
    expect(enums.map(({ name }) => name).join(" ")).toBe(names);
    for (const { name, description, values } of enums) {
      expect(description, name).not.toBe("");
      for (const key of ["name", "label", "arabic", "description"] as const) {
        const texts = values.map((value) => value[key]);
        expect(new Set(texts).size, `${name} ${key}`).toBe(values.length);
        expect(texts, `${name} ${key}`).not.toContain("");
      }
      expect(values.map(({ arabic }) => arabic).join(""), name).toMatch(/^[\p{Script=Arabic}\p{M} ]+$/u);
    }
    const { values } = enums[0]!;
    expect(values[1]).toMatchObject({ name: "PLANNED", label: "planned", arabic: "مخطط له" });
    expect(enums.at(-1)!.values).toContainEqual(
      expect.objectContaining({ name: "POST", label: "post", arabic: "منشور" }),
    );
    expect(data.ontology.units).toContainEqual({ name: "MW", label: "megawatts", arabic: "ميغاواط" });
  });

  it("the text around a quote tells where it begins and whether it was cut", async () => {
    const { data } = await graph.ask(`{
      source(id: "article") {
        text { content }
        citations(first: 200) { nodes { start end quote none: context(chars: 0) { ...C } some: context(chars: 37) { ...C } much: context(chars: 2000) { ...C } } }
      }
    }
    fragment C on QuoteContext { before quote after startsAt cutBefore cutAfter }`);
    type Around = {
      before: string;
      quote: string;
      after: string;
      startsAt: number;
      cutBefore: boolean;
      cutAfter: boolean;
    };
    const { content } = data.source.text as { content: string };
    const seen = new Set<string>();
    for (const { start, none, some, much } of data.source.citations.nodes as {
      start: number;
      none: Around;
      some: Around;
      much: Around;
    }[]) {
      for (const { before, quote, after, startsAt, cutBefore, cutAfter } of [none, some, much]) {
        const whole = before + quote + after;
        expect(content.slice(startsAt, startsAt + whole.length)).toBe(whole);
        expect(startsAt + before.length).toBe(start);
        expect([cutBefore, cutAfter]).toEqual([startsAt > 0, startsAt + whole.length < content.length]);
        seen.add(`${cutBefore} ${cutAfter}`);
      }
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  it("the revision changes with the graph, whoever changes it, and with nothing else", async () => {
    const revision = async () => (await graph.ask("{ revision }")).data.revision as string;
    const first = await revision();
    await graph.ask('{ claims { nodes { id } } search(text: "cortex") { totalCount } }');
    expect(await revision()).toBe(first);
    expect(first).toMatch(/^[\w-]{22}$/u);
    expect(graph.statementsSent().filter((name) => name === "changes.lastMade")).toHaveLength(2);
    const other = graph.second ? await graph.second() : graph.store;
    await record(
      { store: other, ontology: graph.ontology },
      { entities: [{ id: "newcomer", kind: "GROUP", names: { en: "Newcomer" } }] },
    );
    const second = await revision();
    expect(second).not.toBe(first);
    await record(
      { store: other, ontology: graph.ontology },
      { entities: [{ id: "newcomer", kind: "GROUP", names: { en: "Newcomer" } }] },
    );
    expect(await revision()).toBe(second); // recorded again, nothing is new
    await graph.askAsCurator(
      `mutation { restrictSource(id: "article", restricted: true, reason: "so agreed") { changed } }`,
    );
    expect(await revision()).not.toBe(second); // what is hidden now must not be shown from a cache
    await graph.askAsCurator(
      `mutation { restrictSource(id: "article", restricted: false, reason: "so agreed") { changed } }`,
    );
  });
});
