import { describe, expect, it } from "vitest";
import { operations } from "../graphql/operations.js";
import { useSanad, type Settings } from "./sanad.js";

const sanad = useSanad();

/** Serves with settings, asks, and answers with the status and the code of each answer. */
async function answersOf(
  settings: Settings,
  asked: readonly (readonly [query: string, headers?: object])[],
): Promise<readonly string[]> {
  const server = await sanad.serve(["--seed"], settings);
  const answers: string[] = [];
  for (const [query, headers] of asked) {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    answers.push(`${response.status} ${errors?.[0]?.extensions.code ?? "answered"}`);
  }
  expect((await server.end("SIGTERM")).code).toBe(0);
  return answers;
}

const viewer = "{ viewer { name } }";
const me = operations.get("Me")!;

describe("sanad serve, by its settings", () => {
  it("lets everyone read, and nobody write, where nothing is set", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("open") };
    const rank = `mutation { rankClaim(id: "c_1", rank: PREFERRED, reason: "x") { claim { id } } }`;
    const many = Array.from({ length: 50 }, () => [operations.get("WhatThereIs")!] as const);
    expect(new Set(await answersOf(settings, [[viewer], [me], ...many]))).toEqual(new Set(["200 answered"]));
    expect(await answersOf(settings, [[rank], [viewer, { authorization: "Bearer x" }]])).toEqual([
      "200 UNAUTHENTICATED",
      "401 UNAUTHENTICATED",
    ]);
  });

  it("lets only those read who are known", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("closed"), SANAD_READERS: "known" };
    const { stdout } = await sanad.run(["token", "--role", "reader", "--subject", "ada"], settings);
    const authorization = `Bearer ${stdout.trim()}`;
    expect(await answersOf(settings, [[viewer], [viewer, { authorization }]])).toEqual([
      "401 UNAUTHENTICATED",
      "200 answered",
    ]);
  });

  it("bounds what may be spent", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("bounded"), SANAD_RATE_LIMIT: "2" };
    expect(await answersOf(settings, [[viewer], [viewer], [viewer]])).toEqual([
      "200 answered",
      "200 answered",
      "429 RATE_LIMITED",
    ]);
  });

  it("answers only the contract's operations, or those of a list", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("listed"), SANAD_OPERATIONS: "only" };
    expect(await answersOf(settings, [[me], [viewer]])).toEqual(["200 answered", "403 FORBIDDEN"]);
  });

  it.each<[settings: Settings, message: RegExp]>([
    [{ SANAD_RATE_LIMIT: "-1" }, /SANAD_RATE_LIMIT \("-1"\) is no whole number from 0/u],
    [{ SANAD_TRUST_PROXY: "yes" }, /SANAD_TRUST_PROXY \("yes"\) is no whole number/u],
    [{ SANAD_READERS: "nobody" }, /SANAD_READERS \("nobody"\) is neither everyone nor known/u],
    [{ SANAD_OPERATIONS: "some" }, /SANAD_OPERATIONS \("some"\) is neither any nor only/u],
    [{ SANAD_JWKS_URI: "ftp://x/y" }, /SANAD_JWKS_URI \("ftp:\/\/x\/y"\) is no address/u],
    [
      { SANAD_OPERATIONS: "only", SANAD_OPERATIONS_LIST: "/nowhere" },
      /SANAD_OPERATIONS_LIST names \/nowhere, which cannot be read/u,
    ],
  ])("does not start with %j", async (settings, message) => {
    const { code, stdout, stderr } = await sanad.run(["serve"], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
