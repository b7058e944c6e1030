import {
  changeShows,
  counts,
  CURRENT,
  happened,
  asserted,
  known,
  originsSeen,
  recordedAtSeen,
  shows,
  type Moment,
} from "./moment.js";
import { CHANGED_PROPERTIES, CITATION_PROPERTIES, takenFrom } from "./rows.js";
import type { Value } from "./statement.js";
import { where } from "./names.js";

/**
 * What is wanted of a node: the groups of its columns, as bits of a number, so that a statement brings what is asked for and little else, and yet is
 * one of few texts. The columns of a node stand in one list, group by group in the order given here; a node that it leads to is a list in that list.
 */

/** Groups of an entity's columns. Its id, its kind and its name come before them, whatever is wanted. */
export const OF_ENTITY = {
  /** Its names in all languages. */
  names: 1,
  /** Of a source: of what sort it is, where it is, when and in which language. */
  document: 2,
  aliases: 4,
  description: 8,
  /** Its ids in registers. */
  identifiers: 16,
  /** Of a source: the terms of its use. */
  terms: 32,
  restricted: 64,
  /** Of a source: those who made it, and the sources next to it in its chain. */
  authors: 128,
  publisher: 256,
  derivedFrom: 512,
  repeatedBy: 1024,
} as const;
export const ALL_PROPERTIES_OF_ENTITY =
  OF_ENTITY.names |
  OF_ENTITY.document |
  OF_ENTITY.aliases |
  OF_ENTITY.description |
  OF_ENTITY.identifiers |
  OF_ENTITY.terms;

const ENTITY_PROPERTIES: readonly (readonly [bit: number, properties: readonly string[]])[] = [
  [OF_ENTITY.names, ["nameLanguages", "nameTexts"]],
  [OF_ENTITY.document, ["sourceType", "url", "publishedAt", "language"]],
  [OF_ENTITY.aliases, ["aliasTexts", "mergedTexts"]],
  [OF_ENTITY.description, ["descriptionLanguages", "descriptionTexts"]],
  [OF_ENTITY.identifiers, ["identifierSchemes", "identifierValues"]],
  [OF_ENTITY.terms, ["license", "attribution"]],
];

/** The properties that stand first among the columns of an entity, by their names. */
export const entityProperties = ofBits((wanted) => [
  ...["id", "kind", "name"],
  ...ENTITY_PROPERTIES.flatMap(([bit, properties]) => (wanted & bit ? properties : [])),
]);

/** What of those that an entity leads to is wanted beside it. */
export interface EntityWanted {
  readonly columns: number;
  /** Of who made a source, and of the sources next to it. */
  readonly linked: number;
}

/** Nothing more than its id, its kind and its name. */
export const NAMED: EntityWanted = { columns: 0, linked: 0 };

/** The list of an entity's columns. The variables in it are nobody else's: an engine may take one name for one thing throughout a statement. */
export function entityColumns(
  e: string,
  wanted: EntityWanted,
  moment: Moment,
  param: (value: Value) => string,
): string {
  const { columns, linked } = wanted;
  const to = (type: string, node: string, label: string, holds = shows(node, moment)) =>
    `[(${e})${type}(${node}:${label})${where(holds)} | ${entityColumns(node, { columns: linked, linked: 0 }, moment, param)}]`;
  const links: readonly (readonly [bit: number, expression: () => string])[] = [
    [OF_ENTITY.restricted, () => `${e}.restricted IS NOT NULL`],
    [OF_ENTITY.authors, () => to("-[:HAS_AUTHOR]->", "author", "Entity")],
    [OF_ENTITY.publisher, () => to("-[:HAS_PUBLISHER]->", "publisher", "Entity")],
    [OF_ENTITY.derivedFrom, () => to("-[:DERIVED_FROM]->", "origin", "Source")],
    [OF_ENTITY.repeatedBy, () => to("<-[:DERIVED_FROM]-", "copy", "Source", known("copy", moment, param))],
  ];
  return listOf([
    ...entityProperties(columns).map((property) => `${e}.${property}`),
    ...links.flatMap(([bit, expression]) => (columns & bit ? [expression()] : [])),
  ]);
}

