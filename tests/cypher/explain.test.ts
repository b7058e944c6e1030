import { describe, expect, test } from "vitest";
import { planText } from "../../src/cli/explainText.js";
import { claimCount, claimPage } from "../../src/cypher/claimPage.js";
import { entityCount, entityPage } from "../../src/cypher/entityPage.js";
import { explainPlan, type Explanation, type Step } from "../../src/cypher/explain.js";
import { readMoment } from "../../src/cypher/moment.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { planOf, type PlannedStatement } from "../../src/cypher/plan.js";
import { statisticsOf } from "../../src/cypher/statistics.js";
import { SanadError } from "../../src/errors.js";
import { loadOntology } from "../../src/ontology/load.js";
import { RandomFilter } from "./randomFilter.js";
import { Random, randomGraph } from "./randomGraph.js";

const ontology = loadOntology("schema/ontology.yaml");
const cluster = ontology.kinds.get("CLUSTER")!;
const named = (name: string) => ({ some: { node: { name: { eq: name } } } });
const TWO_ENDS = { usesChip: named("H100"), ownedBy: { some: { node: { controlledBy: named("Elon Musk") } } } };

function explained(statement: PlannedStatement): Explanation {
  return explainPlan(planOf(statement)!);
}
function page(where: object, more: object = {}): PlannedStatement {
  return entityPage(ontology, { kind: cluster, where, orderBy: [], limit: 21, ...more }).statement;
}
const textOf = (statement: PlannedStatement) => planText(statement.name, explained(statement));

