import { readFileSync } from "node:fs";

/**
 * A file's text, byte for byte as UTF-8: no byte order mark is taken off, since positions count it; null where the file is not UTF-8.
 * Throws what the file system throws.
 */
export function readText(path: string): string | null {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
