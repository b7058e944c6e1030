import { createHash } from "node:crypto";
import { BASES, BOUNDS, type ClaimContent } from "../src/claims/claim.js";
import { citationId, claimId, nameId } from "../src/claims/claimId.js";
import { comparisonKey } from "../src/claims/conflicts.js";
import { foldName } from "../src/claims/foldName.js";
import { anchorQuote } from "../src/claims/quoteAnchor.js";
import type { Batch, Properties } from "../src/cypher/record.js";
import type { Kind, Ontology, Predicate } from "../src/ontology/ontology.js";
import { SkewedRandom } from "./skewedRandom.js";

/** How large a graph is to be; the same numbers make the same graph. */
export interface GraphSize {
  readonly claims: number;
  readonly seed?: number;
  /** How many entities, or claims, a batch has. */
  readonly batchSize?: number;
}

/**
 * A graph of an ontology as it may grow: batches of entities, then of claims with about 1.6 citations each. Degrees are skewed: the first chip
 * is in a fifth of the claims about chips, the first speaker in a tenth of all, a few owners and sources have most. 38 % of the sources are
 * derived from others, 7 % of the claims do not count any more, 10 % of the names are Arabic, some are odd, and what may be missing is
 * missing here and there. Every claim is as the ontology has it, and every quote of a stored text stands in it.
 */
export function* generateGraph(
  ontology: Ontology,
  { claims, seed = 1, batchSize = 2000 }: GraphSize,
): Generator<Batch> {
  const random = new SkewedRandom(seed);
  const entities = entitiesOf(ontology, claims);
  const sources = entities.get("SOURCE")!;
  const all = [...[...entities.values()].flat().filter(({ kind }) => kind !== "SOURCE"), ...sources];
  for (let at = 0; at < all.length; at += batchSize) {
    yield entityBatch(all.slice(at, at + batchSize), entities, ontology, random);
  }
  const predicates = [...ontology.predicates.values()].flatMap((predicate) =>
    Array<Predicate>(WEIGHTS[predicate.name] ?? 1).fill(predicate),
  );
  const ids = new Set<string>();
  for (let at = 0; at < claims; at += batchSize) {
    const batch = draft();
    while (ids.size < Math.min(at + batchSize, claims)) {
      const content = contentOf(random.pick(predicates), entities, ontology, random);
      const id = claimId(content);
      if (ids.has(id)) continue;
      ids.add(id);
      batch.claims.push(claimOf(id, content, ontology, random));
      batch.citations.push(...citationsOf(id, sources, random));
    }
    yield batch;
  }
}

interface Entity {
  readonly id: string;
  readonly kind: string;
  /** Its place among those of its kind. */
  readonly index: number;
}
/** By kind; the first of a kind is the one most spoken of. */
type Entities = ReadonlyMap<string, readonly Entity[]>;
type Draft = { -readonly [K in keyof Batch]: Batch[K][number][] };

/** How many entities of a kind there are to 1,000 claims; 5 where it is not said. */
const PER_THOUSAND: Readonly<Record<string, number>> = {
  ...{ SOURCE: 200, CLUSTER: 100, COMPANY: 20, FACILITY: 20, PERSON: 10, CHIP: 2, PLATFORM: 1 },
};

/** How often a predicate is met beside others; once where it is not said. */
const WEIGHTS: Readonly<Record<string, number>> = {
  ...{ USES_CHIP: 30, OWNS: 20, LOCATED_IN: 10, H100_EQUIVALENT_CAPACITY: 8, POWER_CAPACITY: 6, CONTROLS: 5 },
  ...{ INVESTS_IN: 5, TRAINS_ON: 4, DESCRIBED_AS: 4, ONLINE_SINCE: 4, COMPETES_WITH: 3, TRAINS: 3, DEVELOPS: 3 },
};

/** Kinds of which a few are spoken of most; others are met alike. */
const SKEWED = new Set(["COMPANY", "PERSON", "GROUP", "PLACE"]);

const ARABIC = ["شركة", "مجموعة", "مركز", "الرياض", "دبي", "الحوسبة", "النور", "الأفق", "المدينة", "تِقنية"];
const LATIN = ["North", "River", "Delta", "Atlas", "Nova", "Prime", "Zürich", "Łódź", "Quantum", "Vega"];
const ODD = [
  "  x  ",
  `O'Neil "&" {Sons}`,
  "back\\slash",
  "line\nbreak",
  "$after",
  "🦜🚀",
  "e\u0301",
  "`n`",
  "\uFFFD",
  "١٢٣",
];

