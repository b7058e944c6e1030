import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { schemaStatements } from "../../src/cypher/schema.js";
import type { Statement } from "../../src/cypher/statement.js";
import { ErrorCode } from "../../src/errors.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Store } from "../../src/store/port.js";
import { engines, type OpenedEngine } from "./engines.js";

const SCHEMA = schemaStatements(loadOntology("schema/ontology.yaml"));
const put = (id: string): Statement => ({ name: "schema.test", text: "CREATE (:Claim {id: $id})", params: { id } });

describe.each(engines)("$name", (engine) => {
  const open = engine.use();
  let opened: OpenedEngine;
  let store: Store;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
  });
  afterEach(() => opened.close());

  const inForce = async () => {
    // Neo4j shows when each was last read, too, as a time of its own type.
    const columns = store.capabilities.engine === "neo4j" ? " YIELD name" : "";
    const read = (text: string) => store.read({ name: "schema.test", text: `${text}${columns}`, params: {} });
    return (await Promise.all([read("SHOW CONSTRAINTS"), read("SHOW INDEXES")])).map((rows) =>
      rows.map(({ name }) => String(name)).sort(),
    );
  };

  test("the schema is brought about once, whatever number of times it is applied, and is in force at once", async () => {
    await store.applySchema(SCHEMA);
    const first = await inForce();
    expect(first.flat().length).toBeGreaterThanOrEqual(SCHEMA.length);
    await store.write((run) => run(put("a")));
    await expect(store.write((run) => run(put("a")))).rejects.toMatchObject({ code: ErrorCode.CONFLICT });
    await store.applySchema(SCHEMA);
    expect(await inForce()).toEqual(first);
  });

  test("two servers may bring the schema about at the same time", async () => {
    if (opened.second === null) return;
    const other = await opened.second();
    await Promise.all([store.applySchema(SCHEMA), other.applySchema(SCHEMA)]);
    const first = await inForce();
    await store.applySchema(SCHEMA);
    expect(await inForce()).toEqual(first);
  });

  test("a statement that the engine refuses is named, and the store goes on", async () => {
    await expect(store.applySchema(["CREATE NONSENSE"])).rejects.toMatchObject({
      code: ErrorCode.INTERNAL,
      message: 'The schema statement "CREATE NONSENSE" was refused by the database.',
    });
    await store.applySchema(SCHEMA);
  });
});
