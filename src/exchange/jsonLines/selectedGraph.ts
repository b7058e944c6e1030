import { EDGE_PROPERTIES } from "../../cypher/record.js";
import { changesIn, edgesIn, edgesOut } from "../../cypher/closure.js";
import { nodesById, type CopiedProperties, type NodeLabel } from "../../cypher/copy.js";
import { CHANGED_PROPERTIES, rowsOf } from "../../cypher/rows.js";
import type { Statement, Value } from "../../cypher/statement.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { mainOf, type EdgeRow, type NodeRow } from "../copy/pages.js";
import { readFrom, selectedIds, type ExportSource, type Selection } from "../export/selection.js";
import type { Item } from "./form.js";
import { openNode } from "./openNode.js";
import { lastNumber } from "./wholeGraph.js";

/** How many claims are read at a time, with all that belongs to them. */
const PAGE = 500;

/** How often a page is read again during which something was written. */
const ATTEMPTS = 5;

/**
 * Some claims and all that belongs to them, as nodes and edges that are a graph by themselves: their ends and speakers with their names and identifiers
 * and what was merged into them, their citations, the sources of these with their makers, chains and texts, and what was done with each; of sources and
 * changes those only that whoever asks may see. Edges between two selected claims, or two entities that are there, are among them.
 * Pages are read each as of one moment; of what has been written only ids are held. Throws NOT_FOUND where a named claim or the entity is not there.
 */
export async function* selectedGraph(
  source: ExportSource,
  selection: Selection,
  pageSize = PAGE,
): AsyncGenerator<Item> {
  const written = new Set<string>();
  let last = 0;
  for await (const ids of selectedIds(source, selection, pageSize)) {
    const page = await pageOf(source, ids, written);
    if ("claims" in selection) {
      const missing = ids.find((id) => !page.ids.has(`Claim ${id}`));
      if (missing !== undefined) {
        throw new SanadError(ErrorCode.NOT_FOUND, `there is no claim ${JSON.stringify(missing)}`);
      }
    }
    for (const id of page.ids) written.add(id);
    for (const node of page.nodes) {
      if (node.labels.includes("Change")) last = Math.max(last, Number(node.properties["seq"]));
      yield { node };
    }
    for (const edge of page.edges) yield { edge };
  }
  // changes are numbered on from the last
  if (last > 0) yield { node: { id: "log", labels: ["Log"], properties: { id: "log", seq: last } } };
}

type FromEdge = EdgeRow & { readonly fromLabel: NodeLabel };

/** The page as it is when nothing is written meanwhile. */
async function pageOf(source: ExportSource, ids: readonly string[], written: ReadonlySet<string>): Promise<Page> {
  for (let attempt = 1; ; attempt++) {
    const begun = await lastNumber(source);
    const page = new Page(source, written);
    await page.read(ids);
    if ((await lastNumber(source)) === begun) return page;
    if (attempt < ATTEMPTS) continue;
    const message =
      "something is written all the time, so no page of the graph can be read as of one moment: try again";
    throw new SanadError(ErrorCode.CONFLICT, message);
  }
}

/** Edges by which something belongs to a node of a label. */
const OWNS: Readonly<Partial<Record<NodeLabel, readonly string[]>>> = {
  Claim: ["SUBJECT", "OBJECT", "ATTRIBUTED_TO", "HAS_CITATION"],
  Citation: ["HAS_SOURCE", "DERIVED_FROM"],
  Entity: [...["HAS_NAME", "HAD_VERSION", "HAS_TEXT", "HAD_TEXT"], ...["HAS_AUTHOR", "HAS_PUBLISHER", "DERIVED_FROM"]],
  Merged: ["HAD_VERSION"],
};

/** Edges by which what leads to a node of a label belongs to it, and from what they come. */
const LEADING_HERE: Readonly<Partial<Record<NodeLabel, readonly (readonly [type: string, from: NodeLabel])[]>>> = {
  Entity: [
    ["IDENTIFIES", "Identifier"],
    ["MERGED_INTO", "Merged"],
  ],
  Merged: [["MERGED_INTO", "Merged"]],
};

/** Edges between two nodes of which neither belongs to the other: they go out where both do. */
const BETWEEN: Readonly<Partial<Record<NodeLabel, readonly string[]>>> = {
  Claim: ["SUPERSEDES", "HAD_SUPERSEDED"],
  Entity: ["KEPT_APART", "WAS_MERGED_INTO"],
  Merged: ["KEPT_APART", "WAS_MERGED_INTO"],
};

/** In this order: what a label leads to is read after it. */
const ORDER = [
  ...(["Claim", "Citation", "Entity", "Merged", "Version", "Name", "Identifier", "Text", "Change", "Word"] as const),
];

/** What is new of one page of claims. */
class Page {
  readonly nodes: NodeRow[] = [];
  readonly edges: FromEdge[] = [];
  /** Of its nodes, with their labels. */
  readonly ids = new Set<string>();
  readonly #wanted = new Map<NodeLabel, Set<string>>(ORDER.map((label) => [label, new Set()]));
  /** Edges whose ends may both go out, or not. */
  readonly #between = new Map<string, FromEdge>();

  constructor(
    private readonly source: ExportSource,
    private readonly written: ReadonlySet<string>,
  ) {}

