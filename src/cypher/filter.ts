import { identifierKey } from "../claims/claimId.js";
import { foldName } from "../claims/foldName.js";
import { interval, parsePartialDate } from "../claims/partialDate.js";
import type { Kind, Ontology, Predicate } from "../ontology/ontology.js";
import {
  allOf,
  anyOf,
  leavesOf,
  partsOf,
  type ClaimFilter,
  type ClaimLeaf,
  type Compared,
  type Ended,
  type LinkLeaf,
  type NameTest,
  type NodeFilter,
  type NodeLeaf,
  type Scope,
  type Sign,
  type Test,
  type Tree,
} from "./condition.js";
import { throughMonth } from "./dates.js";
import { badInput, tooComplex, unknownName, type Path } from "./refusal.js";

/** Reads the `where` of a list of entities of `kind` (null: of every kind). */
export function readNodeFilter(
  ontology: Ontology,
  kind: Kind | null,
  where: unknown,
  path: Path = ["where"],
): NodeFilter {
  const given = where ?? {};
  refuseDeep(ontology, given, path);
  const filter = nodeFilter(ontology, kind, new Reader(ontology).node(given, path, false));
  refuseTooMany(filter.meets, path);
  return filter;
}

/** Reads the `where` of a list of claims. */
export function readClaimFilter(ontology: Ontology, where: unknown, path: Path = ["where"]): ClaimFilter {
  const given = where ?? {};
  refuseDeep(ontology, given, path);
  const filter = { scope: scopeOf(given), meets: new Reader(ontology).claim(given, path, false) };
  refuseTooMany({ leaf: { is: "claim", meets: filter.meets } }, path);
  return filter;
}

/** Reads what a relation's claims and the entities at their other end must meet: the `where` of a relation field. */
export function readLinkFilter(
  ontology: Ontology,
  where: { readonly node?: unknown; readonly claim?: unknown },
  path: Path = ["where"],
): { readonly scope: Scope; readonly meets: Tree<LinkLeaf> } {
  refuseDeep(ontology, where, path);
  const meets = new Reader(ontology).match(where, path, false);
  refuseTooMany(meets, path);
  return { scope: scopeOf(where.claim), meets };
}

/**
 * How deep relations, and how deep `and` and `or` may nest, and how many conditions a filter may have: what engines plan, with some to spare. The
 * embedded one takes 64 parentheses and 128 clauses one after another.
 */
const MAX_RELATIONS = 8;
const MAX_NESTING = 20;
const MAX_CONDITIONS = 25;
const MAX_COMPARISONS = 400;

/** Refuses nesting that would make even the reading of it long: an "every" is read twice, and so is what is in it. */
function refuseDeep(ontology: Ontology, where: unknown, path: Path): void {
  let relations = 0;
  const walk = (value: unknown, depth: number, through: number): void => {
    relations = Math.max(relations, through);
    if (depth > MAX_LEVELS) throw tooComplex(`nests more than ${MAX_LEVELS} levels deep; that many are read`, path);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, depth + 1, through + (relationOf(ontology, key) ? 1 : 0));
    }
  };
  walk(where, 0, 0);
  refuseRelations(relations, path);
}

/** How many levels of objects and lists are read. */
const MAX_LEVELS = 400;

function refuseRelations(relations: number, path: Path): void {
  if (relations <= MAX_RELATIONS) return;
  throw tooComplex(
    `leads through ${relations} relations one after another; at most ${MAX_RELATIONS} are answered`,
    path,
  );
}

type AnyLeaf = NodeLeaf | LinkLeaf | ClaimLeaf;

function refuseTooMany(tree: Tree<AnyLeaf>, path: Path): void {
  let [conditions, comparisons, relations, nesting] = [0, 0, 0, 0];
  const walk = (one: Tree<AnyLeaf>, through: number, nested: number): void => {
    relations = Math.max(relations, through);
    nesting = Math.max(nesting, nested);
    if (!("leaf" in one)) {
      for (const part of "all" in one ? one.all : one.any) walk(part, through, nested + 1);
      return;
    }
    const { leaf } = one;
    if (leaf.is === "claim" || leaf.is === "node") return walk(leaf.meets, through, nested);
    if (leaf.is === "compared") comparisons++;
    else conditions++;
    if (leaf.is === "linked") {
      walk(leaf.link.meets, through + 1, nested);
      if (leaf.link.fails === null) return;
      conditions++;
      walk(leaf.link.fails, through + 1, nested);
    }
    if (leaf.is === "ended") walk(leaf.node.meets, through, nested);
    if (leaf.is === "cited" && leaf.source) walk(leaf.source.meets, through, nested);
  };
  walk(tree, 0, 0);
  refuseRelations(relations, path);
  if (nesting > MAX_NESTING)
    throw tooComplex(`nests ${nesting} times in and, or and not; at most ${MAX_NESTING} are answered`, path);
  if (conditions > MAX_CONDITIONS)
    throw tooComplex(
      `has ${conditions} names, relations and the like to meet; at most ${MAX_CONDITIONS} are answered`,
      path,
    );
  if (comparisons > MAX_COMPARISONS)
    throw tooComplex(`has ${comparisons} comparisons to meet; at most ${MAX_COMPARISONS} are answered`, path);
}

