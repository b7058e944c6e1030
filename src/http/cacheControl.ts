import type { ViewerIdentity } from "../graphql/context.js";

/**
 * What is asked for is asked for anew each time, and told to be the same; what somebody sees who has a token is theirs alone. `maxAge`: for how many seconds whoever has none may
 * take it for the present state.
 */
export function cacheControl({ name }: Pick<ViewerIdentity, "name">, maxAge = 0): { readonly "Cache-Control": string } {
  if (name !== null) return { "Cache-Control": "private, no-cache" };
  return { "Cache-Control": maxAge > 0 ? `public, max-age=${maxAge}` : "no-cache" };
}
