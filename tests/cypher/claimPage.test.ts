import { describe, expect, test } from "vitest";
import { listsRead } from "../../src/cypher/reading.js";
import { BRINGS_LITTLE } from "./asked.js";
import { UNFILTERED, type ChildList } from "../../src/cypher/childPages.js";
import { claimCount, claimPage, claimSortKeys, edgeSortKeys, type ClaimOrder } from "../../src/cypher/claimPage.js";
import { readLinkFilter } from "../../src/cypher/filter.js";
import { NOW } from "../../src/cypher/moment.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = loadOntology("schema/ontology.yaml");

/** The clauses by which a page of claims finds them, and its values. */
function found(where: unknown): string {
  const { text, params } = claimPage(ontology, { where, orderBy: [], after: null, limit: 21 }).statement;
  const [clauses] = text.split("\nWITH c, c.id AS k0");
  return `${clauses}\n${JSON.stringify(params)}`;
}

describe("claims are found", () => {
  test("without a filter, those that hold now", () => {
    expect(found(null)).toMatchInlineSnapshot(`
      "MATCH (c:Claim) WHERE c.id >= '' AND c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL
      {"p":{},"limit":21}"
    `);
  });

  test("by their subject", () => {
    expect(found({ subject: { name: { eq: "Cortex" } }, predicate: { in: ["OWNS", "USES_CHIP"] } }))
      .toMatchInlineSnapshot(`
        "UNWIND $p.v0 AS x1 MATCH (:Name {folded: x1})<-[:HAS_NAME]-(n0:Entity)
        WITH DISTINCT n0
        MATCH (n0)<-[:SUBJECT]-(c:Claim)
        WITH DISTINCT c
        WITH c WHERE c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL
        WITH c WHERE c.predicate IN $p.v1
        {"p":{"v0":["cortex"],"v1":["OWNS","USES_CHIP"]},"limit":21}"
      `);
  });

  test("by the address of a source", () => {
    expect(found({ source: { url: { eq: "https://example.org/1" } } })).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS x1 MATCH (n0:Source {url: x1})
      WITH DISTINCT n0
      MATCH (n0)<-[:HAS_SOURCE]-(q2:Citation)<-[:HAS_CITATION]-(c:Claim) WHERE q2.restricted IS NULL
      WITH DISTINCT c
      WITH c WHERE c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL
      {"p":{"v0":["https://example.org/1"]},"limit":21}"
    `);
  });

  test("by a speaker, and by another beside him", () => {
    const where = { and: [{ attributedTo: { id: { eq: "musk" } } }, { attributedTo: { name: { eq: "Analysts" } } }] };
    expect(found(where)).toMatchInlineSnapshot(`
      "CALL () { UNWIND $p.v1 AS x7 MATCH (:Name {folded: x7})<-[:HAS_NAME]-(n6:Entity) RETURN collect(DISTINCT n6) AS s5 }
      UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1})
      WITH DISTINCT s5, n0
      MATCH (n0)<-[:ATTRIBUTED_TO]-(c:Claim)
      WITH DISTINCT s5, c
      WITH s5, c WHERE c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL
      CALL (s5, c) { MATCH (c)-[:ATTRIBUTED_TO]->(n4:Entity) WHERE n4 IN s5 WITH n4 LIMIT 1 RETURN count(n4) AS f8 }
      WITH s5, c, f8 WHERE f8 > 0
      {"p":{"v0":["musk"],"v1":["analysts"]},"limit":21}"
    `);
  });

  test("beginning at the end that is best known, whatever the order in which the ends are given", () => {
    const where = {
      subject: { kind: { eq: "CLUSTER" } },
      object: { id: { eq: "h100" } },
      source: { name: { eq: "x" } },
    };
    expect(found(where)).toMatchInlineSnapshot(`
      "CALL () { UNWIND $p.v2 AS x10 MATCH (:Name {folded: x10})<-[:HAS_NAME]-(n9:Entity) RETURN collect(DISTINCT n9) AS s8 }
      UNWIND $p.v0 AS x1 MATCH (n0:Entity {id: x1})
      WITH DISTINCT s8, n0
      MATCH (n0)<-[:OBJECT]-(c:Claim)
      WITH DISTINCT s8, c
      WITH s8, c WHERE c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL
      CALL (s8, c) { MATCH (c)-[:SUBJECT]->(n4:\`Cluster\`) WHERE n4.kind IN $p.v1 WITH n4 LIMIT 1 RETURN count(n4) AS f5 }
      WITH s8, c, f5 WHERE f5 > 0
      CALL (s8, c) { MATCH (c)-[:HAS_CITATION]->(q6:Citation)-[:HAS_SOURCE]->(n7:\`Source\`) WHERE q6.restricted IS NULL AND n7 IN s8 WITH n7 LIMIT 1 RETURN count(n7) AS f11 }
      WITH s8, c, f11 WHERE f11 > 0
      {"p":{"v0":["h100"],"v1":["CLUSTER"],"v2":["x"]},"limit":21}"
    `);
  });

  test("by amount, modality, rank and status, those that no longer hold too when they are named", () => {
    expect(found({ quantity: { gt: 5, lte: 7.5 }, modality: { eq: "PLANNED" }, status: { in: ["RETRACTED"] } }))
      .toMatchInlineSnapshot(`
        "MATCH (c:Claim) WHERE c.id >= '' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL AND c.amount > $p.v0 AND c.amount <= $p.v1 AND c.modality IN $p.v2 AND c.status IN $p.v3
        {"p":{"v0":5,"v1":7.5,"v2":["PLANNED"],"v3":["RETRACTED"]},"limit":21}"
      `);
  });
});

