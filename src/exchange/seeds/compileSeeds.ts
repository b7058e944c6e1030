import { claimId, identifierKey } from "../../claims/claimId.js";
import type { ClaimContent } from "../../claims/claim.js";
import { claimFaults } from "../../claims/claimFaults.js";
import { identifierFaults, type Identifier } from "../../claims/identifiers.js";
import { parsePartialDate } from "../../claims/partialDate.js";
import { anchorQuote } from "../../claims/quoteAnchor.js";
import { isWebAddress } from "../../claims/webAddress.js";
import {
  citationRow,
  claimRow,
  identifierProperties,
  identifierRows,
  namingProperties,
  nameRows,
  sourceText,
  textRow,
  type SourceText,
} from "../../cypher/batchRows.js";
import type { Batch, Properties } from "../../cypher/record.js";
import type { Kind, Ontology } from "../../ontology/ontology.js";
import { suggest } from "../../ontology/suggest.js";
import type { YamlFile, YamlPath } from "../../ontology/yamlFile.js";
import type { CitationForm, ClaimForm, EntityForm, SeedForm, SourceForm } from "./form.js";

/** A file of seeds of the right form, and how the texts that it names are read. */
export interface SeedFile {
  readonly yaml: YamlFile;
  readonly form: SeedForm;
  readonly readText: (name: string) => TextFile;
}

/** A text, or why there is none: a sentence without its subject. */
export type TextFile = string | { readonly fault: "NO_TEXT" | "NOT_UTF8" | "TEXT_OUTSIDE"; readonly why: string };

/** An arrangement of lists that can be added to. */
type Draft = { -readonly [K in keyof Batch]: Batch[K][number][] };

/** What the files speak of, by id. */
interface Known {
  /** Every id that is given, be its kind known or not. */
  readonly ids: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly texts: Map<string, SourceText>;
}

/**
 * Makes one batch of all files: ids are derived, quotes found in their texts. What is wrong is added to each file's faults;
 * where there are any the batch is not to be used.
 */
export function compileSeeds(files: readonly SeedFile[], ontology: Ontology): Batch {
  const draft: Draft = {
    ...{
      entities: [],
      names: [],
      identifiers: [],
      texts: [],
      authors: [],
      publishers: [],
      derivations: [],
      claims: [],
      citations: [],
    },
  };
  const known: Known = { ...kindsById(files, ontology), texts: new Map() };
  for (const file of files) {
    for (const [id, entity] of Object.entries(file.form.entities))
      addEntity(draft, ontology, file.yaml, id, entity.kind, entity, {});
    for (const [id, source] of Object.entries(file.form.sources)) addSource(draft, known, ontology, file, id, source);
  }
  const places = new Map<string, string>();
  for (const file of files) {
    for (const [index, claim] of file.form.claims.entries()) {
      addClaim(draft, known, ontology, file, ["claims", index], claim, places);
    }
  }
  return draft;
}

/** The kind of every id; an id given twice, or a kind that there is not, is a fault. */
function kindsById(files: readonly SeedFile[], ontology: Ontology): Pick<Known, "ids" | "kinds"> {
  const kinds = new Map<string, Kind>();
  const places = new Map<string, string>();
  for (const { yaml, form } of files) {
    const add = (id: string, kind: Kind | undefined, path: YamlPath) => {
      const before = places.get(id);
      if (before) yaml.fault(path, "ID_TWICE", `the id ${id} is given twice; it stands at ${before} already`);
      places.set(id, `${yaml.file}:${yaml.lineOf(path)}`);
      if (kind) kinds.set(id, kind);
    };
    for (const [id, entity] of Object.entries(form.entities)) {
      const kind = ontology.kinds.get(entity.kind);
      const path = ["entities", id];
      if (!kind) {
        const message = `${id} is of the kind ${JSON.stringify(entity.kind)}, which the ontology does not have`;
        yaml.fault([...path, "kind"], "UNKNOWN_KIND", message, suggest(entity.kind, ontology.kinds.keys()));
      } else if (kind.name === "SOURCE") {
        yaml.fault([...path, "kind"], "SOURCE_AS_ENTITY", `${id} is a source: write it under \`sources\``);
      }
      add(id, kind, path);
    }
    for (const id of Object.keys(form.sources)) add(id, ontology.kinds.get("SOURCE"), ["sources", id]);
  }
  return { ids: new Set(places.keys()), kinds };
}

