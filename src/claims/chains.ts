import { compareText } from "./conflicts.js";

/** A chain of claims from one entity to another: no entity stands in it twice. */
export interface Chain {
  /** One more than the claims, both ends included. */
  readonly nodes: readonly string[];
  readonly claims: readonly string[];
  /** The strength of its claims, added up. */
  readonly strength: number;
}

export type Side = "from" | "to";

/**
 * A search for the shortest chains between two entities, from both ends: whoever holds the graph reads the claims around the entities of one side's
 * frontier and gives them to `expand`, until `reach` is the length wanted. All chains up to that length are then among what is known.
 */
export class ChainSearch {
  /** What is known: from an entity to its neighbours, and by which claims. */
  readonly #links = new Map<string, Map<string, Set<string>>>();
  readonly #expanded = new Set<string>();
  readonly #sides: Readonly<Record<Side, { readonly seen: Set<string>; frontier: readonly string[]; depth: number }>>;

  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {
    const at = (id: string) => ({ seen: new Set([id]), frontier: [id], depth: 0 });
    this.#sides = { from: at(from), to: at(to) };
  }

  /** Up to which length every chain is known. */
  get reach(): number {
    const { from, to } = this.#sides;
    // a side that comes no farther has seen all that it ever can
    return from.frontier.length === 0 || to.frontier.length === 0 ? Infinity : from.depth + to.depth;
  }

  /** The entities whose claims must be known for a side to come one claim farther, and are not. */
  unknown(side: Side): readonly string[] {
    return this.#sides[side].frontier.filter((id) => !this.#expanded.has(id));
  }

  /** Takes one side a claim farther; `around` holds, for each of its unknown entities, the claims that lead to others. */
  expand(side: Side, around: ReadonlyMap<string, readonly (readonly [claim: string, other: string])[]>): void {
    for (const [id, claims] of around) {
      this.#expanded.add(id);
      for (const [claim, other] of claims) {
        if (other === id) continue;
        this.#link(id, other, claim);
        this.#link(other, id, claim);
      }
    }
    const own = this.#sides[side];
    const next = new Set<string>();
    for (const id of own.frontier) {
      for (const other of this.#links.get(id)?.keys() ?? []) if (!own.seen.has(other)) next.add(other);
    }
    for (const id of next) own.seen.add(id);
    own.frontier = [...next];
    own.depth++;
  }

  #link(from: string, to: string, claim: string): void {
    const others = this.#links.get(from) ?? new Map<string, Set<string>>();
    this.#links.set(from, others);
    const claims = others.get(to);
    if (claims) claims.add(claim);
    else others.set(to, new Set([claim]));
  }

  /** The claims that may be part of a chain of a length, each once. */
  candidates(length: number): Set<string> {
    const ahead = this.#ahead(length);
    const found = new Set<string>();
    let here = new Set([this.from]);
    for (let left = length - 1; left >= 0; left--) {
      const next = new Set<string>();
      for (const id of here) {
        for (const [other, claims] of this.#links.get(id) ?? []) {
          if (!ahead[left]!.has(other)) continue;
          next.add(other);
          for (const claim of claims) found.add(claim);
        }
      }
      here = next;
    }
    return found;
  }

  /** By number of claims, the entities from which the end is as many claims away, on whatever way. */
  #ahead(length: number): Set<string>[] {
    const ahead = [new Set([this.to])];
    for (let left = 1; left < length; left++) {
      const before = new Set<string>();
      for (const id of ahead[left - 1]!) for (const other of this.#links.get(id)?.keys() ?? []) before.add(other);
      // chains end where they first come to the end
      before.delete(this.to);
      ahead.push(before);
    }
    return ahead;
  }

  /**
   * The `first` strongest chains of a length, then by the ids of their claims. What a way can be worth at most is known for each step left, so that
   * a way is left as soon as it cannot lead to one of the first.
   *
   * @param steps how many steps to take at most
   * @returns null where they were not enough
   */
  chains(length: number, first: number, strengthOf: (claim: string) => number, steps: number): Chain[] | null {
    const options = this.#options(length, strengthOf);
    const best: Chain[] = [];
    const nodes = [this.from];
    const claims: string[] = [];
    let taken = 0;
    const walk = (strength: number, left: number): boolean => {
      for (const { claim, to, own, most } of options(nodes.at(-1)!, left)) {
        if (++taken > steps) return false;
        const worst = best.length === first ? best.at(-1)! : null;
        if (worst && strength + most < worst.strength) return true; // and so are all that follow
        if (worst && strength + most === worst.strength && isPast(claims, claim, worst.claims)) return true;
        if (nodes.includes(to)) continue;
        nodes.push(to);
        claims.push(claim);
        if (left === 1) insert(best, { nodes: [...nodes], claims: [...claims], strength: strength + own }, first);
        else if (!walk(strength + own, left - 1)) return false;
        nodes.pop();
        claims.pop();
      }
      return true;
    };
    return walk(0, length) ? best : null;
  }

  /** The steps from an entity, with so many claims left, and what each can be worth at most with all that follow; the best first, then by id. */
  #options(length: number, strengthOf: (claim: string) => number): (id: string, left: number) => readonly Option[] {
    const ahead = this.#ahead(length);
    const known = Array.from({ length: length + 1 }, () => new Map<string, readonly Option[]>());
    const options = (id: string, left: number): readonly Option[] => {
      const before = known[left]!.get(id);
      if (before) return before;
      const found: Option[] = [];
      for (const [to, claims] of this.#links.get(id) ?? []) {
        if (!ahead[left - 1]!.has(to)) continue;
        const beyond = left === 1 ? 0 : (options(to, left - 1)[0]?.most ?? -Infinity);
        for (const claim of claims) {
          const own = strengthOf(claim);
          if (beyond >= 0) found.push({ claim, to, own, most: own + beyond });
        }
      }
      found.sort((a, b) => b.most - a.most || compareText(a.claim, b.claim));
      known[left]!.set(id, found);
      return found;
    };
    return options;
  }
}

interface Option {
  readonly claim: string;
  readonly to: string;
  readonly own: number;
  readonly most: number;
}

/** Whether a way that goes on by a claim comes after another in the order of ids, whatever follows. */
function isPast(claims: readonly string[], next: string, other: readonly string[]): boolean {
  for (const [index, claim] of claims.entries()) {
    if (claim !== other[index]) return claim > other[index]!;
  }
  return next > other[claims.length]!;
}

/** Puts a chain in its place among the best, of which no more than `first` are kept. */
function insert(best: Chain[], chain: Chain, first: number): void {
  const place = best.findIndex((other) => compareChains(chain, other) < 0);
  best.splice(place < 0 ? best.length : place, 0, chain);
  if (best.length > first) best.pop();
}

/** The stronger first, then by the ids of the claims, one after another. */
function compareChains(a: Chain, b: Chain): number {
  if (a.strength !== b.strength) return b.strength - a.strength;
  for (const [index, claim] of a.claims.entries()) {
    if (claim !== b.claims[index]) return compareText(claim, b.claims[index]!);
  }
  return 0;
}
