import type { ClaimContent } from "../../claims/claim.js";
import { claimFaults } from "../../claims/claimFaults.js";
import { citationId, claimId } from "../../claims/claimId.js";
import { anchorQuote } from "../../claims/quoteAnchor.js";
import { citationRow, claimRow, type SourceText } from "../../cypher/batchRows.js";
import { citationsOfClaims } from "../../cypher/curate.js";
import { NOW_IN_FULL } from "../../cypher/moment.js";
import type { Batch } from "../../cypher/record.js";
import type { Path } from "../../cypher/refusal.js";
import { rowsOf } from "../../cypher/rows.js";
import type { Ontology } from "../../ontology/ontology.js";
import type { Merged } from "../merged.js";
import type { Run } from "../port.js";
import type { CitationInput, ClaimInput } from "./inputs.js";
import { checkTexts, checkWellFormed, Known, storedTexts } from "./known.js";
import type { Problems } from "./problems.js";

/** A claim of an input with its place in it. */
export interface PlacedClaim {
  readonly claim: ClaimInput;
  readonly path: Path;
}

type ClaimRow = Batch["claims"][number];
type CitationRow = Batch["citations"][number];

/** Claims made ready to be recorded: of each input its claim's row, and those of its citations; and what merged ids in it have become. */
export interface CompiledClaims {
  readonly rows: readonly { readonly claim: ClaimRow; readonly citations: readonly CitationRow[] }[];
  readonly merged: Merged;
}

/** Checks claims against the ontology and the store, finds their quotes, and derives their ids. Where there are problems the result is not to be used. */
export async function compileClaims(
  run: Run,
  ontology: Ontology,
  inputs: readonly PlacedClaim[],
  problems: Problems,
  moment = NOW_IN_FULL,
): Promise<CompiledClaims> {
  const claims = inputs.map(({ claim }) => claim);
  const known = await Known.read(run, ontology, claims.flatMap(idsOf), moment);
  const cited = claims.flatMap(({ citations }) => citations);
  const citing = await Citing.read(run, known, cited, moment);
  const contents = claims.map(contentOf);
  await citing.readClaims(run, contents.map(claimId));
  const rows = inputs.map(({ claim, path }, index) => {
    const content = contents[index]!;
    checkClaim(problems, ontology, known, claim, content, path);
    const id = claimId(content);
    const { rank, assertedAt = null } = claim;
    return {
      claim: claimRow(id, content, { rank, assertedAt }, ontology),
      citations: citing.rows(problems, id, claim.citations, [...path, "citations"]),
    };
  });
  return { rows, merged: known.merged };
}

/** Makes further citations of a claim that there is ready to be recorded. */
export async function compileCitations(
  run: Run,
  ontology: Ontology,
  claim: string,
  citations: readonly CitationInput[],
  path: Path,
  problems: Problems,
): Promise<readonly CitationRow[]> {
  const ids = citations.flatMap(({ source, derivedFrom }) => [source, ...(derivedFrom ?? [])]);
  const citing = await Citing.read(run, await Known.read(run, ontology, ids), citations);
  await citing.readClaims(run, [claim]);
  return citing.rows(problems, claim, citations, path);
}

function idsOf({ subject, object, attributedTo, citations }: ClaimInput): string[] {
  const ends = [subject, ...(object ? [object] : []), ...(attributedTo ?? [])];
  return [...ends, ...citations.flatMap(({ source, derivedFrom }) => [source, ...(derivedFrom ?? [])])];
}

function contentOf(claim: ClaimInput): ClaimContent {
  return {
    subject: claim.subject,
    predicate: claim.predicate,
    object: claim.object ?? null,
    quantity: claim.quantity ?? null,
    text: claim.text ? Object.fromEntries(claim.text.map(({ language, text }) => [language, text])) : null,
    date: claim.date ?? null,
    modality: claim.modality,
    validFrom: claim.validFrom ?? null,
    validTo: claim.validTo ?? null,
    attributedTo: claim.attributedTo ?? [],
  };
}

