import { conflictId } from "../claims/claimId.js";
import { circlesOf, type Derivation } from "../claims/circles.js";
import { conflictOf } from "../claims/conflicts.js";
import { circlingDerivations, comparableGroups, comparableGroupsAbout } from "../cypher/conflicts.js";
import { decodeCursor, encodeCursor, type SortKey } from "../cypher/order.js";
import { tooComplex } from "../cypher/refusal.js";
import { contentOf, rowsOf, type ClaimRow } from "../cypher/rows.js";
import { BOUNDS } from "./bounds.js";
import { circleNode, conflictNode, type ConflictNode } from "./conflictNode.js";
import type { Context } from "./context.js";
import type { PageArgs } from "./pages.js";

/**
 * A list of conflicts: those of claims by what the claims are compared by (their subject, predicate and object), then by id; then the circles of
 * sources by id. Claims are read group by group, and no more of them than the page needs; only where all are counted, all groups are read.
 */
export class ConflictList {
  readonly #name: string;
  #compared = 0;

  /** @param about the entity that conflicts must be about; null for all */
  constructor(
    private readonly context: Context,
    private readonly about: string | null,
  ) {
    this.#name = about === null ? "conflicts" : "conflicts about";
  }

  /** The items after the cursor, one more than `first` where there are more; and how many there are in all, where that is asked for. */
  async page(
    { first, after }: Pick<PageArgs, "first" | "after">,
    counted: boolean,
  ): Promise<{ rows: ConflictItem[]; total: number | null }> {
    const position = typeof after === "string" ? this.#positionOf(after) : null;
    const rows: ConflictItem[] = [];
    let total = 0;
    const take = (item: ConflictItem): boolean => {
      total++;
      if (rows.length <= first && (position === null || isAfter(item.position, position))) rows.push(item);
      return counted || rows.length <= first;
    };
    const [circlesFirst] = await Promise.all([
      counted ? this.#circles() : null,
      counted || position === null || position[0] === PAIRS
        ? this.#pairs(counted || position === null ? "" : position[1], counted ? 1000 : 100, take)
        : null,
    ]);
    if (counted || rows.length <= first) for (const item of circlesFirst ?? (await this.#circles())) take(item);
    return { rows, total: counted ? total : null };
  }

  cursorOf({ position }: ConflictItem): string {
    return encodeCursor(this.#name, KEYS, position);
  }

  #positionOf(cursor: string): Position {
    return decodeCursor(cursor, this.#name, KEYS) as unknown as Position;
  }

  /** Gives each conflict of two claims to `take`, from a comparison key on, until that wants no more. */
  async #pairs(from: string, keys: number, take: (item: ConflictItem) => boolean): Promise<void> {
    const { levels, loaders } = this.context;
    for (let size = keys, last: string | null = null; ; size = Math.min(size * 4, MOST_KEYS)) {
      const start: string = last ?? from;
      const statement =
        this.about === null
          ? comparableGroups(start, size, loaders.moment)
          : comparableGroupsAbout(this.about, start, size, loaders.moment);
      const rows = rowsOf<ClaimRow>(await levels.read(statement));
      const groups = groupsOf(rows.map((row) => loaders.typedClaim(row)));
      for (const [key, rows] of groups) {
        if (key !== last && !this.#pairsWithin(key, rows, take)) return;
      }
      if (groups.size < size) return;
      last = [...groups.keys()].at(-1)!;
    }
  }

  #pairsWithin(key: string, rows: readonly ClaimRow[], take: (item: ConflictItem) => boolean): boolean {
    const contents = rows.map(contentOf);
    for (const [i, a] of contents.entries()) {
      for (let j = i + 1; j < contents.length; j++) {
        if (++this.#compared > BOUNDS.conflictPairs) {
          const about = `must compare more than ${BOUNDS.conflictPairs} pairs of claims, so many are about the same (${key})`;
          throw tooComplex(`${about}; leave \`totalCount\` out, or ask \`about\` one entity`, ["conflicts"]);
        }
        const conflict = conflictOf(a, contents[j]!, this.context.ontology);
        const claims = [rows[i]!, rows[j]!];
        if (!conflict || !this.#isAbout(claims)) continue;
        const position = [PAIRS, key, conflictId({ claims: conflict.claimIds })] as const;
        if (!take({ position, node: () => conflictNode(conflict, claims, this.context) })) return false;
      }
    }
    return true;
  }

  #isAbout(claims: readonly ClaimRow[]): boolean {
    return this.about === null || claims.some(({ subject, object }) => subject === this.about || object === this.about);
  }

  async #circles(): Promise<ConflictItem[]> {
    const { levels, loaders } = this.context;
    const circles =
      this.about === null
        ? circlesOf(rowsOf<Derivation>(await levels.read(circlingDerivations(loaders.moment))))
        : [await loaders.circle.load(this.about)].filter((circle) => circle !== null);
    return circles.map((circle) => ({
      position: [CIRCLES, circle[0]!, ""] as const,
      node: () => circleNode(circle, this.context),
    }));
  }
}

/** A conflict of the list, and its place there. */
export interface ConflictItem {
  readonly position: Position;
  readonly node: () => ConflictNode;
}

/** The part of the list, and within it what its items are ordered by. */
type Position = readonly [part: number, key: string, id: string];

const PAIRS = 0;
const CIRCLES = 1;
const KEYS: readonly SortKey[] = ["PART", "KEY", "ID"].map((name) => ({ name, expression: name, direction: "ASC" }));

/** How many comparison keys a statement gives at most. */
const MOST_KEYS = 4000;

function isAfter(a: Position, b: Position): boolean {
  if (a[0] !== b[0]) return a[0] > b[0];
  return a[1] === b[1] ? a[2] > b[2] : a[1] > b[1];
}

/** By comparison key, as the rows come. */
function groupsOf(rows: readonly ClaimRow[]): ReadonlyMap<string, ClaimRow[]> {
  const groups = new Map<string, ClaimRow[]>();
  for (const row of rows) {
    const group = groups.get(row.comparisonKey!);
    if (group) group.push(row);
    else groups.set(row.comparisonKey!, [row]);
  }
  return groups;
}
