import type { Kind } from "../ontology/ontology.js";
import { Block, CARRIED, withCarried } from "./block.js";
import {
  leavesOf,
  partsOf,
  type Cited,
  type ClaimFilter,
  type ClaimLeaf,
  type Compared,
  type Counted,
  type Ended,
  type Link,
  type Linked,
  type LinkLeaf,
  type Named,
  type NameTest,
  type NodeFilter,
  type NodeLeaf,
  type Tree,
} from "./condition.js";
import { comparesDate } from "./dates.js";
import { counts, known, NOW, originsSeen, recorded, rankOf, statusOf, type Moment } from "./moment.js";
import { quoted, where } from "./names.js";
import { Params } from "./params.js";
import {
  claimsOf,
  farOf,
  Planner,
  without,
  type ClaimStart,
  type HubWays,
  type NodeStart,
  type UnionStart,
} from "./plan.js";
import { EDGE_PROPERTIES } from "./record.js";
import type { Value } from "./statement.js";
import { ASSUMED, type Statistics } from "./statistics.js";

/** What a matching is to heed. */
export interface MatchOptions {
  readonly moment?: Moment;
  readonly statistics?: Statistics;
  /** Whether evidence travels along; to count, it is not needed. */
  readonly evidence?: boolean;
  /** What holds of all rows by the property by which they are ordered: where all that there are are looked at, its index gives them in its order, from there on. */
  readonly inOrder?: ((variable: string) => readonly string[]) | undefined;
}

/**
 * How many claims of evidence a row brings at most, and how many are carried along of what lies farther away than one relation: a node in the middle
 * of everything would drag all of its claims through each step.
 */
export const MAX_EVIDENCE = 200;

/**
 * Turns a filter into clauses. It begins where the planner says, walks the chain of claims from there to what is asked for, folding the paths into
 * evidence at each step, and tries what is left of the filter on each node found, each condition by a subquery of its own. The forms used here cost
 * the same on every engine, but for what {@link Page} is asked for; a nested EXISTS, the obvious form, does not.
 *
 * Evidence travels in lists of texts: ids of claims, each after a letter that tells its predicate (`Bc_1`: of that which {@link MatchWriter.predicates}
 * has at 1), and marks of absence (`!0 cortex`: what {@link MatchWriter.absences} has at 0 was not found at the entity cortex). An empty text says
 * only that something was found.
 */
export class MatchWriter {
  readonly #lines: string[] = [];
  readonly #params = new Params();
  /** The nodes that have some names, listed before all else: by the condition, the list's variable and the clause that makes it. */
  readonly #listed = new Map<Named, { readonly list: string; readonly line: string }>();
  /** Whether the text that is written is all of the statement, so that something can come before it. */
  #isWhole = false;
  /** What was looked for where it is proof that nothing was found. */
  readonly absences: LookedFor[] = [];
  /** The predicates of the claims that are evidence, each at the place of its letter. */
  readonly predicates: string[] = [];
  /** As of when what is written next is asked. */
  moment: Moment;
  readonly planner: Planner;
  readonly #inOrder: (variable: string) => readonly string[];
  /** What of the rows' proof is found once the page has been cut. */
  readonly #later: ((block: Block) => readonly string[])[] = [];
  #evidence: boolean;
  #count = 0;

  constructor({ moment = NOW, statistics = ASSUMED, evidence = true, inOrder = () => [] }: MatchOptions = {}) {
    this.#inOrder = inOrder;
    this.moment = moment;
    this.planner = new Planner(statistics);
    this.#evidence = evidence;
  }

