import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { listen } from "./listen.js";

/** What is looked up whenever somebody asks for the metrics. */
export interface Gauged {
  readonly subscriptions: () => number;
  readonly connections: () => number;
  readonly lastChange: () => number;
  readonly answerBytes: () => number;
}

/**
 * What the server counts, for Prometheus. Labels are of our own words only, so that no client can make more series of them: an operation's name is no
 * label.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<"type" | "outcome">;
  readonly #seconds: Histogram<"type">;
  readonly #cached: Counter;
  readonly #statements: Counter;
  readonly #statementSeconds: Histogram<"statement" | "outcome">;
  #server: Server | null = null;

  constructor({ subscriptions, connections, lastChange, answerBytes }: Gauged) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: "sanad_requests_total",
      help: "Requests for GraphQL, by the type of their operation (none where it was not known) and by what came of them: ok, refused, failed.",
      labelNames: ["type", "outcome"],
      registers,
    });
    this.#cached = new Counter({
      name: "sanad_requests_cached_total",
      help: "Requests answered with what was answered before, or that the client has it already.",
      registers,
    });
    this.#seconds = new Histogram({
      name: "sanad_request_duration_seconds",
      help: "How long requests took, by the type of their operation; subscriptions, which last, are left out.",
      labelNames: ["type"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.#statements = new Counter({
      name: "sanad_request_statements_total",
      help: "Statements that requests sent to the store.",
      registers,
    });
    this.#statementSeconds = new Histogram({
      name: "sanad_statement_duration_seconds",
      help: "How long the store took for statements, by the name of the statement.",
      labelNames: ["statement", "outcome"],
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        ...{ name, help, registers },
        collect() {
          this.set(value());
        },
      });
    gauge("sanad_subscriptions", "Subscriptions that are open.", subscriptions);
    gauge("sanad_websocket_connections", "WebSocket connections that are open.", connections);
    gauge("sanad_changes_last_seq", "The number of the last change that this process has seen.", lastChange);
    gauge("sanad_response_cache_bytes", "Bytes of the answers that are kept.", answerBytes);
  }

  request(
    type: string,
    outcome: string,
    {
      seconds,
      statements,
      cached,
    }: { readonly seconds: number; readonly statements: number; readonly cached: boolean },
  ): void {
    this.#requests.inc({ type, outcome });
    if (cached) this.#cached.inc();
    if (type !== "subscription") this.#seconds.observe({ type }, seconds);
    this.#statements.inc(statements);
  }

  /** Begins the time of a statement; what it answers ends it. */
  readonly statement = (statement: string): ((error?: unknown) => void) => {
    const end = this.#statementSeconds.startTimer({ statement });
    return (error) => void end({ outcome: error === undefined ? "ok" : "failed" });
  };

  /** Serves them at `/metrics`, on a port of their own. Throws BAD_USER_INPUT where it cannot listen there. */
  async serve(host: string, port: number): Promise<string> {
    const server = createServer((request, response) => {
      const [path] = (request.url ?? "").split("?", 1);
      if (path !== "/metrics" || (request.method !== "GET" && request.method !== "HEAD")) {
        response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Metrics are at /metrics.\n");
        return;
      }
      this.#registry.metrics().then(
        (text) => response.writeHead(200, { "Content-Type": this.#registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    const address = await listen(server, { host, port, setting: "SANAD_METRICS_PORT" });
    this.#server = server;
    return `${address}/metrics`;
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#registry.clear();
  }
}
