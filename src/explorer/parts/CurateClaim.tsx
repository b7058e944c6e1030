import { isCurator, linkTo, useVisit } from "../visit.js";
import type { ClaimLineFragment } from "../queries/generated/graphql.js";
import { useWords } from "./Say.js";

/** What whoever may write can do with a claim; for others nothing. */
export function CurateClaim({ claim: { id, status } }: { readonly claim: Pick<ClaimLineFragment, "id" | "status"> }) {
  const visit = useVisit();
  const { say } = useWords();
  if (!isCurator(visit.viewer)) return null;
  const stands = status === "ACTIVE";
  return (
    <nav class="actions" aria-label={say("curate")}>
      {stands && (
        <>
          <a class="button" href={linkTo(visit, `/c/${id}/cite`)}>
            {say("citeAgain")}
          </a>
          <a class="button" href={linkTo(visit, `/c/${id}/rank`)}>
            {say("rank")}
          </a>
          <a class="button" href={linkTo(visit, `/c/${id}/supersede`)}>
            {say("supersede")}
          </a>
        </>
      )}
      <a class="button" href={linkTo(visit, `/c/${id}/retract`)}>
        {say(stands ? "retract" : "restore")}
      </a>
    </nav>
  );
}
