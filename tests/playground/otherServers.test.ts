import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "graphql";
import { AllowList } from "../../src/graphql/allowList.js";
import { chromiumFile, launchChromium } from "./chromium.js";
import { NORTH_POLE, startTestServer, type TestServer } from "./server.js";

describe.skipIf(!chromiumFile)("the playground before", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  it("another subject offers what can be asked of it, and, when the server is gone, says so", async () => {
    const server = await startTestServer(NORTH_POLE);
    const page = await visit(server);
    try {
      expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Provenance", "Conflicts", "Search"]);
      const offered = page.getByRole("region", { name: "Ask" }).getByRole("button");
      await offered.filter({ hasText: "WhatThereIs" }).waitFor();
      expect((await offered.locator("b").allInnerTexts()).filter((name) => /Cluster|Chip/u.test(name))).toEqual([]);
      await run(page);
      await answers(page, /"statement": /);
    } finally {
      await server.close();
    }
    await run(page);
    await answers(page, /Failed to fetch/);
    await page.context().close();
  });

  it("a server that answers listed operations only keeps the examples, and the documentation says that there is none", async () => {
    const allowed = new AllowList();
    allowed.add(parse("query Mine { viewer { name } }"));
    const server = await startTestServer(NORTH_POLE, allowed);
    const page = await visit(server);
    try {
      expect(await page.getByRole("tab").allInnerTexts()).toEqual(["MuskClusters", "Provenance", "Conflicts"]);
      await page
        .getByRole("region", { name: "Ask" })
        .getByRole("button", { name: /^LargestClusters/ })
        .waitFor();
      await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
      await page.getByRole("region", { name: "Documentation Explorer" }).getByText("Error fetching schema").waitFor();
    } finally {
      await page.context().close();
      await server.close();
    }
  });

  async function visit({ url }: TestServer): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(`${url}/graphql`);
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    return page;
  }
});

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Execute/ }).click();
}

async function answers(page: Page, expected: RegExp): Promise<void> {
  const answer = page.locator(".graphiql-response .view-lines");
  await expect
    .poll(async () => (await answer.innerText()).replaceAll("\u00a0", " "), { timeout: 10_000 })
    .toMatch(expected);
}
