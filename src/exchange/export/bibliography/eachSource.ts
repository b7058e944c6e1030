import type { ExportedClaim, ExportedSource } from "../exportedClaim.js";

/** The sources that claims cite, each once, as the first claim comes that cites it. */
export async function* eachSource(claims: AsyncIterable<ExportedClaim>): AsyncGenerator<ExportedSource> {
  const seen = new Set<string>();
  for await (const { citations } of claims) {
    for (const { source } of citations) {
      if (seen.has(source.row.id)) continue;
      seen.add(source.row.id);
      yield source;
    }
  }
}
