import { describe, expect, test } from "vitest";
import { claimPage } from "../../src/cypher/claimPage.js";
import { entityPage } from "../../src/cypher/entityPage.js";
import { readClaimCondition, readEdgeCondition } from "../../src/cypher/filter.js";
import { decodeCursor, encodeCursor, type SortKey } from "../../src/cypher/order.js";
import { SanadError } from "../../src/errors.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = loadOntology("schema/ontology.yaml");
const page = (where: unknown, orderBy: object[] = []) =>
  entityPage(ontology, {
    kind: ontology.kinds.get("CLUSTER")!,
    where,
    orderBy: orderBy as never,
    after: null,
    limit: 1,
  });
const claims = (where: unknown) => claimPage(ontology, { where, orderBy: [], after: null, limit: 1 });

/** The code, the problem's code, the path and the message of a refusal. */
function refusal(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (!(error instanceof SanadError)) throw error;
    const [problem] = error.problems;
    return {
      code: error.code,
      problem: problem?.code,
      path: problem?.path.join("."),
      message: error.message,
      meant: problem?.suggestions,
    };
  }
  throw new Error("it was not refused");
}

describe("a form that is not answered yet is refused with its place, never left out:", () => {
  test.each<[string, object]>([
    ["where.or", { or: [{ id: { eq: "a" } }] }],
    ["where.not", { not: { id: { eq: "a" } } }],
    ["where.and.1.not", { and: [{ id: { eq: "a" } }, { not: {} }] }],
    ["where.name.startsWith", { name: { startsWith: "H" } }],
    ["where.name.contains", { name: { contains: "H" } }],
    ["where.name.contains", { name: { eq: "H", contains: "H" } }],
    ["where.kind.not", { kind: { not: "CHIP" } }],
    ["where.url.startsWith", { url: { startsWith: "https://" } }],
    ["where.sourceType", { sourceType: { eq: "POST" } }],
    ["where.publishedAt", { publishedAt: { gte: "2024" } }],
    ["where.language", { language: { eq: "ar" } }],
    ["where.usesChip.none", { usesChip: { none: {} } }],
    ["where.usesChip.every", { usesChip: { every: {} } }],
    ["where.usesChip.none", { usesChip: { some: {}, none: {} } }],
    ["where.powerCapacity.some", { powerCapacity: { some: { claim: { quantity: { gte: 1 } } } } }],
    ["where.powerCapacity.none", { powerCapacity: { none: {} } }],
    ["where.usesChip.some.node.or", { usesChip: { some: { node: { or: [] } } } }],
    ["where.usesChip.some.claim.or", { usesChip: { some: { claim: { or: [] } } } }],
    ["where.usesChip.some.claim.origins", { usesChip: { some: { claim: { origins: { gte: 1 } } } } }],
    ["where.usesChip.some.claim.citation", { usesChip: { some: { claim: { citation: {} } } } }],
    ["where.usesChip.some.claim.citations", { usesChip: { some: { claim: { citations: { gte: 1 } } } } }],
    ["where.usesChip.some.claim.attributedTo", { usesChip: { some: { claim: { attributedTo: {} } } } }],
    ["where.usesChip.some.claim.source", { usesChip: { some: { claim: { source: {} } } } }],
    ["where.usesChip.some.claim.predicate", { usesChip: { some: { claim: { predicate: { eq: "OWNS" } } } } }],
    ["where.usesChip.some.claim.subject", { usesChip: { some: { claim: { and: [{ subject: {} }] } } } }],
    ["where.usesChip.some.claim.modality.not", { usesChip: { some: { claim: { modality: { not: "OPINION" } } } } }],
    ["where.usesChip.some.claim.validFrom", { usesChip: { some: { claim: { validFrom: { gte: "2024" } } } } }],
  ])("%s", (path, where) => {
    const plain = path.replace("claim.subject", "claim.and.0.subject");
    expect(refusal(() => page(where))).toMatchObject({
      code: "NOT_IMPLEMENTED",
      problem: "NOT_IMPLEMENTED",
      path: plain,
    });
  });

  test.each<[string, object]>([
    ["where.or", { or: [] }],
    ["where.not", { not: {} }],
    ["where.text", { text: { eq: "x" } }],
    ["where.date", { date: { eq: "2024" } }],
    ["where.validTo", { validTo: { eq: "2024" } }],
    ["where.citation", { citation: { basis: { eq: "STATED" } } }],
    ["where.origins", { origins: { gte: 2 } }],
    ["where.predicate.startsWith", { predicate: { startsWith: "U" } }],
    ["where.source.sourceType", { source: { sourceType: { eq: "POST" } } }],
    ["where.and.0.subject.or", { and: [{ subject: { or: [] } }] }],
  ])("of claims: %s", (path, where) => {
    expect(refusal(() => claims(where))).toMatchObject({ code: "NOT_IMPLEMENTED", path });
  });

  test("an order by amounts, and the ends of the claims of one thing", () => {
    const order = [
      { field: "NAME", direction: "ASC" },
      { field: "QUANTITY", predicate: "USES_CHIP", direction: "DESC" },
    ];
    expect(refusal(() => page({}, order))).toMatchObject({ code: "NOT_IMPLEMENTED", path: "orderBy.1" });
    expect(refusal(() => readClaimCondition(ontology, { and: [{ source: {} }] }))).toMatchObject({
      code: "NOT_IMPLEMENTED",
      path: "where.source",
    });
    expect(refusal(() => readEdgeCondition(ontology, { object: {} }, ["where", "claim"]))).toMatchObject({
      path: "where.claim.object",
    });
  });

  test("says in a sentence where it stands", () => {
    const where = { and: [{ usesChip: { some: { node: { name: { startsWith: "H" } } } } }] };
    expect(refusal(() => page(where)).message).toBe(
      "where.and[0].usesChip.some.node.name.startsWith is not answered by this version; nothing was left out silently, the whole field was refused",
    );
  });
});

