import type { Literal, NamedNode } from "n3";
import type { Bound } from "../../../claims/claim.js";
import type { ClaimRow } from "../../../cypher/rows.js";
import type { ExportedClaim } from "../exportedClaim.js";
import type { RdfContext } from "./rdfContext.js";
import { amount, date, term, texts } from "./terms.js";
import { Triples } from "./triples.js";

/**
 * What a claim says, as the statement `#claim` with its modality, rank, status, time and speakers.
 *
 * As a plain triple it stands there too only where whoever joins all the graphs would not be misled by it: of what is planned, estimated or an opinion,
 * deprecated, superseded or retracted there is the statement alone, and a statement about a triple does not say that it holds.
 */
export function assertion(claim: ExportedClaim, { addresses, ontology }: RdfContext): Triples {
  const { row, statement, attributedTo } = claim;
  const triples = new Triples(addresses.claim(row.id, "assertion"));
  const subject = addresses.entity(row.subject);
  const predicate = addresses.declared("predicates", row.predicate);
  const value = row.amount === null ? null : addresses.claim(row.id, "amount");
  const object = objectOf(row, addresses, value);

  if (row.modality === "ACTUAL" && row.status === "ACTIVE" && row.rank !== "DEPRECATED") {
    triples.add(subject, [predicate, object]);
  }
  const time = row.validFrom === null && row.validTo === null ? null : addresses.claim(row.id, "time");
  triples.add(
    addresses.claim(row.id, "claim"),
    [term("rdf:type"), term("rdf:Statement")],
    [term("rdfs:label"), texts(Object.keys(statement), Object.values(statement))],
    [term("rdf:subject"), subject],
    [term("rdf:predicate"), predicate],
    [term("rdf:object"), object],
    [addresses.own("amount"), row.object === null ? null : value],
    [addresses.own("modality"), addresses.own(`modality/${row.modality}`)],
    [term("wikibase:rank"), term(`wikibase:${RANKS[row.rank]}`)],
    [term("adms:status"), addresses.own(`status/${row.status}`)],
    [term("dcterms:temporal"), time],
    [term("dcterms:date"), row.assertedAt === null ? null : date(row.assertedAt)],
    [term("prov:wasAttributedTo"), attributedTo.map(({ id }) => addresses.entity(id))],
  );
  if (value) {
    const unit = row.unit === null ? undefined : ontology.units.get(row.unit);
    triples.add(
      value,
      [term("rdf:type"), term("schema:QuantitativeValue")],
      [term(`schema:${LIMITS[row.bound!]}`), amount(row.amount!)],
      [addresses.own("bound"), addresses.own(`bound/${row.bound!}`)],
      [term("schema:unitCode"), row.unit === null ? null : addresses.declared("units", row.unit)],
      [term("schema:unitText"), unit ? texts(Object.keys(unit.label), Object.values(unit.label)) : null],
    );
  }
  if (time) {
    triples.add(
      time,
      [term("rdf:type"), term("dcterms:PeriodOfTime")],
      [term("dcat:startDate"), row.validFrom === null ? null : date(row.validFrom)],
      [term("dcat:endDate"), row.validTo === null ? null : date(row.validTo)],
    );
  }
  return triples;
}

/** Another entity, an amount, a date, or a text in each of its languages. */
function objectOf(
  row: ClaimRow,
  addresses: RdfContext["addresses"],
  value: NamedNode | null,
): NamedNode | Literal | readonly Literal[] {
  if (row.object !== null) return addresses.entity(row.object);
  if (row.date !== null) return date(row.date);
  return value ?? texts(row.textLanguages, row.textTexts);
}

const RANKS = { PREFERRED: "PreferredRank", NORMAL: "NormalRank", DEPRECATED: "DeprecatedRank" } as const;

/** An amount that is a limit stands as one, so that nobody takes it for the figure. */
const LIMITS: Readonly<Record<Bound, "value" | "minValue" | "maxValue">> = {
  EXACT: "value",
  ABOUT: "value",
  AT_LEAST: "minValue",
  AT_MOST: "maxValue",
};
