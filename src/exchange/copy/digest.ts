import { createHash } from "node:crypto";
import type { Value } from "../../cypher/statement.js";

/**
 * A digest of many things in whatever order: the sum, modulo 2^256, of the SHA-256 of each. Equal sets have equal digests; a thing that is
 * missing, doubled or differs in anything makes another.
 */
export class SetDigest {
  #sum = 0n;

  add(thing: Value): void {
    const hash = createHash("sha256").update(canonical(thing)).digest("hex");
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % MODULUS;
  }

  /** In hexadecimal, 64 digits. */
  get hex(): string {
    return this.#sum.toString(16).padStart(64, "0");
  }
}

const MODULUS = 2n ** 256n;

/** JSON with the keys of every map in order, and without those that have no value: no engine keeps them. */
function canonical(value: Value): string {
  return JSON.stringify(value, (_key, inner: Value) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, one]) => one !== null);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
