import { type GraphQLInterfaceType, Kind as Ast, parse, print, printType, type GraphQLSchema } from "graphql";
import type { Kind, Localized, Ontology, Predicate } from "../ontology/ontology.js";
import { AFTER, AS_OF, BEFORE, FIRST, LAST, ORDER_BY, WHERE } from "./args.js";
import { MAX_EVIDENCE } from "../cypher/match.js";
import { CONNECTION } from "./page.type.js";

/** A relation as a field: from its subjects to its objects, or back. */
export interface RelationField {
  readonly field: string;
  readonly predicate: Predicate;
  readonly direction: "OUT" | "IN";
  /** The kinds that have the field. */
  readonly owners: readonly Kind[];
  /** The kinds that it leads to; none for a predicate about a value. */
  readonly ends: readonly Kind[];
}

/** Every relation field of an ontology, in its order. */
export function relationFields(ontology: Ontology): readonly RelationField[] {
  return [...ontology.predicates.values()].flatMap((predicate): RelationField[] => {
    const { field, inverse, subjects, objects } = predicate;
    const forward = { field, predicate, direction: "OUT", owners: subjects, ends: objects } as const;
    if (inverse === null) return [forward];
    return [forward, { field: inverse, predicate, direction: "IN", owners: objects, ends: subjects }];
  });
}

/** The type of a relation field's connection: one on every kind that has the field, so that selections merge. */
export function connectionName({ field, predicate }: RelationField): string {
  return predicate.value === "ENTITY"
    ? `${field.charAt(0).toUpperCase()}${field.slice(1)}Connection`
    : "ClaimConnection";
}

/**
 * What an ontology adds to the core schema, as SDL. One template each for a kind, for the list of a kind, and for a relation;
 * what clients get can be read here as it stands in `schema/schema.graphql`.
 */
export function ontologySdl(ontology: Ontology, core: GraphQLSchema): string {
  const relations = relationFields(ontology);
  const kinds = [...ontology.kinds.values()];
  const of = (kind: Kind) => relations.filter(({ owners }) => owners.includes(kind));
  return [
    sourceTypes(ontology),
    ...kinds.filter(({ name }) => name !== "SOURCE").map((kind) => objectType(kind, of(kind), core, ontology)),
    `extend type Source {\n${describe("Of what sort it is.")}sourceType: SourceType!\n${of(ontology.kinds.get("SOURCE")!).map(relationField).join("\n")}\n}`,
    ...kinds.map(({ type, plural }) => listTypes(type, text(plural))),
    listTypes("Entity", "entities of every kind"),
    ...relations.filter(({ predicate }) => predicate.value === "ENTITY").map(relationTypes),
    ...kinds.map((kind) => filterTypes(kind, of(kind))),
    endFilter("Entity"),
    `extend input EntityFilter {\n${relations.map(relationFilter).join("\n")}\n}`,
    `extend type Query {\n${[...kinds.map(rootField), rootField(null)].join("\n")}\n}`,
  ].join("\n\n");
}

function sourceTypes(ontology: Ontology): string {
  const values = [...ontology.sourceTypes.values()].map(
    ({ name, label }) => `${describe(`${capital(text(label))}.`)}${name}`,
  );
  return `${describe("A sort of source.")}enum SourceType {\n${values.join("\n")}\n}

${describe("Compares a sort of source.")}input SourceTypeFilter {
  ${describe("It is this one.")}eq: SourceType
  ${describe("It is one of these; of none where the list is empty.")}in: [SourceType!]
  ${describe("It is not this one.")}not: SourceType
}

extend input SourceFilter {
  ${describe("Of what sort it is.")}sourceType: SourceTypeFilter
}

extend input SourceInput {
  ${describe("Of what sort it is.")}sourceType: SourceType!
}`;
}

/** A kind: all that an entity has, and a field for each relation. */
function objectType(kind: Kind, relations: readonly RelationField[], core: GraphQLSchema, ontology: Ontology): string {
  return `${describe(kind.description[ontology.languages[0]]!)}type ${kind.type} implements Node & Entity {
${interfaceFields(core, "Entity")}
${relations.map(relationField).join("\n")}
}`;
}

/** The fields of an interface, as they stand in its SDL. */
function interfaceFields(core: GraphQLSchema, name: string): string {
  const definition = parse(printType(core.getType(name) as GraphQLInterfaceType)).definitions[0]!;
  if (definition.kind !== Ast.INTERFACE_TYPE_DEFINITION) throw new TypeError(`${name} is no interface`);
  return (definition.fields ?? []).map((field) => print(field)).join("\n");
}

function relationField(relation: RelationField): string {
  const { field, predicate } = relation;
  const what =
    predicate.value === "ENTITY" ? relationDescription(relation) : `${sentence(predicate.description)} Its claims.`;
  return `${describe(what)}${field}(
  ${argument("where", predicate.value === "ENTITY" ? `${endName(relation.ends)}Match` : "ValueMatch", WHERE.description)}
  ${argument("orderBy", "[ClaimOrder!]", ORDER_BY.description)}
  ${argument("asOf", "AsOf", AS_OF.description)}
  ${argument("first", `Int! = ${FIRST.defaultValue}`, FIRST.description)}
  ${argument("after", "String", AFTER.description)}
  ${argument("last", "Int", LAST.description)}
  ${argument("before", "String", BEFORE.description)}
): ${connectionName(relation)}!`;
}

/** What a relation is, as the ontology has it; from the object's end it is said of which field it is the other end. */
function relationDescription({ predicate, direction }: RelationField): string {
  const meaning = sentence(predicate.description);
  return direction === "OUT" ? meaning : `The other end of \`${predicate.field}\`. ${meaning}`;
}

