import type { GraphQLResolveInfo } from "graphql";
import { MOST_SOURCES, type FacetsWanted, type SaidCount, type SourceCount } from "../cypher/facets.js";
import type { Loaders } from "./loaders.js";
import { nodesAt, selectedBeneath, type Asked, type Selected } from "./selection.js";

/** What a facet's values are. */
export type FacetOf = "kinds" | "predicates" | "Modality" | "ConflictKind" | "source";

/** A facet as resolvers answer it; its label and its entity are read only where they are selected. */
export interface FacetNode {
  readonly of: FacetOf;
  readonly value: string;
  readonly count: number;
  readonly loaders: Loaders;
}

/** What is counted of a list of claims; nothing where it was not asked for. */
export interface FacetCounts {
  readonly said: readonly SaidCount[];
  readonly sources: readonly SourceCount[];
}

/** Which facets are selected beneath the connection that is being resolved; null: none. */
export function facetsWanted(info: GraphQLResolveInfo): FacetsWanted | null {
  return facetsBeneath(selectedBeneath(info.fieldNodes, info), info);
}

/** Which facets are selected of a connection; null: none. */
export function facetsBeneath(selected: Selected, asked: Asked): FacetsWanted | null {
  if (!selected.has("facets")) return null;
  const has = (field: string) => nodesAt(selected, ["facets", field], asked).length > 0;
  const said = ["kinds", "predicates", "modalities"].some(has);
  const sources = has("sources");
  return said || sources ? { said, sources } : null;
}

/** The facets that are selected of claims that are known by their ids. */
export async function facetsOfClaims(
  ids: readonly string[],
  info: GraphQLResolveInfo,
  loaders: Loaders,
): Promise<FacetCounts> {
  const wanted = ids.length > 0 ? facetsWanted(info) : null;
  const [said, sources] = await Promise.all([
    wanted?.said ? loaders.said.load(ids) : [],
    wanted?.sources ? loaders.sourcesCited.load(ids) : [],
  ]);
  return { said, sources };
}

/** A page of a list that can be narrowed. */
export interface WithFacets {
  readonly facets: () => ReturnType<typeof facetNodes>;
}

/** The facets of claims as clients get them. */
export function facetNodes({ said, sources }: FacetCounts, loaders: Loaders) {
  const by = (of: FacetOf, column: 0 | 1 | 2) =>
    nodesOf(
      of,
      said.map((row) => [row[column], row[3]]),
      loaders,
    );
  return {
    kinds: () => by("kinds", 0),
    predicates: () => by("predicates", 1),
    modalities: () => by("Modality", 2),
    sources: () => nodesOf("source", sources, loaders).slice(0, MOST_SOURCES),
  };
}

/** Counts, those of one value added up, the greatest first. */
export function nodesOf(
  of: FacetOf,
  counts: Iterable<readonly [value: string, count: number]>,
  loaders: Loaders,
): FacetNode[] {
  const sums = new Map<string, number>();
  for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums]
    .map(([value, count]) => ({ of, value, count, loaders }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
