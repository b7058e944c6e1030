import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ErrorCode } from "../../src/errors.js";
import { loadOntology } from "../../src/ontology/load.js";
import { openNeo4j } from "../../src/store/neo4j/neo4jStore.js";
import type { Store } from "../../src/store/port.js";
import { useSanad } from "../cli/sanad.js";
import { record } from "../graphql/newClaims.js";
import { operations } from "../graphql/operations.js";
import { startNeo4j, type Neo4jServer } from "../neo4j/startNeo4j.js";
import { ownNeo4j } from "../store/engines.js";
import { send } from "./wire.js";

const PASSWORD = "a-word-for-tests";
const SECONDS = 20;
const REQUESTS_A_SECOND = 50;
const WRITES_A_SECOND = 5;
const PROBES_A_SECOND = 4;
/** What a request may meet while the database is away. */
const AWAY: readonly unknown[] = [ErrorCode.STORE_UNAVAILABLE, ErrorCode.TIMEOUT];
/** A statement may take 30 s; what comes back when it has may take a little longer. */
const LATEST_MS = 35_000;

const sanad = useSanad();
const ontology = loadOntology("schema/ontology.yaml");
let neo4j: Neo4jServer;
let store: Store;
beforeAll(async () => {
  if (ownNeo4j === undefined) return;
  neo4j = await startNeo4j({ version: ownNeo4j, password: PASSWORD, isShortLived: true });
  store = openNeo4j({ uri: neo4j.uri, username: "neo4j", password: PASSWORD });
}, 900_000);
afterAll(async () => {
  await store?.close();
  await neo4j?.stop();
});

/** What is asked for in turn: lookups mostly, as a page asks for them, and now and then something that goes through the graph. */
const READS: readonly (readonly [operation: string, variables: object])[] = [
  ["Batch", { ids: ["xai", "h100", "nothing"] }],
  ["Batch", { ids: ["cortex"] }],
  ["Claims", { where: { predicate: { eq: "CONTROLS" } } }],
  ["Batch", { ids: ["elon-musk"] }],
  ["Me", {}],
  ["MuskClusters", { chip: "H100", person: "Elon Musk" }],
  ["Batch", { ids: ["memphis-supercomputer", "colossus"] }],
  ["Batch", { ids: ["tesla"] }],
  ["Batch", { ids: ["cortex", "tesla"] }],
  ["Batch", { ids: ["openai-announcement"] }],
];

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

interface Probe {
  readonly begun: number;
  readonly ended: number;
  readonly live: number;
  readonly ready: string;
}

/** Does something at an even rate for so long, whatever becomes of it; resolves when all of it has ended. */
async function atRate(aSecond: number, seconds: number, act: (index: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  const all: Promise<void>[] = [];
  while (all.length < aSecond * seconds) {
    const due = Math.min(((performance.now() - begun) / 1000) * aSecond, aSecond * seconds);
    while (all.length < due) all.push(act(all.length));
    await wait(5);
  }
  await Promise.all(all);
}

test.skipIf(ownNeo4j === undefined)(
  "a Neo4j that is killed under 50 requests a second costs no acknowledged write, and the server needs no restart",
  async () => {
    const settings = { NEO4J_URI: neo4j.uri, NEO4J_PASSWORD: PASSWORD, LOG_LEVEL: "warn" };
    const server = await sanad.serve(["--seed"], settings);
    const ask = async (index: number) => {
      const [operation, variables] = READS[index % READS.length]!;
      return (await server.ask(operations.get(operation)!, variables)) as Answer;
    };
    const right = await Promise.all(READS.map((_, index) => ask(index)));
    expect(right.filter(({ data, errors }) => errors || !data)).toEqual([]);

    let [answered, latest] = [0, 0];
    const codes = new Set<unknown>();
    const wrong: unknown[] = [];
    const reading = atRate(REQUESTS_A_SECOND, SECONDS, async (index) => {
      const begun = performance.now();
      const answer = await ask(index).catch((error: unknown): Answer => ({ data: String(error) }));
      latest = Math.max(latest, performance.now() - begun);
      if (isDeepStrictEqual(answer, right[index % READS.length])) answered++;
      else if (answer.errors) for (const { extensions } of answer.errors) codes.add(extensions.code);
      else wrong.push(answer);
    });
    const acknowledged: string[] = [];
    const writing = atRate(WRITES_A_SECOND, SECONDS, async (index) => {
      const id = `kept-${index}`;
      await record({ store, ontology }, { entities: [{ id, kind: "COMPANY", names: { en: id } }] }).then(
        () => void acknowledged.push(id),
        (error: unknown) => void codes.add((error as { code?: unknown }).code),
      );
    });
    const probes: Probe[] = [];
    const probing = atRate(PROBES_A_SECOND, SECONDS, async () => {
      const begun = performance.now();
      const [live, ready] = await Promise.all(["/health/live", "/health/ready"].map((path) => send(server.url, path)));
      probes.push({ begun, ended: performance.now(), live: live!.status, ready: `${ready!.status} ${ready!.body}` });
    });

    await wait(5000);
    const answeredBefore = answered;
    await neo4j.kill9();
    const killed = performance.now();
    await wait(3000);
    const restarted = performance.now();
    await neo4j.restart();
    await Promise.all([reading, writing, probing]);

    expect(answeredBefore).toBeGreaterThan(0);
    expect([...codes].filter((code) => !AWAY.includes(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    expect(latest).toBeLessThan(LATEST_MS);
    expect(probes.filter(({ live }) => live !== 200)).toEqual([]);
    const away = probes.filter(({ begun, ended }) => begun > killed && ended < restarted);
    expect(away.length).toBeGreaterThan(0);
    for (const { ready } of away) {
      expect(ready).toMatch(/^503 not ready: the store (cannot be reached|did not answer in time)\n$/u);
    }

    const ready = async () => (await send(server.url, "/health/ready")).status;
    await expect.poll(ready, { timeout: 30_000, interval: 200 }).toBe(200);
    for (const index of READS.keys()) expect(await ask(index)).toEqual(right[index]);
    const kept = await server.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: acknowledged });
    expect(kept).toEqual({ data: { nodes: acknowledged.map((id) => ({ id })) } });
    const { code, stdout, stderr } = await server.end("SIGTERM");
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${server.line}\n` });
    expect(stderr).not.toMatch(/defect/u);
  },
  300_000,
);