function addEntity(
  draft: Draft,
  ontology: Ontology,
  yaml: YamlFile,
  id: string,
  kind: string,
  form: EntityForm | SourceForm,
  own: Properties,
): void {
  const naming = {
    names: Object.entries(form.name),
    aliases: Object.entries(form.aliases).flatMap(([language, texts]) =>
      texts.map((text) => [language, text] as const),
    ),
    descriptions: Object.entries(form.description),
  };
  const identifiers = identifiersOf(draft, ontology, yaml, id, kind, form);
  const properties = { ...namingProperties(id, naming, ontology), ...identifierProperties(id, identifiers), ...own };
  draft.entities.push({ id, kind, properties });
  draft.names.push(...nameRows(id, naming));
  draft.identifiers.push(...identifierRows(id, identifiers));
}

/** An entity's ids in registers; one that is wrong, or another's already, is a fault. */
function identifiersOf(
  draft: Draft,
  ontology: Ontology,
  yaml: YamlFile,
  id: string,
  kind: string,
  form: EntityForm | SourceForm,
): readonly Identifier[] {
  const identifiers = Object.entries(form.identifiers).flatMap(([scheme, values]) =>
    [values].flat().map((value) => ({ scheme, value })),
  );
  const path = [kind === "SOURCE" ? "sources" : "entities", id, "identifiers"];
  for (const { key, code, message, suggestions } of identifierFaults(identifiers, ontology)) {
    yaml.fault([...path, identifiers[key[0]]!.scheme], code, message, suggestions);
  }
  for (const { scheme, value } of identifiers) {
    const other = draft.identifiers.find((row) => row.id === identifierKey(scheme, value));
    if (!other) continue;
    const message = `the ${scheme} id ${JSON.stringify(value)} of ${id} is that of ${other.entity} already`;
    yaml.fault([...path, scheme], "IDENTIFIER_TAKEN", message);
  }
  return identifiers;
}

function addSource(draft: Draft, known: Known, ontology: Ontology, file: SeedFile, id: string, form: SourceForm): void {
  const { yaml } = file;
  const path = ["sources", id];
  if (!ontology.sourceTypes.has(form.sourceType)) {
    const message = `${id} is of the type ${JSON.stringify(form.sourceType)}, which the ontology does not have`;
    yaml.fault(
      [...path, "sourceType"],
      "UNKNOWN_SOURCE_TYPE",
      message,
      suggest(form.sourceType, ontology.sourceTypes.keys()),
    );
  }
  if (form.publishedAt !== undefined) checkDate(yaml, [...path, "publishedAt"], form.publishedAt);
  if (form.url !== undefined && !isWebAddress(form.url)) {
    yaml.fault([...path, "url"], "NOT_A_URL", `${JSON.stringify(form.url)} is no address; it begins with https://`);
  }
  const namesake = draft.entities.find(({ properties }) => form.url !== undefined && properties["url"] === form.url);
  if (namesake) yaml.fault([...path, "url"], "URL_TWICE", `the address of ${id} is that of ${namesake.id} already`);
  if (form.derivedFrom.includes(id)) {
    yaml.fault(
      [...path, "derivedFrom", form.derivedFrom.indexOf(id)],
      "DERIVED_FROM_ITSELF",
      `${id} is derived from itself`,
    );
  }
  addEntity(draft, ontology, yaml, id, "SOURCE", form, {
    sourceType: form.sourceType,
    language: form.language ?? null,
    url: form.url ?? null,
    publishedAt: form.publishedAt ?? null,
    license: form.license ?? null,
    attribution: form.attribution ?? null,
  });
  const link = (to: string, key: string, index: number | null, wanted: "SOURCE" | null) => {
    checkId(yaml, index === null ? [...path, key] : [...path, key, index], to, known, wanted);
    return { from: id, to };
  };
  const links = (key: "authors" | "derivedFrom", wanted: "SOURCE" | null) =>
    [...new Set(form[key])].map((to) => link(to, key, form[key].indexOf(to), wanted));
  draft.authors.push(...links("authors", null));
  draft.derivations.push(...links("derivedFrom", "SOURCE"));
  if (form.publisher !== undefined) draft.publishers.push(link(form.publisher, "publisher", null, null));
  if (form.text !== undefined) addText(draft, known, file, id, form.text, form.language ?? null);
}

function addText(
  draft: Draft,
  known: Known,
  file: SeedFile,
  source: string,
  name: string,
  language: string | null,
): void {
  const content = file.readText(name);
  if (typeof content !== "string") {
    file.yaml.fault(["sources", source, "text"], content.fault, `the text ${name} of ${source} ${content.why}`);
    return;
  }
  const text = sourceText(content, language);
  known.texts.set(source, text);
  draft.texts.push(textRow(source, text));
}

