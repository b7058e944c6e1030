import { compile } from "html-to-text";

/** What the Web Archive puts into the pages that it shows. */
const WAYBACK_BANNER = "div#wm-ipp-base";

/**
 * The text of a saved web page, as a reader of it sees it: no addresses of links, no pictures, each block and each cell of a table on lines of
 * its own, nothing wrapped, numbered or set in capitals that is not so in the page.
 */
export function htmlText(html: string): string {
  return toText(html).trim();
}

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: Infinity },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    ...["ul", "ol", "li", "tr", "td", "th", "table", "blockquote"].map((selector) => ({ selector, format: "block" })),
    ...["img", "hr", "template", "svg", WAYBACK_BANNER].map((selector) => ({ selector, format: "skip" })),
  ],
});
