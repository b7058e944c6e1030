import type { Kind, Predicate } from "../ontology/ontology.js";

/**
 * What a filter asks, read and checked: trees of conditions without any NOT, for a negation is carried down to the leaves when the filter is
 * read. So a "none" always stands where nothing must be found, a "some" where something must, and each says what proves it.
 */
export type Tree<Leaf> =
  { readonly all: readonly Tree<Leaf>[] } | { readonly any: readonly Tree<Leaf>[] } | { readonly leaf: Leaf };

/** All of these; one alone stands for itself, and `all` of nothing always holds. */
export function allOf<Leaf>(parts: readonly Tree<Leaf>[]): Tree<Leaf> {
  const flat = parts.flatMap((part) => ("all" in part ? part.all : [part]));
  const never = flat.find((part) => "any" in part && part.any.length === 0);
  return never ?? (flat.length === 1 ? flat[0]! : { all: flat });
}

/** At least one of these; `any` of nothing never holds. */
export function anyOf<Leaf>(parts: readonly Tree<Leaf>[]): Tree<Leaf> {
  const flat = parts.flatMap((part) => ("any" in part ? part.any : [part]));
  return flat.length === 1 ? flat[0]! : { any: flat };
}

/** The parts that must all hold. */
export function partsOf<Leaf>(tree: Tree<Leaf>): readonly Tree<Leaf>[] {
  return "all" in tree ? tree.all : [tree];
}

/** Every leaf of a tree, in the order of the filter. */
export function leavesOf<Leaf>(tree: Tree<Leaf>): readonly Leaf[] {
  if ("leaf" in tree) return [tree.leaf];
  return ("all" in tree ? tree.all : tree.any).flatMap((part) => leavesOf(part));
}

/** An entity, and what it must meet. */
export interface NodeFilter {
  /** The kind whose label the node has; null where several are possible. */
  readonly kind: Kind | null;
  readonly meets: Tree<NodeLeaf>;
}

export type NodeLeaf = Compared | Named | Linked;

/** A property compared with a value. A missing property meets no comparison, and so every negated one. */
export interface Compared {
  readonly is: "compared";
  readonly property: string;
  readonly test: Test;
  readonly negated: boolean;
}

/** How a property is compared. A date is compared as the days that it may mean; `many`: one of a list of texts is enough. */
export type Test =
  | Listed
  | { readonly by: "startsWith" | "contains"; readonly value: string; readonly many?: true }
  | { readonly by: Sign; readonly value: number }
  | { readonly by: "date"; readonly sign: Sign; readonly from: string; readonly to: string };

/** One of these values, each once. */
export interface Listed {
  readonly by: "in";
  readonly values: readonly string[];
  readonly many?: true;
}

export type Sign = "eq" | "gt" | "gte" | "lt" | "lte";

/** One name or alias of the node, folded, or one of its ids in registers, meets all of these; negated: none does. */
export interface Named {
  readonly is: "named";
  readonly as: NameSort;
  readonly tests: readonly NameTest[];
  readonly negated: boolean;
}

/** By what entities are found: what they are called, or the keys of their ids in registers. */
export type NameSort = "name" | "identifier";

export type NameTest =
  | { readonly by: "in"; readonly values: readonly string[] }
  | { readonly by: "startsWith" | "contains"; readonly value: string };

/** There is such a claim between the node and another (or about a value), there is none, or all are such. */
export interface Linked {
  readonly is: "linked";
  readonly quantifier: "some" | "none" | "every";
  readonly link: Link;
}

/** The claims that a relation field stands for, and what they must meet. */
export interface Link {
  readonly field: string;
  readonly predicate: Predicate;
  /** OUT: the node is the claim's subject; IN: its object. */
  readonly direction: "OUT" | "IN";
  /** The kind at the other end, where it can be one only. */
  readonly end: Kind | null;
  readonly scope: Scope;
  readonly meets: Tree<LinkLeaf>;
  /** Of "every", the opposite of `meets`: it means that no claim is so. */
  readonly fails: Tree<LinkLeaf> | null;
  /** `meets` as it was given: `{ node: { name: { eq: "Acme" } } }`. */
  readonly written: () => string;
}

/** Of a link, either its claim or the entity at its other end is asked something. */
export type LinkLeaf =
  { readonly is: "claim"; readonly meets: Tree<ClaimLeaf> } | { readonly is: "node"; readonly meets: Tree<NodeLeaf> };

/** Which claims are looked at at all: current ones, unless the filter names ranks or statuses. */
export interface Scope {
  readonly namesRank: boolean;
  readonly namesStatus: boolean;
}

/** Claims, and what they must meet. */
export interface ClaimFilter {
  readonly scope: Scope;
  readonly meets: Tree<ClaimLeaf>;
}

export type ClaimLeaf = Compared | Ended | Cited | Counted;

/** There is such a node at this end of the claim; negated: there is none. A claim can have several speakers and sources. */
export interface Ended {
  readonly is: "ended";
  readonly end: "subject" | "object" | "attributedTo" | "source";
  readonly node: NodeFilter;
  readonly negated: boolean;
}

/** The claim has a citation that meets all of this; negated: it has none. */
export interface Cited {
  readonly is: "cited";
  readonly compared: readonly Compared[];
  readonly source: NodeFilter | null;
  readonly negated: boolean;
}

/** How many citations or origins the claim has. */
export interface Counted {
  readonly is: "counted";
  readonly what: "citations" | "origins";
  readonly sign: Sign;
  readonly value: number;
  readonly negated: boolean;
}
