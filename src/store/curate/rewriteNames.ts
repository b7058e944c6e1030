import { nameRows, type LanguageText } from "../../cypher/batchRows.js";
import { changeEntity } from "../../cypher/curate.js";
import { dropNames, mergedUnder, namesOf, type NamedRow } from "../../cypher/merged.js";
import { recordNames } from "../../cypher/record.js";
import { rowsOf } from "../../cypher/rows.js";
import type { Run } from "../port.js";
import { writeWords } from "../recordBatch.js";

/**
 * Writes anew what an entity is found by: its names and aliases, and those of all that is merged into it, which it has as aliases of its own
 * for as long as the merge holds.
 */
export async function rewriteNames(run: Run, id: string): Promise<void> {
  const under = rowsOf<{ id: string }>(await run(mergedUnder(id))).map((row) => row.id);
  const rows = rowsOf<NamedRow>(await run(namesOf([id, ...under])));
  const own = textsOf(rows.find((row) => row.id === id)!);
  const others = rows.filter((row) => row.id !== id).sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Set(own.map(([, text]) => text));
  const merged = new Map<string, LanguageText>();
  for (const [language, text] of others.flatMap(textsOf)) {
    if (!known.has(text)) merged.set(text, [language, text]);
  }
  const [languages, texts] = [
    [...merged.values()].map(([language]) => language),
    [...merged.values()].map(([, text]) => text),
  ];
  await run(
    changeEntity(id, {
      mergedLanguages: languages.length > 0 ? languages : null,
      mergedTexts: texts.length > 0 ? texts : null,
    }),
  );
  const names = nameRows(id, { names: own, aliases: [...merged.values()] });
  await run(dropNames(id));
  await run(recordNames(names));
  await writeWords(
    run,
    names.map(({ folded }) => folded),
  );
}

function textsOf({ nameLanguages, nameTexts, aliasLanguages, aliasTexts }: NamedRow): LanguageText[] {
  return [
    ...nameLanguages.map((language, index): LanguageText => [language, nameTexts[index]!]),
    ...(aliasLanguages ?? []).map((language, index): LanguageText => [language, aliasTexts![index]!]),
  ];
}
