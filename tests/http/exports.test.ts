import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAllowList } from "../../src/graphql/allowList.js";
import { RateLimiter } from "../../src/http/rateLimiter.js";
import { identifier, localTrust } from "../../src/http/identify.js";
import { localKey } from "../../src/http/localKey.js";
import { addClaims } from "../exchange/export/addClaims.js";
import { everything, SECRET, type Everything } from "../exchange/export/everything.js";
import { meddledWith } from "../exchange/copy/graphs.js";
import { useTemporaryFolder } from "../store/temporaryFolder.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { send, type Response } from "./wire.js";

const folder = useTemporaryFolder();
let all: Everything;
let graph: TestGraph;
beforeAll(async () => {
  all = await everything();
  graph = await serve();
});
afterAll(async () => {
  await graph.close();
  await all.close();
});

/** The same graph behind another server. */
const serve = (options: Parameters<typeof serveGraph>[1] = {}, store = all.store) =>
  serveGraph({ ...all, store, close: async () => undefined }, options);

const curator = { authorization: "Test noor curator" };
const get = (path: string, headers: Readonly<Record<string, string>> = {}, url = graph.url) =>
  send(url, path, { headers });
const where = (filter: unknown) => `where=${encodeURIComponent(JSON.stringify(filter))}`;
const rows = ({ body }: Response): Readonly<Record<string, string>>[] => parse(body, { columns: true, bom: true });
const codeOf = ({ status, body }: Response) => {
  const { errors } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
  return `${status} ${errors[0]!.extensions.code}: ${errors[0]!.message}`;
};

