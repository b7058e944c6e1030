import { describe, expect, test } from "vitest";
import { claimPage } from "../../src/cypher/claimPage.js";
import { entityPage } from "../../src/cypher/entityPage.js";
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

/** A filter that alternates and, or and not so many times. */
function nested(times: number, inner: object): object {
  return times === 0
    ? inner
    : { and: [{ name: { eq: "a" } }, { or: [{ id: { eq: "b" } }, nested(times - 1, inner)] }] };
}
function through(relations: number): object {
  return relations === 0 ? {} : { sameH100CountAs: { some: { node: through(relations - 1) } } };
}

describe("what is more than engines plan is refused, with its figure and the one allowed:", () => {
  test.each<[string, object]>([
    ["leads through 40 relations one after another; at most 8 are answered", through(40)],
    ["leads through 9 relations one after another; at most 8 are answered", through(9)],
    ["nests 23 times in and, or and not; at most 20 are answered", nested(11, { name: { eq: "c" }, id: { eq: "x" } })],
    [
      "has 26 names, relations and the like to meet; at most 25 are answered",
      { or: Array.from({ length: 26 }, () => ({ name: { eq: "x" } })) },
    ],
    [
      "has 401 comparisons to meet; at most 400 are answered",
      { and: Array.from({ length: 401 }, () => ({ id: { eq: "x" } })) },
    ],
  ])("%s", (message, where) => {
    expect(refusal(() => page(where))).toMatchObject({
      code: "TOO_COMPLEX",
      message: `where ${message}`,
      path: "where",
    });
  });

  test("nesting that says nothing is taken away first, however deep it is", () => {
    const not = (times: number): object => (times === 0 ? { name: { eq: "a" } } : { not: not(times - 1) });
    const and = (times: number): object => (times === 0 ? { name: { eq: "a" } } : { and: [{ or: [and(times - 1)] }] });
    const plain = page({ name: { eq: "a" } }).statement.text;
    expect(page(not(200)).statement.text).toBe(plain);
    expect(page(and(60)).statement.text).toBe(plain);
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
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_KIND", path: "where.kind.in", meant: ["CLUSTER"] },
      message: 'where.kind.in names "CLUSTERS", which is no kind of this ontology; did you mean "CLUSTER"?',
    });
    expect(refusal(() => claims({ predicate: { eq: "usesChip" } }))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_PREDICATE", path: "where.predicate", meant: ["USES_CHIP"] },
    });
    expect(refusal(() => page({}, [{ field: "QUANTITY", predicate: "USES_CHIPS", direction: "ASC" }]))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_PREDICATE", path: "orderBy.0.predicate", meant: ["USES_CHIP"] },
    });
    expect(refusal(() => claims({ quantity: { gte: 1, unit: "chips" } }))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", problem: "UNKNOWN_UNIT", path: "where.quantity.unit", meant: ["chip"] },
    });
  });
});

test.each([
  ["is missing: an order by QUANTITY is by a predicate's amounts", undefined],
  ["names OWNS_X", "OWNS_X"],
  ["names MAKES, whose claims have no amounts", "MAKES"],
  ["names ROUND_TOTAL, which no CLUSTER has a part in", "ROUND_TOTAL"],
])("an order by amounts %s", (message, predicate) => {
  const order = [{ field: "QUANTITY", predicate, direction: "ASC" }];
  expect(refusal(() => page({}, order)).message).toContain(message.replace("OWNS_X", '"OWNS_X"'));
});

test("an order of more keys than are answered is refused", () => {
  const order = Array.from({ length: 9 }, () => ({ field: "NAME", direction: "ASC" }));
  expect(refusal(() => page({}, order))).toMatchObject({
    ...{ code: "TOO_COMPLEX", message: "orderBy has 9 keys; at most 8 are answered" },
  });
});

test("names without a sign, and dates that are none, are refused", () => {
  expect(refusal(() => page({ name: { contains: "" } }))).toMatchObject({
    problem: "EMPTY_NAME",
    path: "where.name.contains",
  });
  expect(refusal(() => claims({ validFrom: { gte: "2024-13" } }))).toMatchObject({
    problem: "WRONG_DATE",
    path: "where.validFrom.gte",
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
