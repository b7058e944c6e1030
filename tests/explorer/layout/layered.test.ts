import { describe, expect, it } from "vitest";
import { layered, type Box, type Line } from "../../../src/explorer/layout/layered.js";
import { textWidth } from "../../../src/explorer/layout/textWidth.js";
import { wrapLabel } from "../../../src/explorer/layout/wrapLabel.js";

describe("a label", () => {
  it("is as wide as its letters, those with marks as without, invisible ones none", () => {
    expect(textWidth("ill", 10)).toBeLessThan(textWidth("WWW", 10) / 3);
    expect(textWidth("Zürich", 10)).toBe(textWidth("Zurich", 10));
    expect(textWidth("a\u200Fb", 10)).toBe(textWidth("ab", 10));
    expect(textWidth("كتاب", 10)).toBe(textWidth("كِتاب", 10));
  });

  it("is broken between words, within one that is too long, and cut where there is no room", () => {
    const room = { size: 14, width: 110, lines: 2 };
    expect(wrapLabel("Gigafactory of Compute", room)).toEqual(["Gigafactory of", "Compute"]);
    const long = wrapLabel("https://example.org/a/very/long/address/indeed", room);
    expect(long).toHaveLength(2);
    expect(long[1]).toMatch(/…$/u);
    for (const line of long) expect(textWidth(line, 14)).toBeLessThanOrEqual(110);
    expect(wrapLabel("", room)).toEqual([]);
  });
});

describe("a drawing in layers", () => {
  const boxes: Box[] = ["who", "post", "a", "b", "claim"].map((id) => ({ id, width: 120, height: 44 }));
  const line = (id: string, from: string, to: string): Line => ({ id, from, to, label: { width: 50, height: 14 } });
  const lines = [
    line("1", "who", "post"),
    line("2", "post", "a"),
    line("3", "post", "b"),
    line("4", "a", "claim"),
    line("5", "b", "claim"),
    line("6", "post", "claim"),
    { id: "7", from: "post", to: "claim" },
  ];

  it("leads from left to right, or as it is asked to, and holds all that is in it", () => {
    const drawn = layered(boxes, lines, { direction: "LR" });
    const x = (id: string) => drawn.boxes.get(id)!.x;
    expect([x("who") < x("post"), x("post") < x("a"), x("a") < x("claim")]).toEqual([true, true, true]);
    expect(x("a")).toBe(x("b"));
    for (const { x, y } of drawn.boxes.values()) {
      expect([x >= 60, x + 60 <= drawn.width, y >= 22, y + 22 <= drawn.height]).toEqual([true, true, true, true]);
    }
    for (const { path } of drawn.lines.values()) expect(path).toMatch(/^M[\d. ]+(Q[\d. ]+|L[\d. ]+)+$/u);
    expect(drawn.lines.size).toBe(7);
    const mirrored = layered(boxes, lines, { direction: "RL" });
    expect(mirrored.boxes.get("who")!.x).toBeGreaterThan(mirrored.boxes.get("claim")!.x);
    const down = layered(boxes, lines, { direction: "TB" });
    expect(down.boxes.get("who")!.y).toBeLessThan(down.boxes.get("claim")!.y);
  });

  it("is the same for the same", () => {
    const draw = () => {
      const { boxes: placed, lines: drawn, ...size } = layered(boxes, lines, { direction: "LR" });
      return { size, placed: [...placed], drawn: [...drawn] };
    };
    expect(draw()).toEqual(draw());
  });
});
