import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { Kind, parse } from "graphql";

const fetcher = createGraphiQLFetcher({ url: "/graphql", enableIncrementalDelivery: false });

/**
 * Sends what an editor holds. GraphiQL reads the operation's name a moment after each change, so a run within that
 * moment would name the operation of the tab before: a name that the document does not have is left out.
 */
export const sendOperation: Fetcher = ({ operationName, ...params }, options) =>
  fetcher(operationName && has(params.query, operationName) ? { ...params, operationName } : params, options);

function has(query: string, operationName: string): boolean {
  try {
    return parse(query).definitions.some(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
    );
  } catch {
    return false; // the server says what is wrong with it
  }
}
