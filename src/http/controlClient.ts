import { request } from "node:http";
import { ErrorCode, SanadError } from "../errors.js";
import { controlAddress } from "./controlSocket.js";

/**
 * Asks the server that has a data folder open to do something. Answers what it says, or null where no server listens there. Throws what the
 * server throws, as a SanadError.
 */
export async function askServer(folder: string, action: string, input: object): Promise<unknown> {
  let text: string;
  try {
    text = await post(folder, action, JSON.stringify(input));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ECONNREFUSED" || code === "ENOTDIR") return null;
    const why = code === "EACCES" || code === "EPERM" ? "this user may not: become the one who started it" : code;
    throw new SanadError(
      ErrorCode.STORE_UNAVAILABLE,
      `the server that has ${folder} open could not be asked: ${why ?? (error as Error).message}`,
      [],
      { cause: error },
    );
  }
  const { done, failed } = JSON.parse(text) as { done?: unknown; failed?: { code: ErrorCode; message: string } };
  if (failed) throw new SanadError(failed.code, failed.message);
  return done;
}

async function post(folder: string, action: string, body: string): Promise<string> {
  const address = controlAddress(folder);
  try {
    return await new Promise<string>((resolve, reject) => {
      const sent = request({ socketPath: address.path, path: `/${action}`, method: "POST" }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("end", () => resolve(text)).on("error", reject);
      });
      sent.on("error", reject).end(body);
    });
  } finally {
    address.release();
  }
}
