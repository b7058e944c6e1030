import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identifier, localTrust, makeToken, remoteTrust, type Grant } from "../../src/http/identify.js";
import { localKey, type LocalKey } from "../../src/http/localKey.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { send } from "./wire.js";

const log = pino({ level: "silent" });
const viewerQuery = "{ viewer { name roles } }";

let folder: string;
let key: LocalKey;
let graph: TestGraph;
let closed: TestGraph;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sanad-key-"));
  key = await localKey(folder);
  const trust = localTrust(key, "sanad", null);
  graph = await serveGraph(null, { identify: identifier(trust, "everyone", log) });
  closed = await serveGraph(null, { identify: identifier(trust, "known", log) });
});
afterAll(async () => {
  await graph.close();
  await closed.close();
  await rm(folder, { recursive: true });
});

/** Sends a query with a header and answers with what came back. */
async function ask(url: string, authorization: string | undefined, query = viewerQuery) {
  const headers = { "content-type": "application/json", ...(authorization !== undefined && { authorization }) };
  const {
    status,
    headers: received,
    body,
  } = await send(url, "/graphql", {
    ...{ method: "POST", headers, body: JSON.stringify({ query }) },
  });
  const { data, errors } = JSON.parse(body) as {
    data?: { viewer: unknown };
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status,
    viewer: data?.viewer,
    error: errors?.[0],
    challenge: received["www-authenticate"],
    retryAfter: received["retry-after"],
  };
}

const grant: Grant = { subject: "ada", role: "curator", expires: "5m", audience: "sanad", issuer: null };
const bearer = async (more: Partial<Grant> = {}) => `Bearer ${await makeToken(key, { ...grant, ...more })}`;

/** A token with any claims, signed by the server's own key where no other is given. */
async function signed(claims: JWTPayload, signer?: CryptoKey | Uint8Array, alg = "ES256"): Promise<string> {
  const jwt = new SignJWT({ sub: "ada", aud: "sanad", iss: "sanad", exp: inMinutes(5), roles: ["curator"], ...claims });
  return `Bearer ${await jwt.setProtectedHeader({ alg }).sign(signer ?? (await importJWK(key.privateKey, "ES256")))}`;
}

const inMinutes = (minutes: number) => Math.floor(Date.now() / 1000) + 60 * minutes;

describe("whoever gives a token of the server's own key", () => {
  it.each([
    ["reader", ["reader"]],
    ["curator", ["reader", "curator"]],
    ["admin", ["reader", "curator", "admin"]],
  ] as const)("is what it says: %s", async (role, roles) => {
    expect(await ask(graph.url, await bearer({ role }))).toMatchObject({ status: 200, viewer: { name: "ada", roles } });
  });

  it("is known by any name that has no control characters", async () => {
    for (const subject of ["أبو بكر", "auth0|5f7c", "x".repeat(200), "O'Hara {n}"]) {
      expect(await ask(graph.url, await bearer({ subject }))).toMatchObject({ viewer: { name: subject } });
    }
  });

  it("may be without a role that is known here where everyone reads", async () => {
    for (const roles of [undefined, [], ["owner"], "curator", { curator: true }, ["Curator"], null]) {
      const token = await signed({ roles });
      expect(await ask(graph.url, token), String(roles)).toMatchObject({ viewer: { name: "ada", roles: ["reader"] } });
      expect(await ask(closed.url, token), String(roles)).toMatchObject({
        status: 403,
        error: { extensions: { code: "FORBIDDEN" } },
      });
    }
  });

  it("may write what others may not", async () => {
    const write = `mutation { retractClaim(id: "c_none", reason: "x") { claim { id } } }`;
    expect((await ask(graph.url, undefined, write)).error).toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
    expect((await ask(graph.url, await bearer({ role: "reader" }), write)).error).toMatchObject({
      extensions: { code: "FORBIDDEN" },
    });
    const code = (await ask(graph.url, await bearer(), write)).error?.extensions.code;
    expect(["UNAUTHENTICATED", "FORBIDDEN"]).not.toContain(code);
  });
});

