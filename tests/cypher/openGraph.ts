import { BATCHES, type Random, type TestCitation, type TestClaim, type TestGraph } from "./randomGraph.js";

/**
 * A graph of which some sources are restricted: claims that only they are cited for, some of these cited from open ones later, claims said by
 * them, and chains of sources that lead through them.
 */
export function withRestricted(graph: TestGraph, random: Random): TestGraph {
  const entities = graph.entities.map((entity) =>
    entity.kind === "SOURCE" && Number(entity.id.split("-")[1]) % 2 === 1 ? { ...entity, restricted: true } : entity,
  );
  const isRestricted = restrictedOf({ ...graph, entities });
  const claims = graph.claims.map((claim): TestClaim => {
    const citations = random.once(5) ? claim.citations.filter(({ source }) => isRestricted(source)) : claim.citations;
    const kept = citations.length > 0 ? citations : claim.citations;
    return {
      ...claim,
      attributedTo: random.once(12) ? [...claim.attributedTo, `source-${random.below(4)}`] : claim.attributedTo,
      citations: kept.map((citation, index): TestCitation => {
        const later = index > 0 && random.once(3) ? claim.batch + random.below(BATCHES - claim.batch) : claim.batch;
        return { ...citation, batch: later };
      }),
    };
  });
  return { entities, claims };
}

/** What is left of a graph for those who do not see restricted sources. */
export function openGraph(graph: TestGraph): TestGraph {
  const isRestricted = restrictedOf(graph);
  const entities = graph.entities
    .filter(({ id }) => !isRestricted(id))
    .map((entity) => ({ ...entity, derivedFrom: entity.derivedFrom.filter((id) => !isRestricted(id)) }));
  const claims = graph.claims.flatMap((claim): TestClaim[] => {
    const citations = claim.citations
      .filter(({ source }) => !isRestricted(source))
      .map((one) => seen(one, isRestricted));
    const about = [claim.subject, claim.object ?? "", ...claim.attributedTo];
    if (citations.length === 0 || about.some(isRestricted)) return [];
    return [{ ...claim, citations, batch: Math.min(...citations.map(({ batch }) => batch ?? claim.batch)) }];
  });
  return { entities, claims };
}

/** What a citation's source took from one that is not seen counts as its own words. */
function seen(citation: TestCitation, isRestricted: (id: string) => boolean): TestCitation {
  return citation.takenFrom.some(isRestricted) ? { ...citation, ownWords: true, takenFrom: [] } : citation;
}

function restrictedOf({ entities }: TestGraph): (id: string) => boolean {
  const ids = new Set(entities.filter(({ restricted }) => restricted).map(({ id }) => id));
  return (id) => ids.has(id);
}
