import { claimFaults } from "../claims/claimFaults.js";
import { verifyQuote } from "../claims/quoteAnchor.js";
import { searchWords, wordKeys, type WordKeys } from "../claims/searchWords.js";
import { sourceText } from "../cypher/batchRows.js";
import {
  citationEnds,
  claimsToProject,
  edgesOf,
  entitiesToCheck,
  PROJECTED_PROPERTIES,
  quotesToVerify,
} from "../cypher/check.js";
import { textsOf, textVersionsOf } from "../cypher/lookups.js";
import { NOW_IN_FULL } from "../cypher/moment.js";
import { checkIdentifiers } from "./checkIdentifiers.js";
import { checkNames } from "./checkNames.js";
import { checkRestricted, type MarkedClaim } from "./checkRestricted.js";
import {
  contentOf,
  rowsOf,
  type CitationRow,
  type ClaimRow,
  type TextRow,
  type TextVersionRow,
} from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import { wordedTexts, wordNodes } from "../cypher/words.js";
import type { Kind, Ontology } from "../ontology/ontology.js";
import type { Store } from "../store/port.js";

/** What the check looked at, and a sentence for each fault. */
export interface CheckReport {
  readonly claims: number;
  readonly edges: number;
  readonly quotes: number;
  readonly faults: readonly string[];
}

/**
 * Proves that each claim between entities has just its edge, with the same ends and the same fields, that each claim is what the ontology
 * lets it be, that each quote stands in its text, that each name and quote is found by its words, and that what a restricted source concerns is
 * marked so.
 */
export async function checkGraph(store: Store, ontology: Ontology): Promise<CheckReport> {
  const faults: string[] = [];
  const kinds = await checkEntities(store, ontology, faults);
  const { claims, edges } = await checkEdges(store, ontology, kinds, faults);
  const quotes = await checkQuotes(store, faults);
  await checkNames(store, faults);
  await checkIdentifiers(store, ontology, faults);
  await checkWords(store, faults);
  return { claims, edges, quotes, faults };
}

/** A claim as its edge must have it. */
export interface ProjectedClaim extends Omit<ClaimRow, "subject" | "object">, MarkedClaim {
  readonly properties: readonly Value[];
  readonly citations: number;
}

/** An edge as it is. */
export interface Edge {
  readonly claim: string;
  readonly subject: string;
  readonly object: string;
  readonly properties: readonly Value[];
}

/** Lists look for the label of a kind, so each entity has it. Answers the kind of each entity. */
async function checkEntities(store: Store, ontology: Ontology, faults: string[]): Promise<ReadonlyMap<string, Kind>> {
  const rows = rowsOf<{ id: string; kind: string; labels: readonly string[] }>(await store.read(entitiesToCheck()));
  const kinds = new Map<string, Kind>();
  for (const { id, kind: name, labels } of rows) {
    const kind = ontology.kinds.get(name);
    if (!kind) faults.push(`the entity ${id} is of the kind ${name}, which the ontology does not have`);
    else if (!labels.includes(kind.type)) faults.push(`the entity ${id} is a ${name} without the label ${kind.type}`);
    if (kind) kinds.set(id, kind);
  }
  return kinds;
}

async function checkEdges(store: Store, ontology: Ontology, kinds: ReadonlyMap<string, Kind>, faults: string[]) {
  const claims = rowsOf<ProjectedClaim>(await store.read(claimsToProject()));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const projected = new Set<string>();
  let count = 0;
  for (const predicate of ontology.predicates.values()) {
    const edges = rowsOf<Edge>(await store.read(edgesOf(predicate)));
    count += edges.length;
    for (const edge of edges) {
      const fault = edgeFault(edge, byId.get(edge.claim), predicate.name, projected.has(edge.claim));
      if (fault)
        faults.push(`the edge ${edge.subject} -${predicate.name}-> ${edge.object} of the claim ${edge.claim} ${fault}`);
      projected.add(edge.claim);
    }
  }
  for (const claim of claims) {
    const { id, subjects, objects, citations } = claim;
    const predicate = ontology.predicates.get(claim.predicate);
    if (subjects.length !== 1) faults.push(`the claim ${id} has ${subjects.length} subjects`);
    if (objects.length > 1) faults.push(`the claim ${id} has ${objects.length} objects`);
    const [subject = "", object = null] = [subjects[0], objects[0]];
    for (const { message } of claimFaults(contentOf({ ...claim, subject, object }), ontology, kinds)) {
      faults.push(`the claim ${id} is not as the ontology has it: ${message}`);
    }
    if (predicate?.value === "ENTITY" && !projected.has(id)) faults.push(`the claim ${id} has no edge`);
    if (citations === 0) faults.push(`the claim ${id} has no citation`);
  }
  await checkRestricted(store, claims, faults);
  return { claims: claims.length, edges: count };
}

