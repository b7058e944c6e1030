import {
  claimMark,
  openOriginsOf,
  openOriginsOfCitation,
  type ChainedCitation,
  type ChainedSource,
} from "../claims/restriction.js";
import type { Batch } from "../cypher/record.js";
import * as restrict from "../cypher/restrict.js";
import { rowsOf } from "../cypher/rows.js";
import type { Statement } from "../cypher/statement.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Run } from "./port.js";

/** What a transaction has recorded that was not there. */
export type RecordedNow = Pick<Batch, "derivations" | "claims" | "citations"> & {
  /** The ids of sources. */
  readonly sources: readonly string[];
};

/**
 * Marks what was just recorded as far as a restricted source concerns it: what such a source is cited for, what was taken from it, and what is about
 * it. Where there is none near, this costs a statement.
 */
export async function markRecorded(run: Run, ontology: Ontology, recorded: RecordedNow): Promise<void> {
  const { sources, derivations, claims, citations } = recorded;
  const near = new Set([
    ...[...sources, ...derivations.map(({ to }) => to)],
    ...citations.flatMap(({ source, takenFrom }) => [source, ...takenFrom]),
    ...claims.flatMap((claim) => sourcesAtEnds(claim, ontology)),
  ]);
  const before = new Set(claims.map(({ id }) => id));
  const cited = unique(citations.map(({ claim }) => claim)).filter((id) => !before.has(id));
  const isNear = near.size > 0 && (await run(restrict.restrictedAmong([...near]))).length > 0;
  if (!isNear) return markClaims(run, ontology, cited); // one that had restricted citations only may have an open one now
  await markOrigins(run, sources);
  await markCitations(
    run,
    citations.map(({ id }) => id),
  );
  await markClaims(run, ontology, [...before, ...cited]);
}

/** The ends of a claim that may be sources. */
function sourcesAtEnds({ predicate, subject, object, attributedTo }: Batch["claims"][number], ontology: Ontology) {
  const { subjects, objects } = ontology.predicates.get(predicate)!;
  const isSource = ({ name }: { readonly name: string }) => name === "SOURCE";
  return [
    ...(subjects.some(isSource) ? [subject] : []),
    ...(object !== null && objects.some(isSource) ? [object] : []),
    ...attributedTo,
  ];
}

/** Marks all that a source concerns which has just been restricted or opened. */
export async function markSource(run: Run, ontology: Ontology, id: string): Promise<void> {
  const affected = await closure([id], async (ids) => idsOf(run, restrict.repeatersOf(ids)));
  await markOrigins(run, affected);
  const citations = await inTurn(restrict.citationsNear(affected), (statement) => idsOf(run, statement));
  const cited = await markCitations(run, unique(citations));
  const about = await inTurn(restrict.claimsAbout(id), (statement) => idsOf(run, statement));
  await markClaims(run, ontology, unique([...cited, ...about]));
}

type Chains = ReadonlyMap<string, ChainedSource & { readonly origins: readonly string[] }>;

/** Notes of sources where their chains end for those who see open ones only. */
async function markOrigins(run: Run, ids: readonly string[]): Promise<void> {
  for (const some of slices(ids)) {
    const chains = await chainsFrom(run, some);
    const rows = some.map((id) => ({ id, openOrigins: differing(openOriginsOf(id, chains), chains.get(id)!) }));
    await run(restrict.markOrigins(rows));
  }
}

/** Restricts citations as their sources are, and notes their origins as {@link markOrigins} does. Answers the ids of their claims. */
async function markCitations(run: Run, ids: readonly string[]): Promise<readonly string[]> {
  type Row = ChainedCitation & { readonly id: string; readonly claim: string; readonly origins: readonly string[] };
  const claims = new Set<string>();
  for (const some of slices(ids)) {
    const rows = rowsOf<Row>(await run(restrict.citationsToMark(some)));
    const chains = await chainsFrom(run, unique(rows.flatMap(({ source, takenFrom }) => [source, ...takenFrom])));
    const marks = rows.map((row) => ({
      id: row.id,
      restricted: chains.get(row.source)!.restricted || null,
      openOrigins: differing(openOriginsOfCitation(row, chains), row),
    }));
    await run(restrict.markCitations(marks));
    for (const { claim } of rows) claims.add(claim);
  }
  return [...claims];
}

/** Marks those claims, with their edges, that are not marked as they should be. */
async function markClaims(run: Run, ontology: Ontology, ids: readonly string[]): Promise<void> {
  type Row = restrict.MarkedClaim & {
    readonly predicate: string;
    readonly recordedAt: string;
    readonly firstCited: string | null;
    readonly aboutRestricted: boolean;
  };
  for (const some of slices(ids)) {
    const changed = rowsOf<Row>(await run(restrict.claimsToMark(some))).flatMap((row) => {
      const mark = claimMark(row.recordedAt, row.firstCited, row.aboutRestricted);
      const { id, predicate, subject, object } = row;
      const isSo = mark.restricted === row.restricted && mark.openSince === row.openSince;
      return isSo ? [] : [{ predicate, claim: { id, subject, object, ...mark } }];
    });
    if (changed.length === 0) continue;
    await run(restrict.markClaims(changed.map(({ claim }) => claim)));
    for (const predicate of ontology.predicates.values()) {
      const edges = changed.filter((one) => one.predicate === predicate.name && one.claim.object !== null);
      if (edges.length === 0) continue;
      await run(
        restrict.markEdges(
          predicate,
          edges.map(({ claim }) => claim),
        ),
      );
    }
  }
}

/** Sources with all that their chains lead to. */
async function chainsFrom(run: Run, ids: readonly string[]): Promise<Chains> {
  const chains = new Map<string, ChainedSource & { readonly origins: readonly string[] }>();
  await closure(ids, async (some) => {
    type Row = ChainedSource & { readonly id: string; readonly origins: readonly string[] };
    const rows = rowsOf<Row>(await run(restrict.sourceChains(some)));
    for (const row of rows) chains.set(row.id, row);
    return rows.flatMap(({ derivedFrom }) => derivedFrom);
  });
  return chains;
}

/** Ids with all those to which one comes from them, step by step. */
async function closure(
  from: readonly string[],
  next: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const reached = new Set(from);
  for (let ids = [...reached]; ids.length > 0;) {
    ids = unique(await next(ids)).filter((id) => !reached.has(id));
    for (const id of ids) reached.add(id);
  }
  return [...reached];
}

/** Open origins, where they are others than those that all see; else null. */
function differing(open: readonly string[], { origins }: { readonly origins: readonly string[] }) {
  return open.join(" ") === origins.join(" ") ? null : open;
}

async function idsOf(run: Run, statement: Statement): Promise<readonly string[]> {
  return rowsOf<{ id: string }>(await run(statement)).map(({ id }) => id);
}

async function inTurn(
  statements: readonly Statement[],
  read: (statement: Statement) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const statement of statements) all.push(...(await read(statement)));
  return all;
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** How many nodes a statement looks at. */
const AT_ONCE = 2000;

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}