describe("a plan is told", () => {
  test("of a filter with two ends", () => {
    expect(textOf(page(TWO_ENDS))).toMatchInlineSnapshot(`
      "Plan of entities.page
        Finds: entities of kind CLUSTER where usesChip some { node { name = "h100" } } and ownedBy some { node { controlledBy some { node { name = "elon musk" } } } }
        Where to begin, by assumed numbers (found: about how many; cost: about how much is looked at):
          for entities of kind CLUSTER
                found      cost
               10,000    60,000  all entities of kind CLUSTER
                  1.8       9.2  CHIP with name = "h100" -[USES_CHIP]- CLUSTER
                9,000    63,000  all USES_CHIP claims -[SUBJECT]- CLUSTER
          ->      1.6       8.7  PERSON with name = "elon musk" -[CONTROLS]- COMPANY -[OWNS]- CLUSTER
                9,000    63,000  all OWNS claims -[OBJECT]- CLUSTER
          for entities of kind COMPANY
                found      cost
               10,000    30,000  all entities of kind COMPANY
          ->      1.8       3.8  PERSON with name = "elon musk" -[CONTROLS]- COMPANY
                9,000    36,000  all CONTROLS claims -[OBJECT]- COMPANY
        Steps:
          1. Begin with the entities of kind PERSON with name = "elon musk", found through an index.
          2. Walk back along CONTROLS to entities of kind COMPANY, each once.
          3. Walk back along OWNS to entities of kind CLUSTER, each once.
          4. On each of the entities of kind CLUSTER, search for usesChip some { node { name = "h100" } }; keep those where that holds.
          5. Order by NAME, then ID.
          6. Take the first, at most 21, one more than the page, which tells whether there are more."
    `);
  });

  test("of a list that has hubs, where the engine counts edges", () => {
    const steps = (more: object) => textOf(page({ usesChip: named("H100") }, more)).split("Steps:\n")[1];
    expect(steps({ countsEdges: true })).toMatchInlineSnapshot(`
      "    1. Begin with the entities of kind CHIP with name = "h100", found through an index.
          2. Walk back along USES_CHIP to entities of kind CLUSTER, each once.
          3. Where that are more than 1,015 edges, look first at the entities of kind CLUSTER in their order: at so many of them as should make a page.
          4. Order by NAME, then ID.
          5. Take the first, at most 21, one more than the page, which tells whether there are more."
    `);
    for (const more of [{}, { countsEdges: true, count: true }]) expect(steps(more)).not.toContain("edges");
  });

  test("of the same filter over a graph that has been counted, and where the rows are only counted", () => {
    const kinds = new Map([...ontology.kinds.keys()].map((kind) => [kind, 100]));
    const predicates = new Map([...ontology.predicates.keys()].map((name) => [name, 100]));
    const statistics = statisticsOf(kinds, predicates.set("USES_CHIP", 9000));
    expect(textOf(entityCount(ontology, cluster, TWO_ENDS, { statistics }))).toMatchInlineSnapshot(`
      "Plan of entities.count
        Finds: entities of kind CLUSTER where usesChip some { node { name = "h100" } } and ownedBy some { node { controlledBy some { node { name = "elon musk" } } } }
        Where to begin, by counted numbers (found: about how many; cost: about how much is looked at):
          for entities of kind CLUSTER
                found      cost
                  100    18,400  all entities of kind CLUSTER
                  180       722  CHIP with name = "h100" -[USES_CHIP]- CLUSTER
                9,000    63,000  all USES_CHIP claims -[SUBJECT]- CLUSTER
          ->        2       366  PERSON with name = "elon musk" -[CONTROLS]- COMPANY -[OWNS]- CLUSTER
                  100    18,500  all OWNS claims -[OBJECT]- CLUSTER
          for entities of kind COMPANY
                found      cost
                  100       300  all entities of kind COMPANY
          ->        2         4  PERSON with name = "elon musk" -[CONTROLS]- COMPANY
                  100       400  all CONTROLS claims -[OBJECT]- COMPANY
        Steps:
          1. Begin with the entities of kind PERSON with name = "elon musk", found through an index.
          2. Walk back along CONTROLS to entities of kind COMPANY, each once.
          3. Walk back along OWNS to entities of kind CLUSTER, each once.
          4. On each of the entities of kind CLUSTER, search for usesChip some { node { name = "h100" } }; keep those where that holds.
          5. Count them."
    `);
  });

  test("of a filter with an or, and all that a page may ask", () => {
    const where = {
      or: [{ usesChip: named("H100") }, { id: { in: ["a", "b", "c", "d"] } }],
      locatedIn: { none: { claim: { modality: { not: "PLANNED" } } } },
      name: { startsWith: "c" },
    };
    const { list, keys } = entityPage(ontology, { kind: cluster, where, orderBy: [], limit: 3 });
    const before = encodeCursor(list, keys, ["a", "b"]);
    const moment = readMoment({ validAt: "2024", knownAt: "2024-10-29T10:00:00Z" })!;
    expect(textOf(page(where, { before, backward: true, limit: 3, moment }))).toMatchInlineSnapshot(`
      "Plan of entities.page
        Finds: entities of kind CLUSTER where (usesChip some { node { name = "h100" } } or id in ["a", "b", "c", 1 more]) and locatedIn none { claim { not (modality = "PLANNED") } } and name startsWith "c"
        Valid: 2024-01-01 to 2024-12-31
        Known: at 2024-10-29T10:00:00.000Z
        Where to begin, by assumed numbers (found: about how many; cost: about how much is looked at):
          for entities of kind CLUSTER
                found      cost
               10,000    50,000  all entities of kind CLUSTER
          ->      2.8        10  (CHIP with name = "h100" -[USES_CHIP]- CLUSTER) and (CLUSTER with id in ["a", "b", "c", 1 more])
                1,001    29,004  CLUSTER with name startsWith "c"
          for entities of kind CLUSTER
                found      cost
               10,000    30,000  all entities of kind CLUSTER
          ->      1.8       3.8  CHIP with name = "h100" -[USES_CHIP]- CLUSTER
                9,000    36,000  all USES_CHIP claims -[SUBJECT]- CLUSTER
        Steps:
          1. Unite what these find, each once:
             a1. Begin with the entities of kind CHIP with name = "h100", found through an index.
             a2. Walk back along USES_CHIP to entities of kind CLUSTER, each once.
             b1. Begin with the entities of kind CLUSTER with id in ["a", "b", "c", 1 more], found through an index.
          2. On each of the entities of kind CLUSTER, search for locatedIn none { claim { not (modality = "PLANNED") } }; keep those where that holds.
          3. On each of the entities of kind CLUSTER, search for name startsWith "c"; keep those where that holds.
          4. Order by NAME, then ID.
          5. Take the last before the cursor, at most 3, one more than the page, which tells whether there are more."
    `);
  });

  test("of claims, by what only they are asked", () => {
    const where = {
      attributedTo: { name: { eq: "Elon Musk" } },
      citation: { basis: { eq: "STATED" } },
      origins: { gt: 1 },
      validFrom: { lt: "2024" },
      text: { contains: "x" },
    };
    expect(textOf(claimPage(ontology, { where, orderBy: [], limit: 21 }).statement)).toMatchInlineSnapshot(`
      "Plan of claims.page
        Finds: claims where attributedTo { name = "elon musk" } and citation { basis = "STATED" } and origins > 1 and validFrom < 2024-01-01 to 2024-12-31 and text contains "x"
        Where to begin, by assumed numbers (found: about how many; cost: about how much is looked at):
          for claims
                found      cost
              100,000 1,100,000  all claims
          ->       20       162  entities with name = "elon musk" -[ATTRIBUTED_TO]- claims
        Steps:
          1. Begin with the entities of every kind with name = "elon musk", found through an index.
          2. Walk back along ATTRIBUTED_TO to claims, each once.
          3. Keep the claims with validFrom < 2024-01-01 to 2024-12-31 and text contains "x".
          4. On each of the claims, search for citation { basis = "STATED" }; keep those where that holds.
          5. On each of the claims, search for origins > 1; keep those where that holds.
          6. Order by ID.
          7. Take the first, at most 21, one more than the page, which tells whether there are more."
    `);
    expect(textOf(claimCount(ontology, {}))).toMatchInlineSnapshot(`
      "Plan of claims.count
        Finds: claims
        Where to begin, by assumed numbers (found: about how many; cost: about how much is looked at):
          for claims
                found      cost
          ->  100,000   200,000  all claims
        Steps:
          1. Begin with all claims.
          2. Count them."
    `);
  });
});