/** Groups of a claim's columns. Its id comes before them, whatever is wanted. */
export const OF_CLAIM = {
  predicate: 1,
  /** What it says, beside its ends. */
  said: 2,
  /** What is told of it here: who recorded it, when, and what it is compared by. */
  told: 4,
  /** The entities at its ends. */
  ends: 8,
  speakers: 16,
  /** The sources that are cited, and where their chains end. */
  support: 32,
  succession: 64,
  history: 128,
  /** The claims that are compared with it. */
  comparable: 256,
} as const;
/** What a claim is by itself, without what was done with it and what there is beside it. */
export const ALL_PROPERTIES_OF_CLAIM =
  OF_CLAIM.predicate | OF_CLAIM.said | OF_CLAIM.told | OF_CLAIM.ends | OF_CLAIM.speakers;

/** What is wanted of a claim and of what stands around it. */
export interface ClaimWanted {
  readonly columns: number;
  /** Of the entities at its ends, of its speakers, of the sources where its chains end. */
  readonly ends: number;
  readonly speakers: number;
  /** Null: only the ids. */
  readonly origins: number | null;
}

/** Nothing more than its id. */
export const IDENTIFIED: ClaimWanted = { columns: 0, ends: 0, speakers: 0, origins: null };

const SAID = [
  ...["amount", "unit", "bound", "textLanguages", "textTexts", "date", "modality"],
  ...["rank", "status", "validFrom", "validTo"],
] as const;
const TOLD = ["assertedAt", "recordedBy", "retractedAt", "comparisonKey"] as const;

/** The properties that stand first among the columns of a claim. What it was is worked out from what it is and all that was changed. */
export function claimProperties(columns: number, { knownAt }: Pick<Moment, "knownAt">): readonly string[] {
  return knownAt === null ? ownProperties(columns) : [...ownProperties(columns), ...CHANGED_PROPERTIES];
}

/** With what is read of the past comes all that it is worked out from. */
export function claimBits(columns: number, { knownAt }: Pick<Moment, "knownAt">): number {
  const own = OF_CLAIM.predicate | OF_CLAIM.said | OF_CLAIM.told;
  return knownAt !== null && columns & own ? columns | own : columns;
}

const ownProperties = ofBits((columns) => [
  "id",
  ...(columns & OF_CLAIM.predicate ? ["predicate"] : []),
  ...(columns & OF_CLAIM.said ? SAID : []),
  ...(columns & OF_CLAIM.told ? TOLD : []),
]);

/** A claim being read: the clauses that must come before, after which its node and what they bind are there, and the list of its columns. */
export interface ClaimReading {
  readonly lines: readonly string[];
  readonly bound: readonly string[];
  readonly list: string;
}

/**
 * How a claim `c` is read. Whatever it leads to stands in its list with its own columns, but in the past only with its id: what it was then is asked of
 * itself. `p` is the variable of the claim's properties.
 */
