import type { IncomingHttpHeaders } from "node:http";
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span, type TextMapGetter } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider } from "@opentelemetry/sdk-trace";

/** The span of a request. */
export interface RequestSpan {
  /** Begins the span of a statement; what it answers ends it. */
  readonly statement: (statement: string) => (error?: unknown) => void;
  end(of: {
    readonly operation: string | null;
    readonly type: string | null;
    readonly status: number | undefined;
    readonly errors: readonly string[];
  }): void;
}

/** Sends spans to where the OTEL_EXPORTER_OTLP_ variables say, which the exporter reads itself. */
export interface Tracer {
  request(headers: IncomingHttpHeaders, way: string): RequestSpan;
  /** Sends what has not been sent. */
  stop(): Promise<void>;
}

const headerGetter: TextMapGetter<IncomingHttpHeaders> = {
  keys: (headers) => Object.keys(headers),
  get: (headers, key) => headers[key],
};

/** Begins to trace. @param engine the store's engine, as the spans of its statements name it */
export function startTracing(serviceName: string, engine: string): Tracer {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer("sanad");
  const propagator = new W3CTraceContextPropagator();
  return {
    request(headers, way) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, headerGetter);
      const span = tracer.startSpan("graphql", { kind: SpanKind.SERVER, attributes: { "sanad.way": way } }, parent);
      const within = trace.setSpan(parent, span);
      return {
        statement(statement) {
          const attributes = {
            "db.system.name": engine,
            "db.operation.name": statement,
            "db.query.summary": statement,
          };
          const inner = tracer.startSpan(statement, { kind: SpanKind.CLIENT, attributes }, within);
          return (error) => {
            if (error !== undefined) fail(inner, codeOf(error));
            inner.end();
          };
        },
        end({ operation, type, status, errors }) {
          // a client may give as many names as it likes: the name of the span is of our words only
          if (type !== null) span.updateName(`graphql ${type}`).setAttribute("graphql.operation.type", type);
          if (operation !== null) span.setAttribute("graphql.operation.name", operation);
          if (status !== undefined) span.setAttribute("http.response.status_code", status);
          if (errors.length > 0) fail(span, errors[0]!);
          span.end();
        },
      };
    },
    stop: () => provider.shutdown(),
  };
}

function fail(span: Span, code: string): void {
  span.setAttribute("error.type", code).setStatus({ code: SpanStatusCode.ERROR });
}

/** The code of an error; its text may tell of what was asked. */
function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "INTERNAL";
}
