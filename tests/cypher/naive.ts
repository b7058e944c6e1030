import { foldName } from "../../src/claims/foldName.js";
import { interval } from "../../src/claims/partialDate.js";
import { openGraph } from "./openGraph.js";
import {
  originsOfCitation,
  RELATIONS,
  VALUES,
  type TestCitation,
  type TestClaim,
  type TestEntity,
  type TestGraph,
} from "./randomGraph.js";

/** A filter as a client gives it. */
export type Where = Readonly<Record<string, unknown>>;

/** As of when, and for whom: a date in the world, and after which of the batches in which the graph was recorded; all is seen where nothing is said. */
export interface TestMoment {
  readonly validAt?: string;
  readonly batch?: number;
  readonly sees?: "OPEN" | "ALL";
}

/** What proves that something holds: ids of claims, and `!` with an entity's id where nothing was found there. Null: it does not hold. */
type Proof = Set<string> | null;
const HOLDS: Proof = new Set();

/**
 * What filters mean, told as simply as it can be: every entity is looked at, every claim is walked. Statements must answer the same. What is
 * restricted is taken away first, for those who do not see it. `wanted` is false where it is asked whether a filter does not hold, and what proves that.
 */
export class Naive {
  #graph: TestGraph;
  #entities: ReadonlyMap<string, TestEntity>;
  #moment: TestMoment = {};
  readonly #open: TestGraph;

  constructor(private readonly whole: TestGraph) {
    this.#open = openGraph(whole);
    this.#graph = whole;
    this.#entities = byId(whole);
  }

  at(moment: TestMoment): this {
    this.#moment = moment;
    this.#graph = moment.sees === "OPEN" ? this.#open : this.whole;
    this.#entities = byId(this.#graph);
    return this;
  }

  /** The entities of a kind that meet the filter, by folded name and id, each with all that proves it. */
  entities(kind: string | null, where: Where): { readonly id: string; readonly evidence: readonly string[] }[] {
    return this.#graph.entities
      .filter((entity) => (kind === null || entity.kind === kind) && this.#isRecorded(entity.batch))
      .flatMap((entity) => {
        const proof = this.#node(entity, where, true);
        return proof ? [{ id: entity.id, name: sortName(entity), evidence: [...proof].sort() }] : [];
      })
      .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
      .map(({ id, evidence }) => ({ id, evidence }));
  }

  claims(where: Where): readonly TestClaim[] {
    return this.#graph.claims.filter((claim) => this.#counts(claim, where) && this.#claim(claim, where, true) !== null);
  }

  #citations({ batch: recorded, citations }: TestClaim): readonly TestCitation[] {
    return citations.filter(({ batch = recorded }) => this.#isRecorded(batch));
  }

  #isRecorded(batch: number): boolean {
    return this.#moment.batch === undefined || batch <= this.#moment.batch;
  }

