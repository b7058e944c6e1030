import { page } from "../page.js";
import { SuggestDocument } from "../queries/generated/graphql.js";
import { asOfOf, linkTo } from "../visit.js";

/**
 * `/suggest.json?q=&kinds=`: what a search box offers while somebody types, kinds parted by commas. Nothing is shown under the address itself: it leads to
 * the search.
 */
export const suggestPage = page({
  name: "Suggest",
  path: /^\/suggest$/u,
  operation: SuggestDocument,
  variables: (visit) => ({
    text: visit.search.get("q") ?? "",
    kinds: visit.search.get("kinds")?.split(",").filter(Boolean) ?? null,
    lang: visit.language,
    asOf: asOfOf(visit),
  }),
  show: (_, visit) => ({ moved: linkTo(visit, "/", { q: visit.search.get("q") }) }),
  files: {},
});
