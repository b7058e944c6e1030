import { foldName } from "../../src/claims/foldName.js";
import { RELATIONS, type TestClaim, type TestEntity, type TestGraph } from "./randomGraph.js";

/** A filter as a client gives it. */
export type Where = Readonly<Record<string, unknown>>;

/**
 * What filters mean, told as simply as it can be: every entity is looked at, every claim is walked. Statements must answer the same.
 */
export class Naive {
  readonly #entities: ReadonlyMap<string, TestEntity>;

  constructor(private readonly graph: TestGraph) {
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  }

  /** The entities of a kind that meet the filter, by folded name and id, each with all claims by which it does. */
  entities(kind: string | null, where: Where): { readonly id: string; readonly evidence: readonly string[] }[] {
    return this.graph.entities
      .filter((entity) => kind === null || entity.kind === kind)
      .flatMap((entity) => {
        const evidence = this.#meets(entity, where);
        return evidence ? [{ id: entity.id, name: sortName(entity), evidence: [...evidence].sort() }] : [];
      })
      .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
      .map(({ id, evidence }) => ({ id, evidence }));
  }

  claims(where: Where): readonly TestClaim[] {
    return this.graph.claims.filter((claim) => this.#isMet(claim, where, current(where)));
  }

  /** The claims by which an entity meets a filter; null where it does not. */
  #meets(entity: TestEntity, where: Where): Set<string> | null {
    const evidence = new Set<string>();
    for (const [key, value] of Object.entries(where)) {
      if (key === "and") {
        for (const part of value as Where[]) {
          const found = this.#meets(entity, part);
          if (!found) return null;
          found.forEach((id) => evidence.add(id));
        }
      } else if (key === "id" || key === "kind" || key === "url") {
        if (!compares(value as Where, [entity[key]])) return null;
      } else if (key === "name") {
        if (!compares(foldAll(value as Where), entity.names.map(foldName))) return null;
      } else {
        const found = this.#paths(entity, key, (value as { some: { node?: Where; claim?: Where } }).some);
        if (found.size === 0) return null;
        found.forEach((id) => evidence.add(id));
      }
    }
    return evidence;
  }

  #paths(
    entity: TestEntity,
    field: string,
    { node = {}, claim: filter = {} }: { node?: Where; claim?: Where },
  ): Set<string> {
    const found = new Set<string>();
    for (const claim of this.graph.claims) {
      const relation = RELATIONS[claim.predicate]!;
      const forward = relation.field === field;
      if (!forward && relation.inverse !== field) continue;
      const [near, far] = forward ? [claim.subject, claim.object!] : [claim.object!, claim.subject];
      if (near !== entity.id || !this.#isMet(claim, filter, current(filter))) continue;
      const beyond = this.#meets(this.#entities.get(far)!, node);
      if (!beyond) continue;
      found.add(claim.id);
      beyond.forEach((id) => found.add(id));
    }
    return found;
  }

  #isMet(claim: TestClaim, where: Where, holds: (claim: TestClaim) => boolean): boolean {
    if (!holds(claim)) return false;
    const one = (id: string | null, filter: Where) =>
      id !== null && this.#meets(this.#entities.get(id)!, filter) !== null;
    return Object.entries(where).every(([key, given]) => {
      const value = given as Where;
      switch (key) {
        case "and":
          return (given as Where[]).every((part) => this.#isMet(claim, part, holds));
        case "quantity":
          return (
            claim.amount !== null && Object.entries(value).every(([sign, amount]) => amountMeets(claim, sign, amount))
          );
        case "subject":
        case "object":
          return one(claim[key], value);
        case "attributedTo":
          return claim.attributedTo.some((id) => one(id, value));
        case "source":
          return claim.sources.some((id) => one(id, value));
        default:
          return compares(value, [claim[key as "modality"]]);
      }
    });
  }
}

/** Claims that are superseded, retracted or deprecated count only where the filter speaks of that. */
function current(where: Where): (claim: TestClaim) => boolean {
  const names = (key: string, filter: Where): boolean =>
    key in filter || ((filter["and"] as Where[] | undefined) ?? []).some((part) => names(key, part));
  return ({ rank, status }) =>
    (names("rank", where) || rank !== "DEPRECATED") && (names("status", where) || status === "ACTIVE");
}

function compares(filter: Where, values: readonly (string | null)[]): boolean {
  const { eq, in: list } = filter as { eq?: string; in?: string[] };
  return values.some(
    (value) => value !== null && (eq === undefined || value === eq) && (list?.includes(value) ?? true),
  );
}

function foldAll({ eq, in: list }: { eq?: string; in?: string[] }): Where {
  return { ...(eq !== undefined && { eq: foldName(eq) }), ...(list && { in: list.map(foldName) }) };
}

function amountMeets({ amount, unit }: TestClaim, sign: string, given: unknown): boolean {
  if (sign === "unit") return unit === given;
  const [mine, other] = [amount!, given as number];
  return { eq: mine === other, gt: mine > other, gte: mine >= other, lt: mine < other, lte: mine <= other }[sign]!;
}

export function sortName({ names }: TestEntity): string {
  return foldName(names[0]!);
}

/** By code unit, as the engines compare. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
