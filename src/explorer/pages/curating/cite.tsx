import { citationOf, CLAIM_FIELDS } from "../../claimInput.js";
import { again, ask, given } from "../../form.js";
import { findMeant } from "../../meant.js";
import { page, type Shown } from "../../page.js";
import { AboutClaim } from "../../parts/AboutClaim.js";
import { CitationFields, knownOf, QuoteGiven, TextToQuote } from "../../parts/ClaimFields.js";
import { CurateForm } from "../../parts/Form.js";
import { useWords } from "../../parts/Say.js";
import {
  CiteClaimDocument,
  CiteFormDocument,
  QuotedTextDocument,
  type CiteFormQuery,
} from "../../queries/generated/graphql.js";
import { isCurator, linkTo } from "../../visit.js";
import { say } from "../../words.js";
import { notFound } from "../notFound.js";
import { formVariables } from "./makeClaim.js";

const SOURCE = [{ name: "source", kinds: ["SOURCE"] }];

/** `/c/:id/cite`: a further place where a claim stands. */
export const citePage = page({
  name: "CiteForm",
  path: /^\/c\/(?<id>[^/]+)\/cite$/u,
  operation: CiteFormDocument,
  only: isCurator,
  variables: (visit) => ({ ...formVariables(visit), id: visit.params["id"]! }),
  show({ data }, visit): Shown {
    if (!data?.claim) return notFound(visit, visit.params["id"]!);
    return { title: say(visit.language, "citeAgain"), main: <Cite {...data} />, noindex: true };
  },
  files: {},
  fields: CLAIM_FIELDS,
  act: (fields, visit) =>
    findMeant(fields, SOURCE, visit.language, (found) => {
      if (given(found, "do") === "next") return again(found);
      return ask(QuotedTextDocument, { id: given(found, "source") ?? "" }, (data) => {
        const id = visit.params["id"]!;
        const citations = [citationOf(found, data)];
        return ask(CiteClaimDocument, { id, citations }, () => ({ to: linkTo(visit, `/c/${id}`) }));
      });
    }),
});

function Cite({ claim, ontology, source, ...data }: CiteFormQuery) {
  const { say } = useWords();
  return (
    <article class="with-text">
      <div>
        <h1>{say("citeAgain")}</h1>
        <AboutClaim claim={claim!} />
        <QuoteGiven source={source}>
          <CurateForm
            submit="saveCitation"
            buttons={
              <button type="submit" name="do" value="next" formNoValidate>
                {say("showText")}
              </button>
            }
          >
            <CitationFields ontology={ontology!} known={knownOf({ ...data, ontology })} source={source} />
          </CurateForm>
        </QuoteGiven>
      </div>
      <TextToQuote source={source} />
    </article>
  );
}
