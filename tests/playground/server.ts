import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildSchema, graphqlSync } from "graphql";
import { build } from "vite";
import { loadPlayground } from "../../src/http/playground.js";

const root = path.resolve(import.meta.dirname, "../..");

/** The folder of the built playground, built now if it is not there. */
export async function builtPlayground(): Promise<string> {
  const folder = path.join(root, "dist/playground");
  if (!existsSync(path.join(folder, "index.html"))) await build({ configFile: path.join(root, "vite.config.ts") });
  return folder;
}

const schema = buildSchema(`
  type Query { clusters(first: Int): Clusters! hello: String }
  type Clusters { totalCount: Int! }
`);

export interface TestServer {
  url: string;
  close(): Promise<void>;
}

/** A server with the playground and a GraphQL endpoint behind it. */
export async function startTestServer(): Promise<TestServer> {
  const playground = await loadPlayground(await builtPlayground());
  const server = createServer((request, response) => {
    if (playground.asset(request, response)) return;
    if (request.method === "POST") void answer(request, response);
    else playground.page(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { query, variables, operationName } = JSON.parse(body) as Record<"query" | "operationName", string> & {
    variables?: Record<string, unknown>;
  };
  response.setHeader("content-type", "application/json");
  const canned: Record<string, unknown> = {
    MuskClusters: { clusters: { totalCount: 4 } },
    EntityPage: { entity: { id: "cortex" } },
  };
  const data = canned[operationName];
  response.end(
    JSON.stringify(data ? { data } : graphqlSync({ schema, source: query, variableValues: variables, operationName })),
  );
}
