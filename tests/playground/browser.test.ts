import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LOOKS, violationsOf } from "../explorer/visiting.js";
import { chromiumFile, launchChromium } from "./chromium.js";
import { startTestServer, type TestServer } from "./server.js";

describe.skipIf(!chromiumFile)("the playground in a browser", () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchChromium()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(() => {
    complaints = [];
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  it("opens three tabs at the first visit, and the first answers when run", async () => {
    const page = await visit();
    expect(await tabs(page)).toEqual(["MuskClusters", "Provenance", "Conflicts"]);
    await run(page);
    await answers(page, /"totalCount": 4/);
  });

  it("has the second tab filled with the id of a claim, which answers too", async () => {
    const page = await visit();
    await page.getByRole("tab", { name: "Provenance" }).click();
    await expect.poll(() => text(page, "[aria-label=Variables]")).toMatch(/"id": "c_\w+"/);
    await run(page);
    await answers(page, /"statement": /);
  });

  it("opens an example in a tab of its own and runs it", async () => {
    const page = await visit();
    await page
      .getByRole("region", { name: "Examples" })
      .getByRole("button", { name: /^EntityPage/ })
      .first()
      .click();
    expect(await tabs(page)).toEqual(["MuskClusters", "Provenance", "Conflicts", "EntityPage"]);
    await answers(page, /"data"/);
    expect(await text(page, ".graphiql-query-editor")).toContain("query EntityPage");
    expect(await text(page, "[aria-label=Variables]")).toMatch(/"id": "[\w-]+"/);
  });

  it("runs the operation of the tab that was opened a moment ago", async () => {
    const page = await visit();
    const sent = page.waitForRequest((request) => request.postData()?.includes("query Conflicts") ?? false);
    await page.getByRole("tab", { name: "Conflicts" }).click();
    await run(page);
    expect((await sent).postDataJSON().operationName ?? "Conflicts").toBe("Conflicts");
  });

  it("keeps the tabs, and what was written in them, for the next visit", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "New tab" }).click();
    await write(page, "query Mine { __typename }");
    await expect.poll(() => tabs(page)).toEqual(["MuskClusters", "Provenance", "Conflicts", "Mine"]);
    await page.waitForTimeout(1000); // GraphiQL stores half a second after the last change
    await page.reload();
    await ready(page);
    expect(await tabs(page)).toEqual(["MuskClusters", "Provenance", "Conflicts", "Mine"]);
    expect(await text(page, ".graphiql-query-editor")).toContain("query Mine");
  });

  it("opens a link in a new tab beside the reader's own", async () => {
    const page = await visit();
    await page.waitForTimeout(1000);
    const link = {
      query: "query Linked($with: Boolean!) { __typename @include(if: $with) }",
      variables: '{"with":true}',
    };
    await page.goto(`${server.url}/graphql?${new URLSearchParams(link)}`);
    await ready(page);
    expect(await tabs(page)).toEqual(["MuskClusters", "Provenance", "Conflicts", "Linked"]);
    expect(await text(page, "[aria-label=Variables]")).toContain('"with": true');
    await run(page);
    await answers(page, /"__typename": "Query"/);
  });

  it("runs the operation that a link names", async () => {
    const query = "query One { one: __typename } query Two { two: __typename }";
    const page = await visit({}, `?${new URLSearchParams({ query, operationName: "Two" })}`);
    await expect.poll(() => tabs(page)).toEqual(["Two", "MuskClusters", "Provenance", "Conflicts"]);
    const sent = page.waitForRequest((request) => request.postData()?.includes("__typename }") ?? false);
    await page.getByRole("button", { name: /^Execute/ }).click();
    await page.getByRole("menuitem", { name: "Two" }).click();
    expect((await sent).postDataJSON()).toMatchObject({ operationName: "Two" });
    await answers(page, /"two": "Query"/);
  });

  it("copies a link that opens the same tab", async () => {
    const page = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copy a link to this tab" }).click();
    await page.getByRole("status").getByText("Copied").waitFor({ state: "attached" });
    const address = new URL(await page.evaluate<string>("navigator.clipboard.readText()"));
    expect(address.origin).toBe(server.url);
    expect(address.searchParams.get("query")).toContain("query MuskClusters");
    expect(JSON.parse(address.searchParams.get("variables")!)).toEqual({ chip: "H100", person: "Elon Musk" });
  });

  it("tidies a query, keeps a history, and shows the schema's documentation", async () => {
    const page = await visit();
    await page.getByRole("tab", { name: "Conflicts" }).click();
    await page.getByRole("button", { name: "New tab" }).click();
    await write(page, "query Mine{__typename}");
    await page.getByRole("button", { name: /^Prettify/ }).click();
    await expect.poll(() => text(page, ".graphiql-query-editor")).toBe("query Mine {\n  __typename\n}");
    await page.waitForTimeout(500); // GraphiQL reads the text a moment after the last change, and its history what was read
    await run(page);
    await answers(page, /"__typename": "Query"/);
    await page.getByRole("button", { name: "Show History" }).click();
    await page.getByRole("region", { name: "History" }).getByText("Mine").first().waitFor();
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByRole("link", { name: "clusters", exact: true }).click();
  });

  it("makes ids links to their pages, for the mouse and for the keyboard", async () => {
    const page = await visit();
    await run(page);
    await answers(page, /"c_/);
    const id = page.locator(".graphiql-response .detected-link", { hasText: /^c_/ }).first();
    const claim = (await id.innerText()).trim();
    await page.keyboard.down("Control");
    await id.hover();
    const link = page.locator(".detected-link-active").first(); // that it is one the editor finds out when it is pointed at
    const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await page.keyboard.up("Control");
    await opened.waitForURL(new RegExp(`^${server.url}/c/${claim}`));
    await opened.close();

    await page.getByRole("tab", { name: "Provenance" }).click();
    await run(page);
    await answers(page, /"statement": /);
    const footer = page.locator(".graphiql-footer");
    await footer.getByText(/ids lead to their pages/).waitFor();
    await lines(page, ".graphiql-response").click({ position: { x: 200, y: 10 } });
    await page.keyboard.press("Control+Home");
    for (let line = 0; line < 3; line++) await page.keyboard.press("ArrowDown"); // data, claim, id
    await footer.getByRole("link", { name: "the claim’s page" }).waitFor();
    await page.keyboard.press("Tab");
    const [byKey] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("Enter")]);
    const { id: asked } = JSON.parse(await text(page, "[aria-label=Variables]")) as { id: string };
    await byKey.waitForURL(`${server.url}/c/${asked}`);
    await byKey.getByRole("heading", { level: 1 }).waitFor();
  });

  it("downloads the schema for tools, and leads back to the pages", async () => {
    const page = await visit();
    for (const [item, name, begins] of [
      ["Schema in SDL", "schema.graphql", "type"],
      ["Introspection result in JSON", "schema.json", '{"__schema":'],
    ] as const) {
      await page.getByRole("button", { name: "Download the schema" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: item }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      expect(await readFile(await download.path(), "utf8")).toContain(begins);
    }
    const links = await page.locator(".graphiql-logo a").all();
    expect(await Promise.all(links.map((link) => link.getAttribute("href")))).toEqual(["/", "/conflicts", "/graph"]);
  });

  it("opens what writes, with its variables, and does not run it", async () => {
    const page = await visit();
    let writes = 0;
    page.on("request", (request) => void (writes += Number(request.postData()?.includes("mutation") ?? false)));
    await page
      .getByRole("region", { name: "Write" })
      .getByRole("button", { name: /^Retract/ })
      .click();
    await expect.poll(() => tabs(page)).toEqual(["MuskClusters", "Provenance", "Conflicts", "Retract"]);
    await expect.poll(() => text(page, "[aria-label=Variables]")).toMatch(/"id": "c_\w+",\s+"reason": ""/);
    await page
      .getByRole("region", { name: "What the pages ask" })
      .getByRole("button", { name: /^ClaimPage/ })
      .click();
    await answers(page, /"statement": /);
    expect(writes).toBe(0);
  });

  it("does not store headers", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "Headers" }).click();
    await write(page, '{"authorization": "Bearer secret"', "[aria-label=Headers]");
    await page.waitForTimeout(1000); // GraphiQL takes note of headers half a second after the last change
    const sent = page.waitForRequest((request) => request.headers()["authorization"] === "Bearer secret");
    await run(page);
    await sent;
    await page.waitForTimeout(1000);
    const stored = await page.evaluate<string>("JSON.stringify(localStorage)");
    expect(stored).toContain("graphiql:queries");
    expect(stored).not.toContain("secret");
  });

  it("follows a dark scheme", async () => {
    const page = await visit({ colorScheme: "dark" });
    const ground = await page.evaluate<string>(
      'getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor',
    );
    const channels = ground.match(/\d+/g)!.slice(0, 3).map(Number);
    expect(Math.max(...channels)).toBeLessThan(60);
    await run(page);
    await answers(page, /"totalCount": 4/);
  });

  it("has the pages' theme until it is given one of its own", async () => {
    const page = await visit({ colorScheme: "light" });
    const theme = async (cookie: string) => {
      await context.addCookies([{ name: "sanad-theme", value: cookie, url: server.url }]);
      await page.reload();
      await ready(page);
      return page.evaluate<string>(
        '[...document.body.classList].find((name) => /^graphiql-(light|dark)$/.test(name)) ?? "system"',
      );
    };
    expect(await theme("dark")).toBe("graphiql-dark");
    expect(await theme("light")).toBe("graphiql-light");
    await page.getByRole("button", { name: /settings/i }).click();
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    expect(await theme("light")).toBe("graphiql-dark");
  });

  it.each(Object.entries(LOOKS))("is accessible, %s, with each of its panes", async (_look, options) => {
    const page = await visit(options);
    await run(page);
    await answers(page, /"totalCount": 4/);
    await page
      .locator(".graphiql-footer")
      .getByText(/lead to their pages/)
      .waitFor();
    const found = await violationsOf(page);
    for (const pane of ["Examples", "History", "Documentation Explorer"]) {
      const show = page.getByRole("button", { name: `Show ${pane}` });
      if ((await show.count()) > 0) await show.click();
      await page.getByRole("region", { name: pane }).waitFor();
      found.push(...(await violationsOf(page)));
    }
    expect(found.filter((violation) => !OF_GRAPHIQL.some((known) => known.test(violation)))).toEqual([]);
  });

  it("fits a phone: editors above the answer, examples closed until asked for", async () => {
    const page = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
    expect(await page.getByRole("region", { name: "Examples" }).count()).toBe(0);
    await run(page);
    await answers(page, /"totalCount": 4/);
    const [editor, answer] = await Promise.all([box(page, ".graphiql-editors"), box(page, ".graphiql-response")]);
    expect(editor.width).toBeGreaterThan(350);
    expect(answer.width).toBeGreaterThan(350);
    expect(answer.y).toBeGreaterThanOrEqual(editor.y + editor.height);
    expect(answer.y + answer.height).toBeLessThanOrEqual(844);
    await page.getByRole("button", { name: "Show Examples" }).tap();
    await page
      .getByRole("button", { name: /^EntityPage/ })
      .first()
      .tap();
    await answers(page, /"data"/);
    expect(await page.getByRole("region", { name: "Examples" }).count()).toBe(0);
  });

  /** Opens the page as a new reader; whatever the browser complains about fails the test. */
  async function visit(options: BrowserContextOptions = {}, search = ""): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith("data:")) complaints.push(`a request to ${url}`);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await context.addInitScript(() =>
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`${violatedDirective} forbids ${blockedURI}`),
      ),
    );
    context.on("weberror", (error) => complaints.push(String(error.error())));
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(`${server.url}/graphql${search}`);
    await ready(page);
    return page;
  }
});

