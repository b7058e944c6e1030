import type { ExportedClaim } from "../exportedClaim.js";
import { licence, rights } from "./licence.js";
import { nameEntity } from "./nameEntity.js";
import type { RdfContext } from "./rdfContext.js";
import { date, term, text, texts } from "./terms.js";
import { Triples } from "./triples.js";

/** Who recorded a claim and when, under which terms what it is taken from may be used, and what all that it speaks of is called. */
export function publicationInfo(claim: ExportedClaim, context: RdfContext): Triples {
  const { addresses, ontology } = context;
  const { row, subject, object, attributedTo, supersedes, citations } = claim;
  const triples = new Triples(addresses.claim(row.id, "pubinfo"));
  const sources = citations.map(({ source }) => source.row);
  const recorder = addresses.agent(row.recordedBy);
  triples.add(
    addresses.claim(row.id),
    [term("dcterms:created"), date(row.recordedAt)],
    [term("dcterms:creator"), recorder],
    [term("dcterms:license"), sources.flatMap((source) => licence(source) ?? [])],
    [term("dcterms:rights"), sources.flatMap((source) => rights(source) ?? [])],
    [term("schema:creditText"), sources.flatMap(({ attribution }) => (attribution === null ? [] : text(attribution)))],
    [term("npx:supersedes"), supersedes.map((id) => addresses.claim(id))],
    [term("prov:invalidatedAtTime"), row.retractedAt === null ? null : date(row.retractedAt)],
  );
  triples.add(recorder, [term("rdf:type"), term("prov:Agent")], [term("rdfs:label"), text(row.recordedBy)]);
  for (const entity of [subject, ...(object ? [object] : []), ...attributedTo]) nameEntity(triples, entity, context);
  for (const { id } of attributedTo) triples.add(addresses.entity(id), [term("rdf:type"), term("prov:Agent")]);
  const label = ontology.predicates.get(row.predicate)?.label ?? {};
  triples.add(addresses.declared("predicates", row.predicate), [
    term("rdfs:label"),
    texts(Object.keys(label), Object.values(label)),
  ]);
  return triples;
}
