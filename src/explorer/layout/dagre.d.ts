// What is used of it; its own types do not resolve as Node does.
declare module "@dagrejs/dagre" {
  export interface Point {
    readonly x: number;
    readonly y: number;
  }

  export interface Size {
    readonly width: number;
    readonly height: number;
  }

  export class Graph {
    constructor(options: { readonly multigraph: boolean });
    setGraph(label: {
      readonly rankdir: "LR" | "RL" | "TB";
      readonly nodesep: number;
      readonly edgesep: number;
      readonly ranksep: number;
    }): void;
    setNode(id: string, label: Size): void;
    setEdge(from: string, to: string, label: Size & { readonly labelpos: "c" }, name: string): void;
    /** Where its centre was placed. */
    node(id: string): Point & Size;
    /** How it is led, and where its label has its centre. */
    edge(
      from: string,
      to: string,
      name: string,
    ): Size & { readonly points: readonly Point[]; readonly x?: number; readonly y?: number };
  }

  /** Writes where everything is into the graph. */
  export function layout(graph: Graph): void;
}
