import { inLanguage } from "../../../claims/statement.js";
import { localizedOf, type EntityRow } from "../../../cypher/rows.js";
import type { Localized, Ontology } from "../../../ontology/ontology.js";
import type { ExportedClaim } from "../exportedClaim.js";
import type { ExportFormat } from "../exportFormat.js";
import { escapeXml } from "../escapeXml.js";

/**
 * A graph to look at, in Gephi: entities are nodes, and each claim is one edge with its own id, so that parallel claims stay apart. A claim about
 * a value leads to a node that is the value, of the kind VALUE, which can be filtered away: a node's data would hold one value, and claims about
 * a node come long after the node has been written.
 */
export const graphMl: ExportFormat = {
  name: "GRAPHML",
  mediaType: "application/graphml+xml",
  ending: "graphml",
  async *write(claims, { ontology, base }) {
    const keys = keysOf(ontology.languages);
    yield [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
      ...keys.map(({ id, of, name, type }) => `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>`),
      `<graph id="${escapeXml(base)}" edgedefault="directed">\n`,
    ].join("\n");
    const written = new Set<string>();
    for await (const claim of claims) {
      let piece = "";
      const ends = [claim.subject, ...(claim.object ? [claim.object] : [])];
      for (const entity of ends) {
        if (written.has(entity.id)) continue;
        written.add(entity.id);
        piece += element("node", { id: `e:${entity.id}` }, entityData(entity, ontology));
      }
      if (!claim.object) piece += element("node", { id: `v:${claim.row.id}` }, valueData(claim, ontology));
      const target = claim.object ? `e:${claim.object.id}` : `v:${claim.row.id}`;
      const attributes = { id: claim.row.id, source: `e:${claim.subject.id}`, target };
      yield piece + element("edge", attributes, claimData(claim, ontology));
    }
    yield "</graph>\n</graphml>\n";
  },
};

/** What a node or an edge carries, by the names of its columns; null is left out. */
type Data = Readonly<Record<string, string | number | null>>;

function element(name: "node" | "edge", attributes: Readonly<Record<string, string>>, data: Data): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const values = Object.entries(data).flatMap(([key, value]) =>
    value === null || value === "" ? [] : `<data key="${keyId(name, key)}">${escapeXml(String(value))}</data>`,
  );
  return `<${name}${written.join("")}>${values.join("")}</${name}>\n`;
}

const keyId = (of: "node" | "edge", name: string) => `${of[0]}_${name}`;

function keysOf(languages: readonly string[]) {
  const node = ["label", ...languages.map((language) => `label_${language}`), "kind", "aliases", "identifiers", "url"];
  const edge = [
    ...["label", "predicate", ...languages.map((language) => `statement_${language}`), "modality", "rank", "status"],
    ...["amount", "unit", "bound", "text", "date", "valid_from", "valid_to", "asserted_at", "attributed_to"],
    ...["quotes", "sources", "source_urls", "license", "attribution", "recorded_at", "recorded_by"],
  ];
  const key = (of: "node" | "edge") => (name: string) => {
    return { id: keyId(of, name), of, name, type: name === "amount" ? "double" : "string" };
  };
  return [...node.map(key("node")), ...edge.map(key("edge"))];
}

function entityData(entity: EntityRow, ontology: Ontology): Data {
  const names = localizedOf(entity.nameLanguages, entity.nameTexts);
  return {
    label: entity.name,
    ...byLanguage("label", names, ontology),
    kind: entity.kind,
    aliases: joined(entity.aliasTexts ?? []),
    identifiers: joined((entity.identifierSchemes ?? []).map((name, at) => `${name}:${entity.identifierValues![at]!}`)),
    url: entity.url,
  };
}

function valueData({ row }: ExportedClaim, ontology: Ontology): Data {
  const text = row.textLanguages && localizedOf(row.textLanguages, row.textTexts!);
  const [language] = ontology.languages;
  return {
    label: row.date ?? (text ? inLanguage(text, ontology, language) : amountOf(row.amount, row.unit, ontology)),
    ...(text && byLanguage("label", text, ontology)),
    kind: "VALUE",
  };
}

function amountOf(amount: number | null, unit: string | null, ontology: Ontology): string {
  const format = ontology.units.get(unit ?? "")?.format[ontology.languages[0]] ?? "{amount}";
  return format.replaceAll("{amount}", () => String(amount));
}

function claimData({ row, statement, attributedTo, citations }: ExportedClaim, ontology: Ontology): Data {
  const [language] = ontology.languages;
  const text = row.textLanguages && localizedOf(row.textLanguages, row.textTexts!);
  const sources = [...new Map(citations.map(({ source }) => [source.row.id, source.row])).values()];
  const of = (pick: (source: EntityRow) => string | null) => joined(sources.flatMap((source) => pick(source) ?? []));
  return {
    label: ontology.predicates.get(row.predicate)?.label[language] ?? row.predicate,
    predicate: row.predicate,
    ...byLanguage("statement", statement, ontology),
    ...{ modality: row.modality, rank: row.rank, status: row.status },
    ...{ amount: row.amount, unit: row.unit, bound: row.bound, date: row.date },
    text: text && inLanguage(text, ontology, language),
    ...{ valid_from: row.validFrom, valid_to: row.validTo, asserted_at: row.assertedAt },
    attributed_to: joined(attributedTo.map(({ name }) => name)),
    quotes: joined(citations.map(({ row: { quote } }) => quote)),
    sources: of(({ name }) => name),
    source_urls: of(({ url }) => url),
    license: of(({ license }) => license),
    attribution: of(({ attribution }) => attribution),
    ...{ recorded_at: row.recordedAt, recorded_by: row.recordedBy },
  };
}

function byLanguage(name: string, texts: Localized, { languages }: Ontology): Data {
  return Object.fromEntries(languages.map((language) => [`${name}_${language}`, texts[language] ?? null]));
}

/** Several values in one column, each once, a line each. */
function joined(values: readonly string[]): string {
  return [...new Set(values)].join("\n");
}
