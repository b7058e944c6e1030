import type { ClaimLeaf, Compared, LinkLeaf, NameSort, NameTest, NodeLeaf, Test, Tree } from "./condition.js";

/** Conditions in words, as a plan is explained by: `name = "h100" and usesChip some { node: … }`. Long lists are shortened. */
export function nodeText(tree: Tree<NodeLeaf>): string {
  return treeText(tree, (leaf) => {
    if (leaf.is === "compared") return comparedText(leaf);
    if (leaf.is === "named") return not(leaf.negated, namesText(leaf.as, leaf.tests));
    const { field, meets } = leaf.link;
    return `${field} ${leaf.quantifier} { ${linkText(meets)} }`;
  });
}

export function claimText(tree: Tree<ClaimLeaf>): string {
  return treeText(tree, (leaf) => {
    switch (leaf.is) {
      case "compared":
        return comparedText(leaf);
      case "ended":
        return not(leaf.negated, `${leaf.end} { ${nodeText(leaf.node.meets)} }`);
      case "cited": {
        const asked = leaf.compared.map(comparedText);
        if (leaf.source) asked.push(`source { ${nodeText(leaf.source.meets)} }`);
        return not(leaf.negated, `citation { ${asked.join(" and ") || ANYTHING} }`);
      }
      case "counted":
        return not(leaf.negated, `${leaf.what} ${SIGNS[leaf.sign]} ${leaf.value}`);
    }
  });
}

export function linkText(tree: Tree<LinkLeaf>): string {
  return treeText(tree, (leaf) =>
    leaf.is === "node" ? `node { ${nodeText(leaf.meets)} }` : `claim { ${claimText(leaf.meets)} }`,
  );
}

/** What one name, or one id in a register, must meet. */
export function namesText(as: NameSort, tests: readonly NameTest[]): string {
  return tests.map((test) => `${as} ${testText(test)}`).join(" and ");
}

/** A property that is one of these. */
export function valuesText(property: string, values: readonly string[]): string {
  return `${property} ${testText({ by: "in", values })}`;
}

const ANYTHING = "anything";

function treeText<Leaf>(tree: Tree<Leaf>, leafText: (leaf: Leaf) => string): string {
  const write = (one: Tree<Leaf>, within: boolean): string => {
    if ("leaf" in one) return leafText(one.leaf);
    const parts = "all" in one ? one.all : one.any;
    if (parts.length === 0) return "all" in one ? ANYTHING : "nothing";
    const text = parts.map((part) => write(part, true)).join("all" in one ? " and " : " or ");
    return within ? `(${text})` : text;
  };
  return write(tree, false);
}

function not(negated: boolean, text: string): string {
  return negated ? `not (${text})` : text;
}

function comparedText({ property, test, negated }: Compared): string {
  const asked = property === "textTexts" ? "text" : property;
  return not(negated, `${asked} ${testText(test)}`);
}

function testText(test: Test | NameTest): string {
  switch (test.by) {
    case "in":
      return test.values.length === 1 ? `= ${JSON.stringify(test.values[0])}` : `in ${listText(test.values)}`;
    case "startsWith":
    case "contains":
      return `${test.by} ${JSON.stringify(test.value)}`;
    case "date":
      return `${SIGNS[test.sign]} ${test.from === test.to ? test.from : `${test.from} to ${test.to}`}`;
    default:
      return `${SIGNS[test.by]} ${test.value}`;
  }
}

const SHOWN = 3;

function listText(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN).map((value) => JSON.stringify(value));
  const more = values.length - shown.length;
  return `[${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ")}]`;
}

const SIGNS = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;