/** What only GraphiQL can mend: its tabs hold the button that closes them, and its history names each entry "Set active". */
const OF_GRAPHIQL = [
  /^nested-interactive: <li [^>]*class="graphiql-tab/u,
  /^label-content-name-mismatch: <button [^>]*graphiql-history-item-label/u,
];

async function ready(page: Page): Promise<void> {
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
}

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Execute/ }).click();
}

async function answers(page: Page, expected: RegExp): Promise<void> {
  await expect.poll(() => text(page, ".graphiql-response"), { timeout: 10_000 }).toMatch(expected);
}

async function tabs(page: Page): Promise<string[]> {
  return page.getByRole("tab").allInnerTexts();
}

/** Variables and headers are two editors in one section, one of them hidden. */
function lines(page: Page, section: string) {
  return page.locator(`${section} .graphiql-editor:not(.hidden) .view-lines, ${section} .result-window .view-lines`);
}

/** The lines that the editor shows; it draws blanks as no-break spaces. */
async function text(page: Page, editor: string): Promise<string> {
  return (await lines(page, editor).innerText()).replaceAll("\u00a0", " ");
}

async function write(page: Page, words: string, editor = ".graphiql-query-editor"): Promise<void> {
  await lines(page, editor).click();
  await page.keyboard.insertText(words);
}

async function box(page: Page, selector: string) {
  return (await page.locator(selector).boundingBox())!;
}
