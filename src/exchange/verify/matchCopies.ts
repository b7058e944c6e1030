import type { CopiedSource } from "../../cypher/verify.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { didYouMean, suggest } from "../../ontology/suggest.js";
import type { NamedCopy } from "./namedCopies.js";

/** Pages of sources, which can be gone through again. */
export type SourcePages = () => AsyncIterable<readonly CopiedSource[]>;

/**
 * Which source each copy is of: copies by the ids of their sources. Of two sources whose addresses are alike the one is meant whose address is
 * just that. Throws BAD_USER_INPUT with every copy whose source is unknown, or not one, or has another copy, each with where that is said.
 */
export async function matchCopies(
  copies: readonly NamedCopy[],
  sources: SourcePages,
): Promise<ReadonlyMap<string, NamedCopy>> {
  const exact = new Map(copies.map(({ source }) => [source, new Set<string>()]));
  const alike = new Map(copies.map(({ source }) => [likeAddress(source), new Set<string>()]));
  for await (const page of sources()) {
    for (const { id, url } of page) {
      exact.get(id)?.add(id);
      if (url === null) continue;
      exact.get(url)?.add(id);
      alike.get(likeAddress(url))?.add(id);
    }
  }
  const faults: string[] = [];
  const unknown: NamedCopy[] = [];
  const matched = new Map<string, NamedCopy>();
  for (const copy of copies) {
    const ids = [
      ...(exact.get(copy.source)!.size > 0 ? exact.get(copy.source)! : alike.get(likeAddress(copy.source))!),
    ];
    const [id] = ids;
    const other = id === undefined ? undefined : matched.get(id);
    if (id === undefined) unknown.push(copy);
    else if (ids.length > 1)
      faults.push(
        `${copy.said}: ${copy.source} is the address of ${ids.join(" and ")}; give the id of the one that is meant`,
      );
    else if (other) faults.push(`${copy.said}: the source ${id} has a copy already, by ${other.said}`);
    else matched.set(id, copy);
  }
  faults.push(...(await tellUnknown(unknown, sources)));
  if (faults.length > 0) throw new SanadError(ErrorCode.BAD_USER_INPUT, faults.join("\n"));
  return matched;
}

/** What may have been meant is kept page by page, a few a copy, so that the sources are never all in memory. */
async function tellUnknown(copies: readonly NamedCopy[], sources: SourcePages): Promise<string[]> {
  const meant = new Map<NamedCopy, readonly string[]>();
  if (copies.length === 0) return [];
  for await (const page of sources()) {
    const names = page.flatMap(({ id, url }) => (url === null ? [id] : [id, url]));
    for (const copy of copies) meant.set(copy, suggest(copy.source, [...(meant.get(copy) ?? []), ...names]));
  }
  return copies.map((copy) => {
    const message = `${copy.said}: there is no source with the id or address ${JSON.stringify(copy.source)}`;
    return message + didYouMean(meant.get(copy) ?? []);
  });
}

/** An address without what does not make another page of it: the Web Archive's own beginning, the protocol, `www.`, a place in the page, a last slash. */
function likeAddress(address: string): string {
  return address
    .replace(/^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\//iu, "")
    .replace(/^https?:\/\/(?:www\.)?/iu, "")
    .replace(/#.*$/u, "")
    .replace(/\/$/u, "");
}
