/** The media type of {@link openSearch}, by which browsers know it. */
export const OPEN_SEARCH_TYPE = "application/opensearchdescription+xml";

/** How the server at an address is searched, in the form in which browsers take it up (OpenSearch 1.1). */
export function openSearch(base: string): string {
  const at = base.replace(/&/gu, "&amp;").replace(/"/gu, "&quot;").replace(/</gu, "&lt;");
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Sanad</ShortName>
  <Description>Who says so, and in which words</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${at}pages/icon.svg</Image>
  <Url type="text/html" template="${at}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
