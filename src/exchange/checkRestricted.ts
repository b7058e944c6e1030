import {
  claimMark,
  openOriginsOf,
  openOriginsOfCitation,
  type ChainedCitation,
  type ChainedSource,
} from "../claims/restriction.js";
import { citationMarks, sourceMarks } from "../cypher/check.js";
import { rowsOf, type ClaimRow } from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import type { Store } from "../store/port.js";

/** A claim as it is marked, with its ends. */
export interface MarkedClaim extends Pick<ClaimRow, "id" | "recordedAt" | "attributedTo"> {
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly restricted: Value;
  readonly openSince: string | null;
}

/** Proves that whatever a restricted source concerns is marked so, and nothing else is: who may not see it is shown what is not marked. Adds a sentence for each fault. */
export async function checkRestricted(store: Store, claims: readonly MarkedClaim[], faults: string[]): Promise<void> {
  type Source = Marked & { readonly derivedFrom: readonly string[] };
  const marked = rowsOf<Source>(await store.read(sourceMarks()));
  const sources = new Map<string, ChainedSource>(
    marked.map(({ id, restricted, derivedFrom }) => [id, { restricted: restricted !== null, derivedFrom }]),
  );
  for (const source of marked) {
    const { id, restricted } = source;
    if (restricted !== null && restricted !== true)
      faults.push(`the source ${id} is marked as restricted with ${JSON.stringify(restricted)}, which is not true`);
    checkOrigins(source, `the source ${id}`, openOriginsOf(id, sources), faults);
  }
  type Citation = Marked & ChainedCitation & { readonly claim: string; readonly recordedAt: string };
  const cited = new Set<string>();
  const firstCited = new Map<string, string>();
  for (const citation of rowsOf<Citation>(await store.read(citationMarks()))) {
    const { id, claim, source, restricted, recordedAt } = citation;
    const isOpen = !sources.get(source)!.restricted;
    if ((restricted === null) !== isOpen)
      faults.push(
        `the quote ${id} is ${marks(restricted)}, and its source ${source} is ${marks(isOpen ? null : true)}`,
      );
    checkOrigins(citation, `the quote ${id}`, openOriginsOfCitation(citation, sources), faults);
    cited.add(claim);
    if (isOpen && !(recordedAt > (firstCited.get(claim) ?? "~"))) firstCited.set(claim, recordedAt);
  }
  for (const { id, recordedAt, subjects, objects, attributedTo, restricted, openSince } of claims) {
    if (!cited.has(id)) continue; // a fault of its own
    const about = [...subjects, ...objects, ...attributedTo].find((end) => sources.get(end)?.restricted);
    const mark = claimMark(recordedAt, firstCited.get(id) ?? null, about !== undefined);
    if (restricted !== mark.restricted) {
      const why = about === undefined ? "" : `, and is about ${about}, which is restricted`;
      const open = firstCited.has(id) ? "an open source" : "no open source";
      faults.push(`the claim ${id} is ${marks(restricted)}, and ${open} is cited for it${why}`);
    } else if (openSince !== mark.openSince) {
      const first = firstCited.get(id);
      faults.push(
        `the claim ${id} is marked as open since ${openSince}, and an open source was first cited for it at ${first}`,
      );
    }
  }
}

interface Marked {
  readonly id: string;
  readonly restricted: Value;
  readonly origins: readonly string[];
  readonly openOrigins: readonly string[] | null;
}

/** Of what is restricted nobody asks for the origins that others see. */
function checkOrigins(
  { restricted, origins, openOrigins }: Marked,
  what: string,
  seen: readonly string[],
  faults: string[],
): void {
  const told = openOrigins ?? origins;
  if (restricted !== null || told.join(" ") === seen.join(" ")) return;
  faults.push(
    `${what} has the origins ${told.join(", ")} for those who see open sources only; they are ${seen.join(", ")}`,
  );
}

function marks(restricted: Value): string {
  return restricted === null ? "open" : "restricted";
}
