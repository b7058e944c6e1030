import { Graph, layout, type Point } from "@dagrejs/dagre";
import type { Box, Line } from "./layered.js";

/** The way in which layers follow one another. */
export type Flow = "LR" | "RL" | "TB";

/** A network as it is drawn; boxes and labels by their centres. */
export interface Network {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: ReadonlyMap<string, NetworkLine>;
}

export interface NetworkLine {
  /** The `d` of the line's path. */
  readonly path: string;
  /** The `d` of the head of its arrow, at its end. */
  readonly head: string;
  readonly label: Point;
}

/** A line that has a label. */
export type Labelled = Required<Line>;

const MARGIN = 16;
const HEAD = 8;

/** How many drawings are kept: laying a large one out takes long, and pages are asked for again. */
const KEPT = 64;
const kept = new Map<string, Network>();

/**
 * Places boxes in layers and leads lines between them, in and out of the boxes' sides and straight beneath their labels. The same boxes and lines in the
 * same order are placed the same.
 */
export function network(boxes: readonly Box[], lines: readonly Labelled[], flow: Flow): Network {
  const key = JSON.stringify([flow, boxes, lines]);
  const known = kept.get(key);
  const drawn = known ?? draw(boxes, lines, flow);
  kept.delete(key);
  kept.set(key, drawn);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return drawn;
}

/** A place as the flow sees it: along it and across. */
interface Place {
  readonly along: number;
  readonly across: number;
}

function draw(boxes: readonly Box[], lines: readonly Labelled[], flow: Flow): Network {
  const isDown = flow === "TB";
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: flow, nodesep: 18, edgesep: 8, ranksep: isDown ? 26 : 34 });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, from, to, label } of lines) graph.setEdge(from, to, { ...label, labelpos: "c" }, id);
  layout(graph);

  const seen = ({ x, y }: Point): Place => (isDown ? { along: y, across: x } : { along: x, across: y });
  const byId = new Map(boxes.map((box) => [box.id, { ...box, at: seen(graph.node(box.id)) }]));
  const routes = lines.map(({ id, from, to, label }) => {
    const { points, x, y } = graph.edge(from, to, id);
    const middle = x === undefined || y === undefined ? points[points.length >> 1]! : { x, y };
    return { id, from, to, label, middle, bends: points.slice(1, -1).map(seen) };
  });

  // where lines meet the side of a box they stand in the order in which they come
  const ends = routes.flatMap((route) => {
    const [first = seen(route.middle), last = seen(route.middle)] = [route.bends[0], route.bends.at(-1)];
    const start = { route, isStart: true, box: byId.get(route.from)!, next: first };
    return [start, { route, isStart: false, box: byId.get(route.to)!, next: last }];
  });
  const sides = new Map<string, typeof ends>();
  for (const end of ends) {
    const side = `${end.box.id} ${String(end.next.along >= end.box.at.along)}`;
    sides.set(side, [...(sides.get(side) ?? []), end]);
  }
  const ports = new Map<string, Place & { readonly outwards: 1 | -1 }>();
  for (const side of sides.values()) {
    side.sort((a, b) => a.next.across - b.next.across);
    side.forEach(({ route, isStart, box, next }, index) => {
      const [length, room] = isDown ? [box.height, box.width] : [box.width, box.height];
      const step = Math.min(14, (room - 12) / side.length);
      const outwards = next.along >= box.at.along ? 1 : -1;
      ports.set(`${route.id} ${String(isStart)}`, {
        along: box.at.along + (outwards * length) / 2,
        across: box.at.across + (index - (side.length - 1) / 2) * step,
        outwards,
      });
    });
  }

  const bounds = boundsOf([
    ...boxes.flatMap(({ id, width, height }) => cornersOf(graph.node(id), width, height)),
    ...routes.flatMap(({ middle, label }) => cornersOf(middle, label.width, label.height)),
    ...routes.flatMap(({ bends }) => bends.map((bend) => pointOf(bend, isDown))),
  ]);
  const placed = ({ x, y }: Point): Point => ({
    x: tenth(x - bounds.left + MARGIN),
    y: tenth(y - bounds.top + MARGIN),
  });
  const write = (place: Place): string => {
    const { x, y } = placed(pointOf(place, isDown));
    return `${x} ${y}`;
  };
  return {
    width: Math.ceil(bounds.right - bounds.left + 2 * MARGIN),
    height: Math.ceil(bounds.bottom - bounds.top + 2 * MARGIN),
    boxes: new Map(boxes.map(({ id }) => [id, placed(graph.node(id))])),
    lines: new Map(
      routes.map((route) => {
        const [start, end] = [ports.get(`${route.id} true`)!, ports.get(`${route.id} false`)!];
        const neck = { along: end.along + end.outwards * HEAD, across: end.across };
        const straight = (isDown ? route.label.height : route.label.width) / 2;
        const stations = [start, ...beneathLabel(route.bends, seen(route.middle), straight), neck];
        const sideways = (by: number): Place => ({ along: neck.along, across: neck.across + by });
        return [
          route.id,
          {
            path: curve(stations, write),
            head: `M${write(end)}L${write(sideways(-HEAD / 2))}L${write(sideways(HEAD / 2))}Z`,
            label: placed(route.middle),
          },
        ];
      }),
    ),
  };
}

/** The bends of a line, which runs straight as far as its label is long. */
function beneathLabel(bends: readonly Place[], label: Place, half: number): Place[] {
  const way = bends.length > 1 && bends[0]!.along > bends.at(-1)!.along ? -1 : 1;
  return (bends.length > 0 ? bends : [label]).flatMap((bend) =>
    Math.abs(bend.along - label.along) < 1 && Math.abs(bend.across - label.across) < 1
      ? [-way, way].map((by) => ({ ...bend, along: bend.along + by * half }))
      : [bend],
  );
}

/** A line that passes its stations in the direction of the flow. */
function curve(stations: readonly Place[], write: (place: Place) => string): string {
  return stations
    .map((here, index) => {
      const before = stations[index - 1];
      if (!before) return `M${write(here)}`;
      if (before.across === here.across) return `L${write(here)}`;
      const middle = (before.along + here.along) / 2;
      const bend = ({ across }: Place) => write({ along: middle, across });
      return `C${bend(before)} ${bend(here)} ${write(here)}`;
    })
    .join("");
}

function pointOf({ along, across }: Place, isDown: boolean): Point {
  return isDown ? { x: across, y: along } : { x: along, y: across };
}

function cornersOf({ x, y }: Point, width: number, height: number): Point[] {
  return [
    { x: x - width / 2, y: y - height / 2 },
    { x: x + width / 2, y: y + height / 2 },
  ];
}

function boundsOf(points: readonly Point[]) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds;
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}
