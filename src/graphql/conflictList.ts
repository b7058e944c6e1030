import { conflictId } from "../claims/claimId.js";
import { circlesOf, type Derivation } from "../claims/circles.js";
import { conflictOf, type ConflictKind } from "../claims/conflicts.js";
import { circlingDerivations, comparableGroups, type GroupPlace } from "../cypher/conflicts.js";
import { decodeCursor, encodeCursor, type SortKey } from "../cypher/order.js";
import { tooComplex, unknownName } from "../cypher/refusal.js";
import { contentOf, rowsOf, type ClaimRow } from "../cypher/rows.js";
import { BOUNDS } from "./bounds.js";
import { circleNode, conflictNode, type ConflictNode } from "./conflictNode.js";
import type { Context } from "./context.js";
import type { ClaimNode } from "./loaders.js";
import type { PageArgs } from "./pages.js";

/** Which conflicts are listed; null: whichever. */
export interface ConflictFilter {
  /** The entity that one of the claims is about, or that is one of the sources. */
  readonly about: string | null;
  readonly kind: ConflictKind | null;
  /** The predicate of one of the claims. */
  readonly predicate: string | null;
}

/** A page of a list of conflicts, with what was counted of the whole list, where that was asked for. */
export interface ConflictPage {
  /** One more than were asked for where there are more. */
  readonly rows: readonly ConflictItem[];
  readonly total: number;
  readonly kinds: ReadonlyMap<string, number>;
  readonly predicates: ReadonlyMap<string, number>;
}

/**
 * A list of conflicts, the newest first: a conflict of claims is as old as its newer claim is here; then what they are compared by decides, then the
 * id. The circles of sources come last, by id. Claims are read group by group, those that share what they are compared by, and no more of
 * them than the page needs; only where all are counted, all groups are read.
 */
export class ConflictList {
  readonly #name: string;
  #compared = 0;

  /** Throws BAD_USER_INPUT for a predicate that the ontology does not have. */
  constructor(
    private readonly context: Context,
    private readonly filter: ConflictFilter,
  ) {
    const { about, kind, predicate } = filter;
    const { predicates } = context.ontology;
    if (predicate !== null && !predicates.has(predicate)) {
      throw unknownName("predicate", predicate, predicates.keys(), ["predicate"]);
    }
    const narrowed = Object.entries({ about, kind, predicate }).flatMap(([name, value]) =>
      value === null ? [] : name,
    );
    this.#name = ["conflicts", ...narrowed].join(" ");
  }

