import { Kind } from "graphql";
import type { ClaimsAsked } from "../cypher/reading.js";
import { OF_CITATION, OF_CLAIM, OF_ENTITY, type ClaimWanted, type EntityWanted } from "../cypher/wanted.js";
import type { Ontology } from "../ontology/ontology.js";
import { selectedBeneath, type Asked, type FieldNodes } from "./selection.js";

/** What fields need of what they are of, so that it is read with it, and no more. Fields that are not listed need what is always there, or read for themselves. */

const ENTITY_FIELDS: Readonly<Record<string, number>> = {
  names: OF_ENTITY.names,
  ...{ aliases: OF_ENTITY.aliases, description: OF_ENTITY.description, identifiers: OF_ENTITY.identifiers },
  ...{ license: OF_ENTITY.terms, attribution: OF_ENTITY.terms },
  ...{ sourceType: OF_ENTITY.document, sourceTypeLabel: OF_ENTITY.document, url: OF_ENTITY.document },
  ...{ publishedAt: OF_ENTITY.document, language: OF_ENTITY.document },
  ...{ restricted: OF_ENTITY.restricted, authors: OF_ENTITY.authors, publisher: OF_ENTITY.publisher },
  ...{ derivedFrom: OF_ENTITY.derivedFrom, repeatedBy: OF_ENTITY.repeatedBy },
};
const LINKS = ["authors", "publisher", "derivedFrom", "repeatedBy"];

const { predicate, said, told, ends, speakers, support, succession, history, comparable } = OF_CLAIM;
const CLAIM_FIELDS: Readonly<Record<string, number>> = {
  ...{ predicate, predicateLabel: predicate, statement: predicate | said | ends, subject: ends, object: ends },
  ...{ quantity: said, text: said, date: said, modality: said, rank: said, status: said },
  ...{ validFrom: said, validTo: said, attributedTo: speakers },
  ...{ assertedAt: told, recordedAt: told, recordedBy: told, retractedAt: told },
  ...{ support, origins: support, supersedes: succession, supersededBy: succession, history },
  conflicts: predicate | said | told | ends | speakers | comparable,
};

const CITATION_FIELDS: Readonly<Record<string, number>> = {
  ...{ textHash: OF_CITATION.origin, derivedFrom: OF_CITATION.origin, context: OF_CITATION.origin },
};

/** What is wanted of an entity by all that is selected of it. */
export function entityWanted(nodes: readonly FieldNodes[], asked: Asked, ontology: Ontology): EntityWanted {
  let [columns, linked] = [0, 0];
  for (const one of nodes) {
    for (const [field, groups] of selectedBeneath(one, asked)) {
      columns |= ENTITY_FIELDS[field] ?? 0;
      if (field === "name" && groups.some((group) => isInOtherLanguage(group, ontology))) columns |= OF_ENTITY.names;
      if (LINKS.includes(field)) linked |= entityWanted(groups, asked, ontology).columns;
    }
  }
  return { columns, linked: linked & ~LINKED };
}

/** Of what an entity leads to it is read what it is itself; where that leads is read next. */
const LINKED =
  OF_ENTITY.restricted | OF_ENTITY.authors | OF_ENTITY.publisher | OF_ENTITY.derivedFrom | OF_ENTITY.repeatedBy;

/** What is wanted of a claim by all that is selected of it. `listsOf` tells the lists of citations that are. */
export function claimsAsked(
  nodes: readonly FieldNodes[],
  asked: Asked,
  ontology: Ontology,
  listsOf: (groups: readonly FieldNodes[]) => ClaimsAsked["lists"],
): ClaimsAsked {
  let wanted: ClaimWanted = { columns: 0, ends: 0, speakers: 0, origins: null };
  const lists: ClaimsAsked["lists"][number][] = [];
  for (const one of nodes) {
    for (const [field, groups] of selectedBeneath(one, asked)) {
      const of = () => entityWanted(groups, asked, ontology).columns & ~LINKED;
      wanted = { ...wanted, columns: wanted.columns | (CLAIM_FIELDS[field] ?? 0) };
      if (field === "subject" || field === "object") wanted = { ...wanted, ends: wanted.ends | of() };
      else if (field === "attributedTo") wanted = { ...wanted, speakers: wanted.speakers | of() };
      else if (field === "origins") wanted = { ...wanted, origins: (wanted.origins ?? 0) | of() };
      else if (field === "statement" && groups.some((group) => isInOtherLanguage(group, ontology)))
        wanted = { ...wanted, ends: wanted.ends | OF_ENTITY.names };
      else if (field === "citations" || field === "citationPages") lists.push(...listsOf(groups));
    }
  }
  return { wanted, lists };
}

/** Whether more is wanted of claims than is known anyway. */
export function asksMore({ wanted, lists }: ClaimsAsked, known: number): boolean {
  return (wanted.columns & ~known) !== 0 || lists.length > 0;
}

/** What is wanted of a citation. */
export function citationWanted(nodes: readonly FieldNodes[], asked: Asked): number {
  let columns = 0;
  for (const one of nodes)
    for (const field of selectedBeneath(one, asked).keys()) columns |= CITATION_FIELDS[field] ?? 0;
  return columns;
}

/** Whether something is asked for in another language than the ontology's first, in which every entity's name is known. */
function isInOtherLanguage([node]: FieldNodes, { languages }: Ontology): boolean {
  const lang = node!.arguments?.find(({ name }) => name.value === "lang")?.value;
  if (!lang || lang.kind === Kind.NULL) return false;
  return lang.kind !== Kind.STRING || lang.value !== languages[0];
}