/** What is wrong with an edge beside its claim; null where nothing is. */
export function edgeFault(
  edge: Edge,
  claim: ProjectedClaim | undefined,
  predicate: string,
  second: boolean,
): string | null {
  if (!claim) return "has no such claim";
  if (second) return "is the claim's second edge";
  if (claim.objects.length === 0) return "should not be there: the claim leads to no entity";
  if (claim.predicate !== predicate) return `is of another predicate than the claim, which is of ${claim.predicate}`;
  if (claim.subjects[0] !== edge.subject || claim.objects[0] !== edge.object) {
    return `has other ends than the claim, which leads from ${claim.subjects[0]} to ${claim.objects[0]}`;
  }
  const differing = PROJECTED_PROPERTIES.filter(
    (_, index) => JSON.stringify(edge.properties[index]) !== JSON.stringify(claim.properties[index]),
  );
  return differing.length === 0 ? null : `differs from the claim in ${differing.join(", ")}`;
}

/** Reads each source's text once: quotes come in the order of their sources. */
async function checkQuotes(store: Store, faults: string[]): Promise<number> {
  type Quote = Pick<
    CitationRow,
    "id" | "claim" | "basis" | "source" | "quote" | "start" | "end" | "textHash" | "verification"
  >;
  const quotes = rowsOf<Quote>(await store.read(quotesToVerify()));
  type Ends = { readonly id: string; readonly claims: number; readonly sources: number };
  for (const { id, claims, sources } of rowsOf<Ends>(await store.read(citationEnds()))) {
    if (claims !== 1 || sources !== 1)
      faults.push(`the quote ${id} is of ${claims} claims and from ${sources} sources, not of one from one`);
  }
  const places = new Map<string, string>();
  const cited = new Set<string>();
  for (const { id, claim, source, basis, quote, start, verification } of quotes) {
    if (verification === "CHANGED") continue;
    const words = JSON.stringify([claim, source, basis, quote]);
    const place = `${words} ${start}`;
    cited.add(words);
    const other = places.get(place);
    if (other !== undefined)
      faults.push(`the quotes ${other} and ${id} stand at one place of ${source}, for one claim`);
    places.set(place, id);
  }
  let text: TextRow | null = null;
  let read: string | null = null;
  for (const { id, claim, basis, source, quote, start, end, textHash, verification } of quotes) {
    if (source !== read) {
      text = rowsOf<TextRow>(await store.read(textsOf([source], NOW_IN_FULL)))[0] ?? null;
      read = source;
      if (text && sourceText(text.content, null).sha256 !== text.sha256) {
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
    // of several citations that stood in several places some may have lost theirs to others
    else if (
      verification === "CHANGED" &&
      text?.content.includes(quote) &&
      !cited.has(JSON.stringify([claim, source, basis, quote]))
    )
      faults.push(`the quote ${id} is called changed, though it stands in the text of ${source}`);
    else if (verification === "CHANGED" && textHash !== null) {
      const versions = rowsOf<TextVersionRow>(await store.read(textVersionsOf([source], NOW_IN_FULL)));
      const version = versions.find(({ sha256 }) => sha256 === textHash);
      if (!version || !verifyQuote(version.content, quote, start ?? -1, end ?? -1))
        faults.push(`the quote ${id} does not stand in the version of the text of ${source} in which it was found`);
    }
  }
  return quotes.length;
}

/** The search finds names and quotes by their words, and each word by its node. */
async function checkWords(store: Store, faults: string[]): Promise<void> {
  type WordNode = { readonly word: string } & WordKeys;
  const nodes = new Set<string>();
  for (const { word, begin, head, tail, letters } of rowsOf<WordNode>(await store.read(wordNodes()))) {
    const keys = wordKeys(word);
    const same = begin === keys.begin && head === keys.head && tail === keys.tail && letters === keys.letters;
    if (!same) faults.push(`the word ${JSON.stringify(word)} is not found by its beginning or its halves`);
    nodes.add(word);
  }
  for (const [label, what] of [
    ["Name", "name"],
    ["Citation", "quote"],
  ] as const) {
    type Worded = { readonly id: string; readonly text: string; readonly words: string | null };
    for (const { id, text, words } of rowsOf<Worded>(await store.read(wordedTexts(label)))) {
      const wanted = searchWords(text);
      if (words !== wanted.join(" ")) faults.push(`the ${what} ${id} is not found by its words`);
      const missing = wanted.find((word) => !nodes.has(word));
      if (missing !== undefined) faults.push(`the word ${JSON.stringify(missing)} of the ${what} ${id} has no node`);
    }
  }
}
