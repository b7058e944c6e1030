import type { Status } from "../queries/generated/graphql.js";
import { isCurator, linkTo, useVisit } from "../visit.js";
import { useWords } from "./Say.js";

interface Props {
  readonly claim: {
    readonly id: string;
    readonly status: Status;
  };
  /** A source that it stands in, from which the words of another claim are taken; null where there is none to be seen. */
  readonly source: string | null;
}

/** What whoever may write can do with a claim; for others nothing. */
export function CurateClaim({ claim: { id, status }, source }: Props) {
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
          <a class="button" href={linkTo(visit, `/c/${id}/supersede`, { source })}>
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
