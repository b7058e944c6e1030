import type { Kind, Ontology, Predicate } from "../ontology/ontology.js";
import type { Statement } from "./statement.js";

/** How much there is in a graph, about: what the planner weighs the ends of a filter by. */
export interface Statistics {
  /** How many entities of a kind; null: of every kind. */
  readonly entities: (kind: Kind | null) => number;
  /** How many claims of a predicate; null: of every predicate. */
  readonly claims: (predicate: Predicate | null) => number;
}

/** What is assumed of a graph that nobody has counted: as many claims as entities of a kind, nearly, so that the longer way back costs a little less. */
export const ASSUMED: Statistics = {
  entities: (kind) => (kind ? 10_000 : 100_000),
  claims: (predicate) => (predicate ? 9_000 : 100_000),
};

/** The statements that count a graph: `name`, `total`, by kind and by predicate. */
export function countGraph(ontology: Ontology): { readonly kinds: Statement; readonly predicates: Statement } {
  const kinds = "MATCH (e:Entity) RETURN e.kind AS name, count(e) AS total";
  const predicates = "UNWIND $names AS name MATCH (c:Claim {predicate: name}) RETURN name, count(c) AS total";
  return {
    kinds: { name: "statistics.kinds", text: kinds, params: {} },
    predicates: { name: "statistics.predicates", text: predicates, params: { names: [...ontology.predicates.keys()] } },
  };
}

/** Statistics from what {@link countGraph}'s statements have counted. */
export function statisticsOf(kinds: ReadonlyMap<string, number>, predicates: ReadonlyMap<string, number>): Statistics {
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);
  return {
    entities: (kind) => (kind ? (kinds.get(kind.name) ?? 0) : sum(kinds)),
    claims: (predicate) => (predicate ? (predicates.get(predicate.name) ?? 0) : sum(predicates)),
  };
}
