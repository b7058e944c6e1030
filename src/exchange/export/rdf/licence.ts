import { DataFactory, type Literal, type NamedNode } from "n3";
import type { EntityRow } from "../../../cypher/rows.js";
import { text, webIri } from "./terms.js";

type Terms = Pick<EntityRow, "license">;

/** The licence of a source by its address: its own, or that which SPDX gives to the licence's id; null where it is neither. */
export function licence({ license }: Terms): NamedNode | null {
  if (license === null) return null;
  return webIri(license) ?? (isSpdxId(license) ? DataFactory.namedNode(`https://spdx.org/licenses/${license}`) : null);
}

/** The terms of a source in words, where they are no licence that has an address. */
export function rights(terms: Terms): Literal | null {
  return terms.license === null || licence(terms) !== null ? null : text(terms.license);
}

function isSpdxId(license: string): boolean {
  return /^[A-Za-z0-9.+-]+$/u.test(license);
}
