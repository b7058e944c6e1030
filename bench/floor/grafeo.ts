import grafeo from "@grafeo-db/js";
import { prepareFolder } from "../../src/store/grafeo/folder.js";
import { LogSync } from "../../src/store/grafeo/logSync.js";
import type { Database } from "./handWritten.js";

/** The embedded engine, in this process. What is written is on the disk when it is answered, as it is with Sanad. */
export async function openGrafeo(path: string): Promise<Database> {
  const { databaseFile, logFolder } = await prepareFolder(path);
  const database = grafeo.GrafeoDB.create(databaseFile);
  const log = new LogSync(logFolder);
  type Runs = Pick<typeof database, "executeCypher">;
  const runOn = (on: Runs) => async (text: string, params: object) => {
    // what is looked up in an index of words, or limited, must be a parameter of its own
    const result = await on.executeCypher(text, { p: params, ...params });
    return result.toArray().map((row) => row["row"]);
  };
  return {
    read: runOn(database),
    write: async (work) => {
      const transaction = database.beginTransaction();
      const result = await work(runOn(transaction));
      transaction.commit();
      await log.flush();
      return result;
    },
  };
}
