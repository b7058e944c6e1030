import type { NamedNode } from "n3";
import type { EntityRow } from "../../../cypher/rows.js";
import type { RdfContext } from "./rdfContext.js";
import { term, text, texts, webIri } from "./terms.js";
import type { Triples } from "./triples.js";

/** What an entity is called, of which kind it is, and under which ids registers have it. */
export function nameEntity(triples: Triples, entity: EntityRow, context: RdfContext): void {
  const { addresses, ontology } = context;
  const kind = addresses.declared("kinds", entity.kind);
  triples.add(
    addresses.entity(entity.id),
    [term("rdf:type"), kind],
    [term("rdfs:label"), texts(entity.nameLanguages, entity.nameTexts)],
    [term("skos:altLabel"), texts(entity.aliasLanguages, entity.aliasTexts)],
  );
  identify(triples, entity, context);
  const label = ontology.kinds.get(entity.kind)?.label ?? {};
  triples.add(kind, [term("rdfs:label"), texts(Object.keys(label), Object.values(label))]);
}

/**
 * The ids that registers have for an entity, with their pages. That a page is of it (schema:sameAs) does not say that it is the page, as owl:sameAs
 * would, by which a reasoner makes one thing of all that is said of either.
 */
export function identify(triples: Triples, entity: EntityRow, { addresses, ontology }: RdfContext): void {
  (entity.identifierSchemes ?? []).forEach((name, index) => {
    const value = entity.identifierValues![index]!;
    const node = addresses.entity(entity.id, `${name}-${value}`);
    triples.add(
      addresses.entity(entity.id),
      [term("schema:identifier"), node],
      [term("schema:sameAs"), pageOf(value, ontology.identifierSchemes.get(name)?.url ?? null)],
    );
    triples.add(
      node,
      [term("rdf:type"), term("schema:PropertyValue")],
      [term("schema:propertyID"), addresses.declared("identifierSchemes", name)],
      [term("schema:value"), text(value)],
    );
  });
}

/** Where a register has an id's page; an id that is an address is its own. */
function pageOf(value: string, template: string | null): NamedNode | null {
  return webIri(template === null ? value : template.replaceAll("{id}", () => value));
}
