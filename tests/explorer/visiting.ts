import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { TestGraph } from "../graphql/testGraph.js";
import { launchChromium } from "../playground/chromium.js";

/** The ways in which every page is looked at. */
export const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

/** A browser before a server; whatever it complains of fails the visit: console errors, reports of the policy, requests to other hosts. */
export class Visitor {
  private constructor(
    private readonly browser: Browser,
    private readonly graph: TestGraph,
  ) {}

  static async before(graph: TestGraph): Promise<Visitor> {
    return new Visitor(await launchChromium(), graph);
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }

  /** Opens a page as a new reader, does something there, and checks that the browser had nothing to complain of. */
  async visit<T>(path: string, options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> {
    const { url } = this.graph;
    const context = await this.browser.newContext(options);
    const complaints: string[] = [];
    context.on("request", (request) => {
      const to = request.url();
      if (!to.startsWith(url) && !to.startsWith("data:")) complaints.push(`a request to ${to}`);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    context.setDefaultTimeout(30_000);
    try {
      const page = await context.newPage();
      await page.goto(url + path);
      const result = await act(page);
      expect(complaints).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  }
}

const axe = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What axe finds wrong with a page by WCAG 2.2 AA and its own best practices, a line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<
    string[]
  >(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html.slice(0, 200))))`);
}
