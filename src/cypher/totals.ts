import type { Ontology } from "../ontology/ontology.js";
import { readClaimFilter } from "./filter.js";
import { MatchWriter, type MatchOptions } from "./match.js";
import { known } from "./moment.js";
import { columns } from "./names.js";
import type { ClaimRow } from "./rows.js";
import type { Statement } from "./statement.js";

const COUNTED = [
  "id",
  "predicate",
  "amount",
  "unit",
  "bound",
  "modality",
  "rank",
  "status",
  "validFrom",
  "validTo",
  "recordedAt",
] as const;

/** What is read of a claim to count it. */
export interface CountedRow extends Pick<ClaimRow, (typeof COUNTED)[number] | "subject" | "object"> {
  /** There only where they were asked for. */
  readonly speakers?: readonly string[];
  readonly sources?: readonly string[];
}

/** The claims that meet a filter, in no order, at most `limit` of them: rows as CountedRow. */
export function claimsToCount(
  ontology: Ontology,
  where: unknown,
  wanted: { readonly speakers: boolean; readonly sources: boolean; readonly limit: number },
  options: Pick<MatchOptions, "moment" | "statistics"> = {},
): Statement {
  const match = new MatchWriter(options);
  match.matchClaims(readClaimFilter(ontology, where));
  match.line("WITH c LIMIT $limit");
  const there = known("q", match.moment, match.param);
  const cited = there.length > 0 ? ` WHERE ${there.join(" AND ")}` : "";
  const lists = [
    ...(wanted.speakers ? ["[(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS speakers"] : []),
    ...(wanted.sources
      ? [`[(c)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(d:Source)${cited} | d.id] AS sources`]
      : []),
  ];
  const ends =
    "head([(c)-[:SUBJECT]->(s:Entity) | s.id]) AS subject, head([(c)-[:OBJECT]->(o:Entity) | o.id]) AS object";
  match.line(`RETURN ${[columns("c", COUNTED), ends, ...lists].join(", ")}`);
  return { name: "totals.claims", text: match.text, params: { p: match.params, limit: wanted.limit } };
}
