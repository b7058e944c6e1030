import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identifier, localTrust, makeToken, type Grant } from "../../src/http/identify.js";
import { localKey, type LocalKey } from "../../src/http/localKey.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { send } from "../http/wire.js";

const log = pino({ level: "silent" });

let folder: string;
let key: LocalKey;
let graph: TestGraph;
let token: string;
let claim: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sanad-key-"));
  key = await localKey(folder);
  graph = await serveGraph(null, { identify: identifier(localTrust(key, "sanad", null), "everyone", log) });
  token = await tokenFor({});
  claim = await claimOf("USES_CHIP");
});

afterAll(async () => {
  await graph?.close();
  await rm(folder, { recursive: true });
});

function tokenFor(more: Partial<Grant>): Promise<string> {
  return makeToken(key, {
    ...{ subject: "noor", role: "curator", expires: "5m", audience: "sanad", issuer: null },
    ...more,
  });
}

async function claimOf(predicate: string, index = 0): Promise<string> {
  const { data } = await graph.ask(
    `{ claims(first: ${index + 1}, where: { predicate: { eq: "${predicate}" } }) { nodes { id } } }`,
  );
  return data.claims.nodes[index].id as string;
}

interface Sending {
  readonly token?: string;
  /** Sent as a form. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for a page, or sends a form to it, as a browser would that has kept a token. */
function visit(address: string, { token, fields, headers }: Sending = {}) {
  const given = { accept: "text/html", ...(token !== undefined && { cookie: `sanad-session=${token}` }), ...headers };
  if (!fields) return send(graph.url, address, { headers: given });
  return send(graph.url, address, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
      ...given,
    },
    body: new URLSearchParams(fields).toString(),
  });
}

/** What a form of a page holds, so that it counts as one of the session's own. */
async function formTokenAt(address: string, token: string): Promise<string> {
  const { body } = await visit(address, { token });
  return /name="form" value="([\w-]{40,})"/u.exec(body)![1]!;
}

async function statusOf(id: string): Promise<string> {
  const { data } = await graph.ask(`query ($id: ID!) { claim(id: $id) { status } }`, { id });
  return data.claim.status as string;
}

describe("whoever signs in", () => {
  it("is kept in a cookie that no script reads and no other site sends, until the token expires", async () => {
    const { status, headers } = await visit("/signin", {
      fields: { token: ` Bearer ${token}\n`, back: `/c/${claim}` },
    });
    expect([status, headers["location"]]).toEqual([303, `/c/${claim}`]);
    const [cookie] = headers["set-cookie"]!;
    expect(cookie).toMatch(/^sanad-session=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/u);
    const expires = new Date(/Expires=([^;]+)/u.exec(cookie!)![1]!).getTime();
    expect(Math.abs(expires - Date.now() - 300_000)).toBeLessThan(60_000);
    const page = await visit(`/c/${claim}`, { token });
    expect(page.body).toContain(`<bdi class="who">noor</bdi>`);
    expect(page.body).not.toContain(token);
    expect(page.headers).toMatchObject({
      "cache-control": "private, no-cache",
      vary: expect.stringContaining("Cookie"),
    });
  });

  it("is led back to this server only", async () => {
    for (const back of [
      "//example.org/",
      "https://example.org/",
      "/\\example.org",
      "/\t/example.org",
      "javascript:1",
    ]) {
      expect((await visit("/signin", { fields: { token, back } })).headers["location"], back).toBe("/");
    }
  });

  it("is told why a token is refused, and nothing is kept", async () => {
    const old = await tokenFor({ expires: "-1m" });
    for (const [given, why] of [
      ["abc", /it is no signed JSON Web Token/u],
      ["", /not of the form|no signed/u],
      [old, /it expired at \d{4}-/u],
      [`${"x".repeat(5000)}`, /the token has 5000 characters; browsers keep at most 3800/u],
    ] as const) {
      const { status, headers, body } = await visit("/signin", { fields: { token: given, back: "/changes" } });
      expect([status === 401 || status === 422, headers["set-cookie"]]).toEqual([true, undefined]);
      expect(body).toMatch(why);
      expect(body).toContain(`name="back" value="/changes"`);
      if (given.length > 5) expect(body).not.toContain(given);
    }
  });

  it("has the cookie taken away when it counts no longer, and is led back afterwards", async () => {
    const { status, headers, body } = await visit(`/c/${claim}?ui=ar`, { token: await tokenFor({ expires: "-1m" }) });
    expect(status).toBe(401);
    expect(headers["set-cookie"]).toEqual(["sanad-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict"]);
    expect(headers["www-authenticate"]).toMatch(/^Bearer/u);
    expect(body).toContain(`name="back" value="/c/${claim}?ui=ar"`);
    expect(body).toMatch(/it expired at/u);
  });

  it("signs out", async () => {
    const form = await formTokenAt(`/c/${claim}`, token);
    const { status, headers } = await visit("/signout", { token, fields: { form, back: `/c/${claim}` } });
    expect([status, headers["location"]]).toEqual([303, `/c/${claim}`]);
    expect(headers["set-cookie"]).toEqual(["sanad-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict"]);
  });

  it("has signed in to the pages only: the cookie counts for nothing at /graphql", async () => {
    const { body } = await send(graph.url, "/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", cookie: `sanad-session=${token}` },
      body: JSON.stringify({ query: "{ viewer { name } }" }),
    });
    expect(JSON.parse(body)).toEqual({ data: { viewer: { name: null } } });
  });

  it("by https has cookies that are bound to the host", async () => {
    const secure = await serveGraph(
      { ...graph, close: async () => undefined },
      {
        ...{ identify: identifier(localTrust(key, "sanad", null), "known", log), publicUrl: "https://sanad.example/" },
      },
    );
    try {
      const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://sanad.example" };
      const body = new URLSearchParams({ token }).toString();
      const answer = await send(secure.url, "/signin", { method: "POST", headers, body });
      expect(answer.headers["set-cookie"]![0]).toMatch(/^__Host-sanad-session=.*; Secure; SameSite=Strict$/u);
      const html = { accept: "text/html" };
      const closed = await send(secure.url, `/c/${claim}`, { headers: html });
      expect(closed.status).toBe(401);
      expect(closed.body).toContain(`action="/signin"`);
      const cookie = `__Host-sanad-session=${token}`;
      expect((await send(secure.url, `/c/${claim}`, { headers: { ...html, cookie } })).status).toBe(200);
      expect((await send(secure.url, `/c/${claim}.csv`, { headers: { cookie } })).status).toBe(200);
      expect((await send(secure.url, `/c/${claim}.csv`)).status).toBe(401);
    } finally {
      await secure.close();
    }
  });
});