  /** The status that a claim had then. */
  #status({ status, retractedAt }: TestClaim): string {
    return this.#moment.batch !== undefined && retractedAt !== null && retractedAt > "2900" ? "ACTIVE" : status;
  }

  /** Claims that are superseded, retracted or deprecated count only where the filter speaks of that. */
  #counts(claim: TestClaim, where: Where): boolean {
    const names = (key: string, filter: unknown): boolean =>
      typeof filter === "object" &&
      filter !== null &&
      (key in filter ||
        ["and", "or", "not"].some((inner) => [(filter as Where)[inner]].flat().some((part) => names(key, part))));
    const { validAt } = this.#moment;
    return (
      this.#isRecorded(claim.batch) &&
      (names("rank", where) || claim.rank !== "DEPRECATED") &&
      (names("status", where) || this.#status(claim) === "ACTIVE") &&
      (validAt === undefined ||
        ((claim.validFrom === null || interval(claim.validFrom).from <= interval(validAt).to) &&
          (claim.validTo === null || interval(claim.validTo).to >= interval(validAt).from)))
    );
  }

  #node(entity: TestEntity, where: Where, wanted: boolean): Proof {
    return combined(where, wanted, (key, value, is) => {
      const filter = value as Where;
      if (key === "and" || key === "or") return list(value, key, is, (part) => this.#node(entity, part, is));
      if (key === "not") return this.#node(entity, filter, !is);
      if (key === "name")
        return plain(
          entity.names.some((name) => nameMeets(foldName(name), filter)),
          is,
        );
      if (key === "identifier") {
        const { scheme, ...tests } = filter;
        const own = entity.identifiers.filter((identifier) => identifier.scheme === scheme);
        return plain(
          own.some(({ value }) => Object.entries(tests).every(([sign, given]) => textMeets(value, sign, given))),
          is,
        );
      }
      if (key === "publishedAt") return each(filter, is, (sign, date) => dateMeets(entity.publishedAt, sign, date));
      if (["id", "kind", "url", "sourceType", "language"].includes(key))
        return each(filter, is, (sign, given) => textMeets(entity[key as "url"], sign, given));
      return combined(filter, is, (quantifier, match, really) =>
        this.#links(entity, key, quantifier, match as Match, really),
      );
    });
  }

  #links(entity: TestEntity, field: string, quantifier: string, match: Match, is: boolean): Proof {
    const claims = this.#graph.claims.filter((claim) => {
      const relation = RELATIONS[claim.predicate];
      const near = relation?.inverse === field ? claim.object : claim.subject;
      const named = relation ? [relation.field, relation.inverse] : [VALUES[claim.predicate]!.field];
      return named.includes(field) && near === entity.id && this.#counts(claim, match.claim ?? {});
    });
    const found = (wanted: boolean) =>
      claims.flatMap((claim) => {
        const proof = this.#link(claim, field, match, wanted);
        return proof ? [claim.id, ...proof] : [];
      });
    const nothing = new Set([`!${entity.id}`]);
    if (quantifier === "every") {
      const [those, others] = [found(true), found(false)];
      if (!is) return others.length > 0 ? new Set(others) : null;
      if (others.length > 0) return null;
      return those.length > 0 ? new Set(those) : nothing;
    }
    const those = found(true);
    if ((quantifier === "some") === is) return those.length > 0 ? new Set(those) : null;
    return those.length > 0 ? null : nothing;
  }

  #link(claim: TestClaim, field: string, match: Match, wanted: boolean): Proof {
    return combined({ ...match }, wanted, (key, value, is) => {
      if (key === "claim") return this.#claim(claim, value as Where, is);
      const far = RELATIONS[claim.predicate]!.inverse === field ? claim.subject : claim.object;
      return this.#node(this.#entities.get(far!)!, value as Where, is);
    });
  }

  #claim(claim: TestClaim, where: Where, wanted: boolean): Proof {
    return combined(where, wanted, (key, value, is) => {
      const filter = value as Where;
      const ends = (ids: readonly (string | null)[]) =>
        someOf(
          ids.map((id) => (id === null ? null : this.#node(this.#entities.get(id)!, filter, true))),
          is,
        );
      switch (key) {
        case "and":
        case "or":
          return list(value, key, is, (part) => this.#claim(claim, part, is));
        case "not":
          return this.#claim(claim, filter, !is);
        case "subject":
        case "object":
          return ends([claim[key]]);
        case "attributedTo":
          return ends(claim.attributedTo);
        case "source":
          return ends(this.#citations(claim).map(({ source }) => source));
        case "citation":
          return someOf(
            this.#citations(claim).map((citation) => this.#citation(citation, filter)),
            is,
          );
        case "citations":
          return each(filter, is, (sign, given) => numberMeets(this.#citations(claim).length, sign, given));
        case "origins": {
          const origins = new Set(
            this.#citations(claim).flatMap((citation) => originsOfCitation(this.#graph, citation)),
          );
          return each(filter, is, (sign, given) => numberMeets(origins.size, sign, given));
        }
        case "quantity":
          return each(filter, is, (sign, given) =>
            sign === "unit" ? claim.unit === given : claim.amount !== null && numberMeets(claim.amount, sign, given),
          );
        case "text":
          return each(filter, is, (sign, given) =>
            sign === "not"
              ? !(claim.texts ?? []).includes(given as string)
              : (claim.texts ?? []).some((text) => textMeets(text, sign, given)),
          );
        case "date":
        case "validFrom":
        case "validTo":
          return each(filter, is, (sign, given) => dateMeets(claim[key], sign, given));
        case "status":
          return each(filter, is, (sign, given) => textMeets(this.#status(claim), sign, given));
        default:
          return each(filter, is, (sign, given) => textMeets(claim[key as "modality"], sign, given));
      }
    });
  }

  #citation(citation: TestCitation, { source, ...filter }: Where): Proof {
    const own = Object.entries(filter).every(([key, tests]) =>
      Object.entries(tests as Where).every(([sign, given]) => textMeets(citation[key as "quote"], sign, given)),
    );
    if (!own) return null;
    return source === undefined ? HOLDS : this.#node(this.#entities.get(citation.source)!, source as Where, true);
  }
}

function byId({ entities }: TestGraph): ReadonlyMap<string, TestEntity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

interface Match {
  readonly node?: Where;
  readonly claim?: Where;
}

/** Every entry must hold; where that is not wanted, one that fails is enough. */
function combined(
  where: Where,
  wanted: boolean,
  entry: (key: string, value: unknown, wanted: boolean) => Proof,
): Proof {
  const proofs = Object.entries(where).map(([key, value]) => entry(key, value, wanted));
  return wanted ? allOf(proofs) : anyOf(proofs);
}

function list(parts: unknown, key: "and" | "or", wanted: boolean, part: (where: Where) => Proof): Proof {
  const proofs = (parts as Where[]).map(part);
  return (key === "and") === wanted ? allOf(proofs) : anyOf(proofs);
}

function each(filter: Where, wanted: boolean, holds: (sign: string, given: unknown) => boolean): Proof {
  return plain(
    Object.entries(filter).every(([sign, given]) => holds(sign, given)),
    wanted,
  );
}

function plain(holds: boolean, wanted: boolean): Proof {
  return holds === wanted ? HOLDS : null;
}

/** One that is there is enough, and all that are there prove it; that none is there needs no proof. */
function someOf(proofs: readonly Proof[], wanted: boolean): Proof {
  const found = anyOf(proofs);
  return wanted ? found : found ? null : HOLDS;
}

function allOf(proofs: readonly Proof[]): Proof {
  return proofs.includes(null) ? null : union(proofs);
}

function anyOf(proofs: readonly Proof[]): Proof {
  const held = proofs.filter((proof) => proof !== null);
  return held.length > 0 ? union(held) : null;
}

function union(proofs: readonly Proof[]): Proof {
  return new Set(proofs.flatMap((proof) => [...proof!]));
}

function textMeets(value: string | null, sign: string, given: unknown): boolean {
  if (sign === "not") return value !== given;
  if (value === null) return false;
  if (sign === "eq") return value === given;
  if (sign === "in") return (given as string[]).includes(value);
  return sign === "startsWith" ? value.startsWith(given as string) : value.includes(given as string);
}

function nameMeets(folded: string, filter: Where): boolean {
  return Object.entries(filter).every(([sign, given]) =>
    textMeets(folded, sign, Array.isArray(given) ? given.map(foldName) : foldName(given as string)),
  );
}

function numberMeets(mine: number, sign: string, given: unknown): boolean {
  const other = given as number;
  return { eq: mine === other, gt: mine > other, gte: mine >= other, lt: mine < other, lte: mine <= other }[sign]!;
}

function dateMeets(date: string | null, sign: string, given: unknown): boolean {
  if (date === null) return false;
  const [mine, other] = [interval(date), interval(given as string)];
  return {
    eq: mine.from <= other.to && other.from <= mine.to,
    gt: mine.from > other.to,
    gte: mine.from >= other.from,
    lt: mine.to < other.from,
    lte: mine.to <= other.to,
  }[sign]!;
}

export function sortName({ names }: TestEntity): string {
  return foldName(names[0]!);
}

/** By code unit, as the engines compare. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