test("every sort of filter is explained, and its statement goes the way that is told", () => {
  const random = new Random(11);
  const filters = new RandomFilter(randomGraph(random), random);
  const done = { unite: 0, walk: 0, search: 0, claims: 0 };
  for (let index = 0; index < 800; index++) {
    const statement = planned(() =>
      index % 4 === 0
        ? claimPage(ontology, { where: filters.claim(), orderBy: [], limit: 3 }).statement
        : page(filters.node(["CLUSTER"], 3)),
    );
    if (!statement) continue;
    const explanation = explained(statement);
    const steps = flat(explanation.steps);
    // every edge that is told of is walked by the statement, and in this order
    let rest = statement.text;
    for (const edge of steps.flatMap((step) => (step.do === "walk" ? step.along.split(", ") : []))) {
      const at = rest.search(new RegExp(`:\`?${edge}\`?[\\]]`, "u"));
      expect(at, `${edge} in ${statement.text}`).toBeGreaterThan(-1);
      rest = rest.slice(at + 1);
    }
    for (const { ends } of explanation.choices) {
      const chosen = ends.filter((end) => end.chosen);
      expect(chosen).toHaveLength(1);
      expect(chosen[0]!.cost).toBe(Math.min(...ends.map(({ cost }) => cost)));
    }
    expect(planText(statement.name, explanation)).not.toMatch(/undefined|null|\[object|NaN/u);
    if (explanation.steps.some((step) => step.do === "unite")) done.unite++;
    if (steps.some((step) => step.do === "walk")) done.walk++;
    if (steps.some((step) => step.do === "try" && step.how === "search")) done.search++;
    if (explanation.choices.some(({ of }) => "claims" in of && of.claims !== null)) done.claims++;
  }
  for (const [what, times] of Object.entries(done)) expect(times, what).toBeGreaterThan(5);
});

test("a statement that is not planned has no plan", () => {
  expect(planOf({ name: "claims.byId", text: "RETURN 1", params: {} })).toBeNull();
});

function flat(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.do === "unite" ? [step, ...flat(step.branches.flat())] : [step]));
}

/** Null for a filter that is refused. */
function planned(make: () => PlannedStatement): PlannedStatement | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof SanadError) return null;
    throw error;
  }
}
