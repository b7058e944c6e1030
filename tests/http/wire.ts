import { once } from "node:events";
import { request, type Agent, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";

/** What came back of a request. */
export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
}

/** Sends a request to `path` as it is written, where `fetch` would tidy it first. */
export function send(
  url: string,
  path: string,
  { method = "GET", headers, body, agent }: Asked = {},
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          ...{ status: response.statusCode ?? 0, headers: response.headers },
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    })
      .on("error", reject)
      .end(body);
  });
}

/** Sends a GraphQL document as clients do. */
export function post(url: string, query: string, more: Asked = {}): Promise<Response> {
  const headers = { "content-type": "application/json", ...more.headers };
  return send(url, "/graphql", { ...more, method: "POST", headers, body: JSON.stringify({ query }) });
}

/** Writes bytes to a connection of their own and answers with the first line that comes back; empty where none does. */
export async function firstLine(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = "";
  socket.on("data", (chunk: Buffer) => (received += chunk.toString("latin1")));
  socket.on("error", () => undefined);
  socket.setTimeout(5000, () => socket.destroy());
  socket.end(bytes);
  await once(socket, "close");
  return received.split("\r\n", 1)[0] ?? "";
}
