import fc from "fast-check";
import { expect, test } from "vitest";
import { ChainSearch, type Chain, type Side } from "../../src/claims/chains.js";

interface Link {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
}

/** A search over links, whose claims are named by their place. */
function search(links: readonly Link[], from: string, to: string, sides: readonly Side[]) {
  const found = new ChainSearch(from, to);
  const name = (index: number) => String(index).padStart(3, "0");
  const expand = (side: Side) => {
    const around = found
      .unknown(side)
      .map((id): [string, [string, string][]] => [
        id,
        links.flatMap(({ a, b }, index) => [
          ...(a === id ? [[name(index), b] as [string, string]] : []),
          ...(b === id ? [[name(index), a] as [string, string]] : []),
        ]),
      ]);
    found.expand(side, new Map(around));
  };
  let turn = 0;
  return (length: number, first: number, steps = 1e6) => {
    while (found.reach < length) expand(sides[turn++ % sides.length]!);
    return found.chains(length, first, (claim) => links[Number(claim)]!.strength, steps);
  };
}

function naive(links: readonly Link[], from: string, to: string, length: number): Chain[] {
  const chains: Chain[] = [];
  const walk = (nodes: string[], claims: string[], strength: number) => {
    const at = nodes.at(-1)!;
    if (claims.length === length) {
      if (at === to) chains.push({ nodes, claims, strength });
      return;
    }
    if (at === to) return;
    for (const [index, link] of links.entries()) {
      for (const [one, other] of [
        [link.a, link.b],
        [link.b, link.a],
      ] as const) {
        if (one !== at || nodes.includes(other)) continue;
        walk([...nodes, other], [...claims, String(index).padStart(3, "0")], strength + link.strength);
      }
    }
  };
  walk([from], [], 0);
  return chains.sort((x, y) => y.strength - x.strength || (x.claims.join() < y.claims.join() ? -1 : 1));
}

test("the strongest chains of each length are those that walking every link gives, from whichever side they are sought", () => {
  const node = fc.integer({ min: 0, max: 6 }).map(String);
  const link = fc.record({ a: node, b: node, strength: fc.integer({ min: 0, max: 2 }) });
  const sides = fc.array(fc.constantFrom<Side>("from", "to"), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 16 }), sides, fc.integer({ min: 1, max: 6 }), (links, turns, first) => {
      const chains = search(links, "0", "1", turns);
      for (const length of [1, 2, 3, 4, 5, 6]) {
        expect(chains(length, first)).toEqual(naive(links, "0", "1", length).slice(0, first));
      }
    }),
    { numRuns: 400 },
  );
});

test("among many parallel claims only the steps that lead to the first are taken", () => {
  const links = ["01", "12", "23", "34"].flatMap(([a, b]) =>
    Array.from({ length: 200 }, () => ({ a: a!, b: b!, strength: 1 })),
  );
  // 1.6 billion chains
  const chains = search(links, "0", "4", ["from", "to"]);
  expect(chains(4, 3, 2000)!.map(({ claims }) => claims.join())).toEqual([
    "000,200,400,600",
    "000,200,400,601",
    "000,200,400,602",
  ]);
});

test("a search that takes more steps than it may says so", () => {
  const links = Array.from({ length: 50 }, () => ({ a: "0", b: "1", strength: 1 }));
  const chains = search(links, "0", "1", ["from"]);
  expect(chains(1, 200, 49)).toBeNull();
  expect(chains(1, 200, 50)).toHaveLength(50);
});
