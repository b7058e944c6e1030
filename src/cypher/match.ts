import type { ClaimCondition, Hop, NodeCondition } from "./filter.js";
import { quoted } from "./names.js";
import type { Value } from "./statement.js";

/**
 * Turns conditions into MATCH clauses. The chain of claims that ends at the most selective condition (an id, else a name; of two equal
 * ones the farther) is written from that end towards the root; every other claim that a node must have is sought from the node outward.
 * All forms used here cost the same on every engine; a nested EXISTS, the obvious form, does not.
 *
 * Evidence travels along: after each step `e` holds the ids of the claims by which the node met its condition, each once.
 */
export class MatchWriter {
  readonly #lines: string[] = [];
  /** The values of the whole statement, under one parameter `$p`: Neo4j plans anew for each size of each parameter, but not for a map's. */
  readonly params: Record<string, Value> = {};
  #count = 0;

  get text(): string {
    return this.#lines.join("\n");
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A value that travels as a parameter: answers the expression that stands for it. */
  param(value: Value): string {
    const name = `v${Object.keys(this.params).length}`;
    this.params[name] = value;
    return `$p.${name}`;
  }

  /**
   * Writes the clauses that bind the nodes that meet `root`, each once.
   * Answers the node's variable and the list of the variables that hold evidence.
   */
  matchRoot(root: NodeCondition): Bound {
    const chain = selectiveChain(root);
    let bound = this.#start(chain);
    for (let step = chain.length - 1; step > 0; step--) {
      bound = this.#stepUp(bound, chain[step]!.hop!, chain[step - 1]!.node);
    }
    return bound;
  }

  /** Binds the farthest node of the chain, by index where it can. */
  #start(chain: readonly Link[]): Bound {
    const { node } = chain.at(-1)!;
    const variable = this.#next("n");
    const label = labelOf(node);
    const rest = { ...node, ids: node.ids.slice(), names: node.names.slice(), urls: node.urls.slice() };
    const ids = rest.ids.shift();
    const names = ids ? undefined : rest.names.shift();
    const urls = ids || names ? undefined : rest.urls.shift();
    const key = this.#next("x");
    if (ids) {
      this.line(
        `UNWIND ${this.param(ids)} AS ${key} MATCH (${variable}:Entity {id: ${key}})${label === "Entity" ? "" : ` WHERE ${variable}:${label}`}`,
      );
    } else if (names) {
      this.line(
        `UNWIND ${this.param(names)} AS ${key} MATCH (:Name {folded: ${key}})<-[:HAS_NAME]-(${variable}:${label})`,
      );
    } else if (urls) {
      this.line(`UNWIND ${this.param(urls)} AS ${key} MATCH (${variable}:Source {url: ${key}})`);
    } else {
      this.line(`MATCH (${variable}:${label})`);
    }
    if (ids || names || urls) this.line(`WITH DISTINCT ${variable}`);
    return this.#narrow({ variable, evidence: [] }, rest);
  }