describe("a form", () => {
  const reason = "The post was withdrawn.";

  it("that is not one of the session's own, or that another site sends, is refused, and nothing is written", async () => {
    const address = `/c/${claim}/retract`;
    const form = await formTokenAt(address, token);
    const other = await tokenFor({ subject: "ada" });
    const fields = { form, reason, change: "retract" };
    const refused: readonly (readonly [what: string, sending: Sending, status: number])[] = [
      ["no form token", { token, fields: { reason, change: "retract" } }, 403],
      ["another session's form token", { token: other, fields }, 403],
      ["a changed form token", { token, fields: { ...fields, form: `${form.slice(0, -1)}!` } }, 403],
      ["no session", { fields }, 401],
      ["a page of another site", { token, fields, headers: { "sec-fetch-site": "cross-site" } }, 403],
      ["a page of another host of the site", { token, fields, headers: { "sec-fetch-site": "same-site" } }, 403],
      ["a header in place of the cookie", { fields, headers: { authorization: `Bearer ${token}` } }, 401],
      ["a reader", { token: await tokenFor({ role: "reader" }), fields }, 403],
    ];
    for (const [what, sending, status] of refused) {
      const answer = await visit(address, sending);
      expect([answer.status, answer.headers["location"]], what).toEqual([status, undefined]);
    }
    const olderBrowser = (headers: Readonly<Record<string, string>>) =>
      send(graph.url, address, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          cookie: `sanad-session=${token}`,
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      });
    expect((await olderBrowser({})).status).toBe(403);
    for (const origin of ["https://example.org", "null"]) {
      expect((await olderBrowser({ origin })).status, origin).toBe(403);
    }
    expect(await statusOf(claim)).toBe("ACTIVE");
    // and with an Origin alone, which is this server's, it counts; without a reason nothing is done all the same
    const origin = graph.url;
    const empty = await send(graph.url, address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie: `sanad-session=${token}`, origin },
      body: new URLSearchParams({ form, change: "retract", reason: " " }).toString(),
    });
    expect(empty.status).toBe(422);
    expect(empty.body).toContain(`<a href="#f-reason">Say why; it is kept in the history</a>`);
    expect(await statusOf(claim)).toBe("ACTIVE");
    const theme = await visit("/theme", { fields: { theme: "dark" }, headers: { "sec-fetch-site": "cross-site" } });
    expect([theme.status, theme.headers["set-cookie"]]).toEqual([403, undefined]);
  });

  it("retracts a claim with a reason, twice as once, and restores it", async () => {
    const address = `/c/${claim}/retract`;
    const form = await formTokenAt(address, token);
    for (const fields of [
      { form, reason, change: "retract" },
      { form, reason: "again", change: "retract" },
    ]) {
      const { status, headers } = await visit(address, { token, fields });
      expect([status, headers["location"]]).toEqual([303, `/c/${claim}`]);
    }
    const { data } = await graph.ask(`query ($id: ID!) { claim(id: $id) { status history { action by reason } } }`, {
      id: claim,
    });
    expect(data.claim.status).toBe("RETRACTED");
    const history = data.claim.history as readonly { action: string }[];
    expect(history.filter(({ action }) => action === "RETRACTED")).toEqual([
      { action: "RETRACTED", by: "noor", reason },
    ]);
    expect((await visit(address, { token })).body).toContain("Restore");
    await visit(address, { token, fields: { form, reason: "It is there again.", change: "restore" } });
    expect(await statusOf(claim)).toBe("ACTIVE");
  });

  it("ranks a claim, and refuses a rank that there is not with what was typed", async () => {
    const address = `/c/${claim}/rank`;
    const form = await formTokenAt(address, token);
    const wrong = await visit(address, { token, fields: { form, reason: "Because <b>", rank: "BEST" } });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Because &lt;b>");
    expect(wrong.body).toMatch(/href="#f-rank"/u);
    await visit(address, { token, fields: { form, reason: "The newest.", rank: "PREFERRED" } });
    const { data } = await graph.ask(`query ($id: ID!) { claim(id: $id) { rank } }`, { id: claim });
    expect(data.claim.rank).toBe("PREFERRED");
  });

  it("is for those who may write: others see nothing of it", async () => {
    expect((await visit(`/c/${claim}`)).body).not.toContain("/retract");
    expect((await visit(`/c/${claim}`, { token: await tokenFor({ role: "reader" }) })).body).not.toContain("/retract");
    expect((await visit(`/c/${claim}`, { token })).body).toContain(`/c/${claim}/retract`);
    expect((await visit(`/c/${claim}/retract`)).status).toBe(401);
    expect((await visit("/c/c_none/retract", { token })).status).toBe(404);
  });
});
