import type { Kind, Predicate } from "../ontology/ontology.js";
import {
  allOf,
  leavesOf,
  partsOf,
  type ClaimFilter,
  type ClaimLeaf,
  type Ended,
  type Link,
  type Linked,
  type LinkLeaf,
  type Listed,
  type NameSort,
  type NameTest,
  type NodeFilter,
  type NodeLeaf,
  type Tree,
} from "./condition.js";
import type { Moment } from "./moment.js";
import type { SortKey, Window } from "./order.js";
import type { Statement } from "./statement.js";
import type { Statistics } from "./statistics.js";

/**
 * Where a filter's statement begins: at the end that leaves least to look at. A start is found through an index where there is one; from a start
 * far away the chain of claims is walked back towards what is asked for, and the rest of the filter is tried on the few that are found.
 */
export type NodeStart = Weight &
  (
    | {
        readonly by: "values";
        readonly property: "id" | "url";
        readonly test: Listed;
        readonly part: Tree<NodeLeaf>;
      }
    | {
        readonly by: "names";
        readonly as: NameSort;
        readonly tests: readonly NameTest[];
        readonly part: Tree<NodeLeaf>;
      }
    /** All of a kind. */
    | { readonly by: "kind"; readonly part: null }
    /** From the entities at the other end of a link, which are found first. */
    | {
        readonly by: "far";
        readonly link: Link;
        readonly far: NodeFilter;
        readonly start: NodeStart;
        readonly part: Tree<NodeLeaf>;
      }
    /** From the claims of a link, which are found first by what only they are asked. */
    | { readonly by: "claims"; readonly link: Link; readonly start: ClaimStart; readonly part: Tree<NodeLeaf> }
    /** The union of what several ends find; each brings the evidence by which it has found something. */
    | {
        readonly by: "union";
        readonly starts: readonly { readonly filter: NodeFilter; readonly start: NodeStart }[];
        readonly part: Tree<NodeLeaf>;
      }
  );

/** From the entities at the other end of a link. */
export type FarStart = Extract<NodeStart, { readonly by: "far" }>;

/** The union of several ends. */
export type UnionStart = Extract<NodeStart, { readonly by: "union" }>;

export type ClaimStart = Weight &
  (
    | {
        readonly by: "values";
        readonly property: "id" | "predicate";
        readonly test: Listed;
        /** Null: of the predicate of a link, which is no condition of the filter. */
        readonly part: Tree<ClaimLeaf> | null;
      }
    | {
        readonly by: "end";
        readonly end: Ended["end"];
        readonly node: NodeFilter;
        readonly start: NodeStart;
        readonly part: Tree<ClaimLeaf> | null;
      }
    | {
        readonly by: "union";
        readonly starts: readonly { readonly filter: ClaimFilter; readonly start: ClaimStart }[];
        /** Which of them holds is tried again, and what of it is evidence. */
        readonly part: null;
      }
    | { readonly by: "all"; readonly part: null }
  );

/** The starts that there are, and of them the one that is taken. */
export interface Weighed<Start> {
  readonly starts: readonly Start[];
  readonly chosen: Start;
}

/** What a statement's plan was made of. Whoever explains the plan has all reasons from this; while requests are answered nobody asks for them. */
export interface Plan {
  readonly finds: { readonly entities: NodeFilter } | { readonly claims: ClaimFilter };
  readonly planner: Planner;
  readonly moment: Moment;
  /** How the rows are ordered, and which of them are wanted; null where they are only counted. */
  readonly rows: {
    readonly keys: readonly SortKey[];
    readonly window: Window;
    /** {@link HubWays.most}, where there may be hubs. */
    readonly mostWays?: number | null;
  } | null;
}

/** A statement that begins where a planner said. */
export interface PlannedStatement extends Statement {
  readonly plan: Plan;
}

/** The plan of a statement; null for one that needs none. */
export function planOf(statement: Statement): Plan | null {
  return "plan" in statement ? (statement as PlannedStatement).plan : null;
}

