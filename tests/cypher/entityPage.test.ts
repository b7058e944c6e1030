import { describe, expect, test } from "vitest";
import { entityCount, entityPage } from "../../src/cypher/entityPage.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = loadOntology("schema/ontology.yaml");
const COLUMNS = /RETURN (\w+)\.id AS id,.* AS language, evidence/u;

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
  return `${text.replace(COLUMNS, "RETURN $1.*, evidence")}\n${JSON.stringify(params)}`;
}
const some = (node: object, claim?: object) => ({ some: { node, ...(claim && { claim }) } });

describe("the statement for", () => {
  test("no filter", () => {
    expect(page("CLUSTER", {})).toMatchInlineSnapshot(`
      "MATCH (n0:\`Cluster\`)
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{},"limit":21}"
    `);
    expect(page("CLUSTER", undefined)).toBe(page("CLUSTER", {}));
    expect(page("CLUSTER", null)).toBe(page("CLUSTER", {}));
  });

  test("entities of every kind, some kinds asked for", () => {
    expect(page(null, { kind: { in: ["CLUSTER", "Chip"] } })).toMatchInlineSnapshot(`
      "MATCH (n0:Entity)
      WITH n0 WHERE n0.kind IN $p.v0
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["CLUSTER","CHIP"]},"limit":21}"
    `);
  });

  test("an id", () => {
    expect(page("CLUSTER", { id: { eq: "cortex" } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:\`Cluster\`
      WITH DISTINCT n0
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["cortex"]},"limit":21}"
    `);
  });

  test("a name, which is folded and sought by index", () => {
    expect(page("CLUSTER", { name: { eq: "  CORTÉX " } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Cluster\`)
      WITH DISTINCT n0
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["cortex"]},"limit":21}"
    `);
  });

  test("lists", () => {
    expect(page("SOURCE", { url: { in: ["https://a.example", "https://b.example"] } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (n0:Source {url: x1})
      WITH DISTINCT n0
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["https://a.example","https://b.example"]},"limit":21}"
    `);
    expect(page("CHIP", { name: { in: ["H100", "أتش ١٠٠"] }, id: { in: ["h100", "h200"] } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:\`Chip\`
      WITH DISTINCT n0
      CALL (n0) { MATCH (n0)-[:HAS_NAME]->(m2:Name) WHERE m2.folded IN $p.v1 RETURN count(m2) AS e3 }
      WITH n0, e3 WHERE e3 > 0
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["h100","h200"],"v1":["h100","اتش 100"]},"limit":21}"
    `);
  });

  test("the flagship: the chain begins at the person, the farther of two names, and the chip is sought from the cluster", () => {
    const where = {
      usesChip: some({ name: { eq: "H100" } }),
      ownedBy: some({ controlledBy: some({ name: { eq: "Elon Musk" } }) }),
    };
    expect(page("CLUSTER", where)).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Person\`)
      WITH DISTINCT n0
      MATCH (n0)-[r3:\`CONTROLS\`]->(n2:\`Company\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED'
      WITH n2, collect(DISTINCT r3.claimId) AS e4
      MATCH (n2)-[r6:\`OWNS\`]->(n5:\`Cluster\`) WHERE r6.status = 'ACTIVE' AND r6.rank <> 'DEPRECATED'
      UNWIND ([r6.claimId] + e4) AS c8 WITH n5, collect(DISTINCT c8) AS e7
      CALL (n5) { MATCH (n5)-[r9:\`USES_CHIP\`]->(n10:\`Chip\`) WHERE r9.status = 'ACTIVE' AND r9.rank <> 'DEPRECATED' CALL (n10) { MATCH (n10)-[:HAS_NAME]->(m12:Name) WHERE m12.folded IN $p.v1 RETURN count(m12) AS e13 } WITH r9, n10, e13 WHERE e13 > 0 RETURN collect(DISTINCT r9.claimId) AS e11 }
      WITH n5, e7, e11 WHERE size(e11) > 0
      WITH n5, [e7, e11] AS evidence, n5.sortName AS k0, n5.id AS k1
      RETURN n5.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["elon musk"],"v1":["h100"]},"limit":21}"
    `);
  });

  test("a name at the root beside a relation: it begins at the root, when nothing is farther", () => {
    expect(page("CLUSTER", { name: { eq: "Cortex" }, usesChip: some({}) })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Cluster\`)
      WITH DISTINCT n0
      CALL (n0) { MATCH (n0)-[r2:\`USES_CHIP\`]->(n3:\`Chip\`) WHERE r2.status = 'ACTIVE' AND r2.rank <> 'DEPRECATED' RETURN collect(DISTINCT r2.claimId) AS e4 }
      WITH n0, e4 WHERE size(e4) > 0
      WITH n0, [e4] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["cortex"]},"limit":21}"
    `);
  });

  test("an id is worth more than a name, however far the name is", () => {
    const where = { id: { eq: "cortex" }, ownedBy: some({ controlledBy: some({ name: { eq: "Elon Musk" } }) }) };
    expect(page("CLUSTER", where).split("\n")[0]).toBe(
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
      "UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1}) WHERE n0:\`Person\`
      WITH DISTINCT n0
      MATCH (n0)-[r3:\`CONTROLS\`]->(n2:\`Company\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED'
      WITH n2, collect(DISTINCT r3.claimId) AS e4
      CALL (n2) { MATCH (n2)-[:HAS_NAME]->(m5:Name) WHERE m5.folded IN $p.v1 RETURN count(m5) AS e6 }
      WITH n2, e4, e6 WHERE e6 > 0
      CALL (n2) { MATCH (n2)<-[r7:\`INVESTS_IN\`]-(n8:Entity) WHERE r7.status = 'ACTIVE' AND r7.rank <> 'DEPRECATED' RETURN collect(DISTINCT r7.claimId) AS e9 }
      WITH n2, e4, e9 WHERE size(e9) > 0
      MATCH (n2)-[r11:\`OWNS\`]->(n10:\`Cluster\`) WHERE r11.status = 'ACTIVE' AND r11.rank <> 'DEPRECATED' AND r11.modality IN $p.v2
      UNWIND ([r11.claimId] + e4 + e9) AS c13 WITH n10, collect(DISTINCT c13) AS e12
      WITH n10, [e12] AS evidence, n10.sortName AS k0, n10.id AS k1
      RETURN n10.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["elon-musk"],"v1":["xai","tesla"],"v2":["ACTUAL"]},"limit":21}"
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
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Chip\`)
      WITH DISTINCT n0
      MATCH (n0)<-[r3:\`USES_CHIP\`]-(n2:\`Cluster\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED'
      WITH n2, collect(DISTINCT r3.claimId) AS e4
      CALL (n2) { MATCH (n2)-[r5:\`USES_CHIP\`]->(n6:\`Chip\`) WHERE r5.status = 'ACTIVE' AND r5.rank <> 'DEPRECATED' CALL (n6) { MATCH (n6)-[:HAS_NAME]->(m8:Name) WHERE m8.folded IN $p.v1 RETURN count(m8) AS e9 } WITH r5, n6, e9 WHERE e9 > 0 RETURN collect(DISTINCT r5.claimId) AS e7 }
      WITH n2, e4, e7 WHERE size(e7) > 0
      WITH n2, [e4, e7] AS evidence, n2.sortName AS k0, n2.id AS k1
      RETURN n2.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":["h100"],"v1":["h200"]},"limit":21}"
    `);
  });

  test("what the claim of a relation must meet: its edge is asked", () => {
    const claim = {
      quantity: { gte: 50000, unit: "chip" },
      and: [{ modality: { in: ["ACTUAL", "PLANNED"] } }, { rank: { eq: "DEPRECATED" } }, { status: { in: [] } }],
      id: { eq: "c_1" },
    };
    expect(page("CLUSTER", { usesChip: { some: { claim } } })).toMatchInlineSnapshot(`
      "MATCH (n0:\`Cluster\`)
      CALL (n0) { MATCH (n0)-[r2:\`USES_CHIP\`]->(n3:\`Chip\`) WHERE r2.amount >= $p.v0 AND r2.unit = $p.v1 AND r2.modality IN $p.v2 AND r2.rank IN $p.v3 AND r2.status IN $p.v4 AND r2.claimId IN $p.v5 RETURN collect(DISTINCT r2.claimId) AS e4 }
      WITH n0, e4 WHERE size(e4) > 0
      WITH n0, [e4] AS evidence, n0.sortName AS k0, n0.id AS k1
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0, k1 LIMIT $limit
      {"p":{"v0":50000,"v1":"chip","v2":["ACTUAL","PLANNED"],"v3":["DEPRECATED"],"v4":[],"v5":["c_1"]},"limit":21}"
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
      "MATCH (n0:\`Chip\`)
      WITH n0, [] AS evidence, n0.sortName AS k0, n0.id AS k1
      WHERE k0 <= $p.v0[0] AND (k0 < $p.v0[0] OR (k0 = $p.v0[0] AND k1 < $p.v0[1]))
      RETURN n0.*, evidence, k0, k1
      ORDER BY k0 DESC, k1 DESC LIMIT $limit
      {"p":{"v0":["h100","h100"]},"limit":21}"
    `);
  });

  test("the number of all that meet the filter", () => {
    const { text, params } = entityCount(ontology, ontology.kinds.get("CLUSTER")!, {
      usesChip: some({ name: { eq: "H100" } }),
    });
    expect(`${text}\n${JSON.stringify(params)}`).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:\`Chip\`)
      WITH DISTINCT n0
      MATCH (n0)<-[r3:\`USES_CHIP\`]-(n2:\`Cluster\`) WHERE r3.status = 'ACTIVE' AND r3.rank <> 'DEPRECATED'
      WITH n2, collect(DISTINCT r3.claimId) AS e4
      RETURN count(n2) AS total
      {"p":{"v0":["h100"]}}"
    `);
  });
});
