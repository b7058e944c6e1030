import { NOW_IN_FULL } from "../../../src/cypher/moment.js";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import { exportedClaims } from "../../../src/exchange/export/exportedClaims.js";
import type { OpenedStore } from "../seededStore.js";

/** Every claim of a small store, as formats are given it, in the order of the ids. */
export async function readClaims({ store, ontology }: OpenedStore): Promise<readonly ExportedClaim[]> {
  const claims: ExportedClaim[] = [];
  for await (const claim of exportedClaims({ store, ontology, moment: NOW_IN_FULL }, { where: null })) {
    claims.push(claim);
  }
  return claims;
}

/** A whole file of a format. */
export async function fileOf(pieces: AsyncIterable<string>): Promise<string> {
  let file = "";
  for await (const piece of pieces) file += piece;
  return file;
}

/** Claims that come one after another. */
export async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
