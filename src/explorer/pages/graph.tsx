import { renderToString } from "preact-render-to-string";
import { page, type Answer, type Shown, type View } from "../page.js";
import { Drawing } from "../parts/Drawing.js";
import { apartIn, linesOf } from "../parts/drawn.js";
import { graphCsv } from "../exports/graphCsv.js";
import { GraphPageDocument, type GraphPageQuery, type GraphPageQueryVariables } from "../queries/generated/graphql.js";
import { asOfOf, hereWith, VisitProvider, type Visit } from "../visit.js";
import { say } from "../words.js";
import { Errors } from "./failure.js";
import { AroundView } from "./graphAround.js";
import { BetweenView, MAX_LENGTH } from "./graphBetween.js";
import { StartView } from "./graphStart.js";
import { notFound } from "./notFound.js";

/** How many claims away things are where the address does not say. */
const DEPTH = 2;

/** `/graph`: the claims around an entity (`focus`), or the chains between two (`from`, `to`), drawn; or where to begin. */
export const graphPage = page<GraphPageQuery, GraphPageQueryVariables>({
  name: "GraphPage",
  path: /^\/graph$/u,
  operation: GraphPageDocument,
  variables(visit) {
    const { search, language } = visit;
    const [focus, from, to, text] = ["focus", "from", "to", "q"].map((name) => search.get(name) ?? "") as Four;
    const [predicates, modalities] = ["predicate", "modality"].map((name) => search.getAll(name).filter(Boolean));
    const where = {
      ...(predicates!.length > 0 && { predicate: { in: predicates! } }),
      ...(modalities!.length > 0 && { modality: { in: modalities! } }),
    } as GraphPageQueryVariables["where"];
    const isAround = focus !== "";
    const isBetween = !isAround && from !== "" && to !== "";
    return {
      ...{ isAround, isBetween, hasFrom: !isAround && from !== "" },
      hasText: !isAround && !isBetween && text !== "",
      isStart: !isAround && from === "" && text === "",
      ...{ focus, from, to, text, maxLength: MAX_LENGTH },
      depth: Number(search.get("depth") ?? DEPTH),
      where: Object.keys(where!).length > 0 ? where : null,
      ...{ lang: language, asOf: asOfOf(visit) },
    };
  },
  show(answer, visit): Shown {
    const { language, search } = visit;
    const found = moved(answer, visit) ?? view(answer, visit);
    if (found) return "moved" in found ? found : { ...found, section: "graph" };
    const sought = ["focus", "from", "to"].map((name) => search.get(name)).find((id) => id) ?? say(language, "graph");
    return notFound(visit, sought);
  },
  files: {
    svg: { mediaType: "image/svg+xml", write: svg },
    csv: {
      mediaType: "text/csv",
      write: (data, { base }) => {
        const { claims, entities } = drawnIn(data);
        return graphCsv(claims, entities, base);
      },
    },
  },
});

type Four = [string, string, string, string];

/** Of what was merged, the page of what it is now. */
function moved({ data }: Answer<GraphPageQuery>, visit: Visit): { moved: string } | null {
  const now = { focus: data?.around?.focus.id, from: data?.from?.id, to: data?.to?.id };
  const changed = Object.entries(now).filter(([name, id]) => id !== undefined && visit.search.get(name) !== id);
  return changed.length > 0 ? { moved: hereWith(visit, Object.fromEntries(changed) as Record<string, string>) } : null;
}

function view({ data, errors }: Answer<GraphPageQuery>, visit: Visit): View | null {
  const { language, search } = visit;
  if (!data) return null;
  if (search.get("focus")) {
    if (!data.around) return null;
    const title = say(language, "around", { name: data.around.focus.name });
    return { title, main: <AroundView around={data.around} title={title} />, noindex: true };
  }
  const { from, to, paths } = data;
  if (search.get("from") && !from) return null;
  if (search.get("from") && search.get("to")) {
    if (!to) return null;
    const title = say(language, "between", { from: from!.name, to: to.name });
    const problem = paths ? null : <Errors errors={errors} />;
    return { title, main: <BetweenView from={from!} to={to} paths={paths ?? []} problem={problem} />, noindex: true };
  }
  const title = from ? say(language, "howFrom", { name: from.name }) : say(language, "graph");
  return { title, main: <StartView data={data} title={title} /> };
}

/** The claims that are drawn, of chains of all of them, each once. */
function drawnIn({ around, paths }: GraphPageQuery) {
  if (around) return around;
  const once = <T extends { readonly id: string }>(some: readonly T[]) => [
    ...new Map(some.map((one) => [one.id, one])).values(),
  ];
  return {
    claims: once((paths ?? []).flatMap(({ claims }) => claims)),
    entities: once((paths ?? []).flatMap(({ nodes }) => nodes)),
  };
}

/** The drawing as a file that stands alone. */
function svg(data: GraphPageQuery, visit: Visit): string {
  const { claims, entities } = drawnIn(data);
  const { language, search } = visit;
  const title = data.around
    ? say(language, "around", { name: data.around.focus.name })
    : data.from && data.to
      ? say(language, "between", { from: data.from.name, to: data.to.name })
      : say(language, "graph");
  const drawing = renderToString(
    <VisitProvider value={visit}>
      <Drawing
        title={title}
        entities={entities}
        lines={linesOf(claims, apartIn(search), language)}
        focus={data.around?.focus.id ?? null}
        flow={language === "ar" ? "RL" : "LR"}
        alone
      />
    </VisitProvider>,
  );
  return asXml(drawing);
}

/** What HTML may hold and XML may not, the end of a CDATA section and most control characters, is written otherwise or left out: names are what others wrote. */
function asXml(markup: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is sought
  return markup.replaceAll("]]>", "]]&gt;").replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/gu, "");
}
