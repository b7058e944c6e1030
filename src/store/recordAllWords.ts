import { searchWords } from "../claims/searchWords.js";
import { idsAfter } from "../cypher/copy.js";
import { rowsOf } from "../cypher/rows.js";
import { createWords, joinedWords, setWords, textsOf } from "../cypher/words.js";
import type { Run } from "./port.js";

/** How many ids, and how many texts, are read at a time. */
const IDS = 100_000;
const ROWS = 1000;

/** Gives every name and quote of a graph that has no words yet its words, and makes the words' nodes. */
export async function recordAllWords(run: Run): Promise<void> {
  const words = new Set<string>();
  for (const label of ["Name", "Citation"] as const) {
    for (let after = "", read = IDS; read === IDS;) {
      const ids = rowsOf<{ id: string }>(await run(idsAfter(label, after, IDS))).map(({ id }) => id);
      for (let at = 0; at < ids.length; at += ROWS) {
        const rows = rowsOf<{ id: string; text: string }>(await run(textsOf(label, ids.slice(at, at + ROWS))));
        for (const { text } of rows) for (const word of searchWords(text)) words.add(word);
        await run(
          setWords(
            label,
            rows.map(({ id, text }) => ({ id, words: joinedWords(text) })),
          ),
        );
      }
      [after, read] = [ids.at(-1) ?? "", ids.length];
    }
  }
  const all = [...words];
  for (let at = 0; at < all.length; at += ROWS) await run(createWords(all.slice(at, at + ROWS)));
}
