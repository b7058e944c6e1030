import type { ExecutionResult } from "graphql";
import { sendOperation } from "./fetcher.js";

/** Things that the served graph holds, to fill the examples with. What there is none of is empty. */
export interface KnownThings {
  /** The id of a claim, one that is contradicted where there is one, and its predicate. */
  claim: string;
  predicate: string;
  /** The claim's subject: its id, its name, and its name in the last of its languages. */
  entity: string;
  name: string;
  otherName: string;
  /** The ids of two entities, of which a claim leads from one to the other. */
  from: string;
  to: string;
  /** The id of a source that the claim cites. */
  source: string;
  /** The address of a source that has one, and of what sort it is. */
  url: string;
  sourceType: string;
  conflict: string;
  /** The name of a kind of entity. */
  kind: string;
  /** All predicates of the ontology; null where the server does not tell. */
  predicates: ReadonlySet<string> | null;
}

/** Asks for a few of each, whatever the ontology. */
export const knownThingsQuery = `query PlaygroundThings {
  conflicts(first: 20) { nodes { id claims { ...Thing } } }
  claims(first: 20) { nodes { ...Thing } }
  sources(first: 20) { nodes { url sourceType } }
  ontology { kinds { name } predicates { name } }
}

fragment Thing on Claim {
  id
  predicate
  subject { id kind name names { text } }
  object { id }
  citations(first: 1) { source { id } }
}`;

interface Thing {
  id: string;
  predicate: string;
  subject: { id: string; kind: string; name: string; names: { text: string }[] };
  object: { id: string } | null;
  citations: { source: { id: string } }[];
}

interface Answer {
  conflicts?: { nodes: { id: string; claims: Thing[] }[] } | null;
  claims?: { nodes: Thing[] } | null;
  sources?: { nodes: { url: string | null; sourceType: string }[] } | null;
  ontology?: { kinds: { name: string }[]; predicates: { name: string }[] } | null;
}

let asked: Promise<KnownThings> | undefined;

/** Asks the server once. What it does not answer is left empty, and asked again the next time. */
export function knownThings(): Promise<KnownThings> {
  asked ??= ask().catch(() => {
    asked = undefined;
    return thingsIn({});
  });
  return asked;
}

async function ask(): Promise<KnownThings> {
  return thingsIn(await sendOperation({ query: knownThingsQuery }, { signal: AbortSignal.timeout(3000) }));
}

/** The things in an answer. */
export function thingsIn({ data }: ExecutionResult): KnownThings {
  const { conflicts, claims, sources, ontology } = (data ?? {}) as Answer;
  const contested = (conflicts?.nodes ?? []).flatMap(({ id, claims }) =>
    claims.map((claim) => ({ conflict: id, claim })),
  );
  const shown = contested.find(({ claim }) => claim.subject.kind !== "SOURCE") ?? contested[0]; // of sources there is less to see
  const claim = shown?.claim ?? claims?.nodes[0];
  const edge = claim?.object ? claim : claims?.nodes.find(({ object }) => object);
  const source = sources?.nodes.find(({ url }) => url) ?? sources?.nodes[0];
  return {
    claim: claim?.id ?? "",
    predicate: claim?.predicate ?? "",
    entity: claim?.subject.id ?? "",
    name: claim?.subject.name ?? "",
    otherName: claim?.subject.names.at(-1)?.text ?? "",
    from: edge?.subject.id ?? "",
    to: edge?.object?.id ?? "",
    source: claim?.citations[0]?.source.id ?? "",
    url: source?.url ?? "",
    sourceType: source?.sourceType ?? "",
    conflict: shown?.conflict ?? "",
    kind: ontology?.kinds[0]?.name ?? "",
    predicates: ontology ? new Set(ontology.predicates.map(({ name }) => name)) : null,
  };
}
