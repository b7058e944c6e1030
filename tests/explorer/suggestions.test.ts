import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

describe.skipIf(!chromiumFile)("suggestions while typing", () => {
  let graph: TestGraph;
  let visitor: Visitor;

  beforeAll(async () => {
    graph = await serveGraph();
    visitor = await Visitor.before(graph);
  });

  afterAll(async () => {
    await visitor?.leave();
    await graph?.close();
  });

  it("are asked for once typing rests, walked through and opened by keys alone", async () => {
    await visitor.visit(`/c/${await aClaim()}`, LOOKS.light, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/suggest.json")) asked.push(new URL(request.url()).searchParams.get("q")!);
      });
      await page.keyboard.press("/");
      const box = page.getByRole("combobox");
      await page.keyboard.type("كولوسوس");
      const options = page.getByRole("option");
      await options.first().waitFor();
      expect(asked).toEqual(["كولوسوس"]);
      expect(await options.first().textContent()).toBe("Colossus كولوسوس cluster ");
      expect(await options.first().locator("[lang=ar]").getAttribute("dir")).toBe("rtl");
      expect(await page.getByRole("status").textContent()).toBe(`Suggestions: ${await options.count()}`);
      expect(await box.getAttribute("aria-expanded")).toBe("true");
      expect(await violationsOf(page)).toEqual([]);

      await page.keyboard.press("ArrowDown");
      expect(await box.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
      await page.keyboard.press("ArrowUp");
      expect(await box.getAttribute("aria-activedescendant")).toBeNull();
      await page.keyboard.press("Escape");
      expect(await page.getByRole("listbox").isVisible()).toBe(false);
      expect(await box.inputValue()).toBe("كولوسوس");

      await box.fill("Colossus");
      await page.getByRole("option", { name: "Tesla owns Colossus" }).waitFor();
      await page.keyboard.press("ArrowUp"); // the last
      const last = await options.last().textContent();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/c/*");
      await page.getByRole("heading", { name: last!.trim() }).waitFor();
    });
  });

  it("fill a hidden field with the id, and empty it when something else is typed", async () => {
    await visitor.visit(`/c/${await aClaim()}`, LOOKS.light, async (page) => {
      // a form as pages have it, before a fresh copy of the script
      await page.evaluate(() => {
        const form = document.createElement("form");
        const [hidden, box] = [document.createElement("input"), document.createElement("input")];
        Object.assign(hidden, { type: "hidden", name: "to" });
        Object.assign(box, { ariaLabel: "To", name: "toText" });
        Object.assign(box.dataset, { suggest: "", suggestInto: "to", suggestKinds: "COMPANY,CHIP" });
        form.append(hidden, box);
        document.querySelector("main")!.append(form);
      });
      await page.evaluate(`import(document.querySelector("script[type=module]").src + "?again")`);
      const box = page.getByRole("combobox", { name: "To" });
      await box.pressSequentially("tesla");
      await page.getByRole("option").first().click();
      const hidden = page.locator("input[name=to]");
      expect([await box.inputValue(), await hidden.inputValue()]).toEqual(["Tesla", "tesla"]);
      await box.pressSequentially("x");
      expect(await hidden.inputValue()).toBe("");
    });
  });

  it("come as JSON, of the kinds asked for; the address itself leads to the search", async () => {
    const answer = await fetch(`${graph.url}/suggest.json?q=tesla&kinds=CLUSTER,COMPANY&ui=ar`);
    const { data } = (await answer.json()) as {
      data: { search: { edges: { node: { name: string; kind: string } }[] } };
    };
    expect(data.search.edges[0]!.node).toMatchObject({ name: "تسلا", kind: "COMPANY", kindLabel: "شركة" });
    expect(data.search.edges.filter(({ node }) => !["CLUSTER", "COMPANY"].includes(node.kind))).toEqual([]);
    const moved = await fetch(`${graph.url}/suggest?q=tesla&ui=ar`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/?q=tesla&ui=ar"]);
  });

  async function aClaim(): Promise<string> {
    const { data } = await graph.ask(`{ claims(first: 1) { nodes { id } } }`);
    return String(data.claims.nodes[0].id);
  }
});
