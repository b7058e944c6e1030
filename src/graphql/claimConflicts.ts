import { conflictId } from "../claims/claimId.js";
import { conflictExplanation } from "../claims/conflictExplanation.js";
import { findValueConflicts } from "../claims/conflicts.js";
import { contentOf } from "../cypher/rows.js";
import type { Context } from "./context.js";
import { nameIn } from "./entity.resolver.js";
import type { ClaimNode } from "./loaders.js";

/** The claims that cannot hold together with a claim, each with the conflict that the two make. */
export async function conflictsOf(claim: ClaimNode, { ontology }: Context) {
  const { loaders } = claim;
  if (claim.comparisonKey === null) return [];
  const rows = (await loaders.comparable.load(claim.comparisonKey)).map((row) => loaders.typedClaim(row));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const own = contentOf(claim);
  const conflicts = rows
    .filter(({ id }) => id !== claim.id)
    .flatMap((other) => findValueConflicts([own, contentOf(other)], ontology));
  return Promise.all(
    conflicts.map(async (conflict) => {
      const claims = conflict.claimIds.map((id) => byId.get(id)!);
      const ids = new Set(claims.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object])));
      const names = new Map(
        (await Promise.all([...ids].map((id) => loaders.entityThere(id)))).map((one) => [one.id, one]),
      );
      const nameOf = (id: string, lang: string) => nameIn(names.get(id)!, lang, ontology);
      const explanation = conflictExplanation(conflict, claims.map(contentOf), {
        ontology,
        nameOf,
        lang: ontology.languages[0],
      });
      const { kind, spread } = conflict;
      return {
        ...{ kind, explanation },
        conflict: {
          __typename: "Conflict",
          id: conflictId(conflict.claimIds),
          kind,
          spread,
          explanation,
          claims: claims,
        },
        claim: claims.find(({ id }) => id !== claim.id)!,
      };
    }),
  );
}
