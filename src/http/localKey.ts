import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { ErrorCode, SanadError } from "../errors.js";

/** The key by which a server signs and checks its own tokens, where no address of keys is given. */
export interface LocalKey {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

/** How tokens of the local key are signed. */
export const LOCAL_ALGORITHM = "ES256";

const FILE = "token-key.json";

/**
 * The key in a data folder; made where there is none, readable to its owner only. Of several processes that make one at once, all get the same.
 * Throws STORE_UNAVAILABLE where it cannot be read, or made.
 */
export async function localKey(folder: string): Promise<LocalKey> {
  const file = path.join(folder, FILE);
  try {
    const text = (await textOf(file)) ?? (await make(folder, file));
    const privateKey = JSON.parse(text) as JWK;
    const { kty, crv, x, y, kid } = privateKey;
    if (crv !== "P-256" || !privateKey.d) throw new TypeError("it is no private key on the curve P-256");
    return { privateKey, publicKey: { ...{ kty, crv, x, y, kid }, alg: LOCAL_ALGORITHM } };
  } catch (cause) {
    const why = cause instanceof SyntaxError ? "it is no JSON" : (cause as Error).message;
    throw new SanadError(
      ErrorCode.STORE_UNAVAILABLE,
      `The key of tokens ${file} cannot be used: ${why}. Make the folder writable, or remove a broken file: a new key is made then, and older tokens end.`,
      [],
      { cause },
    );
  }
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** Written beside, then linked to its name: that fails where another was faster, and then the other's counts. */
async function make(folder: string, file: string): Promise<string> {
  const { privateKey } = await generateKeyPair(LOCAL_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const text = `${JSON.stringify({ ...jwk, alg: LOCAL_ALGORITHM, kid: await calculateJwkThumbprint(jwk) })}\n`;
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.${FILE}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
  return readFile(file, "utf8");
}
