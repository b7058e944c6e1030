import type { Server } from "./servers.js";
import type { Variables, Workload } from "./workloads/workload.js";

/** What a server is sent: the address and the body. */
export interface Sent {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request by which a server is asked a workload; null where it cannot be. */
export function requestOf(
  { name: server, url }: Pick<Server, "name" | "url">,
  workload: Workload,
  variables: Variables,
): Sent | null {
  const { name, query, asked, peer } = workload;
  switch (server) {
    case "floor":
      return { url: `${url}/${name}`, body: JSON.stringify(variables) };
    case "sanad":
      return { url: `${url}/graphql`, body: JSON.stringify({ query, variables: asked?.(variables) ?? variables }) };
    case "peer":
      return (
        peer && { url: `${url}/graphql`, body: JSON.stringify({ query: peer.query, variables: peer.asked(variables) }) }
      );
  }
}

/** Asks once and gives the answer's text; null where there is none within so many seconds. */
export async function ask({ url, body, headers }: Sent, patience = 300): Promise<string | null> {
  try {
    const response = await fetch(url, {
      ...{ method: "POST", headers: { "content-type": "application/json", ...headers }, body },
      signal: AbortSignal.timeout(patience * 1000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 2000)}`);
    return text;
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") return null;
    throw error;
  }
}
