import { operations } from "../../tests/graphql/operations.js";
import {
  CITATION_FIELDS,
  CLAIM_FIELDS,
  claimIn,
  compare,
  entityIn,
  folded,
  HOLDS,
  inOrder,
  OWNED,
  some,
  type PeerClaim,
  type PeerEntity,
} from "./peerForm.js";
import type { Workload } from "./workload.js";

/** All clusters with a chip that are owned by a person's companies, with everything that the contract's operation asks for. */
export const flagship: Workload = {
  name: "F",
  what: "the flagship, with everything it asks for",
  goal: { floor: 0.8, peer: 4 },
  variables: ({ hub, person }) => ({ chip: hub, person }),
  query: operations.get("MuskClusters")!,
  peer: {
    // The proof of a row is the filter said again in the selection: it has no word for it. The claims stand at the ends of their edges.
    query: `
query ($chip: String!, $person: String!) {
  clustersConnection(
    where: {
      ${some("usesChip", "sortName: { eq: $chip }")}
      ${OWNED}
    }
    first: 20
    sort: [{ sortName: ASC }, { id: ASC }]
  ) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges {
      cursor
      node {
        id
        name
        arabicName
        owns: objectOf(where: { predicate: { eq: "OWNS" }, ${HOLDS}, subject: { some: {
          ${some("controlledBy", "sortName: { eq: $person }")}
        } } }) {
          ...Whole
          subject { controls: objectOf(where: { predicate: { eq: "CONTROLS" }, ${HOLDS}, subject: { some: { sortName: { eq: $person } } } }) { ...Whole } }
        }
        uses: subjectOf(where: { predicate: { eq: "USES_CHIP" }, ${HOLDS}, object: { some: { sortName: { eq: $chip } } } }) { ...Whole }
        ownedBy: objectOfConnection(where: { node: { predicate: { eq: "OWNS" }, ${HOLDS} } }) {
          totalCount
          edges { node { id subject { id kind name sortName } citations { id quote start source { id name url } } } }
        }
        usesChip: subjectOfConnection(where: { node: { predicate: { eq: "USES_CHIP" }, ${HOLDS} } }) {
          totalCount
          edges { node { ...Whole object { sortName } } }
        }
        locatedInConnection(where: { edge: { ${HOLDS} } }, sort: [{ node: { sortName: ASC } }, { edge: { claimId: ASC } }]) {
          totalCount
          edges { node { id kind name } properties { claimId } }
        }
      }
    }
  }
}
fragment Whole on Claim { ${CLAIM_FIELDS} citations { ${CITATION_FIELDS} } }`,
    asked: folded,
    answer: ({ clustersConnection: { edges, ...page } }: Data) => ({
      clusters: {
        ...page,
        edges: edges.map(({ cursor, node: { id, name, arabicName, ...node } }) => ({
          cursor,
          evidence: evidenceOf(node),
          node: {
            ...{ id, name, arabicName },
            ownedBy: {
              totalCount: node.ownedBy.totalCount,
              edges: byName(node.ownedBy.edges, ({ subject }) => subject[0]!).map(
                ({ id: claim, subject, citations }) => ({
                  node: entityIn(subject[0]!),
                  claim: {
                    id: claim,
                    citations: inOrder(citations).map(({ id, quote, source }) => ({ id, quote, source: source[0] })),
                  },
                }),
              ),
            },
            usesChip: {
              totalCount: node.usesChip.totalCount,
              edges: byName(node.usesChip.edges, ({ object }) => object[0]!).map((claim) => ({
                node: { id: claim.object[0]!.id, name: claim.object[0]!.name },
                claim: claimIn(claim),
              })),
            },
            locatedIn: {
              totalCount: node.locatedInConnection.totalCount,
              edges: node.locatedInConnection.edges.map(({ node: place, properties }) => ({
                node: entityIn(place),
                claim: { id: properties.claimId },
              })),
            },
          },
        })),
      },
    }),
  },
};

type Sorted = PeerEntity & { readonly sortName: string };
interface Edges<N> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: N }[];
}
interface Data {
  readonly clustersConnection: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly arabicName: string;
        readonly owns: readonly (PeerClaim & {
          readonly subject: readonly { readonly controls: readonly PeerClaim[] }[];
        })[];
        readonly uses: readonly PeerClaim[];
        readonly ownedBy: Edges<{
          readonly id: string;
          readonly subject: readonly Sorted[];
          readonly citations: readonly {
            readonly id: string;
            readonly quote: string;
            readonly start: number | null;
            readonly source: readonly { readonly id: string }[];
          }[];
        }>;
        readonly usesChip: Edges<PeerClaim & { readonly object: readonly Sorted[] }>;
        readonly locatedInConnection: {
          readonly totalCount: number;
          readonly edges: readonly { readonly node: PeerEntity; readonly properties: { readonly claimId: string } }[];
        };
      };
    }[];
  };
}

function evidenceOf({
  owns,
  uses,
}:
  | Data["clustersConnection"]["edges"][number]["node"]
  | Pick<Data["clustersConnection"]["edges"][number]["node"], "owns" | "uses">) {
  const claims = [...owns, ...owns.flatMap(({ subject }) => subject[0]!.controls), ...uses];
  return [...new Map(claims.map((claim) => [claim.id, claimIn(claim)])).values()];
}

/** In the order of the names at the other end, by which it cannot order claims. */
function byName<N extends { readonly id: string }>(edges: Edges<N>["edges"], end: (node: N) => Sorted): N[] {
  return edges.map(({ node }) => node).sort((a, b) => compare(end(a).sortName, end(b).sortName) || compare(a.id, b.id));
}
