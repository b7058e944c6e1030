import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { ErrorCode, SanadError } from "../errors.js";
import type { Context } from "./context.js";

/**
 * Apollo Server over a schema: it parses, validates and executes. What costs and brings nothing here is off: cache-control hints,
 * batching, persisted queries by hash, usage reports. Errors carry a code and what a client may know, and nothing else.
 */
export function createApolloServer(schema: GraphQLSchema, log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
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
      refuseSubscriptions,
      logRequests(log),
    ],
  });
}

/** A subscription has no single answer: sent as a plain request it is refused, rather than answered with nothing. */
const refuseSubscriptions: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== "subscription") return;
        throw new GraphQLError("Subscriptions are not answered by this version.", {
          extensions: { code: ErrorCode.NOT_IMPLEMENTED, http: { status: 501 } },
        });
      },
    };
  },
};

/** One line a request: the operation's name, never its variables. */
function logRequests(log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const begun = performance.now();
      return {
        async willSendResponse({ operationName, contextValue, errors }) {
          const ms = Math.round((performance.now() - begun) * 10) / 10;
          const codes = errors?.map(({ extensions }) => extensions["code"]);
          log.info(
            { operation: operationName ?? null, statements: contextValue.levels.statements, ms, errors: codes },
            "request",
          );
        },
      };
    },
  };
}

/** What a client is told of an error: the code, and for a refused input its problems. A defect is logged and not told. */
function formatError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof SanadError && cause.code !== ErrorCode.INTERNAL) {
    const { code, message, problems } = cause;
    return { message, ...place, extensions: { code, ...(problems.length > 0 && { problems }) } };
  }
  if (cause instanceof GraphQLError && formatted.extensions?.["code"] !== "INTERNAL_SERVER_ERROR") return formatted;
  log.error({ err: cause, path }, "a defect while answering");
  return {
    message: "Something went wrong here; it has been logged.",
    ...place,
    extensions: { code: ErrorCode.INTERNAL },
  };
}