test("a page of claims has its columns, its keys and its order", () => {
  const orderBy: ClaimOrder[] = [
    { field: "AMOUNT", direction: "DESC" },
    { field: "VALID_FROM", direction: "ASC" },
  ];
  const request = { where: {}, orderBy, after: null, limit: 3 };
  const { list, keys } = claimPage(ontology, request);
  const after = encodeCursor(list, keys, [5, "2024", "c_1"]);
  expect(claimPage(ontology, { ...request, after }).statement.text).toMatchInlineSnapshot(`
    "MATCH (c:Claim) WHERE c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL
    WITH c, coalesce(c.amount, -1.7976931348623157e308) AS k0, coalesce(c.validFrom, '') AS k1, c.id AS k2
    WHERE k0 <= $p.v0[0] AND (k0 < $p.v0[0] OR (k0 = $p.v0[0] AND (k1 > $p.v0[1] OR (k1 = $p.v0[1] AND k2 > $p.v0[2])))) WITH c, k0, k1, k2
    ORDER BY k0 DESC, k1, k2 LIMIT $limit
    WITH c, k0, k1, k2, properties(c) AS p
    RETURN [[p.id]] AS claim, k0, k1, k2 ORDER BY k0 DESC, k1, k2"
  `);
});

test("claims are counted by the same clauses", () => {
  const where = { subject: { id: { eq: "cortex" } } };
  expect(claimCount(ontology, where).text).toBe(
    `${found(where).split("\n").slice(0, -1).join("\n")}\nRETURN count(c) AS total`,
  );
});

