/**
 * The sources where the chain of "derived from" ends: ten outlets that repeat one post have one origin, the post.
 * A source that is derived from nothing is its own origin.
 *
 * Chains are written by people and may go in a circle. A circle that has a way out is just passed through; of a circle that has none,
 * nobody can say which member was first, so the smallest id stands for it, from wherever one comes. So every source has at least one origin.
 *
 * @param derivedFrom the sources that one was taken from; read from a map that is loaded before
 * @returns ids in order, each once
 */
export function originsOf(sourceId: string, derivedFrom: (id: string) => readonly string[]): string[] {
  const reached = reach(sourceId, derivedFrom);
  const ends = [...reached].filter((id) => derivedFrom(id).length === 0);
  const settled = leadingTo(ends, reached, derivedFrom);
  const circling = [...reached].filter((id) => !settled.has(id));
  return [...ends, ...circlesWithoutEnd(circling, derivedFrom)].sort();
}

/** Every id that can be come to from one, itself included. */
function reach(start: string, next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const following of next(id)) reached.add(following);
  return reached;
}

/** Those that have a way to one of the ends. */
function leadingTo(
  ends: readonly string[],
  among: ReadonlySet<string>,
  derivedFrom: (id: string) => readonly string[],
): Set<string> {
  const repeaters = new Map<string, string[]>();
  for (const id of among) {
    for (const source of derivedFrom(id)) {
      const known = repeaters.get(source);
      if (known) known.push(id);
      else repeaters.set(source, [id]);
    }
  }
  const leading = new Set(ends);
  for (const id of leading) for (const repeater of repeaters.get(id) ?? []) leading.add(repeater);
  return leading;
}

/** The smallest id of every circle that cannot be left: there, and only there, each member reaches as many as the others. */
function circlesWithoutEnd(circling: readonly string[], derivedFrom: (id: string) => readonly string[]): string[] {
  const reached = new Map(circling.map((id) => [id, reach(id, derivedFrom)]));
  const smallest = new Set<string>();
  for (const own of reached.values()) {
    const closed = [...own].every((id) => reached.get(id)?.size === own.size);
    if (closed) smallest.add([...own].sort()[0] ?? "");
  }
  return [...smallest];
}
