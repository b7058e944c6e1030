/** Ids that are derived from content, and so are known only to the server that holds it. */
export interface KnownIds {
  claim: string;
  conflict: string;
}

interface Answer {
  data?: {
    claims?: Connection | null;
    conflicts?: Connection | null;
  } | null;
}

interface Connection {
  edges: { node: { id: string } }[];
}

const query = `query PlaygroundIds {
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
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(3000),
  });
  return idsIn((await response.json()) as Answer);
}

function idsIn({ data }: Answer): KnownIds {
  return {
    claim: data?.claims?.edges[0]?.node.id ?? "",
    conflict: data?.conflicts?.edges[0]?.node.id ?? "",
  };
}