/** Joins what a filter's entries ask: all of it, or, where the whole is negated, that one of them fails. */
function join<Leaf>(parts: readonly Tree<Leaf>[], negated: boolean): Tree<Leaf> {
  return negated ? anyOf(parts) : allOf(parts);
}

/** Reads filters; `negated` is whether an odd number of `not` stands around what is read. */
class Reader {
  constructor(private readonly ontology: Ontology) {}

  node(where: unknown, path: Path, negated: boolean): Tree<NodeLeaf> {
    const parts = entries(where, path).map(([key, value]): Tree<NodeLeaf> => {
      const at = [...path, key];
      const combined = combination(key, value, at, negated, (part, where, not) => this.node(part, where, not));
      if (combined) return combined;
      if (key === "name") return { leaf: { is: "named", as: "name", tests: nameTests(value, at), negated } };
      if (key === "identifier") {
        return { leaf: { is: "named", as: "identifier", tests: this.#identifierTests(value, at), negated } };
      }
      if (key === "publishedAt") return join(dateTests(key, value, at, negated), negated);
      if (key === "kind") return this.#kinds(value, at, negated);
      if (NODE_TEXTS.has(key)) return join(textTests(key, value, at, negated), negated);
      return this.#relation(key, value, at, negated);
    });
    return join(parts, negated);
  }

  claim(where: unknown, path: Path, negated: boolean): Tree<ClaimLeaf> {
    const parts = entries(where, path).map(([key, value]): Tree<ClaimLeaf> => {
      const at = [...path, key];
      const combined = combination(key, value, at, negated, (part, where, not) => this.claim(part, where, not));
      return combined ?? this.#claimEntry(key, value, at, negated);
    });
    return join(parts, negated);
  }

  /** `{ node: …, claim: … }`. */
  match(where: unknown, path: Path, negated: boolean): Tree<LinkLeaf> {
    const parts = entries(where, path).map(([key, value]): Tree<LinkLeaf> => {
      const at = [...path, key];
      return key === "node"
        ? { leaf: { is: "node", meets: this.node(value, at, negated) } }
        : { leaf: { is: "claim", meets: this.claim(value, at, negated) } };
    });
    return join(parts, negated);
  }

  /** One id in a register must meet all of these: compared as keys, which begin with the register's name. */
  #identifierTests(value: unknown, path: Path): readonly NameTest[] {
    const { scheme, ...operators } = value as Readonly<Record<string, unknown>>;
    const { identifierSchemes } = this.ontology;
    if (!identifierSchemes.has(scheme as string)) {
      throw unknownName("scheme", scheme as string, identifierSchemes.keys(), [...path, "scheme"]);
    }
    const key = (given: unknown) => identifierKey(scheme as string, given as string);
    if (Object.keys(operators).length === 0) return [{ by: "startsWith", value: key("") }];
    return nameTests(operators, path, key);
  }

  #kinds(value: unknown, path: Path, negated: boolean): Tree<NodeLeaf> {
    const named = Object.fromEntries(
      entries(value, path).map(([operator, given]) => {
        if (operator === "startsWith" || operator === "contains") return [operator, given];
        const known = (name: unknown) => knownKind(this.ontology, name as string, [...path, operator]);
        return [operator, operator === "in" ? list(given, [...path, operator]).map(known) : known(given)];
      }),
    );
    return join(textTests("kind", named, path, negated), negated);
  }

