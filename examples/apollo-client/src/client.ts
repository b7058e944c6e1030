import { ApolloClient, HttpLink, InMemoryCache, type Reference } from "@apollo/client";
import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";
import { relayStylePagination } from "@apollo/client/utilities";
import possibleTypes from "./generated/possibleTypes.js";

declare module "@apollo/client" {
  // The generator's types say which fragments an object carries; without this the client would not look.
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

/** A list's pages are one list; another filter, order or moment makes another list. */
const pages = relayStylePagination(["where", "orderBy", "asOf"]);

/** A client of the server at an address. Every object with an `id` stands in its cache once, whichever answer it came in. */
export function createClient(uri: string): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri }),
    dataMasking: true,
    cache: new InMemoryCache({
      ...possibleTypes,
      typePolicies: {
        Query: {
          fields: {
            clusters: pages,
            // A claim that came in some list is at hand for its own page. As of another moment it may have been otherwise.
            claim: (known: Reference | undefined, { args, toReference }) =>
              known === undefined && !args!["asOf"]
                ? toReference({ __typename: "Claim", id: args!["id"] as string })
                : known,
          },
        },
      },
    }),
  });
}