  get text(): string {
    const listed = [...this.#listed.values()];
    const lines = [...listed.map(({ line }) => line), ...this.#lines].join("\n");
    return withCarried(
      lines,
      listed.map(({ list }) => list),
    );
  }

  /** What `$p` stands for in the text. */
  get params(): Readonly<Record<string, Value>> {
    return this.#params.values;
  }

  /** A value that travels as a parameter: answers the expression that stands for it. */
  get param(): (value: Value) => string {
    return this.#params.add;
  }

  /** {@link Params.valuesIn} of its parameters. */
  valuesIn(conditions: readonly object[]): ReturnType<Params["valuesIn"]> {
    return this.#params.valuesIn(conditions);
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /**
   * Binds the nodes that meet a filter, each once; answers the variable, and the expressions of the lists that hold evidence. The rest of the evidence
   * is what {@link proveRoot} finds.
   */
  matchRoot(filter: NodeFilter, page: Page | null = null): BoundRoot {
    this.#isWhole = true;
    const block = new Block(this.#lines);
    const start = this.planner.node(filter);
    const hub = page && this.planner.hubWays(filter, start, page.limit);
    const bound =
      page && hub ? this.#eitherWay(block, filter, hub, page) : this.#begin(block, filter, start, { isRoot: true });
    block.keep(this.#isThere(bound.variable, filter.kind).join(" AND "));
    const kept = block.vars.filter((one) => one !== bound.variable);
    return { ...bound, kept, scans: start.by === "kind", mostWays: hub?.most ?? null };
  }

  /**
   * Finds of the rows that are wanted what proves them and need not be found to tell which rows these are; `kept` are the variables that are bound by then.
   * Answers the expressions of the lists of this evidence.
   */
  proveRoot(...kept: readonly string[]): readonly string[] {
    const block = new Block(this.#lines, [...kept]);
    return this.#later.flatMap((prove) => prove(block));
  }

  /** Binds `c` to the claims that meet a filter, each once. */
  matchClaims(filter: ClaimFilter): void {
    this.#evidence = false;
    this.#isWhole = true;
    this.#beginClaims(new Block(this.#lines), filter, this.planner.claim(filter), "c");
  }

  /** Keeps of the edges or claims of a list those that meet a filter, without evidence; adds to the block's clauses. */
  narrowLink(block: Block, ends: LinkEnds, tree: Tree<LinkLeaf>): void {
    this.#evidence = false;
    this.#filterLink(block, ends, tree);
    block.lines.forEach((line, index) => (block.lines[index] = withCarried(line, [])));
  }

  /** That an entity is there for whoever asks: of all entities only sources are restricted. */
  #isThere(n: string, kind: Kind | null): readonly string[] {
    return (kind === null || kind.name === "SOURCE" ? known : recorded)(n, this.moment, this.param);
  }

  // ---- where it begins ---------------------------------------------------------------------------------------------

  /**
   * Binds a node where it is best begun, then tries the rest of its filter. `isWide`: it may be many, of which the rows of a page are taken in the end;
   * `isRoot`: the page is taken of them next.
   */
  #begin(
    block: Block,
    filter: NodeFilter,
    start: NodeStart,
    { isRoot = false, isWide = isRoot }: { readonly isRoot?: boolean; readonly isWide?: boolean } = {},
  ): Bound {
    const { variable, evidence, paths = null } = this.#start(block, filter.kind, start, isWide);
    // all of a kind are taken in their order, as far as they are needed: joining them with their claims would take them all
    const joins = start.by !== "kind";
    const more = this.#filterNode(block, variable, without(filter.meets, start.part), { joins, isRoot });
    return { variable, evidence: [...evidence, ...more], paths };
  }

  #start(block: Block, kind: Kind | null, start: NodeStart, isWide: boolean): Bound {
    if (start.by === "far")
      return this.#stepBack(block, this.#begin(block, start.far, start.start), start.link, kind, isWide);
    if (start.by === "claims") return this.#fromClaims(block, start.link, start.start, kind);
    if (start.by === "union") return this.#unite(block, start.starts, isWide);
    const label = labelOf(kind);
    const n = this.#next("n");
    const x = this.#next("x");
    if (start.by === "kind") block.add(`MATCH (${n}:${label})${where(isWide ? this.#inOrder(n) : [])}`, n);
    else if (start.by === "values") {
      const unwind = `UNWIND ${this.#params.given(start.test, "values")} AS ${x}`;
      if (start.property === "url") block.add(`${unwind} MATCH (${n}:Source {url: ${x}})`);
      else block.add(`${unwind} MATCH (${n}:Entity {id: ${x}})${label === "Entity" ? "" : ` WHERE ${n}:${label}`}`);
    } else this.#startByName(block, n, x, label, start);
    if (start.by !== "kind") block.distinct(n);
    return { variable: n, evidence: [] };
  }

  /** The union of what several ends find, each once, with the evidence by which each of them has found it. */
  #unite(block: Block, starts: UnionStart["starts"], isWide: boolean): Bound {
    const [n, path, all] = [this.#next("n"), this.#next("e"), this.#next("l")];
    const branches = starts.map(({ filter, start }) => {
      const inner = new Block();
      const { variable, evidence, paths = null } = this.#begin(inner, filter, start, { isWide });
      if (!this.#evidence) return `${inner.text} RETURN ${variable} AS ${n}`;
      const own = `[${["['']", ...(isWide ? evidence : this.#cutEach(evidence))].join(" + ")}]`;
      inner.add(`UNWIND ${paths === null ? own : `${own} + ${paths}`} AS ${path}`);
      return `${inner.text} RETURN ${variable} AS ${n}, ${path}`;
    });
    block.add(`CALL (${CARRIED}) { ${branches.join(" UNION ALL ")} }`);
    block.only(n);
    if (!this.#evidence) {
      block.distinct(n);
      return { variable: n, evidence: [] };
    }
    if (isWide) {
      block.add(`WITH ${CARRIED}${n}, collect(${path}) AS ${all}`, all);
      return { variable: n, evidence: [], paths: all };
    }
    block.add(`UNWIND ${path} AS one WITH ${CARRIED}${n}, collect(DISTINCT one) AS ${all}`, all);
    return { variable: n, evidence: [`${all} + []`] };
  }

  #startByName(block: Block, n: string, x: string, label: string, { as, tests }: Pick<Named, "as" | "tests">): void {
    const { node: name, property, edge } = NAMES[as];
    const exact = tests.find((test) => test.by === "in");
    const others = tests.filter((test) => test !== exact);
    const node = `${edge.fromName}(${n}:${label})`;
    if (exact && others.length === 0) {
      block.add(`UNWIND ${this.#params.given(exact, "values")} AS ${x} MATCH (:${name} {${property}: ${x}})${node}`);
      return;
    }
    const m = this.#next("m");
    const holds = others.map((test) => this.#nameMeets(`${m}.${property}`, test)).join(" AND ");
    if (exact) {
      block.add(
        `UNWIND ${this.#params.given(exact, "values")} AS ${x} MATCH (${m}:${name} {${property}: ${x}}) WHERE ${holds}`,
      );
    } else block.add(`MATCH (${m}:${name}) WHERE ${holds}`);
    block.add(`MATCH (${m})${node}`);
  }

  /** Finds claims in a subquery of its own, without evidence; answers the variable of the list of their ids. */
  #apart(block: Block, write: (inner: Block) => string): string {
    const inner = new Block();
    const variable = this.#withEvidence(false, () => write(inner));
    const list = this.#next("s");
    block.add(`CALL (${CARRIED}) { ${inner.text} RETURN collect(DISTINCT ${variable}.id) AS ${list} }`, list);
    return list;
  }

  /** From a node at the far end of a link to the one before it, folding the paths into its evidence. */
  #stepBack(block: Block, far: Bound, link: Link, kind: Kind | null, isWide: boolean): Bound {
    const n = this.#next("n");
    const r = this.#next("r");
    const type = quoted(link.predicate.name);
    // the link is written from the node before: its direction turns when walked back
    const way = link.direction === "OUT" ? `<-[${r}:${type}]-` : `-[${r}:${type}]->`;
    const holds = counts(r, link.scope, this.moment, this.param);
    block.add(`MATCH (${far.variable})${way}(${n}:${labelOf(kind)})${where(holds)}`, n, r);
    const beyond = this.#filterClaim(block, { edge: r }, claimsOf(link));
    return this.#fold(block, n, `${r}.claimId`, link, [...far.evidence, ...beyond], isWide);
  }

  /**
   * From the far ends of the only link that is asked for to the list that it leads to. Where more ways lead there than `most`, the list is first walked in
   * its order, looking at each entity whether one of its ways leads back, for as many of it as make a page if they are met with evenly. Where that does not
   * make a page, all ways are gone, as where they are few.
   */
  #eitherWay(block: Block, { kind }: NodeFilter, hub: HubWays, page: Page): Bound {
    const { link, far, start } = hub.start;
    const found = this.#begin(block, far, start);
    const [fars, ways, ends] = [this.#next("l"), this.#next("f"), this.#next("l")];
    const way = (near: string, edge: string, end: string) => {
      const [from, to] = link.direction === "OUT" ? [near, end] : [end, near];
      return `(${from})-[${edge}:${quoted(link.predicate.name)}]->(${to})`;
    };
    const path = ["[]", ...this.#cutEach(found.evidence)].join(" + ");
    const count = `COUNT { ${way("", "", found.variable)} }`;
    block.add(`WITH ${CARRIED}collect({node: ${found.variable}, path: ${path}}) AS ${fars}, sum(${count}) AS ${ways}`);
    block.add(`WITH ${CARRIED}${fars}, ${ways}, [f IN ${fars} | f.node] AS ${ends}`);

    const [n, r, m] = [this.#next("n"), this.#next("r"), this.#next("n")];
    const [own, met, walked] = [this.#next("e"), this.#next("l"), this.#next("l")];
    const holds = [...this.#inOrder(n), ...this.#isThere(n, kind)];
    const leads = [`${m} IN ${ends}`, ...counts(r, link.scope, this.moment, this.param)];
    const walking = [
      `WITH ${CARRIED}${ways}, ${ends} WHERE ${ways} > ${this.param(hub.most)}`,
      `MATCH (${n}:${labelOf(kind)})${where(holds)}`,
      page.cut(n, [ends], this.param(hub.walked)),
      `CALL (${n}, ${ends}) { MATCH ${way(n, r, `${m}:${labelOf(link.end)}`)}${where(leads)} RETURN collect(DISTINCT ${r}.claimId) AS ${own}, collect(${m}) AS ${met} }`,
      `WITH ${[n, own, met, page.columns].join(", ")} WHERE size(${own}) > 0`,
      `WITH ${n}, ${own}, ${met} ${page.ordered} LIMIT $limit RETURN collect([${n}, ${own}, ${met}]) AS ${walked}`,
    ];
    block.add(`CALL (${CARRIED}${ways}, ${ends}) { ${walking.join(" ")} }`);
    block.only(fars, walked);

    const [from, proof] = [this.#next("n"), this.#next("e")];
    const byWays = new Block([`WITH ${block.all} WHERE size(${walked}) < $limit`]);
    byWays.add(`UNWIND ${fars} AS far WITH ${CARRIED}far.node AS ${from}, far.path AS ${proof}`, from, proof);
    const evidence = this.#evidence ? [`${proof} + []`] : [];
    const bound = this.#stepBack(byWays, { variable: from, evidence }, link, kind, true);
    const [claims, paths] = byWays.vars.filter((one) => one !== bound.variable);
    const returned = [
      `w[0] AS ${bound.variable}`,
      ...(claims ? [`w[1] AS ${claims}`] : []),
      ...(paths ? [`[f IN ${fars} WHERE f.node IN w[2] | f.path] AS ${paths}`] : []),
    ];
    const asWalked = `WITH ${block.all} WHERE size(${walked}) = $limit UNWIND ${walked} AS w RETURN ${returned.join(", ")}`;
    block.add(`CALL (${block.all}) { ${asWalked} UNION ALL ${byWays.text} RETURN ${byWays.vars.join(", ")} }`);
    block.only(...byWays.vars);
    return bound;
  }

  /** From the claims of a link to the nodes that have them. */
  #fromClaims(block: Block, link: Link, start: ClaimStart, kind: Kind | null): Bound {
    const c = this.#next("c");
    const evidence = [...this.#beginClaims(block, { scope: link.scope, meets: claimsOf(link) }, start, c)];
    if (start.by !== "values" || start.property !== "predicate" || start.part !== null)
      block.keep(`${c}.predicate = ${this.param(link.predicate.name)}`);
    const n = this.#next("n");
    const [near, far] = link.direction === "OUT" ? ["SUBJECT", "OBJECT"] : ["OBJECT", "SUBJECT"];
    block.add(`MATCH (${c})-[:${near}]->(${n}:${labelOf(kind)})`, n);
    const beyond = farOf(link);
    if (partsOf(beyond.meets).length > 0) {
      const m = this.#next("n");
      block.add(`MATCH (${c})-[:${far}]->(${m}:${labelOf(beyond.kind)})`, m);
      evidence.push(...this.#filterNode(block, m, beyond.meets));
    }
    return this.#fold(block, n, `${c}.id`, link, evidence);
  }

  /** Binds `c` to claims, each once; answers the expressions of the evidence. */
  #beginClaims(block: Block, filter: ClaimFilter, start: ClaimStart, c: string): readonly string[] {
    if (start.by === "all") block.add(`MATCH (${c}:Claim)${where(this.#inOrder(c))}`, c);
    else if (start.by === "values") {
      const x = this.#next("x");
      const values = start.part === null ? this.param(start.test.values) : this.#params.given(start.test, "values");
      block.add(`UNWIND ${values} AS ${x} MATCH (${c}:Claim {${start.property}: ${x}})`, c);
    } else if (start.by === "union") {
      const lists = start.starts.map(({ filter: each, start: begun }) =>
        this.#apart(block, (inner) => {
          const found = this.#next("c");
          this.#beginClaims(inner, each, begun, found);
          return found;
        }),
      );
      const x = this.#next("x");
      block.add(`UNWIND ${lists.join(" + ")} AS ${x} WITH DISTINCT ${CARRIED}${x} MATCH (${c}:Claim {id: ${x}})`);
      block.only(c);
    } else {
      const { variable, evidence } = this.#begin(block, start.node, start.start);
      const q = this.#next("q");
      const holds = start.end === "source" ? known(q, this.moment, this.param) : [];
      block.add(`MATCH (${variable})${TO_CLAIM[start.end](q)}(${c}:Claim)${where(holds)}`);
      if (evidence.length > 0) this.#foldBeyond(block, c, evidence);
      else block.distinct(c);
    }
    const carried = block.vars.filter((variable) => variable !== c && variable.startsWith("e"));
    block.keep(counts(c, filter.scope, this.moment, this.param).join(" AND "));
    return [...carried, ...this.#filterClaim(block, { claim: c }, without(filter.meets, start.part))];
  }

  /** Goes on with each node once, and with the ids of the claims on all paths to it. */
  #fold(block: Block, n: string, claimId: string, link: Link, evidence: readonly string[], isWide = false): Bound {
    if (!this.#evidence) {
      block.distinct(n);
      return { variable: n, evidence: [] };
    }
    const own = this.#next("e");
    if (evidence.length === 0) {
      block.add(`WITH ${CARRIED}${n}, collect(DISTINCT ${claimId}) AS ${own}`);
      block.only(n, own);
      return { variable: n, evidence: [this.#lettered(block, own, link, isWide)] };
    }
    const [beyond, all, x] = [this.#next("e"), this.#next("l"), this.#next("c")];
    const most = this.param(MAX_EVIDENCE);
    const carried = this.#cutEach(evidence, most).join(" + ");
    if (isWide) {
      // what is asked for is often wide: of it only the rows of a page have their paths taken apart
      block.add(`WITH ${CARRIED}${n}, collect(DISTINCT ${claimId}) AS ${own}, collect(${carried}) AS ${all}`);
      block.only(n, own, all);
      return { variable: n, evidence: [this.#lettered(block, own, link, isWide)], paths: all };
    }
    block.add(`UNWIND ([''] + ${carried}) AS ${x}`);
    block.add(`WITH ${CARRIED}${n}, collect(DISTINCT ${claimId}) AS ${own}, collect(DISTINCT ${x}) AS ${all}`);
    block.add(`WITH ${CARRIED}${n}, ${own}, ${all}[0..${most}] AS ${beyond}`);
    block.only(n, own, beyond);
    return { variable: n, evidence: [this.#lettered(block, own, link, isWide), beyond] };
  }

  /** Lists of evidence, each with no more than is carried along; what is an expression has been cut before. */
  #cutEach(evidence: readonly string[], most = this.param(MAX_EVIDENCE)): readonly string[] {
    return evidence.map((list) => (/^\w+$/u.test(list) ? `${list}[0..${most}]` : list));
  }

  /** The ids of a list of claims of a link, each after its letter: as an expression for the rows of a page, else once for all that is carried on. */
  #lettered(block: Block, list: string, link: Link, isWide: boolean): string {
    const lettered = `[x IN ${list} | ${this.#letter(link)} + x]`;
    if (isWide) return lettered;
    const others = block.vars.filter((variable) => variable !== list);
    const e = this.#next("e");
    block.add(`WITH ${CARRIED}${others.join(", ")}, ${lettered} AS ${e}`);
    block.only(...others, e);
    return e;
  }

  #letter({ predicate }: Link): string {
    const known = this.predicates.indexOf(predicate.name);
    return LETTERS[known < 0 ? this.predicates.push(predicate.name) - 1 : known]!;
  }

  /** As {@link #fold}, of what leads to a claim that is evidence only later. */
  #foldBeyond(block: Block, c: string, evidence: readonly string[]): void {
    const [x, e] = [this.#next("c"), this.#next("e")];
    block.add(`UNWIND ([''] + ${evidence.join(" + ")}) AS ${x} WITH ${CARRIED}${c}, collect(DISTINCT ${x}) AS ${e}`);
    block.only(c, e);
  }

  // ---- what is tried on a node, a claim, a link that is bound -----------------------------------------------------

  /** Keeps a node where it meets the filter; answers the expressions of its evidence. Cheap conditions are tried first. */
  #filterNode(
    block: Block,
    n: string,
    tree: Tree<NodeLeaf>,
    { joins = false, isRoot = false } = {},
  ): readonly string[] {
    const joined = joins ? partsOf(tree).flatMap((part) => this.#joinable(part)) : [];
    const isJoined = (part: Tree<NodeLeaf>) => "leaf" in part && joined.includes(part.leaf as Linked);
    const rest = partsOf(tree).filter((part) => !isJoined(part));
    const isCheap = (part: Tree<NodeLeaf>) => leavesOf(part).every((leaf) => this.#isCheap(leaf));
    const filter = (parts: readonly Tree<NodeLeaf>[]) =>
      this.#filter<NodeLeaf>(block, { all: parts }, (part) => this.#tryNode(block, n, part), isRoot);
    return [
      ...filter(rest.filter(isCheap)),
      ...joined.flatMap(({ link }) => this.#join(block, n, link)),
      ...filter(rest.filter((part) => !isCheap(part))),
    ];
  }

  /** A link that must be there, to an entity of which nothing dear is asked: it is tried by joining its claims, not by a search for each node. */
  #joinable(part: Tree<NodeLeaf>): Linked[] {
    if (!("leaf" in part) || part.leaf.is !== "linked") return [];
    const { quantifier, link } = part.leaf;
    const isCheap = leavesOf(link.meets).every(({ meets }) =>
      leavesOf<NodeLeaf | ClaimLeaf>(meets).every((leaf) => this.#isCheap(leaf)),
    );
    return quantifier === "some" && link.predicate.value === "ENTITY" && isCheap ? [part.leaf] : [];
  }

  /** Keeps the nodes that have such a link; answers the variable of the list of its claims. */
  #join(block: Block, n: string, link: Link): readonly string[] {
    const kept = [...block.vars];
    const { pattern, ends, holds } = this.#pattern(n, link);
    block.add(`MATCH ${pattern}${where(holds)}`, ends.edge!, ends.node!);
    this.#filterLink(block, ends, link.meets);
    if (!this.#evidence) {
      block.add(`WITH DISTINCT ${CARRIED}${kept.join(", ")}`);
      block.only(...kept);
      return [];
    }
    const e = this.#next("e");
    block.add(
      `WITH ${CARRIED}${kept.join(", ")}, collect(DISTINCT ${this.#letter(link)} + ${ends.edge!}.claimId) AS ${e}`,
    );
    block.only(...kept, e);
    return [e];
  }

  #filterClaim(block: Block, claim: LinkEnds, tree: Tree<ClaimLeaf>): readonly string[] {
    return this.#filter(block, tree, (part) => this.#tryClaim(block, claim, part));
  }

  #filterLink(block: Block, ends: LinkEnds, tree: Tree<LinkLeaf>): readonly string[] {
    return partsOf(tree).flatMap((part) => {
      if ("leaf" in part && part.leaf.is === "claim") return this.#filterClaim(block, ends, part.leaf.meets);
      if ("leaf" in part && part.leaf.is === "node") return this.#filterNode(block, ends.node!, part.leaf.meets);
      const tried = this.#tryLink(block, ends, part);
      block.keep(tried.holds);
      return tried.evidence;
    });
  }

  #filter<Leaf extends { readonly is: string }>(
    block: Block,
    tree: Tree<Leaf>,
    attempt: (part: Tree<Leaf>) => Tried,
    isRoot = false,
  ): readonly string[] {
    const isCheap = (part: Tree<Leaf>) => leavesOf(part).every((leaf) => this.#isCheap(leaf));
    const cheap = partsOf(tree).filter(isCheap);
    block.keep(cheap.map((part) => attempt(part).holds).join(" AND "));
    const evidence: string[] = [];
    for (const part of partsOf(tree).filter((one) => !isCheap(one))) {
      const before = new Set(block.vars);
      const tried = attempt(part);
      block.keep(tried.holds);
      const isLater = tried.prove !== undefined && isRoot;
      if (isLater) this.#later.push(tried.prove);
      const proof = [...tried.evidence, ...(isLater ? [] : (tried.prove?.(block) ?? []))];
      evidence.push(...proof);
      // what was counted has served; lists of evidence and the claim's own node are needed further on
      const used = proof.join(" ");
      block.only(...block.vars.filter((one) => before.has(one) || /^c/u.test(one) || used.includes(one)));
    }
    return evidence;
  }

  /** Whether a condition is tried by looking at the thing itself. */
  #isCheap(leaf: { readonly is: string }): boolean {
    return leaf.is === "compared" || (leaf.is === "named" && this.#isWhole && isExact(leaf as Named));
  }

  /** Joins what was tried of the parts of a tree; of parts of which one is enough, those that hold are evidence. */
  #tryTree<Leaf>(
    block: Block,
    tree: Tree<Leaf>,
    attempt: (part: Tree<Leaf>) => Tried,
    one: (leaf: Leaf) => Tried,
  ): Tried {
    if ("leaf" in tree) return one(tree.leaf);
    const parts = ("all" in tree ? tree.all : tree.any).map((part) => {
      const { holds, evidence, prove } = attempt(part);
      return { holds, evidence: [...evidence, ...(prove?.(block) ?? [])] };
    });
    const holds = parts.map((part) => part.holds);
    if ("all" in tree) {
      return {
        holds: holds.length === 0 ? "true" : `(${holds.join(" AND ")})`,
        evidence: parts.flatMap(({ evidence }) => evidence),
      };
    }
    return {
      // a literal that is false in a MATCH makes a plan that Neo4j 5.26 itself finds wrong
      holds: holds.length === 0 ? this.param(false) : `(${holds.join(" OR ")})`,
      evidence: parts
        .filter(({ evidence }) => evidence.length > 0)
        .map((part) => `CASE WHEN ${part.holds} THEN ${part.evidence.join(" + ")} ELSE [] END`),
    };
  }

  #tryNode(block: Block, n: string, tree: Tree<NodeLeaf>): Tried {
    return this.#tryTree(
      block,
      tree,
      (part) => this.#tryNode(block, n, part),
      (leaf) => {
        if (leaf.is === "compared") return { holds: this.#compares(`${n}.${leaf.property}`, leaf), evidence: [] };
        return leaf.is === "named" ? this.#tryName(block, n, leaf) : this.#tryLinked(block, n, leaf);
      },
    );
  }

  #tryClaim(block: Block, claim: LinkEnds, tree: Tree<ClaimLeaf>): Tried {
    return this.#tryTree(
      block,
      tree,
      (part) => this.#tryClaim(block, claim, part),
      (leaf) => {
        switch (leaf.is) {
          case "compared":
            return { holds: this.#compares(this.#claimProperty(block, claim, leaf.property), leaf), evidence: [] };
          case "ended":
            return this.#tryEnd(block, this.#claimNode(block, claim), leaf);
          case "cited":
            return this.#tryCitation(block, this.#claimNode(block, claim), leaf);
          case "counted":
            return this.#tryCount(block, this.#claimNode(block, claim), leaf);
        }
      },
    );
  }

  #tryLink(block: Block, ends: LinkEnds, tree: Tree<LinkLeaf>): Tried {
    return this.#tryTree(
      block,
      tree,
      (part) => this.#tryLink(block, ends, part),
      (leaf) =>
        leaf.is === "claim" ? this.#tryClaim(block, ends, leaf.meets) : this.#tryNode(block, ends.node!, leaf.meets),
    );
  }

  /** That one of a node's names, or ids in registers, meets all tests, or none does; names are no claims. */
  #tryName(block: Block, n: string, named: Named): Tried {
    const { as, tests, negated } = named;
    if (this.#isWhole && isExact(named)) {
      const holds = `${n} IN ${this.#list(named)}`;
      return { holds: negated ? `NOT ${holds}` : holds, evidence: [] };
    }
    const [m, f] = [this.#next("m"), this.#next("f")];
    const { node: name, property, edge } = NAMES[as];
    const holds = tests.map((test) => this.#nameMeets(`${m}.${property}`, test));
    block.add(`CALL (${n}) { MATCH (${n})${edge.toName}(${m}:${name})${where(holds)} RETURN count(${m}) AS ${f} }`, f);
    return { holds: negated ? `${f} = 0` : `${f} > 0`, evidence: [] };
  }

  /** The variable of the list of the few nodes that have some names: they are sought once, and not the names of each node that is tried. */
  #list(named: Named): string {
    const known = this.#listed.get(named);
    if (known) return known.list;
    const [list, n] = [this.#next("s"), this.#next("n")];
    const found = new Block();
    this.#startByName(found, n, this.#next("x"), "Entity", named);
    this.#listed.set(named, { list, line: `CALL () { ${found.text} RETURN collect(DISTINCT ${n}) AS ${list} }` });
    return list;
  }

  #nameMeets(name: string, test: NameTest): string {
    if (test.by === "in") return `${name} IN ${this.#params.given(test, "values")}`;
    return `${name} ${test.by === "contains" ? "CONTAINS" : "STARTS WITH"} ${this.#params.given(test, "value")}`;
  }

  #tryLinked(block: Block, n: string, { quantifier, link }: Linked): Tried {
    if (quantifier === "some") {
      const found = this.#findLinks(block, n, link, link.meets, this.#evidence);
      return { holds: found.holds, evidence: found.list ? [found.list] : [] };
    }
    const contrary = this.#findLinks(block, n, link, link.fails ?? link.meets, false);
    const holds = contrary.fails;
    if (!this.#evidence) return { holds, evidence: [] };
    const absence = `['!${this.absences.push({ link, quantifier }) - 1} ' + ${n}.id]`;
    if (quantifier === "none") return { holds, evidence: [absence] };
    // of "every", the claims that were checked are the proof; where there are none, that there are none
    const prove = (block: Block) => {
      const { list } = this.#findLinks(block, n, link, link.meets, true);
      return [`CASE WHEN size(${list}) > 0 THEN ${list} ELSE ${absence} END`];
    };
    return { holds, evidence: [], prove };
  }

  /** Looks for the claims of a link at a node: their evidence, or how many there are. */
  #findLinks(block: Block, n: string, link: Link, tree: Tree<LinkLeaf>, evidence: boolean): Found {
    return this.#withEvidence(evidence, () => {
      const { pattern, ends, holds } = this.#pattern(n, link);
      const inner = new Block(
        [`MATCH ${pattern}${where(holds)}`],
        [ends.edge, ends.node, ends.claim].flatMap((one) => one ?? []),
      );
      const beyond = this.#filterLink(inner, ends, tree);
      const claim = ends.edge ? `${ends.edge}.claimId` : `${ends.claim!}.id`;
      const counted = ends.node ?? ends.claim!;
      return this.#find(block, n, inner, counted, evidence ? `${this.#letter(link)} + ${claim}` : claim, beyond);
    });
  }