/** The connection of a relation: each edge has the entity at the other end and the claim that leads there. */
function relationTypes(relation: RelationField): string {
  const node = endName(relation.ends);
  const connection = connectionName(relation);
  const edge = connection.replace(/Connection$/u, "Edge");
  return `${describe(`A page of what \`${relation.field}\` leads to.`)}type ${connection} {
${connectionFields(edge, node)}
}

${describe(`Where \`${relation.field}\` leads, by one claim.`)}type ${edge} {
  ${describe(CONNECTION.cursor)}cursor: String!
  ${describe("The entity at the other end.")}node: ${node}!
  ${describe("The claim that leads there.")}claim: Claim!
}`;
}

/** The list of a kind: each edge has the entity and the proof that it meets the filter. */
function listTypes(type: string, plural: string): string {
  return `${describe(`A page of ${plural}.`)}type ${type}Connection {
${connectionFields(`${type}Edge`, type)}
}

${describe(`One of the ${plural} of a page.`)}type ${type}Edge {
  ${describe(CONNECTION.cursor)}cursor: String!
  ${describe("The entity itself.")}node: ${type}!
  ${describe(`The proof: the claims, and only those, by which it met the filter; none where the filter asks for no claim. At most ${MAX_EVIDENCE}: \`evidenceCount\` says how many there are.`)}evidence: [Claim!]!
  ${describe(`How many claims the proof has in all, where of what lies more than one relation away at most ${MAX_EVIDENCE} a step are followed.`)}evidenceCount: Int!
  ${describe(`What was looked for and not found, where that is the proof, as for \`none\` and \`not\`; no claim can prove it. At most ${MAX_EVIDENCE}: \`absenceCount\` says how many there are.`)}absences: [Absence!]!
  ${describe("How many absences the proof has in all.")}absenceCount: Int!
}`;
}

function connectionFields(edge: string, node: string): string {
  return `  ${describe(CONNECTION.edges)}edges: [${edge}!]!
  ${describe(CONNECTION.nodes)}nodes: [${node}!]!
  ${describe(CONNECTION.pageInfo)}pageInfo: PageInfo!
  ${describe(CONNECTION.totalCount)}totalCount: Int!`;
}

/** The filter of a kind, and how a relation that leads to it quantifies over it. */
function filterTypes(kind: Kind, relations: readonly RelationField[]): string {
  const filter = `${kind.type}Filter`;
  const fields = relations.map(relationFilter).join("\n");
  const ends = endFilter(kind.type);
  if (kind.name === "SOURCE") return `${fields === "" ? "" : `extend input ${filter} {\n${fields}\n}\n\n`}${ends}`;
  return `${describe(`What one of the ${text(kind.plural)} must meet.`)}input ${filter} {
  ${describe("All of these hold.")}and: [${filter}!]
  ${describe("At least one of these holds.")}or: [${filter}!]
  ${describe("This does not hold.")}not: ${filter}
  ${describe("Its id.")}id: IdFilter
  ${describe("Its names and aliases.")}name: NameFilter
  ${describe("Its ids in registers.")}identifier: IdentifierFilter
${fields}
}

${ends}`;
}

/** How a relation quantifies over what it leads to: entities of one type, or of several. */
function endFilter(type: string): string {
  return `${describe("Quantifies over where a relation leads.")}input ${type}RelationFilter {
  ${describe("At least one of them meets this.")}some: ${type}Match
  ${describe("None of them meets this.")}none: ${type}Match
  ${describe("All of them meet this.")}every: ${type}Match
}

${describe("What a relation's other end, and the claim that leads there, must meet.")}input ${type}Match {
  ${describe("The entity at the other end.")}node: ${type}Filter
  ${describe("The claim that leads there.")}claim: ClaimFilter
}`;
}

function relationFilter(relation: RelationField): string {
  const { field, predicate, ends } = relation;
  const type = predicate.value === "ENTITY" ? `${endName(ends)}RelationFilter` : "ValueRelationFilter";
  return `  ${describe(relationDescription(relation))}${field}: ${type}`;
}

/** The list of a kind at the root; null: of every kind. */
function rootField(kind: Kind | null): string {
  const type = kind?.type ?? "Entity";
  return `${describe(kind ? `${capital(text(kind.plural))}. ${sentence(kind.description)}` : "Entities of every kind.")}${kind?.field ?? "entities"}(
  ${argument("where", `${type}Filter`, WHERE.description)}
  ${argument("orderBy", "[EntityOrder!]", ORDER_BY.description)}
  ${argument("asOf", "AsOf", AS_OF.description)}
  ${argument("first", `Int! = ${FIRST.defaultValue}`, FIRST.description)}
  ${argument("after", "String", AFTER.description)}
  ${argument("last", "Int", LAST.description)}
  ${argument("before", "String", BEFORE.description)}
): ${type}Connection`;
}

/** The type that stands for some kinds: their own where it is one, else the interface. */
export function endName(kinds: readonly Kind[]): string {
  return kinds.length === 1 ? kinds[0]!.type : "Entity";
}

function argument(name: string, type: string, description: string): string {
  return `${describe(description)}${name}: ${type}`;
}

/** A description, as a string of SDL. */
function describe(description: string): string {
  return `${JSON.stringify(description)} `;
}

/** A text of the ontology in its first language, which stands first in it. */
function text(localized: Localized): string {
  return Object.values(localized)[0] ?? "";
}

function sentence(localized: Localized): string {
  const words = text(localized).trim();
  return /[.!?]$/u.test(words) ? words : `${words}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
