import { Client, fetchExchange } from "@urql/core";
import { cacheExchange, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import schema from "./generated/introspection.json" with { type: "json" };

/** A client of the server at an address. Every object with an `id` stands in its cache once, whichever answer it came in. */
export function createClient(url: string): Client {
  const cache = cacheExchange({
    schema: schema as NonNullable<CacheExchangeOpts["schema"]>,
    resolvers: {
      Query: {
        // A list's pages are one list; another filter, order or moment makes another list.
        clusters: relayPagination(),
        // A claim that came in some list is at hand for its own page. As of another moment it may have been otherwise.
        claim(_, args, cache) {
          const known = cache.resolve("Query", "claim", args);
          return known === undefined && !args["asOf"] ? { __typename: "Claim", id: args["id"] as string } : known;
        },
      },
    },
    // What has no id is a part of what it stands in.
    keys: { LocalizedText: () => null },
  });
  // Out of a browser nothing but its method tells that no page of another site asks, so questions are sent by POST.
  return new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
}
