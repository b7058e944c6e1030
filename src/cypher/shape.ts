import type { ChildList } from "./childPages.js";
import type {
  ClaimFilter,
  ClaimLeaf,
  Counted,
  Link,
  LinkLeaf,
  NameTest,
  NodeFilter,
  NodeLeaf,
  Scope,
  Test,
  Tree,
} from "./condition.js";
import { momentKey } from "./moment.js";
import { hasCursor, type Window } from "./order.js";
import type { ClaimsAsked, EntitiesAsked } from "./reading.js";
import type { EntityWanted } from "./wanted.js";

/** What a filter gives values by, and where it looks for what perhaps is not there. */
export type Condition = Test | NameTest | Counted | Link;

/**
 * What is asked, without the values that it compares with: filters of one shape have conditions of the same kinds in the same places, so they are
 * written alike, and the values are taken from the conditions.
 */
export class Shape {
  /** What no other shape has. */
  key: string;
  /** In the order of the filter. */
  readonly conditions: Condition[] = [];
  /** Whether it has a cursor: then a text is good for no other values, for what is asked depends on them. */
  get hasCursor(): boolean {
    return this.#hasCursor;
  }
  #hasCursor = false;

  /** `about`: all that is asked beside filters and what is read. */
  constructor(...about: readonly unknown[]) {
    this.key = JSON.stringify(about);
  }

  nodes({ kind, meets }: NodeFilter): this {
    this.key += `:${kind?.name ?? "*"}`;
    this.#tree(meets, this.#node);
    return this;
  }

  /** Of a list, from which side, and whether between cursors; how long it is, whoever writes it says where it matters. */
  window(window: Window): this {
    this.#hasCursor ||= hasCursor(window);
    this.key += window.backward ? "<" : ">";
    return this;
  }

  claims({ scope, meets }: ClaimFilter): this {
    this.#scope(scope);
    this.#tree(meets, this.#claim);
    return this;
  }

  /** What is read of entities, and of the claims of their lists. */
  readsEntities({ wanted, lists, along }: EntitiesAsked): this {
    this.#wanted(wanted);
    for (const list of lists) this.#list(list);
    return along ? this.readsClaims(along) : this;
  }

  readsClaims({ wanted: { columns, ends, speakers, origins }, lists, most }: ClaimsAsked): this {
    this.key += `/${columns} ${ends} ${speakers} ${origins} ${most}`;
    for (const list of lists) this.#list(list);
    return this;
  }

  #list(list: ChildList): void {
    const { of, moment, scope, meets, keys, count, facets, brings, limit } = list;
    const predicate = "predicate" in of ? of.predicate.name : "";
    const way = "direction" in of ? of.direction : "role" in of ? of.role : "";
    this.key += `/${of.type} ${predicate} ${way} ${momentKey(moment)} ${limit} ${+count}`;
    this.window(list);
    this.key += ` ${+(facets?.said ?? false)}${+(facets?.sources ?? false)}${+brings.cursors}${+brings.claims} ${brings.citation}`;
    for (const { name, direction } of keys) this.key += ` ${name} ${direction}`;
    this.#wanted(brings.entity);
    this.#scope(scope);
    this.#tree(meets, this.#link);
  }

  #wanted({ columns, linked }: EntityWanted): void {
    this.key += `.${columns} ${linked}`;
  }

  #scope({ namesRank, namesStatus }: Scope): void {
    this.key += `${+namesRank}${+namesStatus}`;
  }

  #tree<Leaf>(tree: Tree<Leaf>, leaf: (leaf: Leaf) => void): void {
    if ("leaf" in tree) return leaf(tree.leaf);
    const isAll = "all" in tree;
    this.key += isAll ? "&(" : "|(";
    for (const part of isAll ? tree.all : tree.any) this.#tree(part, leaf);
    this.key += ")";
  }

  readonly #link = (leaf: LinkLeaf): void => {
    this.key += leaf.is === "node" ? "n" : "c";
    if (leaf.is === "node") this.#tree(leaf.meets, this.#node);
    else this.#tree(leaf.meets, this.#claim);
  };

  readonly #node = (leaf: NodeLeaf): void => {
    switch (leaf.is) {
      case "compared":
        return this.#compared(leaf.property, leaf.test, leaf.negated);
      case "named":
        this.key += `${leaf.as}${not(leaf.negated)}{`;
        for (const test of leaf.tests) this.#test(test);
        this.key += "}";
        return;
      case "linked": {
        const { quantifier, link } = leaf;
        this.conditions.push(link);
        this.key += `[${quantifier} ${link.field} `;
        this.#scope(link.scope);
        this.#tree(link.meets, this.#link);
        if (link.fails) {
          this.key += "!";
          this.#tree(link.fails, this.#link);
        }
        this.key += "]";
      }
    }
  };

  readonly #claim = (leaf: ClaimLeaf): void => {
    switch (leaf.is) {
      case "compared":
        return this.#compared(leaf.property, leaf.test, leaf.negated);
      case "ended":
        this.key += `${leaf.end}${not(leaf.negated)}`;
        this.nodes(leaf.node);
        return;
      case "cited":
        this.key += `cited${not(leaf.negated)}{`;
        for (const { property, test, negated } of leaf.compared) this.#compared(property, test, negated);
        if (leaf.source) this.nodes(leaf.source);
        this.key += "}";
        return;
      case "counted":
        this.conditions.push(leaf);
        this.key += `${leaf.what}${not(leaf.negated)}${leaf.sign};`;
    }
  };

  #compared(property: string, test: Test, negated: boolean): void {
    this.key += `${property}${not(negated)}`;
    this.#test(test);
  }

  #test(test: Test | NameTest): void {
    this.conditions.push(test);
    this.key += ` ${test.by}${"sign" in test ? test.sign : ""};`;
  }
}

function not(negated: boolean): string {
  return negated ? "!" : "=";
}