  /** How the claims of a link are found at a node, and what must hold of each to be looked at at all. */
  #pattern(
    n: string,
    link: Link,
  ): { readonly pattern: string; readonly ends: LinkEnds; readonly holds: readonly string[] } {
    if (link.predicate.value === "ENTITY") {
      const [r, m] = [this.#next("r"), this.#next("n")];
      const type = quoted(link.predicate.name);
      const way = link.direction === "OUT" ? `-[${r}:${type}]->` : `<-[${r}:${type}]-`;
      const pattern = `(${n})${way}(${m}:${labelOf(link.end)})`;
      return { pattern, ends: { edge: r, node: m }, holds: counts(r, link.scope, this.moment, this.param) };
    }
    const c = this.#next("c");
    const ofPredicate = `${c}.predicate = ${this.param(link.predicate.name)}`;
    const holds = [ofPredicate, ...counts(c, link.scope, this.moment, this.param)];
    return { pattern: `(${n})<-[:SUBJECT]-(${c}:Claim)`, ends: { claim: c }, holds };
  }

  #tryEnd(block: Block, c: string, { end, node, negated }: Ended): Tried {
    const found = this.#withEvidence(this.#evidence && !negated, () => {
      const [q, n] = [this.#next("q"), this.#next("n")];
      const holds = end === "source" ? known(q, this.moment, this.param) : [];
      const match = `MATCH (${c})${FROM_CLAIM[end](q)}(${n}:${labelOf(node.kind)})${where(holds)}`;
      const inner = new Block([match], [n]);
      const beyond = this.#filterNode(inner, n, node.meets);
      return this.#find(block, c, inner, n, beyond.length > 0 ? "''" : null, beyond);
    });
    return { holds: negated ? found.fails : found.holds, evidence: found.list && !negated ? [found.list] : [] };
  }

  #tryCitation(block: Block, c: string, { compared, source, negated }: Cited): Tried {
    const found = this.#withEvidence(this.#evidence && !negated, () => {
      const q = this.#next("q");
      const holds = [
        ...known(q, this.moment, this.param),
        ...compared.map((one) => this.#compares(`${q}.${one.property}`, one)),
      ];
      const inner = new Block([`MATCH (${c})-[:HAS_CITATION]->(${q}:Citation)${where(holds)}`], [q]);
      let beyond: readonly string[] = [];
      if (source) {
        const s = this.#next("n");
        inner.add(`MATCH (${q})-[:HAS_SOURCE]->(${s}:${labelOf(source.kind)})`, s);
        beyond = this.#filterNode(inner, s, source.meets);
      }
      return this.#find(block, c, inner, q, beyond.length > 0 ? "''" : null, beyond);
    });
    return { holds: negated ? found.fails : found.holds, evidence: found.list && !negated ? [found.list] : [] };
  }

  #tryCount(block: Block, c: string, counted: Counted): Tried {
    const { what, sign, negated } = counted;
    const [q, o, f] = [this.#next("q"), this.#next("o"), this.#next("f")];
    const match = `MATCH (${c})-[:HAS_CITATION]->(${q}:Citation)${where(known(q, this.moment, this.param))}`;
    const number = what === "citations" ? `count(${q})` : `count(DISTINCT ${o})`;
    const origins = what === "origins" ? ` UNWIND ${originsSeen(q, this.moment)} AS ${o}` : "";
    block.add(`CALL (${c}) { ${match}${origins} RETURN ${number} AS ${f} }`, f);
    const holds = `${f} ${SIGNS[sign]} ${this.#params.given(counted, "value")}`;
    return { holds: negated ? `NOT ${holds}` : holds, evidence: [] };
  }

  /** Ends a subquery about `bound`: with the list of what was found, where that is evidence, else with how much. */
  #find(
    block: Block,
    bound: string,
    inner: Block,
    counted: string,
    id: string | null,
    beyond: readonly string[],
  ): Found {
    if (!this.#evidence || id === null) {
      const f = this.#next("f");
      inner.add(`WITH ${counted} LIMIT 1 RETURN count(${counted}) AS ${f}`);
      block.add(`CALL (${CARRIED}${bound}) { ${inner.text} }`, f);
      return { holds: `${f} > 0`, fails: `${f} = 0`, list: null };
    }
    const e = this.#next("e");
    if (beyond.length === 0) inner.add(`RETURN collect(DISTINCT ${id}) AS ${e}`);
    else {
      const x = this.#next("c");
      inner.add(`UNWIND ([${id}] + ${beyond.join(" + ")}) AS ${x} RETURN collect(DISTINCT ${x}) AS ${e}`);
    }
    block.add(`CALL (${CARRIED}${bound}) { ${inner.text} }`, e);
    return { holds: `size(${e}) > 0`, fails: `size(${e}) = 0`, list: e };
  }

  /** Writes with evidence or without it, and goes on as before. */
  #withEvidence<T>(evidence: boolean, write: () => T): T {
    const before = this.#evidence;
    this.#evidence = evidence;
    try {
      return write();
    } finally {
      this.#evidence = before;
    }
  }

  // ---- properties --------------------------------------------------------------------------------------------------

  /** A claim's property; an edge carries some of them, and for the others the claim's own node is sought. */
  #claimProperty(block: Block, claim: LinkEnds, property: string): string {
    const onEdge =
      property === "id" ? "claimId" : (EDGE_PROPERTIES as readonly string[]).includes(property) ? property : null;
    const [variable, name] =
      claim.edge && onEdge && !claim.claim ? [claim.edge, onEdge] : [this.#claimNode(block, claim), property];
    if (name === "status") return statusOf(variable, this.moment, this.param);
    return name === "rank" ? rankOf(variable, this.moment, this.param) : `${variable}.${name}`;
  }

  /** The claim's own node, sought by its edge the first time that it is needed. */
  #claimNode(block: Block, claim: LinkEnds): string {
    if (claim.claim) return claim.claim;
    const [x, c] = [this.#next("x"), this.#next("c")];
    block.add(`WITH ${block.all}, ${claim.edge!}.claimId AS ${x} MATCH (${c}:Claim {id: ${x}})`, c);
    claim.claim = c;
    return c;
  }

  #compares(expression: string, { test, negated }: Compared): string {
    const holds = this.#test(expression, test);
    return negated ? `(${expression} IS NULL OR NOT ${holds})` : holds;
  }

  #test(expression: string, test: Compared["test"]): string {
    switch (test.by) {
      case "in": {
        const values = this.#params.given(test, "values");
        return test.many ? `any(t IN ${expression} WHERE t IN ${values})` : `${expression} IN ${values}`;
      }
      case "startsWith":
      case "contains": {
        const meets = `${test.by === "contains" ? "CONTAINS" : "STARTS WITH"} ${this.#params.given(test, "value")}`;
        return test.many ? `any(t IN ${expression} WHERE t ${meets})` : `${expression} ${meets}`;
      }
      case "date":
        return `(${comparesDate(expression, test.sign, this.#params.given(test, "from"), this.#params.given(test, "to"))})`;
      default:
        return `${expression} ${SIGNS[test.by]} ${this.#params.given(test, "value")}`;
    }
  }

  #next(prefix: string): string {
    return `${prefix}${this.#count++}`;
  }
}

