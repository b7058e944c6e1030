import path from "node:path";
import grafeo from "@grafeo-db/js";
import type { Read } from "./handWritten.js";

/** Reads from the embedded engine, in this process. */
export function openGrafeo(folder: string): Read {
  const database = grafeo.GrafeoDB.openReadOnly(path.join(folder, "graph.grafeo"));
  return async (text, params) => {
    // what is looked up in an index of words, or skipped, must be a parameter of its own
    const result = await database.executeCypher(text, { p: params, ...params });
    return result.toArray().map((row) => row["row"]);
  };
}
