import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, inject } from "vitest";
import type { Neo4jAccess } from "./globalSetup.js";

/** Waiting for files that have the server, and for Maven the first time. */
const WAIT_MS = 900_000;

/**
 * Gives the test file, or the `describe` in which it is called, one of the run's Neo4j servers for itself, by its name. What others have left
 * in it is still there.
 */
export function useNeo4j(name: string): Neo4jAccess {
  const server = { uri: "" };
  let lease: IncomingMessage | undefined;
  beforeAll(async () => {
    lease = await request(`${inject("neo4j").leases}/${name}`);
    Object.assign(server, JSON.parse(await firstLine(lease)));
  }, WAIT_MS);
  afterAll(() => void lease?.destroy());
  return server;
}

function request(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(url, resolve).once("error", reject));
}

async function firstLine(answer: IncomingMessage): Promise<string> {
  answer.setEncoding("utf8");
  const text = await new Promise<string>((resolve, reject) => answer.once("data", resolve).once("error", reject));
  if (answer.statusCode !== 200) throw new Error(text);
  return text.trim();
}
