import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { SanadError } from "../errors.js";

/** The refusal of a whole request: an error that HTTP is to tell by its status and headers, too. */
export function refusal(
  error: SanadError,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): GraphQLError {
  const { code, message, problems } = error;
  const http = { status, headers: new HeaderMap(Object.entries(headers)) };
  return new GraphQLError(message, {
    originalError: error,
    extensions: { code, ...(problems.length > 0 && { problems }), http },
  });
}
