import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { observe, type Observed } from "../../src/graphql/observe.js";
import { buildSchema } from "../../src/graphql/schema.js";
import type { ProfiledStep, Store } from "../../src/store/port.js";
import { ErrorCode, SanadError } from "../../src/errors.js";
import { seededStore, type OpenedStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { operations } from "./operations.js";

const FLAGSHIP = { chip: "H100", person: "Elon Musk" };

onEitherEngine((open) => {
  let opened: OpenedStore;
  let ask: (document: string, variables?: object, store?: Store) => Promise<Observed>;
  beforeAll(async () => {
    opened = await seededStore(open);
    const schema = buildSchema(opened.ontology);
    ask = (text, variables = {}, store = opened.store) =>
      observe(schema, opened.ontology, store, { document: parse(text), variables: { ...variables } });
  });
  afterAll(() => opened.close());

  test("each statement of an operation is noted, level by level, with how many rows it brought", async () => {
    const { sent, errors, ms, storeMs } = await ask(operations.get("MuskClusters")!, FLAGSHIP);
    expect(errors).toEqual([]);
    const levels = sent.map(({ level, statement, rows }) => `${level}: ${statement.name} ${rows}`);
    const { isFar } = opened.store.capabilities;
    expect(levels).toEqual(isFar ? ["1: entities.page 1"] : ["1: entities.page 4", "2: claims.byId 12"]);
    for (const one of sent) expect(one.ms).toBeGreaterThan(0);
    expect(storeMs).toBeGreaterThanOrEqual(Math.max(...sent.map((one) => one.ms)));
    expect(ms).toBeGreaterThanOrEqual(storeMs);
  });

  test("the engine tells what it does for every statement of an operation", async () => {
    const { sent } = await ask(operations.get("MuskClusters")!, FLAGSHIP);
    for (const { statement, rows } of sent) {
      const last = await opened.store.profile!(statement);
      expect(last.rows, statement.name).toBe(rows);
      const all = flat(last);
      expect(all.length, statement.name).toBeGreaterThan(2);
      for (const { operator, detail, hits, ms } of all) {
        expect(operator).toMatch(/^[A-Za-z()]+$/u);
        expect(detail).toBeTypeOf("string");
        expect(hits ?? ms).toBeTypeOf("number");
      }
      expect(all.reduce((sum, { hits, ms }) => sum + (hits ?? ms!), 0)).toBeGreaterThan(0);
    }
    await expect(opened.store.profile!({ name: "test.wrong", text: "MATCH", params: {} })).rejects.toMatchObject({
      code: ErrorCode.INTERNAL,
    });
  });

  test("levels at which nothing is sent do not count", async () => {
    const { sent } = await ask(`{ entity(id: "cortex") { name claims(first: 1) { nodes { id statement } } } }`);
    expect(sent.map(({ level }) => level)[0]).toBe(1);
    expect(new Set(sent.map(({ level }) => level)).size).toBe(Math.max(...sent.map(({ level }) => level)));
  });
});

describe("what goes wrong", () => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await seededStore();
  });
  afterAll(() => opened.close());
  const ask = (text: string, read: Store["read"]) =>
    observe(
      buildSchema(opened.ontology),
      opened.ontology,
      { ...opened.store, read },
      {
        ...{ document: parse(text), variables: {} },
      },
    );

  test("is an error of the operation, and its statement has no rows", async () => {
    const away = new SanadError(ErrorCode.STORE_UNAVAILABLE, "the store is away");
    const { sent, errors } = await ask("{ clusters { nodes { id } } }", () => Promise.reject(away));
    expect(sent).toMatchObject([{ level: 1, rows: null }]);
    expect(errors).toMatchObject([
      { message: "the store is away", path: ["clusters"], extensions: { code: "STORE_UNAVAILABLE" } },
    ]);
  });

  test("is thrown where it is a defect", async () => {
    const defect = new TypeError("a defect");
    await expect(ask("{ clusters { nodes { id } } }", () => Promise.reject(defect))).rejects.toBe(defect);
  });
});

function flat(step: ProfiledStep): readonly ProfiledStep[] {
  return [step, ...step.from.flatMap(flat)];
}
