import { hereWith, useVisit } from "../visit.js";
import { useWords } from "./Say.js";

/** The way through a list by its cursors. */
export function Pager({ next }: { readonly next: string | null }) {
  const visit = useVisit();
  const { say } = useWords();
  const begun = visit.search.has("after");
  if (next === null && !begun) return null;
  return (
    <p class="pager">
      {begun && <a href={hereWith(visit, { after: null })}>{say("fromTheFirst")}</a>}
      {next !== null && (
        <a class="button" rel="next" href={hereWith(visit, { after: next })}>
          {say("nextPage")}
        </a>
      )}
    </p>
  );
}
