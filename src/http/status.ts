import { ErrorCode } from "../errors.js";

/** The status of HTTP for the code of an error, where what is answered is no GraphQL; 400 for any other. */
export const STATUS: Readonly<Record<string, number>> = {
  [ErrorCode.NOT_FOUND]: 404,
  [ErrorCode.UNAUTHENTICATED]: 401,
  [ErrorCode.FORBIDDEN]: 403,
  [ErrorCode.CONFLICT]: 409,
  [ErrorCode.RATE_LIMITED]: 429,
  [ErrorCode.TIMEOUT]: 503,
  [ErrorCode.STORE_UNAVAILABLE]: 503,
  [ErrorCode.NOT_IMPLEMENTED]: 501,
  [ErrorCode.INTERNAL]: 500,
};
