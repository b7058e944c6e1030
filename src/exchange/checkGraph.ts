import { createHash } from "node:crypto";
import { verifyQuote } from "../claims/quoteAnchor.js";
import { claimsToProject, edgesOf, quotesToVerify } from "../cypher/check.js";
import { textsOf } from "../cypher/lookups.js";
import { EDGE_PROPERTIES } from "../cypher/record.js";
import { rowsOf, type CitationRow, type TextRow } from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Store } from "../store/port.js";

/** What the check looked at, and a sentence for each fault. */
export interface CheckReport {
  readonly claims: number;
  readonly edges: number;
  readonly quotes: number;
  readonly faults: readonly string[];
}

/** Proves that each claim between entities has just its edge, with the same ends and the same fields, and that each quote stands in its text. */
export async function checkGraph(store: Store, ontology: Ontology): Promise<CheckReport> {
  const faults: string[] = [];
  const { claims, edges } = await checkEdges(store, ontology, faults);
  const quotes = await checkQuotes(store, faults);
  return { claims, edges, quotes, faults };
}

interface ProjectedClaim {
  readonly id: string;
  readonly predicate: string;
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly properties: readonly Value[];
  readonly citations: number;
}

interface Edge {
  readonly claim: string;
  readonly subject: string;
  readonly object: string;
  readonly properties: readonly Value[];
}

async function checkEdges(store: Store, ontology: Ontology, faults: string[]) {
  const claims = rowsOf<ProjectedClaim>(await store.read(claimsToProject()));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const projected = new Set<string>();
  let count = 0;
  for (const predicate of ontology.predicates.values()) {
    if (predicate.value !== "ENTITY") continue;
    const edges = rowsOf<Edge>(await store.read(edgesOf(predicate)));
    count += edges.length;
    for (const edge of edges) {
      const fault = edgeFault(edge, byId.get(edge.claim), predicate.name, projected.has(edge.claim));
      if (fault)
        faults.push(`the edge ${edge.subject} -${predicate.name}-> ${edge.object} of the claim ${edge.claim} ${fault}`);
      projected.add(edge.claim);
    }
  }
  for (const { id, predicate, subjects, objects, citations } of claims) {
    const known = ontology.predicates.get(predicate);
    const wanted = known?.value === "ENTITY" ? 1 : 0;
    if (!known) faults.push(`the claim ${id} is of the predicate ${predicate}, which the ontology does not have`);
    if (subjects.length !== 1) faults.push(`the claim ${id} has ${subjects.length} subjects`);
    if (known && objects.length !== wanted)
      faults.push(`the claim ${id} has ${objects.length} objects; ${predicate} takes ${wanted}`);
    if (wanted === 1 && !projected.has(id)) faults.push(`the claim ${id} has no edge`);
    if (citations === 0) faults.push(`the claim ${id} has no citation`);
  }
  return { claims: claims.length, edges: count };
}

/** What is wrong with an edge beside its claim; null where nothing is. */
function edgeFault(edge: Edge, claim: ProjectedClaim | undefined, predicate: string, second: boolean): string | null {
  if (!claim) return "has no such claim";
  if (second) return "is the claim's second edge";
  if (claim.predicate !== predicate) return `is of another predicate than the claim, which is of ${claim.predicate}`;
  if (claim.subjects[0] !== edge.subject || claim.objects[0] !== edge.object) {
    return `has other ends than the claim, which leads from ${claim.subjects[0]} to ${claim.objects[0]}`;
  }
  const differing = EDGE_PROPERTIES.filter((_, index) => edge.properties[index] !== claim.properties[index]);
  return differing.length === 0 ? null : `differs from the claim in ${differing.join(", ")}`;
}

/** Reads each source's text once: quotes come in the order of their sources. */
async function checkQuotes(store: Store, faults: string[]): Promise<number> {
  type Quote = Pick<CitationRow, "id" | "source" | "quote" | "start" | "end" | "textHash" | "verification">;
  const quotes = rowsOf<Quote>(await store.read(quotesToVerify()));
  let text: TextRow | null = null;
  let read: string | null = null;
  for (const { id, source, quote, start, end, textHash, verification } of quotes) {
    if (source !== read) {
      text = rowsOf<TextRow>(await store.read(textsOf([source])))[0] ?? null;
      read = source;
      if (text && createHash("sha256").update(text.content, "utf8").digest("hex") !== text.sha256) {
        faults.push(`the text of the source ${source} is not the one that its sha256 tells of`);
      }
    }
    const stands = text !== null && start !== null && end !== null && verifyQuote(text.content, quote, start, end);
    if (verification === "VERIFIED" && !stands)
      faults.push(`the quote ${id} does not stand at ${start} to ${end} of ${source}`);
    else if (verification === "VERIFIED" && text!.sha256 !== textHash)
      faults.push(`the quote ${id} was found in another text of ${source}`);
    else if (verification === "NO_TEXT" && text)
      faults.push(`the quote ${id} has no position, though the text of ${source} is stored`);
  }
  return quotes.length;
}
