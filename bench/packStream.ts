/**
 * Reads values as Bolt sends them (PackStream). Whole numbers come as bigint, as they are told from others on their way back; structures, of which
 * statements' parameters here have none, are refused.
 */
export class PackStreamReader {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  /** The number of a structure's fields, and its tag. */
  structure(): { readonly fields: number; readonly tag: number } {
    const marker = this.#byte();
    if (marker >> 4 !== 0xb) throw new Error(`no structure begins with ${marker}`);
    return { fields: marker & 0xf, tag: this.#byte() };
  }

  value(): unknown {
    const marker = this.#byte();
    const small = marker & 0xf;
    if (marker < 0x80) return BigInt(marker);
    if (marker >= 0xf0) return BigInt(marker - 0x100);
    if (marker < 0x90) return this.#text(small);
    if (marker < 0xa0) return this.#list(small);
    if (marker < 0xb0) return this.#map(small);
    switch (marker) {
      case 0xc0:
        return null;
      case 0xc1:
        return this.bytes.readDoubleBE(this.#skip(8));
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc8:
        return BigInt(this.bytes.readInt8(this.#skip(1)));
      case 0xc9:
        return BigInt(this.bytes.readInt16BE(this.#skip(2)));
      case 0xca:
        return BigInt(this.bytes.readInt32BE(this.#skip(4)));
      case 0xcb:
        return this.bytes.readBigInt64BE(this.#skip(8));
      case 0xd0:
      case 0xd1:
      case 0xd2:
        return this.#text(this.#size(marker - 0xd0));
      case 0xd4:
      case 0xd5:
      case 0xd6:
        return this.#list(this.#size(marker - 0xd4));
      case 0xd8:
      case 0xd9:
      case 0xda:
        return this.#map(this.#size(marker - 0xd8));
      default:
        throw new Error(`no value begins with ${marker}`);
    }
  }

  #byte(): number {
    return this.bytes.readUInt8(this.#at++);
  }

  #skip(length: number): number {
    this.#at += length;
    return this.#at - length;
  }

  /** A size of one, two or four bytes. */
  #size(power: number): number {
    const length = 2 ** power;
    return this.bytes.readUIntBE(this.#skip(length), length);
  }

  #text(length: number): string {
    const from = this.#skip(length);
    return this.bytes.toString("utf8", from, from + length);
  }

  #list(length: number): unknown[] {
    return Array.from({ length }, () => this.value());
  }

  #map(length: number): Record<string, unknown> {
    return Object.fromEntries(Array.from({ length }, () => [this.value() as string, this.value()]));
  }
}
