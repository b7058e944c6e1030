import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT_FOLDER } from "../../src/config.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { exhibit, type Exhibit } from "./exhibit.js";
import { LOOKS, Visitor } from "./visiting.js";

/** In thousands of bytes, as they are sent; fonts are compressed already. */
const BUDGETS = { script: 5, style: 6, curating: 3, html: 12, fonts: 162, fontsWithoutArabic: 48.5 } as const;

let graph: TestGraph;
let shown: Exhibit;

beforeAll(async () => {
  graph = await serveGraph();
  shown = await exhibit(graph);
});

afterAll(() => graph?.close());

describe("what a page sends", () => {
  it("is small: scripts, style, and the claim itself", async () => {
    const folder = path.join(PROJECT_FOLDER, "dist/pages/assets");
    const sizeOf = async (beginning: string, ending: string) => {
      const names = (await readdir(folder)).filter(
        (name) => name.startsWith(beginning) && name.endsWith(`${ending}.gz`),
      );
      const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
      return sizes.reduce((sum, size) => sum + size, 0) / 1000;
    };
    expect(await sizeOf("explorer", ".js")).toBeLessThan(BUDGETS.script);
    expect(await sizeOf("explorer", ".css")).toBeLessThan(BUDGETS.style);
    // for those who write only, beside what all get
    expect((await sizeOf("curate", ".js")) + (await sizeOf("curate", ".css"))).toBeLessThan(BUDGETS.curating);
    const response = await fetch(`${graph.url}/c/${shown.claim}`, { headers: { accept: "text/html" } });
    expect(gzipSync(await response.text()).length / 1000).toBeLessThan(BUDGETS.html);
  });

  it.skipIf(!chromiumFile)("comes compressed, and not again to a browser that has it", async () => {
    const visitor = await Visitor.before(graph);
    try {
      const path = `/c/${shown.claim}`;
      await visitor.visit(path, LOOKS.light, async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send("Network.enable");
        const received: string[] = [];
        session.on("Network.responseReceivedExtraInfo", ({ statusCode, headers }) => {
          // pages have a policy of their own; what else comes has none, or allows nothing
          if (headers["Content-Security-Policy"]?.includes("script-src"))
            received.push(`${statusCode} ${headers["Content-Encoding"]}`);
        });
        for (const _ of ["at first", "again"]) await page.goto(`${graph.url}${path}?knownAt=2100-01-01`);
        await page.waitForLoadState("networkidle");
        expect(received).toEqual(["200 br", "304 undefined"]);
      });
    } finally {
      await visitor.leave();
    }
  });

  it.skipIf(!chromiumFile)("has Arabic letters only where there are some", async () => {
    const visitor = await Visitor.before(graph);
    const fontsOf = (claim: string) =>
      visitor.visit(`/c/${claim}`, LOOKS.light, async (page) => {
        const sizes: number[] = [];
        page.on("response", (response) => {
          if (response.url().endsWith(".woff2")) sizes.push(Number(response.headers()["content-length"]));
        });
        await page.reload();
        await page.evaluate("document.fonts.ready");
        return sizes.reduce((sum, size) => sum + size, 0) / 1000;
      });
    try {
      const withArabic = await fontsOf(shown.claim);
      expect(withArabic).toBeGreaterThan(BUDGETS.fontsWithoutArabic);
      expect(withArabic).toBeLessThan(BUDGETS.fonts);
      const without = await fontsOf(shown.english);
      expect(without).toBeGreaterThan(20);
      expect(without).toBeLessThan(BUDGETS.fontsWithoutArabic);
    } finally {
      await visitor.leave();
    }
  });
});
