import type { GraphQLSchema } from "graphql";
import { linkedIds, type LinkedId } from "./linkedIds.js";
import { pagesOfAnswer } from "./pagesOfAnswer.js";

interface Asked {
  query: string;
  operationName?: string | null;
}

/** So many answers are remembered: about those of the open tabs. */
const MAX_ANSWERS = 32;

/** What was asked, by the answer's text; a tab's query may have been changed since. */
const askedFor = new Map<string, Asked>();

/** Notes what this is the answer to. */
export function noteAnswer(answer: unknown, asked: Asked): void {
  const text = JSON.stringify(answer, null, 2); // as the editor prints it
  askedFor.delete(text);
  askedFor.set(text, asked);
  if (askedFor.size > MAX_ANSWERS) askedFor.delete(askedFor.keys().next().value!);
}

/** The ids in an answer's text that have pages; none where it is not known what was asked. */
export function idsInAnswer(text: string, schema: GraphQLSchema | null | undefined): readonly LinkedId[] {
  const asked = askedFor.get(text);
  if (!asked || !schema) return [];
  const answer = JSON.parse(text) as { data?: unknown };
  return linkedIds(text, answer, pagesOfAnswer(asked, answer.data, schema));
}
