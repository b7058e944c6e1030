import type { Bound, Modality } from "../../src/claims/claim.js";
import { claimStatement } from "../../src/claims/statement.js";
import { loadOntology } from "../../src/ontology/load.js";

/** What a hand-written server, and the peer, make of what they have read as Sanad does: sentences, and names in a language. */

export const ontology = loadOntology("schema/ontology.yaml");

/** What a claim says, as its node has it. */
export interface Said {
  readonly predicate: string;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
  readonly textLanguages: readonly string[] | null;
  readonly textTexts: readonly string[] | null;
  readonly date: string | null;
  readonly modality: Modality;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a claim says, as sentences are made of it. */
export function contentOf(said: Said, subject: string, object: string | null) {
  const { predicate, amount, unit, bound, textLanguages, textTexts, date, modality, validFrom, validTo } = said;
  return {
    ...{ subject, predicate, object, date, modality, validFrom, validTo, attributedTo: [] },
    quantity: amount === null ? null : { amount, unit: unit!, bound: bound! },
    text: textLanguages && Object.fromEntries(textLanguages.map((language, index) => [language, textTexts![index]!])),
  };
}

/** A claim's sentence, in English. */
export function statementOf(said: Said, subject: Named, object: Named | null): string {
  const nameOf = (id: string) => (id === subject.id ? subject : object!).name;
  return claimStatement(contentOf(said, subject.id, object && object.id), { ontology, nameOf, lang: "en" });
}

/** The text in a language; `otherwise` where there is none in it. */
export function nameIn(
  lang: string,
  otherwise: string,
  languages: readonly string[],
  texts: readonly string[],
): string {
  return texts[languages.indexOf(lang)] ?? otherwise;
}