function draft(): Draft {
  return {
    ...{
      entities: [],
      names: [],
      identifiers: [],
      texts: [],
      authors: [],
      publishers: [],
      derivations: [],
      claims: [],
      citations: [],
    },
  };
}

function entitiesOf(ontology: Ontology, claims: number): Entities {
  const ofKind = ({ name: kind }: Kind): [string, Entity[]] => {
    const length = Math.max(3, Math.round((claims * (PER_THOUSAND[kind] ?? 5)) / 1000));
    const word = kind.toLowerCase().replaceAll("_", "-");
    return [kind, Array.from({ length }, (_, index) => ({ id: `${word}-${index + 1}`, kind, index }))];
  };
  return new Map([...ontology.kinds.values()].map(ofKind));
}

function entityBatch(made: readonly Entity[], entities: Entities, ontology: Ontology, random: SkewedRandom): Batch {
  const batch = draft();
  for (const entity of made) {
    const { id, kind, index } = entity;
    const [language, words] = random.percent(10) ? ["ar", ARABIC] : ["en", LATIN];
    const odd = random.percent(2) ? [random.pick(ODD)] : [];
    const name = [random.pick(words), random.pick(words), index + 1, ...odd].join(" ");
    const aliases = random.percent(20) ? [`${kind} ${random.pick(ODD)} ${index + 1}`] : [];
    const described = random.percent(50);
    batch.entities.push({
      ...{ id, kind },
      properties: {
        ...{ name, sortName: foldName(name), nameLanguages: [language], nameTexts: [name] },
        ...{ aliasLanguages: aliases.map(() => "en"), aliasTexts: aliases },
        ...{ descriptionLanguages: described ? ["en"] : null, descriptionTexts: described ? [`What ${id} is.`] : null },
        ...(kind === "SOURCE" ? sourceProperties(entity, language, ontology, random) : {}),
      },
    });
    for (const folded of new Set([name, ...aliases].map(foldName))) {
      batch.names.push({ id: nameId(id, folded), entity: id, folded });
    }
    if (kind === "SOURCE") describeSource(batch, entity, language, entities, random);
  }
  return batch;
}

function sourceProperties({ id }: Entity, language: string, ontology: Ontology, random: SkewedRandom): Properties {
  return {
    sourceType: random.pick([...ontology.sourceTypes.keys()]),
    language: random.percent(80) ? language : null,
    url: random.percent(60) ? `https://example.com/${id}` : null,
    publishedAt: random.percent(70) ? dateOf(random) : null,
  };
}

/** What a source leads to is recorded with it or before it: sources come last, and are derived from those before them. */
function describeSource(
  batch: Draft,
  source: Entity,
  language: string,
  entities: Entities,
  random: SkewedRandom,
): void {
  const { id: from, index } = source;
  const before = entities.get("SOURCE")!.slice(0, index);
  const link = (to: readonly Entity[]) => ({ from, to: random.skewed(to).id });
  if (random.percent(30)) batch.authors.push(link(entities.get("PERSON")!));
  if (random.percent(50)) batch.publishers.push(link(entities.get("COMPANY")!));
  if (random.percent(38) && before.length > 0) batch.derivations.push(link(before));
  const content = textOf(source);
  if (content === null) return;
  const sha256 = sha256Of(content);
  batch.texts.push({
    ...{ id: `t_${sha256.slice(0, 32)}`, source: from },
    properties: { content, sha256, language, storedAt: "2026-01-01T00:00:00.000Z" },
  });
}

/** The text of one source in twenty; null of the others. */
function textOf({ id, index }: Entity): string | null {
  if (index % 20 !== 0) return null;
  return Array.from({ length: SENTENCES }, (_, number) => `${sentence(id, number)} قيل ذلك. 🦜\n`).join("");
}

const SENTENCES = 40;

function sentence(source: string, number: number): string {
  return `In its sentence ${number} the ${source} says what there is to say.`;
}

