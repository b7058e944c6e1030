import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyStore } from "../exchange/seededStore.js";
import { engines } from "../store/engines.js";
import { record } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

const asked = "query ($id: ID!) { entity(id: $id) { id } }";

/** Writes an entity, and answers with the bookmarks that come of it. */
async function write(graph: TestGraph, id: string): Promise<string[]> {
  const bookmarks: string[] = [];
  const onBookmark = (bookmark: string) => void bookmarks.push(bookmark);
  await record(graph, { entities: [{ id, kind: "COMPANY", names: { en: id } }] }, { onBookmark });
  return bookmarks;
}

describe.each(engines)("$name", (engine) => {
  const open = engine.use();
  let first: TestGraph;
  /** A second server on the same data; where no second can be, the first. */
  let second: TestGraph;
  beforeAll(async () => {
    const opened = await emptyStore(open);
    const kept = { responseCache: 1024 * 1024 };
    first = await serveGraph(opened, kept);
    second = opened.second ? await serveGraph({ ...opened, store: await opened.second() }, kept) : first;
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it("what was written through one server is read through another with the write's bookmark", async () => {
    for (let number = 0; number < 10; number++) {
      const bookmarks = await write(first, `written-${number}`);
      const answer = await second.ask(asked, { id: `written-${number}` }, { "Sanad-Bookmark": bookmarks.join(", ") });
      expect(answer).toEqual({ data: { entity: { id: `written-${number}` } } });
    }
  });

  it("bookmarks of several writes stand in one header, whatever spaces are about them", async () => {
    const bookmarks = [...(await write(first, "one")), ...(await write(second, "two"))];
    for (const id of ["one", "two"]) {
      const answer = await second.ask(asked, { id }, { "Sanad-Bookmark": ` ,${bookmarks.join(" ,, ")}, ` });
      expect(answer).toEqual({ data: { entity: { id } } });
    }
  });

  it("an answer to a question brings no bookmark", async () => {
    const response = await fetch(`${first.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ clusters { totalCount } }" }),
    });
    expect(response.headers.get("Sanad-Bookmark")).toBeNull();
  });

  if (engine.name === "grafeo") {
    it("a store that is never behind its writes gives no bookmarks, and passes over what it is given", async () => {
      expect(await write(first, "unmarked")).toEqual([]);
      const answer = await first.ask(asked, { id: "unmarked" }, { "Sanad-Bookmark": "FB:nothing" });
      expect(answer).toEqual({ data: { entity: { id: "unmarked" } } });
    });
  } else {
    it("each write gives one bookmark, and no two the same", async () => {
      const bookmarks = [...(await write(first, "three")), ...(await write(second, "four"))];
      expect(new Set(bookmarks).size).toBe(2);
    });

    it("an answer that one server keeps is of the past as soon as another has written, which one small statement tells to all who wait", async () => {
      const query = 'query { entity(id: "late") { id } }';
      const askOften = () => Promise.all(Array.from({ length: 8 }, () => second.ask(query)));
      expect(await askOften()).toEqual(new Array(8).fill({ data: { entity: null } }));
      second.statementsSent();
      await askOften();
      const sent = second.statementsSent();
      expect([new Set(sent), sent.length < 8]).toEqual([new Set(["changes.lastMade"]), true]);
      await write(first, "late");
      expect(await askOften()).toEqual(new Array(8).fill({ data: { entity: { id: "late" } } }));
    });

    it.each(["nothing", "FB:nothing", "FB:a, b", "c_1234", "{}", "%"])(
      "what is no bookmark is refused: %s",
      async (bookmark) => {
        const { data, errors } = await second.ask(asked, { id: "one" }, { "Sanad-Bookmark": bookmark });
        expect(data).toEqual({ entity: null });
        expect(errors).toMatchObject([{ path: ["entity"], extensions: { code: "BAD_USER_INPUT" } }]);
        expect(errors![0]!.message).toMatch(/bookmark that is none of this database's/u);
      },
    );
  }
});
