import { DataFactory, type Literal, type NamedNode } from "n3";
import { isLanguageTag } from "../../../claims/language.js";
import { parsePartialDate } from "../../../claims/partialDate.js";
import { isWebAddress } from "../../../claims/webAddress.js";
import { addressText, wellFormed } from "../plainText.js";

/** The vocabularies in which claims are told, by the prefixes under which files know them. */
export const VOCABULARIES = {
  np: "http://www.nanopub.org/nschema#",
  npx: "http://purl.org/nanopub/x/",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  dcterms: "http://purl.org/dc/terms/",
  dcat: "http://www.w3.org/ns/dcat#",
  adms: "http://www.w3.org/ns/adms#",
  schema: "https://schema.org/",
  wikibase: "http://wikiba.se/ontology#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;
type Vocabulary = keyof typeof VOCABULARIES;

/** A term of a vocabulary: `prov:wasQuotedFrom`. */
export function term(name: `${Vocabulary}:${string}`): NamedNode {
  const known = terms.get(name);
  if (known) return known;
  const [prefix, local] = name.split(":") as [Vocabulary, string];
  const node = DataFactory.namedNode(VOCABULARIES[prefix] + local);
  terms.set(name, node);
  return node;
}
const terms = new Map<string, NamedNode>();

/** An address as an IRI; null where it is no address on the web. */
export function webIri(address: string): NamedNode | null {
  return isWebAddress(address) ? DataFactory.namedNode(addressText(address)) : null;
}

/** A text in a language; without one where the tag is none. */
export function text(value: string, language: string | null = null): Literal {
  const tag = language !== null && isLanguageTag(language) ? language.toLowerCase() : undefined;
  return DataFactory.literal(wellFormed(value), tag);
}

/** Texts in several languages, two lists of one length. */
export function texts(languages: readonly string[] | null, values: readonly string[] | null): readonly Literal[] {
  return (languages ?? []).map((language, index) => text(values![index]!, language));
}

/** A date of reduced precision: `2024` is a gYear, `2024-10` a gYearMonth. */
export function date(value: string): Literal {
  const parsed = parsePartialDate(value);
  if (!parsed) return text(value);
  const type = DATE_TYPES[parsed.precision];
  // XML Schema's moments have seconds
  const whole = parsed.precision === "MOMENT" ? value.replace(/(T\d\d:\d\d)(?!:)/u, "$1:00") : value;
  return DataFactory.literal(whole, term(`xsd:${type}`));
}
const DATE_TYPES = { YEAR: "gYear", MONTH: "gYearMonth", DAY: "date", MOMENT: "dateTime" } as const;

/** An amount as a decimal; as a double in its canonical form where it is too large or small to be written out. */
export function amount(value: number): Literal {
  const written = String(value);
  if (!written.includes("e")) return DataFactory.literal(written, term("xsd:decimal"));
  const [, mantissa, exponent] = /^(.*)e\+?(.*)$/u.exec(written)!;
  return DataFactory.literal(`${mantissa}${mantissa!.includes(".") ? "" : ".0"}E${exponent}`, term("xsd:double"));
}

/** How many: not below 0. */
export function count(value: number): Literal {
  return DataFactory.literal(String(value), term("xsd:nonNegativeInteger"));
}
