import { afterAll, beforeAll, expect, it } from "vitest";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(async () => {
    const { faults } = await checkGraph(graph.store, graph.ontology);
    await graph.close();
    expect(faults).toEqual([]);
  });

  const ADD = `mutation ($entities: [EntityInput!]!) { addEntities(input: $entities) { created entities { id identifiers { scheme value url } } } }`;
  const CHANGE = `mutation ($id: ID!, $change: EntityChange!) { updateEntity(id: $id, change: $change, reason: "corrected") { entity { identifiers { value } } } }`;
  const OF = `query ($value: String!) { entityByIdentifier(scheme: "WIKIDATA", value: $value) { id identifiers { value } } }`;

  interface Found {
    readonly id: string;
    readonly identifiers: readonly { readonly value: string }[];
  }
  async function asCurator<T>(operation: string, variables: object): Promise<T> {
    const { data, errors } = await graph.askAsCurator(operation, variables);
    expect(errors).toBeUndefined();
    return data as T;
  }
  const added = async (name: string, ...identifiers: { scheme: string; value: string }[]) => {
    const entity = { kind: "COMPANY", names: [{ language: "en", text: name }], identifiers };
    return (await asCurator<{ addEntities: { entities: [Found] } }>(ADD, { entities: [entity] })).addEntities
      .entities[0];
  };
  const wikidata = (value: string) => ({ scheme: "WIKIDATA", value });
  const found = async (value: string) => (await graph.ask(OF, { value })).data!["entityByIdentifier"] as unknown;
  async function problems(operation: string, variables: object) {
    const { errors } = await graph.askAsCurator(operation, variables);
    expect(errors).toHaveLength(1);
    const { code, problems } = errors![0]!.extensions;
    return problems?.map((one) => [one.code, one.path.join(".")]) ?? [code, errors![0]!.message];
  }

  it("are read with an entity, and find it: by look-up, at the root, through relations, and in claims", async () => {
    const { data, errors } = await graph.ask(`{
      entityByIdentifier(scheme: "WIKIDATA", value: "Q317521") { id identifiers { scheme value url } }
      nobody: entityByIdentifier(scheme: "WIKIDATA", value: "Q1") { id }
      companies(where: { identifier: { scheme: "WIKIDATA", in: ["Q95", "Q380", "Q1"] } }) { nodes { name } }
      others: companies(where: { and: [{ identifier: { scheme: "WIKIDATA", startsWith: "Q4" } }, { not: { identifier: { scheme: "LEI" } } }] }) { nodes { name } }
      clusters(where: { ownedBy: { some: { node: { controlledBy: { some: { node: { identifier: { scheme: "WIKIDATA", eq: "Q317521" } } } } } } } }) { totalCount }
      without: persons(where: { not: { identifier: { scheme: "WIKIDATA" } } }) { nodes { name } }
      claims(where: { subject: { identifier: { scheme: "WIKIDATA", eq: "Q95" } } }, first: 1) { nodes { subject { name } } }
      ontology { identifierSchemes { name label(lang: "ar") url } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      entityByIdentifier: {
        id: "elon-musk",
        identifiers: [{ scheme: "WIKIDATA", value: "Q317521", url: "https://www.wikidata.org/entity/Q317521" }],
      },
      nobody: null,
      companies: { nodes: [{ name: "Google" }, { name: "Meta" }] },
      others: { nodes: [{ name: "Tesla" }] },
      clusters: { totalCount: 4 },
      without: { nodes: [{ name: "Sawyer Merritt" }] },
      claims: { nodes: [{ subject: { name: "Google" } }] },
    });
    expect(data!["ontology"].identifierSchemes[0]).toEqual({
      ...{ name: "WIKIDATA", label: "ويكي بيانات", url: "https://www.wikidata.org/entity/{id}" },
    });
  });

  it("are refused where the register is not there, the id is not of its form, or another has it, each by its place", async () => {
    const entity = (identifiers: object[]) => ({
      entities: [{ kind: "COMPANY", names: [{ language: "en", text: "Hooli" }], identifiers }],
    });
    expect(
      await problems(ADD, entity([{ scheme: "WIKIDAT", value: "Q1" }, wikidata("95"), wikidata("Q9"), wikidata("Q9")])),
    ).toEqual([
      ["UNKNOWN_SCHEME", "input.0.identifiers.0.scheme"],
      ["WRONG_IDENTIFIER", "input.0.identifiers.1.value"],
      ["IDENTIFIER_TWICE", "input.0.identifiers.3"],
    ]);
    expect(await problems(ADD, entity([wikidata("Q95")]))).toEqual([
      "CONFLICT",
      expect.stringContaining('cannot have the WIKIDATA id "Q95": it is that of google'),
    ]);
    const { errors } = await graph.ask(
      `{ companies(where: { identifier: { scheme: "WIKIDAT", eq: "Q1" } }) { totalCount } }`,
    );
    expect(errors![0]!.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      problems: [{ code: "UNKNOWN_SCHEME", suggestions: ["WIKIDATA"] }],
    });
  });

  it("are those of the kept entity while a merge holds, and go back when it is undone", async () => {
    const [keep, other] = [
      await added("Pied Piper", wikidata("Q900001")),
      await added("Pied Piper Inc", wikidata("Q900002")),
    ];
    await graph.curate("Merge", { keep: keep.id, merge: other.id, reason: "the same" });
    const both = { id: keep.id, identifiers: [{ value: "Q900001" }, { value: "Q900002" }] };
    expect([await found("Q900001"), await found("Q900002")]).toEqual([both, both]);
    // its own are changed; those of the merged one stay
    await asCurator(CHANGE, { id: keep.id, change: { identifiers: [wikidata("Q900003")] } });
    expect(await found("Q900003")).toEqual({ id: keep.id, identifiers: [{ value: "Q900002" }, { value: "Q900003" }] });
    await graph.curate("Unmerge", { id: other.id, reason: "not the same" });
    expect(await found("Q900002")).toEqual({ id: other.id, identifiers: [{ value: "Q900002" }] });
    expect(await found("Q900003")).toEqual({ id: keep.id, identifiers: [{ value: "Q900003" }] });
    expect(await found("Q900001")).toBeNull();
    // what one gives up another may have
    expect((await added("Aviato", wikidata("Q900001"))).identifiers).toMatchObject([{ value: "Q900001" }]);
  });

  it("stay as they are when a change does not speak of them, or says the same", async () => {
    const { id } = await added("Raviga", wikidata("Q900010"), { scheme: "LEI", value: "5493001KJTIIGC8Y1R12" });
    const change = { identifiers: [{ scheme: "LEI", value: "5493001KJTIIGC8Y1R12" }, wikidata("Q900010")] };
    await asCurator(CHANGE, { id, change });
    await asCurator(CHANGE, { id, change: { aliases: [{ language: "en", text: "Raviga Capital" }] } });
    const { data } = await graph.ask(
      `query ($id: ID!) { entity(id: $id) { identifiers { value } history { action } } }`,
      { id },
    );
    expect(data).toEqual({
      entity: {
        identifiers: [{ value: "5493001KJTIIGC8Y1R12" }, { value: "Q900010" }],
        history: [{ action: "CREATED" }, { action: "UPDATED" }],
      },
    });
  });

  it("a source tells its licence, and whom to credit", async () => {
    const source = {
      ...{ names: [{ language: "en", text: "A data set" }], sourceType: "DATASET", url: "https://example.org/data" },
      ...{ license: "CC-BY-4.0", attribution: "A group, a data set, 2025" },
    };
    const add = `mutation ($source: SourceInput!) { addSource(input: $source) { source { id license attribution } } }`;
    const { addSource } = await asCurator<{ addSource: { source: Found } }>(add, { source });
    expect(addSource.source).toMatchObject({ license: "CC-BY-4.0", attribution: "A group, a data set, 2025" });
    const { data } = await graph.ask(`{ sources(where: { license: { eq: "CC-BY-4.0" } }) { nodes { id } } }`);
    expect(data).toEqual({ sources: { nodes: [{ id: addSource.source.id }] } });
    expect(await problems(add, { source: { ...source, license: " " } })).toEqual([["EMPTY_TEXT", "input.license"]]);
  });
});