/** By what entities are found: the nodes that have them, and how those and the entities hang together. */
const NAMES = {
  name: { node: "Name", property: "folded", edge: { fromName: "<-[:HAS_NAME]-", toName: "-[:HAS_NAME]->" } },
  identifier: {
    node: "Identifier",
    property: "id",
    edge: { fromName: "-[:IDENTIFIES]->", toName: "<-[:IDENTIFIES]-" },
  },
} as const;

/** As many as a filter can have predicates, and more. */
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].map((letter) => `'${letter}'`);

const SIGNS = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/** The ways from a claim to its ends; to a source they lead by a citation, `q`. */
const FROM_CLAIM: Readonly<Record<Ended["end"], (q: string) => string>> = {
  subject: () => "-[:SUBJECT]->",
  object: () => "-[:OBJECT]->",
  attributedTo: () => "-[:ATTRIBUTED_TO]->",
  source: (q) => `-[:HAS_CITATION]->(${q}:Citation)-[:HAS_SOURCE]->`,
};
const TO_CLAIM: Readonly<Record<Ended["end"], (q: string) => string>> = {
  subject: () => "<-[:SUBJECT]-",
  object: () => "<-[:OBJECT]-",
  attributedTo: () => "<-[:ATTRIBUTED_TO]-",
  source: (q) => `<-[:HAS_SOURCE]-(${q}:Citation)<-[:HAS_CITATION]-`,
};

