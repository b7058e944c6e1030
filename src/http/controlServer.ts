import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import type { Logger } from "pino";
import { SanadError } from "../errors.js";
import { controlAddress } from "./controlSocket.js";

/** Does what a command of the same machine asks for, and answers what the command is told. */
export type ControlAction = (input: Readonly<Record<string, unknown>>) => Promise<object>;

/** What is left in a data folder of a command that was broken off. */
const LEFT_BEHIND = /^sanad\.snapshot-/u;

/**
 * Listens for commands of the same machine on a socket in the data folder, which only the folder's owner may connect to. Whoever calls this
 * has the folder open, so a socket that is there is left from a process that was killed.
 * Answers what ends it: what is under way is done first. Throws what the system says where it cannot listen there.
 */
export async function startControl(
  folder: string,
  actions: ReadonlyMap<string, ControlAction>,
  log: Logger,
): Promise<() => Promise<void>> {
  for (const name of await readdir(folder)) if (LEFT_BEHIND.test(name)) await rm(path.join(folder, name));
  const address = controlAddress(folder);
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const done = answer(actions, request, response, log).finally(() => underWay.delete(done));
    underWay.add(done);
  });
  try {
    if (address.file !== null) await rm(address.file, { force: true });
    const mask = process.umask(0o177); // the socket is made in the call
    server.listen(address.path);
    process.umask(mask);
    await once(server, "listening");
  } catch (error) {
    address.release();
    throw error;
  }
  return async () => {
    await Promise.all(underWay);
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
    if (address.file !== null) await rm(address.file, { force: true });
    address.release();
  };
}

async function answer(
  actions: ReadonlyMap<string, ControlAction>,
  request: IncomingMessage,
  response: ServerResponse,
  log: Logger,
): Promise<void> {
  const name = (request.url ?? "/").slice(1);
  let body: object;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const input = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, unknown>;
    const action = actions.get(name);
    if (!action) throw new Error(`a command asked for ${name}, which this version does not have`);
    log.info({ command: name }, "a command of this machine");
    body = { done: await action(input) };
    log.info({ command: name }, "the command is done");
  } catch (error) {
    log.error({ err: error, command: name }, "a command of this machine failed");
    const known = error instanceof SanadError ? error : null;
    body = { failed: { code: known?.code ?? "INTERNAL", message: known?.message ?? "the server's log says why" } };
  }
  response.writeHead(200, { "Content-Type": "application/json", Connection: "close" }).end(JSON.stringify(body));
}
