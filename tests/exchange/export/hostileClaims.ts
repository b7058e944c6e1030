import { createHash } from "node:crypto";
import { BOUNDS, MODALITIES } from "../../../src/claims/claim.js";
import type { ClaimRow, EntityRow } from "../../../src/cypher/rows.js";
import { codePointPlaces } from "../../../src/exchange/export/codePointPlaces.js";
import type { ExportedClaim, ExportedSource } from "../../../src/exchange/export/exportedClaim.js";

/** What no format may stumble over: ends of strings and of markup, what TeX and XML take for their own, control characters, half a character. */
export const HOSTILE = `"""'\\ ]]> <b>&amp; {50%} #1_x^2~$ -- \u0000\u0001\u000b\u007f\ufffe \t\r\n \ud800 \u202eعربي 😀`;

const AUTHORS = ["أبو الريحان البيروني", "Šárka O'Neil & Sons, Inc.", "and"];
/** The quote begins behind characters that are two units of UTF-16 each. */
export const WIDE_TEXT = "𝄞𝄢 music 😀 before: 𝔔uote 🎼 inside, and after 𝄞";
export const WIDE_QUOTE = "𝔔uote 🎼 inside";
export const WIDE_HASH = createHash("sha256").update(WIDE_TEXT).digest("hex");

/** Where the quotes of {@link hostileClaims} stand. */
export const hostilePlaces = codePointPlaces(async () => [{ content: WIDE_TEXT, sha256: WIDE_HASH }]);

/** Claims as no one would write them, made of real ones: the first claims between entities, about an amount, a text and a date. */
export function hostileClaims(real: readonly ExportedClaim[]): readonly ExportedClaim[] {
  const between = real.find(({ object }) => object)!;
  const amount = real.find(({ row, object }) => row.amount !== null && !object)!;
  const words = real.find(({ row }) => row.textTexts !== null)!;
  const day = real.find(({ row }) => row.date !== null)!;
  const amounts = [1e21, 1.5e-9, -0.1, 29000];
  const changes: readonly (readonly [ExportedClaim, Partial<ClaimRow>])[] = [
    ...MODALITIES.map((modality) => [between, { modality }] as const),
    [between, { rank: "DEPRECATED" }],
    [between, { status: "RETRACTED", retractedAt: "2026-01-02T03:04:05.678Z" }],
    // parallel to the first
    [between, { assertedAt: "2024-10-29T18:05+03:00", rank: "PREFERRED" }],
    ...BOUNDS.map((bound, index) => [amount, { bound, amount: amounts[index]! }] as const),
    [amount, { unit: "furlong / fortnight", modality: "ACTUAL" }],
    [words, { textLanguages: ["en", "not a tag", "ar"], textTexts: [HOSTILE, HOSTILE, HOSTILE], modality: "ACTUAL" }],
    [day, { date: "2024", validFrom: "2023-07", validTo: "2024-02-29" }],
    [between, { predicate: "NO LONGER / <known>" }],
  ];
  return changes.map(([claim, change], index) => hostileClaim(claim, change, index));
}

function hostileClaim(claim: ExportedClaim, change: Partial<ClaimRow>, index: number): ExportedClaim {
  const id = `c_hostile${index}`;
  const start = WIDE_TEXT.indexOf(WIDE_QUOTE);
  const place = { start, end: start + WIDE_QUOTE.length, textHash: WIDE_HASH };
  const subject = hostileEntity(claim.subject);
  const source = hostileSource(claim.citations[0]!.source, index);
  const citation = { ...claim.citations[0]!.row, claim: id, source: source.row.id };
  return {
    ...claim,
    row: { ...claim.row, recordedBy: "ada@example.org, <the> curator", ...change, id, subject: subject.id },
    statement: { en: HOSTILE, ar: HOSTILE },
    subject,
    supersedes: ["c_another"],
    citations: [
      {
        row: { ...citation, id: `q_wide${index}`, quote: WIDE_QUOTE, basis: "STATED", ownWords: true, ...place },
        source,
      },
      {
        row: {
          ...{ ...citation, id: `q_hostile${index}`, quote: HOSTILE, prefix: HOSTILE, suffix: null, basis: "INFERRED" },
          ...{ start: null, end: null, textHash: null, verification: "NO_TEXT", takenFrom: ["", "merritt-post"] },
          ...{ translationLanguage: "en", translationText: HOSTILE },
        },
        source,
      },
    ],
  };
}

function hostileEntity(entity: EntityRow): EntityRow {
  return {
    ...entity,
    id: `entity #1/“é”?a=b:c.${entity.id}`,
    nameLanguages: ["en", "ar", "not a tag"],
    nameTexts: [HOSTILE, "كورتكس", "x"],
    aliasLanguages: ["en", "en"],
    aliasTexts: [HOSTILE, "twice"],
    identifierSchemes: ["WIKIDATA", "OPENCORPORATES", "URL", "GONE"],
    identifierValues: ["Q42", 'us_de/1"2 3', "https://example.org/<é>", "1 < 2"],
  };
}

/** One of three sources: with a licence of SPDX, with one that has an address, with terms in words. */
function hostileSource(source: ExportedSource, index: number): ExportedSource {
  const licenses = ["CC-BY-4.0", "https://example.org/a licence", "Ask first, please"];
  const dates = ["2024", "2024-10", "2024-10-29T18:05Z"];
  const author = (name: string, at: number): EntityRow => {
    return { ...source.row, id: `author-${at}`, kind: "PERSON", name, nameLanguages: ["en"], nameTexts: [name] };
  };
  const row: EntityRow = {
    ...source.row,
    id: `source_${index % 3} ü`,
    ...{ sourceType: ["PAPER", "DATASET", "A_TYPE_UNKNOWN"][index % 3]!, language: "ar" },
    ...{ nameLanguages: ["en", "ar"], nameTexts: ["A title", HOSTILE], license: licenses[index % 3]! },
    attribution: `Epoch AI & friends, 100% {CC_BY} #${index % 3}`,
    url: 'https://example.org/a b/é?q="x"&y=<z>{|}\\^`%20#ü',
    publishedAt: dates[index % 3]!,
    identifierSchemes: ["DOI"],
    identifierValues: ["10.1000/a_b<1>"],
  };
  return { row, authors: AUTHORS.map(author), publisher: author("Publisher_& Co", 9), derivedFrom: ["merritt-post"] };
}
