import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import {
  contestsOf,
  ENTITY_GROUPS,
  groupClaims,
  totalOf,
  type ClaimGroup,
  type ClaimInclusion,
  type Total,
  type TotalClaim,
  type TotalGroup,
} from "../claims/totals.js";
import { claimCount } from "../cypher/claimPage.js";
import { decodeCursor, encodeCursor, type SortKey } from "../cypher/order.js";
import { readMoment } from "../cypher/moment.js";
import { badInput, tooComplex, unknownName } from "../cypher/refusal.js";
import { rowsOf } from "../cypher/rows.js";
import { claimsToCount, type CountedRow } from "../cypher/totals.js";
import type { Ontology } from "../ontology/ontology.js";
import { conversion, isUnitCode } from "../ontology/unitCode.js";
import { AFTER, AS_OF, FIRST, WHERE } from "./args.js";
import { BOUNDS } from "./bounds.js";
import { ClaimConnection } from "./claim.type.js";
import type { Context } from "./context.js";
import { facetNodes, facetsOfClaims } from "./facets.js";
import type { Loaders } from "./loaders.js";
import { ClaimGroupEnum, ClaimInclusionEnum } from "./enums.js";
import { AsOf, ClaimFilter } from "./filter.input.js";
import { claimNode, entityNode } from "./lists.js";
import { pageOf, windowOf } from "./pages.js";
import { ClaimTotal } from "./total.type.js";
import { allReady } from "./ready.js";

@Resolver()
export class ClaimTotalsResolver {
  @Query(() => [ClaimTotal], {
    nullable: true,
    description: `Sums of claims' amounts, with the claims that were counted, by what they are grouped by; of at most ${BOUNDS.totalClaims} claims. Amounts in different units, and of different modalities, are totals of their own, never one sum. Of claims about one value of one time only one is counted: the PREFERRED one, else the one with most origins, else the one recorded last. Amounts of one thing at different times are added, unless they are grouped by YEAR. A claim without an amount is counted and adds nothing.`,
  })
  async claimTotals(
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("groupBy", () => [ClaimGroupEnum], {
      nullable: true,
      description:
        "By what to group; a claim of several sources or speakers is in the group of each. Left out, all are one group.",
    })
    groupBy: readonly ClaimGroup[] | null,
    @Arg("including", () => [ClaimInclusionEnum], {
      nullable: true,
      description: "What to count although a sum is then of no one state of things. Left out, nothing of it.",
    })
    including: readonly ClaimInclusion[] | null,
    @Arg("inUnit", () => String, {
      nullable: true,
      description:
        "The unit into which to convert the amounts that can be: one of the ontology's that has a standard symbol, or such a symbol, like GW. Those that cannot stay as they are.",
    })
    inUnit: string | null,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() now: Context,
  ) {
    const { ontology, levels, statistics } = now;
    const loaders = now.loaders.at(readMoment(asOf, now.loaders.moment));
    const options = { moment: loaders.moment, ...(statistics && { statistics }) };
    const by = [...new Set(groupBy ?? [])];
    const convert = converter(ontology, inUnit ?? null);
    const wanted = { speakers: by.includes("SPEAKER"), sources: by.includes("SOURCE"), limit: BOUNDS.totalClaims + 1 };
    const rows = rowsOf<CountedRow>(await levels.read(claimsToCount(ontology, where, wanted, options)));
    if (rows.length > BOUNDS.totalClaims) {
      const [counted] = await levels.read(claimCount(ontology, where, options));
      const message = `is met by ${Number(counted!["total"])} claims; totals are made of at most ${BOUNDS.totalClaims}`;
      throw tooComplex(message, ["where"]);
    }
    const groups = groupClaims(
      rows.map((row) => totalClaim(row, convert)),
      by,
    );
    if (groups.length > BOUNDS.totalGroups) {
      throw tooComplex(`makes ${groups.length} groups; at most ${BOUNDS.totalGroups} are answered`, ["groupBy"]);
    }
    const weighed = groups.map((group) => ({ group, contests: contestsOf(group, ontology) }));
    const contests = weighed.flatMap((one) => one.contests);
    const pairs = contests.reduce((sum, { claims }) => sum + (claims.length * (claims.length - 1)) / 2, 0);
    if (pairs > BOUNDS.totalPairs) {
      throw tooComplex(`has ${pairs} pairs of claims to compare; at most ${BOUNDS.totalPairs} are compared`, ["where"]);
    }
    const contested = [...new Set(contests.flatMap(({ claims }) => claims.map(({ id }) => id)))];
    const supports = await allReady(contested.map((id) => loaders.support(id)));
    const origins = new Map(contested.map((id, index) => [id, supports[index]!.origins.length]));
    const included = new Set(including ?? []);
    return weighed.map(({ group, contests: own }) =>
      totalNode(
        group,
        by,
        totalOf(group, own, included, (id) => origins.get(id)!, ontology),
        loaders,
      ),
    );
  }
}

