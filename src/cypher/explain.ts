import type { Kind, Predicate } from "../ontology/ontology.js";
import type { ClaimFilter, ClaimLeaf, Ended, NodeFilter, NodeLeaf, Tree } from "./condition.js";
import { allOf, leavesOf, partsOf } from "./condition.js";
import { claimText, namesText, nodeText, valuesText } from "./conditionText.js";
import type { Moment } from "./moment.js";
import {
  claimsOf,
  farOf,
  without,
  type ClaimStart,
  type NodeStart,
  type Plan,
  type Planner,
  type Weighed,
} from "./plan.js";
import { ASSUMED } from "./statistics.js";

/** Why a statement is as it is, as data: what was weighed, what was chosen, and what is done one after another. */
export interface Explanation {
  readonly finds: Things;
  /** What they must meet, in words. */
  readonly meets: string;
  readonly moment: Moment;
  /** Whether the numbers are of a graph that has been counted. */
  readonly statistics: "counted" | "assumed";
  /** Each choice of where to begin: that for the whole first, then those along the chosen way, from what is found back to where it begins. */
  readonly choices: readonly Choice[];
  readonly steps: readonly Step[];
  /** How the rows are ordered and cut; null where they are only counted. */
  readonly rows: {
    readonly order: readonly { readonly by: string; readonly direction: "ASC" | "DESC" }[];
    readonly limit: number;
    /** By how many ways at most the last step is gone at once; where there are more, the list is first walked in its order. Null where it always is. */
    readonly mostWays: number | null;
    /** Whether they are the last ones, after or before a cursor. */
    readonly last: boolean;
    readonly after: boolean;
    readonly before: boolean;
  } | null;
}

/** Entities of a kind (null: of every one), or claims. */
export type Things = { readonly entities: string | null } | { readonly claims: string | null };

/** Where the search for some things could begin. */
export interface Choice {
  readonly of: Things;
  readonly ends: readonly End[];
}

/** One end, and the way from it. */
export interface End {
  readonly way: readonly Step[];
  /** About how many it leads to, and about how many nodes and edges are looked at with all that is to be tried on them. */
  readonly found: number;
  readonly cost: number;
  readonly chosen: boolean;
}

export type Step =
  /** Takes all of them, or those that an index finds. */
  | { readonly do: "begin"; readonly at: Things; readonly through: "label" | "index"; readonly by: string | null }
  /** Takes all that any of several ends find. */
  | { readonly do: "unite"; readonly branches: readonly (readonly Step[])[] }
  /** Goes on to what edges lead to: the relation that is named, or the ends of claims. */
  | { readonly do: "walk"; readonly along: string; readonly to: Things }
  /** Keeps those that meet a condition: what stands on the thing itself, or what a search of its own must find. */
  | { readonly do: "try"; readonly on: Things; readonly condition: string; readonly how: "properties" | "search" };

/** Explains a plan. */
export function explainPlan({ finds, planner, moment, rows }: Plan): Explanation {
  const explainer = new Explainer(planner);
  const found =
    "entities" in finds
      ? explainer.nodes(finds.entities, planner.weighNode(finds.entities))
      : explainer.claims(finds.claims, planner.weighClaim(finds.claims), null);
  return {
    finds: "entities" in finds ? entitiesOf(finds.entities.kind) : CLAIMS,
    meets: "entities" in finds ? nodeText(finds.entities.meets) : claimText(finds.claims.meets),
    moment,
    statistics: planner.statistics === ASSUMED ? "assumed" : "counted",
    ...found,
    rows: rows && {
      order: rows.keys.map(({ name, direction }) => ({ by: name, direction })),
      limit: rows.window.limit,
      mostWays: rows.mostWays ?? null,
      last: rows.window.backward ?? false,
      after: typeof rows.window.after === "string",
      before: typeof rows.window.before === "string",
    },
  };
}

const CLAIMS: Things = { claims: null };

function entitiesOf(kind: Kind | null): Things {
  return { entities: kind?.name ?? null };
}

type Explained = Pick<Explanation, "choices" | "steps">;

/** Goes the way that `MatchWriter` goes, and says what it does there instead of writing it. */
class Explainer {
  constructor(private readonly planner: Planner) {}

