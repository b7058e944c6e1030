import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identifier, localTrust, makeToken, type Grant } from "../../src/http/identify.js";
import { localKey, type LocalKey } from "../../src/http/localKey.js";
import { isFormTokenOf } from "../../src/http/session.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { send } from "../http/wire.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

const log = pino({ level: "silent" });

let folder: string;
let key: LocalKey;
let graph: TestGraph;
let token: string;
let claim: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sanad-key-"));
  key = await localKey(folder);
  graph = await serveGraph(null, {
    identify: identifier(localTrust(key, "sanad", null), "everyone", log),
    responseCache: 8 * 1024 * 1024, // a page that is kept is the session's own, and of the past with what a form has done
  });
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
    // of the same curator, who has signed in elsewhere, too
    const second = await tokenFor({ expires: "6m" });
    const [own, others] = [await formTokenAt(address, second), await formTokenAt(address, token)];
    expect([isFormTokenOf(second, own), isFormTokenOf(second, others)]).toEqual([true, false]);
    expect(await formTokenAt(`/c/${claim}`, token), "in another page").not.toBe(form);
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

const TEXT =
  "Northfield Ltd runs 1,200 chips.\nIt will run 3,000 chips by June 2026, its owner says. Its owner says much.";

describe("what is sent without scripts", () => {
  /** Sends a form of a page with its form token. */
  async function submit(address: string, fields: Readonly<Record<string, string>>) {
    const form = await formTokenAt(address.split("?")[0]!, token);
    return visit(address, { token, fields: { form, ...fields } });
  }

  it("adds a source once, its text letter for letter, its publisher made on the way", async () => {
    const fields = {
      ...{ name: "A note on Northfield", "name.language": "en", sourceType: "ARTICLE", language: "en" },
      ...{ publishedAt: "2026-01-05", text: TEXT.replaceAll("\n", "\r\n"), "publisher.name": "The Northfield Echo" },
    };
    const asked = await submit("/add", fields);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain("Nothing here is called “The Northfield Echo”.");
    expect(asked.body).toContain(`value="A note on Northfield"`);
    const made = {
      ...{ publisher: "new", "publisher.was": "* The Northfield Echo" },
      ...{ "publisher.kind": "NEWS_OUTLET", "publisher.language": "en" },
    };
    const wrong = await submit("/add", { ...fields, ...made, publishedAt: "soon", url: "nowhere" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/href="#f-publishedAt">&quot;soon&quot;: /u);
    const done = await submit("/add", { ...fields, ...made });
    expect(done.status).toBe(303);
    const source = done.headers["location"]!.replace("/e/", "");
    expect((await submit("/add", { ...fields, ...made })).headers["location"]).toBe(`/e/${source}`);
    const { data } = await graph.ask(
      `query ($id: ID!) { source(id: $id) { name text { content } publisher { name kind } } }`,
      { id: source },
    );
    expect(data.source).toEqual({
      ...{ name: "A note on Northfield", text: { content: TEXT } },
      publisher: { name: "The Northfield Echo", kind: "NEWS_OUTLET" },
    });
  });

  it("makes a claim in steps: what may be meant is offered, the fields that fit are shown, and what is wrong stands beside them", async () => {
    const { data } = await graph.ask(
      `{ search(text: "A note on Northfield", kinds: ["SOURCE"]) { edges { node { id } } } }`,
    );
    const source = data.search.edges[0].node.id as string;
    const start = TEXT.indexOf("1,200");
    const at = `/claim?source=${source}&start=${start}&end=${start + 11}`;
    expect((await visit(at, { token })).body).toMatch(/<textarea id="f-quote"[^>]*>1,200 chips<\/textarea>/u);
    const first = { source, quote: "1,200 chips", start: String(start), "subject.name": "Northfield Ltd" };
    const offered = await submit(at, { ...first, do: "next" });
    expect(offered.body).toContain("Nothing here is called “Northfield Ltd”.");
    const second = {
      ...first,
      ...{ subject: "new", "subject.was": "* Northfield Ltd", "subject.kind": "CLUSTER", "subject.language": "en" },
    };
    const fitting = await submit(at, { ...second, predicate: "CHIP_COUNT", do: "next" });
    expect(fitting.status).toBe(200);
    expect(fitting.body).toMatch(/<option value="CHIP_COUNT" selected/u);
    expect(fitting.body).not.toMatch(/<option value="ROUND_TOTAL"/u);
    expect(fitting.body).toMatch(/data-for="DATE" hidden/u);
    const wrong = await submit(at, {
      ...second,
      predicate: "CHIP_COUNT",
      amount: "many",
      quote: "1,300 chips",
      do: "check",
    });
    expect(wrong.status).toBe(200);
    expect(wrong.body).toMatch(/href="#f-amount">This is no number/u);
    expect(wrong.body).toMatch(/href="#f-quote">The quote is not in the text/u);
    const before = (await graph.ask(`{ search(text: "Northfield Ltd") { totalCount } }`)).data.search
      .totalCount as number;
    const done = await submit(at, { ...second, predicate: "CHIP_COUNT", amount: "1,200", do: "save" });
    expect(done.status).toBe(303);
    const again = await submit(at, { ...second, predicate: "CHIP_COUNT", amount: "1200", do: "save" });
    expect(again.headers["location"]).toBe(done.headers["location"]);
    const id = done.headers["location"]!.replace("/c/", "");
    const { claim: made } = (
      await graph.ask(
        `query ($id: ID!) { claim(id: $id) { subject { name kind } quantity { amount unit bound } citations { quote start } } }`,
        { id },
      )
    ).data;
    expect(made).toEqual({
      subject: { name: "Northfield Ltd", kind: "CLUSTER" },
      quantity: { amount: 1200, unit: "chip", bound: "EXACT" },
      citations: [{ quote: "1,200 chips", start }],
    });
    const after = (await graph.ask(`{ search(text: "Northfield Ltd") { totalCount } }`)).data.search
      .totalCount as number;
    expect(after).toBeGreaterThan(before);

    // a further citation of words that stand twice: their place tells which
    const twice = TEXT.lastIndexOf("owner says");
    const cite = `/c/${id}/cite`;
    const unsure = await submit(cite, { source, quote: "owner says" });
    expect(unsure.status).toBe(422);
    expect(unsure.body).toMatch(/id="f-occurrence"/u);
    expect((await submit(cite, { source, quote: "owner says", start: String(twice) })).status).toBe(303);

    // and another claim in its place, the form filled with what it says
    const filled = await visit(`/c/${id}/supersede?source=${source}`, { token });
    expect(filled.body).toMatch(/name="subject.name"[^>]*value="Northfield Ltd"/u);
    expect(filled.body).toMatch(/name="amount"[^>]*value="1200"/u);
    const by = await submit(`/c/${id}/supersede`, {
      ...{ source, quote: "It will run 3,000 chips by June 2026", "subject.name": "Northfield Ltd", do: "save" },
      ...{ predicate: "CHIP_COUNT", amount: "3000", modality: "PLANNED", validFrom: "2026-06", reason: "It grows." },
    });
    expect(by.status).toBe(303);
    expect(by.headers["location"]).not.toBe(`/c/${id}`);
    expect(await statusOf(id)).toBe("SUPERSEDED");
  });

  it("merges, parts, keeps apart and renames, each with a reason that all can read in the changes", async () => {
    const add = `mutation ($e: [EntityInput!]!) { addEntities(input: $e) { entities { id } } }`;
    const named = (text: string) => ({ kind: "COMPANY", names: [{ language: "en", text }] });
    const response = await send(graph.url, "/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: add, variables: { e: [named("Aldous Works"), named("Aldous Works Limited")] } }),
    });
    const [one, other] = (
      JSON.parse(response.body) as { data: { addEntities: { entities: { id: string }[] } } }
    ).data.addEntities.entities.map(({ id }) => id);
    expect((await visit("/duplicates?kind=COMPANY", { token })).body).toContain(`/merge?with=`);
    expect((await visit("/duplicates?kind=COMPANY")).body).not.toContain("/merge");
    const none = await submit(`/e/${other}/merge`, { with: one!, reason: "" });
    expect(none.status).toBe(422);
    expect(none.body).toContain("Say why");
    const merged = await submit(`/e/${other}/merge`, { "with.name": "Aldous Works", reason: "One register entry." });
    expect(merged.headers["location"]).toBe(`/e/${one}`);
    expect((await visit(`/e/${one}`, { token })).body).toContain(`/e/${one}/unmerge`);
    expect((await visit(`/e/${one}/unmerge`, { token })).body).toContain(`<option value="${other}"`);
    await submit(`/e/${one}/unmerge`, { merged: other!, reason: "Two after all." });
    await submit(`/e/${one}/apart`, { with: other!, reason: "Different owners." });
    const names = { "name.0": "Aldous Works", "name.0.language": "en", "name.1": "ألدوس", "name.1.language": "ar" };
    await submit(`/e/${one}/rename`, { ...names, reason: "Its Arabic name." });
    const { data } = await graph.ask(
      `query ($id: ID!) { entity(id: $id) { names { language text } history { action reason } } }`,
      { id: one },
    );
    expect(data.entity.names).toContainEqual({ language: "ar", text: "ألدوس" });
    const reasons = (data.entity.history as { reason: string | null }[]).map(({ reason }) => reason);
    const said = ["One register entry.", "Two after all.", "Different owners.", "Its Arabic name."];
    expect(reasons).toEqual(expect.arrayContaining(said));
    const { body } = await visit("/changes");
    const places = said.map((reason) => body.indexOf(reason));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => b - a)); // the newest first
  });
});

