import { conflictId } from "../../src/claims/claimId.js";
import { conflictExplanation } from "../../src/claims/conflictExplanation.js";
import { conflictOf } from "../../src/claims/conflicts.js";
import { citation, entity, holds, source, wholeClaim, type EntityColumns, type HandWritten } from "./handWritten.js";
import {
  citationOf,
  claimOf,
  compare,
  entityOf,
  inOrder,
  sourceOf,
  type CitationColumns,
  type ClaimColumns,
  type SourceColumns,
} from "./nodes.js";
import { contentOf, ontology } from "./statement.js";

const STATEMENT = `
UNWIND [$p.id] AS id MATCH (c:Claim {id: id})
WITH c, ${wholeClaim("c")} AS claim,
  [c.assertedAt, c.recordedAt, c.recordedBy, c.retractedAt] AS recorded,
  [(c)-[:ATTRIBUTED_TO]->(e) | ${entity("e")}] AS speakers
CALL (c) {
  MATCH (c)-[:HAS_CITATION]->(q)-[:HAS_SOURCE]->(s)
  WITH q, s, [(s)-[:HAS_AUTHOR]->(e) | ${entity("e")}] AS authors, head([(s)-[:HAS_PUBLISHER]->(e) | ${entity("e")}]) AS publisher
  CALL (s) { MATCH (s)-[:DERIVED_FROM]->(o) RETURN collect(${source("o")}) AS derived }
  RETURN collect([${citation("q")}, ${source("s")}, authors, publisher, derived]) AS citations, collect(q.origins) AS lists
}
CALL (lists) { UNWIND lists AS list UNWIND list AS id WITH DISTINCT id MATCH (s:Source {id: id}) RETURN collect(${source("s")}) AS origins }
CALL (c) { WITH c.comparisonKey AS key MATCH (o:Claim {comparisonKey: key}) WHERE ${holds("o")} RETURN collect(${wholeClaim("o")}) AS comparable }
CALL (c) { MATCH (c)-[:SUPERSEDES]->(o) RETURN collect(${wholeClaim("o")}) AS earlier }
CALL (c) { MATCH (c)<-[:SUPERSEDES]-(o) RETURN collect(${wholeClaim("o")}) AS later }
CALL (c) { MATCH (c)<-[:CHANGED]-(h) WITH h ORDER BY h.seq RETURN collect([h.action, h.at, h.by, h.reason]) AS history }
RETURN [claim, recorded, speakers, citations, origins, comparable, earlier, later, history] AS row`;

/** Everything about one claim in one statement, from its id. */
export const provenance: HandWritten = async (read, { id }) => {
  const [row] = await read(STATEMENT, { id });
  if (!row) return { claim: null };
  const [claim, recorded, speakers, cited, origins, comparable, earlier, later, history] = row as Columns;
  const [assertedAt, recordedAt, recordedBy, retractedAt] = recorded;
  const citations = inOrder(
    cited.map(([citation, source, authors, publisher, derived]) =>
      citationOf(citation, {
        ...sourceOf(source),
        authors: authors.map(entityOf).sort(byId),
        publisher: publisher && entityOf(publisher),
        derivedFrom: derived.map(sourceOf).sort(byId),
      }),
    ),
  );
  const support = {
    citations: citations.length,
    sources: new Set(citations.map(({ source }) => source.id)).size,
    origins: origins.length,
  };
  return {
    claim: {
      ...whole(claim),
      attributedTo: speakers.map(entityOf).sort(byId),
      assertedAt,
      citations,
      support,
      origins: origins.map(sourceOf).sort(byId),
      conflicts: conflictsAmong(claim, comparable),
      supersedes: earlier.map(brief).sort(byId),
      supersededBy: later[0] ? brief(later[0]) : null,
      ...{ recordedAt, recordedBy, retractedAt },
      history: history.map(([action, at, by, reason]) => ({ action, at, by, reason })),
    },
  };
};

type WholeColumns = readonly [claim: ClaimColumns, subject: EntityColumns, object: EntityColumns | null];
type Columns = readonly [
  claim: WholeColumns,
  recorded: readonly [assertedAt: string | null, recordedAt: string, recordedBy: string, retractedAt: string | null],
  speakers: readonly EntityColumns[],
  citations: readonly (readonly [
    ...[citation: CitationColumns, source: SourceColumns, authors: readonly EntityColumns[]],
    ...[publisher: EntityColumns | null, derived: readonly SourceColumns[]],
  ])[],
  origins: readonly SourceColumns[],
  ...[comparable: readonly WholeColumns[], earlier: readonly WholeColumns[], later: readonly WholeColumns[]],
  history: readonly (readonly [action: string, at: string, by: string, reason: string | null])[],
];

function whole([claim, subject, object]: WholeColumns) {
  return claimOf(claim, entityOf(subject), object && entityOf(object));
}

function brief(columns: WholeColumns) {
  const { id, statement } = whole(columns);
  return { id, statement };
}

function conflictsAmong(claim: WholeColumns, comparable: readonly WholeColumns[]) {
  const own = contentIn(claim);
  if (!comparable.some(([[id]]) => id === own.id)) return [];
  const names = new Map<string, string>();
  for (const [, subject, object] of [claim, ...comparable]) {
    names.set(subject[0], subject[2]);
    if (object) names.set(object[0], object[2]);
  }
  const nameOf = (id: string) => names.get(id)!;
  return [...comparable]
    .sort(([[a]], [[b]]) => compare(a, b))
    .flatMap((columns) => {
      const other = contentIn(columns);
      const conflict = other.id === own.id ? null : conflictOf(own, other, ontology);
      if (!conflict) return [];
      const { kind, claimIds } = conflict;
      const both = claimIds.map((id) => (id === own.id ? own : other));
      const explanation = conflictExplanation(conflict, both, { ontology, nameOf, lang: "en" });
      return [{ kind, explanation, conflict: { id: conflictId({ claims: claimIds }) }, claim: brief(columns) }];
    });
}

function contentIn([claim, subject, object]: WholeColumns) {
  const [id, predicate, amount, unit, bound, textLanguages, textTexts, date, modality, , , validFrom, validTo] = claim;
  const said = { predicate, amount, unit, bound, textLanguages, textTexts, date, modality, validFrom, validTo };
  return { id, ...contentOf(said, subject[0], object && object[0]) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id);
}
