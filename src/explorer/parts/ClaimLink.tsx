import type { ClaimLineFragment } from "../queries/generated/graphql.js";
import { linkTo, useVisit } from "../visit.js";

/** A claim's sentence, as a link to its page. */
export function ClaimLink({ claim }: { readonly claim: Pick<ClaimLineFragment, "id" | "statement"> }) {
  const visit = useVisit();
  return <a href={linkTo(visit, `/c/${claim.id}`)}>{claim.statement}</a>;
}
