import { expect, it } from "vitest";
import { network } from "../../../src/explorer/layout/network.js";

const box = (id: string) => ({ id, width: 80, height: 40 });
const line = (id: string, from: string, to: string) => ({ id, from, to, label: { width: 60, height: 20 } });
const BOXES = ["a", "b", "c", "d", "e"].map(box);
/** With a circle, parallel lines, and one of a box to itself. */
const LINES = [
  ...[line("1", "a", "b"), line("2", "b", "c"), line("3", "c", "a"), line("4", "a", "b"), line("5", "a", "b")],
  ...[line("6", "d", "c"), line("7", "b", "d"), line("8", "e", "e")],
];

/** The numbers of a path, in pairs. */
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)] as const);

it.each(["LR", "RL", "TB"] as const)("boxes and labels have room, and lines begin and end at boxes: %s", (flow) => {
  const { width, height, boxes, lines } = network(BOXES, LINES, flow);
  const things = [
    ...BOXES.map(({ id, ...size }) => ({ id, ...size, ...boxes.get(id)! })),
    ...LINES.map(({ id, label }) => ({ id, ...label, ...lines.get(id)!.label })),
  ];
  for (const one of things) {
    expect(one.x - one.width / 2, one.id).toBeGreaterThanOrEqual(0);
    expect(one.y - one.height / 2, one.id).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width / 2, one.id).toBeLessThanOrEqual(width);
    expect(one.y + one.height / 2, one.id).toBeLessThanOrEqual(height);
    for (const other of things) {
      if (one.id >= other.id) continue;
      const apart =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 - 0.2 ||
        Math.abs(one.y - other.y) >= (one.height + other.height) / 2 - 0.2;
      expect(apart, `${one.id} and ${other.id}`).toBe(true);
    }
  }
  for (const { id, from, to } of LINES) {
    const { path, head } = lines.get(id)!;
    const ends = [
      [from, pointsOf(path)[0]!],
      [to, pointsOf(head)[0]!],
    ] as const;
    for (const [end, [x, y]] of ends) {
      const { x: boxX, y: boxY } = boxes.get(end)!;
      const [away, along] = flow === "TB" ? [y - boxY, x - boxX] : [x - boxX, y - boxY];
      expect(Math.abs(away), `${id} at ${end}`).toBeCloseTo(flow === "TB" ? 20 : 40, 0);
      expect(Math.abs(along), `${id} at ${end}`).toBeLessThan(flow === "TB" ? 40 : 20);
    }
  }
});

it("flows one way, and the same is placed the same", () => {
  const chain = [line("1", "a", "b"), line("2", "b", "c")];
  const x = (flow: "LR" | "RL") => ["a", "b", "c"].map((id) => network(BOXES, chain, flow).boxes.get(id)!.x);
  expect(x("LR")).toEqual(x("LR").sort((a, b) => a - b));
  expect(x("RL")).toEqual(x("RL").sort((a, b) => b - a));
  const once = network(BOXES, LINES, "LR");
  // so many others that it is laid out anew
  for (let other = 0; other < 70; other++) network([...BOXES, box(`f${other}`)], chain, "LR");
  const again = network(BOXES, LINES, "LR");
  expect(again).not.toBe(once);
  expect(again).toEqual(once);
});
