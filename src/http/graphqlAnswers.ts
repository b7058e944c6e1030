import type { IncomingMessage } from "node:http";
import type { RequestAccess, ViewerIdentity } from "../graphql/context.js";
import type { GraphState } from "../store/graphState.js";
import type { Answer } from "./answerCache.js";
import { keyOf, type Answers } from "./answers.js";
import type { Exchange } from "./content.js";

export interface GraphqlAnswersOptions {
  readonly answers: Answers;
  readonly state: GraphState;
  /** The address under which the server is reached, which stands in answers. */
  readonly base: (access: RequestAccess) => string;
}

/** A request to `/graphql`. */
export interface GraphqlAsked extends Exchange {
  readonly access: RequestAccess;
  /** What its body says, as JSON. */
  readonly body: unknown;
  /** Who asks; rejects where that cannot be told. */
  readonly viewer: () => Promise<ViewerIdentity>;
}

/** Answers with GraphQL, and again with what was answered before, where nothing can be otherwise by now. */
export class GraphqlAnswers {
  constructor(private readonly options: GraphqlAnswersOptions) {}

  /** `execute` makes the answer, or tells why there is none. */
  async send(asked: GraphqlAsked, execute: () => Promise<Answer>): Promise<void> {
    const { answers } = this.options;
    const isGet = asked.request.method === "GET";
    const mayBeKept = isGet || (answers.areKept && !mayWrite(asked.body));
    const viewer = mayBeKept ? await asked.viewer().catch(() => null) : null;
    const key = viewer && (await this.#keyOf(asked, viewer).catch(() => null)); // executing tells what is wrong
    await answers.send({ ...asked, viewer: viewer ?? NOBODY, headers: HEADERS }, key, execute);
  }

  /** Of all that an answer depends on: how it is asked for, by whom, what of, and the state of the graph, which is looked at before anything is read. */
  async #keyOf({ request, access, body }: GraphqlAsked, { name, roles }: ViewerIdentity): Promise<string> {
    const { state, base } = this.options;
    const asked = request.method === "GET" ? request.url : sorted(body);
    return keyOf(
      await state.now(access),
      request.method,
      asked,
      DECIDING.map((name) => request.headers[name]),
      [name, roles],
      base(access),
    );
  }
}

const NOBODY = { name: null };

/** Whether a body's document has another operation than a query, as far as its words tell: nothing of it is kept, and who asks the same does not wait for it. */
function mayWrite(body: unknown): boolean {
  const text = (body as { readonly query?: unknown } | null)?.query;
  return typeof text === "string" && /\b(?:mutation|subscription)\b/u.test(text);
}

const HEADERS = { Vary: "Accept, Accept-Encoding, Authorization", "Cache-Control": "no-store" };

/** By what else in a request Apollo and its glue decide how to answer, and whether. */
const DECIDING: readonly (keyof IncomingMessage["headers"])[] = [
  ...["accept", "content-type", "sec-fetch-site"],
  ...["apollo-require-preflight", "x-apollo-operation-name"],
];

/** The same JSON, whatever the order of its maps' keys. Throws for a number beyond all that there are, which would be written as null is. */
function sorted(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("a number is too large");
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}
