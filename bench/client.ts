import { Agent, request } from "node:http";
import type { Sent } from "./requests.js";

/** A GraphQL answer. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends requests over a number of connections that stay open. */
export class Client {
  readonly #agent: Agent;

  constructor(connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send({ url, body, headers: own }: Sent): Promise<Answer> {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...own };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: "POST", agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString("utf8")) as Answer);
          } catch {
            reject(new Error(`an answer of status ${response.statusCode} that is no JSON`));
          }
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
