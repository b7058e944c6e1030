import { DataFactory, type Literal, type NamedNode, type Quad } from "n3";

type Object = NamedNode | Literal;
/** A predicate with what it says, all of it; nothing is said by null. */
export type Property = readonly [predicate: NamedNode, objects: Object | readonly Object[] | null];

/** The triples of one named graph, each once, in the order in which they are added. */
export class Triples {
  readonly quads: Quad[] = [];
  private readonly seen = new Set<string>();

  constructor(readonly graph: NamedNode) {}

  /** Says something of a subject. */
  add(subject: NamedNode, ...properties: readonly Property[]): void {
    for (const [predicate, objects] of properties) {
      for (const object of listOf(objects)) {
        const key = `${subject.id} ${predicate.id} ${object.id}`;
        if (this.seen.has(key)) continue;
        this.seen.add(key);
        this.quads.push(DataFactory.quad(subject, predicate, object, this.graph));
      }
    }
  }
}

function listOf(objects: Property[1]): readonly Object[] {
  if (objects === null) return [];
  return "termType" in objects ? [objects] : objects;
}
