import type { CopiedProperties, NodeLabel } from "../../cypher/copy.js";
import type { NodeRow } from "../copy/pages.js";

/**
 * A node as it would be where there were no restricted sources: with the origins that readers see, there since an open source was first cited for it, and
 * without what was changed of it before. `hidden`: all that it was taken from is restricted, so that its own words are all that is seen.
 */
export function openNode({ id, labels, properties }: NodeRow, label: NodeLabel, hidden: boolean): NodeRow {
  const { openOrigins = null, openSince = null, ...own } = properties;
  const seen: Record<string, CopiedProperties[string]> = { ...own };
  if (openOrigins !== null) seen["origins"] = openOrigins;
  if (label === "Citation" && hidden) seen["ownWords"] = true;
  if (label === "Claim" && typeof openSince === "string") {
    seen["recordedAt"] = openSince;
    delete seen["tx"]; // what else was recorded with it was so by what is not seen
    const until = (own["thenUntil"] ?? []) as readonly string[];
    const kept = until.flatMap((time, index) => (time > openSince ? [index] : []));
    for (const list of ["thenUntil", "thenRank", "thenStatus", "thenRetractedAt"]) {
      const values = own[list] as readonly string[] | null | undefined;
      if (values) seen[list] = kept.length > 0 ? kept.map((index) => values[index]!) : null;
    }
  }
  return { id, labels, properties: seen };
}
