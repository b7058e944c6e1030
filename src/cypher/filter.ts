import { foldName } from "../claims/foldName.js";
import type { Kind, Ontology, Predicate } from "../ontology/ontology.js";
import { badInput, notYet, tooComplex, unknownName, type Path } from "./refusal.js";

/** What a node must meet: all of it. */
export interface NodeCondition {
  /** The kind whose label the node has; null where several are possible. */
  kind: Kind | null;
  /** The node's id is in each of these lists. */
  readonly ids: (readonly string[])[];
  /** A folded name or alias of the node is in each of these lists. */
  readonly names: (readonly string[])[];
  /** The node's kind is in each of these lists. */
  readonly kinds: (readonly string[])[];
  /** A source's address is in each of these lists. */
  readonly urls: (readonly string[])[];
  /** There is at least one such claim between it and another node. */
  readonly hops: Hop[];
}

/** A claim that leads from a node to another. */
export interface Hop {
  readonly predicate: Predicate;
  /** OUT: the node is the claim's subject; IN: its object. */
  readonly direction: "OUT" | "IN";
  readonly claim: ClaimCondition;
  readonly node: NodeCondition;
}

/** What a claim, or the edge that is its projection, must meet by its own properties. */
export interface ClaimCondition {
  /** Comparisons, such as modality IN [...] or amount >= ...; a null value in `values` never stands here. */
  readonly comparisons: Comparison[];
  /** Whether the filter names ranks, statuses: where it does not, only current claims are met. */
  namesRank: boolean;
  namesStatus: boolean;
}

/** One comparison of a property with a parameter. */
export interface Comparison {
  readonly property: string;
  readonly operator: "=" | "IN" | ">" | ">=" | "<" | "<=";
  readonly value: string | number | readonly string[];
}

/** What a claim must meet in all: its own properties, its ends, its speakers and sources. */
export interface ClaimFilter {
  readonly claim: ClaimCondition;
  /** For each of these there is such a node at that end of the claim; one claim can have several speakers and sources. */
  readonly ends: readonly EndCondition[];
}

export interface EndCondition {
  readonly end: "subject" | "object" | "attributedTo" | "source";
  readonly node: NodeCondition;
}

/** Reads the `where` of a list of entities of `kind` (null: of every kind). */
export function readNodeFilter(
  ontology: Ontology,
  kind: Kind | null,
  where: unknown,
  path: Path = ["where"],
): NodeCondition {
  const condition = emptyCondition(kind);
  addToNode(ontology, condition, where, path);
  refuseTooMany(condition, path);
  return condition;
}

function emptyCondition(kind: Kind | null): NodeCondition {
  return { kind, ids: [], names: [], kinds: [], urls: [], hops: [] };
}

/** How many relations a filter may lead through one after another, and how many conditions it may have in all: past that no engine plans it. */
const MAX_DEPTH = 8;
const MAX_CONDITIONS = 60;

function refuseTooMany(root: NodeCondition, path: Path): void {
  let conditions = 0;
  const walk = (node: NodeCondition, depth: number): number => {
    conditions += node.names.length + node.hops.length;
    return Math.max(depth, ...node.hops.map((hop) => walk(hop.node, depth + 1)));
  };
  const depth = walk(root, 0);
  if (depth > MAX_DEPTH)
    throw tooComplex(`leads through ${depth} relations one after another; at most ${MAX_DEPTH} are answered`, path);
  if (conditions > MAX_CONDITIONS) {
    throw tooComplex(`has ${conditions} names and relations to meet; at most ${MAX_CONDITIONS} are answered`, path);
  }
}

