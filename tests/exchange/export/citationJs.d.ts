/** What tests use of citation-js, which has no types of its own. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: string);
    readonly data: readonly Readonly<Record<string, unknown>>[];
    format(format: "bibliography", options: { readonly template: string }): string;
  }
}
