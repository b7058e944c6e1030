import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client, fetchExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { firstValueFrom } from "rxjs";
import { WebSocket } from "ws";
import { beforeAll, describe, expect, it } from "vitest";
import { type Ended, type Served, useSanad } from "../cli/sanad.js";

const project = path.resolve(import.meta.dirname, "../..");
const sanad = useSanad();

/** What the flagship is answered with, as far as the examples print it. */
interface Row {
  readonly node: { readonly name: string; readonly arabicName: string };
  readonly evidence: readonly {
    readonly id: string;
    readonly statement: string;
    readonly citations: readonly Cited[];
  }[];
}
interface Cited {
  readonly quote: string;
  readonly translation: { readonly text: string } | null;
  readonly source: { readonly name: string; readonly url: string | null };
}

const FLAGSHIP = `{
  clusters(where: {
    usesChip: { some: { node: { name: { eq: "H100" } } } }
    ownedBy: { some: { node: { controlledBy: { some: { node: { name: { eq: "Elon Musk" } } } } } } }
  }) {
    edges {
      node { name arabicName: name(lang: "ar") }
      evidence { id statement citations { quote translation { text } source { name url } } }
    }
  }
}`;

let server: Served;
let rows: readonly Row[];
beforeAll(async () => {
  server = await sanad.serve(["--seed"], {});
  const { data } = (await server.ask(FLAGSHIP)) as { data: { clusters: { edges: readonly Row[] } } };
  rows = data.clusters.edges;
}, 60_000);

/** Runs a script of an example as somebody does who reads its page. */
async function npm(folder: string, ...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, SANAD_URL: `${server.url}/graphql`, NODE_ENV: "" };
  const child = spawn("npm", ["--silent", ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

/** What a text has of some parts, each looked for after the one before. */
function inOrder(text: string, parts: readonly string[]): readonly string[] {
  let from = 0;
  return parts.filter((part) => {
    const at = text.indexOf(part, from);
    if (at >= 0) from = at + part.length;
    return at >= 0;
  });
}

it("docs/frontend.md quotes what the examples have, letter for letter", () => {
  const docs = readFileSync(path.join(project, "docs/frontend.md"), "utf8");
  const quoted = [...docs.matchAll(/^```tsx?\n(.*?)^```$/gmsu)].map(([, code]) => code!);
  expect(quoted.length).toBeGreaterThan(4);
  const folders = ["apollo-client", "urql", "relay"].map((name) => path.join(project, "examples", name, "src"));
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)));
  const code = files.filter((file) => /\.tsx?$/u.test(file)).map((file) => readFileSync(file, "utf8"));
  expect(quoted.filter((part) => !code.some((text) => text.includes(part)))).toEqual([]);
});

describe("changes are followed by", () => {
  const document = gql`
    subscription Watch($since: ID) {
      claimChanged(since: $since) {
        seq
        claim {
          statement
        }
      }
    }
  `;
  const first = { claimChanged: { seq: expect.stringMatching(/^[0-9]+$/u), claim: { statement: expect.any(String) } } };

  it("urql with nothing but server-sent events", async () => {
    const client = new Client({ url: `${server.url}/graphql`, fetchSubscriptions: true, exchanges: [fetchExchange] });
    const told = await new Promise((resolve) => {
      const { unsubscribe } = client.subscription(document, { since: "0" }).subscribe(({ data, error }) => {
        resolve(error ?? data);
        setImmediate(() => unsubscribe());
      });
    });
    expect(told).toMatchObject(first);
  });

  it("Apollo Client by graphql-ws", async () => {
    const socket = createClient({ url: `${server.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket });
    const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
    const { data, error } = await firstValueFrom(client.subscribe({ query: document, variables: { since: "0" } }));
    await socket.dispose();
    expect([error, data]).toMatchObject([undefined, first]);
  });
});

describe("the flagship is answered with four clusters and their citations, word for word, by", () => {
  it.each(["apollo-client", "urql", "relay"])("examples/%s", async (name) => {
    const { code, stdout, stderr } = await npm(project, "start", "-w", `examples/${name}`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("4 of 4 clusters");
    const printed = rows.flatMap(({ node, evidence }) => [
      `\n${node.name} (${node.arabicName})\n`,
      ...evidence.flatMap(({ statement, citations }) => [
        `  ${statement}\n`,
        ...citations.flatMap(({ quote, translation, source }) => [
          `    “${quote}”`,
          ...(translation ? [translation.text] : []),
          `    — ${source.name}${source.url === null ? "" : `, ${source.url}`}\n`,
        ]),
      ]),
    ]);
    expect(printed).toEqual(
      expect.arrayContaining(["\nCortex (كورتكس)\n", "    “شركة xAI في تجميع حاسوبها العملاق Memphis”"]),
    );
    expect(inOrder(stdout, printed)).toEqual(printed);
    const met = rows.flatMap(({ evidence }) => evidence);
    const kept = new Map(met.map((claim) => [claim.id, claim]));
    const longer = [...kept.values()].filter(({ citations }) => citations.length > 1);
    const own: Record<string, readonly string[]> = {
      "apollo-client": [
        "4 of 4 clusters, in 2 pages",
        `Claims that were met: ${met.length}; in the cache: ${kept.size}`,
        `From the cache, without a request:\n  ${met[0]!.statement}\n    “${met[0]!.citations[0]!.quote}”`,
        "Clusters known on 2020-01-01: 0; now, still: 4",
      ],
      urql: [
        "4 of 4 clusters, in 2 pages",
        `From the cache, without a request:\n  ${met[0]!.statement}\n    “${met[0]!.citations[0]!.quote}”`,
        "Clusters known on 2020-01-01: 0; now, still: 4",
      ],
      relay: [`Requests: ${2 + longer.length}`],
    };
    expect(inOrder(stdout, own[name]!)).toEqual(own[name]);
  });

  it("as few requests as they say: pages one by one, and none for what a cache has", async () => {
    const { stderr } = await server.end("SIGTERM");
    const asked = (name: string) => stderr.split(`"operation":"${name}"`).length - 1;
    const names = ["MuskClusters", "Claim", "AppQuery", "ClustersNextPage", "ClaimMoreCitations"];
    expect(names.map((name) => [name, asked(name)])).toEqual([
      ["MuskClusters", 6], // two pages and the past, by Apollo Client and by urql
      ["Claim", 0],
      ["AppQuery", 1],
      ["ClustersNextPage", 1],
      ["ClaimMoreCitations", 4],
    ]);
  });
});

it("a field that the schema has under another name stops the compiler of each, which names it", async () => {
  const folder = sanad.inFolder("renamed");
  const schema = await readFile(path.join(project, "schema/schema.graphql"), "utf8");
  await mkdir(path.join(folder, "schema"), { recursive: true });
  await writeFile(
    path.join(folder, "schema/schema.graphql"),
    schema.replaceAll(/^ {2}quote: String!$/gmu, "  words: String!"),
  );
  await symlink(path.join(project, "node_modules"), path.join(folder, "node_modules"));
  const ends = ["apollo-client", "urql", "relay"].map(async (name) => {
    const example = path.join(folder, "examples", name);
    const filter = (file: string) => !/\/(dist|generated|__generated__)$/u.test(file);
    await cp(path.join(project, "examples", name), example, { recursive: true, filter });
    const { code, stdout, stderr } = await npm(example, "run", "generate");
    expect([name, code, `${stdout}${stderr}`]).toEqual([name, 1, expect.stringMatching(/\bquote\b/u)]);
  });
  await Promise.all(ends);
});