/** Reads the `where` of a list of claims. */
export function readClaimFilter(ontology: Ontology, where: unknown, path: Path = ["where"]): ClaimFilter {
  const claim: ClaimCondition = { comparisons: [], namesRank: false, namesStatus: false };
  const ends: EndCondition[] = [];
  const add = (value: unknown, at: Path) => {
    for (const [key, inner] of entries(value, at)) {
      if (key === "and") list(inner, [...at, key]).forEach((part, index) => add(part, [...at, key, index]));
      else if (key === "subject" || key === "object" || key === "attributedTo" || key === "source") {
        const kind = key === "source" ? ontology.kinds.get("SOURCE")! : null;
        const node = readNodeFilter(ontology, kind, {});
        addToNode(ontology, node, inner, [...at, key]);
        ends.push({ end: key, node });
      } else addToClaim(ontology, claim, key, inner, [...at, key]);
    }
  };
  if (where !== undefined && where !== null) add(where, path);
  return { claim, ends };
}

/** Reads the `where` of a list of claims that belong to one thing: of what they are themselves, not of what they lead to. */
export function readClaimCondition(ontology: Ontology, where: unknown, path: Path = ["where"]): ClaimCondition {
  const { claim, ends } = readClaimFilter(ontology, where, path);
  const [first] = ends;
  if (first) throw notYet([...path, first.end]);
  return claim;
}

/** Reads the filter of the claims of a relation, of which only the edges are looked at. */
export function readEdgeCondition(ontology: Ontology, where: unknown, path: Path): ClaimCondition {
  const condition: ClaimCondition = { comparisons: [], namesRank: false, namesStatus: false };
  if (where !== undefined && where !== null) addToEdge(ontology, condition, where, path);
  return condition;
}

function addToNode(ontology: Ontology, condition: NodeCondition, where: unknown, path: Path): void {
  if (where === undefined || (where === null && path.length === 1)) return;
  for (const [key, value] of entries(where, path)) {
    const at = [...path, key];
    if (key === "and") list(value, at).forEach((part, index) => addToNode(ontology, condition, part, [...at, index]));
    else if (key === "id") condition.ids.push(equals(value, at));
    else if (key === "name") condition.names.push(equals(value, at).map(foldName));
    else if (key === "kind") {
      const kinds = equals(value, at).map((kind) => knownKind(ontology, kind, at));
      condition.kinds.push(kinds);
      // of one kind only, it is sought under that kind's label
      if (kinds.length === 1) condition.kind ??= ontology.kinds.get(kinds[0]!)!;
    } else if (key === "url") condition.urls.push(equals(value, at));
    else {
      const relation = relationOf(ontology, key);
      if (!relation) throw notYet(at);
      condition.hops.push(readHop(ontology, relation, value, at));
    }
  }
}

function readHop(ontology: Ontology, relation: Relation, value: unknown, path: Path): Hop {
  const given = entries(value, path);
  const other = given.find(([key]) => key !== "some");
  if (other) throw notYet([...path, other[0]]);
  if (given.length === 0) throw badInput("EMPTY_FILTER", "says neither some, none nor every", path);
  const { predicate, direction } = relation;
  const ends = direction === "OUT" ? predicate.objects : predicate.subjects;
  const node = emptyCondition(ends.length === 1 ? ends[0]! : null);
  const claim: ClaimCondition = { comparisons: [], namesRank: false, namesStatus: false };
  if (predicate.value !== "ENTITY") throw notYet([...path, "some"]);
  const add = (match: unknown, at: Path) => {
    for (const [key, inner] of entries(match, at)) {
      if (key === "node") addToNode(ontology, node, inner, [...at, key]);
      else if (key === "claim") addToEdge(ontology, claim, inner, [...at, key]);
      else throw notYet([...at, key]);
    }
  };
  add(given[0]![1], [...path, "some"]);
  return { predicate, direction, claim, node };
}

