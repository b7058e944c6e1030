import { setTimeout as wait } from "node:timers/promises";
import { rowsOf } from "../../src/cypher/rows.js";
import type { Statement } from "../../src/cypher/statement.js";
import type { Store } from "../../src/store/port.js";

/** A change that was sent, of those of {@link Curators}: a number, by which what it writes is told. */
type Sent = number;

const ASSERT = `mutation Assert($claims: [ClaimInput!]!) { assertClaims(input: $claims) { claims { id } created } }`;
const ADD = `mutation AddEntities($entities: [EntityInput!]!) { addEntities(input: $entities) { entities { id } created } }`;

/** How many claims, how many entities one change writes. */
const [CLAIMS, ENTITIES] = [3, 2];

/**
 * Curators who write to a server without a pause: each change three claims about seeded entities, one of them between two, with two citations
 * each, or two entities with two names each. What they were told is remembered over several servers.
 */
export class Curators {
  private next = 1;
  /** The changes that were acknowledged. */
  readonly acknowledged = new Set<Sent>();
  /** What was answered with errors though the server was there, as JSON. */
  readonly refused: string[] = [];

  constructor(private readonly token: string) {}

  /** Has some of them write until the signal says that the server is gone. */
  async writeTo(url: string, curators: number, gone: AbortSignal): Promise<void> {
    const write = async () => {
      while (!gone.aborted) await this.send(url, this.next++).catch(() => wait(1));
    };
    await Promise.all(Array.from({ length: curators }, write));
  }

  private async send(url: string, change: Sent): Promise<void> {
    const body =
      change % 3 === 0 ? { query: ADD, variables: entitiesOf(change) } : { query: ASSERT, variables: claimsOf(change) };
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { readonly errors?: unknown };
    if (answer.errors === undefined) this.acknowledged.add(change);
    else this.refused.push(JSON.stringify(answer.errors));
  }
}

/** The day by which a change's claims are told. */
function dayOf(change: Sent): string {
  return new Date(Date.UTC(1000, 0, 1) + change * 86_400_000).toISOString().slice(0, 10);
}

/** Two that stand in the seeded article once. */
const QUOTES = ["بين Tesla وxAI", "لمستثمر Tesla Sawyer Merritt"];

function claimsOf(change: Sent): object {
  const citations = QUOTES.map((quote) => ({ source: "article", quote }));
  const claim = { subject: "xai", validFrom: dayOf(change), citations };
  const text = (words: string) => [{ language: "en", text: `${words} of change ${change}` }];
  return {
    claims: [
      { ...claim, predicate: "DESCRIBED_AS", text: text("one") },
      { ...claim, predicate: "DESCRIBED_AS", text: text("two") },
      { ...claim, predicate: "COMPETES_WITH", object: "openai" },
    ],
  };
}

function entitiesOf(change: Sent): object {
  const names = (word: string) => [
    { language: "en", text: `${word} of change ${change}` },
    { language: "de", text: `${word} der Änderung ${change}` },
  ];
  return { entities: ["One", "Two"].map((word) => ({ kind: "COMPANY", names: names(word) })) };
}

/**
 * What is wrong in a store to which curators wrote: acknowledged changes that are not there whole, others that are there by half, changes of
 * which the history lacks one.
 */
export async function faultsOf(
  store: Store,
  { acknowledged }: Pick<Curators, "acknowledged">,
): Promise<readonly string[]> {
  const claims = await counted(store, CLAIM_PARTS);
  const names = await counted(store, NAMES);
  const faults: string[] = [];
  const whole = new Set<Sent>();
  for (const change of new Set([...claims.keys(), ...names.keys()])) {
    const parts = change % 3 === 0 ? names.get(change) : claims.get(change);
    if (parts === (change % 3 === 0 ? ENTITIES * 2 : CLAIMS * QUOTES.length)) whole.add(change);
    else faults.push(`change ${change} is there by half: ${parts} parts`);
  }
  for (const change of acknowledged)
    if (!whole.has(change)) faults.push(`change ${change} was acknowledged and is lost`);
  const [log] = rowsOf<{ changes: number; last: number }>(await store.read(HISTORY));
  if (log?.changes !== log?.last) faults.push(`the history has ${log?.changes} of ${log?.last} changes`);
  return faults;
}

async function counted(store: Store, text: string): Promise<ReadonlyMap<Sent, number>> {
  const rows = rowsOf<{ mark: string; parts: number }>(await store.read(statement(text)));
  return new Map(rows.map(({ mark, parts }) => [changeOf(mark), parts]));
}

/** Each claim with each of its citations, counted by the claims' day. */
const CLAIM_PARTS = `MATCH (c:Claim)-[:HAS_CITATION]->(q:Citation) WHERE c.validFrom < '1900' WITH c.validFrom AS mark, q.id AS id
  RETURN mark, count(id) AS parts`;
const NAMES = `MATCH (e:Entity)-[:HAS_NAME]->(n:Name) WHERE e.name STARTS WITH 'One of change ' OR e.name STARTS WITH 'Two of change '
  WITH substring(e.name, 14) AS mark, n.id AS id RETURN mark, count(id) AS parts`;
const HISTORY = statement("MATCH (l:Log {id: 'log'}) MATCH (h:Change) RETURN count(h) AS changes, l.seq AS last");

function statement(text: string): Statement {
  return { name: "test.count", text, params: {} };
}

function changeOf(mark: string): Sent {
  return mark.includes("-") ? Math.round((Date.parse(mark) - Date.UTC(1000, 0, 1)) / 86_400_000) : Number(mark);
}
