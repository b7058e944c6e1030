import type { Labelled } from "../layout/network.js";
import { textWidth } from "../layout/textWidth.js";
import { wrapLabel } from "../layout/wrapLabel.js";
import type { GraphClaimFragment, GraphEntityFragment, Modality } from "../queries/generated/graphql.js";
import { count, type Language } from "../words.js";
import { languageOf } from "./names.js";

/** An entity as it is drawn. */
export interface DrawnBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** Its name in lines. */
  readonly lines: readonly string[];
  readonly kind: string;
  /** The language of its name. */
  readonly language: string | null;
}

/** A claim, or several between the same entities, as a line. */
export interface DrawnClaims extends Labelled {
  readonly claims: readonly GraphClaimFragment[];
  /** What stands on it, in lines. */
  readonly words: readonly string[];
  /** What all of them are; null where they differ. */
  readonly modality: Modality | null;
  readonly isContradicted: boolean;
}

/** How large letters are, and how far lines of text are apart. */
export const NAME = { size: 14, line: 18 };
export const SMALL = { size: 12, line: 15 };

/** From how many claims between the same entities on they are one line. */
const BUNDLED = 4;

/** The width that is kept for the bolt before what stands on a line. */
export const BOLT = 16;

/** An entity's box, as large as its name. */
export function boxOf(entity: GraphEntityFragment): DrawnBox {
  const lines = wrapLabel(entity.name, { size: NAME.size, width: 150, lines: 2 });
  const widths = [...lines.map((line) => textWidth(line, NAME.size)), textWidth(entity.kindLabel, SMALL.size)];
  return {
    ...{ id: entity.id, name: entity.name, lines, kind: entity.kindLabel, language: languageOf(entity) },
    width: Math.ceil(Math.max(...widths)) + 26,
    height: lines.length * NAME.line + SMALL.line + 14,
  };
}

/** Claims as lines: those of one subject and object are one line where they are many, unless it is asked that they be taken apart. */
export function linesOf(
  claims: readonly GraphClaimFragment[],
  apart: ReadonlySet<string>,
  language: Language,
): DrawnClaims[] {
  const parallel = new Map<string, GraphClaimFragment[]>();
  for (const claim of claims) {
    const key = bundleOf(claim);
    parallel.set(key, [...(parallel.get(key) ?? []), claim]);
  }
  return [...parallel].flatMap(([key, some]) =>
    some.length < BUNDLED || apart.has(key)
      ? some.map((claim) => lineOf(claim.id, [claim], wordsOf(claim)))
      : [lineOf(key, some, bundleWords(some, language))],
  );
}

/** What names the claims of one subject and object: ids have no dots. */
export function bundleOf({ subject, object }: Pick<GraphClaimFragment, "subject" | "object">): string {
  return `${subject.id}..${object?.id ?? ""}`;
}

/** Which of them the address takes apart. */
export function apartIn(search: URLSearchParams): ReadonlySet<string> {
  return new Set((search.get("apart") ?? "").split(" "));
}

/** The parameter by which some more are taken apart. */
export function apartWith(search: URLSearchParams, bundle: string): string {
  return [...new Set([...(search.get("apart") ?? "").split(" ").filter(Boolean), bundle])].join(" ");
}

function lineOf(id: string, claims: readonly GraphClaimFragment[], text: string): DrawnClaims {
  const [{ subject, object, modality }] = claims as [GraphClaimFragment];
  const words = wrapLabel(text, { size: SMALL.size, width: 150, lines: 2 });
  const isContradicted = claims.some(({ conflicts }) => conflicts.length > 0);
  const width = Math.max(...words.map((line) => textWidth(line, SMALL.size)));
  return {
    ...{ id, from: subject.id, to: object!.id, claims, words, isContradicted },
    modality: claims.every((claim) => claim.modality === modality) ? modality : null,
    label: { width: Math.ceil(width) + 10 + (isContradicted ? BOLT : 0), height: words.length * SMALL.line + 6 },
  };
}

/** `uses 50,000`: the line leads to what it uses. */
function wordsOf({ predicateLabel, quantity }: GraphClaimFragment): string {
  return quantity ? `${predicateLabel} ${quantity.text}` : predicateLabel;
}

function bundleWords(claims: readonly GraphClaimFragment[], language: Language): string {
  const labels = new Set(claims.map(({ predicateLabel }) => predicateLabel));
  const many = count(language, "claims", claims.length);
  return labels.size === 1 ? `${[...labels][0]!}: ${many}` : many;
}