  #relation(field: string, value: unknown, path: Path, negated: boolean): Tree<NodeLeaf> {
    const relation = relationOf(this.ontology, field);
    if (!relation) throw unknownName("relation", field, relationsOf(this.ontology).keys(), path);
    const { predicate, direction } = relation;
    const ends = direction === "OUT" ? predicate.objects : predicate.subjects;
    const given = entries(value, path);
    if (given.length === 0) throw badInput("EMPTY_FILTER", "says neither some, none nor every", path);
    const parts = given.map(([quantifier, match]): Tree<NodeLeaf> => {
      const at = [...path, quantifier];
      const meets = this.match(match, at, false);
      const fails = quantifier === "every" ? this.match(match, at, true) : null;
      const scope = scopeOf((match as { claim?: unknown }).claim);
      const end = ends.length === 1 ? ends[0]! : null;
      const link = { field, predicate, direction, end, scope, meets, fails, written: () => asWritten(match) };
      if (fails && negated)
        return { leaf: { is: "linked", quantifier: "some", link: { ...link, meets: fails, fails: null } } };
      const opposite = { some: "none", none: "some", every: "every" } as const;
      const asked = quantifier as keyof typeof opposite;
      return { leaf: { is: "linked", quantifier: negated ? opposite[asked] : asked, link } };
    });
    return join(parts, negated);
  }

  #claimEntry(key: string, value: unknown, path: Path, negated: boolean): Tree<ClaimLeaf> {
    switch (key) {
      case "subject":
      case "object":
      case "attributedTo":
      case "source":
        return { leaf: this.#end(key, value, path, negated) };
      case "citation":
        return this.#citation(value, path, negated);
      case "citations":
      case "origins": {
        const counted = compares(value, path).map(([operator, number]): Tree<ClaimLeaf> => ({
          leaf: { is: "counted", what: key, sign: signOf(operator), value: number as number, negated },
        }));
        return join(counted, negated);
      }
      case "quantity":
        return join(this.#quantity(value, path, negated), negated);
      case "date":
      case "validFrom":
      case "validTo":
        return join(dateTests(key, value, path, negated), negated);
      case "text":
        return join(textTests("textTexts", value, path, negated, true), negated);
      case "predicate": {
        const names = [...this.ontology.predicates.keys()];
        for (const [operator, given] of entries(value, path)) {
          if (operator === "startsWith" || operator === "contains") continue;
          for (const name of operator === "in" ? list(given, [...path, operator]) : [given]) {
            if (!this.ontology.predicates.has(name as string))
              throw unknownName("predicate", name as string, names, path);
          }
        }
        return join(textTests(key, value, path, negated), negated);
      }
      default:
        return join(textTests(key, value, path, negated), negated);
    }
  }

  #end(end: Ended["end"], value: unknown, path: Path, negated: boolean): Ended {
    const kind = end === "source" ? this.ontology.kinds.get("SOURCE")! : null;
    return { is: "ended", end, node: nodeFilter(this.ontology, kind, this.node(value, path, false)), negated };
  }

  /** One citation must meet all that is asked of it, so a negation is of the whole. */
  #citation(value: unknown, path: Path, negated: boolean): Tree<ClaimLeaf> {
    const compared: Compared[] = [];
    let source: NodeFilter | null = null;
    for (const [key, inner] of entries(value, path)) {
      const at = [...path, key];
      if (key === "source") source = this.#end("source", inner, at, false).node;
      else compared.push(...textTests(key, inner, at, false).flatMap((tree) => leavesOf(tree)));
    }
    return { leaf: { is: "cited", compared, source, negated } };
  }

  #quantity(value: unknown, path: Path, negated: boolean): Tree<Compared>[] {
    return compares(value, path, "an amount or a unit").map(([operator, given]) => {
      if (operator !== "unit") return compared("amount", { by: signOf(operator), value: given as number }, negated);
      const { units } = this.ontology;
      if (!units.has(given as string)) throw unknownName("unit", given as string, units.keys(), [...path, operator]);
      return compared("unit", { by: "in", values: [given as string] }, negated);
    });
  }
}

/** Properties of nodes that are compared letter for letter. */
const NODE_TEXTS: ReadonlySet<string> = new Set(["id", "url", "language", "license", "sourceType"]);

/** `and`, `or`, `not`; null for any other key. */
function combination<Leaf>(
  key: string,
  value: unknown,
  path: Path,
  negated: boolean,
  read: (part: unknown, path: Path, negated: boolean) => Tree<Leaf>,
): Tree<Leaf> | null {
  if (key === "not") return read(value, path, !negated);
  if (key !== "and" && key !== "or") return null;
  const parts = list(value, path).map((part, index) => read(part, [...path, index], negated));
  return join(parts, key === "or" ? !negated : negated);
}

function compared(property: string, test: Test, negated: boolean): { readonly leaf: Compared } {
  return { leaf: { is: "compared", property, test, negated } };
}

