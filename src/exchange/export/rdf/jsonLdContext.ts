import { VOCABULARIES } from "./terms.js";

/** How the values of a term are written: addresses and amounts as plain strings, texts by their language; where it is not said, as what they are. */
interface Term {
  readonly id: string;
  readonly type?: "@id" | "xsd:decimal" | "xsd:nonNegativeInteger" | "xsd:dateTime";
  readonly byLanguage?: true;
}

/** The names that JSON has for what is said. Whatever has none here stands under its prefixed name. */
export const TERMS: Readonly<Record<string, Term>> = {
  Nanopublication: { id: "np:Nanopublication" },
  assertion: { id: "np:hasAssertion", type: "@id" },
  provenance: { id: "np:hasProvenance", type: "@id" },
  publicationInfo: { id: "np:hasPublicationInfo", type: "@id" },
  supersedes: { id: "npx:supersedes", type: "@id" },

  Statement: { id: "rdf:Statement" },
  subject: { id: "rdf:subject", type: "@id" },
  predicate: { id: "rdf:predicate", type: "@id" },
  object: { id: "rdf:object", type: "@id" },
  amount: { id: "sanad:amount", type: "@id" },
  modality: { id: "sanad:modality", type: "@id" },
  rank: { id: "wikibase:rank", type: "@id" },
  status: { id: "adms:status", type: "@id" },
  time: { id: "dcterms:temporal", type: "@id" },
  PeriodOfTime: { id: "dcterms:PeriodOfTime" },
  from: { id: "dcat:startDate" },
  to: { id: "dcat:endDate" },
  date: { id: "dcterms:date" },

  QuantitativeValue: { id: "schema:QuantitativeValue" },
  value: { id: "schema:value", type: "xsd:decimal" },
  minValue: { id: "schema:minValue", type: "xsd:decimal" },
  maxValue: { id: "schema:maxValue", type: "xsd:decimal" },
  bound: { id: "sanad:bound", type: "@id" },
  unit: { id: "schema:unitCode", type: "@id" },
  unitText: { id: "schema:unitText", byLanguage: true },

  Annotation: { id: "oa:Annotation" },
  SpecificResource: { id: "oa:SpecificResource" },
  TextQuoteSelector: { id: "oa:TextQuoteSelector" },
  TextPositionSelector: { id: "oa:TextPositionSelector" },
  TextualBody: { id: "oa:TextualBody" },
  State: { id: "oa:State" },
  motivation: { id: "oa:motivatedBy", type: "@id" },
  body: { id: "oa:hasBody", type: "@id" },
  target: { id: "oa:hasTarget", type: "@id" },
  source: { id: "oa:hasSource", type: "@id" },
  state: { id: "oa:hasState", type: "@id" },
  selector: { id: "oa:hasSelector", type: "@id" },
  purpose: { id: "oa:hasPurpose", type: "@id" },
  exact: { id: "oa:exact" },
  prefix: { id: "oa:prefix" },
  suffix: { id: "oa:suffix" },
  start: { id: "oa:start", type: "xsd:nonNegativeInteger" },
  end: { id: "oa:end", type: "xsd:nonNegativeInteger" },
  translation: { id: "rdf:value", byLanguage: true },
  basis: { id: "sanad:basis", type: "@id" },
  verification: { id: "sanad:verification", type: "@id" },
  sha256: { id: "schema:sha256" },

  Agent: { id: "prov:Agent" },
  Entity: { id: "prov:Entity" },
  quotedFrom: { id: "prov:wasQuotedFrom", type: "@id" },
  derivedFrom: { id: "prov:wasDerivedFrom", type: "@id" },
  primarySource: { id: "prov:hadPrimarySource", type: "@id" },
  attributedTo: { id: "prov:wasAttributedTo", type: "@id" },
  generatedAt: { id: "prov:generatedAtTime", type: "xsd:dateTime" },
  invalidatedAt: { id: "prov:invalidatedAtTime", type: "xsd:dateTime" },

  title: { id: "dcterms:title", byLanguage: true },
  sourceType: { id: "dcterms:type", type: "@id" },
  url: { id: "schema:url", type: "@id" },
  issued: { id: "dcterms:issued" },
  language: { id: "dcterms:language" },
  creator: { id: "dcterms:creator", type: "@id" },
  publisher: { id: "dcterms:publisher", type: "@id" },
  license: { id: "dcterms:license", type: "@id" },
  rights: { id: "dcterms:rights" },
  creditText: { id: "schema:creditText" },
  created: { id: "dcterms:created", type: "xsd:dateTime" },

  label: { id: "rdfs:label", byLanguage: true },
  altLabel: { id: "skos:altLabel", byLanguage: true },
  identifier: { id: "schema:identifier", type: "@id" },
  sameAs: { id: "schema:sameAs", type: "@id" },
  PropertyValue: { id: "schema:PropertyValue" },
  propertyID: { id: "schema:propertyID", type: "@id" },
};

/** What a prefix stands for: the vocabularies, and this graph's own ontology. */
export function prefixes(base: string): Readonly<Record<string, string>> {
  const ontology = `${base}ontology/`;
  return { ...VOCABULARIES, sanad: ontology, predicates: `${ontology}predicates/`, kinds: `${ontology}kinds/` };
}

/** The context of a file, all of it: nothing is to be fetched to read the file. */
export function jsonLdContext(base: string): object {
  const terms = Object.entries(TERMS).map(([name, { id, type, byLanguage }]) => [
    name,
    { "@id": id, ...(type && { "@type": type }), ...(byLanguage && { "@container": "@language" }) },
  ]);
  return { "@version": 1.1, "@base": base, ...prefixes(base), ...(Object.fromEntries(terms) as object) };
}
