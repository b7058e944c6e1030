import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { fill } from "./load.js";

/** What is asked of the graph, to know of which claim, entity and source the pages are to be. */
const SUBJECTS = `{
  claims(first: 1) { nodes { id subject { id name } citations(first: 1) { source { id } } } }
  conflicts(first: 1) { nodes { id } }
}`;

/**
 * Opens each of the explorer's pages of a graph on the embedded engine, on loopback, and tells how long the whole of it took: the first time, the median of later times, and when
 * the client has it already: `npm run bench:pages -- --claims 100000`, or `--of folder` of a graph that is there.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "100000" },
      of: { type: "string" },
      rounds: { type: "string", default: "15" },
    },
  });
  const made = values.of === undefined ? await mkdtemp(path.join(tmpdir(), "sanad-bench-")) : null;
  const folder = values.of ?? path.join(made!, "graph");
  try {
    if (made !== null) await fill(folder, { claims: Number(values.claims) });
    const server = await startServer(folder);
    try {
      for (const [name, address] of await pagesOf(server.url))
        console.log(await measured(name, server.url + address, Number(values.rounds)));
    } finally {
      server.process.kill("SIGTERM");
      await once(server.process, "exit");
    }
  } finally {
    if (made !== null) await rm(made, { recursive: true, force: true });
  }
}

async function startServer(folder: string): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const child = spawn(process.execPath, ["bin/sanad.js", "serve"], {
    env: { ...process.env, SANAD_DATA: folder, SANAD_RATE_LIMIT: "0", PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/\S+(?=\/ \(explorer\))/u.exec(line) ?? [];
    if (url) return { url, process: child };
  }
  throw new Error("the server has ended before it was ready");
}

/** The pages to open, by their names. */
async function pagesOf(url: string): Promise<readonly (readonly [name: string, address: string])[]> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: SUBJECTS }),
  });
  const { data } = (await response.json()) as {
    readonly data: {
      readonly claims: {
        readonly nodes: readonly {
          readonly id: string;
          readonly subject: { readonly id: string; readonly name: string };
          readonly citations: readonly { readonly source: { readonly id: string } }[];
        }[];
      };
      readonly conflicts: { readonly nodes: readonly { readonly id: string }[] };
    };
  };
  const [{ id: claim, subject, citations }] = data.claims.nodes as [(typeof data.claims.nodes)[number]];
  const conflict = data.conflicts.nodes[0]?.id;
  return [
    ["home", "/"],
    ["search", `/?${new URLSearchParams({ q: subject.name }).toString()}`],
    ["claim", `/c/${claim}`],
    ["entity", `/e/${subject.id}`],
    ["source", `/e/${citations[0]!.source.id}`],
    ["conflicts", "/conflicts"],
    ...(conflict === undefined ? [] : [["conflict", `/conflicts/${conflict}`] as const]),
    ["graph", `/graph?focus=${subject.id}`],
  ];
}

/** One page, in milliseconds until its last byte. */
async function measured(name: string, url: string, rounds: number): Promise<string> {
  const open = async (headers: Readonly<Record<string, string>> = {}) => {
    const begun = performance.now();
    const response = await fetch(url, { headers: { accept: "text/html", ...headers } });
    const { length } = await response.text();
    return { ms: performance.now() - begun, length, status: response.status, etag: response.headers.get("etag") };
  };
  const first = await open();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await open()).ms);
  const again = first.etag === null ? null : await open({ "if-none-match": first.etag });
  const median = times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
  return [
    name.padEnd(10),
    `${first.status}`,
    `${first.ms.toFixed(0).padStart(6)} ms first`,
    `${median.toFixed(0).padStart(6)} ms later`,
    ...(again ? [`${again.ms.toFixed(0).padStart(6)} ms ${again.status}`] : []),
    `${(first.length / 1000).toFixed(0).padStart(5)} kB of HTML`,
  ].join("  ");
}
