import { namingProperties, nameRows, type Naming } from "../../cypher/batchRows.js";
import { changeEntity, keepVersion } from "../../cypher/curate.js";
import { entitiesById } from "../../cypher/lookups.js";
import { NOW_IN_FULL } from "../../cypher/moment.js";
import type { Properties, Recording } from "../../cypher/record.js";
import { rowsOf, type EntityRow } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { logChanges, newRecording } from "../recordBatch.js";
import { checkNaming, namingOf } from "./addEntities.js";
import type { Changed, Curation } from "./curation.js";
import type { EntityChange } from "./inputs.js";
import { Known } from "./known.js";
import { checkReason, Problems } from "./problems.js";
import { rewriteNames } from "./rewriteNames.js";

/** Corrects an entity's names, aliases or descriptions; what is left out stays, and what was before is kept. Throws NOT_FOUND; BAD_USER_INPUT with every fault. */
export async function updateEntity(
  { store, ontology, by, access }: Curation,
  given: string,
  change: EntityChange,
  reason: string,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  checkNaming(problems, change, ["change"]);
  problems.refuse();
  return store.write(async (run) => {
    const id = (await Known.read(run, ontology, [given])).entities.get(given);
    const [row] = id === undefined ? [] : rowsOf<EntityRow>(await run(entitiesById([id], NOW_IN_FULL)));
    if (!row) throw new SanadError(ErrorCode.NOT_FOUND, `there is no entity with the id ${JSON.stringify(given)}`);
    const was = namingOfRow(row);
    const { names = null, aliases = null, descriptions = null } = change;
    const wanted = namingOf({ names: names ?? [], aliases, descriptions });
    const naming: Naming = {
      names: names ? wanted.names : was.names,
      aliases: aliases ? wanted.aliases : was.aliases,
      descriptions: descriptions ? wanted.descriptions : was.descriptions,
    };
    if (JSON.stringify(naming) === JSON.stringify(was)) return { id: row.id, changed: false };
    const recording = newRecording(by, reason);
    await run(keepVersion(row.id, versionId(recording), namingProperties(row.id, was, ontology), recording.at));
    const properties: Properties = namingProperties(row.id, naming, ontology);
    await run(changeEntity(row.id, properties));
    if (JSON.stringify(nameRows(row.id, naming)) !== JSON.stringify(nameRows(row.id, was))) {
      await rewriteNames(run, row.id);
    }
    await logChanges(run, recording, [{ label: "Entity", action: "UPDATED", ids: [row.id] }]);
    return { id: row.id, changed: true };
  }, access);
}

function versionId({ tx }: Recording): string {
  return `v_${tx}`;
}

function namingOfRow(row: EntityRow): Naming {
  const pairs = (languages: readonly string[] | null, texts: readonly string[] | null) =>
    (languages ?? []).map((language, index) => [language, texts![index]!] as const);
  return {
    names: pairs(row.nameLanguages, row.nameTexts),
    aliases: pairs(row.aliasLanguages, row.aliasTexts),
    descriptions: pairs(row.descriptionLanguages, row.descriptionTexts),
  };
}
