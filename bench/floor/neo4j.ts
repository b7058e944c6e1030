import neo4j from "neo4j-driver";
import type { Read } from "./handWritten.js";

/** Reads from a Neo4j server, with the driver's cheapest settings. */
export function openNeo4j(uri: string, password: string | undefined): Read {
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic("neo4j", password), {
    maxConnectionPoolSize: 66,
    fetchSize: -1,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
    telemetryDisabled: true,
  });
  return async (text, params) => {
    const session = driver.session({ defaultAccessMode: "READ" });
    try {
      const { records } = await session.run(text, { p: params });
      return records.map((record) => record.get(0) as unknown);
    } finally {
      await session.close();
    }
  };
}
