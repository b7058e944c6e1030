/** That one source was taken from another, by their ids. */
export interface Derivation {
  readonly source: string;
  readonly from: string;
}

/**
 * The circles among derivations: sources each of which is derived, over whatever others, from all the others and so from itself. Nobody can say
 * which of them was first. A source belongs to one circle at most; one that is derived from itself alone makes a circle.
 *
 * @returns each circle's ids in order, the circles by their first ids
 */
export function circlesOf(derivations: Iterable<Derivation>): string[][] {
  const next = new Map<string, string[]>();
  for (const { source, from } of derivations) {
    const known = next.get(source);
    if (known) known.push(from);
    else next.set(source, [from]);
  }
  return components(next)
    .filter(([first, second]) => second !== undefined || next.get(first!)?.includes(first!))
    .map((circle) => circle.sort())
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
}

/** Tarjan's strongly connected components, with a stack of its own: chains may be longer than calls can be deep. */
function components(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const enter = (id: string) => {
    order.set(id, order.size);
    low.set(id, order.get(id)!);
    open.push(id);
    isOpen.add(id);
    return { id, following: (next.get(id) ?? [])[Symbol.iterator]() };
  };
  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const way = [enter(start)];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const { id, following } = at;
      const step = following.next();
      if (!step.done) {
        if (!order.has(step.value)) way.push(enter(step.value));
        else if (isOpen.has(step.value)) low.set(id, Math.min(low.get(id)!, order.get(step.value)!));
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before) low.set(before.id, Math.min(low.get(before.id)!, low.get(id)!));
      if (low.get(id) !== order.get(id)) continue;
      const component = open.splice(open.lastIndexOf(id));
      for (const member of component) isOpen.delete(member);
      found.push(component);
    }
  }
  return found;
}
