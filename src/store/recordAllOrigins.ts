import { originsOf } from "../claims/origins.js";
import { setOrigins } from "../cypher/record.js";
import { allCitations, allDerivations, allSources, setRecordedAt } from "../cypher/migrate.js";
import { rowsOf } from "../cypher/rows.js";
import type { Run } from "./port.js";
import { citedOrigins } from "./recordBatch.js";

/** How many nodes a statement changes. */
const AT_ONCE = 2000;

/** Notes on every source and citation where the chain of what it was taken from ends, and of citations when they were recorded: since layout 2. */
export async function recordAllOrigins(run: Run): Promise<void> {
  const derivedFrom = new Map<string, string[]>();
  for (const { id, from } of rowsOf<{ id: string; from: string }>(await run(allDerivations()))) {
    derivedFrom.set(id, [...(derivedFrom.get(id) ?? []), from]);
  }
  const sources = rowsOf<{ id: string }>(await run(allSources()));
  const origins = new Map(sources.map(({ id }) => [id, originsOf(id, (source) => derivedFrom.get(source) ?? [])]));
  const ofSources = sources.map(({ id }) => ({ id, origins: origins.get(id)! }));
  for (const rows of slices(ofSources)) await run(setOrigins("Source", rows));
  type Row = { id: string; source: string; takenFrom: string[]; ownWords: boolean | null; recordedAt: string };
  const citations = rowsOf<Row>(await run(allCitations()));
  for (const rows of slices(citations)) {
    const cited = ({ source, takenFrom, ownWords }: Row) =>
      citedOrigins({ source, takenFrom, properties: { ownWords } }, origins);
    await run(
      setOrigins(
        "Citation",
        rows.map((row) => ({ id: row.id, origins: cited(row) })),
      ),
    );
    await run(setRecordedAt(rows.map(({ id, recordedAt }) => ({ id, recordedAt }))));
  }
}

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}
