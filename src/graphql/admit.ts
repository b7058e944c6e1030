import type { AllowList, Asked } from "./allowList.js";
import { refuseConditionalSubscription } from "./conditionalSubscription.js";
import { checkText } from "./limits.js";

/** What a request is sent with, before anything of it is known to be of the type that it should be. */
export type RequestParams = Readonly<Record<string, unknown>>;

/**
 * The text of the operation that a request asks for, looked at before it is parsed; undefined where the request has none. Where only listed operations are
 * answered, it must be one of them, and an id stands for its text. The same on every way in. Throws the refusal: TOO_COMPLEX, FORBIDDEN, GRAPHQL_VALIDATION_FAILED.
 */
export function admit(params: RequestParams, allowList: AllowList | undefined): string | undefined {
  const asked = askedOf(params);
  const text = allowList ? allowList.textOf(asked) : asked.query;
  if (text === undefined) return text;
  checkText(text);
  refuseConditionalSubscription(text);
  return text;
}

function askedOf({ query, operationName, extensions, id, documentId, doc_id: docId }: RequestParams): Asked {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const { persistedQuery } = (extensions ?? {}) as {
    readonly persistedQuery?: { readonly sha256Hash?: unknown } | null;
  };
  return {
    query: text(query),
    operationName: text(operationName),
    hash: text(persistedQuery?.sha256Hash),
    id: text(id) ?? text(documentId) ?? text(docId),
  };
}