export function readClaim(
  c: string,
  p: string,
  wanted: ClaimWanted,
  moment: Moment,
  param: (value: Value) => string,
): ClaimReading {
  const { columns } = wanted;
  const entity = (e: string, of: number | null) =>
    moment.knownAt !== null || of === null ? `${e}.id` : entityColumns(e, { columns: of, linked: 0 }, moment, param);
  const cited = `(${c})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)${where(known("q", moment, param))}`;
  const succeeded = (at: string, other: string) =>
    where([...happened(at, moment, param), ...asserted(other, moment, param)]);
  const lines: string[] = [];
  const bound: string[] = [];
  const call = (name: string, clauses: string, item: string) => {
    lines.push(`CALL (${c}) { ${clauses} RETURN collect(${item}) AS ${name} }`);
    bound.push(name);
    return [name];
  };
  const groups: readonly (readonly [bit: number, expressions: () => readonly string[]])[] = [
    [OF_CLAIM.told, () => [recordedAtSeen(c, moment)]],
    [
      OF_CLAIM.ends,
      () => [
        `head([(${c})-[:SUBJECT]->(s:Entity) | ${entity("s", wanted.ends)}])`,
        `head([(${c})-[:OBJECT]->(o:Entity) | ${entity("o", wanted.ends)}])`,
      ],
    ],
    [OF_CLAIM.speakers, () => [`[(${c})-[:ATTRIBUTED_TO]->(a:Entity) | ${entity("a", wanted.speakers)}]`]],
    [
      OF_CLAIM.support,
      () => [`[${cited} | [s.id, ${originsSeen("q", moment)}]]`, ...(wanted.origins === null ? [] : origins())],
    ],
    [
      OF_CLAIM.succession,
      () => [
        // one takes another's place when that is ended, which may be long after it was itself recorded
        `[(${c})-[:SUPERSEDES]->(e:Claim)${succeeded(`coalesce(e.retractedAt, ${c}.recordedAt)`, "e")} | e.id]`,
        `[(${c})<-[:SUPERSEDES]-(l:Claim)${succeeded(`coalesce(${c}.retractedAt, l.recordedAt)`, "l")} | l.id]`,
      ],
    ],
    [
      OF_CLAIM.history,
      () =>
        call(
          "history",
          `MATCH (${c})<-[:CHANGED]-(h:Change)${where(changeShows("h", c, moment, param))}`,
          "[h.seq, h.action, h.at, h.by, h.reason]",
        ),
    ],
    [OF_CLAIM.comparable, () => comparable()],
  ];
  const origins = () => {
    const ends = `MATCH (${c})-[:HAS_CITATION]->(q:Citation)${where(known("q", moment, param))} UNWIND ${originsSeen("q", moment)} AS id`;
    return call("origins", `${ends} WITH DISTINCT id MATCH (s:Source {id: id})`, entity("s", wanted.origins));
  };
  const comparable = () => {
    const holds = where(counts("x", CURRENT, moment, param));
    const found = `UNWIND [${c}.comparisonKey] AS key MATCH (x:Claim {comparisonKey: key})${holds}`;
    const whole = { columns: ALL_PROPERTIES_OF_CLAIM, ends: 0, speakers: 0, origins: null };
    return call("comparable", found, readClaim("x", "x", whole, moment, param).list);
  };
  const list = listOf([
    ...claimProperties(columns, moment).map((property) => `${p}.${property}`),
    ...groups.flatMap(([bit, expressions]) => (columns & bit ? expressions() : [])),
  ]);
  return { lines, bound, list };
}

/** Groups of a citation's columns. Its id, and what it is by itself, come before them. */
export const OF_CITATION = {
  /** In which version of the text it stands, and from where its source took it. */
  origin: 1,
} as const;

const QUOTED = CITATION_PROPERTIES.filter((property) => !["textHash", "ownWords"].includes(property));

export function citationProperties(columns: number, { knownAt }: Pick<Moment, "knownAt">): readonly string[] {
  return [
    ...QUOTED,
    ...(columns & OF_CITATION.origin ? ["textHash", "ownWords"] : []),
    ...(knownAt === null ? [] : ["before"]),
  ];
}

/** The list of the columns of a citation `q`. */
export function citationColumns(columns: number, moment: Moment): string {
  return listOf([
    ...citationProperties(columns, moment).map((property) => `q.${property}`),
    ...(columns & OF_CITATION.origin ? [takenFrom(moment)] : []),
  ]);
}

function listOf(expressions: readonly string[]): string {
  return `[${expressions.join(", ")}]`;
}

/** Made once for each combination of bits. */
function ofBits<T>(make: (bits: number) => T): (bits: number) => T {
  const made = new Map<number, T>();
  return (bits) => {
    const known = made.get(bits) ?? make(bits);
    made.set(bits, known);
    return known;
  };
}
