import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open as openFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { print } from "graphql";
import { baseAddress, type Config } from "../config.js";
import { readMoment } from "../cypher/moment.js";
import { ErrorCode, SanadError } from "../errors.js";
import { countSelected, exportFile } from "../exchange/export/exportFile.js";
import { FILE_FORMATS, formatNamed, formatOfFile, type FileFormat } from "../exchange/export/formats.js";
import type { ExportSource, Selection } from "../exchange/export/selection.js";
import { createApolloServer } from "../graphql/apolloServer.js";
import { admit } from "../graphql/admit.js";
import { claimsOfAnswer } from "../graphql/claimsOfAnswer.js";
import { ANONYMOUS, createContext, momentOf, RequestAccess, type ViewerIdentity } from "../graphql/context.js";
import { readInput } from "../graphql/readInput.js";
import { buildSchema } from "../graphql/schema.js";
import { withStore, type Opened } from "./open.js";
import { readOperations } from "./operationFile.js";
import { showProgress } from "./showProgress.js";

export interface ExportOptions {
  /** A format's name; left out, the ending of `out` says it. */
  readonly format?: string;
  readonly claim?: readonly string[];
  readonly entity?: string;
  /** A ClaimFilter as JSON. */
  readonly where?: string;
  /** A file with a query, of whose answer the claims are meant; its variables as JSON, and its name where the file has several. */
  readonly query?: string;
  readonly variables?: string;
  readonly operation?: string;
  /** An AsOf as JSON. */
  readonly asOf?: string;
  /** The file to write; left out, it is written to the standard output. */
  readonly out?: string;
  /** Whether only what readers see goes out. */
  readonly open: boolean;
}

/** Who works where the store is sees all that is in it. */
const OPERATOR: ViewerIdentity = { name: "operator", roles: ["admin"] };

/** `sanad export`: writes claims to a file, or to the standard output, in one of the formats. A file has its name only once it is whole. */
export async function exportClaims(config: Config, options: ExportOptions): Promise<number> {
  const format = formatOf(options);
  const given = { where: readJson(options.where, "--where"), asOf: readJson(options.asOf, "--as-of") };
  const variables = readJson(options.variables, "--variables");
  return withStore(config, async (opened) => {
    const { store, ontology } = opened;
    const schema = buildSchema(ontology);
    const viewer = options.open ? ANONYMOUS : OPERATOR;
    const above = momentOf(viewer);
    const moment = readMoment(readInput(schema, "AsOf", given.asOf, "asOf"), above) ?? above;
    const stop = new AbortController();
    const source: ExportSource = { store, ontology, moment, signal: stop.signal };
    const selection: Selection =
      options.query !== undefined
        ? { claims: await claimsOfFile(opened, viewer, { ...options, query: options.query, variables }) }
        : options.claim
          ? { claims: options.claim }
          : options.entity !== undefined
            ? { entity: options.entity }
            : { where: readInput(schema, "ClaimFilter", given.where, "where") };
    const total = await countSelected(source, selection, format);
    const progress = showProgress();
    progress({ stage: "claims", done: 0, total });
    let written = 0;
    const pieces = await exportFile({
      ...{ source, selection, format },
      context: { base: baseAddress(config), at: new Date().toISOString() },
      onClaim: (claims) => progress({ stage: "claims", done: (written = claims), total }),
    });
    const onSignal = () => stop.abort(new SanadError(ErrorCode.BAD_USER_INPUT, "the export was broken off"));
    process.once("SIGINT", onSignal);
    try {
      if (options.out === undefined) await toStandardOutput(pieces);
      else {
        await toFile(pieces, path.resolve(options.out));
        console.error(`${options.out}: ${written} claims`);
      }
    } finally {
      process.off("SIGINT", onSignal);
    }
    return 0;
  });
}

function formatOf({ format, out }: ExportOptions): FileFormat {
  if (format !== undefined) return formatNamed(format);
  const found = out === undefined ? null : formatOfFile(out);
  if (found) return found;
  const names = FILE_FORMATS.map(({ name }) => name.toLowerCase()).join(", ");
  throw new SanadError(
    ErrorCode.BAD_USER_INPUT,
    out === undefined
      ? `say the format with --format: ${names}`
      : `the ending of ${out} is that of no format: say it with --format: ${names}`,
  );
}

function readJson(text: string | undefined, option: string): unknown {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const message = `${option} holds no JSON: ${(cause as Error).message}`;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, message, [], { cause });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, `${option} holds no JSON object`);
}

/** The ids of the claims in the answer of a file's query. */
async function claimsOfFile(
  { store, ontology, log }: Opened,
  viewer: ViewerIdentity,
  asked: { readonly query: string; readonly operation?: string; readonly variables: unknown },
): Promise<readonly string[]> {
  const schema = buildSchema(ontology);
  const [found, second] = readOperations(schema, asked.query, asked.operation);
  if (second) {
    const message = `${asked.query} has several operations: name one of them with --operation`;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, message);
  }
  if (found!.type !== "query") {
    throw new SanadError(
      ErrorCode.BAD_USER_INPUT,
      `${asked.query} holds a ${found!.type}; the answer of a query is exported`,
    );
  }
  const query = print(found!.document);
  admit({ query }, undefined);
  const apollo = createApolloServer(schema, log);
  const variables = asked.variables as Record<string, unknown> | undefined;
  const context = createContext(store, ontology, new RequestAccess([], { readOnly: true }), viewer);
  return claimsOfAnswer(apollo, schema, context, { query, variables });
}

/** Ends without an error when whoever reads it has enough. */
async function toStandardOutput(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** Beside its place and renamed there once it is whole and on the disk. */
async function toFile(pieces: AsyncIterable<string>, out: string): Promise<void> {
  const partial = path.join(path.dirname(out), `.sanad-export-${randomUUID()}`);
  try {
    const to = createWriteStream(partial, { flags: "wx" });
    if (out.endsWith(".gz")) await pipeline(Readable.from(pieces), createGzip(), to);
    else await pipeline(Readable.from(pieces), to);
    const file = await openFile(partial, "r+");
    await file.sync().finally(() => file.close());
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    const why = WHY[String(code)];
    if (why === undefined) throw error;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the file ${out} cannot be written: ${why}`, [], { cause: error });
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "its folder is not there",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "there is a folder of that name",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
};