  /** From a node that meets its condition to the one before it in the chain, folding the paths into its evidence. */
  #stepUp(from: Bound, hop: Hop, node: NodeCondition): Bound {
    const variable = this.#next("n");
    const edge = this.#next("r");
    const evidence = this.#next("e");
    // the hop is written from the node before: its direction turns when walked back
    const pattern =
      hop.direction === "OUT"
        ? `<-[${edge}:${quoted(hop.predicate.name)}]-`
        : `-[${edge}:${quoted(hop.predicate.name)}]->`;
    this.line(
      `MATCH (${from.variable})${pattern}(${variable}:${labelOf(node)}) WHERE ${this.#claimHolds(edge, hop.claim)}`,
    );
    const { unwound, id } = this.#evidenceOf(edge, from.evidence);
    this.line(`${unwound}WITH ${variable}, collect(DISTINCT ${id}) AS ${evidence}`);
    const others = { ...node, hops: node.hops.filter((other) => other !== hop) };
    return this.#narrow({ variable, evidence: [evidence] }, others);
  }

  /** What is left of a node's condition: its own properties, then each other claim it must have. */
  #narrow(bound: Bound, node: NodeCondition): Bound {
    const { variable } = bound;
    let { evidence } = bound;
    const holds = this.#properties(variable, node);
    if (holds.length > 0) this.line(`WITH ${[variable, ...evidence].join(", ")} WHERE ${holds.join(" AND ")}`);
    for (const names of node.names) evidence = this.#subquery(variable, evidence, this.#named(variable, names));
    for (const hop of node.hops) evidence = this.#subquery(variable, evidence, this.#outward(variable, hop));
    return { variable, evidence };
  }

  /** Keeps a node where a subquery has found something, and its evidence if it has any. */
  #subquery(variable: string, evidence: readonly string[], { body, found, isEvidence }: Subquery): readonly string[] {
    this.line(`CALL (${variable}) { ${body} }`);
    this.line(`WITH ${[variable, ...evidence, found].join(", ")} WHERE ${holdsOf({ found, isEvidence })}`);
    return isEvidence ? [...evidence, found] : evidence;
  }

  /** Keeps a bound node where another that meets `node` is found by `pattern`; of the way there nothing is evidence. */
  keepWhere(variable: string, pattern: (node: string) => string, node: NodeCondition): void {
    const end = this.#next("n");
    const found = this.#next("e");
    const { match } = this.#reach(pattern(`${end}:${labelOf(node)}`), [], end, [], node);
    this.#subquery(variable, [], { body: `${match} RETURN count(${end}) AS ${found}`, found, isEvidence: false });
  }

  /** The claims that lead from a node to others that meet the hop's condition, and the evidence of those. */
  #outward(variable: string, hop: Hop): Subquery {
    const edge = this.#next("r");
    const node = this.#next("n");
    const found = this.#next("e");
    const type = quoted(hop.predicate.name);
    const way = hop.direction === "OUT" ? `-[${edge}:${type}]->` : `<-[${edge}:${type}]-`;
    const pattern = `(${variable})${way}(${node}:${labelOf(hop.node)})`;
    const { match, evidence } = this.#reach(pattern, [this.#claimHolds(edge, hop.claim)], node, [edge], hop.node);
    const { unwound, id } = this.#evidenceOf(edge, evidence);
    return { body: `${match} ${unwound}RETURN collect(DISTINCT ${id}) AS ${found}`, found, isEvidence: true };
  }

  /** Finds the nodes of a pattern that meet a condition: the clauses, and the variables that hold their evidence. */
  #reach(
    pattern: string,
    holds: readonly string[],
    node: string,
    edges: readonly string[],
    condition: NodeCondition,
  ): { readonly match: string; readonly evidence: readonly string[] } {
    const all = [...holds, ...this.#properties(node, condition)];
    const parts = [`MATCH ${pattern}${all.length > 0 ? ` WHERE ${all.join(" AND ")}` : ""}`];
    let evidence: readonly string[] = [];
    for (const subquery of [
      ...condition.names.map((names) => this.#named(node, names)),
      ...condition.hops.map((next) => this.#outward(node, next)),
    ]) {
      parts.push(`CALL (${node}) { ${subquery.body} }`);
      parts.push(`WITH ${[...edges, node, ...evidence, subquery.found].join(", ")} WHERE ${holdsOf(subquery)}`);
      if (subquery.isEvidence) evidence = [...evidence, subquery.found];
    }
    return { match: parts.join(" "), evidence };
  }

  /** That a node has one of these names, which is no claim. */
  #named(variable: string, names: readonly string[]): Subquery {
    const name = this.#next("m");
    const found = this.#next("e");
    const body = `MATCH (${variable})-[:HAS_NAME]->(${name}:Name) WHERE ${name}.folded IN ${this.param(names)} RETURN count(${name}) AS ${found}`;
    return { body, found, isEvidence: false };
  }

  /**
   * The ids of a claim's edge and of the evidence beyond it, one by one: a list of lists would grow with every path and not with the claims.
   */
  #evidenceOf(edge: string, evidence: readonly string[]): { readonly unwound: string; readonly id: string } {
    if (evidence.length === 0) return { unwound: "", id: `${edge}.claimId` };
    const id = this.#next("c");
    return { unwound: `UNWIND ([${edge}.claimId] + ${evidence.join(" + ")}) AS ${id} `, id };
  }

  #properties(variable: string, node: NodeCondition): string[] {
    const meets = (property: string, lists: readonly (readonly string[])[]) =>
      lists.map((values) => `${variable}.${property} IN ${this.param(values)}`);
    return [...meets("id", node.ids), ...meets("kind", node.kinds), ...meets("url", node.urls)];
  }

  /** What must hold of a claim, or of the edge that is its projection; unless the filter says otherwise, that it is current. */
  #claimHolds(variable: string, condition: ClaimCondition): string {
    return claimHolds(variable, condition, (value) => this.param(value)).join(" AND ");
  }

  #next(prefix: string): string {
    return `${prefix}${this.#count++}`;
  }
}

/** What must hold of a claim, or of its edge: current unless the condition names a rank or a status, and each comparison. */
export function claimHolds(variable: string, condition: ClaimCondition, param: (value: Value) => string): string[] {
  return [
    ...(condition.namesStatus ? [] : [`${variable}.status = 'ACTIVE'`]),
    ...(condition.namesRank ? [] : [`${variable}.rank <> 'DEPRECATED'`]),
    ...condition.comparisons.map(
      ({ property, operator, value }) => `${variable}.${property} ${operator} ${param(value)}`,
    ),
  ];
}

/** A node that a statement has bound, and the variables that hold its evidence. */
export interface Bound {
  readonly variable: string;
  readonly evidence: readonly string[];
}

/** What is sought of a node: the clauses, and the variable of what they find, a list of claims where it is evidence, else a number. */
interface Subquery {
  readonly body: string;
  readonly found: string;
  readonly isEvidence: boolean;
}

function holdsOf({ found, isEvidence }: Pick<Subquery, "found" | "isEvidence">): string {
  return isEvidence ? `size(${found}) > 0` : `${found} > 0`;
}

/** A node of the chain, and the hop that leads to it from the node before; the root has none. */
interface Link {
  readonly node: NodeCondition;
  readonly hop?: Hop;
}

/** The label under which a node is sought. */
function labelOf(node: NodeCondition): string {
  return node.kind ? quoted(node.kind.type) : "Entity";
}

/** How well an index finds a node, or the end of a chain that leads from it. */
export function bestSelectivity(node: NodeCondition): number {
  return selectivity(selectiveChain(node).at(-1)!.node);
}

/** How well an index finds a node: 2 by id, 1 by name or address, 0 not at all. */
function selectivity(node: NodeCondition): number {
  if (node.ids.length > 0) return 2;
  return node.names.length > 0 || node.urls.length > 0 ? 1 : 0;
}

/** The way from the root to the condition that an index meets best; only the root where none does. */
function selectiveChain(root: NodeCondition): readonly Link[] {
  let best: readonly Link[] = [{ node: root }];
  let bestScore = selectivity(root);
  const walk = (chain: readonly Link[]) => {
    for (const hop of chain.at(-1)!.node.hops) {
      const next = [...chain, { node: hop.node, hop }];
      const score = selectivity(hop.node);
      if (score > 0 && (score > bestScore || (score === bestScore && next.length > best.length))) {
        best = next;
        bestScore = score;
      }
      walk(next);
    }
  };
  walk(best);
  return best;
}
