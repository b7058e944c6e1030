import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pino } from "pino";
import { sourceLinks } from "../../../src/cypher/lookups.js";
import { NOW, NOW_IN_FULL, readMoment } from "../../../src/cypher/moment.js";
import { ErrorCode } from "../../../src/errors.js";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import { exportedClaims } from "../../../src/exchange/export/exportedClaims.js";
import { countSelected, exportFile } from "../../../src/exchange/export/exportFile.js";
import { formatNamed } from "../../../src/exchange/export/formats.js";
import type { ExportSource, Selection } from "../../../src/exchange/export/selection.js";
import { createApolloServer } from "../../../src/graphql/apolloServer.js";
import { claimsOfAnswer } from "../../../src/graphql/claimsOfAnswer.js";
import { createContext } from "../../../src/graphql/context.js";
import { buildSchema } from "../../../src/graphql/schema.js";
import { mergeEntities } from "../../../src/store/curate/mergeEntities.js";
import type { Store } from "../../../src/store/port.js";
import { meddledWith } from "../copy/graphs.js";
import { addClaims } from "./addClaims.js";
import { seededStore, type OpenedStore } from "../seededStore.js";
import { onEitherEngine } from "../../store/engines.js";
import { record } from "../../graphql/newClaims.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function all(source: ExportSource, selection: Selection, pageSize?: number): Promise<ExportedClaim[]> {
  const claims: ExportedClaim[] = [];
  for await (const claim of exportedClaims(source, selection, pageSize)) claims.push(claim);
  return claims;
}

onEitherEngine((open) => {
  let graph: OpenedStore;
  beforeAll(async () => {
    graph = await seededStore(open);
  });
  afterAll(() => graph.close());

  it("gives each claim once, whatever the page, in the order of the ids, and as many as are counted", async () => {
    const source = { ...graph, moment: NOW };
    const csv = formatNamed("csv");
    for (const selection of [{ where: null }, { entity: "xai" }, { where: { predicate: { eq: "OWNS" } } }]) {
      const claims = await all(source, selection);
      expect(claims.length).toBeGreaterThan(2);
      const ids = claims.map(({ row }) => row.id);
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(await all(source, selection, 7)).toEqual(claims);
      expect(await countSelected(source, selection, csv)).toBe(claims.length);
    }
    const [first, second] = (await all(source, { where: null })).map(({ row }) => row.id);
    const named = await all(source, { claims: [second!, first!, second!] });
    expect(named.map(({ row }) => row.id)).toEqual([second, first]);
  });
});

describe("the stream", () => {
  let graph: OpenedStore;
  let source: ExportSource;
  beforeAll(async () => {
    graph = await seededStore();
    source = { ...graph, moment: NOW_IN_FULL };
  });
  afterAll(() => graph.close());

  it("has all of a claim: its statement in each language, its ends, speakers, citations and their sources' makers", async () => {
    const [claim] = await all(source, { where: { predicate: { eq: "CONTROLS" }, object: { id: { eq: "xai" } } } });
    expect(claim).toMatchObject({
      statement: { en: "Elon Musk controls xAI", ar: "إكس إيه آي تحت سيطرة إيلون ماسك" },
      ...{
        subject: { id: "elon-musk", kind: "PERSON" },
        object: { id: "xai" },
        attributedTo: [{ id: "sawyer-merritt" }],
      },
    });
    expect(claim!.citations.map(({ row }) => row.id)).toEqual(claim!.citations.map(({ row }) => row.id).toSorted());
    const [{ source: cited }] = claim!.citations as [ExportedClaim["citations"][number]];
    const links = await graph.store.read(sourceLinks(["article"], NOW_IN_FULL));
    expect({
      authors: cited.authors.map(({ id }) => id),
      publisher: cited.publisher?.id ?? null,
      derivedFrom: cited.derivedFrom,
    }).toEqual({
      authors: links[0]!["authors"],
      publisher: links[0]!["publisher"],
      derivedFrom: [...(links[0]!["derivedFrom"] as string[])].sort(),
    });
    expect(cited.derivedFrom.length).toBeGreaterThan(0);
  });

  it("tells what is not there before its first claim", async () => {
    for (const [selection, message] of [
      [{ claims: ["c_none"] }, 'there is no claim "c_none"'],
      [{ entity: "nobody" }, 'there is no entity "nobody"'],
    ] as const) {
      await expect(all(source, selection)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND, message });
    }
    const past = readMoment({ knownAt: "2020-01-01T00:00:00Z" })!;
    expect(await all({ ...graph, moment: past }, { where: null })).toEqual([]);
  });

  it("reads a page with a handful of statements, and the next one when it is wanted", async () => {
    const sent: string[] = [];
    const store: Store = {
      ...meddledWith(graph.store).store,
      read: (statement) => {
        sent.push(statement.name);
        return graph.store.read(statement);
      },
    };
    const claims = exportedClaims({ ...source, store }, { where: null }, 10);
    await claims.next();
    const first = sent.length;
    expect(first).toBeLessThanOrEqual(10);
    for (let taken = 1; taken < 10; taken++) await claims.next();
    expect(sent).toHaveLength(first);
    await claims.next();
    expect(sent.length).toBeGreaterThan(first);
    await claims.return();
  });

  it("ends where nobody waits for it any longer", async () => {
    const stop = new AbortController();
    const claims = exportedClaims({ ...source, signal: stop.signal }, { where: null }, 10);
    await claims.next();
    stop.abort();
    await expect(
      (async () => {
        for await (const _ of claims);
      })(),
    ).rejects.toMatchObject({ name: "AbortError" });
  });

  it("reads a page anew where an entity was merged while it was read", async () => {
    await record(graph, { entities: [{ id: "xai-too", kind: "COMPANY", names: { en: "xAI too" } }] });
    const { store, begin } = meddledWith(graph.store);
    const claims = exportedClaims(
      {
        ...source,
        store: afterClaims(store, () =>
          begin(async () => void (await mergeEntities({ ...graph, by: "test" }, "xai-too", "xai", "the same"))),
        ),
      },
      { entity: "xai" },
    );
    const read: ExportedClaim[] = [];
    for await (const claim of claims) read.push(claim);
    expect(read.length).toBeGreaterThan(2);
    for (const { row, subject, object } of read)
      expect([row.subject, row.object]).toEqual([subject.id, object?.id ?? null]);
    expect(read.flatMap(({ subject, object }) => [subject.id, object?.id])).toContain("xai-too");
  });

  /** A store that does something once, when claims have been read. */
  function afterClaims(store: Store, act: () => void): Store {
    let done = false;
    return {
      ...store,
      read: async (statement, access) => {
        const rows = await store.read(statement, access);
        if (statement.name === "claims.byId" && !done) {
          done = true;
          act();
        }
        return rows;
      },
    };
  }
});

