import type { ExecutionResult } from "graphql";
import { sendOperation } from "./fetcher.js";

/** Ids that are derived from content, and so are known only to the server that holds it. */
export interface KnownIds {
  claim: string;
  conflict: string;
}

type Answer = Partial<Record<"claims" | "conflicts", { edges: { node: { id: string } }[] } | null>>;

/** Asks for one of each. */
export const knownIdsQuery = `query PlaygroundIds {
  claims(first: 1, where: { predicate: { eq: "USES_CHIP" } }) { edges { node { id } } }
  conflicts(first: 1) { edges { node { id } } }
}`;

let asked: Promise<KnownIds> | undefined;

/** Asks the server once for ids to fill the examples with. What it does not answer is left empty, and asked again the next time. */
export function knownIds(): Promise<KnownIds> {
  asked ??= ask().catch(() => {
    asked = undefined;
    return idsIn({});
  });
  return asked;
}

async function ask(): Promise<KnownIds> {
  return idsIn(await sendOperation({ query: knownIdsQuery }, { signal: AbortSignal.timeout(3000) }));
}

/** The ids in an answer; what it does not hold is empty. */
export function idsIn({ data }: ExecutionResult): KnownIds {
  const { claims, conflicts } = (data ?? {}) as Answer;
  return { claim: claims?.edges[0]?.node.id ?? "", conflict: conflicts?.edges[0]?.node.id ?? "" };
}