function checkClaim(
  problems: Problems,
  ontology: Ontology,
  known: Known,
  claim: ClaimInput,
  content: ClaimContent,
  path: Path,
): void {
  known.check(problems, claim.subject, [...path, "subject"]);
  if (claim.object) known.check(problems, claim.object, [...path, "object"]);
  (claim.attributedTo ?? []).forEach((id, index) => known.check(problems, id, [...path, "attributedTo", index]));
  if (claim.text) checkTexts(problems, claim.text, [...path, "text"], true);
  if (claim.quantity && Math.abs(claim.quantity.amount) > Number.MAX_SAFE_INTEGER) {
    const message = "an amount past 2^53 is not held exactly; use a larger unit";
    problems.add("AMOUNT_TOO_LARGE", message, [...path, "quantity", "amount"]);
  }
  for (const { key, code, message, suggestions } of claimFaults(content, ontology, known.kinds)) {
    problems.add(code, message, [...path, ...key], suggestions);
  }
  if (claim.citations.length === 0) {
    problems.add("NO_CITATION", "a claim without a citation is no claim", [...path, "citations"]);
  }
}

/** Makes rows of citations: quotes are found in the texts of their sources, and citations that are there already keep their ids. */
class Citing {
  /** By claim, source, quote, basis and position: the id of a citation that is there, whose quote may have stood elsewhere when it was made. */
  readonly #there = new Map<string, string>();
  readonly #ids = new Set<string>();

  private constructor(
    private readonly known: Known,
    private readonly texts: ReadonlyMap<string, SourceText>,
  ) {}

  static async read(
    run: Run,
    known: Known,
    citations: readonly CitationInput[],
    moment = NOW_IN_FULL,
  ): Promise<Citing> {
    const sources = citations.map(({ source }) => source);
    return new Citing(known, await storedTexts(run, sources, moment));
  }

  /** Where no text is stored quotes have no place that could have moved. */
  async readClaims(run: Run, ids: readonly string[]): Promise<void> {
    if (this.texts.size === 0) return;
    type Stored = { id: string; claim: string; source: string; quote: string; basis: string; start: number | null };
    for (const row of rowsOf<Stored>(await run(citationsOfClaims([...new Set(ids)])))) {
      this.#there.set(placeOf(row), row.id);
      this.#ids.add(row.id);
    }
  }

  rows(problems: Problems, claim: string, citations: readonly CitationInput[], path: Path): CitationRow[] {
    return citations.flatMap((citation, index) => this.#row(problems, claim, citation, [...path, index]) ?? []);
  }

  #row(problems: Problems, claim: string, citation: CitationInput, path: Path): CitationRow | null {
    const { source, quote, basis, occurrence, translation, derivedFrom = null } = citation;
    if (translation) checkTexts(problems, [translation], [...path, "translation"], false);
    derivedFrom?.forEach((id, index) => this.known.check(problems, id, [...path, "derivedFrom", index], "SOURCE"));
    checkWellFormed(problems, quote, [...path, "quote"]);
    if (quote.trim() === "") problems.add("QUOTE_EMPTY", "a quote has words", [...path, "quote"]);
    if (!this.known.check(problems, source, [...path, "source"], "SOURCE") || quote.trim() === "") return null;
    const text = this.texts.get(source) ?? null;
    const anchor = text && anchorQuote(text.content, quote, occurrence ?? undefined);
    if (anchor && "fault" in anchor) {
      const key = anchor.fault === "NOT_FOUND" ? "quote" : "occurrence";
      problems.add(`QUOTE_${anchor.fault}`, anchor.message, [...path, key]);
      return null;
    }
    const words = { source, quote, basis, derivedFrom, translation: translation ? pairOf(translation) : null };
    const row = citationRow(claim, words, text, anchor);
    const there = this.#there.get(placeOf({ claim, source, quote, basis, start: anchor?.start ?? null }));
    if (there !== undefined) return { ...row, id: there };
    // what stood here when it was cited has moved: this is another citation, of this version's words
    if (this.#ids.has(row.id))
      return { ...row, id: citationId({ ...row, ...words, start: anchor!.start, textHash: text!.sha256 }) };
    return row;
  }
}

function pairOf({ language, text }: { readonly language: string; readonly text: string }) {
  return [language, text] as const;
}

function placeOf(place: {
  readonly claim: string;
  readonly source: string;
  readonly quote: string;
  readonly basis: string;
  readonly start: number | null;
}): string {
  return JSON.stringify([place.claim, place.source, place.quote, place.basis, place.start]);
}
