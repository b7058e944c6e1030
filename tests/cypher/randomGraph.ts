import { foldName } from "../../src/claims/foldName.js";
import { originsOf } from "../../src/claims/origins.js";
import { identifierRows } from "../../src/cypher/batchRows.js";
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
  /** Its ids in registers: none, one, or two of one register. */
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** In which of the batches it is recorded. */
  readonly batch: number;
  readonly url: string | null;
  readonly sourceType: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  /** Of a source, those that it takes from. */
  readonly derivedFrom: readonly string[];
  /** Of a source, whether only curators see it. */
  readonly restricted?: boolean;
}

export interface TestCitation {
  readonly id: string;
  /** In which of the batches it is recorded; with its claim where nothing is said. */
  readonly batch?: number;
  readonly source: string;
  readonly quote: string;
  readonly basis: string;
  readonly ownWords: boolean;
  readonly takenFrom: readonly string[];
}

export interface TestClaim {
  readonly id: string;
  readonly batch: number;
  readonly predicate: string;
  readonly subject: string;
  readonly object: string | null;
  readonly attributedTo: readonly string[];
  readonly citations: readonly TestCitation[];
  readonly amount: number | null;
  readonly unit: string | null;
  readonly texts: readonly string[] | null;
  readonly date: string | null;
  readonly modality: string;
  readonly rank: string;
  readonly status: string;
  readonly retractedAt: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface TestGraph {
  readonly entities: readonly TestEntity[];
  readonly claims: readonly TestClaim[];
}

interface Relation {
  readonly field: string;
  readonly inverse: string;
  readonly from: string[];
  readonly to: string[];
  readonly unit?: string;
}

/** The predicates of the graph between entities: from which kinds to which, and whether a claim may have an amount. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
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
  AUTHORED: { field: "authored", inverse: "authoredBy", from: ["PERSON", "COMPANY"], to: ["SOURCE"] },
};

/** Those about a value. */
export const VALUES: Readonly<
  Record<string, { field: string; from: string[]; value: "QUANTITY" | "TEXT" | "DATE"; unit?: string }>
> = {
  POWER_CAPACITY: { field: "powerCapacity", from: ["FACILITY", "CLUSTER"], value: "QUANTITY", unit: "MW" },
  DESCRIBED_AS: { field: "describedAs", from: ["COMPANY", "CLUSTER"], value: "TEXT" },
  ONLINE_SINCE: { field: "onlineSince", from: ["CLUSTER"], value: "DATE" },
};

const SIZES = { PERSON: 4, COMPANY: 6, CLUSTER: 9, CHIP: 4, FACILITY: 3, PLACE: 3, SOURCE: 7 };
/** Few names for many, so that several have the same; some differ in form only. */
export const NAMES = ["Élan", "elan", "Atlas", "ATLAS", "أطلس", "Nova", "Cortex", "H100", "O'Neil", "Zeta `x`"];
export const AMOUNTS = [1, 1.5, 7, 50_000, 100_000, -3];
export const DATES = [
  "2023",
  "2024",
  "2024-02",
  "2024-10",
  "2023-01-31",
  "2024-02-29",
  "2024-10-29",
  "2024-10-29T23:30:00-05:00",
];
export const TEXTS = ["the largest", "largest of all", "الأكبر", "O'Neil's", ""];
export const SOURCE_TYPES = ["POST", "ARTICLE", "FILING"];
const LATER = "2999-01-01T00:00:00.000Z";
/** In how many batches the graph is recorded, one after another. */
export const BATCHES = 3;

/** A small graph with parallel claims, loops, shared names, claims that no longer hold, sources in a circle, and much that is missing here and there. */
export function randomGraph(random: Random, claims = 150): TestGraph {
  const size = Math.max(1, Math.floor(claims / 150));
  const entities = Object.entries(SIZES).flatMap(([kind, times]) =>
    Array.from({ length: times * size }, (_, index): TestEntity => {
      const isSource = kind === "SOURCE";
      return {
        id: `${kind.toLowerCase()}-${index}`,
        kind,
        names: [random.pick(NAMES), ...random.some(NAMES, 2)],
        identifiers: identifiersOf(kind, index),
        batch: 0,
        url: isSource && !random.once(4) ? `https://example.org/${index}?q='"\`` : null,
        sourceType: isSource ? random.pick(SOURCE_TYPES) : null,
        publishedAt: isSource && !random.once(3) ? random.pick(DATES) : null,
        language: isSource ? random.pick(["ar", "en", null]) : null,
        derivedFrom: isSource
          ? [...new Set(random.some([...Array(times * size).keys()], 2).map((to) => `source-${to}`))].filter(
              (id) => id !== `source-${index}`,
            )
          : [],
      };
    }),
  );
  const of = (kinds: readonly string[]) => entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  /** The first of a kind far more often than the others. */
  const skewed = (kinds: readonly string[]) => (random.once(4) ? of(kinds)[0]! : random.pick(of(kinds)));
  const claim = (index: number): TestClaim => {
    const isValue = random.once(4);
    const id = `c_${String(index).padStart(4, "0")}`;
    const [predicate, shape] = isValue ? random.pick(Object.entries(VALUES)) : random.pick(Object.entries(RELATIONS));
    const value = "value" in shape ? shape.value : "ENTITY";
    const withAmount = value === "QUANTITY" || (value === "ENTITY" && shape.unit !== undefined && !random.once(3));
    const status = random.pick(["ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "RETRACTED", "SUPERSEDED"]);
    const cited = [...new Set([random.pick(of(["SOURCE"])), ...random.some(of(["SOURCE"]), 2)])];
    return {
      ...{ id, predicate, subject: skewed(shape.from), object: "to" in shape ? skewed(shape.to) : null },
      batch: random.below(BATCHES),
      attributedTo: [...new Set(random.some(of(["PERSON", "COMPANY"]), 2))],
      citations: cited.map((source) => ({
        ...{ id: `q_${id}_${source}`, source, quote: random.pick(["“x”", "the largest", id]) },
        ...{ basis: random.pick(["STATED", "INFERRED"]), ownWords: random.once(6) },
        takenFrom: random.once(5) ? [random.pick(of(["SOURCE"]))] : [],
      })),
      ...{ amount: withAmount ? random.pick(AMOUNTS) : null, unit: withAmount ? shape.unit! : null },
      texts: value === "TEXT" ? [random.pick(TEXTS), ...random.some(TEXTS, 1)] : null,
      date: value === "DATE" ? random.pick(DATES) : null,
      modality: random.pick(["ACTUAL", "ACTUAL", "PLANNED", "ESTIMATED", "OPINION"]),
      rank: random.pick(["NORMAL", "NORMAL", "NORMAL", "PREFERRED", "DEPRECATED"]),
      status,
      retractedAt: status === "ACTIVE" ? null : random.pick(["2001-01-01T00:00:00.000Z", LATER]),
      validFrom: random.pick([null, ...DATES]),
      validTo: random.pick([null, null, ...DATES]),
    };
  };
  return { entities, claims: Array.from({ length: claims }, (_, index) => claim(index)) };
}

/** Where the chains of a citation's sources end, told as the program's own rule says. */
export function originsOfCitation({ entities }: TestGraph, { source, ownWords, takenFrom }: TestCitation): string[] {
  const derivedFrom = new Map(entities.map((entity) => [entity.id, entity.derivedFrom]));
  if (ownWords) return [source];
  return (takenFrom.length > 0 ? takenFrom : [source]).flatMap((id) => originsOf(id, (one) => derivedFrom.get(one)!));
}

/** The graph as it is recorded: in one batch, or the part of it that belongs to one of several. */
export function batchOf({ entities: all, claims: every }: TestGraph, part: number | null = null): Batch {
  const entities = all.filter(({ batch }) => part === null || batch === part);
  const claims = every.filter(({ batch }) => part === null || batch === part);
  const citations = every.flatMap((claim) =>
    claim.citations.flatMap((citation) =>
      part === null || (citation.batch ?? claim.batch) === part ? [{ ...citation, claim: claim.id }] : [],
    ),
  );
  return {
    entities: entities.map(({ id, kind, names, url, sourceType, publishedAt, language, restricted }) => ({
      ...{ id, kind },
      properties: { ...namesOf(names), url, sourceType, publishedAt, language, restricted: restricted || null },
    })),
    names: entities.flatMap(({ id, names }) =>
      [...new Set(names.map(foldName))].map((folded, index) => ({ id: `n_${id}_${index}`, entity: id, folded })),
    ),
    identifiers: entities.flatMap(({ id, identifiers }) => identifierRows(id, identifiers)),
    ...{ texts: [], authors: [], publishers: [] },
    derivations: entities.flatMap(({ id, derivedFrom }) => derivedFrom.map((to) => ({ from: id, to }))),
    claims: claims.map(
      ({ id, predicate, subject, object, attributedTo, batch: _, citations: __, texts, ...claim }) => ({
        ...{ id, predicate, subject, object, attributedTo },
        properties: {
          ...claim,
          bound: claim.amount === null ? null : "EXACT",
          ...{ textLanguages: texts && texts.map((_text, index) => ["en", "ar"][index]!), textTexts: texts },
        },
      }),
    ),
    citations: citations.map(({ id, claim, source, quote, basis, ownWords, takenFrom }) => ({
      ...{ id, claim, source, takenFrom: ownWords ? [] : takenFrom },
      properties: { quote, basis, verification: "NO_TEXT", ...(ownWords && { ownWords }) },
    })),
  };
}

function identifiersOf(kind: string, index: number): TestEntity["identifiers"] {
  const number = Object.keys(SIZES).indexOf(kind) + 100 * (index + 1);
  const wikidata = index % 3 === 0 ? [] : [{ scheme: "WIKIDATA", value: `Q${number}` }];
  const second = index % 4 === 1 ? [{ scheme: "WIKIDATA", value: `Q7000000${number}` }] : [];
  return [
    ...wikidata,
    ...second,
    ...(index % 2 === 0 ? [{ scheme: "URL", value: `https://example.org/${number}` }] : []),
  ];
}

function namesOf(names: readonly string[]) {
  const name = names[0]!;
  return { name, sortName: foldName(name), nameLanguages: ["en"], nameTexts: [name], aliasTexts: names.slice(1) };
}