/** About how many are found, and about how many nodes and edges are looked at for that and for trying the rest of the filter on them. */
interface Weight {
  readonly found: number;
  readonly cost: number;
}

/** How many are found by a list of ids, and by one of names: the same whatever its length, so that one shape of filter is one text. */
const BY_ID = 1;
const BY_NAME = 2;

/**
 * How many claims of a relation an entity is taken to have at least, where it is asked of each one that is found. Averages tell of the many that have
 * none, and asking goes all ways again from each, where walking back joins them: what is deep is better walked back.
 */
const LEAST_WAYS = 1;

/** What it costs to look at one entity of a list whether it has a way back, beside its claims of the relation. */
const LOOK_AT_ONE = 4;

/** How many times as many entities of a list are looked at as would do if what is sought were spread evenly in it. */
const UNEVEN = 4;

/** Up to how many ways are all gone, and how many entities of a list are looked at first where there are more. */
export interface HubWays {
  readonly start: FarStart;
  readonly most: number;
  readonly walked: number;
}

/** Chooses where to begin, by what the statistics say of the graph. */
export class Planner {
  constructor(readonly statistics: Statistics) {}

  /** The start that costs least. */
  node(filter: NodeFilter): NodeStart {
    return best(this.nodeStarts(filter));
  }

  /** What {@link node} chooses, and from what. */
  weighNode(filter: NodeFilter): Weighed<NodeStart> {
    return weighed(this.nodeStarts(filter));
  }

