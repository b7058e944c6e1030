import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ErrorCode, SanadError } from "../errors.js";

export interface Place {
  readonly host: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  /** The setting that chooses the port. */
  readonly setting: "PORT" | "SANAD_METRICS_PORT";
}

/** Has a server listen and answers where it is reached: `http://127.0.0.1:4000`. Throws BAD_USER_INPUT in one sentence where it cannot. */
export async function listen(server: Server, { host, port, setting }: Place): Promise<string> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port }, resolve);
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why: Record<string, string> = {
      EADDRINUSE: `port ${port} of ${host} is in use: set ${setting} to another, or stop what listens there`,
      EACCES: `port ${port} may not be listened on: set ${setting} to 1024 or more`,
      EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to one that is`,
      ENOTFOUND: `${host} is no address and no name that is known here: set HOST to one that is`,
    };
    throw new SanadError(
      ErrorCode.BAD_USER_INPUT,
      why[code ?? ""] ?? `cannot listen on ${host}:${port} (${code})`,
      [],
      { cause },
    );
  }
  const address = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}