describe("lists that belong to nodes are read by one statement:", () => {
  const filter = readLinkFilter(ontology, { claim: { modality: { eq: "ACTUAL" } } });
  const predicate = (name: string) => ontology.predicates.get(name)!;
  const list = (of: ChildList["of"], more: Partial<ChildList> = {}): ChildList => ({
    ...{ of, name: "list", ...UNFILTERED, moment: NOW, keys: claimSortKeys("c", []), limit: 21, count: false },
    brings: BRINGS_LITTLE,
    ...more,
  });
  const shown = (lists: readonly ChildList[]) => {
    const { text, params } = listsRead(["a", "b"], lists).statement;
    return `${text}\n${JSON.stringify(params)}`;
  };

  test("several of an entity's, with a filter, an order, a cursor and a count", () => {
    const byName = { name: "NODE_NAME", expression: "o.sortName", direction: "ASC" } as const;
    const byAmount = edgeSortKeys("r", [{ field: "AMOUNT", direction: "DESC" }]);
    expect(
      shown([
        list(
          { type: "relation", predicate: predicate("USES_CHIP"), direction: "OUT" },
          { ...filter, keys: [byName, ...edgeSortKeys("r", [])], count: true },
        ),
        list(
          { type: "relation", predicate: predicate("OWNS"), direction: "IN" },
          { keys: byAmount, after: encodeCursor("list", byAmount, [5, "c_1"]), limit: 3 },
        ),
        list({ type: "values", predicate: predicate("POWER_CAPACITY") }),
        list({ type: "claims", role: "SPEAKER" }),
      ]),
    ).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS id MATCH (n:Entity {id: id})
      CALL (n) { MATCH (n)-[r:\`USES_CHIP\`]->(o:\`Chip\`) WHERE r.status = 'ACTIVE' AND r.rank <> 'DEPRECATED' AND r.restricted IS NULL AND r.modality IN $p.v1 WITH r, o, o.sortName AS k0, r.claimId AS k1 ORDER BY k0, k1 LIMIT $limit0 RETURN collect([[k0, k1], r.claimId, [o.id, o.kind, o.name]]) AS l0 }
      CALL (n, l0) { WITH l0 WHERE size(l0) >= $limit0 MATCH (n)-[r:\`USES_CHIP\`]->(o:\`Chip\`) WHERE r.status = 'ACTIVE' AND r.rank <> 'DEPRECATED' AND r.restricted IS NULL AND r.modality IN $p.v2 RETURN count(*) AS t0 }
      CALL (n) { MATCH (n)<-[r:\`OWNS\`]-(o:\`Company\`) WHERE r.status = 'ACTIVE' AND r.rank <> 'DEPRECATED' AND r.restricted IS NULL WITH r, o, coalesce(r.amount, -1.7976931348623157e308) AS k0, r.claimId AS k1 WHERE k0 <= $p.v3[0] AND (k0 < $p.v3[0] OR (k0 = $p.v3[0] AND k1 < $p.v3[1])) WITH r, o, k0, k1 ORDER BY k0 DESC, k1 DESC LIMIT $limit1 RETURN collect([[k0, k1], r.claimId, [o.id, o.kind, o.name]]) AS l1 }
      CALL (n) { MATCH (n)<-[:SUBJECT]-(c:Claim) WHERE c.predicate = $p.v4 AND c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL WITH c, c.id AS k0 ORDER BY k0 LIMIT $limit2 RETURN collect([[k0], c.id]) AS l2 }
      CALL (n) { MATCH (n)<-[:ATTRIBUTED_TO]-(c:Claim) WHERE c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL WITH DISTINCT c WITH c, c.id AS k0 ORDER BY k0 LIMIT $limit3 RETURN collect([[k0], c.id]) AS l3 }
      RETURN id, l0, t0, l1, l2, l3
      {"p":{"v0":["a","b"],"v1":["ACTUAL"],"v2":["ACTUAL"],"v3":[5,"c_1"],"v4":"POWER_CAPACITY"},"limit0":21,"limit1":3,"limit2":21,"limit3":21}"
    `);
  });

  test("the citations of claims", () => {
    const keys = [{ name: "ID", expression: "q.id", direction: "ASC" }] as const;
    expect(shown([list({ type: "citationsOfClaim" }, { keys })])).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS id MATCH (n:Claim {id: id})
      CALL (n) { MATCH (n)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source) WHERE q.restricted IS NULL WITH q, s, q.id AS k0 ORDER BY k0 LIMIT $limit0 RETURN collect([[k0], [q.id, q.quote, q.language, q.prefix, q.suffix, q.start, q.end, q.basis, q.verification, q.translationLanguage, q.translationText], [s.id, s.kind, s.name]]) AS l0 }
      RETURN id, l0
      {"p":{"v0":["a","b"]},"limit0":21}"
    `);
  });

  test("the citations from sources", () => {
    const keys = [{ name: "ID", expression: "q.id", direction: "ASC" }] as const;
    expect(shown([list({ type: "citationsOfSource" }, { keys })])).toMatchInlineSnapshot(`
      "UNWIND $p.v0 AS id MATCH (n:Entity {id: id})
      CALL (n) { MATCH (n)<-[:HAS_SOURCE]-(q:Citation)<-[:HAS_CITATION]-(c:Claim) WHERE q.restricted IS NULL AND c.status = 'ACTIVE' AND c.rank <> 'DEPRECATED' AND c.restricted IS NULL WITH q, c, q.id AS k0 ORDER BY k0 LIMIT $limit0 RETURN collect([[k0], [q.id, q.quote, q.language, q.prefix, q.suffix, q.start, q.end, q.basis, q.verification, q.translationLanguage, q.translationText], c.id]) AS l0 }
      RETURN id, l0
      {"p":{"v0":["a","b"]},"limit0":21}"
    `);
  });
});
