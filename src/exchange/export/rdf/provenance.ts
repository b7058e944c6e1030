import type { CitationRow } from "../../../cypher/rows.js";
import type { ExportedCitation, ExportedClaim, ExportedSource } from "../exportedClaim.js";
import { sourceForm } from "../sourceForm.js";
import { identify, nameEntity } from "./nameEntity.js";
import type { RdfContext } from "./rdfContext.js";
import { licence, rights } from "./licence.js";
import { count, date, term, text, texts, webIri } from "./terms.js";
import { Triples } from "./triples.js";

/** Where a claim is from: its sources, and each citation as a Web Annotation on the very words. */
export async function provenance(claim: ExportedClaim, context: RdfContext): Promise<Triples> {
  const { addresses } = context;
  const { row, attributedTo, citations } = claim;
  const triples = new Triples(addresses.claim(row.id, "provenance"));
  const asserted = addresses.claim(row.id, "assertion");
  for (const { row: citation, source } of citations) {
    const from = addresses.entity(source.row.id);
    triples.add(
      asserted,
      [term(citation.basis === "STATED" ? "prov:wasQuotedFrom" : "prov:wasDerivedFrom"), from],
      [term("prov:hadPrimarySource"), isPrimary(citation, source) ? from : null],
    );
  }
  triples.add(
    asserted,
    [term("prov:wasAttributedTo"), attributedTo.map(({ id }) => addresses.entity(id))],
    [term("prov:generatedAtTime"), date(row.recordedAt)],
  );
  for (const citation of citations) await annotate(triples, citation, context);
  for (const { source } of citations) describeSource(triples, source, context);
  return triples;
}

/** Whether the words are the source's own, and not taken from elsewhere. */
function isPrimary({ ownWords, takenFrom }: CitationRow, { derivedFrom }: ExportedSource): boolean {
  return ownWords === true || (takenFrom.length === 0 && derivedFrom.length === 0);
}

/** A citation: its body is the claim, its target the words of the source; a second body is their translation. */
async function annotate(triples: Triples, { row, source }: ExportedCitation, context: RdfContext): Promise<void> {
  const { addresses, places } = context;
  const part = (name: string) => addresses.claim(row.claim, name);
  const target = part(`${row.id}-target`);
  const translation = row.translationText === null ? null : part(`${row.id}-translation`);
  const quote = part(`${row.id}-quote`);
  const place = await places(row);
  const position = place && part(`${row.id}-position`);
  const state = row.textHash === null ? null : addresses.entity(source.row.id, `text-${row.textHash}`);
  triples.add(
    part(row.id),
    [term("rdf:type"), term("oa:Annotation")],
    [term("oa:motivatedBy"), term("oa:linking")],
    [term("oa:hasBody"), [part("claim"), ...(translation ? [translation] : [])]],
    [term("oa:hasTarget"), target],
    [addresses.own("basis"), addresses.own(`basis/${row.basis}`)],
    [addresses.own("verification"), addresses.own(`verification/${row.verification}`)],
  );
  triples.add(
    target,
    [term("rdf:type"), term("oa:SpecificResource")],
    [term("oa:hasSource"), addresses.entity(source.row.id)],
    [term("oa:hasState"), state],
    [term("oa:hasSelector"), position ? [quote, position] : quote],
    // what whoever this goes to may not see is an empty id
    [term("prov:wasDerivedFrom"), row.takenFrom.filter((id) => id !== "").map((id) => addresses.entity(id))],
  );
  triples.add(
    quote,
    [term("rdf:type"), term("oa:TextQuoteSelector")],
    [term("oa:exact"), text(row.quote)],
    [term("oa:prefix"), row.prefix === null ? null : text(row.prefix)],
    [term("oa:suffix"), row.suffix === null ? null : text(row.suffix)],
    [term("dcterms:language"), row.language === null ? null : text(row.language)],
  );
  if (position) {
    triples.add(
      position,
      [term("rdf:type"), term("oa:TextPositionSelector")],
      [term("oa:start"), count(place.start)],
      [term("oa:end"), count(place.end)],
    );
  }
  if (state) {
    triples.add(state, [term("rdf:type"), term("oa:State")], [term("schema:sha256"), text(row.textHash!)]);
  }
  if (translation) {
    triples.add(
      translation,
      [term("rdf:type"), term("oa:TextualBody")],
      [term("rdf:value"), text(row.translationText!, row.translationLanguage)],
      [term("oa:hasPurpose"), term("oa:describing")],
    );
  }
}

/** A source, as a bibliography has it, with its terms of use. */
function describeSource(triples: Triples, source: ExportedSource, context: RdfContext): void {
  const { addresses } = context;
  const { row, authors, publisher, derivedFrom } = source;
  triples.add(
    addresses.entity(row.id),
    [term("rdf:type"), [term("prov:Entity"), term(`schema:${sourceForm(row.sourceType).schema}`)]],
    [term("dcterms:type"), row.sourceType === null ? null : addresses.declared("sourceTypes", row.sourceType)],
    [term("dcterms:title"), texts(row.nameLanguages, row.nameTexts)],
    [term("schema:url"), row.url === null ? null : (webIri(row.url) ?? text(row.url))],
    [term("dcterms:issued"), row.publishedAt === null ? null : date(row.publishedAt)],
    [term("dcterms:language"), row.language === null ? null : text(row.language)],
    [term("dcterms:creator"), authors.map(({ id }) => addresses.entity(id))],
    [term("dcterms:publisher"), publisher && addresses.entity(publisher.id)],
    [term("dcterms:license"), licence(row)],
    [term("dcterms:rights"), rights(row)],
    [term("schema:creditText"), row.attribution === null ? null : text(row.attribution)],
    [term("prov:wasDerivedFrom"), derivedFrom.map((id) => addresses.entity(id))],
  );
  identify(triples, row, context);
  for (const maker of [...authors, ...(publisher ? [publisher] : [])]) nameEntity(triples, maker, context);
}