describe("a token that is not to be trusted is refused with 401 and never taken for none:", () => {
  const other = generateKeyPair("ES256", { extractable: true });
  it.each<[what: string, header: () => Promise<string> | string, why: RegExp]>([
    ["that has expired", () => signed({ exp: inMinutes(-1) }), /: it expired at \d{4}-\d\d-\d\dT/u],
    ["that never expires", () => signed({ exp: undefined }), /: it has no claim exp$/u],
    ["that expires at no time", () => signed({ exp: "never" as never }), /: it/u],
    ["that does not hold yet", () => signed({ nbf: inMinutes(5) }), /: it does not hold yet$/u],
    ["for another audience", () => signed({ aud: "others" }), /: it is for another audience$/u],
    ["for no audience", () => signed({ aud: undefined }), /: it has no claim aud$/u],
    ["of another issuer", () => signed({ iss: "https://example.org" }), /: it is of another issuer$/u],
    ["without a subject", () => signed({ sub: undefined }), /: it has no claim sub$/u],
    ["with an empty subject", () => signed({ sub: " " }), /sub must be a name of 1 to 200 characters/u],
    ["with a long subject", () => signed({ sub: "x".repeat(201) }), /sub must be a name/u],
    ["with a line in its subject", () => signed({ sub: "ada\nerror" }), /sub must be a name/u],
    ["with a direction in its subject", () => signed({ sub: "ada\u202e" }), /sub must be a name/u],
    ["with a subject that is no text", () => signed({ sub: 7 as never }), /not valid/u],
    [
      "of another key",
      async () => signed({}, (await other).privateKey),
      /: no key that is trusted here has signed it$/u,
    ],
    [
      "of a shared secret",
      () => signed({}, new Uint8Array(32), "HS256"),
      /: it is signed in a way that is not trusted here$/u,
    ],
    [
      "of the public key as a secret",
      () => signed({}, Buffer.from(JSON.stringify(key.publicKey)), "HS256"),
      /not trusted here$/u,
    ],
    [
      "that nobody signed",
      () => `Bearer ${new UnsecuredJWT({ sub: "ada", exp: inMinutes(5) }).encode()}`,
      /not trusted here|no signed/u,
    ],
    [
      "that was changed",
      async () =>
        (await bearer()).replace(/\.[^.]+\./u, `.${btoa('{"sub":"eve","exp":9999999999}').replaceAll("=", "")}.`),
      /has signed it$/u,
    ],
    ["that is none", () => "Bearer abc", /: it is no signed JSON Web Token$/u],
    ["that is huge", () => `Bearer ${"a.".repeat(4000)}`, /: it is no signed/u],
    ["that is empty", () => "Bearer ", /not of the form Bearer <token>$/u],
    ["of another scheme", () => "Basic YWRhOmFkYQ==", /not of the form/u],
    ["with more behind it", async () => `${await bearer()} x`, /not of the form/u],
    ["whose header is empty", () => "", /not of the form/u],
  ])("one %s", async (_what, header, why) => {
    const authorization = await header();
    const { status, viewer, error, challenge } = await ask(graph.url, authorization);
    expect({ status, viewer, challenge, code: error?.extensions.code }).toEqual({
      ...{ status: 401, viewer: undefined, challenge: 'Bearer error="invalid_token"', code: "UNAUTHENTICATED" },
    });
    expect(error!.message).toMatch(why);
    if (authorization.length > 20) expect(error!.message).not.toContain(authorization.slice(10, 20));
  });

  it("nothing is read for it", async () => {
    graph.statementsSent();
    await ask(graph.url, "Bearer abc", "{ claims { totalCount } }");
    expect(graph.statementsSent()).toEqual([]);
  });
});

describe("where only those who are known may read", () => {
  it("whoever gives no token is told to, and reads nothing", async () => {
    closed.statementsSent();
    for (const query of ["{ claims { totalCount } }", viewerQuery, "{ __typename }", "{ not valid"]) {
      expect(await ask(closed.url, undefined, query)).toMatchObject({
        ...{ status: 401, challenge: "Bearer", viewer: undefined },
        error: {
          message: expect.stringMatching(/needs a token, and none was given/u),
          extensions: { code: "UNAUTHENTICATED" },
        },
      });
    }
    expect(closed.statementsSent()).toEqual([]);
  });

  it("a reader reads", async () => {
    expect(await ask(closed.url, await bearer({ role: "reader" }))).toMatchObject({ viewer: { name: "ada" } });
  });

  it("health, schema and page are there for everyone", async () => {
    for (const address of ["/health/live", "/health/ready", "/schema.graphql"]) {
      expect((await send(closed.url, address)).status, address).toBe(200);
    }
    expect((await send(closed.url, "/graphql", { headers: { accept: "text/html" } })).status).toBe(200);
  });
});

