import { LRUCache } from "lru-cache";
import type { Ontology } from "../ontology/ontology.js";
import type { MatchWriter } from "./match.js";
import type { Shape } from "./shape.js";
import type { Value } from "./statement.js";
import type { Statistics } from "./statistics.js";

/** What has been written for filters of one shape, and how the values of its statement are told of the conditions of another. */
interface Kept<Written> {
  readonly written: Written;
  readonly valuesOf: (conditions: readonly object[]) => Readonly<Record<string, Value>>;
}

/** How many characters of texts and shapes are kept for one count of the graph. */
const MAX_CHARACTERS = 4_000_000;

type Texts = LRUCache<string, Kept<{ readonly text: string }>>;

/** By what is planned with: an ontology, and what is known of the graph, which is another object each time that it has been counted. */
const keptTexts = new WeakMap<Statistics, WeakMap<Ontology, Texts>>();

/**
 * What `write` makes of a filter; where one of the same shape has come before, what was made then, with the values of this one. Nothing of what
 * `written` holds may depend on the values; they are the parameters of `match` that its conditions have given.
 */
export function writtenOnce<Written extends { readonly text: string }>(
  { ontology, statistics }: { readonly ontology: Ontology; readonly statistics: Statistics },
  { key, conditions, hasCursor }: Shape,
  write: () => { readonly written: Written; readonly match: MatchWriter },
): { readonly written: Written; readonly values: Readonly<Record<string, Value>> } {
  const texts = textsOf(ontology, statistics);
  const kept = hasCursor ? undefined : (texts.get(key) as Kept<Written> | undefined);
  if (kept) return { written: kept.written, values: kept.valuesOf(conditions) };
  const { written, match } = write();
  if (!hasCursor) texts.set(key, { written, valuesOf: match.valuesIn(conditions) });
  return { written, values: match.params };
}

function textsOf(ontology: Ontology, statistics: Statistics): Texts {
  let byOntology = keptTexts.get(statistics);
  if (!byOntology) keptTexts.set(statistics, (byOntology = new WeakMap()));
  let texts = byOntology.get(ontology);
  if (!texts) {
    const sizeCalculation = ({ written: { text } }: Kept<{ readonly text: string }>, key: string) =>
      text.length + key.length;
    byOntology.set(ontology, (texts = new LRUCache({ maxSize: MAX_CHARACTERS, sizeCalculation })));
  }
  return texts;
}
