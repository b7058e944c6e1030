import { meantLanguage } from "../../../claims/language.js";
import { parsePartialDate, type PartialDate } from "../../../claims/partialDate.js";
import { localizedOf, type EntityRow } from "../../../cypher/rows.js";
import type { Ontology } from "../../../ontology/ontology.js";
import type { ExportedSource } from "../exportedClaim.js";
import { addressText, oneLine } from "../plainText.js";

/** A source as a bibliography has it. */
export interface Entry {
  /** By what it is cited: the source's id, which stays; letters, digits and `_.-` only. */
  readonly key: string;
  readonly title: string;
  /** As they are called: the graph does not know which part of a name is the family's. */
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly issued: PartialDate | null;
  readonly url: string | null;
  /** Its ids in the registers DOI and ISBN, where the ontology has these. */
  readonly doi: string | null;
  readonly isbn: string | null;
  readonly language: string | null;
  /** What type of source it is, in words. */
  readonly genre: string | null;
  /** Its licence and whom to credit, in words. */
  readonly note: string | null;
}

/** Titles and names stand in the source's own language where they are known in it. */
export function entryOf({ row, authors, publisher }: ExportedSource, ontology: Ontology): Entry {
  const nameOf = (entity: EntityRow) => nameIn(entity, row.language);
  const terms = row.license === null ? [] : [`Licence: ${row.license}`];
  return {
    key: citeKey(row.id),
    title: nameOf(row),
    authors: authors.map(nameOf),
    publisher: publisher && nameOf(publisher),
    issued: row.publishedAt === null ? null : parsePartialDate(row.publishedAt),
    url: row.url === null ? null : addressText(row.url),
    doi: idIn(row, "DOI"),
    isbn: idIn(row, "ISBN"),
    language: row.language,
    genre: ontology.sourceTypes.get(row.sourceType ?? "")?.label[ontology.languages[0]] ?? null,
    note: oneLine([...terms, ...(row.attribution === null ? [] : [row.attribution])].join(". ")) || null,
  };
}

function idIn({ identifierSchemes, identifierValues }: EntityRow, scheme: string): string | null {
  const at = identifierSchemes?.indexOf(scheme) ?? -1;
  return at < 0 ? null : oneLine(identifierValues![at]!);
}

function nameIn({ name, nameLanguages, nameTexts }: EntityRow, language: string | null): string {
  const meant = language === null ? null : meantLanguage(nameLanguages, language);
  return oneLine(meant === null ? name : localizedOf(nameLanguages, nameTexts)[meant]!);
}

/** Other characters by their code points, so that two ids are never one key. */
function citeKey(id: string): string {
  return id.replace(/[^A-Za-z0-9_.-]/gu, (character) => `:${character.codePointAt(0)!.toString(16)}:`);
}