describe("a provider of identities", () => {
  let provider: Server;
  let answers: { status: number; keys: unknown[] };
  let fetched = 0;
  let signer: CryptoKey;
  beforeAll(async () => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    signer = pair.privateKey;
    answers = { status: 200, keys: [{ ...(await exportJWK(pair.publicKey)), kid: "one", alg: "RS256" }] };
    provider = createServer((_request, response) => {
      fetched++;
      response.writeHead(answers.status).end(JSON.stringify({ keys: answers.keys }));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => provider.once("listening", resolve));
  });
  afterAll(() => provider.close());
  const uri = () => `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`;
  const token = (kid: string, claims: JWTPayload = {}) =>
    new SignJWT({
      sub: "ada",
      aud: "sanad",
      iss: "https://id.example.org",
      exp: inMinutes(5),
      roles: ["admin"],
      ...claims,
    })
      .setProtectedHeader({ alg: "RS256", kid })
      .sign(signer);

  it("is trusted by the keys that it publishes, which are fetched once", async () => {
    const identify = identifier(remoteTrust(uri(), "sanad", "https://id.example.org"), "everyone", log);
    fetched = 0;
    const given = await token("one");
    const all = await Promise.all(Array.from({ length: 20 }, () => identify(`Bearer ${given}`)));
    for (const viewer of all) expect(viewer).toMatchObject({ name: "ada", roles: ["reader", "curator", "admin"] });
    expect(fetched).toBe(1);
    const refused = (header: string) =>
      identify(header).then(
        () => null,
        (error: Error) => error.message,
      );
    expect(await refused(`Bearer ${await token("two")}`)).toMatch(/no key that is trusted here/u);
    expect(await refused(`Bearer ${await token("one", { iss: "https://id.example.com" })}`)).toMatch(/another issuer/u);
    expect(await refused(await bearer())).toMatch(/no key that is trusted here|another issuer/u);
    expect(fetched).toBe(1); // an unknown key makes it ask again only after a while
  });

  it("that does not answer is told as that, and does not make the token wrong", async () => {
    for (const address of ["http://127.0.0.1:1/jwks", uri()]) {
      answers = { ...answers, status: 500 };
      const served = await serveGraph(null, {
        identify: identifier(remoteTrust(address, "sanad", null), "everyone", log),
      });
      try {
        const given = `Bearer ${await token("one")}`;
        expect(await ask(served.url, given)).toMatchObject({
          ...{ status: 503, retryAfter: "5", viewer: undefined },
          error: {
            message: expect.stringMatching(/^the keys by which tokens are checked cannot be fetched/u),
            extensions: { code: "STORE_UNAVAILABLE" },
          },
        });
        expect(await ask(served.url, undefined)).toMatchObject({ status: 200, viewer: { name: null } });
        answers = { ...answers, status: 200 };
        if (address === uri())
          expect(await ask(served.url, given)).toMatchObject({ status: 200, viewer: { name: "ada" } });
      } finally {
        await served.close();
      }
    }
  });
});

describe("the server's own key", () => {
  it("is one, however many make it at once, and only its owner reads it", async () => {
    const at = path.join(folder, "new", "data");
    const keys = await Promise.all(Array.from({ length: 20 }, () => localKey(at)));
    expect(new Set(keys.map(({ privateKey }) => privateKey.kid)).size).toBe(1);
    expect(await readdir(at)).toEqual(["token-key.json"]);
    expect((await stat(path.join(at, "token-key.json"))).mode & 0o777).toBe(0o600);
    expect(await localKey(at)).toEqual(keys[0]);
    expect(JSON.stringify(keys[0]!.publicKey)).not.toContain(keys[0]!.privateKey.d);
  });

  it("that cannot be used is told with what to do, and stays as it is", async () => {
    for (const text of ["", "{", "{}", '{"kty":"EC","crv":"P-256"}']) {
      const file = path.join(folder, "token-key.json");
      const kept = await readFile(file, "utf8");
      await writeFile(file, text);
      await expect(localKey(folder)).rejects.toMatchObject({
        message: expect.stringMatching(/token-key\.json cannot be used: .*remove a broken file/u),
      });
      expect(await readFile(file, "utf8")).toBe(text);
      await writeFile(file, kept);
    }
    await expect(localKey("/dev/null/x")).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  });
});
