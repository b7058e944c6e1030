import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { missingFor, NEO4J_VERSIONS, type Neo4jVersion } from "./java.js";
import { startNeo4j, type Neo4jServer } from "./startNeo4j.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test file asks for a server; the servers' names, and for each why it is missing, null where it is not. */
    neo4j: {
      readonly leases: string;
      readonly servers: readonly { readonly name: string; readonly missing: string | null }[];
    };
  }
}

/** What a test needs to open a store on a server. */
export interface Neo4jAccess {
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
}

/**
 * The Neo4j servers of one run of the tests: one a version, started when a test file first asks for it, ended with the run; or the one that
 * NEO4J_TEST_URI gives, with NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD where it asks for them: what is in that one is taken away.
 * A file has a server for itself: it asks for a lease by a request, and has it from the answer's first line (the server, as JSON) until it
 * closes the connection, or ends. Other files wait meanwhile, in the order in which they asked.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = givenServer();
  const versions = Object.keys(NEO4J_VERSIONS) as Neo4jVersion[];
  const servers = given
    ? [new SharedServer("given", null, async () => ({ ...given, stop: async () => undefined }))]
    : versions.map(
        (version) => new SharedServer(version, missingFor(version), () => startNeo4j({ version, isShortLived: true })),
      );
  const leases = createServer((request, response) => {
    const server = servers.find(({ name }) => request.url === `/${name}`);
    if (server) server.lease(response);
    else response.writeHead(404).end("there is no such server");
  });
  leases.listen(0, "127.0.0.1");
  await new Promise((resolve) => leases.once("listening", resolve));
  const { port } = leases.address() as AddressInfo;
  provide("neo4j", {
    leases: `http://127.0.0.1:${port}`,
    servers: servers.map(({ name, missing }) => ({ name, missing })),
  });
  return async () => {
    await close(leases);
    await Promise.all(servers.map((server) => server.stop()));
  };
}

function givenServer(): Neo4jAccess | null {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USERNAME: username, NEO4J_TEST_PASSWORD: password } = process.env;
  return uri ? { uri, ...(username && { username }), ...(password && { password }) } : null;
}

class SharedServer {
  private server: Promise<Neo4jAccess & Pick<Neo4jServer, "stop">> | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    readonly missing: string | null,
    private readonly start: () => Promise<Neo4jAccess & Pick<Neo4jServer, "stop">>,
  ) {}

  /** Answers with the server when all leases before this one have ended; the lease ends with the connection. */
  lease(response: ServerResponse): void {
    const ended = new Promise<void>((resolve) => response.once("close", resolve));
    this.last = this.last.then(async () => {
      if (response.closed) return;
      try {
        this.server ??= this.start();
        const { uri, username, password } = await this.server;
        response.write(`${JSON.stringify({ uri, username, password })}\n`);
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
      await ended;
    });
  }

  async stop(): Promise<void> {
    await (await this.server?.catch(() => undefined))?.stop();
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