function addClaim(
  draft: Draft,
  known: Known,
  ontology: Ontology,
  { yaml }: SeedFile,
  path: YamlPath,
  form: ClaimForm,
  places: Map<string, string>,
): void {
  const content = contentOf(form);
  const before = yaml.faults.length;
  for (const [key, id] of [["subject", form.subject] as const, ["object", form.object] as const]) {
    if (id !== undefined) checkId(yaml, [...path, key], id, known, null);
  }
  form.attributedTo.forEach((id, index) => checkId(yaml, [...path, "attributedTo", index], id, known, null));
  for (const key of ["date", "validFrom", "validTo", "assertedAt"] as const) {
    if (form[key] !== undefined) checkDate(yaml, [...path, key], form[key]);
  }
  for (const { key, code, message, suggestions } of claimFaults(content, ontology, known.kinds)) {
    yaml.fault([...path, ...key], code, message, suggestions);
  }
  const id = claimId(content);
  const place = places.get(id);
  if (place) {
    yaml.fault(path, "CLAIM_TWICE", `the same claim stands at ${place} already; give that one this citation too`);
  } else places.set(id, `${yaml.file}:${yaml.lineOf(path)}`);
  const citations = new Map<string, Batch["citations"][number]>();
  for (const [index, citation] of form.citations.entries()) {
    const at = [...path, "citations", index];
    const made = citationOf(id, citation, known, yaml, at);
    if (!made) continue;
    if (citations.has(made.id)) yaml.fault(at, "CITATION_TWICE", "the claim has this citation already");
    citations.set(made.id, made);
  }
  if (yaml.faults.length > before) return;
  draft.claims.push(claimRow(id, content, { rank: form.rank, assertedAt: form.assertedAt ?? null }, ontology));
  draft.citations.push(...citations.values());
}

function contentOf(form: ClaimForm): ClaimContent {
  return {
    subject: form.subject,
    predicate: form.predicate,
    object: form.object ?? null,
    quantity: form.quantity ?? null,
    text: form.text ?? null,
    date: form.date ?? null,
    modality: form.modality,
    validFrom: form.validFrom ?? null,
    validTo: form.validTo ?? null,
    attributedTo: form.attributedTo,
  };
}

/** A citation with its quote's position; null, and a fault, where the source is unknown or its text does not have the quote. */
function citationOf(
  claim: string,
  form: CitationForm,
  known: Known,
  yaml: YamlFile,
  path: YamlPath,
): Batch["citations"][number] | null {
  if (!checkId(yaml, [...path, "source"], form.source, known, "SOURCE")) return null;
  const text = known.texts.get(form.source);
  const anchor = text ? anchorQuote(text.content, form.quote, form.occurrence) : null;
  if (anchor && "fault" in anchor) {
    yaml.fault(
      [...path, anchor.fault === "NO_SUCH_OCCURRENCE" ? "occurrence" : "quote"],
      `QUOTE_${anchor.fault}`,
      anchor.message,
    );
    return null;
  }
  form.derivedFrom?.forEach((id, index) => checkId(yaml, [...path, "derivedFrom", index], id, known, "SOURCE"));
  const [translation] = Object.entries(form.translation ?? {});
  const words = { ...form, translation: translation ?? null, derivedFrom: form.derivedFrom ?? null };
  return citationRow(claim, words, text ?? null, anchor);
}

function checkId(yaml: YamlFile, path: YamlPath, id: string, known: Known, wanted: "SOURCE" | null): boolean {
  const kind = known.kinds.get(id);
  const key = path.findLast((step) => typeof step === "string");
  if (!known.ids.has(id)) {
    yaml.fault(
      path,
      "UNKNOWN_ID",
      `${key}: there is no entity or source ${JSON.stringify(id)}`,
      suggest(id, known.ids),
    );
  } else if (wanted && kind && kind.name !== wanted) {
    yaml.fault(path, "WRONG_KIND", `${key}: ${id} is a ${kind.name}, not a ${wanted}`);
  } else return true;
  return false;
}

function checkDate(yaml: YamlFile, path: YamlPath, date: string): void {
  if (parsePartialDate(date)) return;
  yaml.fault(
    path,
    "NOT_A_DATE",
    `${path.at(-1)}: ${JSON.stringify(date)} is no date; write 2024, 2024-10 or 2024-10-29`,
  );
}
