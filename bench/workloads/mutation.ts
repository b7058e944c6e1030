import { randomUUID } from "node:crypto";
import { operations } from "../../tests/graphql/operations.js";
import type { Asserted } from "../floor/mutation.js";
import type { Sent } from "../requests.js";
import type { Server } from "../servers.js";
import { CLAIM_FIELDS } from "./peerForm.js";

/** How many claims a mutation has. */
export const SIZES = [1, 10, 100] as const;

/**
 * Makes claims that are nowhere yet: each of another cluster, which uses a chip, and each amount new.
 * @param clusters how many clusters the graph has
 */
export class NewClaims {
  #made = 0;

  constructor(private readonly clusters: number) {}

  next(count: number): Asserted[] {
    return Array.from({ length: count }, () => {
      const number = ++this.#made;
      return {
        ...{ subject: `cluster-${1 + (number % this.clusters)}`, predicate: "USES_CHIP", object: "chip-2" },
        quantity: { amount: 300_000_000 + number, unit: "chip", bound: "EXACT" },
        modality: "ACTUAL",
        citations: [{ source: "source-2", quote: `It counts ${number} chips.` }],
      };
    });
  }
}

/** The request by which a server is told claims. */
export function mutationOf(
  { name, url }: Pick<Server, "name" | "url">,
  claims: readonly Asserted[],
  token: string,
): Sent {
  const headers = { authorization: `Bearer ${token}` };
  switch (name) {
    case "floor":
      return { url: `${url}/M`, body: JSON.stringify({ claims }) };
    case "sanad":
      return {
        url: `${url}/graphql`,
        headers,
        body: JSON.stringify({ query: operations.get("Assert"), variables: { claims } }),
      };
    case "peer":
      return { url: `${url}/graphql`, body: JSON.stringify({ query: PEER, variables: peerVariables(claims) }) };
  }
}

/**
 * The peer's create mutation writes the claims with their citations; the edges that are their projection are the chip's update, a transaction of its
 * own. It keeps no log of changes and no words for a search.
 */
const PEER = `mutation ($claims: [ClaimCreateInput!]!, $chip: ID!, $uses: [ChipUsedByUpdateFieldInput!]!) {
  createClaims(input: $claims) { claims { ${CLAIM_FIELDS} } }
  updateChips(where: { id: { eq: $chip } }, update: { usedBy: $uses }) { info { relationshipsCreated } }
}`;

function peerVariables(claims: readonly Asserted[]) {
  const recordedAt = new Date().toISOString();
  const rows = claims.map((claim) => ({ ...claim, id: `c_${randomUUID()}` }));
  const node = (id: string) => ({ connect: [{ where: { node: { id: { eq: id } } } }] });
  const held = { rank: "NORMAL", status: "ACTIVE", recordedAt };
  return {
    chip: claims[0]!.object,
    claims: rows.map(({ id, subject, predicate, object, quantity, modality, citations: [{ source, quote }] }) => ({
      ...{ id, predicate, ...quantity, modality, ...held, recordedBy: "peer" },
      ...{ subject: node(subject), object: node(object) },
      citations: {
        create: [{ node: { id: `q_${id}`, quote, basis: "STATED", verification: "NO_TEXT", source: node(source) } }],
      },
    })),
    uses: [
      {
        connect: rows.map(({ id, subject, quantity, modality }) => ({
          where: { node: { id: { eq: subject } } },
          edge: { claimId: id, ...quantity, modality, ...held },
        })),
      },
    ],
  };
}
