import { setTimeout as wait } from "node:timers/promises";
import { claimsAmong, type ChangeRow } from "../cypher/changes.js";
import { readClaimFilter } from "../cypher/filter.js";
import { badInput } from "../cypher/refusal.js";
import { textOf } from "../cypher/rows.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Context } from "./context.js";

/** How many changes are read, and answered, together. */
const PAGE = 20;

/** How long, in milliseconds, a store that is away is left before it is asked again. */
const AWAY_PAUSE_MS = 500;

/** How long, in milliseconds, a reader that does not see what another has seen is left before it is asked again. */
const BEHIND_PAUSE_MS = 50;

/** Changes that are to be answered, each as the value beneath the subscription's root. */
export type FeedPage = readonly { readonly claimChanged: ChangeRow }[];

/**
 * The changes of claims that meet a filter, page by page, after a number of the log: each once, in order, whichever server wrote them. Ends when the
 * context's signal is given. A store that is away is waited for. Throws BAD_USER_INPUT where the filter or the number cannot be used, later, too: where
 * the log ends before what was read of it already.
 */
export async function followClaims(
  { where = null, since = null }: { readonly where?: unknown; readonly since?: string | null },
  context: Context,
): Promise<AsyncIterable<FeedPage>> {
  const { changeLog, ontology } = context;
  if (where !== null) readClaimFilter(ontology, where); // refuses it now, rather than at the first change
  const from = since === null ? await changeLog.end() : readSince(since);
  if (since !== null) refusePast(from, await changeLog.end(from));
  return pagesAfter(from, where, context);
}

async function* pagesAfter(from: number, where: unknown, context: Context): AsyncGenerator<FeedPage> {
  const { changeLog, loaders } = context;
  const signal = context.access.signal ?? new AbortController().signal;
  for (let position = from; ;) {
    await changeLog.past(position, signal);
    if (signal.aborted) return;
    const page = await untilThere(signal, async () => {
      const { changes, through, last } = await changeLog.page(position, PAGE, loaders.moment);
      // a reader of a cluster may be behind another for a while
      if (last < position) refusePast(position, await changeLog.end(position));
      return { through, met: await meeting(where, changes, context) };
    });
    if (page === null) return;
    if (page.through === position) await wait(BEHIND_PAUSE_MS, undefined, { signal }).catch(() => undefined);
    position = page.through;
    if (page.met.length > 0) yield page.met.map((claimChanged) => ({ claimChanged }));
  }
}

/** Those of claims that are seen, and meet the filter now where there is one. */
async function meeting(where: unknown, all: readonly ChangeRow[], context: Context): Promise<readonly ChangeRow[]> {
  const changes = all.filter(({ claims }) => claims.length > 0);
  if (where === null || changes.length === 0) return changes;
  const { ontology, statistics, loaders } = context;
  const ids = [...new Set(changes.flatMap(({ claims }) => claims))];
  const statement = claimsAmong(ontology, where, ids, { moment: loaders.moment, statistics });
  const met = new Set((await context.levels.read(statement)).map(({ id }) => textOf(id)));
  return changes
    .map((change) => ({ ...change, claims: change.claims.filter((id) => met.has(id)) }))
    .filter(({ claims }) => claims.length > 0);
}

/** What somebody may see of, or could before it was merged. */
export function isSeen({ claims, entities, merged }: ChangeRow): boolean {
  return claims.length + entities.length + merged.length > 0;
}

/** Reads `since`. Throws BAD_USER_INPUT where it is no number. */
export function readSince(since: string, argument: "since" | "before" = "since"): number {
  const number = Number(since);
  if (/^\d+$/u.test(since) && Number.isSafeInteger(number)) return number;
  const message = `is ${JSON.stringify(since.slice(0, 50))}, which is no number of a change: give the last \`seq\` seen, or leave it out`;
  throw badInput("WRONG_SINCE", message, [argument]);
}

/** Refuses a number that the log has not given out. */
export function refusePast(since: number, last: number): void {
  if (since <= last) return;
  const message = `is ${since}, and the last change here has the number ${last}: ${since} is of another store, or of this one before it was restored; read again what you keep of it, and go on with "${last}"`;
  throw badInput("WRONG_SINCE", message, ["since"]);
}

/** What an attempt gives, once the store is there for it; null when the signal is given before. */
export async function untilThere<T>(signal: AbortSignal, attempt: () => Promise<T>): Promise<T | null> {
  while (!signal.aborted) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SanadError) || !AWAY.includes(error.code)) throw error;
    }
    await wait(AWAY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

/** The errors of a store that may be there again a little later. */
export const AWAY: readonly string[] = [ErrorCode.STORE_UNAVAILABLE, ErrorCode.TIMEOUT];
