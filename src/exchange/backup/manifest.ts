import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { NODE_LABELS } from "../../cypher/copy.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { BACKUP_MANIFEST } from "../../store/grafeo/folder.js";
import { DATABASE } from "../../store/grafeo/marker.js";
import { GRAPH_LAYOUT } from "../../store/layout.js";

/** The version of a backup's form: a folder with a database of the embedded engine and the manifest. */
const FORM = 1;

const form = z.object({
  form: z.number().int(),
  /** The version of the graph in it. */
  layout: z.number().int(),
  /** When what is in it was so. */
  at: z.string(),
  /** The engine that it was taken from. */
  engine: z.enum(["grafeo", "neo4j"]),
  /** The number of the last change in it; 0 where there was none. */
  lastChange: z.number().int(),
  /** How many faults `sanad check` finds in it. */
  faults: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  contents: z.array(
    z.object({ label: z.enum(NODE_LABELS), nodes: z.number().int(), edges: z.number().int(), digest: z.string() }),
  ),
});

/** What a backup tells of itself. */
export type Manifest = z.infer<typeof form>;

/** A backup that is whole. */
export interface Backup {
  readonly path: string;
  readonly databaseFile: string;
  readonly manifest: Manifest;
}

/** The manifest's file, as text. */
export function manifestText(manifest: Omit<Manifest, "form">): string {
  return `${JSON.stringify({ form: FORM, ...manifest }, null, 2)}\n`;
}

/**
 * Reads a backup and compares its database with the manifest, byte for byte. Of a folder that holds one backup, that one is meant.
 * Throws BAD_USER_INPUT, in one sentence, where it is none, not whole, or of a newer version of Sanad.
 */
export async function readBackup(given: string): Promise<Backup> {
  const folder = await folderOf(path.resolve(given));
  const manifest = parse(folder, await readFile(path.join(folder, BACKUP_MANIFEST), "utf8"));
  if (manifest.form > FORM || manifest.layout > GRAPH_LAYOUT) {
    throw refused(`the backup ${folder} was made by a newer version of Sanad: restore it with that version`);
  }
  const databaseFile = path.join(folder, DATABASE);
  const size = await stat(databaseFile).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw damaged(folder, `its ${DATABASE} is missing`);
  if (size !== manifest.bytes) throw damaged(folder, `its ${DATABASE} has ${size} bytes, not ${manifest.bytes}`);
  if ((await sha256Of(databaseFile)) !== manifest.sha256) throw damaged(folder, `its ${DATABASE} has other bytes`);
  return { path: folder, databaseFile, manifest };
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function folderOf(given: string): Promise<string> {
  const names = await readdir(given).catch((error: NodeJS.ErrnoException) => {
    const why: Record<string, string> = { ENOENT: "is not there", ENOTDIR: "is a file, and a backup is a folder" };
    throw refused(`the backup ${given} ${why[error.code ?? ""] ?? `cannot be read (${error.code})`}`);
  });
  if (names.includes(BACKUP_MANIFEST)) return given;
  const inside: string[] = [];
  for (const name of names.sort()) {
    const there = await readdir(path.join(given, name)).catch((): string[] => []);
    if (there.includes(BACKUP_MANIFEST) && !name.startsWith(".")) inside.push(path.join(given, name));
  }
  if (inside.length === 1) return inside[0]!;
  if (inside.length === 0) throw refused(`${given} is no backup: it holds no ${BACKUP_MANIFEST}`);
  throw refused(`${given} holds ${inside.length} backups: name one of them, such as the last, ${inside.at(-1)}`);
}

function parse(folder: string, text: string): Manifest {
  try {
    return form.parse(JSON.parse(text));
  } catch {
    throw damaged(folder, `its ${BACKUP_MANIFEST} cannot be read`);
  }
}

function damaged(folder: string, what: string): SanadError {
  return refused(`the backup ${folder} is damaged (${what}): restore another one`);
}

function refused(message: string): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, message);
}
