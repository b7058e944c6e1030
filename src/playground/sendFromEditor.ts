import {
  buildClientSchema,
  getIntrospectionQuery,
  type ExecutionResult,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { noteAnswer } from "./answers.js";
import { sendOperation, type Options, type Params } from "./fetcher.js";

/** Introspection asks for this; the editor's own, with the same settings, is the same text. */
const introspectionQuery = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: false });

let early: Promise<ExecutionResult> | undefined;

/** The schema, asked for before there is an editor; null where the server does not tell it. The editor then need not ask again. */
export async function earlySchema(): Promise<GraphQLSchema | null> {
  early = sendOperation({ query: introspectionQuery, operationName: "IntrospectionQuery" });
  try {
    const { data } = await early;
    return data ? buildClientSchema(data as unknown as IntrospectionQuery) : null;
  } catch {
    return null;
  }
}

/** Sends what the editor asks, and notes what was asked; the answer to an early introspection is given to it once. */
export async function sendFromEditor(params: Params, options?: Options): Promise<ExecutionResult> {
  if (params.query === introspectionQuery) {
    const answer = early ?? sendOperation(params, options);
    early = undefined;
    return answer;
  }
  const answer = await sendOperation(params, options);
  noteAnswer(answer, params);
  return answer;
}
