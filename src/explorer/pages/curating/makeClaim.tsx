import { CLAIM_FIELDS, entitiesOfClaim, withClaim } from "../../claimInput.js";
import type { FieldProblem } from "../../sent.js";
import { again, ask, given, placeOf, withoutPlace, type Deed } from "../../form.js";
import { findMeant, idsIn, makeNew, NEW } from "../../meant.js";
import { page, type Shown } from "../../page.js";
import {
  CircumstanceFields,
  CitationFields,
  knownOf,
  NextAndCheck,
  QuoteGiven,
  StatementFields,
  TextToQuote,
} from "../../parts/ClaimFields.js";
import { CurateForm } from "../../parts/Form.js";
import { useWords } from "../../parts/Say.js";
import {
  AssertClaimsDocument,
  CheckClaimsDocument,
  ClaimFormDocument,
  type ClaimFormQuery,
  type ClaimInput,
} from "../../queries/generated/graphql.js";
import { isCurator, linkTo, type Visit } from "../../visit.js";
import { say } from "../../words.js";

/** `/claim?source=&start=&end=`: a claim of words that were selected, or of a quote that is typed. */
export const makeClaimPage = page({
  name: "ClaimForm",
  path: /^\/claim$/u,
  operation: ClaimFormDocument,
  only: isCurator,
  variables: (visit) => formVariables(visit),
  show: (answer, visit): Shown => ({
    title: say(visit.language, "makeClaim"),
    main: <MakeClaim {...answer.data!} />,
    noindex: true,
  }),
  files: {},
  fields: CLAIM_FIELDS,
  act: (fields, visit) =>
    actOnClaim(fields, visit, (claim) =>
      ask(AssertClaimsDocument, { claims: [claim] }, ({ assertClaims }) => ({
        to: linkTo(visit, `/c/${assertClaims!.claims[0]!.id}`),
      })),
    ),
});

/** What a form of a claim asks for: the entities that it holds, and the source's text. */
export function formVariables({ sent, search, language }: Visit) {
  const fields = sent?.fields ?? search;
  const ids = idsIn(
    fields,
    entitiesOfClaim(fields).map(({ name }) => name),
  );
  return { ids, source: given(fields, "source") ?? "", lang: language };
}

/** What is done with a form of a claim: it is checked only, shown again with what fits what was chosen, or saved. */
export function actOnClaim(fields: URLSearchParams, visit: Visit, save: (claim: ClaimInput) => Deed): Deed {
  const { language } = visit;
  return findMeant(fields, entitiesOfClaim(fields), language, (found) => {
    const what = given(found, "do");
    if (what === "next") return again(found);
    if (what === "check") return withClaim(found, language, (claim, faults) => checked(found, claim, faults));
    return makeNew(found, entitiesOfClaim(found), (made) =>
      withClaim(made, language, (claim, faults) => (faults.length > 0 ? again(made, faults) : save(claim))),
    );
  });
}

/** The form shown again with what `assertClaims` would refuse; entities that are to be made are not there yet, and no fault. */
function checked(fields: URLSearchParams, claim: ClaimInput, faults: readonly FieldProblem[]): Deed {
  return ask(CheckClaimsDocument, { claims: [claim] }, ({ checkClaims }) => {
    const told = (checkClaims ?? []).map(({ message, path }) => {
      const place = placeOf(path);
      return { field: (CLAIM_FIELDS[place] ?? place) || null, message: withoutPlace(message, path) };
    });
    const own = new Set(faults.map(({ field }) => field));
    const isOpen = (field: string | null) => field !== null && (own.has(field) || fields.get(field) === NEW);
    return again(fields, [...faults, ...told.filter(({ field }) => !isOpen(field))]);
  });
}

function MakeClaim({ ontology, source, ...data }: ClaimFormQuery) {
  const { say } = useWords();
  const known = knownOf({ ...data, ontology });
  return (
    <article class="with-text">
      <div>
        <h1>{say("makeClaim")}</h1>
        <QuoteGiven source={source}>
          <CurateForm submit="saveClaim" checked buttons={<NextAndCheck />}>
            <CitationFields ontology={ontology!} known={known} source={source} />
            <StatementFields ontology={ontology!} known={known} />
            <CircumstanceFields ontology={ontology!} known={known} />
          </CurateForm>
        </QuoteGiven>
      </div>
      <TextToQuote source={source} />
    </article>
  );
}
