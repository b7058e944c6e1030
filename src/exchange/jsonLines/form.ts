import { z } from "zod";
import { NODE_LABELS, type CopiedProperties, type NodeLabel } from "../../cypher/copy.js";
import type { Value } from "../../cypher/statement.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { mainOf, type EdgeRow, type NodeRow } from "../copy/pages.js";

/**
 * A file of JSON Lines: a header, the nodes and the edges of a graph in the form that Neo4j's APOC exports them in, each edge after both of its ends,
 * and a trailer, by which a file that was cut short or changed is told.
 */

/** The version of the form. A reader refuses those that it does not know. */
export const FORM = 1;

/** The format's name, as the header has it. */
export const FORMAT = "sanad-graph";

const header = z.object({
  type: z.literal("header"),
  format: z.literal(FORMAT),
  version: z.number().int(),
  /** The version of the graph's form: see `store/layout.ts`. */
  layout: z.number().int(),
  /** The version of the ontology that the exporting program had. */
  ontology: z.string(),
  /** When it was exported: ISO 8601. */
  at: z.string(),
  /** What was: null for all there is. */
  selection: z.unknown(),
});
export type Header = z.infer<typeof header>;

const labelDigest = z.object({
  label: z.enum(NODE_LABELS),
  nodes: z.number().int(),
  edges: z.number().int(),
  digest: z.string(),
});

const trailer = z.object({
  type: z.literal("trailer"),
  nodes: z.number().int(),
  relationships: z.number().int(),
  claims: z.number().int(),
  /** What a store that holds just this has, label by label: as `sanad copy` proves it. */
  digests: z.array(labelDigest),
  /** The SHA-256 of all bytes before the trailer. */
  sha256: z.string(),
});
export type Trailer = z.infer<typeof trailer>;

const properties = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number()), z.array(z.boolean())]),
);
/** Names of labels, types and properties become part of statements. */
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u);
const end = z.object({ id: z.string(), labels: z.array(name) });
const item = z.discriminatedUnion("type", [
  z.object({ type: z.literal("node"), id: z.string(), labels: z.array(name), properties }),
  z.object({ type: z.literal("relationship"), label: name, properties, start: end, end }),
]);

/** A node or an edge. */
export type Item =
  | { readonly node: NodeRow }
  | {
      readonly edge: EdgeRow & {
        /** That of the node from which it goes out. */
        readonly fromLabel: NodeLabel;
      };
    };

/** An item as a line, without its end; `number` tells an edge from the others of its file. */
export function itemLine(given: Item, number: number): string {
  if ("node" in given) {
    const { id, labels, properties: own } = given.node;
    return JSON.stringify({ type: "node", id, labels: [...labels].sort(), properties: present(own) });
  }
  const { from, fromLabel, type, to, labels, properties: own } = given.edge;
  return JSON.stringify({
    ...{ type: "relationship", id: `r${number}`, label: type, properties: present(own) },
    ...{ start: { id: from, labels: [fromLabel] }, end: { id: to, labels: [mainOf(labels)] } },
  });
}

/** Reads an item's line. Throws BAD_USER_INPUT with the line's number where it is none. */
export function readItem(line: string, number: number): Item {
  const result = item.safeParse(json(line));
  if (!result.success) throw notOfThisForm(`line ${number} is neither a node nor a relationship`, result.error);
  const read = result.data;
  if (read.type === "node") {
    const { id, labels } = read;
    if (!labels.some(isMain)) throw notOfThisForm(`line ${number} is a node of no label that is known here`);
    if (read.properties["id"] !== id) throw notOfThisForm(`line ${number} is a node with two ids`);
    return { node: { id, labels, properties: read.properties } };
  }
  const { start, end: to, label: type } = read;
  for (const one of [start, to]) {
    if (!one.labels.some(isMain)) throw notOfThisForm(`line ${number} leads to a node of no label that is known here`);
  }
  const fromLabel = mainOf(start.labels);
  const own = read.properties as CopiedProperties;
  return { edge: { from: start.id, fromLabel, type, to: to.id, labels: to.labels, properties: own } };
}

/** What an item is when it is compared, as a copy's digests have it. */
export function digested(given: Item): { readonly label: NodeLabel; readonly thing: Value } {
  if ("node" in given) {
    const { labels, properties: own } = given.node;
    return { label: mainOf(labels), thing: [[...labels].sort(), own] };
  }
  const { from, fromLabel, type, to, labels, properties: own } = given.edge;
  return { label: fromLabel, thing: [from, type, mainOf(labels), to, own] };
}

/** Reads a file's first line; null where it is no header. */
export function readHeader(line: string): Header | null {
  return header.safeParse(json(line)).data ?? null;
}

/** Reads a file's last line; null where it is no trailer. */
export function readTrailer(line: string): Trailer | null {
  return trailer.safeParse(json(line)).data ?? null;
}

function isMain(label: string): boolean {
  return (NODE_LABELS as readonly string[]).includes(label);
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Without what has no value: no engine keeps it. */
function present(given: CopiedProperties): CopiedProperties {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function notOfThisForm(what: string, cause?: unknown): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, `${what}: the file was not written by \`sanad export\``, [], {
    cause,
  });
}
