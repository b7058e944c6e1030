import { inLanguage, claimStatement } from "../../../src/claims/statement.js";
import { citationsById, claimsById, entitiesById, sourceLinks } from "../../../src/cypher/lookups.js";
import {
  contentOf,
  localizedOf,
  rowsOf,
  type CitationRow,
  type ClaimRow,
  type EntityRow,
  type SourceLinksRow,
} from "../../../src/cypher/rows.js";
import type { Statement } from "../../../src/cypher/statement.js";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import { ask } from "../ask.js";
import type { OpenedStore } from "../seededStore.js";

/** Every claim of a small store, as formats are given it, in the order of the ids. */
export async function readClaims(opened: OpenedStore): Promise<readonly ExportedClaim[]> {
  const { store, ontology } = opened;
  const ids = async (label: string) =>
    (await ask(opened, `MATCH (n:${label}) RETURN n.id AS id ORDER BY id`)).map(({ id }) => id as string);
  const read = async <T>(statement: Statement) => rowsOf<T>(await store.read(statement));
  const entities = new Map((await read<EntityRow>(entitiesById(await ids("Entity")))).map((row) => [row.id, row]));
  const links = new Map((await read<SourceLinksRow>(sourceLinks(await ids("Source")))).map((row) => [row.id, row]));
  const citations = await read<CitationRow>(citationsById(await ids("Citation")));
  const entity = (id: string) => entities.get(id)!;
  const nameOf = (id: string, lang: string) =>
    inLanguage(localizedOf(entity(id).nameLanguages, entity(id).nameTexts), ontology, lang)!;
  const claims = [...(await read<ClaimRow>(claimsById(await ids("Claim"))))].sort((a, b) => (a.id < b.id ? -1 : 1));
  return claims.map((row) => ({
    row,
    statement: Object.fromEntries(
      ontology.languages.map((lang) => [lang, claimStatement(contentOf(row), { ontology, nameOf, lang })]),
    ),
    subject: entity(row.subject),
    object: row.object === null ? null : entity(row.object),
    attributedTo: row.attributedTo.map(entity),
    supersedes: [],
    citations: citations
      .filter(({ claim }) => claim === row.id)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((citation) => {
        const { authors, publisher, derivedFrom } = links.get(citation.source)!;
        const source = {
          row: entity(citation.source),
          authors: authors.map(entity),
          publisher: publisher === null ? null : entity(publisher),
          derivedFrom,
        };
        return { row: citation, source };
      }),
  }));
}

/** A whole file of a format. */
export async function fileOf(pieces: AsyncIterable<string>): Promise<string> {
  let file = "";
  for await (const piece of pieces) file += piece;
  return file;
}

/** Claims that come one after another. */
export async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