describe("GET /export", () => {
  it("gives the claims that meet a filter, as GraphQL does, and where that says that they are", async () => {
    const filter = { predicate: { eq: "OWNS" } };
    const { data } = await graph.ask(
      `query ($where: ClaimFilter) { export(where: $where, format: CSV) { url mediaType claims } claims(where: $where, first: 200) { nodes { id } } }`,
      { where: filter },
    );
    expect(data.export).toEqual({
      url: `${graph.url}/export.csv?where=%7B%22predicate%22%3A%7B%22eq%22%3A%22OWNS%22%7D%7D`,
      ...{ mediaType: "text/csv", claims: data.claims.nodes.length },
    });
    const response = await get((data.export.url as string).slice(graph.url.length));
    expect([response.status, response.headers]).toMatchObject([
      200,
      {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="sanad-export.csv"',
        "transfer-encoding": "chunked",
      },
    ]);
    const ids = (data.claims.nodes as { id: string }[]).map(({ id }) => id).sort();
    expect(rows(response).map(({ id }) => id)).toEqual(ids);
    expect((await get(`/export?format=csv&${where(filter)}`)).body).toBe(response.body);
    expect((await get(`/export?${where(filter)}`, { accept: "text/csv" })).body).toBe(response.body);
  });

  it("gives the claims in the answer of a query", async () => {
    const query =
      "query ($chip: String!) { clusters(where: { usesChip: { some: { node: { name: { eq: $chip } } } } }) { edges { evidence { id } } } }";
    const variables = JSON.stringify({ chip: "H100" });
    const response = await get(`/export.csv?${new URLSearchParams({ query, variables }).toString()}`);
    const { data } = await graph.ask(query, { chip: "H100" });
    const ids = (data.clusters.edges as { evidence: { id: string }[] }[]).flatMap(({ evidence }) =>
      evidence.map(({ id }) => id),
    );
    expect(
      rows(response)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...new Set(ids)].sort());
  });

  it("shows nothing of restricted sources to readers, and all of it to curators", async () => {
    for (const ending of ["csv", "jsonl"]) {
      const { body } = await get(`/export.${ending}`);
      for (const word of [SECRET, all.ids.secret]) expect(body).not.toContain(word);
      expect((await get(`/export.${ending}`, curator)).body).toContain(SECRET);
    }
    expect(codeOf(await get(`/claims/${all.ids.restricted}.csv`))).toMatch(/^404 NOT_FOUND/u);
    expect((await get(`/claims/${all.ids.restricted}.csv`, curator)).status).toBe(200);
    const header = JSON.parse((await get("/export.jsonl")).body.split("\n")[0]!) as object;
    expect(header).toMatchObject({ type: "header", selection: { where: null } });
    const whole = (await get("/export.jsonl", curator)).body.trimEnd().split("\n");
    expect(JSON.parse(whole[0]!)).toMatchObject({ type: "header", selection: null });
    expect(JSON.parse(whole.at(-1)!)).toMatchObject({ type: "trailer" });
  });

  it.each<[string, string, RegExp]>([
    ["/export.xls", "", /^404 NOT_FOUND: no file here ends with ".xls"; there are \.csv, /u],
    [
      "/export",
      "format=csvv",
      /^400 BAD_USER_INPUT: there is no format "csvv"; did you mean "csv"\?; there are csv, /u,
    ],
    [
      "/export.csv",
      "were=1",
      /^400 BAD_USER_INPUT: the parameter "were" is no parameter here; did you mean "where"\?/u,
    ],
    ["/export.csv", "where={", /^400 BAD_USER_INPUT: the parameter "where" is no JSON/u],
    ["/export.csv", "where=7", /^400 .* is no JSON object/u],
    ["/export.csv", "where={}&where={}", /^400 .* is given twice/u],
    ["/export.csv", where({ predicat: { eq: "OWNS" } }), /^400 BAD_USER_INPUT: where.* Did you mean "predicate"/u],
    ["/export.csv", where({ predicate: { eq: "OWN" } }), /^400 BAD_USER_INPUT: where.predicate names "OWN"/u],
    ["/export.csv", where({ predicate: { in: Array(1001).fill("OWNS") } }), /^400 TOO_COMPLEX: /u],
    [
      "/export.csv",
      `query=${encodeURIComponent("{ viewer { roles } }")}`,
      /^400 BAD_USER_INPUT: the query asks for no claim/u,
    ],
    [
      "/export.csv",
      `query=${encodeURIComponent('mutation { retractClaim(id: "c", reason: "r") { claim { id } } }')}`,
      /^400 .* by POST/u,
    ],
    ["/export.csv", "variables={}", /^400 .* without a query/u],
    ["/export.jsonl", 'asOf={"validAt":"2024"}', /^400 BAD_USER_INPUT: JSON Lines hold the graph as it is now/u],
    ["/export.csv", 'asOf={"validAt":"x"}', /^400 BAD_USER_INPUT: asOf/u],
  ])("%s?%s is refused", async (path, search, message) => {
    expect(codeOf(await get(`${path}?${search.replaceAll("{", "%7B").replaceAll('"', "%22")}`))).toMatch(message);
  });
});

