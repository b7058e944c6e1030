import type { GrafeoDB as Database } from "@grafeo-db/js";
import type { WordsIndex } from "../../cypher/search.js";

/** `CREATE FULLTEXT INDEX name IF NOT EXISTS FOR (n:Label) ON EACH [n.property] OPTIONS {…}` */
const FULLTEXT =
  /^\s*CREATE\s+FULLTEXT\s+INDEX\s+\w+\s+IF\s+NOT\s+EXISTS\s+FOR\s+\(\s*\w+\s*:\s*`?(\w+)`?\s*\)\s+ON\s+EACH\s+\[\s*\w+\.(\w+)\s*\]/i;

/** Makes the full-text index of a schema statement, which this engine has no Cypher for. Answers whether the statement was one. */
export async function createTextIndex(database: Database, statement: string): Promise<boolean> {
  const [, label, property] = FULLTEXT.exec(statement) ?? [];
  if (label === undefined || property === undefined) return false;
  // made a second time it would be built a second time, and the engine lists no text indexes
  if (!(await exists(database, label, property))) {
    // `standard` keeps every word; the default leaves out English stop words and single letters
    await database.createTextIndex(label, property, { tokenizer: "standard", stopWords: [] });
  }
  return true;
}

async function exists(database: Database, label: string, property: string): Promise<boolean> {
  try {
    await database.textSearch(label, property, "x", 1);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes("no text index")) return false;
    throw error;
  }
}

/**
 * The engine looks a text's words up with OR, one index for each condition: from the first, the others are met node by node. It parts words at
 * signs ("c++" is "c"), so that it may find more than was sought. A text must be a parameter of its own.
 */
export const wordsIndex: WordsIndex = (label, groups) => ({
  text: `MATCH (n:${label}) WHERE ${groups.map((_, index) => `text_match(n.words, $words${index})`).join(" AND ")}`,
  params: Object.fromEntries(groups.map((group, index) => [`words${index}`, group.join(" ")])),
});
