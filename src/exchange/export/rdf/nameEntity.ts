import type { NamedNode } from "n3";
import type { EntityRow } from "../../../cypher/rows.js";
import type { RdfContext } from "./rdfContext.js";
import { term, text, texts, webIri } from "./terms.js";
import type { Triples } from "./triples.js";

/** What an entity is called, of which kind it is, and under which ids registers have it. */
export function nameEntity(triples: Triples, entity: EntityRow, { addresses, ontology }: RdfContext): void {
  const kind = addresses.declared("kinds", entity.kind);
  const identifiers = (entity.identifierSchemes ?? []).map((name, index) => {
    const value = entity.identifierValues![index]!;
    const node = addresses.entity(entity.id, `${name}-${value}`);
    return { name, value, node, page: pageOf(value, ontology.identifierSchemes.get(name)?.url ?? null) };
  });
  triples.add(
    addresses.entity(entity.id),
    [term("rdf:type"), kind],
    [term("rdfs:label"), texts(entity.nameLanguages, entity.nameTexts)],
    [term("skos:altLabel"), texts(entity.aliasLanguages, entity.aliasTexts)],
    [term("schema:identifier"), identifiers.map(({ node }) => node)],
    [term("schema:sameAs"), identifiers.flatMap(({ page }) => (page ? [page] : []))],
  );
  for (const { name, value, node } of identifiers) {
    triples.add(
      node,
      [term("rdf:type"), term("schema:PropertyValue")],
      [term("schema:propertyID"), addresses.declared("identifierSchemes", name)],
      [term("schema:value"), text(value)],
    );
  }
  const label = ontology.kinds.get(entity.kind)?.label ?? {};
  triples.add(kind, [term("rdfs:label"), texts(Object.keys(label), Object.values(label))]);
}

/** Where a register has an id's page; an id that is an address is its own. */
function pageOf(value: string, template: string | null): NamedNode | null {
  return webIri(template === null ? value : template.replaceAll("{id}", () => value));
}
