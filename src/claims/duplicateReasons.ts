import type { ClaimContent } from "./claim.js";
import type { Evidence, Neighbour } from "./duplicates.js";
import { foldName } from "./foldName.js";
import { claimStatement, inLanguage, statementWithout, type StatementContext } from "./statement.js";
import { wordsOf } from "./words.js";

/** What reasons are worded with, beside what statements are: the claims that they are about, which may be there no more, and all names of entities as they are written. */
export interface ReasonContext extends StatementContext {
  readonly claimOf: (id: string) => ClaimContent | null;
  readonly hasEntity: (id: string) => boolean;
  readonly textsOf: (id: string) => readonly string[];
}

/** How many sources, names or words a sentence lists. */
const MOST_LISTED = 3;

/**
 * A sign that two entities are the same, or are not, as a sentence: `Both go by “Globex”.` Null where what it is about is there no longer.
 *
 * @param entities the two, in the order in which the evidence has them
 */
export function duplicateReason(
  evidence: Evidence,
  entities: readonly [string, string],
  context: ReasonContext,
): string | null {
  const { ontology, lang } = context;
  const { duplicate, quoted, conflict } = wordsOf(lang);
  const listed = (texts: readonly string[]) => texts.slice(0, MOST_LISTED).map(quoted).reduce(conflict.and);
  const written = (entity: string, folded: string) =>
    quoted(context.textsOf(entity).find((text) => foldName(text) === folded) ?? folded);
  const register = (scheme: string) =>
    inLanguage(ontology.identifierSchemes.get(scheme)?.label ?? {}, ontology, lang) ?? scheme;
  const stated = (...ids: readonly string[]) => {
    const claims = ids.flatMap((id) => context.claimOf(id) ?? []);
    return claims.length < ids.length ? null : claims.map((claim) => quoted(claimStatement(claim, context)));
  };
  const [one, other] = entities;
  switch (evidence.by) {
    case "PROPOSED": {
      const [statement] = stated(evidence.claim) ?? [];
      const sources = evidence.sources.filter(context.hasEntity).map((id) => context.nameOf(id, lang));
      return statement === undefined || sources.length === 0 ? null : duplicate.proposed(statement, listed(sources));
    }
    case "SAME_IDENTIFIER":
    case "OTHER_IDENTIFIER": {
      const [first, second] = evidence.values.map(quoted) as [string, string];
      const say = evidence.by === "SAME_IDENTIFIER" ? duplicate.sameIdentifier : duplicate.otherIdentifier;
      return say(register(evidence.scheme), first, second);
    }
    case "SAME_NAME": {
      const names = evidence.names.slice(0, MOST_LISTED).map((name) => written(one, name));
      return duplicate.sameName(names.reduce(conflict.and), evidence.sharers - 2);
    }
    case "SAME_LETTERS":
    case "ONE_MISTAKE": {
      const say = evidence.by === "SAME_LETTERS" ? duplicate.sameLetters : duplicate.oneMistake;
      return say(written(one, evidence.names[0]), written(other, evidence.names[1]));
    }
    case "RARE_WORDS":
      return duplicate.rareWords(
        written(one, evidence.names[0]),
        written(other, evidence.names[1]),
        listed(evidence.words),
      );
    case "SAME_NEIGHBOUR": {
      if (!context.hasEntity(evidence.neighbour.other)) return null;
      return duplicate.sameNeighbour(quoted(sharedStatement(one, evidence.neighbour, context)));
    }
    case "CONTRADICTION": {
      const statements = stated(...evidence.claims);
      return statements && duplicate.contradiction(statements[0]!, statements[1]!);
    }
    case "RELATED": {
      const statements = stated(evidence.claim);
      return statements && duplicate.related(statements[0]!);
    }
  }
}

/** What is said of an entity and its neighbour, with an ellipsis for the entity. */
function sharedStatement(entity: string, { predicate, role, other }: Neighbour, context: StatementContext): string {
  const [subject, object] = role === "SUBJECT" ? [entity, other] : [other, entity];
  const content: ClaimContent = {
    ...{ subject, predicate, object, quantity: null, text: null, date: null, modality: "ACTUAL" },
    ...{ validFrom: null, validTo: null, attributedTo: [] },
  };
  return statementWithout(role === "SUBJECT" ? "subject" : "object", content, context);
}

/** The claims and entities that a reason names, beside the two. */
export function namedIn(evidence: Evidence): {
  readonly claims: readonly string[];
  readonly entities: readonly string[];
} {
  switch (evidence.by) {
    case "PROPOSED":
      return { claims: [evidence.claim], entities: evidence.sources.slice(0, MOST_LISTED) };
    case "CONTRADICTION":
      return { claims: evidence.claims, entities: [] };
    case "RELATED":
      return { claims: [evidence.claim], entities: [] };
    case "SAME_NEIGHBOUR":
      return { claims: [], entities: [evidence.neighbour.other] };
    default:
      return { claims: [], entities: [] };
  }
}
