import { identifierProperties } from "../../cypher/batchRows.js";
import { changeEntity, identifiersOf } from "../../cypher/curate.js";
import { rowsOf } from "../../cypher/rows.js";
import type { Run } from "../port.js";

/** Writes anew, on the entities themselves, the ids in registers that now lead to them. */
export async function rewriteIdentifiers(run: Run, entities: readonly string[]): Promise<void> {
  type Row = { readonly entity: string; readonly scheme: string; readonly value: string };
  const rows = rowsOf<Row>(await run(identifiersOf(entities)));
  for (const id of entities) {
    const own = rows.filter(({ entity }) => entity === id);
    await run(changeEntity(id, identifierProperties(id, own)));
  }
}
