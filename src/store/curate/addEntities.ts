import { entityId } from "../../claims/claimId.js";
import { identifierFaults, type Identifier } from "../../claims/identifiers.js";
import {
  identifierProperties,
  identifierRows,
  nameRows,
  namingProperties,
  type Naming,
} from "../../cypher/batchRows.js";
import type { Path } from "../../cypher/refusal.js";
import type { Ontology } from "../../ontology/ontology.js";
import { suggest } from "../../ontology/suggest.js";
import { NOTHING } from "../../cypher/record.js";
import { newRecording, writeBatch } from "../recordBatch.js";
import type { Curation } from "./curation.js";
import type { EntityInput, LocalizedText } from "./inputs.js";
import { checkTexts } from "./known.js";
import { Problems } from "./problems.js";

/** Records entities: all of them, or none. One of the same kind and the same names is there already, and stays as it is. Throws BAD_USER_INPUT with every fault. */
export async function addEntities(
  { store, ontology, by, access }: Curation,
  input: readonly EntityInput[],
): Promise<{ readonly ids: readonly string[]; readonly created: number }> {
  const problems = new Problems();
  const rows = input.map(({ kind, ...given }, index) => {
    const path = ["input", index];
    const known = ontology.kinds.get(kind);
    if (!known) {
      const message = `the ontology has no kind ${JSON.stringify(kind)}`;
      problems.add("UNKNOWN_KIND", message, [...path, "kind"], suggest(kind, ontology.kinds.keys()));
    } else if (known.name === "SOURCE") {
      problems.add("SOURCE_AS_ENTITY", "a source is recorded by addSource", [...path, "kind"]);
    }
    const naming = namingOf(given);
    checkNaming(problems, given, path);
    const own = given.identifiers ?? [];
    checkIdentifiers(problems, own, ontology, path);
    const id = entityId(kind, naming.names);
    const properties = { ...namingProperties(id, naming, ontology), ...identifierProperties(id, own) };
    return { entity: { id, kind, properties }, names: nameRows(id, naming), identifiers: identifierRows(id, own) };
  });
  const first = new Map<string, string>();
  for (const [index, { entity }] of rows.entries()) {
    const said = JSON.stringify(entity.properties);
    if (first.has(entity.id) && first.get(entity.id) !== said) {
      const message =
        "an entity of this kind and these names stands before it in the input, with other aliases, descriptions or ids";
      problems.add("ENTITY_TWICE", message, ["input", index]);
    }
    first.set(entity.id, said);
  }
  problems.refuse();
  const entities = [...new Map(rows.map(({ entity }) => [entity.id, entity])).values()];
  const names = [...new Map(rows.flatMap((row) => row.names).map((name) => [name.id, name])).values()];
  const identifiers = [
    ...new Map(rows.flatMap((row) => row.identifiers).map((row) => [`${row.entity} ${row.id}`, row])).values(),
  ];
  return store.write(async (run) => {
    const written = await writeBatch(run, ontology, { ...NOTHING, entities, names, identifiers }, newRecording(by));
    return { ids: rows.map(({ entity }) => entity.id), created: written.entities.size };
  }, access);
}

type Texts = readonly LocalizedText[] | null | undefined;

/** What somebody has written of an entity's names, as pairs. */
export function namingOf(given: {
  readonly names: readonly LocalizedText[];
  readonly aliases?: Texts;
  readonly descriptions?: Texts;
}): Naming {
  const pairs = (texts: Texts) => (texts ?? []).map(({ language, text }) => [language, text] as const);
  return { names: pairs(given.names), aliases: pairs(given.aliases), descriptions: pairs(given.descriptions) };
}

/** Ids in registers are such as the ontology has them. */
export function checkIdentifiers(
  problems: Problems,
  identifiers: readonly Identifier[],
  ontology: Ontology,
  path: Path,
): void {
  for (const { key, code, message, suggestions } of identifierFaults(identifiers, ontology)) {
    problems.add(code, message, [...path, "identifiers", ...key], suggestions);
  }
}

/** An entity has a name; names and descriptions are one a language. */
export function checkNaming(
  problems: Problems,
  { names, aliases, descriptions }: { readonly names?: Texts; readonly aliases?: Texts; readonly descriptions?: Texts },
  path: Path,
): void {
  if (names?.length === 0) problems.add("NO_NAME", "at least one name is needed", [...path, "names"]);
  checkTexts(problems, names ?? [], [...path, "names"], true);
  checkTexts(problems, aliases ?? [], [...path, "aliases"], false);
  checkTexts(problems, descriptions ?? [], [...path, "descriptions"], true);
}
