import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { followByEvents, followByWebSocket, WATCH } from "../graphql/feedClients.js";
import { operations } from "../graphql/operations.js";
import { useSanad, type Served } from "./sanad.js";

const sanad = useSanad();

const FLAGSHIP = JSON.stringify({
  query: operations.get("MuskClusters")!,
  variables: { chip: "H100", person: "Elon Musk" },
});

/** Asks for the flagship over an agent's connections; its answer. Throws the error of the connection. */
async function ask({ url }: Served, agent: Agent | undefined): Promise<unknown> {
  const { hostname, port } = new URL(url);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(FLAGSHIP) };
  const asking = request({ hostname, port, method: "POST", path: "/graphql", headers, agent }).end(FLAGSHIP);
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response as AsyncIterable<Buffer>) body += chunk.toString();
  return JSON.parse(body) as unknown;
}

it("SIGTERM under load loses no answer that was asked for, and ends within 10 seconds whatever clients do", async () => {
  const server = await sanad.serve(["--seed"], { SANAD_DATA: sanad.inFolder("under-load"), LOG_LEVEL: "warn" });
  const right = await ask(server, undefined);
  expect(right).toMatchObject({ data: { clusters: { totalCount: 4 } } });

  const webSocket = followByWebSocket(server.url, { since: "0" });
  const closings: number[] = [];
  const events = followByEvents(server.url, { since: "0" });
  await Promise.all([webSocket.until(5), events.until(5)]);
  // a client that reads nothing any more, and answers no closing
  const deaf = new WebSocket(`${server.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await once(deaf, "open");
  deaf.send(JSON.stringify({ type: "connection_init" }));
  deaf.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: WATCH } }));
  deaf.pause();
  deaf.on("error", () => undefined);
  // one that has begun a request, and never goes on with it
  const { hostname, port } = new URL(server.url);
  const halfway = connect(Number(port), hostname);
  halfway.on("error", () => undefined);
  halfway.write("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
  const listener = new WebSocket(`${server.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await once(listener, "open");
  listener.send(JSON.stringify({ type: "connection_init" }));
  listener.on("close", (code) => closings.push(code));

  let answered = 0;
  let afterSignal = 0;
  let signalled = false;
  const lost: unknown[] = [];
  const client = async (agent: Agent | undefined) => {
    for (;;) {
      try {
        const answer = await ask(server, agent);
        if (!isDeepStrictEqual(answer, right)) lost.push(answer);
        answered++;
        if (signalled) afterSignal++;
      } catch (error) {
        // whoever is not taken any more has not been asked anything
        if (!signalled || (error as NodeJS.ErrnoException).code !== "ECONNREFUSED") lost.push(error);
        return;
      }
    }
  };
  const agents = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const clients = [...agents, ...Array.from({ length: 20 }, () => undefined)].map((agent) => client(agent));
  while (answered < 200) await new Promise((resolve) => setTimeout(resolve, 20));
  // one that thinks for a while between its questions, on a connection that it was answered on just before
  const slow = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(slow);
  await ask(server, slow);
  const begun = performance.now();
  signalled = true;
  const ending = server.end("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await ask(server, slow)).toEqual(right);
  const ended = await ending;
  const took = performance.now() - begun;
  await Promise.all(clients);
  for (const agent of agents) agent.destroy();

  expect(lost).toEqual([]);
  expect(afterSignal).toBeGreaterThan(10);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(took).toBeLessThan(10_000);
  expect(closings).toEqual([1001]);
  // neither is told that all is complete: each knows that it should ask another server, from where it was
  await Promise.all([webSocket.ended, events.ended]);
  expect(webSocket.errors).toMatchObject([{ code: 1001, reason: "The server is stopping." }]);
  expect(events.errors).toHaveLength(1);
  deaf.terminate();
  halfway.destroy();
});

it("a query over a WebSocket that is under way is answered before its connection is closed", async () => {
  const server = await sanad.serve(["--seed"], { SANAD_DATA: sanad.inFolder("web-socket"), LOG_LEVEL: "warn" });
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const received: { type: string; id?: string }[] = [];
  socket.on("message", (data: Buffer) => received.push(JSON.parse(data.toString()) as { type: string }));
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init" }));
  await once(socket, "message");
  const payload = JSON.parse(FLAGSHIP) as object;
  for (let id = 0; id < 50; id++) socket.send(JSON.stringify({ type: "subscribe", id: `${id}`, payload }));
  await once(socket, "message");
  const closed = once(socket, "close") as Promise<[number]>;
  expect((await server.end("SIGTERM")).code).toBe(0);
  expect((await closed)[0]).toBe(1001);
  // of what it has taken everything is answered; the rest it has not begun, and says so by the code
  const answered = received.filter(({ type }) => type === "next").length;
  expect(answered).toBeGreaterThan(0);
  expect(received.filter(({ type }) => type === "complete").length).toBeGreaterThanOrEqual(answered - 1);
});
