declare module "negotiator" {
  /** Tells what of that which is there a request prefers, by its Accept headers; empty where it takes none of it. */
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> });
    mediaTypes(available: readonly string[]): string[];
    /** `preferred`: what comes first among those that the request likes as well as one another. */
    encodings(available: readonly string[], options?: { readonly preferred: readonly string[] }): string[];
  }
}
