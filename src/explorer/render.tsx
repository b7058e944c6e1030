import { renderToString } from "preact-render-to-string";
import type { AnyPage, View } from "./page.js";
import { Frame, type Alternate } from "./parts/Frame.js";
import { hereWith, VisitProvider, type Visit } from "./visit.js";

/** The whole document of a view. `of` is the page that it belongs to; null for one of its own, such as that nothing is there. */
export function render(view: View, visit: Visit, of: AnyPage | null): string {
  const shown = of !== null && (view.status ?? 200) < 400 ? of : null;
  const document = (
    <VisitProvider value={visit}>
      <Frame
        view={view}
        playground={shown && playgroundLink(shown, visit)}
        alternates={shown ? alternates(shown, visit) : []}
      />
    </VisitProvider>
  );
  return `<!doctype html>${renderToString(document)}`;
}

/** Where a page's own operation opens in the playground. */
export function playgroundLink(page: AnyPage, visit: Visit): string {
  const variables = JSON.stringify(page.variables(visit), null, 2);
  return `/graphql?${new URLSearchParams({ query: page.operation.toString(), variables }).toString()}`;
}

const NAMES: Readonly<Record<string, readonly [name: string, mediaType: string]>> = {
  json: ["JSON", "application/json"],
  jsonld: ["JSON-LD", "application/ld+json"],
  csv: ["CSV", "text/csv"],
  bib: ["BibTeX", "application/x-bibtex"],
  "csl.json": ["CSL", "application/vnd.citationstyles.csl+json"],
  svg: ["SVG", "image/svg+xml"],
};

/** The media type of a file beside a page, by its ending. */
export function mediaTypeOf(ending: string): string {
  return NAMES[ending]?.[1] ?? "application/octet-stream";
}

/** The files beside a page, as links. */
export function alternates(page: AnyPage, visit: Visit): Alternate[] {
  return ["json", ...Object.keys(page.files)].map((ending) => {
    const name = NAMES[ending]?.[0] ?? ending;
    const path = visit.path === "/" ? `/index.${ending}` : `${visit.path}.${ending}`;
    return { name, mediaType: mediaTypeOf(ending), href: hereWith(visit, {}, path) };
  });
}