describe("the addresses of claims, entities and sources", () => {
  it("give what belongs to each, in the form that is preferred", async () => {
    const entity = await get("/entities/xai", { accept: "application/x-ndjson;q=0.5, text/csv" });
    expect(entity.headers).toMatchObject({
      ...{ "content-type": "text/csv; charset=utf-8", vary: "Accept, Accept-Encoding, Authorization, Cookie" },
      "content-disposition": 'inline; filename="xai.csv"',
    });
    for (const { subject, object, speakers } of rows(entity)) expect([subject, object, speakers]).toContain("xai");
    const lines = await get("/entities/xai", { accept: "application/x-ndjson, text/csv;q=0.5" });
    expect(lines.headers["content-type"]).toBe("application/x-ndjson");
    expect(rows(await get(`/sources/${all.ids.source}.csv`)).length).toBeGreaterThan(3);
    expect(rows(await get(`/claims/${all.ids.superseded}.csv`))).toMatchObject([{ status: "SUPERSEDED" }]);
    const base = rows(await get("/entities/xai.csv", { host: "sanad.example:8080" }))[0]!["address"];
    expect(base).toMatch(/^http:\/\/sanad\.example:8080\/claims\/c_/u);
  });

  it("say what there is to who takes none of it, and what is not there", async () => {
    const none = await get("/entities/xai", { accept: "text/html, image/png" });
    expect(codeOf(none)).toMatch(/^406 BAD_USER_INPUT: .*text\/csv.*application\/x-ndjson/u);
    for (const path of [
      "/entities/nobody",
      "/entities/nobody.csv",
      "/claims/xai",
      `/sources/xai.csv`,
      "/entities/%E0%A4%A",
    ]) {
      expect(codeOf(await get(path)), path).toMatch(/^404 NOT_FOUND: there is no (entity|claim|source)/u);
    }
    expect((await get("/entities/")).status).toBe(404);
    expect((await send(graph.url, "/entities/xai", { method: "POST" })).status).toBe(405);
  });

  it("lead from what was merged to what it is now", async () => {
    const search = `?asOf=${encodeURIComponent(JSON.stringify({ validAt: "2024" }))}`;
    const moved = await get(`/entities/${all.ids.merged}.csv${search}`);
    expect([moved.status, moved.headers.location]).toEqual([308, `./${all.ids.kept}.csv${search}`]);
    const followed = await fetch(`${graph.url}/entities/${all.ids.merged}.csv`);
    expect([followed.status, followed.url]).toEqual([200, `${graph.url}/entities/${all.ids.kept}.csv`]);
  });

  it("say under which licence they are", async () => {
    await all.store.write((run) =>
      run({
        name: "test.license",
        text: "MATCH (s:Source {id: $id}) SET s.license = 'CC-BY-4.0'",
        params: { id: all.ids.source },
      }),
    );
    const link = '<https://spdx.org/licenses/CC-BY-4.0>; rel="license"';
    expect((await get(`/sources/${all.ids.source}.csv`)).headers.link).toBe(link);
    const claim = await get(`/claims/${all.ids.supersedes}.csv`);
    expect([claim.headers.link, rows(claim)[0]!["licenses"]]).toEqual([link, "CC-BY-4.0"]);
    expect((await get("/entities/xai.csv")).headers.link).toBeUndefined();
    await all.store.write((run) =>
      run({
        name: "test.license",
        text: "MATCH (s:Source {id: $id}) SET s.license = 'https://l.example/%E0%A4%A?a=\">,<\u0661'",
        params: { id: all.ids.source },
      }),
    );
    const odd = '<https://l.example/%E0%A4%A?a=%22%3E,%3C%D9%A1>; rel="license"';
    expect((await get(`/sources/${all.ids.source}.csv`)).headers.link).toBe(odd);
  });

  it("answer HEAD with the same headers, and pack what is sent to who takes it", async () => {
    const head = await send(graph.url, "/entities/xai.csv", { method: "HEAD" });
    const whole = await get("/entities/xai.csv");
    expect([head.status, head.body, head.headers["content-type"]]).toEqual([200, "", whole.headers["content-type"]]);
    expect((await send(graph.url, "/entities/nobody.csv", { method: "HEAD" })).status).toBe(404);
    const packed = await fetch(`${graph.url}/entities/xai.csv`, { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(`\uFEFF${await packed.text()}`).toBe(whole.body);
  });
});

describe("a server", () => {
  it("names its files by its public address, and refuses one that is too long", async () => {
    const server = await serve({ publicUrl: "https://sanad.example/graph/" });
    const ask = (filter: object) =>
      server.ask("query ($where: ClaimFilter) { export(where: $where, format: JSONL) { url } }", { where: filter });
    expect((await ask({})).data.export.url).toBe("https://sanad.example/graph/export.jsonl?where=%7B%7D");
    const long = { subject: { id: { in: Array.from({ length: 900 }, (_, index) => `entity-${index}`) } } };
    expect((await ask(long)).errors).toMatchObject([
      {
        message: expect.stringMatching(/characters, and at most 8000 are used/u),
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
    expect(rows(await get("/entities/xai.csv", {}, server.url))[0]!["address"]).toMatch(
      /^https:\/\/sanad\.example\/graph\/claims\//u,
    );
    await server.close();
  });

  it("gives nothing to who may not read", async () => {
    const trust = localTrust(await localKey(folder.path), "sanad", null);
    const server = await serve({ identify: identifier(trust, "known", pino({ level: "silent" })) });
    for (const path of ["/export.csv", "/entities/xai", "/claims/c_1.csv"]) {
      const refused = await get(path, {}, server.url);
      expect(codeOf(refused)).toMatch(/^401 UNAUTHENTICATED/u);
      expect(refused.headers["www-authenticate"]).toBe("Bearer");
    }
    await server.close();
  });

  it("charges for each file, and refuses where too much is spent", async () => {
    const server = await serve({ rateLimiter: new RateLimiter(2500) });
    const statuses: number[] = [];
    for (let asked = 0; asked < 3; asked++) statuses.push((await get("/export.csv", {}, server.url)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await server.close();
  });

  it("writes only so many at once for one who asks, so that others have theirs", async () => {
    let gate: Promise<void> = Promise.resolve();
    let open: () => void = () => undefined;
    const store: typeof all.store = {
      capabilities: all.store.capabilities,
      read: async (statement, access) => {
        await gate;
        return all.store.read(statement, access);
      },
      write: (work, access) => all.store.write(work, access),
      applySchema: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const server = await serve({}, store);
    gate = new Promise((resolve) => (open = resolve));
    const asked = Array.from({ length: 17 }, () => get("/export.csv", {}, server.url));
    const refused = await Promise.race(asked);
    expect(codeOf(refused)).toMatch(/^429 RATE_LIMITED: 16 files are being written here for you/u);
    const other = get("/export.csv", curator, server.url);
    open();
    expect((await Promise.all(asked)).filter(({ status }) => status === 200)).toHaveLength(16);
    expect([(await other).status, (await get("/export.csv", {}, server.url)).status]).toEqual([200, 200]);
    await server.close();
  });

  it("that answers listed operations only gives files where one of them asks for such", async () => {
    const listed = await serve({ allowList: loadAllowList("schema/operations") });
    expect((await get("/export.csv", {}, listed.url)).status).toBe(200);
    const query = encodeURIComponent("{ claims { nodes { id } } }");
    expect(codeOf(await get(`/export.csv?query=${query}`, {}, listed.url))).toMatch(/^403 FORBIDDEN/u);
    await listed.close();
    const other = await serve({ allowList: loadAllowList("schema/operations/write.graphql") });
    expect(codeOf(await get("/export.csv", {}, other.url))).toMatch(/^403 FORBIDDEN/u);
    await other.close();
  });

  it("cuts off a file that it cannot end", async () => {
    const store = meddledWith(all.store).store;
    let pages = 0;
    const failing = {
      ...store,
      read: async (...args: Parameters<typeof store.read>) => {
        if (args[0].name === "claims.citations" && ++pages > 1) throw new Error("a defect");
        return all.store.read(...args);
      },
    };
    const server = await serve({}, failing);
    await manyClaims();
    const raw = send(server.url, "/export.csv");
    await expect(raw).rejects.toMatchObject({ code: "ECONNRESET" });
    pages = 0;
    await expect(fetch(`${server.url}/export.csv`).then((response) => response.text())).rejects.toThrow();
    await server.close();
  });

  it("reads on only as what it sends is taken, and stops when nobody takes it any longer", async () => {
    let [pages, slowly] = [0, 0];
    const store = {
      ...meddledWith(all.store).store,
      read: async (...args: Parameters<typeof all.store.read>) => {
        if (args[0].name === "claims.byId") pages++;
        if (slowly > 0) await wait(slowly);
        return all.store.read(...args);
      },
    };
    const server = await serve({}, store);
    await manyClaims();
    slowly = 20;
    const asked = request(`${server.url}/export.csv`).end();
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    await once(response, "data");
    asked.destroy();
    await wait(300);
    const then = pages;
    await wait(500);
    expect(pages).toBe(then);
    expect(pages).toBeLessThan(6);
    await server.close();
  });
});

/** So many claims that they come in several pages, and fill what lies between a server and a client. */
let are = false;
async function manyClaims(): Promise<void> {
  if (are) return;
  are = true;
  await addClaims(all.store, 4000);
}
