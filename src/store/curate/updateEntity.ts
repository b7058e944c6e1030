import type { Identifier } from "../../claims/identifiers.js";
import { identifierRows, namingProperties, nameRows, type Naming } from "../../cypher/batchRows.js";
import { changeEntity, dropIdentifiers, identifiersOf, keepVersion } from "../../cypher/curate.js";
import { entitiesById } from "../../cypher/lookups.js";
import { NOW_IN_FULL } from "../../cypher/moment.js";
import type { Properties, Recording } from "../../cypher/record.js";
import { rowsOf, type EntityRow } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Run } from "../port.js";
import { logChanges, newRecording, writeIdentifiers } from "../recordBatch.js";
import { checkIdentifiers, checkNaming, namingOf } from "./addEntities.js";
import type { Changed, Curation } from "./curation.js";
import type { EntityChange } from "./inputs.js";
import { Known } from "./known.js";
import { checkReason, Problems } from "./problems.js";
import { rewriteIdentifiers } from "./rewriteIdentifiers.js";
import { rewriteNames } from "./rewriteNames.js";

/** Corrects an entity's names, aliases, descriptions or ids in registers; what is left out stays, and what was before is kept. Throws NOT_FOUND; BAD_USER_INPUT with every fault. */
export async function updateEntity(
  { store, ontology, by, access }: Curation,
  given: string,
  change: EntityChange,
  reason: string,
): Promise<Changed> {
  const problems = new Problems();
  checkReason(problems, reason);
  checkNaming(problems, change, ["change"]);
  checkIdentifiers(problems, change.identifiers ?? [], ontology, ["change"]);
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
    const ids = change.identifiers ? await identifierChange(run, row.id, change.identifiers) : null;
    if (JSON.stringify(naming) === JSON.stringify(was) && ids === null) return { id: row.id, changed: false };
    const recording = newRecording(by, reason);
    const { identifierSchemes, identifierValues } = row;
    const before = { ...namingProperties(row.id, was, ontology), identifierSchemes, identifierValues };
    await run(keepVersion(row.id, versionId(recording), before, recording.at));
    if (ids !== null) {
      await run(dropIdentifiers(ids.gone));
      await writeIdentifiers(run, ids.come);
      await rewriteIdentifiers(run, [row.id]);
    }
    const properties: Properties = namingProperties(row.id, naming, ontology);
    await run(changeEntity(row.id, properties));
    if (JSON.stringify(nameRows(row.id, naming)) !== JSON.stringify(nameRows(row.id, was))) {
      await rewriteNames(run, row.id);
    }
    await logChanges(run, recording, [{ label: "Entity", action: "UPDATED", ids: [row.id] }]);
    return { id: row.id, changed: true };
  }, access);
}

/** Which ids in registers an entity loses and gets when these are to be its own; null where it has just these. What it has of entities that are merged into it is theirs. */
async function identifierChange(run: Run, entity: string, wanted: readonly Identifier[]) {
  type Row = { readonly id: string; readonly given: string | null };
  const there = rowsOf<Row>(await run(identifiersOf([entity])));
  const rows = identifierRows(entity, wanted);
  const keys = new Set(rows.map(({ id }) => id));
  const gone = there.filter(({ id, given }) => given === null && !keys.has(id)).map(({ id }) => id);
  const come = rows.filter(({ id }) => !there.some((one) => one.id === id));
  return gone.length + come.length === 0 ? null : { gone, come };
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
