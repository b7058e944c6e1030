import type { TabContent } from "./tabContent.js";

/** A tab that an address asks for: `?query=…&variables=…&operationName=…`. */
export interface Link extends TabContent {
  operationName: string | null;
}

/** What the address asks to open, or null. Variables that are not JSON are shown as they came. */
export function readLink(search: string): Link | null {
  const params = new URLSearchParams(search);
  const query = params.get("query");
  if (!query) return null;
  return { query, variables: indented(params.get("variables") ?? ""), operationName: params.get("operationName") };
}

/** The address that opens this tab at another reader's. */
export function writeLink(origin: string, { query, variables, operationName }: Link): string {
  const params = new URLSearchParams({ query });
  if (variables.trim()) params.set("variables", compact(variables));
  if (operationName) params.set("operationName", operationName);
  return `${origin}/graphql?${params}`;
}

/** The command that sends this tab's operation from a shell. */
export function writeCurl(origin: string, link: Link, headers: Readonly<Record<string, unknown>>): string {
  const body = {
    query: link.query,
    ...(link.variables.trim() && { variables: parsed(link.variables) }),
    ...(link.operationName && { operationName: link.operationName }),
  };
  const fields = Object.entries({ "content-type": "application/json", ...headers });
  return [
    `curl ${quoted(`${origin}/graphql`)}`,
    ...fields.map(([name, value]) => `-H ${quoted(`${name}: ${String(value)}`)}`),
    `--data-raw ${quoted(JSON.stringify(body))}`,
  ].join(" \\\n  ");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function indented(json: string): string {
  const value = parsed(json);
  return value === undefined || value === null ? json : JSON.stringify(value, null, 2);
}

function compact(json: string): string {
  const value = parsed(json);
  return value === undefined ? json : JSON.stringify(value);
}

/** A word for a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
