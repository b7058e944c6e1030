import { describe, expect, test } from "vitest";
import { entityCount, entityPage } from "../../src/cypher/entityPage.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = loadOntology("schema/ontology.yaml");
const COLUMNS = /RETURN (\w+)\.id AS id,.* AS identifierValues/u;

/** The statement for a page, its columns shortened, and its values. */
function page(kind: string | null, where: unknown, more: { orderBy?: never[]; after?: string } = {}): string {
  const request = {
    kind: kind ? ontology.kinds.get(kind)! : null,
    where,
    orderBy: [],
    after: null,
    limit: 21,
    ...more,
  };
  const { text, params } = entityPage(ontology, request).statement;
  return `${text.replace(COLUMNS, "RETURN $1.*")}\n${JSON.stringify(params)}`;
}
const some = (node: object, claim?: object) => ({ some: { node, ...(claim && { claim }) } });

describe("the statement for", () => {
  test("no filter", () => {
    expect(page("CLUSTER", {})).toMatchInlineSnapshot(`
      "MATCH (n0:\`Cluster\`) WHERE n0.sortName >= ''
      WITH n0, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{},"limit":21}"
    `);
    expect(page("CLUSTER", undefined)).toBe(page("CLUSTER", {}));
    expect(page("CLUSTER", null)).toBe(page("CLUSTER", {}));
  });

  test("entities of every kind, some kinds asked for", () => {
    expect(page(null, { kind: { in: ["CLUSTER", "Chip"] } })).toMatchInlineSnapshot(`
      "MATCH (n0:Entity) WHERE n0.sortName >= '' AND n0.kind IN $p.v0 AND n0.restricted IS NULL
      WITH n0, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["CLUSTER","CHIP"]},"limit":21}"
    `);
  });

  test("an id", () => {
    expect(page("CLUSTER", { id: { eq: "cortex" } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:\`Cluster\`
      WITH DISTINCT n0
      WITH n0, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["cortex"]},"limit":21}"
    `);
  });

  test("a name, which is folded and sought by index", () => {
    expect(page("CLUSTER", { name: { eq: "  CORTÉX " } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Cluster\`)
      WITH DISTINCT n0
      WITH n0, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["cortex"]},"limit":21}"
    `);
  });

  test("an id in a register, which is sought by index and is one", () => {
    const where = { identifier: { scheme: "WIKIDATA", eq: "Q95" }, ownedBy: some({ identifier: { scheme: "LEI" } }) };
    expect(page("CLUSTER", where)).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Identifier {id: x1})-[:IDENTIFIES]->(n0:\`Cluster\`)
      WITH DISTINCT n0
      CALL (n0) { MATCH (n0)<-[r2:\`OWNS\`]-(n3:\`Company\`) WHERE r2.status = 'ACTIVE' AND r2.rank <> 'DEPRECATED' AND r2.restricted IS NULL CALL (n3) { MATCH (n3)<-[:IDENTIFIES]-(m4:Identifier) WHERE m4.id STARTS WITH $p.v1 RETURN count(m4) AS f5 } WITH r2, n3, f5 WHERE f5 > 0 RETURN collect(DISTINCT 'A' + r2.claimId) AS e6 }
      WITH n0, e6 WHERE size(e6) > 0
      WITH n0, e6, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      UNWIND [[''], e6] AS path UNWIND path AS one WITH DISTINCT n0, k0, k1, one ORDER BY substring(one, 1)
      WITH n0, k0, k1, collect(one) AS found
      WITH n0, k0, k1, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks
      RETURN [n0.id, n0.kind, n0.name] AS entity, claims[0..$cap] AS evidence, size(claims) AS evidenceCount, marks[0..$cap] AS absences, size(marks) AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["WIKIDATA:Q95"],"v1":"LEI:"},"limit":21,"cap":200}"
    `);
  });

  test("lists", () => {
    expect(page("SOURCE", { url: { in: ["https://a.example", "https://b.example"] } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (n0:Source {url: x1})
      WITH DISTINCT n0
      WITH n0 WHERE n0.restricted IS NULL
      WITH n0, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["https://a.example","https://b.example"]},"limit":21}"
    `);
    expect(page("CHIP", { name: { in: ["H100", "أتش ١٠٠"] }, id: { in: ["h100", "h200"] } })).toMatchInlineSnapshot(`
      "CALL () { UNWIND $p.v1 AS x4 MATCH (:Name {folded: x4})<-[:HAS_NAME]-(n3:Entity) RETURN collect(DISTINCT n3) AS s2 }
      UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:\`Chip\`
      WITH DISTINCT s2, n0
      WITH s2, n0 WHERE n0 IN s2
      WITH s2, n0, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["h100","h200"],"v1":["h100","اتش 100"]},"limit":21}"
    `);
  });

  test("the flagship: the chain begins at the person, the farther of two names, and the chip is sought from the cluster", () => {
    const where = {
      usesChip: some({ name: { eq: "H100" } }),
      ownedBy: some({ controlledBy: some({ name: { eq: "Elon Musk" } }) }),
    };
    expect(page("CLUSTER", where)).toMatchInlineSnapshot(`
      "CALL () { UNWIND $p.v2 AS x16 MATCH (:Name {folded: x16})<-[:HAS_NAME]-(n15:Entity) RETURN collect(DISTINCT n15) AS s14 }
      UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Person\`)
      WITH DISTINCT s14, n0
      MATCH (n0)-[r3:\`CONTROLS\`]->(n2:\`Company\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED' AND r3.restricted IS NULL
      WITH s14, n2, collect(DISTINCT r3.claimId) AS e4
      WITH s14, n2, [x IN e4 | 'A' + x] AS e5
      MATCH (n2)-[r7:\`OWNS\`]->(n6:\`Cluster\`) WHERE r7.status = 'ACTIVE' AND r7.rank <> 'DEPRECATED' AND r7.restricted IS NULL
      WITH s14, n6, collect(DISTINCT r7.claimId) AS e8, collect(e5[0..$p.v1]) AS l10
      MATCH (n6)-[r12:\`USES_CHIP\`]->(n13:\`Chip\`) WHERE r12.status = 'ACTIVE' AND r12.rank <> 'DEPRECATED' AND r12.restricted IS NULL AND n13 IN s14
      WITH s14, n6, e8, l10, collect(DISTINCT 'C' + r12.claimId) AS e17
      WITH s14, n6, e8, l10, e17, n6.sortName AS k0, n6.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      UNWIND [[''], [x IN e8 | 'B' + x], e17] + l10 AS path UNWIND path AS one WITH DISTINCT n6, k0, k1, one ORDER BY substring(one, 1)
      WITH n6, k0, k1, collect(one) AS found
      WITH n6, k0, k1, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks
      RETURN [n6.id, n6.kind, n6.name] AS entity, claims[0..$cap] AS evidence, size(claims) AS evidenceCount, marks[0..$cap] AS absences, size(marks) AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["elon musk"],"v1":200,"v2":["h100"]},"limit":21,"cap":200}"
    `);
  });

  test("a name at the root beside a relation: it begins at the root, when nothing is farther", () => {
    expect(page("CLUSTER", { name: { eq: "Cortex" }, usesChip: some({}) })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Cluster\`)
      WITH DISTINCT n0
      MATCH (n0)-[r2:\`USES_CHIP\`]->(n3:\`Chip\`) WHERE r2.status = 'ACTIVE' AND r2.rank <> 'DEPRECATED' AND r2.restricted IS NULL
      WITH n0, collect(DISTINCT 'A' + r2.claimId) AS e4
      WITH n0, e4, n0.sortName AS k0, n0.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      UNWIND [[''], e4] AS path UNWIND path AS one WITH DISTINCT n0, k0, k1, one ORDER BY substring(one, 1)
      WITH n0, k0, k1, collect(one) AS found
      WITH n0, k0, k1, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks
      RETURN [n0.id, n0.kind, n0.name] AS entity, claims[0..$cap] AS evidence, size(claims) AS evidenceCount, marks[0..$cap] AS absences, size(marks) AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["cortex"]},"limit":21,"cap":200}"
    `);
  });

  test("an id is worth more than a name, however far the name is", () => {
    const where = { id: { eq: "cortex" }, ownedBy: some({ controlledBy: some({ name: { eq: "Elon Musk" } }) }) };
    expect(page("CLUSTER", where).split("\n")).toContain(
      "UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:`Cluster`",
    );
  });

  test("two conditions on the node in the middle of a chain", () => {
    const company = {
      name: { in: ["xAI", "Tesla"] },
      investors: some({}),
      controlledBy: some({ id: { eq: "elon-musk" } }),
    };
    expect(page("CLUSTER", { ownedBy: some(company, { modality: { eq: "ACTUAL" } }) })).toMatchInlineSnapshot(`
      "CALL () { UNWIND $p.v1 AS x8 MATCH (:Name {folded: x8})<-[:HAS_NAME]-(n7:Entity) RETURN collect(DISTINCT n7) AS s6 }
      UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:\`Person\`
      WITH DISTINCT s6, n0
      MATCH (n0)-[r3:\`CONTROLS\`]->(n2:\`Company\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED' AND r3.restricted IS NULL
      WITH s6, n2, collect(DISTINCT r3.claimId) AS e4
      WITH s6, n2, [x IN e4 | 'A' + x] AS e5
      WITH s6, n2, e5 WHERE n2 IN s6
      MATCH (n2)<-[r9:\`INVESTS_IN\`]-(n10:Entity) WHERE r9.status = 'ACTIVE' AND r9.rank <> 'DEPRECATED' AND r9.restricted IS NULL
      WITH s6, n2, e5, collect(DISTINCT 'B' + r9.claimId) AS e11
      MATCH (n2)-[r13:\`OWNS\`]->(n12:\`Cluster\`) WHERE r13.status = 'ACTIVE' AND r13.rank <> 'DEPRECATED' AND r13.restricted IS NULL AND r13.modality IN $p.v2
      WITH s6, n12, collect(DISTINCT r13.claimId) AS e14, collect(e5[0..$p.v3] + e11[0..$p.v3]) AS l16
      WITH s6, n12, e14, l16, n12.sortName AS k0, n12.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      UNWIND [[''], [x IN e14 | 'C' + x]] + l16 AS path UNWIND path AS one WITH DISTINCT n12, k0, k1, one ORDER BY substring(one, 1)
      WITH n12, k0, k1, collect(one) AS found
      WITH n12, k0, k1, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks
      RETURN [n12.id, n12.kind, n12.name] AS entity, claims[0..$cap] AS evidence, size(claims) AS evidenceCount, marks[0..$cap] AS absences, size(marks) AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["elon-musk"],"v1":["xai","tesla"],"v2":["ACTUAL"],"v3":200},"limit":21,"cap":200}"
    `);
  });

  test("nested `and`, which asks the same as fields side by side", () => {
    const where = {
      and: [{ and: [{ usesChip: some({ name: { eq: "H100" } }) }] }, { and: [] }, { name: { eq: "Cortex" } }],
    };
    expect(page("CLUSTER", where)).toBe(
      page("CLUSTER", { usesChip: some({ name: { eq: "H100" } }), name: { eq: "Cortex" } }),
    );
    const twice = { and: [{ usesChip: some({ name: { eq: "H100" } }) }, { usesChip: some({ name: { eq: "H200" } }) }] };
    expect(page("CLUSTER", twice)).toMatchInlineSnapshot(`
      "CALL () { UNWIND $p.v1 AS x9 MATCH (:Name {folded: x9})<-[:HAS_NAME]-(n8:Entity) RETURN collect(DISTINCT n8) AS s7 }
      UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Chip\`)
      WITH DISTINCT s7, n0
      MATCH (n0)<-[r3:\`USES_CHIP\`]-(n2:\`Cluster\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED' AND r3.restricted IS NULL
      WITH s7, n2, collect(DISTINCT r3.claimId) AS e4
      MATCH (n2)-[r5:\`USES_CHIP\`]->(n6:\`Chip\`) WHERE r5.status = 'ACTIVE' AND r5.rank <> 'DEPRECATED' AND r5.restricted IS NULL AND n6 IN s7
      WITH s7, n2, e4, collect(DISTINCT 'A' + r5.claimId) AS e10
      WITH s7, n2, e4, e10, n2.sortName AS k0, n2.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      UNWIND [[''], [x IN e4 | 'A' + x], e10] AS path UNWIND path AS one WITH DISTINCT n2, k0, k1, one ORDER BY substring(one, 1)
      WITH n2, k0, k1, collect(one) AS found
      WITH n2, k0, k1, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks
      RETURN [n2.id, n2.kind, n2.name] AS entity, claims[0..$cap] AS evidence, size(claims) AS evidenceCount, marks[0..$cap] AS absences, size(marks) AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["h200"],"v1":["h100"]},"limit":21,"cap":200}"
    `);
  });

  test("what the claim of a relation must meet: its edge is asked", () => {
    const claim = {
      quantity: { gte: 50000, unit: "chip" },
      and: [{ modality: { in: ["ACTUAL", "PLANNED"] } }, { rank: { eq: "DEPRECATED" } }, { status: { in: [] } }],
      id: { eq: "c_1" },
    };
    expect(page("CLUSTER", { usesChip: { some: { claim } } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (c0:Claim {id: x1}) WHERE c0.restricted IS NULL AND c0.amount >= $p.v1 AND c0.unit IN $p.v2 AND c0.modality IN $p.v3 AND c0.rank IN $p.v4 AND c0.status IN $p.v5 AND c0.predicate = $p.v6
      MATCH (c0)-[:SUBJECT]->(n2:\`Cluster\`)
      WITH n2, collect(DISTINCT c0.id) AS e3
      WITH n2, [x IN e3 | 'A' + x] AS e4
      WITH n2, e4, n2.sortName AS k0, n2.id AS k1
      ORDER BY k0, k1 LIMIT $limit
      UNWIND [[''], e4] AS path UNWIND path AS one WITH DISTINCT n2, k0, k1, one ORDER BY substring(one, 1)
      WITH n2, k0, k1, collect(one) AS found
      WITH n2, k0, k1, [x IN found WHERE x <> '' AND NOT x STARTS WITH '!'] AS claims, [x IN found WHERE x STARTS WITH '!'] AS marks
      RETURN [n2.id, n2.kind, n2.name] AS entity, claims[0..$cap] AS evidence, size(claims) AS evidenceCount, marks[0..$cap] AS absences, size(marks) AS absenceCount, k0, k1 ORDER BY k0, k1
      {"p":{"v0":["c_1"],"v1":50000,"v2":["chip"],"v3":["ACTUAL","PLANNED"],"v4":["DEPRECATED"],"v5":[],"v6":"USES_CHIP"},"limit":21,"cap":200}"
    `);
  });

  test("the page after a cursor, in descending order", () => {
    const orderBy = [{ field: "NAME", direction: "DESC" }] as never[];
    const { list, keys } = entityPage(ontology, {
      kind: ontology.kinds.get("CHIP")!,
      where: {},
      orderBy,
      after: null,
      limit: 1,
    });
    expect(page("CHIP", {}, { orderBy, after: encodeCursor(list, keys, ["h100", "h100"]) })).toMatchInlineSnapshot(`
      "MATCH (n0:\`Chip\`) WHERE n0.sortName >= '' AND n0.sortName <= $p.v0
      WITH n0, n0.sortName AS k0, n0.id AS k1
      WHERE k0 <= $p.v1[0] AND (k0 < $p.v1[0] OR (k0 = $p.v1[0] AND k1 < $p.v1[1])) WITH n0, k0, k1
      ORDER BY k0 DESC, k1 DESC LIMIT $limit
      RETURN [n0.id, n0.kind, n0.name] AS entity, [] AS evidence, 0 AS evidenceCount, [] AS absences, 0 AS absenceCount, k0, k1 ORDER BY k0 DESC, k1 DESC
      {"p":{"v0":"h100","v1":["h100","h100"]},"limit":21}"
    `);
  });

  test("the number of all that meet the filter", () => {
    const { text, params } = entityCount(ontology, ontology.kinds.get("CLUSTER")!, {
      usesChip: some({ name: { eq: "H100" } }),
    });
    expect(`${text}\n${JSON.stringify(params)}`).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Chip\`)
      WITH DISTINCT n0
      MATCH (n0)<-[r3:\`USES_CHIP\`]-(n2:\`Cluster\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED' AND r3.restricted IS NULL
      WITH DISTINCT n2
      RETURN count(n2) AS total
      {"p":{"v0":["h100"]}}"
    `);
  });
});
