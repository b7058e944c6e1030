import { CLAIM_FIELDS } from "../../claimInput.js";
import { ask, given } from "../../form.js";
import { page, type Shown } from "../../page.js";
import { AboutClaim } from "../../parts/AboutClaim.js";
import {
  CircumstanceFields,
  CitationFields,
  knownOf,
  NextAndCheck,
  QuoteGiven,
  StatementFields,
  TextToQuote,
} from "../../parts/ClaimFields.js";
import { CurateForm, GivenProvider, Reason } from "../../parts/Form.js";
import { useWords } from "../../parts/Say.js";
import {
  SupersedeClaimDocument,
  SupersedeFormDocument,
  type SupersedeFormQuery,
} from "../../queries/generated/graphql.js";
import { isCurator, linkTo, useVisit } from "../../visit.js";
import { say, type Language } from "../../words.js";
import { notFound } from "../notFound.js";
import { actOnClaim, formVariables } from "./makeClaim.js";

type Claim = NonNullable<SupersedeFormQuery["claim"]>;

/** `/c/:id/supersede`: puts another claim in a claim's place, which the form is filled with. */
export const supersedePage = page({
  name: "SupersedeForm",
  path: /^\/c\/(?<id>[^/]+)\/supersede$/u,
  operation: SupersedeFormDocument,
  only: isCurator,
  variables: (visit) => ({ ...formVariables(visit), id: visit.params["id"]! }),
  show({ data }, visit): Shown {
    if (!data?.claim) return notFound(visit, visit.params["id"]!);
    return { title: say(visit.language, "supersede"), main: <Supersede {...data} />, noindex: true };
  },
  files: {},
  fields: CLAIM_FIELDS,
  act: (fields, visit) =>
    actOnClaim(fields, visit, (by) => {
      const id = visit.params["id"]!;
      return ask(SupersedeClaimDocument, { id, by, reason: given(fields, "reason") ?? "" }, ({ supersedeClaim }) => ({
        to: linkTo(visit, `/c/${supersedeClaim!.claim.supersededBy?.id ?? id}`),
      }));
    }),
});

function Supersede({ claim, ontology, source, ...data }: SupersedeFormQuery) {
  const { say } = useWords();
  const { language } = useVisit();
  const { subject, object, attributedTo, citations } = claim!;
  const others = [subject, object, ...attributedTo, ...citations.map((one) => one.source)];
  const known = knownOf(
    { ...data, ontology },
    others.flatMap((one) => one ?? []),
  );
  return (
    <article class="with-text">
      <div>
        <h1>{say("supersede")}</h1>
        <AboutClaim claim={claim!} />
        <p>{say("supersedeMeans")}</p>
        <GivenProvider value={fieldsOfClaim(claim!, language)}>
          <QuoteGiven source={source}>
            <CurateForm submit="supersede" checked buttons={<NextAndCheck />}>
              <Reason />
              <CitationFields ontology={ontology!} known={known} source={source} />
              <StatementFields ontology={ontology!} known={known} />
              <CircumstanceFields ontology={ontology!} known={known} />
            </CurateForm>
          </QuoteGiven>
        </GivenProvider>
      </div>
      <TextToQuote source={source} />
    </article>
  );
}

/** The fields of the form that say what a claim says. */
function fieldsOfClaim(claim: Claim, language: Language): Readonly<Record<string, string>> {
  const { subject, predicate, object, quantity, text, date, modality, validFrom, validTo, assertedAt } = claim;
  const [citation] = claim.citations;
  const fields: Record<string, string | number | null | undefined> = {
    ...{ subject: subject.id, predicate, object: object?.id, date, modality, validFrom, validTo, assertedAt },
    ...{ amount: quantity?.amount, bound: quantity?.bound, text, "text.language": text && language },
    ...{ source: citation?.source.id, quote: citation?.quote, start: citation?.start, basis: citation?.basis },
    ...{ translation: citation?.translation?.text, "translation.language": citation?.translation?.language },
    ...Object.fromEntries(claim.attributedTo.map(({ id }, index) => [`attributedTo.${index}`, id])),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
