import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient, type Client as WsClient } from "graphql-ws";
import { WebSocket } from "ws";

/** A change as it comes over a subscription. */
export interface Seen {
  readonly seq: string;
  readonly action: string;
  readonly claim: { readonly id: string; readonly status: string } | null;
}

export const WATCH =
  "subscription Watch($where: ClaimFilter, $since: ID) { claimChanged(where: $where, since: $since) { seq action claim { id status statement } } }";

/** What has come so far over a subscription. */
export interface Following {
  readonly seen: Seen[];
  /** The errors of answers, and those that ended it. */
  readonly errors: unknown[];
  /** Resolves when so many have come; fails after some seconds. */
  readonly until: (count: number) => Promise<readonly Seen[]>;
  /** Resolves when it has ended by itself. */
  readonly ended: Promise<void>;
  /** Ends it, as its client does. */
  readonly stop: () => void;
  /** Ends the connection in the middle, as a network does. */
  readonly cut: () => void;
}

/** The ways by which a client can follow, each with the client that people use. */
export const ways = {
  "graphql-ws": followByWebSocket,
  "graphql-sse": followByEvents,
} as const;

type Variables = { readonly where?: object; readonly since?: string };

function following(
  subscribe: (sink: { next(value: unknown): void; error(error: unknown): void; complete(): void }) => () => void,
  cut: () => void,
): Following {
  const seen: Seen[] = [];
  const errors: unknown[] = [];
  let end = () => undefined as void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const stop = subscribe({
    next(value) {
      const { data, errors: told } = value as { data?: { claimChanged: Seen } | null; errors?: readonly unknown[] };
      if (told) errors.push(...told);
      if (data?.claimChanged) seen.push(data.claimChanged);
    },
    error(error) {
      errors.push(...(Array.isArray(error) ? (error as unknown[]) : [error]));
      end();
    },
    complete: end,
  });
  return {
    ...{ seen, errors, ended, stop, cut },
    async until(count) {
      for (let tries = 0; seen.length < count; tries++) {
        if (tries > 2000) throw new Error(`${seen.length} of ${count} came; errors: ${JSON.stringify(errors)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return seen;
    },
  };
}

/** Follows over a WebSocket of its own. */
export function followByWebSocket(url: string, variables: Variables = {}, token?: string): Following {
  let socket: WebSocket | undefined;
  const client = webSocketClient(url, token, (opened) => (socket = opened));
  return following(
    (sink) => {
      const stop = client.subscribe({ query: WATCH, variables: { ...variables } }, sink);
      return () => {
        stop();
        void client.dispose();
      };
    },
    () => socket?.terminate(),
  );
}

/** A client that does not connect again by itself. */
export function webSocketClient(url: string, token?: string, opened?: (socket: WebSocket) => void): WsClient {
  return createWsClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    ...(token !== undefined && { connectionParams: { authorization: token } }),
    on: { opened: (socket) => opened?.(socket as WebSocket) },
  });
}

/** Follows over server-sent events. */
export function followByEvents(url: string, variables: Variables = {}, token?: string): Following {
  const abort = new AbortController();
  const client = createSseClient({
    url: `${url}/graphql`,
    retryAttempts: 0,
    ...(token !== undefined && { headers: { authorization: token } }),
    fetchFn: (input: string, init: RequestInit) =>
      fetch(input, { ...init, signal: AbortSignal.any([abort.signal, ...(init.signal ? [init.signal] : [])]) }),
  });
  return following(
    (sink) => client.subscribe({ query: WATCH, variables: { ...variables } }, sink),
    () => abort.abort(),
  );
}