function contentOf(predicate: Predicate, entities: Entities, ontology: Ontology, random: SkewedRandom): ClaimContent {
  const { name, value, unit } = predicate;
  const one = (kinds: readonly Kind[]) => {
    const { name: kind } = random.pick(kinds);
    const all = entities.get(kind)!;
    if (kind === "CHIP") return random.favouring(all, 20).id;
    return (SKEWED.has(kind) ? random.skewed(all) : random.pick(all)).id;
  };
  const hasAmount = value === "QUANTITY" || (unit !== null && random.percent(70));
  const from = random.percent(40) ? 2015 + random.below(10) : null;
  return {
    ...{ predicate: name, subject: one(predicate.subjects) },
    object: value === "ENTITY" ? one(predicate.objects) : null,
    quantity: hasAmount
      ? { amount: amountOf(random), unit: unit ?? random.pick([...ontology.units.keys()]), bound: random.pick(BOUNDS) }
      : null,
    text: value === "TEXT" ? textIn(random.percent(20) ? ["ar", "en"] : ["en"], random) : null,
    date: value === "DATE" ? dateOf(random) : null,
    modality: random.pick(["ACTUAL", "ACTUAL", "ACTUAL", "PLANNED", "ESTIMATED", "OPINION"]),
    validFrom: from === null ? null : `${from}`,
    validTo: from !== null && random.percent(30) ? `${from + random.below(5)}-12` : null,
    attributedTo: speakersOf(entities.get("PERSON")!, random),
  };
}

function textIn(languages: readonly string[], random: SkewedRandom): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, `${random.below(100_000)} ${random.pick(ODD)}`]));
}

/** The first person said a tenth of everything; half is said by the source itself. */
function speakersOf(persons: readonly Entity[], random: SkewedRandom): string[] {
  if (random.percent(50)) return [];
  const speakers = [random.favouring(persons, 20).id];
  if (random.percent(10)) speakers.push(random.pick(persons.slice(1)).id);
  return [...new Set(speakers)];
}

/** Whole numbers, fractions, and very large ones, which no engine may take for integers. */
function amountOf(random: SkewedRandom): number {
  const whole = 1 + random.below(200_000);
  return random.pick([whole, whole, whole * 1000, whole / 7, whole * 1e16, -whole, 0.1 * whole]);
}

function dateOf(random: SkewedRandom): string {
  const [year, month, day] = [2018 + random.below(8), 1 + random.below(12), 1 + random.below(28)];
  const parts = [year, month, day].slice(0, 1 + random.below(3));
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function claimOf(id: string, content: ClaimContent, ontology: Ontology, random: SkewedRandom): Batch["claims"][number] {
  const { predicate, subject, object, attributedTo, quantity, text, date, modality, validFrom, validTo } = content;
  const fate = random.below(100);
  const status = fate < 3 ? "SUPERSEDED" : fate < 5 ? "RETRACTED" : "ACTIVE";
  return {
    ...{ id, predicate, subject, object, attributedTo },
    properties: {
      ...{ amount: quantity?.amount ?? null, unit: quantity?.unit ?? null, bound: quantity?.bound ?? null },
      ...{ textLanguages: text && Object.keys(text), textTexts: text && Object.values(text) },
      ...{ date, modality, validFrom, validTo, status },
      rank: fate < 5 ? "NORMAL" : fate < 7 ? "DEPRECATED" : fate < 12 ? "PREFERRED" : "NORMAL",
      retractedAt: status === "ACTIVE" ? null : "2026-02-03T04:05:06.000Z",
      assertedAt: random.percent(30) ? dateOf(random) : null,
      comparisonKey: comparisonKey(content, ontology),
    },
  };
}

/** One to three, 1.6 in the mean, each from another source, the first of which is the one most cited. */
function citationsOf(claim: string, sources: readonly Entity[], random: SkewedRandom): Batch["citations"] {
  const count = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3, 3]);
  const cited = new Set(Array.from({ length: count }, () => random.skewed(sources)));
  return [...cited].map((source) => citationOf(claim, source, sources, random));
}

function citationOf(claim: string, source: Entity, sources: readonly Entity[], random: SkewedRandom) {
  const text = textOf(source);
  const quote =
    text === null ? `“${claim.slice(0, 8)}” ${random.pick(ODD)}` : sentence(source.id, random.below(SENTENCES));
  const anchor = text === null ? null : anchorQuote(text, quote);
  if (anchor && "fault" in anchor) throw new Error(anchor.message);
  const [basis, start] = [random.pick(BASES), anchor?.start ?? null];
  const takenFrom = random.percent(5) ? [random.pick(sources).id] : [];
  return {
    id: citationId({ claim, source: source.id, start, quote, basis }),
    ...{ claim, source: source.id, takenFrom },
    properties: {
      ...{ quote, basis, start, end: anchor?.end ?? null, textHash: text === null ? null : sha256Of(text) },
      ...{ prefix: anchor?.prefix ?? null, suffix: anchor?.suffix ?? null, language: random.pick(["en", null]) },
      verification: anchor ? "VERIFIED" : "NO_TEXT",
    },
  };
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
