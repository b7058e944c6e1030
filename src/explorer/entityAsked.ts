import type { ClaimFilter, EntityPageQueryVariables } from "./queries/generated/graphql.js";
import { asOfOf, type Visit } from "./visit.js";

/** An entity's part in claims, by the names of the schema. */
export const ROLES = ["SUBJECT", "OBJECT", "SPEAKER"] as const;
export type Role = (typeof ROLES)[number];

/** By what a list can be ordered, as the address has it. */
export const SORTS = ["validFrom", "recordedAt", "amount"] as const;

/** What the address of an entity's page asks for. */
export interface Asked {
  readonly id: string;
  /** Null for all of them. */
  readonly role: Role | null;
  readonly predicate: string | null;
  readonly modality: string | null;
  /** Null for the order by predicates. */
  readonly sort: string | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly quotesAfter: string | null;
}

/** How many claims of each part a page shows. */
const PAGE = 50;

/** Reads what an address asks for. */
export function askedOf({ params, search }: Visit): Asked {
  const role = search.get("role");
  return {
    id: params["id"]!,
    role: ROLES.find((one) => one === role?.toUpperCase()) ?? null,
    predicate: search.get("predicate") || null,
    modality: search.get("modality") || null,
    sort: search.get("sort") || null,
    after: search.get("after"),
    before: search.get("before"),
    quotesAfter: search.get("quotesAfter"),
  };
}

/** The variables of the page's operation. What is no modality or no order is left for GraphQL to refuse, which says what there is. */
export function variablesOf(visit: Visit): EntityPageQueryVariables {
  const asked = askedOf(visit);
  const [about, leading, said] = ROLES.map((role) => claimsIn(role, asked)) as [ClaimFilter, ClaimFilter, ClaimFilter];
  const shows = (role: Role) => asked.role === null || asked.role === role;
  return {
    ...{ id: asked.id, lang: visit.language, asOf: asOfOf(visit) },
    ...{ about, leading, said },
    aboutHidden: hidden(about),
    leadingHidden: hidden(leading),
    saidHidden: hidden(said),
    dated: { ...about, validFrom: { gte: "0001" }, quantity: { gte: -Number.MAX_VALUE } },
    ...{ showAbout: shows("SUBJECT"), showLeading: shows("OBJECT"), showSaid: shows("SPEAKER") },
    orderBy: orderOf(asked.sort),
    ...{ first: PAGE, after: asked.after },
    ...(asked.before !== null && { last: PAGE, before: asked.before }),
    quotesAfter: asked.quotesAfter,
  };
}

/** The address of the page's claims among those of exports. */
export function exportOf(visit: Visit, ending: string): string {
  const asked = askedOf(visit);
  const asOf = asOfOf(visit);
  const given = new URLSearchParams(asOf ? { asOf: JSON.stringify(asOf) } : {});
  const isWhole = asked.role === null && asked.predicate === null && asked.modality === null;
  if (!isWhole)
    given.set("where", JSON.stringify(asked.role === null ? inAnyPart(asked) : claimsIn(asked.role, asked)));
  const file = isWhole ? `entities/${encodeURIComponent(asked.id)}.${ending}` : `export.${ending}`;
  return given.size > 0 ? `${file}?${given.toString()}` : file;
}

function claimsIn(role: Role, asked: Asked): ClaimFilter {
  return { ...inPart(role, asked.id), ...narrowed(asked) };
}

function inPart(role: Role, id: string): ClaimFilter {
  const entity = { id: { eq: id } };
  return role === "SUBJECT" ? { subject: entity } : role === "OBJECT" ? { object: entity } : { attributedTo: entity };
}

/** As an entity's whole file has them: also those that cite it, where it is a source. */
function inAnyPart(asked: Asked): ClaimFilter {
  const parts = [...ROLES.map((role) => inPart(role, asked.id)), { source: { id: { eq: asked.id } } }];
  return { or: parts, ...narrowed(asked) };
}

function narrowed({ predicate, modality }: Asked): ClaimFilter {
  return {
    ...(predicate !== null && { predicate: { eq: predicate } }),
    ...(modality !== null && { modality: { eq: modality as never } }),
  };
}

function hidden(claims: ClaimFilter): ClaimFilter {
  return { ...claims, or: [{ rank: { eq: "DEPRECATED" } }, { status: { in: ["SUPERSEDED", "RETRACTED"] } }] };
}

/** `validFrom` is VALID_FROM of the schema; what comes first is what is latest or most. */
function orderOf(sort: string | null): EntityPageQueryVariables["orderBy"] {
  if (sort === null) return null;
  const field = sort.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase();
  return [{ field: field as never, direction: "DESC" }];
}
