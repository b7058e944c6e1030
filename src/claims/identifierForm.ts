import type { Evidence } from "./duplicates.js";
import { isWebAddress } from "./webAddress.js";

/**
 * What an id in a register is when nothing counts but what tells one from another: `q42` of `Q 42`; of an address neither the scheme nor `www.`, a
 * fragment, or slashes at its end: `example.org/about`.
 */
export function identifierForm(value: string): string {
  if (!isWebAddress(value)) {
    const plain = value.normalize("NFKC").toLowerCase();
    return plain.replace(/[^\p{L}\p{M}\p{N}]/gu, "") || value;
  }
  const { hostname, port, pathname, search } = new URL(value);
  return `${hostname.replace(/^www\./u, "")}${port === "" ? "" : `:${port}`}${pathname.replace(/\/+$/u, "")}${search}`;
}

/** An id in a register: the register's name in the ontology, and the id. */
export type IdentifierPair = readonly [scheme: string, value: string];

/**
 * What the ids of two entities say of them, register by register: that one is an id of both, but for how it is written; or where none is, that each has
 * another. Of addresses the latter says nothing, for one thing has many.
 */
export function identifierEvidence(ours: readonly IdentifierPair[], theirs: readonly IdentifierPair[]): Evidence[] {
  return [...new Set(ours.map(([scheme]) => scheme))].flatMap((scheme): Evidence[] => {
    const [mine, others] = [ours, theirs].map((all) => all.flatMap(([of, value]) => (of === scheme ? [value] : [])));
    for (const value of mine!) {
      const same = others!.find((other) => identifierForm(other) === identifierForm(value));
      if (same !== undefined) return [{ by: "SAME_IDENTIFIER", scheme, values: [value, same] }];
    }
    if (others!.length === 0 || [...mine!, ...others!].some(isWebAddress)) return [];
    return [{ by: "OTHER_IDENTIFIER", scheme, values: [mine![0]!, others![0]!] }];
  });
}
