import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ANONYMOUS, type ViewerIdentity } from "../../src/graphql/context.js";
import { RateLimiter } from "../../src/http/rateLimiter.js";
import { spender } from "../../src/http/spender.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { post } from "./wire.js";

const viewer = "{ viewer { name } }";
const costly = "{ claims(first: 100) { nodes { id } } }"; // costs 3

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph(null, {
    ...{ rateLimiter: new RateLimiter(10), proxies: 1 },
    identify: async (name): Promise<ViewerIdentity> => (name === undefined ? ANONYMOUS : { name, roles: ["reader"] }),
  });
});
afterAll(() => graph.close());

/** Asks as a subject, or from an address. */
function ask(query: string, headers: Record<string, string>) {
  return post(graph.url, query, { headers });
}

describe("what may be spent a minute", () => {
  it("is charged with the cost of a request, and what is too dear is refused with when to ask again, and reads nothing", async () => {
    const headers = { authorization: "ada" };
    for (const spent of [3, 6, 9]) {
      const { status, headers: received } = await ask(costly, headers);
      expect([status, received["sanad-cost"]], String(spent)).toEqual([200, "3"]);
    }
    graph.statementsSent();
    const refused = await ask(costly, headers);
    expect([refused.status, refused.headers["sanad-cost"]]).toEqual([429, "3"]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(50);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(60);
    const { data, errors } = JSON.parse(refused.body) as {
      data?: unknown;
      errors: { message: string; extensions: object }[];
    };
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: expect.stringMatching(
          /^the request costs 3, 9 of the 10 that may be spent a minute are spent; ask again in \d\d seconds$/u,
        ),
        extensions: { code: "RATE_LIMITED" },
      },
    ]);
    expect(graph.statementsSent()).toEqual([]);
    // what was refused was not charged: there is one left
    expect((await ask(viewer, headers)).status).toBe(200);
    expect((await ask(viewer, headers)).status).toBe(429);
  });

  it("is another's who has another token, or none and another address", async () => {
    const others: Record<string, string>[] = [
      { authorization: "grace" },
      { "x-forwarded-for": "192.0.2.1" },
      { "x-forwarded-for": "192.0.2.2" },
    ];
    for (const headers of others) {
      const statuses: number[] = [];
      for (let number = 0; number < 11; number++) statuses.push((await ask(viewer, headers)).status);
      expect(statuses).toEqual([...new Array<number>(10).fill(200), 429]);
    }
    expect((await ask(viewer, { "x-forwarded-for": "198.51.100.9, 192.0.2.1" })).status, "the client's own word").toBe(
      429,
    );
    expect((await ask(viewer, { "x-forwarded-for": "192.0.2.1", authorization: "hopper" })).status).toBe(200);
  });

  it("does not bound what costs more than that at all: it is told so, without a time", async () => {
    const { status, headers, body } = await ask('{ search(text: "x") { totalCount } }', { authorization: "lovelace" });
    expect([status, headers["retry-after"]]).toEqual([429, undefined]);
    expect(body).toContain(
      "the request costs 101, 0 of the 10 that may be spent a minute are spent; it can never be answered",
    );
  });

  it("is full again after a minute, and memory is bounded meanwhile", async () => {
    vi.useFakeTimers();
    try {
      const limiter = new RateLimiter(2, 3);
      const refuses = (who: string) =>
        limiter.charge(who, 1).then(
          () => false,
          () => true,
        );
      for (const who of ["a", "b", "c"])
        expect([await refuses(who), await refuses(who), await refuses(who)]).toEqual([false, false, true]);
      // no room for more: those who come share what is left over
      expect([await refuses("d"), await refuses("e"), await refuses("f")]).toEqual([false, false, true]);
      vi.advanceTimersByTime(60_001);
      for (const who of ["d", "e", "f"]) expect(await refuses(who)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("whose account it is", () => {
  function of(address: string, forwarded: string | null, proxies: number): string {
    const socket = new Socket();
    Object.defineProperty(socket, "remoteAddress", { value: address });
    const request = new IncomingMessage(socket);
    if (forwarded !== null) request.headers["x-forwarded-for"] = forwarded;
    return spender(ANONYMOUS, request, proxies);
  }

  it.each<[address: string, forwarded: string | null, proxies: number, account: string]>([
    ["192.0.2.1", null, 0, "address 192.0.2.1"],
    ["192.0.2.1", "198.51.100.9", 0, "address 192.0.2.1"],
    ["192.0.2.1", "198.51.100.9", 1, "address 198.51.100.9"],
    ["192.0.2.1", "spoofed, 198.51.100.9", 1, "address 198.51.100.9"],
    ["192.0.2.1", "spoofed, 198.51.100.9, 10.0.0.1", 2, "address 198.51.100.9"],
    ["192.0.2.1", "198.51.100.9", 5, "address 198.51.100.9"],
    ["192.0.2.1", null, 1, "address 192.0.2.1"],
    ["192.0.2.1", " , ", 1, "address 192.0.2.1"],
    ["::ffff:192.0.2.1", null, 0, "address 192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", null, 0, "address 2001:db8:1:2"],
    ["2001:db8:1:2::9", null, 0, "address 2001:db8:1:2"],
    ["2001:0DB8::9", null, 0, "address 2001:db8:0:0"],
    ["::1", null, 0, "address 0:0:0:0"],
    ["fe80::1%eth0", null, 0, "address fe80:0:0:0"],
  ])("%s, forwarded for %s through %i proxies, is %s", (address, forwarded, proxies, account) => {
    expect(of(address, forwarded, proxies)).toBe(account);
  });
});
