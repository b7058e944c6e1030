import { Graph, layout, type Point, type Size } from "@dagrejs/dagre";

/** A box to be placed. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A line to be drawn between two boxes, with the size of its label where it has one. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: { readonly width: number; readonly height: number };
}

/** Where things stand; a box by its centre. */
export interface Layered {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: ReadonlyMap<string, DrawnLine>;
}

export interface DrawnLine {
  /** The `d` of an SVG path, from the edge of one box to that of the other. */
  readonly path: string;
  /** The centre of its label; of the line, where it has none. */
  readonly label: Point;
}

export interface LayeredOptions {
  readonly direction: "LR" | "RL" | "TB";
  /** Between boxes of one layer, and between layers. */
  readonly gap?: number;
  readonly layerGap?: number;
  readonly margin?: number;
}

/**
 * Places boxes in layers, so that lines lead the same way as far as they can. The same boxes and lines in the same order are placed the same; all numbers are rounded to tenths.
 */
export function layered(boxes: readonly Box[], lines: readonly Line[], options: LayeredOptions): Layered {
  const { direction, gap = 24, layerGap = 40, margin = 8 } = options;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: gap, edgesep: 12, ranksep: layerGap });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, from, to, label } of lines) {
    graph.setEdge(from, to, { width: label?.width ?? 0, height: label?.height ?? 0, labelpos: "c" }, id);
  }
  layout(graph);
  const drawn = lines.map(({ id, from, to }) => ({ id, ...graph.edge(from, to, id) }));
  const { left, top, right, bottom } = boundsOf([
    ...boxes.flatMap(({ id }) => cornersOf(graph.node(id))),
    ...drawn.flatMap(({ points, x, y, width, height }) => [
      ...points,
      ...(x === undefined || y === undefined ? [] : cornersOf({ x, y, width, height })),
    ]),
  ]);
  const placed = ({ x, y }: Point): Point => ({ x: tenth(x - left + margin), y: tenth(y - top + margin) });
  return {
    width: Math.ceil(right - left + 2 * margin),
    height: Math.ceil(bottom - top + 2 * margin),
    boxes: new Map(boxes.map(({ id }) => [id, placed(graph.node(id))])),
    lines: new Map(
      drawn.map(({ id, points, x, y }) => {
        const middle = x === undefined || y === undefined ? points[points.length >> 1]! : { x, y };
        return [id, { path: curve(points.map(placed)), label: placed(middle) }];
      }),
    ),
  };
}

function cornersOf({ x, y, width, height }: Point & Size): Point[] {
  return [
    { x: x - width / 2, y: y - height / 2 },
    { x: x + width / 2, y: y + height / 2 },
  ];
}

function boundsOf(points: readonly Point[]): { left: number; top: number; right: number; bottom: number } {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return points.length > 0 ? bounds : { left: 0, top: 0, right: 0, bottom: 0 };
}

/** A smooth line along points: straight out of the first and into the last, bent halfway between the others. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const last = rest.at(-1) ?? first;
  let path = `M${first.x} ${first.y}`;
  rest.slice(0, -1).forEach((point, index) => {
    const next = rest[index + 1]!;
    const end =
      index === rest.length - 2 ? last : { x: tenth((point.x + next.x) / 2), y: tenth((point.y + next.y) / 2) };
    path += `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return rest.length === 1 ? `${path}L${last.x} ${last.y}` : path;
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}
