import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fill } from "./load.js";

/**
 * What it costs a server to answer: the flagship and a page, on the embedded engine, as they are, compressed, kept from an earlier answer, and where the client has them already. Tells
 * the bytes that are sent, the processor time of the server and the median time until the last byte, in rounds of so many milliseconds in turn: `npm run bench:responses -- --claims 10000`, or `--of folder`
 * of a graph that is there. Before that, what each step of gzip and Brotli makes of both. Needs /proc, and so Linux.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "10000" },
      of: { type: "string" },
      rounds: { type: "string", default: "9" },
      ms: { type: "string", default: "400" },
    },
  });
  const made = values.of === undefined ? await mkdtemp(path.join(tmpdir(), "sanad-bench-")) : null;
  const folder = values.of ?? path.join(made!, "graph");
  try {
    if (made !== null) await fill(folder, { claims: Number(values.claims) });
    // one process at a time may have the folder open
    for (const megabytes of ["0", "64"]) {
      console.log(megabytes === "0" ? "made for each request" : "kept (SANAD_RESPONSE_CACHE=64)");
      const server = await startServer(folder, megabytes);
      try {
        const ways = await waysOf(server.url);
        if (megabytes === "0") for (const way of ways.filter(isPlain)) await compareSteps(server.url, way);
        await measure(server, ways, Number(values.rounds), Number(values.ms));
      } finally {
        server.process.kill("SIGTERM");
        await once(server.process, "exit");
      }
    }
  } finally {
    if (made !== null) await rm(made, { recursive: true, force: true });
  }
}

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

async function startServer(folder: string, megabytes: string): Promise<Server> {
  const child = spawn(process.execPath, ["bin/sanad.js", "serve"], {
    env: {
      ...{ ...process.env, SANAD_DATA: folder, SANAD_RATE_LIMIT: "0", PORT: "0", LOG_LEVEL: "error" },
      SANAD_RESPONSE_CACHE: megabytes,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/\S+(?=\/ \(explorer\))/u.exec(line) ?? [];
    if (url) return { url, process: child };
  }
  throw new Error("the server has ended before it was ready");
}

type Headers = Readonly<Record<string, string>>;

/** A thing that is asked for, in one of the ways in which it can be. */
interface Way {
  readonly name: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body?: string;
}

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function send(url: string, { path, headers, body }: Omit<Way, "name">): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method: body === undefined ? "GET" : "POST", headers, agent });
    sent.on("error", reject).on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode!, headers: response.headers, bytes: bytes.length, text: String(bytes) });
      });
    });
    sent.end(body);
  });
}

const JSON_TYPE = { "content-type": "application/json" };
const ENCODINGS = ["identity", "gzip", "br"];

/** The flagship of the hub among chips and somebody who controls a company, by POST and by GET, and the page of that chip. */
async function waysOf(url: string): Promise<readonly Way[]> {
  const about = `{ entity(id: "chip-1") { name } claims(first: 1, where: { predicate: { eq: "CONTROLS" } }) { nodes { subject { name } } } }`;
  const names = await send(url, { path: "/graphql", headers: JSON_TYPE, body: JSON.stringify({ query: about }) });
  const { data } = JSON.parse(names.text) as {
    readonly data: { readonly entity: { name: string }; readonly claims: { nodes: [{ subject: { name: string } }] } };
  };
  const read = (name: string) => readFileSync(`schema/operations/${name}.graphql`, "utf8");
  const asked = {
    query: `${read("claim-fields")}\n${read("flagship")}`,
    operationName: "MuskClusters",
    variables: { chip: data.entity.name, person: data.claims.nodes[0].subject.name },
  };
  const { variables, ...others } = asked;
  const search = new URLSearchParams({ ...others, variables: JSON.stringify(variables) }).toString();
  const things: readonly Way[] = [
    { name: "flagship", path: "/graphql", headers: JSON_TYPE, body: JSON.stringify(asked) },
    { name: "page", path: "/e/chip-1", headers: { accept: "text/html" } },
  ];
  const ways = things.flatMap((thing) =>
    ENCODINGS.map((encoding) => ({
      ...thing,
      name: `${thing.name}, ${encoding}`,
      headers: { ...thing.headers, "accept-encoding": encoding },
    })),
  );
  const known: readonly Way[] = [
    { name: "flagship by GET, 304", path: `/graphql?${search}`, headers: JSON_TYPE },
    { ...things[1]!, name: "page, 304" },
  ];
  return [
    ...ways,
    ...(await Promise.all(
      known.map(async (way) => ({
        ...way,
        headers: { ...way.headers, "if-none-match": (await send(url, way)).headers.etag! },
      })),
    )),
  ];
}

async function measure(server: Server, ways: readonly Way[], rounds: number, ms: number): Promise<void> {
  const figures = new Map(ways.map((way) => [way, { bytes: 0, cpu: 0, times: [] as number[] }]));
  for (let round = 0; round <= rounds; round++) {
    for (const way of ways) {
      const found = figures.get(way)!;
      if (round === 1) Object.assign(found, { cpu: 0, times: [] }); // the first is for getting warm
      const cpu = cpuOf(server.process.pid!);
      for (const end = performance.now() + ms; performance.now() < end;) {
        const begun = performance.now();
        found.bytes = (await send(server.url, way)).bytes;
        found.times.push(performance.now() - begun);
      }
      found.cpu += cpuOf(server.process.pid!) - cpu;
    }
  }
  for (const [{ name }, { bytes, cpu, times }] of figures) {
    const figure = (value: number) => value.toFixed(2).padStart(8);
    console.log(
      `${name.padEnd(22)} ${String(bytes).padStart(8)} bytes  ${figure(cpu / times.length)} ms of CPU  ${figure(median(times))} ms`,
    );
  }
}

function isPlain({ name }: Way): boolean {
  return name.endsWith("identity");
}

/** What is made of an answer by each step, and in which time. */
async function compareSteps(url: string, way: Way): Promise<void> {
  const { text } = await send(url, way);
  const brotli = (step: number) => () =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: step } }).length;
  const steps = [
    ...[1, 3, 4, 6].map((level) => [`gzip ${level}`, () => gzipSync(text, { level }).length] as const),
    ...[0, 1, 2, 3, 4].map((step) => [`br ${step}`, brotli(step)] as const),
  ];
  const times = new Map(steps.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < 100; round++) {
    for (const [name, pack] of steps) {
      const begun = performance.now();
      pack();
      times.get(name)!.push(performance.now() - begun);
    }
  }
  for (const [name, pack] of steps) {
    console.log(`${way.name} by ${name}: ${pack()} bytes in ${median(times.get(name)!).toFixed(2)} ms`);
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The processor time that a process has used, in milliseconds; the kernel counts it in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
