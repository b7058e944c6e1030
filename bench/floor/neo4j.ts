import neo4j, { type QueryResult } from "neo4j-driver";
import type { Database } from "./handWritten.js";

/** A Neo4j server, by the driver's cheapest settings. */
export function openNeo4j(uri: string, password: string | undefined): Database {
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic("neo4j", password), {
    maxConnectionPoolSize: 66,
    fetchSize: -1,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
    telemetryDisabled: true,
  });
  const rows = ({ records }: QueryResult) => records.map((record) => record.get(0) as unknown);
  return {
    read: async (text, params) => {
      const session = driver.session({ defaultAccessMode: "READ" });
      try {
        const result = await session.run(text, { p: params });
        const read = rows(result);
        result.records.length = 0; // as Sanad does: what the driver still holds would be copied by each collection
        return read;
      } finally {
        await session.close();
      }
    },
    write: async (work) => {
      const session = driver.session();
      try {
        return await session.executeWrite((transaction) =>
          work(async (text, params) => rows(await transaction.run(text, { p: withWholeNumbers(params) }))),
        );
      } finally {
        await session.close();
      }
    },
  };
}

/** The driver sends every number as a fraction unless it is told otherwise; the numbers of changes are none. */
function withWholeNumbers(params: object): object {
  const whole = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => whole(one, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole(one, name)]));
    return typeof value === "number" && key !== "amount" ? neo4j.int(value) : value;
  };
  return whole(params, "") as object;
}
