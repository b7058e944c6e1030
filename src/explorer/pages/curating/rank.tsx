import { ask, given } from "../../form.js";
import { page, type Shown } from "../../page.js";
import { AboutClaim } from "../../parts/AboutClaim.js";
import { Choice, CurateForm, Reason } from "../../parts/Form.js";
import { useWords } from "../../parts/Say.js";
import { RankFormDocument, SetRankDocument, type Rank, type RankFormQuery } from "../../queries/generated/graphql.js";
import { isCurator, linkTo } from "../../visit.js";
import { say } from "../../words.js";
import { notFound } from "../notFound.js";

/** `/c/:id/rank`: a curator's ordering of claims. */
export const rankPage = page({
  name: "RankForm",
  path: /^\/c\/(?<id>[^/]+)\/rank$/u,
  operation: RankFormDocument,
  only: isCurator,
  variables: ({ params, language }) => ({ id: params["id"]!, lang: language }),
  show({ data }, visit): Shown {
    if (!data?.claim) return notFound(visit, visit.params["id"]!);
    return { title: say(visit.language, "rank"), main: <RankForm {...data} />, noindex: true };
  },
  files: {},
  act(fields, visit) {
    const id = visit.params["id"]!;
    const rank = fields.get("rank") as Rank; // another word is refused by the schema
    const reason = given(fields, "reason") ?? "";
    return ask(SetRankDocument, { id, rank, reason }, () => ({ to: linkTo(visit, `/c/${id}`) }));
  },
});

function RankForm({ claim, ontology }: RankFormQuery) {
  const { say } = useWords();
  const ranks = ontology?.enums.find(({ name }) => name === "Rank")?.values ?? [];
  return (
    <article class="narrow">
      <h1>{say("rank")}</h1>
      <AboutClaim claim={claim!} />
      <p>{say("rankMeans")}</p>
      <CurateForm submit="save">
        <Choice
          name="rank"
          label={say("rank")}
          given={claim!.rank}
          options={ranks.map(({ name, label }) => ({ value: name, label }))}
        />
        <Reason />
      </CurateForm>
    </article>
  );
}
