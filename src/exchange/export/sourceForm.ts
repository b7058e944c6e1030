/** What a type of source is called elsewhere. */
export interface SourceForm {
  /** In BibTeX. */
  readonly bibTex: "article" | "book" | "misc" | "techreport";
  /** In CSL 1.0.2. */
  readonly csl:
    | "article-journal"
    | "article-magazine"
    | "article-newspaper"
    | "book"
    | "dataset"
    | "document"
    | "post"
    | "report"
    | "speech"
    | "webpage";
  /** In schema.org. */
  readonly schema: string;
}

/** The form of a source by its type's name in the ontology. An ontology may name others: they go out as what has no particular form. */
export function sourceForm(sourceType: string | null): SourceForm {
  return FORMS.get(sourceType ?? "") ?? { bibTex: "misc", csl: "document", schema: "CreativeWork" };
}

const FORMS: ReadonlyMap<string, SourceForm> = new Map([
  ["ARTICLE", { bibTex: "misc", csl: "article-magazine", schema: "Article" }],
  ["NEWS_REPORT", { bibTex: "misc", csl: "article-newspaper", schema: "NewsArticle" }],
  ["POST", { bibTex: "misc", csl: "post", schema: "SocialMediaPosting" }],
  ["ANNOUNCEMENT", { bibTex: "misc", csl: "document", schema: "CreativeWork" }],
  ["PRESS_RELEASE", { bibTex: "misc", csl: "document", schema: "CreativeWork" }],
  ["STATEMENT", { bibTex: "misc", csl: "speech", schema: "CreativeWork" }],
  ["FILING", { bibTex: "techreport", csl: "report", schema: "Report" }],
  ["REPORT", { bibTex: "techreport", csl: "report", schema: "Report" }],
  ["ANALYSIS", { bibTex: "techreport", csl: "report", schema: "Report" }],
  ["PAPER", { bibTex: "article", csl: "article-journal", schema: "ScholarlyArticle" }],
  ["BOOK", { bibTex: "book", csl: "book", schema: "Book" }],
  ["DATASET", { bibTex: "misc", csl: "dataset", schema: "Dataset" }],
  ["WEBSITE", { bibTex: "misc", csl: "webpage", schema: "WebSite" }],
]);
