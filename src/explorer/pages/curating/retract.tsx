import { again, ask, given } from "../../form.js";
import { page, type Shown } from "../../page.js";
import { CurateForm, Reason } from "../../parts/Form.js";
import { AboutClaim } from "../../parts/AboutClaim.js";
import { useWords } from "../../parts/Say.js";
import {
  CuratedClaimDocument,
  RestoreDocument,
  RetractDocument,
  type AboutClaimFragment,
} from "../../queries/generated/graphql.js";
import { isCurator, linkTo } from "../../visit.js";
import { say } from "../../words.js";
import { notFound } from "../notFound.js";

/** `/c/:id/retract`: withdraws a claim, or, where that was done or another took its place, has it count again. */
export const retractPage = page({
  name: "CuratedClaim",
  path: /^\/c\/(?<id>[^/]+)\/retract$/u,
  operation: CuratedClaimDocument,
  only: isCurator,
  variables: ({ params, language }) => ({ id: params["id"]!, lang: language }),
  show({ data }, visit): Shown {
    const claim = data?.claim;
    if (!claim) return notFound(visit, visit.params["id"]!);
    const title = say(visit.language, claim.status === "ACTIVE" ? "retract" : "restore");
    return { title, main: <Retract claim={claim} />, noindex: true };
  },
  files: {},
  act(fields, visit) {
    const id = visit.params["id"]!;
    const reason = given(fields, "reason") ?? "";
    const then = () => ({ to: linkTo(visit, `/c/${id}`) });
    const what = given(fields, "change");
    if (what === "retract") return ask(RetractDocument, { id, reason }, then);
    if (what === "restore") return ask(RestoreDocument, { id, reason }, then);
    return again(fields);
  },
});

function Retract({ claim }: { readonly claim: AboutClaimFragment }) {
  const { say } = useWords();
  const change = claim.status === "ACTIVE" ? "retract" : "restore";
  return (
    <article class="narrow">
      <h1>{say(change)}</h1>
      <AboutClaim claim={claim} />
      <p>{say(change === "retract" ? "retractMeans" : "restoreMeans")}</p>
      <CurateForm submit={change}>
        <input type="hidden" name="change" value={change} />
        <Reason />
      </CurateForm>
    </article>
  );
}