  /** The items after the cursor; `counted`: the whole list is counted. */
  async page({ first, after }: Pick<PageArgs, "first" | "after">, counted: boolean): Promise<ConflictPage> {
    const position = typeof after === "string" ? this.#positionOf(after) : null;
    const rows: ConflictItem[] = [];
    let total = 0;
    const kinds = new Map<string, number>();
    const predicates = new Map<string, number>();
    const take = (item: ConflictItem): boolean => {
      if (rows.length <= first && (position === null || compare(item.position, position) > 0)) rows.push(item);
      if (!counted) return rows.length <= first;
      total++;
      add(kinds, item.kind);
      for (const predicate of item.predicates) add(predicates, predicate);
      return true;
    };
    const [circlesFirst] = await Promise.all([
      counted ? this.#circles() : null,
      counted || position === null || position[0] === PAIRS
        ? this.#pairs(counted ? null : position, counted, take)
        : null,
    ]);
    if (counted || rows.length <= first) for (const item of circlesFirst ?? (await this.#circles())) take(item);
    return { rows, total, kinds, predicates };
  }

  cursorOf({ position }: ConflictItem): string {
    return encodeCursor(this.#name, KEYS, position);
  }

  #positionOf(cursor: string): Position {
    return decodeCursor(cursor, this.#name, KEYS) as unknown as Position;
  }

  /**
   * Gives each conflict of two claims to `take`, in order, until that wants no more. A group stands where its newest conflict may be; its other ones
   * wait until those of the groups in between have been given.
   *
   * @param position those up to it are not wanted
   */
  async #pairs(position: Position | null, counted: boolean, take: (item: ConflictItem) => boolean): Promise<void> {
    const { about, kind, predicate } = this.filter;
    if (kind === "CYCLIC_DERIVATION") return;
    const { levels, loaders } = this.context;
    const from = position && { newest: position[1], key: position[2] };
    const waiting: Waiting[] = [];
    for (let keys = counted ? 1000 : 100, after: GroupPlace | null = null; ; keys = Math.min(keys * 4, MOST_KEYS)) {
      const statement = comparableGroups({ about, predicate, after, from, keys }, loaders.moment);
      const rows = rowsOf<ClaimRow & { newest: string }>(await levels.read(statement));
      const groups = groupsOf(rows.map((row) => ({ ...loaders.typedClaim(row), newest: row.newest })));
      for (const group of groups) {
        const { newest, comparisonKey } = group[0]!;
        if (!give(waiting, [PAIRS, newest, comparisonKey!, ""], take)) return;
        wait(waiting, this.#within(group));
        after = { newest, key: comparisonKey! };
      }
      if (groups.length < keys) break;
    }
    give(waiting, null, take);
  }

  /** The conflicts among claims that share a comparison key, in order. Throws TOO_COMPLEX where too many are compared. */
  *#within(group: readonly ClaimNode[]): Generator<ConflictItem, undefined> {
    const { ontology } = this.context;
    const { kind, predicate } = this.filter;
    for (const [at, a, b] of pairsOf(group)) {
      const key = a.comparisonKey!;
      if (++this.#compared > BOUNDS.conflictPairs) {
        const about = `must compare more than ${BOUNDS.conflictPairs} pairs of claims, so many are about the same (${key})`;
        throw tooComplex(`${about}; leave \`totalCount\` and \`facets\` out, or ask \`about\` one entity`, [
          "conflicts",
        ]);
      }
      const conflict = conflictOf(contentOf(a), contentOf(b), ontology);
      const claims = [a, b];
      const predicates = [...new Set(claims.map((claim) => claim.predicate))];
      if (!conflict || !this.#isAbout(claims)) continue;
      if ((kind !== null && conflict.kind !== kind) || (predicate !== null && !predicates.includes(predicate)))
        continue;
      const position = [PAIRS, at, key, conflictId({ claims: conflict.claimIds })] as const;
      yield { position, kind: conflict.kind, predicates, node: () => conflictNode(conflict, claims, this.context) };
    }
  }

  #isAbout(claims: readonly ClaimRow[]): boolean {
    const { about } = this.filter;
    return about === null || claims.some(({ subject, object }) => subject === about || object === about);
  }

  async #circles(): Promise<ConflictItem[]> {
    const { levels, loaders } = this.context;
    const { about, kind, predicate } = this.filter;
    if (predicate !== null || (kind !== null && kind !== "CYCLIC_DERIVATION")) return [];
    const circles =
      about === null
        ? circlesOf(rowsOf<Derivation>(await levels.read(circlingDerivations(loaders.moment))))
        : [await loaders.circle.load(about)].filter((circle) => circle !== null);
    return circles.map((circle) => ({
      position: [CIRCLES, "", circle[0]!, ""] as const,
      ...{ kind: "CYCLIC_DERIVATION" as const, predicates: [] },
      node: () => circleNode(circle, this.context),
    }));
  }
}

/** A conflict of the list, and its place there. */
export interface ConflictItem {
  readonly position: Position;
  readonly kind: ConflictKind;
  readonly predicates: readonly string[];
  readonly node: () => ConflictNode;
}

/** The part of the list, and within it what its items are ordered by: the time from the last one on. */
type Position = readonly [part: number, at: string, key: string, id: string];

const PAIRS = 0;
const CIRCLES = 1;
const KEYS: readonly SortKey[] = ["PART", "AT", "KEY", "ID"].map((name) => {
  return { name, expression: name, direction: name === "AT" ? "DESC" : "ASC" };
});

/** How many groups a statement gives at most. */
const MOST_KEYS = 4000;

function compare(a: Position, b: Position): number {
  for (const [index, value] of a.entries()) {
    const other = b[index]!;
    if (value !== other) return value < other === (index === 1) ? 1 : -1;
  }
  return 0;
}

/** A group's next conflict, and those that come after it. */
interface Waiting {
  readonly next: ConflictItem;
  readonly others: Generator<ConflictItem, undefined>;
}

/** Puts a group's next conflict, if there is one, among those that wait, in order. */
function wait(waiting: Waiting[], others: Waiting["others"]): void {
  const { value: next } = others.next();
  if (!next) return;
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(waiting[middle]!.next.position, next.position) < 0) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, { next, others });
}

/** Gives those that wait to `take`, in order, up to a place, or all; answers whether that wants more. */
function give(waiting: Waiting[], until: Position | null, take: (item: ConflictItem) => boolean): boolean {
  while (waiting.length > 0 && (until === null || compare(waiting[0]!.next.position, until) < 0)) {
    const { next, others } = waiting.shift()!;
    if (!take(next)) return false;
    wait(waiting, others);
  }
  return true;
}

/** Each two of some claims, which come by id, with the time at which the newer one was recorded: the last time first, then by their ids. */
function* pairsOf(
  claims: readonly ClaimNode[],
): Generator<readonly [at: string, a: ClaimNode, b: ClaimNode], undefined> {
  const times = [...new Set(claims.map(({ recordedAt }) => recordedAt))].sort().reverse();
  for (const at of times) {
    const there = claims.filter(({ recordedAt }) => recordedAt <= at);
    const newer = there.filter(({ recordedAt }) => recordedAt === at);
    for (const a of there) {
      for (const b of a.recordedAt === at ? there : newer) if (b.id > a.id) yield [at, a, b];
    }
  }
}

/** By comparison key, as the rows come. */
function groupsOf<T extends ClaimRow>(rows: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.comparisonKey!);
    if (group) group.push(row);
    else groups.set(row.comparisonKey!, [row]);
  }
  return [...groups.values()];
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