/** The claims of a link that were looked for: such as it asks for, or any, where all of them were to be such. */
export interface LookedFor {
  readonly link: Link;
  readonly quantifier: "none" | "every";
}

/** What was looked for, as a filter is written. */
export function lookedForText({ link, quantifier }: LookedFor): string {
  return `${link.field}: { some: ${quantifier === "none" ? link.written() : "{}"} }`;
}

/** What is written in evidence of a claim: its id, and its predicate, of the {@link MatchWriter.predicates}. */
export function readEvidence(written: string, predicates: readonly string[]): FoundClaim {
  return { id: written.slice(1), predicate: predicates[LETTERS.indexOf(`'${written[0]}'`)]! };
}

/** A claim that is evidence. */
export interface FoundClaim {
  readonly id: string;
  readonly predicate: string;
}

/** What a link is bound to: its edge, or its claim, or in time both; and the node at its other end. */
export interface LinkEnds {
  readonly edge?: string;
  readonly node?: string;
  claim?: string;
}

/** A node that a statement has bound, and the expressions of the lists that hold its evidence. */
export interface Bound {
  readonly variable: string;
  readonly evidence: readonly string[];
  /** The expression of a list of such lists, one a path, where they have not been taken apart. */
  readonly paths?: string | null;
}

/** The nodes that a filter finds. */
export interface BoundRoot extends Bound {
  /** The other variables that hold evidence. */
  readonly kept: readonly string[];
  /** Whether all of a kind are looked at, in the order of an index. */
  readonly scans: boolean;
  /** {@link HubWays.most}, where there may be hubs. */
  readonly mostWays: number | null;
}

/** A page of what is listed in the order of an index; its rows are `$limit`. */
export interface Page {
  readonly limit: number;
  /** The clauses that take of nodes `n` so many of the page and of what comes after it, with its keys as the columns and other variables that are kept. */
  readonly cut: (n: string, kept: readonly string[], most: string) => string;
  readonly columns: string;
  /** The order by these. */
  readonly ordered: string;
}

/** What was tried of a thing that is bound: an expression that says whether it holds, and those of its evidence where it does. */
interface Tried {
  readonly holds: string;
  readonly evidence: readonly string[];
  /** Writes what finds more of its evidence, and answers the expressions of that: where it is dear, and not needed to tell whether it holds. */
  readonly prove?: (block: Block) => readonly string[];
}

/** What a subquery has found: expressions that say whether it is something or nothing, and the variable of the list of evidence. */
interface Found {
  readonly holds: string;
  readonly fails: string;
  readonly list: string | null;
}

/** Whether one of the tests of a name is by all of it, so that an index finds those that have it. */
function isExact({ tests }: Named): boolean {
  return tests.some(({ by }) => by === "in");
}

/** The label under which a node is sought. */
function labelOf(kind: Kind | null): string {
  return kind ? quoted(kind.type) : "Entity";
}
