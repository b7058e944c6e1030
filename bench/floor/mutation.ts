import { randomUUID } from "node:crypto";
import type { Bound, Modality } from "../../src/claims/claim.js";
import { citationId, claimId } from "../../src/claims/claimId.js";
import { comparisonKey } from "../../src/claims/conflicts.js";
import { searchWords, wordKeys } from "../../src/claims/searchWords.js";
import { entity, type EntityColumns, type Read } from "./handWritten.js";
import { claimOf, entityOf } from "./nodes.js";
import { ontology } from "./statement.js";

/** A claim between two entities as it is asserted, with one citation. */
export interface Asserted {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly quantity: { readonly amount: number; readonly unit: string; readonly bound: Bound };
  readonly modality: Modality;
  readonly citations: readonly [{ readonly source: string; readonly quote: string }];
}

/** Claims with both ends, the edge that is their projection, a citation each, and what the log of changes has of them. */
const CLAIMS = (predicate: string) => `
UNWIND $p.claims AS r MATCH (s:Entity {id: r.subject}) MATCH (o:Entity {id: r.object}) MATCH (z:Source {id: r.source}) MATCH (l:Log {id: 'log'})
CREATE (c:Claim) SET c += r.claim
CREATE (c)-[:SUBJECT]->(s) CREATE (c)-[:OBJECT]->(o)
CREATE (s)-[e:\`${predicate}\`]->(o) SET e += r.edge
CREATE (q:Citation) SET q += r.citation, q.origins = z.origins
CREATE (c)-[:HAS_CITATION]->(q) CREATE (q)-[:HAS_SOURCE]->(z)
CREATE (h:Change {id: 'h_' + toString(l.seq + r.number), seq: l.seq + r.number, action: 'ASSERTED', at: r.at, by: 'floor'})
CREATE (h)-[:CHANGED]->(c)
WITH l, collect([${entity("s")}, ${entity("o")}]) AS ends SET l.seq = l.seq + size(ends)
WITH ends UNWIND ends AS row RETURN row`;

/** The words of quotes by which they are found. */
const WORDS = `
UNWIND $p.words AS r MERGE (w:Word {id: r.id})
ON CREATE SET w.begin = r.begin, w.head = r.head, w.tail = r.tail, w.letters = r.letters
RETURN count(w) AS row`;

/** Writes claims of one predicate in one transaction; all that the GraphQL mutation writes, nothing looked at beforehand. */
export async function assertClaims(
  inTransaction: (work: (run: Read) => Promise<unknown>) => Promise<unknown>,
  claims: readonly Asserted[],
): Promise<unknown> {
  const at = new Date().toISOString();
  const rows = claims.map((claim, index) => rowOf(claim, index + 1, at));
  const words = new Set(claims.flatMap(({ citations: [{ quote }] }) => searchWords(quote)));
  const ends = (await inTransaction(async (run) => {
    await run(WORDS, { words: [...words].map((id) => ({ id, ...wordKeys(id) })) });
    return run(CLAIMS(claims[0]!.predicate), { claims: rows });
  })) as [EntityColumns, EntityColumns][];
  const byId = new Map(ends.flat().map((columns) => [columns[0], entityOf(columns)]));
  const asserted = rows.map(({ subject, object, claim }) => {
    const { id, predicate, amount, unit, bound, modality, rank, status } = claim;
    const said = [id, predicate, amount, unit, bound, null, null, null, modality, rank, status, null, null] as const;
    return claimOf(said, byId.get(subject)!, byId.get(object)!);
  });
  return { assertClaims: { claims: asserted, created: asserted.length, unchanged: 0 } };
}

function rowOf(
  { subject, predicate, object, quantity, modality, citations: [{ source, quote }] }: Asserted,
  number: number,
  at: string,
) {
  const content = {
    ...{ subject, predicate, object, quantity, modality },
    ...{ text: null, date: null, validFrom: null, validTo: null, attributedTo: [] },
  };
  const id = claimId(content);
  const tx = randomUUID();
  const { amount, unit, bound } = quantity;
  const said = { amount, unit, bound, modality, rank: "NORMAL", status: "ACTIVE", recordedAt: at } as const;
  const basis = "STATED";
  return {
    ...{ subject, object, source, number, at },
    claim: { ...said, id, predicate, comparisonKey: comparisonKey(content, ontology), recordedBy: "floor", tx },
    edge: { ...said, claimId: id },
    citation: {
      id: citationId({ claim: id, source, start: null, quote, basis }),
      ...{ quote, basis, verification: "NO_TEXT", recordedAt: at, tx, words: searchWords(quote).join(" ") },
    },
  };
}
