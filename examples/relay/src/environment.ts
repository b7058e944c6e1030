import { Environment, type FetchFunction, type GraphQLResponse, Network, RecordSource, Store } from "relay-runtime";

/** An environment that asks the server at an address. */
export function createEnvironment(url: string): Environment {
  const ask: FetchFunction = async ({ text }, variables) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };
  return new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
}