describe("bad input is refused with its place:", () => {
  test.each<[string, object]>([
    ["where.id", { id: null }],
    ["where.id.eq", { id: { eq: null } }],
    ["where.name.in", { name: { in: null } }],
    ["where.and", { and: null }],
    ["where.and.0", { and: [null] }],
    ["where.usesChip", { usesChip: null }],
    ["where.usesChip.some", { usesChip: { some: null } }],
    ["where.usesChip.some.node", { usesChip: { some: { node: null } } }],
    ["where.usesChip.some.claim.quantity.gte", { usesChip: { some: { claim: { quantity: { gte: null } } } } }],
  ])("an explicit null at %s, which would widen the answer", (path, where) => {
    expect(refusal(() => page(where))).toMatchObject({ code: "BAD_USER_INPUT", problem: "NULL_FILTER", path });
  });

  test.each<[string, object]>([
    ["where.id", { id: {} }],
    ["where.name", { name: { eq: undefined } }],
    ["where.usesChip", { usesChip: {} }],
    ["where.usesChip.some.claim.quantity", { usesChip: { some: { claim: { quantity: {} } } } }],
  ])("a filter at %s that compares with nothing", (path, where) => {
    expect(refusal(() => page(where))).toMatchObject({ code: "BAD_USER_INPUT", problem: "EMPTY_FILTER", path });
  });

  test("an unknown kind, predicate and unit, with what may have been meant", () => {
    expect(refusal(() => page({ kind: { in: ["CHIP", "CLUSTERS"] } }))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_KIND", path: "where.kind", meant: ["CLUSTER"] },
      message: 'where.kind names "CLUSTERS", which is no kind of this ontology; did you mean "CLUSTER"?',
    });
    expect(refusal(() => claims({ predicate: { eq: "usesChip" } }))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_PREDICATE", path: "where.predicate", meant: ["USES_CHIP"] },
    });
    expect(refusal(() => claims({ quantity: { gte: 1, unit: "chips" } }))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_UNIT", path: "where.quantity.unit", meant: ["chip"] },
    });
  });
});

describe("a cursor", () => {
  const keys: SortKey[] = [
    { name: "NAME", expression: "n.sortName", direction: "ASC" },
    { name: "ID", expression: "n.id", direction: "ASC" },
  ];
  const cursor = encodeCursor("clusters", keys, ["كورتكس", "cortex"]);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test("gives back the values that it was made of, an amount that stands for none too", () => {
    expect(decodeCursor(cursor, "clusters", keys)).toEqual(["كورتكس", "cortex"]);
    expect(decodeCursor(encodeCursor("x", keys, [-1.7976931348623157e308, "c_1"]), "x", keys)).toEqual([
      -Number.MAX_VALUE,
      "c_1",
    ]);
  });

  test("of another list or order is refused", () => {
    const message = "`after` is the cursor of another list, filter or order; begin again without it";
    const descending = keys.map((key) => ({ ...key, direction: "DESC" as const }));
    for (const make of [() => decodeCursor(cursor, "chips", keys), () => decodeCursor(cursor, "clusters", descending)])
      expect(refusal(make)).toMatchObject({ code: "BAD_USER_INPUT", problem: "WRONG_CURSOR", path: "after", message });
  });

  test.each([
    "",
    "x",
    "💥",
    "bnVsbA",
    encode({}),
    encode(["x"]),
    encode(["x", {}, []]),
    encode(["x", null, true]),
    `${cursor}AA`,
  ])("is not %j", (text) => {
    expect(refusal(() => decodeCursor(text, "clusters", keys))).toMatchObject({
      code: "BAD_USER_INPUT",
      problem: "WRONG_CURSOR",
    });
  });
});