describe("the claims of an answer", () => {
  let graph: OpenedStore;
  beforeAll(async () => {
    graph = await seededStore();
  });
  afterAll(() => graph.close());

  const ask = async (query: string, variables: Record<string, unknown> = {}, operationName: string | null = null) => {
    const schema = buildSchema(graph.ontology);
    const apollo = createApolloServer(schema, pino({ level: "silent" }));
    const context = createContext(graph.store, graph.ontology);
    return claimsOfAnswer(apollo, schema, context, { query, variables, operationName });
  };

  it("are all that it shows, under whatever names, in fragments, evidence and lists", async () => {
    const [plain, aliased, fragments] = await Promise.all([
      ask('{ claims(where: { predicate: { eq: "OWNS" } }) { nodes { id } } }'),
      ask('{ a: claims(where: { predicate: { eq: "OWNS" } }) { edges { exportedClaim: node { id: predicate } } } }'),
      ask(
        'query Q { claims(where: { predicate: { eq: "OWNS" } }) { ...C } } fragment C on ClaimConnection { nodes { ...D } } fragment D on Claim { statement }',
      ),
    ]);
    expect(plain.length).toBeGreaterThan(3);
    expect(aliased).toEqual(plain);
    expect(fragments).toEqual(plain);
    const evidence = await ask(
      "query ($chip: String!) { clusters(where: { usesChip: { some: { node: { name: { eq: $chip } } } } }) { edges { evidence { statement } } } }",
      { chip: "H100" },
    );
    expect(evidence.length).toBeGreaterThan(3);
    const [id] = plain;
    expect(await ask("query ($id: ID!) { node(id: $id) { id } }", { id })).toEqual([id]);
    expect(
      await ask("query A { viewer { roles } } query B($id: ID!) { nodes(ids: [$id]) { id } }", { id }, "B"),
    ).toEqual([id]);
  });

  it("are not taken from an answer with errors, from what is no query, or where none is asked for", async () => {
    const refused = async (query: string) =>
      ask(query).then(
        () => "answered",
        ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
      );
    expect(await refused("{ viewer { roles } }")).toMatch(/^BAD_USER_INPUT: the query asks for no claim/u);
    expect(await refused("{ claims(first: 0) { nodes { id } } }")).toMatch(/^BAD_USER_INPUT: .*claims: first is 0/u);
    expect(await refused("{ claims { nodes { idd } } }")).toMatch(/Did you mean "id"/u);
    expect(await refused("{ claims { nodes { id }")).toMatch(/Syntax Error/u);
    expect(await refused('mutation { retractClaim(id: "c", reason: "r") { claim { id } } }')).toMatch(
      /^UNAUTHENTICATED/u,
    );
    expect(await refused("subscription { claimChanged { claim { id } } }")).toMatch(/has many answers/u);
  });
});

describe("twenty thousand claims", () => {
  it("go out in memory that does not grow with them", async () => {
    const graph = await seededStore();
    try {
      await addClaims(graph.store, 20_000);
      const source = { ...graph, moment: NOW_IN_FULL };
      for (const format of [formatNamed("csv"), formatNamed("jsonl")]) {
        const idle = heap();
        let [pieces, characters, most] = [0, 0, 0];
        const context = { base: "", at: "2026-01-01T00:00:00.000Z" };
        for await (const piece of await exportFile({ source, selection: { where: null }, format, context })) {
          characters += piece.length;
          if (++pieces % 60 === 0) most = Math.max(most, heap() - idle);
        }
        expect(characters).toBeGreaterThan(10_000_000);
        expect(pieces).toBeGreaterThan(150);
        // ids of claims are read in long runs; a page, and what is held of it, is a few megabytes
        expect([format.name, most < 25_000_000, most]).toEqual([format.name, true, most]);
      }
    } finally {
      await graph.close();
    }
  }, 120_000);
});

/** How much the program's own objects take, in bytes, when what is not needed any longer is taken away. */
function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
