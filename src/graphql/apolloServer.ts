import { ApolloServer, HeaderMap, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import {
  GraphQLError,
  Kind,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Logger } from "pino";
import { ErrorCode, SanadError, type Problem } from "../errors.js";
import type { Context } from "./context.js";
import { executorOf } from "./execute/executor.js";
import { checkOperation } from "./checkOperation.js";
import { refusal } from "./refusal.js";

/**
 * Apollo Server over a schema: it parses, validates and executes. What costs and brings nothing here is off: cache-control hints,
 * batching, persisted queries by hash, usage reports. Errors carry a code and what a client may know, and nothing else.
 */
export function createApolloServer(schema: GraphQLSchema, log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executing(schema),
    logger: log,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    formatError: (formatted, error) => formatError(formatted, error, log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      noteWhatIsTold,
      acceptSubscriptions,
      limit,
    ],
  });
}

/** The door by which Apollo lets something else than graphql-js execute what it has parsed and validated. */
function executing(schema: GraphQLSchema): NonNullable<ApolloServerOptionsWithGateway<Context>["gateway"]> {
  const execute = executorOf(schema);
  return {
    onSchemaLoadOrUpdate(loaded) {
      loaded({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, request: { operationName, variables }, context }) =>
        execute({ document, operationName, variableValues: variables, contextValue: context }),
    }),
    stop: async () => undefined,
  };
}

/** A subscription has no single answer: sent by a way that can carry one only it is refused; by another, it is handed to whoever follows it. */
const acceptSubscriptions: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation === "mutation" && contextValue.access.readOnly) {
          throw new GraphQLError("A mutation is sent by POST.", { extensions: { code: "BAD_REQUEST" } });
        }
        if (operation?.operation !== "subscription" || contextValue.access.signal !== null) return;
        const message =
          "A subscription has many answers: send it by a WebSocket (the protocol graphql-transport-ws) or with the header Accept: text/event-stream.";
        throw new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 406 } } });
      },
      async responseForOperation({ operation, document, contextValue }) {
        // of several, none of which was named, there is none, whatever the type says
        if ((operation as OperationDefinitionNode | undefined)?.operation !== "subscription") return null;
        contextValue.access.accepted = document;
        return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: {} } };
      },
    };
  },
};

/** The header that tells what a request costs. */
const COST_HEADER = "sanad-cost";

/** Before anything is read: what an operation costs must be within the limits, and within what whoever asks may still spend. */
const limit: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveSource({ contextValue: { access } }) {
        access.isWellFormed = true;
      },
      async didResolveOperation({ schema, document, operation, request, contextValue: { access }, response }) {
        if (!operation) return; // executing tells why there is none
        try {
          access.told.cost = checkOperation(schema, document, operation, request.variables);
        } catch (error) {
          throw error instanceof SanadError ? refusal(error, 400) : error;
        }
        response.http.headers.set(COST_HEADER, String(access.told.cost));
        await access.charge(access.told.cost);
      },
    };
  },
};

/** Tells the store the operation's name, and notes what the log has of a request: its name, never its variables. */
const noteWhatIsTold: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operationName, operation, contextValue: { access } }) {
        access.operation = operationName;
        access.told.type = operation?.operation ?? null;
      },
      async willSendResponse({ contextValue: { access, levels, loaders }, response }) {
        const { body } = response;
        access.whenOver(() => {
          loaders.forget();
          if (body.kind === "single") body.singleResult = {};
        });
        const errors = (body.kind === "single" && body.singleResult.errors) || [];
        access.told.statements += levels.statements;
        access.told.errors.push(...errors.map(({ extensions }) => String(extensions?.["code"])));
      },
    };
  },
};

/**
 * What a client is told of an error: the code, and for a refused input its problems. A defect is logged and not told, nor is what the
 * store says of itself: that is for the operator.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { message, locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const refused = (code: ErrorCode, text: string, problems: readonly Problem[] = []) => ({
    ...{ message: text, ...place },
    extensions: { code, ...(problems.length > 0 && { problems }) },
  });
  if (cause instanceof GraphQLError) {
    const code = formatted.extensions?.["code"];
    const variable = code === "BAD_USER_INPUT" || code === "INTERNAL_SERVER_ERROR" ? variableAtFault(cause) : null;
    if (variable !== null) {
      const problem = { code: "WRONG_VARIABLE", message, path: placeIn(message, variable), suggestions: [] };
      return refused(ErrorCode.BAD_USER_INPUT, message, [problem]);
    }
    if (code !== "INTERNAL_SERVER_ERROR") return formatted;
  }
  if (cause instanceof SanadError && cause.code === ErrorCode.STORE_UNAVAILABLE) {
    log.error({ err: cause, path }, "the store does not answer");
    return refused(cause.code, "The store does not answer.");
  }
  if (cause instanceof SanadError && cause.code === ErrorCode.TIMEOUT) {
    log.warn({ err: cause, path }, "the store did not answer in time");
    return refused(cause.code, "The store did not answer in time.");
  }
  if (cause instanceof SanadError && cause.code !== ErrorCode.INTERNAL) {
    return refused(cause.code, cause.message, cause.problems);
  }
  log.error({ err: cause, path }, "a defect while answering");
  return refused(ErrorCode.INTERNAL, "Something went wrong here; it has been logged.");
}

/** Where in a variable graphql-js says that a value is wrong: `at "c[2].validFrom"`. */
function placeIn(message: string, variable: string): (string | number)[] {
  const [, place] = /^Variable "[^"]*" got invalid value .* at "([\w.[\]]+)";/su.exec(message) ?? [];
  if (place === undefined) return [variable];
  return place.split(/[.[\]]+/u).flatMap((step) => (step === "" ? [] : [/^\d+$/u.test(step) ? Number(step) : step]));
}

/** The name of the variable whose value graphql-js refuses: as such, or as an argument (a null for one that takes none); null for another error. */
function variableAtFault({ nodes }: GraphQLError): string | null {
  const node = nodes?.[0];
  if (node?.kind === Kind.VARIABLE_DEFINITION) return node.variable.name.value;
  return node?.kind === Kind.VARIABLE ? node.name.value : null;
}