  /** Every start that there is, the dearest of them, all of a kind, first. */
  nodeStarts(filter: NodeFilter): readonly NodeStart[] {
    const all = this.statistics.entities(filter.kind);
    const rest = (part: Tree<NodeLeaf> | null) =>
      sum(partsOf(filter.meets).map((one) => (one === part ? 0 : this.#trying(one))));
    const weigh = (found: number, cost: number, part: Tree<NodeLeaf> | null) => ({
      found,
      cost: cost + found * rest(part),
    });
    const starts: NodeStart[] = [{ by: "kind", part: null, ...weigh(all, all, null) }];
    for (const part of partsOf(filter.meets)) {
      if ("any" in part) {
        const branches = part.any.map((one) => ({ kind: filter.kind, meets: one }));
        const each = branches.map((branch) => ({ filter: branch, start: this.node(branch) }));
        if (each.length === 0 || each.some(({ start }) => start.by === "kind")) continue;
        starts.push({ by: "union", starts: each, part, ...weigh(...together(each), part) });
        continue;
      }
      if (!("leaf" in part)) continue;
      const { leaf } = part;
      if (leaf.is === "compared" && !leaf.negated && leaf.test.by === "in") {
        const { property, test } = leaf;
        if (property !== "id" && property !== "url") continue;
        starts.push({ by: "values", property, test, part, ...weigh(BY_ID, BY_ID, part) });
      } else if (leaf.is === "named" && !leaf.negated) {
        const exact = leaf.tests.find(({ by }) => by === "in");
        const names = this.statistics.entities(null);
        const found = exact ? BY_NAME : 1 + names / 100;
        const { as, tests } = leaf;
        starts.push({ by: "names", as, tests, part, ...weigh(found, exact ? found : found + names / 4, part) });
      } else if (leaf.is === "linked" && leaf.quantifier === "some") {
        starts.push(...this.#linkStarts(leaf, part, all, weigh));
      }
    }
    return starts;
  }

  /**
   * Of a start from far away whose last step leads to a list, and where nothing else is asked: up to how many ways are all gone. Null where there cannot be more.
   * Of `ways` that lead to `all` entities every `all / ways`-th has one, if they are spread evenly; so a page of `limit` is found by looking at
   * `limit * all / ways` of the list, which costs as much as the ways where `ways * ways = each * limit * all`.
   */
  hubWays({ kind, meets }: NodeFilter, start: NodeStart, limit: number): HubWays | null {
    if (start.by !== "far" || partsOf(without(meets, start.part)).length > 0) return null;
    if (partsOf(claimsOf(start.link)).length > 0) return null;
    const all = Math.max(1, this.statistics.entities(kind));
    const claims = this.statistics.claims(start.link.predicate);
    const each = LOOK_AT_ONE + claims / all;
    const most = Math.ceil(Math.max(Math.sqrt(each * limit * all), each * limit));
    return claims > most ? { start, most, walked: Math.ceil((UNEVEN * most) / each) } : null;
  }

  #linkStarts(
    { link }: Linked,
    part: Tree<NodeLeaf>,
    all: number,
    weigh: (found: number, cost: number, part: Tree<NodeLeaf>) => Weight,
  ): NodeStart[] {
    if (!partsOf(link.meets).every((one) => "leaf" in one)) return [];
    const starts: NodeStart[] = [];
    const claims = this.statistics.claims(link.predicate);
    if (link.predicate.value === "ENTITY") {
      const far = farOf(link);
      const start = this.node(far);
      const found = start.found * (claims / Math.max(1, this.statistics.entities(link.end)));
      // where all of another kind, of which nothing is asked, lead to at least as many as there are of this one, these are rather walked in the order of the list, until its page is full
      const asksNothing = partsOf(far.meets).length === 0;
      if (!asksNothing || found < all)
        starts.push({ by: "far", link, far, start, part, ...weigh(found, start.cost + found, part) });
    }
    const start = this.claim({ scope: link.scope, meets: claimsOf(link) }, link.predicate);
    if (start.by === "all") return starts;
    const found = Math.min(start.found, claims);
    const beyond = link.predicate.value === "ENTITY" ? this.#tryingNode(farOf(link).meets) : 0;
    starts.push({ by: "claims", link, start, part, ...weigh(found, start.cost + start.found * (1 + beyond), part) });
    return starts;
  }

  /** The start of claims that costs least. `predicate`: of this one, as is known already. */
  claim(filter: ClaimFilter, predicate: Predicate | null = null): ClaimStart {
    return best(this.claimStarts(filter, predicate));
  }

  /** What {@link claim} chooses, and from what. */
  weighClaim(filter: ClaimFilter, predicate: Predicate | null = null): Weighed<ClaimStart> {
    return weighed(this.claimStarts(filter, predicate));
  }

  claimStarts({ scope, meets }: ClaimFilter, predicate: Predicate | null = null): readonly ClaimStart[] {
    const all = this.statistics.claims(null);
    const rest = (part: Tree<ClaimLeaf> | null) =>
      sum(partsOf(meets).map((one) => (one === part ? 0 : this.#tryingClaim(one))));
    const weigh = (found: number, cost: number, part: Tree<ClaimLeaf> | null) => ({
      found,
      cost: cost + found * (1 + rest(part)),
    });
    const starts: ClaimStart[] = [{ by: "all", part: null, ...weigh(all, all, null) }];
    if (predicate) {
      const found = this.statistics.claims(predicate);
      starts.push({
        by: "values",
        property: "predicate",
        test: { by: "in", values: [predicate.name] },
        part: null,
        ...weigh(found, found, null),
      });
    }
    for (const part of partsOf(meets)) {
      if ("any" in part) {
        const each = part.any.map((one) => ({
          filter: { scope, meets: one },
          start: this.claim({ scope, meets: one }),
        }));
        if (each.length === 0 || each.some(({ start }) => start.by === "all")) continue;
        starts.push({ by: "union", starts: each, part: null, ...weigh(...together(each), null) });
        continue;
      }
      if (!("leaf" in part)) continue;
      const { leaf } = part;
      if (leaf.is === "compared" && !leaf.negated && leaf.test.by === "in") {
        const { property, test } = leaf;
        if (property !== "id" && property !== "predicate") continue;
        const found = property === "id" ? BY_ID : all / 10;
        starts.push({ by: "values", property, test, part, ...weigh(found, found, part) });
      } else if (leaf.is === "ended" && !leaf.negated) {
        const start = this.node(leaf.node);
        const found = start.found * this.#claimsAt(leaf.end);
        starts.push({
          by: "end",
          end: leaf.end,
          node: leaf.node,
          start,
          part,
          ...weigh(found, start.cost + found, part),
        });
      } else if (leaf.is === "cited" && !leaf.negated && leaf.source) {
        const start = this.node(leaf.source);
        const found = start.found * this.#claimsAt("source");
        const { source } = leaf;
        // which of its citations is the one is tried again: the part stays
        starts.push({
          by: "end",
          end: "source",
          node: source,
          start,
          part: null,
          ...weigh(found, start.cost + found * 2, null),
        });
      }
    }
    return starts;
  }

  /** About how many claims there are at an entity that stands at such an end. */
  #claimsAt(end: Ended["end"]): number {
    const claims = this.statistics.claims(null);
    const entities = Math.max(1, this.statistics.entities(null));
    return end === "subject" || end === "object" ? claims / entities : (10 * claims) / entities;
  }

  /** What it costs to try a condition on one node. */
  #trying(tree: Tree<NodeLeaf>): number {
    if (!("leaf" in tree)) return sum(("all" in tree ? tree.all : tree.any).map((part) => this.#trying(part)));
    const { leaf } = tree;
    if (leaf.is === "compared") return 0;
    if (leaf.is === "named") return 1;
    const { link, quantifier } = leaf;
    const { predicate, direction } = link;
    const near = direction === "OUT" ? predicate.subjects : predicate.objects;
    const nodes = sum(near.map((kind: Kind) => this.statistics.entities(kind)));
    const each = Math.max(LEAST_WAYS, this.statistics.claims(predicate) / Math.max(1, nodes));
    return each * (1 + this.#tryingLink(link.meets)) * (quantifier === "every" ? 2 : 1);
  }

  #tryingLink(tree: Tree<LinkLeaf>): number {
    return sum(
      leavesOf(tree).map((leaf) => (leaf.is === "node" ? this.#tryingNode(leaf.meets) : this.#tryingClaim(leaf.meets))),
    );
  }

  #tryingNode(tree: Tree<NodeLeaf>): number {
    return sum(partsOf(tree).map((part) => this.#trying(part)));
  }

  #tryingClaim(tree: Tree<ClaimLeaf>): number {
    return sum(
      leavesOf(tree).map((leaf) => {
        if (leaf.is === "compared") return 0;
        return leaf.is === "ended" ? 2 + this.#tryingNode(leaf.node.meets) : 3;
      }),
    );
  }
}

/** What several starts find together, and what that costs. */
function together(each: readonly { readonly start: Weight }[]): readonly [found: number, cost: number] {
  return [sum(each.map(({ start }) => start.found)), sum(each.map(({ start }) => start.cost))];
}

/** What the entity at a link's other end must meet. */
export function farOf(link: Link): NodeFilter {
  const meets = allOf(leavesOf(link.meets).flatMap((leaf) => (leaf.is === "node" ? [leaf.meets] : [])));
  return { kind: link.end, meets };
}

/** What the claim of a link must meet. */
export function claimsOf(link: Pick<Link, "meets">): Tree<ClaimLeaf> {
  return allOf(leavesOf(link.meets).flatMap((leaf) => (leaf.is === "claim" ? [leaf.meets] : [])));
}

/** What is left of a filter that a start has met in part. */
export function without<Leaf>(tree: Tree<Leaf>, part: Tree<Leaf> | null): Tree<Leaf> {
  return part === null ? tree : allOf(partsOf(tree).filter((one) => one !== part));
}

/** Of equal ones the later: a start through an index stands after one that scans. */
function best<Start extends Weight>(starts: readonly Start[]): Start {
  return starts.reduce((least, one) => (one.cost <= least.cost ? one : least));
}

function weighed<Start extends Weight>(starts: readonly Start[]): Weighed<Start> {
  return { starts, chosen: best(starts) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
