import { foldName } from "../../src/claims/foldName.js";
import type { Batch } from "../../src/cypher/record.js";

/** A generator of numbers that are the same each time for one seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** From 0 to below `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % 4294967296) % limit;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  some<T>(values: readonly T[], most: number): T[] {
    return Array.from({ length: this.below(most + 1) }, () => this.pick(values));
  }
}

export interface TestEntity {
  readonly id: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly url: string | null;
}

export interface TestClaim {
  readonly id: string;
  readonly predicate: string;
  readonly subject: string;
  readonly object: string | null;
  readonly attributedTo: readonly string[];
  readonly sources: readonly string[];
  readonly amount: number | null;
  readonly unit: string | null;
  readonly modality: string;
  readonly rank: string;
  readonly status: string;
  readonly validFrom: string | null;
}

export interface TestGraph {
  readonly entities: readonly TestEntity[];
  readonly claims: readonly TestClaim[];
}

/** The predicates of the graph: from which kinds to which, and whether a claim may have an amount. */
export const RELATIONS: Readonly<
  Record<string, { field: string; inverse: string; from: string[]; to: string[]; unit?: string }>
> = {
  CONTROLS: { field: "controls", inverse: "controlledBy", from: ["PERSON"], to: ["COMPANY"] },
  INVESTS_IN: { field: "investsIn", inverse: "investors", from: ["PERSON", "COMPANY"], to: ["COMPANY"] },
  OWNS: { field: "owns", inverse: "ownedBy", from: ["COMPANY"], to: ["CLUSTER", "FACILITY"] },
  USES_CHIP: { field: "usesChip", inverse: "usedBy", from: ["CLUSTER"], to: ["CHIP"], unit: "chip" },
  LOCATED_IN: {
    field: "locatedIn",
    inverse: "hosts",
    from: ["CLUSTER", "FACILITY", "PLACE"],
    to: ["FACILITY", "PLACE"],
  },
};
const SIZES = { PERSON: 4, COMPANY: 6, CLUSTER: 9, CHIP: 4, FACILITY: 3, PLACE: 3, SOURCE: 4 };
/** Few names for many, so that several have the same; some differ in form only. */
export const NAMES = ["Élan", "elan", "Atlas", "ATLAS", "أطلس", "Nova", "Cortex", "H100", "O'Neil", "Zeta `x`"];
export const AMOUNTS = [1, 1.5, 7, 50_000, 100_000, -3];

/** A small graph with parallel claims, loops, shared names, claims that no longer hold, and claims without an amount. */
export function randomGraph(random: Random): TestGraph {
  const entities = Object.entries(SIZES).flatMap(([kind, size]) =>
    Array.from({ length: size }, (_, index): TestEntity => {
      const url = kind === "SOURCE" ? `https://example.org/${index}?q='"\`` : null;
      return { id: `${kind.toLowerCase()}-${index}`, kind, names: [random.pick(NAMES), ...random.some(NAMES, 2)], url };
    }),
  );
  const of = (kinds: readonly string[]) => entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const claim = (index: number): TestClaim => {
    const [predicate, { from, to, unit }] = random.pick(Object.entries(RELATIONS));
    const amount = unit && !random.once(3) ? random.pick(AMOUNTS) : null;
    return {
      id: `c_${String(index).padStart(3, "0")}`,
      ...{ predicate, subject: random.pick(of(from)), object: random.pick(of(to)) },
      attributedTo: [...new Set(random.some(of(["PERSON", "COMPANY"]), 2))],
      sources: [...new Set([random.pick(of(["SOURCE"])), ...random.some(of(["SOURCE"]), 1)])],
      ...{ amount, unit: amount === null ? null : unit! },
      modality: random.pick(["ACTUAL", "ACTUAL", "PLANNED", "OPINION"]),
      rank: random.pick(["NORMAL", "NORMAL", "NORMAL", "PREFERRED", "DEPRECATED"]),
      status: random.pick(["ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "RETRACTED"]),
      validFrom: random.pick([null, "2024", "2024-10", "2023-01-31"]),
    };
  };
  return { entities, claims: Array.from({ length: 110 }, (_, index) => claim(index)) };
}

/** The graph as it is recorded. */
export function batchOf({ entities, claims }: TestGraph): Batch {
  return {
    entities: entities.map(({ id, kind, names, url }) => ({ id, kind, properties: propertiesOf(names, url) })),
    names: entities.flatMap(({ id, names }) =>
      [...new Set(names.map(foldName))].map((folded, index) => ({ id: `n_${id}_${index}`, entity: id, folded })),
    ),
    ...{ texts: [], authors: [], publishers: [], derivations: [] },
    claims: claims.map(({ id, predicate, subject, object, attributedTo, ...claim }) => {
      const { amount, unit, modality, rank, status, validFrom } = claim;
      const bound = amount === null ? null : "EXACT";
      return {
        id,
        predicate,
        subject,
        object,
        attributedTo,
        properties: { amount, unit, bound, modality, rank, status, validFrom },
      };
    }),
    citations: claims.flatMap(({ id, sources }) =>
      sources.map((source) => {
        const properties = { quote: `“${id}”`, basis: "STATED", verification: "NO_TEXT" };
        return { id: `q_${id}_${source}`, claim: id, source, takenFrom: [], properties };
      }),
    ),
  };
}

function propertiesOf(names: readonly string[], url: string | null) {
  const name = names[0]!;
  return { name, sortName: foldName(name), nameLanguages: ["en"], nameTexts: [name], aliasTexts: names.slice(1), url };
}