/** The comparisons of a StringFilter, an IdFilter or the filter of an enum. */
function textTests(property: string, value: unknown, path: Path, negated: boolean, many = false): Tree<Compared>[] {
  const extra = many ? ({ many: true } as const) : {};
  const allowed: (readonly string[])[] = [];
  const parts: Tree<Compared>[] = [];
  for (const [operator, given] of compares(value, path, "eq or in")) {
    if (operator === "eq") allowed.push([given as string]);
    else if (operator === "in") allowed.push([...new Set(list(given, [...path, operator]) as readonly string[])]);
    else if (operator === "not")
      parts.push(compared(property, { by: "in", values: [given as string], ...extra }, !negated));
    else parts.push(compared(property, { by: operator as "contains", value: given as string, ...extra }, negated));
  }
  const [first, ...others] = allowed;
  if (!first) return parts;
  const values = many ? first : first.filter((one) => others.every((other) => other.includes(one)));
  const rest = many ? others : [];
  return [values, ...rest]
    .map((one) => compared(property, { by: "in", values: one, ...extra }, negated))
    .concat(parts as never);
}

function dateTests(property: string, value: unknown, path: Path, negated: boolean): Tree<Compared>[] {
  return compares(value, path, "a date").map(([operator, given]) => {
    if (!parsePartialDate(given as string)) throw badInput("WRONG_DATE", `is no date`, [...path, operator]);
    const { from, to } = interval(given as string);
    return compared(property, { by: "date", sign: signOf(operator), from, to: throughMonth(to) }, negated);
  });
}

/** One name must meet all of these. */
function nameTests(value: unknown, path: Path, fold: (text: string) => string = foldName): readonly NameTest[] {
  const tests: NameTest[] = [];
  const allowed: (readonly string[])[] = [];
  for (const [operator, given] of compares(value, path, "eq or in")) {
    if (operator === "eq") allowed.push([fold(given as string)]);
    else if (operator === "in") allowed.push((list(given, [...path, operator]) as readonly string[]).map(fold));
    else {
      const folded = fold(given as string);
      if (folded === "") throw badInput("EMPTY_NAME", "is empty, which every name has in it", [...path, operator]);
      tests.push({ by: operator as "contains", value: folded });
    }
  }
  const [first, ...others] = allowed;
  if (!first) return tests;
  return [{ by: "in", values: first.filter((one) => others.every((other) => other.includes(one))) }, ...tests];
}

/** A filter's entries, of which there must be one at least. */
function compares(value: unknown, path: Path, give = "a number"): [string, unknown][] {
  const given = entries(value, path);
  if (given.length === 0) throw badInput("EMPTY_FILTER", `compares with nothing: give ${give}`, path);
  return given;
}

function signOf(operator: string): Sign {
  return operator as Sign;
}

/** Whether a filter of claims speaks of ranks or statuses, anywhere in it. */
function scopeOf(where: unknown): Scope {
  const names = (key: string, value: unknown): boolean => {
    if (typeof value !== "object" || value === null) return false;
    const { and, or, not } = value as { and?: unknown; or?: unknown; not?: unknown };
    return (
      key in value ||
      [and, or]
        .flat()
        .concat(not)
        .some((part) => names(key, part))
    );
  };
  return { namesRank: names("rank", where), namesStatus: names("status", where) };
}

/** A node's kind, where the filter leaves one only, decides under which label it is sought. */
function nodeFilter(ontology: Ontology, kind: Kind | null, meets: Tree<NodeLeaf>): NodeFilter {
  if (kind) return { kind, meets };
  for (const part of partsOf(meets)) {
    if (!("leaf" in part) || part.leaf.is !== "compared" || part.leaf.negated) continue;
    const { property, test } = part.leaf;
    if (property === "kind" && test.by === "in" && test.values.length === 1)
      return { kind: ontology.kinds.get(test.values[0]!) ?? null, meets };
  }
  return { kind, meets };
}

/** A filter as people write it, without quotes around keys. */
function asWritten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asWritten).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = Object.entries(value).filter(([, given]) => given !== undefined);
  return inner.length === 0 ? "{}" : `{ ${inner.map(([key, given]) => `${key}: ${asWritten(given)}`).join(", ")} }`;
}

interface Relation {
  readonly predicate: Predicate;
  readonly direction: "OUT" | "IN";
}

/** The predicate that a field stands for, and from which end. */
export function relationOf(ontology: Ontology, field: string): Relation | null {
  return relationsOf(ontology).get(field) ?? null;
}

/** The relations of an ontology by the names of their fields. */
function relationsOf(ontology: Ontology): ReadonlyMap<string, Relation> {
  const known = relationsByOntology.get(ontology);
  if (known) return known;
  const relations = new Map<string, Relation>();
  for (const predicate of ontology.predicates.values()) {
    relations.set(predicate.field, { predicate, direction: "OUT" });
    if (predicate.inverse) relations.set(predicate.inverse, { predicate, direction: "IN" });
  }
  relationsByOntology.set(ontology, relations);
  return relations;
}

const relationsByOntology = new WeakMap<Ontology, ReadonlyMap<string, Relation>>();

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
