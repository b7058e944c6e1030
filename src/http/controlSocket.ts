import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";

/** The name of the socket in a data folder. */
const SOCKET = "sanad.socket";

/** How many bytes of a path systems take for a socket's, at least (macOS 103, Linux 107). */
const MOST_BYTES = 100;

/** An address at which the server of a data folder is reached by who may write to the folder. */
export interface ControlAddress {
  /** What to listen on, or to connect to. */
  readonly path: string;
  /** Where the socket stands as a file; null where it is none (Windows). */
  readonly file: string | null;
  /** To be called when the address is not used any more. */
  release(): void;
}

/**
 * The address for a data folder that is there. A path that is too long for a socket is shortened by way of the open folder, which Linux can do;
 * elsewhere it is left as it is, and refused by the system.
 */
export function controlAddress(folder: string): ControlAddress {
  const file = path.join(path.resolve(folder), SOCKET);
  const release = () => undefined;
  if (process.platform === "win32") {
    const name = createHash("sha256").update(file.toLowerCase()).digest("hex").slice(0, 32);
    return { path: `\\\\.\\pipe\\sanad-${name}`, file: null, release };
  }
  if (Buffer.byteLength(file) <= MOST_BYTES || process.platform !== "linux") return { path: file, file, release };
  const descriptor = openSync(path.dirname(file), "r");
  return { path: `/proc/self/fd/${descriptor}/${SOCKET}`, file, release: () => closeSync(descriptor) };
}
