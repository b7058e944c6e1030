import type { Where } from "./naive.js";
import { AMOUNTS, NAMES, RELATIONS, type Random, type TestGraph } from "./randomGraph.js";

/** Makes filters of all forms that are answered, of which a good part is met by something. */
export class RandomFilter {
  constructor(
    private readonly graph: TestGraph,
    private readonly random: Random,
  ) {}

  /** Of entities of these kinds; so many claims deep at most. */
  node(kinds: readonly string[], depth: number): Where {
    const { random } = this;
    const ids = this.graph.entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const where: Record<string, unknown> = {};
    if (random.once(6)) where["id"] = this.#compares(ids);
    if (random.once(3)) where["name"] = this.#compares(NAMES);
    if (kinds.length > 1 && random.once(4)) where["kind"] = this.#compares(kinds);
    if (random.once(6)) where["and"] = [this.node(kinds, depth), this.node(kinds, depth - 1)].slice(random.below(2));
    if (depth > 0) {
      for (const [field, ends] of random.some(relationsOf(kinds), 2)) {
        where[field] = {
          some: {
            ...(!random.once(4) && { node: this.node(ends, depth - 1) }),
            ...(random.once(3) && { claim: this.#edge() }),
          },
        };
      }
    }
    return where;
  }

  claim(): Where {
    const { random } = this;
    const where: Record<string, unknown> = this.#edge();
    if (random.once(2)) where["predicate"] = this.#compares(Object.keys(RELATIONS));
    if (random.once(2)) where["subject"] = this.node(["PERSON", "COMPANY", "CLUSTER"], 1);
    if (random.once(4)) where["object"] = this.node(["COMPANY", "CLUSTER", "FACILITY", "PLACE"], 1);
    if (random.once(3)) where["attributedTo"] = this.node(["PERSON", "COMPANY"], 0);
    if (random.once(3)) {
      const urls = this.graph.entities.flatMap(({ url }) => url ?? []);
      where["source"] = random.once(2) ? { url: this.#compares(urls) } : this.node(["SOURCE"], 0);
    }
    if (random.once(5))
      where["and"] = [{ attributedTo: this.node(["PERSON", "COMPANY"], 0) }, { source: this.node(["SOURCE"], 0) }];
    return where;
  }

  #edge(): Record<string, unknown> {
    const { random } = this;
    const where: Record<string, unknown> = {};
    if (random.once(3)) where["modality"] = this.#compares(["ACTUAL", "PLANNED", "OPINION"]);
    if (random.once(5)) where["rank"] = this.#compares(["NORMAL", "DEPRECATED"]);
    if (random.once(5)) where["status"] = this.#compares(["ACTIVE", "RETRACTED"]);
    if (random.once(4)) {
      const sign = random.pick(["eq", "gt", "gte", "lt", "lte"]);
      where["quantity"] = { [sign]: random.pick(AMOUNTS), ...(random.once(2) && { unit: "chip" }) };
    }
    if (random.once(6))
      where["and"] = [
        { modality: { in: ["ACTUAL", "PLANNED"] } },
        { id: this.#compares(this.graph.claims.map(({ id }) => id)) },
      ];
    return where;
  }

  #compares(values: readonly string[]): Where {
    const { random } = this;
    if (random.once(2)) return { eq: random.pick(values) };
    const list = [random.pick(values), ...random.some(values, 4)];
    return random.once(8) ? { in: list, eq: random.pick(list) } : { in: random.once(12) ? [] : list };
  }
}

/** The fields that lead on from one of these kinds, and to which kinds. */
function relationsOf(kinds: readonly string[]): (readonly [string, readonly string[]])[] {
  return Object.values(RELATIONS).flatMap(({ field, inverse, from, to }) => [
    ...(from.some((kind) => kinds.includes(kind)) ? [[field, to] as const] : []),
    ...(to.some((kind) => kinds.includes(kind)) ? [[inverse, from] as const] : []),
  ]);
}
