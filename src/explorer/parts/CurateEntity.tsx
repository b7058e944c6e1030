import { isCurator, linkTo, useVisit } from "../visit.js";
import type { EntityPageQuery } from "../queries/generated/graphql.js";
import { useWords } from "./Say.js";

interface Props {
  readonly entity: Pick<NonNullable<EntityPageQuery["entity"]>, "id" | "kind" | "history">;
}

/** What whoever may write can do with an entity; for others nothing. */
export function CurateEntity({ entity: { id, kind, history } }: Props) {
  const visit = useVisit();
  const { say } = useWords();
  if (!isCurator(visit.viewer)) return null;
  const isSource = kind === "SOURCE";
  return (
    <nav class="actions" aria-label={say("curate")}>
      <a class="button" href={linkTo(visit, "/claim", isSource ? { source: id } : { subject: id })}>
        {say("makeClaim")}
      </a>
      {!isSource && (
        <>
          <a class="button" href={linkTo(visit, `/e/${id}/merge`)}>
            {say("merge")}
          </a>
          {history.some(({ action }) => action === "MERGED") && (
            <a class="button" href={linkTo(visit, `/e/${id}/unmerge`)}>
              {say("unmerge")}
            </a>
          )}
          <a class="button" href={linkTo(visit, `/e/${id}/apart`)}>
            {say("keepApart")}
          </a>
        </>
      )}
      <a class="button" href={linkTo(visit, `/e/${id}/rename`)}>
        {say("rename")}
      </a>
    </nav>
  );
}