  async read(claims: readonly string[]): Promise<void> {
    for (const id of claims) this.#want("Claim", id);
    for (;;) {
      const label = ORDER.find((one) => this.#wanted.get(one)!.size > 0);
      if (label === undefined) break;
      const ids = [...this.#wanted.get(label)!];
      this.#wanted.get(label)!.clear();
      await this.#readNodes(label, ids);
    }
    for (const edge of this.#between.values()) {
      if (this.#isThere(edge.fromLabel, edge.from) && this.#isThere(mainOf(edge.labels), edge.to))
        this.edges.push(edge);
    }
  }

  async #readNodes(label: NodeLabel, ids: readonly string[]): Promise<void> {
    const { moment } = this.source;
    const isOpen = moment.sees !== "ALL";
    const found = await this.#rows<NodeRow>(nodesById(label, ids));
    let nodes = isOpen ? found.filter(({ properties }) => (properties["restricted"] ?? null) === null) : found;
    for (const { id } of nodes) this.ids.add(`${label} ${id}`);
    const there = nodes.map(({ id }) => id);
    const owned: FromEdge[] = [];
    for (const type of OWNS[label] ?? []) {
      const rows = await this.#rows<EdgeRow>(edgesOut(label, type, there));
      for (const row of rows) owned.push({ ...row, fromLabel: label });
    }
    const seen = isOpen ? await this.#seen(owned) : owned;
    if (isOpen) {
      const hidden = new Set(
        owned.filter((edge) => !seen.includes(edge) && edge.type === "DERIVED_FROM").map(({ from }) => from),
      );
      const shown = new Set(seen.filter(({ type }) => type === "DERIVED_FROM").map(({ from }) => from));
      nodes = nodes.map((node) => openNode(node, label, hidden.has(node.id) && !shown.has(node.id)));
    }
    this.nodes.push(...nodes);
    for (const edge of seen) {
      this.edges.push(edge);
      this.#want(mainOf(edge.labels), edge.to);
    }
    if (label === "Claim") this.edges.push(...nodes.flatMap((node) => projectionOf(node, owned)));
    for (const type of BETWEEN[label] ?? []) {
      for (const row of await this.#rows<EdgeRow>(edgesOut(label, type, there)))
        this.#perhaps({ ...row, fromLabel: label });
      for (const row of await this.#rows<EdgeRow>(edgesIn(label, type, there))) this.#perhaps(turned(row, label));
    }
    for (const [type, from] of LEADING_HERE[label] ?? []) {
      for (const row of await this.#rows<EdgeRow>(edgesIn(label, type, there))) {
        this.edges.push(turned(row, label));
        this.#want(from, row.from);
      }
    }
    if (label === "Claim" || label === "Entity" || label === "Merged") {
      for (const row of await this.#rows<EdgeRow>(changesIn(label, there, moment))) {
        this.#perhaps(turned(row, label));
        this.#want("Change", row.from);
      }
    }
    for (const { properties } of label === "Name" || label === "Citation" ? nodes : []) {
      for (const word of ((properties["words"] as string | null) ?? "").split(" "))
        if (word !== "") this.#want("Word", word);
    }
  }

  /** Those edges that lead to nothing that is restricted. */
  async #seen(edges: readonly FromEdge[]): Promise<readonly FromEdge[]> {
    const sources = [...new Set(edges.filter(({ labels }) => labels.includes("Source")).map(({ to }) => to))];
    const citations = [...new Set(edges.filter(({ labels }) => labels.includes("Citation")).map(({ to }) => to))];
    const nodes = [
      ...(await this.#rows<NodeRow>(nodesById("Entity", sources))),
      ...(await this.#rows<NodeRow>(nodesById("Citation", citations))),
    ];
    const restricted = new Set(nodes.filter(({ properties }) => properties["restricted"] === true).map(({ id }) => id));
    return edges.filter(({ to }) => !restricted.has(to));
  }

  #want(label: NodeLabel, id: string): void {
    if (!this.#isThere(label, id)) this.#wanted.get(label)!.add(id);
  }

  #perhaps(edge: FromEdge): void {
    this.#between.set(JSON.stringify([edge.fromLabel, edge.from, edge.type, edge.to, edge.properties]), edge);
  }

  #isThere(label: NodeLabel, id: string): boolean {
    const key = `${label} ${id}`;
    return this.ids.has(key) || this.written.has(key);
  }

  async #rows<T>(statement: Statement): Promise<readonly T[]> {
    const { ids } = statement.params;
    return Array.isArray(ids) && ids.length === 0 ? [] : rowsOf<T>(await readFrom(this.source, statement));
  }
}

/** An edge as it is read from its end. */
function turned(row: EdgeRow, label: NodeLabel): FromEdge {
  return { ...row, fromLabel: mainOf(row.labels), labels: [label] };
}

/** The edge that a claim between entities has, as its node says it: so nobody has to look for it among all those of its ends. */
function projectionOf({ id, properties }: NodeRow, edges: readonly FromEdge[]): readonly FromEdge[] {
  const ends = edges.filter(({ from, type }) => from === id && (type === "SUBJECT" || type === "OBJECT"));
  const [subject, object] = ["SUBJECT", "OBJECT"].map((end) => ends.find(({ type }) => type === end));
  if (!subject || !object) return [];
  const own: [string, Value][] = [...EDGE_PROPERTIES, ...CHANGED_PROPERTIES].map((name) => [
    name,
    properties[name] ?? null,
  ]);
  const given = { subjectGiven: subject.properties["given"] ?? null, objectGiven: object.properties["given"] ?? null };
  const carried: CopiedProperties = { ...Object.fromEntries(own), ...given, claimId: id };
  return [
    {
      ...{ from: subject.to, fromLabel: "Entity", type: properties["predicate"] as string, to: object.to },
      ...{ labels: object.labels, properties: carried },
    },
  ];
}