  nodes(filter: NodeFilter, { starts, chosen }: Weighed<NodeStart>): Explained {
    const ends = starts.map((start) => endOf(start, chosen, this.#nodeSteps(filter, start)));
    return {
      choices: [{ of: entitiesOf(filter.kind), ends }, ...this.#beneathNode(chosen)],
      steps: this.#nodeSteps(filter, chosen),
    };
  }

  claims(filter: ClaimFilter, { starts, chosen }: Weighed<ClaimStart>, predicate: Predicate | null): Explained {
    const ends = starts.map((start) => endOf(start, chosen, this.#claimSteps(filter, start)));
    return {
      choices: [{ of: { claims: predicate?.name ?? null }, ends }, ...this.#beneathClaim(chosen)],
      steps: this.#claimSteps(filter, chosen),
    };
  }

  #beneathNode(chosen: NodeStart): readonly Choice[] {
    switch (chosen.by) {
      case "far":
        return this.nodes(chosen.far, this.planner.weighNode(chosen.far)).choices;
      case "claims": {
        const { link } = chosen;
        const filter = { scope: link.scope, meets: claimsOf(link) };
        return this.claims(filter, this.planner.weighClaim(filter, link.predicate), link.predicate).choices;
      }
      case "union":
        return chosen.starts.flatMap(({ filter }) => this.nodes(filter, this.planner.weighNode(filter)).choices);
      default:
        return [];
    }
  }

  #beneathClaim(chosen: ClaimStart): readonly Choice[] {
    if (chosen.by === "end") return this.nodes(chosen.node, this.planner.weighNode(chosen.node)).choices;
    if (chosen.by !== "union") return [];
    return chosen.starts.flatMap(({ filter }) => this.claims(filter, this.planner.weighClaim(filter), null).choices);
  }

  #nodeSteps(filter: NodeFilter, start: NodeStart): Step[] {
    const on = entitiesOf(filter.kind);
    return [...this.#nodeStart(on, start), ...tries(on, without(filter.meets, start.part), nodeText)];
  }

  #nodeStart(at: Things, start: NodeStart): Step[] {
    switch (start.by) {
      case "kind":
        return [{ do: "begin", at, through: "label", by: null }];
      case "values":
        return [{ do: "begin", at, through: "index", by: valuesText(start.property, start.test.values) }];
      case "names": {
        const through = start.tests.some(({ by }) => by === "in") ? "index" : "label";
        return [{ do: "begin", at, through, by: namesText(start.as, start.tests) }];
      }
      case "union":
        return [{ do: "unite", branches: start.starts.map((each) => this.#nodeSteps(each.filter, each.start)) }];
      case "far": {
        const { predicate } = start.link;
        return [
          ...this.#nodeSteps(start.far, start.start),
          { do: "walk", along: predicate.name, to: at },
          ...tries({ claims: predicate.name }, claimsOf(start.link), claimText),
        ];
      }
      case "claims": {
        const { link } = start;
        const on = { claims: link.predicate.name };
        const beyond = farOf(link);
        const [near, far] = link.direction === "OUT" ? ["SUBJECT", "OBJECT"] : ["OBJECT", "SUBJECT"];
        return [
          ...this.#claimSteps({ scope: link.scope, meets: claimsOf(link) }, start.start, on),
          { do: "walk", along: near, to: at },
          ...(partsOf(beyond.meets).length > 0 ? [search(on, `${far} { ${nodeText(beyond.meets)} }`)] : []),
        ];
      }
    }
  }

  #claimSteps({ meets }: ClaimFilter, start: ClaimStart, on: Things = CLAIMS): Step[] {
    return [...this.#claimStart(on, start), ...tries(on, without(meets, start.part), claimText)];
  }

  #claimStart(at: Things, start: ClaimStart): Step[] {
    switch (start.by) {
      case "all":
        return [{ do: "begin", at, through: "label", by: null }];
      case "values": {
        // of a link's own predicate all claims are taken
        const by =
          start.property === "predicate" && start.part === null ? null : valuesText(start.property, start.test.values);
        return [{ do: "begin", at, through: "index", by }];
      }
      case "union":
        return [{ do: "unite", branches: start.starts.map((each) => this.#claimSteps(each.filter, each.start)) }];
      case "end":
        return [...this.#nodeSteps(start.node, start.start), { do: "walk", along: TO_CLAIM[start.end], to: at }];
    }
  }
}

/** The edges on the way to a claim from what stands at such an end of it. */
const TO_CLAIM: Readonly<Record<Ended["end"], string>> = {
  subject: "SUBJECT",
  object: "OBJECT",
  attributedTo: "ATTRIBUTED_TO",
  source: "HAS_SOURCE, HAS_CITATION",
};

function endOf(start: NodeStart | ClaimStart, chosen: NodeStart | ClaimStart, steps: readonly Step[]): End {
  const way = steps.filter((step) => step.do !== "try");
  return { way, found: start.found, cost: start.cost, chosen: start === chosen };
}

/** Properties are looked at first, together; then come the searches, one after another. */
function tries<Leaf extends NodeLeaf | ClaimLeaf>(
  on: Things,
  tree: Tree<Leaf>,
  text: (tree: Tree<Leaf>) => string,
): Step[] {
  const isCheap = (part: Tree<Leaf>) => leavesOf(part).every(({ is }) => is === "compared");
  const cheap = partsOf(tree).filter(isCheap);
  const dear = partsOf(tree).filter((part) => !isCheap(part));
  return [
    ...(cheap.length > 0 ? [{ do: "try", on, condition: text(allOf(cheap)), how: "properties" } as const] : []),
    ...dear.map((part) => search(on, text(part))),
  ];
}

function search(on: Things, condition: string): Step {
  return { do: "try", on, condition, how: "search" };
}
