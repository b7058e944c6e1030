import type { Where } from "./naive.js";
import {
  AMOUNTS,
  DATES,
  NAMES,
  RELATIONS,
  SOURCE_TYPES,
  TEXTS,
  VALUES,
  type Random,
  type TestGraph,
} from "./randomGraph.js";

/** Makes filters of all forms, of which a good part is met by something. */
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
    if (random.once(3)) where["name"] = this.#name();
    if (random.once(15)) where["identifier"] = this.#identifier(kinds);
    if (kinds.length > 1 && random.once(4)) where["kind"] = this.#text(kinds, true);
    if (kinds.length === 1 && kinds[0] === "SOURCE") Object.assign(where, this.#source());
    if (random.once(8)) where["and"] = [this.node(kinds, depth), this.node(kinds, depth - 1)].slice(random.below(2));
    if (random.once(6)) where["or"] = [this.node(kinds, depth), this.node(kinds, depth - 1)].slice(random.below(2));
    if (random.once(8)) where["not"] = this.node(kinds, depth - 1);
    const relations = relationsOf(kinds);
    if (depth > 0 && relations.length > 0) {
      for (const [field, ends] of random.some(relations, 2)) {
        const match = () => ({
          ...(ends && !random.once(4) && { node: this.node(ends, depth - 1) }),
          ...(random.once(ends ? 3 : 1) && { claim: this.claim(random.once(4) ? 1 : 0, !ends) }),
        });
        const quantifier = random.pick(["some", "some", "some", "none", "every"]);
        where[field] = { [quantifier]: match(), ...(random.once(12) && { none: match() }) };
      }
    }
    return where;
  }

  /** Of claims; `depth` 0: of what they are themselves only. */
  claim(depth = 2, isValue = this.random.once(4)): Where {
    const { random } = this;
    const where: Record<string, unknown> = {};
    if (random.once(3)) where["modality"] = this.#text(["ACTUAL", "PLANNED", "OPINION"], false);
    if (random.once(5)) where["rank"] = this.#text(["NORMAL", "DEPRECATED"], false);
    if (random.once(5)) where["status"] = this.#text(["ACTIVE", "RETRACTED"], false);
    if (random.once(isValue ? 2 : 4)) {
      const sign = random.pick(["eq", "gt", "gte", "lt", "lte"]);
      where["quantity"] = {
        [sign]: random.pick(AMOUNTS),
        ...(random.once(2) && { unit: random.pick(["chip", "MW"]) }),
      };
    }
    if (random.once(6)) where[random.pick(["validFrom", "validTo"])] = this.#date();
    if (isValue && random.once(4)) where["date"] = this.#date();
    if (isValue && random.once(4)) where["text"] = this.#text(TEXTS, true);
    if (random.once(9)) where["id"] = this.#compares(this.graph.claims.map(({ id }) => id));
    if (depth > 0) {
      if (random.once(3)) where["predicate"] = this.#text([...Object.keys(RELATIONS), ...Object.keys(VALUES)], true);
      if (random.once(3)) where["subject"] = this.node(["PERSON", "COMPANY", "CLUSTER"], depth - 1);
      if (random.once(5)) where["object"] = this.node(["COMPANY", "CLUSTER", "FACILITY", "PLACE"], depth - 1);
      if (random.once(4)) where["attributedTo"] = this.node(["PERSON", "COMPANY"], depth - 1);
      if (random.once(4)) where["source"] = this.node(["SOURCE"], 0);
      if (random.once(6)) where["citation"] = this.#citation();
      if (random.once(8)) where["citations"] = { [random.pick(["eq", "gte", "lt"])]: random.below(4) };
      if (random.once(8)) where["origins"] = { [random.pick(["eq", "gte", "lt"])]: random.below(4) };
    }
    if (random.once(8)) where["and"] = [this.claim(depth - 1, isValue), this.claim(0, isValue)].slice(random.below(2));
    if (random.once(6)) where["or"] = [this.claim(depth - 1, isValue), this.claim(0, isValue)].slice(random.below(2));
    if (random.once(8)) where["not"] = this.claim(depth - 1, isValue);
    return where;
  }

  #citation(): Where {
    const { random } = this;
    return {
      ...(random.once(2) && { basis: this.#compares(["STATED", "INFERRED"]) }),
      ...(random.once(3) && { quote: this.#text(["“x”", "the largest", "the"], true) }),
      ...(random.once(2) && { source: this.node(["SOURCE"], 0) }),
    };
  }

  #source(): Where {
    const { random } = this;
    const urls = this.graph.entities.flatMap(({ url }) => url ?? []);
    return {
      ...(random.once(4) && { url: random.once(2) ? this.#compares(urls) : this.#text(urls, true) }),
      ...(random.once(3) && { sourceType: this.#text(SOURCE_TYPES, false) }),
      ...(random.once(4) && { publishedAt: this.#date() }),
      ...(random.once(5) && { language: this.#text(["ar", "en"], true) }),
    };
  }

  #date(): Where {
    const { random } = this;
    return { [random.pick(["eq", "gt", "gte", "lt", "lte"])]: random.pick(DATES) };
  }

  /** Of one register: one id, of several, some beginning, or any. */
  #identifier(kinds: readonly string[]): Where {
    const { random } = this;
    const own = this.graph.entities
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ identifiers }) => identifiers);
    const { scheme, value } = random.pick(own);
    const compares = [
      { eq: value },
      { in: [value, "Q1", random.pick(own).value] },
      { startsWith: value.slice(0, 2) },
      {},
    ];
    return { scheme, ...random.pick(compares) };
  }

  #name(): Where {
    const { random } = this;
    if (!random.once(3)) return this.#compares(NAMES);
    const name = random.pick(NAMES);
    return random.once(2) ? { startsWith: name.slice(0, 1 + random.below(3)) } : { contains: name.slice(1, 3) };
  }

  /** As {@link #compares}, sometimes by a part of the text, or by what it is not. */
  #text(values: readonly string[], parts: boolean): Where {
    const { random } = this;
    if (random.once(5)) return { not: random.pick(values) };
    if (!parts || !random.once(3)) return this.#compares(values);
    const value = random.pick(values);
    return random.once(2) ? { startsWith: value.slice(0, random.below(4)) } : { contains: value.slice(1, 4) };
  }

  #compares(values: readonly string[]): Where {
    const { random } = this;
    if (random.once(2)) return { eq: random.pick(values) };
    const list = [random.pick(values), ...random.some(values, 4)];
    return random.once(8) ? { in: list, eq: random.pick(list) } : { in: random.once(12) ? [] : list };
  }
}

/** The fields that lead on from one of these kinds, and to which kinds; null: to values. */
function relationsOf(kinds: readonly string[]): (readonly [string, readonly string[] | null])[] {
  return [
    ...Object.values(RELATIONS).flatMap(({ field, inverse, from, to }) => [
      ...(from.some((kind) => kinds.includes(kind)) ? [[field, to] as const] : []),
      ...(to.some((kind) => kinds.includes(kind)) ? [[inverse, from] as const] : []),
    ]),
    ...Object.values(VALUES).flatMap(({ field, from }) =>
      from.some((kind) => kinds.includes(kind)) ? [[field, null] as const] : [],
    ),
  ];
}
