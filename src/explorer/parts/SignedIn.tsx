import { hereWith, isCurator, linkTo, useVisit } from "../visit.js";
import { PersonIcon } from "./icons.js";
import { useWords } from "./Say.js";

/** Who has signed in, what they may do, and the way out; for others the way in. */
export function SignedIn() {
  const visit = useVisit();
  const { say } = useWords();
  const { viewer, formToken } = visit;
  if (viewer.name === null) {
    const back = visit.path === "/signin" ? null : hereWith(visit, {});
    return (
      <a class="sign-in" href={linkTo(visit, "/signin", { back })}>
        {say("signIn")}
      </a>
    );
  }
  return (
    <details class="menu signed-in">
      <summary>
        <PersonIcon /> <span class="only-heard">{say("signedInAs")} </span>
        <bdi class="who">{viewer.name}</bdi>
      </summary>
      <div>
        {isCurator(viewer) && (
          <>
            <a href={linkTo(visit, "/add")}>{say("addSource")}</a>
            <a href={linkTo(visit, "/claim")}>{say("makeClaim")}</a>
            <a href={linkTo(visit, "/duplicates")}>{say("duplicates")}</a>
          </>
        )}
        <a href={linkTo(visit, "/changes")}>{say("changes")}</a>
        {formToken !== null && (
          <form method="post" action="/signout">
            <input type="hidden" name="form" value={formToken} />
            <input type="hidden" name="back" value={hereWith(visit, {})} />
            <button type="submit">{say("signOut")}</button>
          </form>
        )}
      </div>
    </details>
  );
}
