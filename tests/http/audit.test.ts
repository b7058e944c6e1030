import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph();
});
afterAll(() => graph.close());

/** The audits of the reference suite, which speak of `__typename` only. */
const audits = serverAudits({
  url: () => `${graph.url}/graphql`,
  // a GET needs a header that another site's page cannot send; the suite does not know of such
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, "apollo-require-preflight": "true" } }),
});

describe("GraphQL over HTTP", () => {
  it("is audited in full", () => {
    expect(audits.length).toBeGreaterThan(50);
  });

  it.each(audits)("$id: $name", async (audit) => {
    const result = await audit.fn();
    expect(result.status, result.status === "ok" ? "" : result.reason).toBe("ok");
  });
});
