import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import { SanadError } from "../errors.js";

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

/** What a {@link refusal} tells by HTTP. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** What an error tells by HTTP, where it is a {@link refusal}; null for another. */
export function refusedWith(error: unknown): Refusal | null {
  if (!(error instanceof GraphQLError) || !(error.originalError instanceof SanadError)) return null;
  const { status, headers } = error.extensions["http"] as { status: number; headers: HeaderMap };
  return { status, code: error.originalError.code, message: error.message, headers };
}
