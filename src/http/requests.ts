import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Logger } from "pino";
import { RequestAccess } from "../graphql/context.js";
import type { Metrics } from "./metrics.js";
import type { Tracer } from "./tracing.js";

/** By which way a request came: a plain one, over a WebSocket, or answered as a stream of events. */
export type Way = "http" | "websocket" | "sse";

export interface Begun {
  readonly headers: IncomingHttpHeaders;
  readonly id: string;
  readonly way: Way;
  /** Writes that the request must see. */
  readonly bookmarks?: readonly string[];
  /** Is given when nobody waits for more; only of what can have many answers. */
  readonly signal?: AbortSignal;
  readonly readOnly?: boolean;
}

/** A request under way. */
export interface Request {
  readonly access: RequestAccess;
  /** To be called once, when it has been answered or given up. `status`: that of HTTP, where it has one. */
  end(of: { readonly status?: number }): void;
}

/** Errors that are the server's fault and not that of whoever asked. */
const FAULTS: readonly string[] = ["INTERNAL", "INTERNAL_SERVER_ERROR", "STORE_UNAVAILABLE", "TIMEOUT"];

/** Tells of each request: a line in the log, the metrics, a span. Never what was asked, with which values, or with which token. */
export class Requests {
  readonly #log: Logger;

  constructor(
    log: Logger,
    private readonly metrics: Metrics | null,
    private readonly tracer: Tracer | null,
  ) {
    // looking for secrets takes longer than all else that is told, and a line of a request has none: its words are our own
    this.#log = log.child({}, { redact: [] });
  }

  begin({ headers, id, way, bookmarks, signal, readOnly = false }: Begun): Request {
    const begun = performance.now();
    const span = this.tracer?.request(headers, way);
    const access = new RequestAccess(bookmarks, {
      ...{ signal: signal ?? null, readOnly, onStatement: span?.statement },
      host: headers.host ?? null,
    });
    return {
      access,
      end: ({ status }) => {
        const { operation, told } = access;
        const { type, statements, cost, answers, errors, cached } = told;
        const ms = Math.round((performance.now() - begun) * 10) / 10;
        const outcome = errors.some((code) => FAULTS.includes(code)) ? "failed" : errors.length > 0 ? "refused" : "ok";
        const line = {
          ...{ requestId: id, way, operation, type, status, statements, ms },
          ...(cost !== null && { cost }),
          ...(answers !== null && { answers }),
          ...(cached && { cached }),
          ...(errors.length > 0 && { errors: errors.slice(0, MAX_ERRORS_TOLD) }),
        };
        this.#log.info(line, answers === null ? "request" : "subscription ended");
        this.metrics?.request(type ?? "none", outcome, { seconds: ms / 1000, statements, cached });
        span?.end({ operation, type, status, errors });
      },
    };
  }
}

/** A hostile request has as many errors as it has fields. */
const MAX_ERRORS_TOLD = 20;

/** The id that a client has given its request, where it is a harmless one; else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,128}$/u.test(given) ? given : randomUUID();
}