/** What an edge carries of its claim can be asked of it; speakers, sources and the like cannot. */
function addToEdge(ontology: Ontology, condition: ClaimCondition, where: unknown, path: Path): void {
  for (const [key, value] of entries(where, path)) {
    const at = [...path, key];
    if (key === "and") list(value, at).forEach((part, index) => addToEdge(ontology, condition, part, [...at, index]));
    else if (key === "id")
      condition.comparisons.push({ property: "claimId", operator: "IN", value: equals(value, at) });
    else if (key === "predicate" || key === "subject" || key === "object") throw notYet(at);
    else addToClaim(ontology, condition, key, value, at);
  }
}

function addToClaim(ontology: Ontology, condition: ClaimCondition, key: string, value: unknown, path: Path): void {
  const { comparisons } = condition;
  if (key === "id") comparisons.push({ property: "id", operator: "IN", value: equals(value, path) });
  else if (key === "predicate") {
    const names = equals(value, path).map((name) => knownPredicate(ontology, name, path));
    comparisons.push({ property: "predicate", operator: "IN", value: names });
  } else if (key === "modality" || key === "rank" || key === "status") {
    comparisons.push({ property: key, operator: "IN", value: equals(value, path) });
    if (key === "rank") condition.namesRank = true;
    if (key === "status") condition.namesStatus = true;
  } else if (key === "quantity") {
    const given = entries(value, path);
    if (given.length === 0) throw badInput("EMPTY_FILTER", "compares with nothing: give an amount or a unit", path);
    for (const [operator, amount] of given) {
      const compared = operator === "unit" ? ("unit" as const) : "amount";
      const sign = compared === "unit" ? "=" : NUMBER_OPERATORS[operator];
      if (!sign) throw notYet([...path, operator]);
      if (compared === "unit" && !ontology.units.has(amount as string))
        throw unknownName("unit", amount as string, ontology.units.keys(), [...path, operator]);
      comparisons.push({ property: compared, operator: sign, value: amount as string | number });
    }
  } else throw notYet(path);
}

const NUMBER_OPERATORS: Readonly<Record<string, Comparison["operator"]>> = {
  eq: "=",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
};

interface Relation {
  readonly predicate: Predicate;
  readonly direction: "OUT" | "IN";
}

/** The predicate that a field stands for, and from which end. */
export function relationOf(ontology: Ontology, field: string): Relation | null {
  for (const predicate of ontology.predicates.values()) {
    if (predicate.field === field) return { predicate, direction: "OUT" };
    if (predicate.inverse === field) return { predicate, direction: "IN" };
  }
  return null;
}

/** The values that `eq` or `in` allow: a list, empty where nothing can meet it. */
function equals(value: unknown, path: Path): readonly string[] {
  const allowed = entries(value, path).map(([operator, given]) => {
    if (operator === "eq") return [given as string];
    if (operator === "in") return list(given, [...path, operator]) as readonly string[];
    throw notYet([...path, operator]);
  });
  const [first, ...others] = allowed;
  if (!first) throw badInput("EMPTY_FILTER", "compares with nothing: give eq or in", path);
  return first.filter((one) => others.every((other) => other.includes(one)));
}

/** An input object's entries. An explicit null is refused: it would widen the answer unseen. */
function entries(value: unknown, path: Path): [string, unknown][] {
  if (typeof value !== "object" || value === null)
    throw badInput("NULL_FILTER", "is null: leave it out, or give a value", path);
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  for (const [key, inner] of given) {
    if (inner === null) throw badInput("NULL_FILTER", "is null: leave it out, or give a value", [...path, key]);
  }
  return given;
}

function list(value: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(value)) throw badInput("NULL_FILTER", "is no list", path);
  return value;
}

function knownKind(ontology: Ontology, name: string, path: Path): string {
  const kind = [...ontology.kinds.values()].find((one) => one.name === name || one.type === name);
  if (!kind) throw unknownName("kind", name, ontology.kinds.keys(), path);
  return kind.name;
}

function knownPredicate(ontology: Ontology, name: string, path: Path): string {
  if (!ontology.predicates.has(name)) throw unknownName("predicate", name, ontology.predicates.keys(), path);
  return name;
}