@Resolver(() => ClaimTotal)
export class ClaimTotalResolver {
  @FieldResolver(() => ClaimConnection, { description: "The claims that were counted, in the order of their ids." })
  async claimsCounted(
    @Root() { counted, loaders }: TotalNode,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    windowOf({ first });
    const [last] = typeof after === "string" ? (decodeCursor(after, "claimsCounted", BY_ID) as [string]) : [""];
    const begin = counted.findIndex((id) => id > last);
    const ids = begin < 0 ? [] : counted.slice(begin, begin + first + 1);
    const edge = (id: string) => ({
      node: claimNode(id, loaders),
      cursor: encodeCursor("claimsCounted", BY_ID, [id]),
    });
    const page = pageOf(ids, { first, after }, edge, counted.length);
    const facets = await facetsOfClaims(counted, info, loaders);
    return { ...page, facets: () => facetNodes(facets, loaders) };
  }
}

const BY_ID: readonly SortKey[] = [{ name: "ID", expression: "id", direction: "ASC" }];

type TotalNode = ReturnType<typeof totalNode>;

/** A total as clients get it; entities are read only where they are selected. */
function totalNode({ keys, modality }: TotalGroup, by: readonly ClaimGroup[], total: Total, loaders: Loaders) {
  const entityOf = (id: string | null) => (id === null ? null : entityNode(id, loaders));
  const entities = by.map((group, index) => (ENTITY_GROUPS.has(group) ? keys[index]! : null));
  const { counted, conflicted, leftOut, quantity } = total;
  return {
    ...{ loaders, counted, claims: counted.length, conflicted, leftOut, modality, quantity },
    group: entityOf(entities.find((id) => id !== null) ?? null),
    keys: by.map((group, index) => ({
      by: group,
      entity: entityOf(entities[index]!),
      value: ENTITY_GROUPS.has(group) ? null : keys[index]!,
    })),
  };
}

function totalClaim(row: CountedRow, convert: Converter): TotalClaim {
  const { amount, unit, bound, speakers = [], sources = [], ...claim } = row;
  const quantity = amount === null ? null : { ...convert(amount, unit!), bound: bound! };
  return { ...claim, quantity, text: null, date: null, attributedTo: speakers, sources };
}

type Converter = (amount: number, unit: string) => { readonly amount: number; readonly unit: string };

/** What makes amounts those of a unit, where they can be; without a unit, nothing does. */
function converter(ontology: Ontology, inUnit: string | null): Converter {
  if (inUnit === null) return (amount, unit) => ({ amount, unit });
  const known = ontology.units.get(inUnit);
  if (!known && !isUnitCode(inUnit)) throw unknownName("unit", inUnit, ontology.units.keys(), ["inUnit"]);
  const code = known ? known.code : inUnit;
  if (code === null) {
    throw badInput("NO_CONVERSION", `is ${inUnit}, to which no amounts in other units are converted`, ["inUnit"]);
  }
  const conversions = new Map(
    [...ontology.units.values()].map((unit) => [unit.name, unit.code === null ? null : conversion(unit.code, code)]),
  );
  return (amount, unit) => {
    const convert = unit === inUnit ? null : conversions.get(unit);
    return convert ? { amount: convert(amount), unit: inUnit } : { amount, unit };
  };
}
