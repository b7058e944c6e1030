import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ExecutionResult } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleVariables } from "../../src/playground/exampleVariables.js";
import { knownIdsQuery, idsIn, type KnownIds } from "../../src/playground/knownIds.js";
import { readOperations } from "../../src/playground/operations.js";
import { startTestServer, type TestServer } from "./server.js";

const folder = path.resolve(import.meta.dirname, "../../schema/operations");
const examples = readOperations(readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8")));

describe("the examples over the article's graph", () => {
  let server: TestServer;
  let ids: KnownIds;

  beforeAll(async () => {
    server = await startTestServer();
    ids = idsIn(await send(knownIdsQuery));
  }, 120_000);

  afterAll(() => server.close());

  it("have the id of a claim, which the server derives from its content", () => {
    expect(ids.claim).toMatch(/^c_/);
  });

  it.each(examples)("$name is answered", async ({ name, text }) => {
    const variables = exampleVariables[name]!;
    const { errors, data } = await send(text, typeof variables === "function" ? variables(ids) : variables);
    const codes = errors?.map(({ extensions }) => extensions?.["code"]) ?? [];
    expect(codes).toEqual([]);
    expect(Object.values(data ?? {})).not.toContain(null);
  });

  async function send(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult> {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as ExecutionResult;
  }
});
