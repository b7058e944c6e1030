import { seenOf } from "../../claims/restriction.js";
import { claimStatement } from "../../claims/statement.js";
import { citationsOfClaims, claimsById, sourceLinks, successionsOf } from "../../cypher/lookups.js";
import {
  citationAt,
  claimAt,
  contentOf,
  nameIn,
  rowsOf,
  type CitationRow,
  type ClaimRow,
  type EntityRow,
  type SourceLinksRow,
} from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Localized, Ontology } from "../../ontology/ontology.js";
import type { ExportedCitation, ExportedClaim, ExportedSource } from "./exportedClaim.js";
import { entitiesThere, readFrom, selectedIds, type ExportSource, type Selection } from "./selection.js";

/** How many claims are read at a time, by a handful of statements. */
const PAGE = 300;

/** How often a page is read again that was changed while its statements were answered. */
const ATTEMPTS = 3;

/**
 * The selected claims with all that a format may say of them, page by page: a page is read when the one before has been taken, and no more than one
 * is held. Beside writes, each claim is as it was when its page was read: one that was there from beginning to end comes once, one that is recorded
 * meanwhile may or may not. Throws NOT_FOUND before the first claim where the entity, or one of the named claims, is not there for whoever asks.
 */
export async function* exportedClaims(
  source: ExportSource,
  selection: Selection,
  pageSize = PAGE,
): AsyncGenerator<ExportedClaim, void> {
  const mustBeThere = "claims" in selection;
  for await (const ids of selectedIds(source, selection, pageSize)) {
    const claims = await pageOf(source, ids);
    if (mustBeThere && claims.length < ids.length) {
      const there = new Set(claims.map(({ row }) => row.id));
      throw new SanadError(
        ErrorCode.NOT_FOUND,
        `there is no claim ${JSON.stringify(ids.find((id) => !there.has(id)))}`,
      );
    }
    yield* claims;
  }
}

/** A page of claims; read anew where something that it leads to was not there any longer when it was asked for. */
async function pageOf(source: ExportSource, ids: readonly string[]): Promise<readonly ExportedClaim[]> {
  for (let attempt = 1; ; attempt++) {
    const read = await readPage(source, ids);
    if (typeof read !== "string") return read;
    if (attempt < ATTEMPTS) continue;
    const message = `the graph leads to the entity ${read}, which is not in it; \`sanad check\` tells more`;
    throw new SanadError(ErrorCode.INTERNAL, message);
  }
}

/** A page of claims, or the id of an entity that is missing, or was merged into another meanwhile. */
async function readPage(source: ExportSource, ids: readonly string[]): Promise<readonly ExportedClaim[] | string> {
  const { moment, ontology } = source;
  const claims = rowsOf<ClaimRow>(await readFrom(source, claimsById(ids, moment))).map((row) =>
    claimAt(row, moment.knownAt),
  );
  const [citations, successions] = await Promise.all([
    readFrom(source, citationsOfClaims(ids, moment)).then((rows) =>
      rowsOf<CitationRow>(rows).map((row) => seenCitation(citationAt(row, moment.knownAt))),
    ),
    readFrom(source, successionsOf(ids, moment)).then((rows) => rowsOf<{ id: string; supersedes: string[] }>(rows)),
  ]);
  const sourceIds = [...new Set(citations.map((row) => row.source))];
  const [ends, links] = await Promise.all([
    entitiesThere(source, [...claims.flatMap(endsOf), ...sourceIds]),
    readFrom(source, sourceLinks(sourceIds, moment)).then((rows) => rowsOf<SourceLinksRow>(rows)),
  ]);
  const makers = await entitiesThere(
    source,
    links.flatMap((row) => makersOf(row)),
  );
  const wanted: readonly (readonly [ReadonlyMap<string, EntityRow>, readonly string[]])[] = [
    [ends, [...claims.flatMap(endsOf), ...sourceIds]],
    [makers, links.flatMap(makersOf)],
  ];
  for (const [there, needed] of wanted) {
    const missing = needed.find((id) => there.get(id)?.id !== id);
    if (missing !== undefined) return missing;
  }
  const sources = new Map(
    links.map((row): [string, ExportedSource] => [row.id, exportedSource(row, ends.get(row.id)!, makers)]),
  );
  const cited = new Map<string, ExportedCitation[]>();
  for (const row of citations.sort(byId)) {
    const exported = { row, source: sources.get(row.source)! };
    const others = cited.get(row.claim);
    if (others) others.push(exported);
    else cited.set(row.claim, [exported]);
  }
  const supersedes = new Map(successions.map((row) => [row.id, [...row.supersedes].sort()]));
  const place = new Map(ids.map((id, index) => [id, index]));
  return claims
    .sort((a, b) => place.get(a.id)! - place.get(b.id)!)
    .map((row) => ({
      row,
      statement: statementsOf(row, ends, ontology),
      subject: ends.get(row.subject)!,
      object: row.object === null ? null : ends.get(row.object)!,
      attributedTo: [...new Set(row.attributedTo)].sort().map((id) => ends.get(id)!), // two who were merged are one
      supersedes: supersedes.get(row.id) ?? [],
      citations: cited.get(row.id) ?? [],
    }));
}

function endsOf({ subject, object, attributedTo }: ClaimRow): readonly string[] {
  return [subject, ...(object === null ? [] : [object]), ...attributedTo];
}

function makersOf({ authors, publisher }: SourceLinksRow): readonly string[] {
  return [...authors, ...(publisher === null ? [] : [publisher])];
}

function exportedSource(
  { authors, publisher, derivedFrom }: SourceLinksRow,
  row: EntityRow,
  makers: ReadonlyMap<string, EntityRow>,
): ExportedSource {
  return {
    row,
    authors: [...new Set(authors)].sort().map((id) => makers.get(id)!),
    publisher: publisher === null ? null : makers.get(publisher)!,
    derivedFrom: [...new Set(derivedFrom)].sort(),
  };
}

/** Without the sources that whoever asks does not see. */
function seenCitation(row: CitationRow): CitationRow {
  return { ...row, takenFrom: seenOf(row.source, row.takenFrom, (id) => id !== "") };
}

function statementsOf(row: ClaimRow, ends: ReadonlyMap<string, EntityRow>, ontology: Ontology): Localized {
  const nameOf = (id: string, lang: string) => nameIn(ends.get(id)!, lang, ontology);
  const content = contentOf(row);
  return Object.fromEntries(
    ontology.languages.map((lang) => [lang, claimStatement(content, { ontology, nameOf, lang })]),
  );
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