describe.skipIf(!chromiumFile)("a curator in a browser", () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.before(graph);
  });
  afterAll(() => visitor?.leave());

  const signedIn = () => ({
    cookies: [
      {
        ...{ name: "sanad-session", value: token, domain: "127.0.0.1", path: "/", expires: -1 },
        ...{ httpOnly: true, secure: false, sameSite: "Strict" as const },
      },
    ],
    origins: [],
  });

  async function signIn(page: Page): Promise<void> {
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("Token").fill(token);
    await page.getByLabel("Token").press("Enter");
    await page.locator("header .who").waitFor();
  }

  it("signs in, pastes a source, makes a claim of words selected with the mouse, and others read it; it is retracted with a reason", async () => {
    const address = await visitor.visit(`/c/${claim}`, LOOKS.light, async (page) => {
      await signIn(page);
      expect(new URL(page.url()).pathname).toBe(`/c/${claim}`);
      await page.locator("header .who").click();
      await page.getByRole("link", { name: "Add a source" }).click();
      await page.getByLabel("Title", { exact: true }).fill("ملاحظة عن نورثفيلد");
      await page.getByLabel("Language of the name, as en or ar").first().fill("ar");
      await page.getByLabel("Language of the text, as en or ar").fill("ar");
      await page.getByLabel("Text", { exact: true }).fill("تشغّل Tesla نحو 29000 وحدة.\nوستشغّل Tesla ضعفها قريبًا.");
      await page.getByRole("button", { name: "Save the source" }).click();
      const words = page.locator("[data-source] [data-start]").last();
      await words.waitFor();
      await page.evaluate("document.fonts.ready"); // until then lines move
      // the words as they are, from their first letter to their last, whichever way they run
      const box = await words.evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y: y + height / 2, width };
      });
      await page.mouse.move(box.x + box.width - 1, box.y);
      await page.mouse.down();
      await page.mouse.move(box.x + 1, box.y, { steps: 6 });
      await page.mouse.up();
      await page.getByRole("link", { name: "Make a claim of these words" }).click();
      expect(await page.getByLabel("Quote", { exact: true }).inputValue()).toBe("وستشغّل Tesla ضعفها قريبًا.");
      const subject = page.getByRole("combobox", { name: "Of what" });
      await subject.pressSequentially("Tesla");
      await page
        .getByRole("option", { name: /^Tesla/u })
        .first()
        .click();
      await page.getByLabel("What is said of it").selectOption("REMARK");
      await page.getByLabel("In words").fill("It will run twice as many.");
      await page.getByLabel("Holds from").fill("soon");
      await page.locator('[data-problem="validFrom"]', { hasText: /\S/u }).waitFor(); // told while one types
      await page.getByLabel("Holds from").fill("2026");
      await page.getByLabel("How sure").selectOption("PLANNED");
      await page.getByRole("button", { name: "Save the claim" }).click();
      await page.getByRole("heading", { level: 1, name: /Tesla/u }).waitFor();
      return new URL(page.url()).pathname;
    });
    expect(address).toMatch(/^\/c\/c_/u);
    await visitor.visit(address, LOOKS.light, async (page) => {
      expect(await page.getByText("وستشغّل Tesla ضعفها قريبًا.").count()).toBeGreaterThan(0);
      expect(await page.getByRole("link", { name: "Retract" }).count()).toBe(0);
    });
    await visitor.visit(address, { ...LOOKS.light, storageState: signedIn() }, async (page) => {
      await page.getByRole("link", { name: "Retract" }).click();
      await page.getByLabel("Reason").fill("The note was a draft.");
      await page.getByRole("button", { name: "Retract" }).click();
      await page.getByRole("link", { name: "Restore" }).waitFor();
      await page.locator("header .who").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("link", { name: "Sign in" }).waitFor();
    });
    await visitor.visit("/changes", LOOKS.light, async (page) => {
      expect(await page.getByText("The note was a draft.").count()).toBe(1);
    });
  });

  it("needs no mouse and no scripts", async () => {
    const options = { ...LOOKS.light, storageState: signedIn(), javaScriptEnabled: false };
    await visitor.visit(`/c/${claim}/rank`, options, async (page) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        if ((await page.locator("select[name=rank]:focus").count()) > 0) break;
      }
      await page.keyboard.type("dep");
      await page.keyboard.press("Tab");
      await page.keyboard.type("An older count.");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator(".badge.rank-deprecated").waitFor();
    });
  });

  it.each(Object.entries(LOOKS))("finds nothing wrong by axe: %s", async (_, look) => {
    const { data: other } = await graph.ask(`{ companies(first: 1) { nodes { id } } }`);
    const company = other.companies.nodes[0].id as string;
    const options = { ...look, storageState: signedIn() };
    const addresses = [
      ...["/add", `/claim?source=article&start=0&end=20`, `/c/${claim}`, `/c/${claim}/cite`, `/c/${claim}/supersede`],
      ...[
        `/c/${claim}/retract`,
        `/e/${company}`,
        `/e/${company}/merge`,
        `/e/${company}/rename`,
        "/duplicates",
        "/changes",
      ],
    ];
    await visitor.visit("/signin", look, async (page) => expect(await violationsOf(page)).toEqual([]));
    await visitor.visit("/claim", options, async (page) => {
      await page.getByRole("combobox", { name: "Of what" }).fill("Nobody by this name");
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByRole("radio").first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      for (const address of addresses) {
        await page.goto(graph.url + address);
        expect(await violationsOf(page), address).toEqual([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        expect(scrollWidth, address).toBeLessThanOrEqual(clientWidth);
      }
    });
  });
});
