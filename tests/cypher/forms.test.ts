import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meaningsOf } from "../../src/claims/searchQuery.js";
import { changesAfter, claimsAmong, lastChange, lastChangeMade } from "../../src/cypher/changes.js";
import * as check from "../../src/cypher/check.js";
import { UNFILTERED, type Brought, type ChildList } from "../../src/cypher/childPages.js";
import { claimCount, claimPage, claimSortKeys, edgeSortKeys } from "../../src/cypher/claimPage.js";
import * as facets from "../../src/cypher/facets.js";
import { entityCount, entityPage } from "../../src/cypher/entityPage.js";
import * as conflicts from "../../src/cypher/conflicts.js";
import { readClaimFilter, readLinkFilter } from "../../src/cypher/filter.js";
import * as migrate from "../../src/cypher/migrate.js";
import { NOW, NOW_IN_FULL, readMoment, type Moment } from "../../src/cypher/moment.js";
import * as duplicates from "../../src/cypher/duplicates.js";
import { ASSUMED, countGraph } from "../../src/cypher/statistics.js";
import * as lookups from "../../src/cypher/lookups.js";
import { claimsToCount } from "../../src/cypher/totals.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { claimsAroundThatMeet } from "../../src/cypher/around.js";
import * as paths from "../../src/cypher/paths.js";
import { claimsRead, entitiesRead, listsRead } from "../../src/cypher/reading.js";
import * as restrict from "../../src/cypher/restrict.js";
import * as record from "../../src/cypher/record.js";
import * as search from "../../src/cypher/search.js";
import type { Statement } from "../../src/cypher/statement.js";
import { together } from "../../src/cypher/together.js";
import { quotesToSeek, sourcesAfter } from "../../src/cypher/verify.js";
import { IDENTIFIED, NAMED } from "../../src/cypher/wanted.js";
import * as words from "../../src/cypher/words.js";
import { loadOntology } from "../../src/ontology/load.js";
import { readSeeds } from "../../src/exchange/seeds/readSeeds.js";
import { RESERVED_EDGES } from "../../src/ontology/reserved.js";
import { allOfClaims, allOfEntities, BRINGS_ALL, BRINGS_LITTLE } from "./asked.js";
import type { Where } from "./naive.js";
import { RandomFilter } from "./randomFilter.js";
import { Random, randomGraph } from "./randomGraph.js";

const ontology = loadOntology("schema/ontology.yaml");
const cluster = ontology.kinds.get("CLUSTER")!;

/** Every sort of statement that this folder makes, many of those that filters shape. */
function statements(): readonly Statement[] {
  const random = new Random(7);
  const filters = new RandomFilter(randomGraph(random), random);
  const orders = [[], [{ field: "QUANTITY", predicate: "USES_CHIP", direction: "DESC" } as const]];
  const pages = Array.from({ length: 400 }, () => {
    const now = random.once(2) ? NOW_IN_FULL : NOW;
    const moment = random.once(3) ? readMoment({ validAt: "2024", knownAt: "2024-10-29T10:00:00Z" }, now)! : now;
    const entityFilter = {
      where: answered(filters),
      orderBy: orders[random.below(2)]!,
      limit: 3,
      kind: cluster,
      moment,
    };
    const claimFilter = {
      where: answeredClaims(filters),
      moment,
      orderBy: [{ field: "AMOUNT", direction: "DESC" } as const],
      limit: 3,
    };
    const along = { entities: allOfEntities([], allOfClaims()), alongEvidence: true, count: true };
    const entities = entityPage(ontology, { ...entityFilter, after: null, ...(random.once(2) && along) });
    const claims = claimPage(ontology, {
      ...claimFilter,
      after: null,
      ...(random.once(2) && { claims: allOfClaims() }),
    });
    const ofHubs = { usesChip: { some: { node: { id: { eq: "a" } } } } };
    const either = entityPage(ontology, {
      ...{ ...entityFilter, where: ofHubs, countsEdges: true },
      orderBy: random.pick([[], [{ field: "NAME", direction: "DESC" }, orders[1]![0]!]]),
    });
    const after = encodeCursor(entities.list, entities.keys, ["a", "b"]);
    const backward = random.once(2);
    return [
      ...[
        entities.statement,
        entityPage(ontology, { ...entityFilter, before: after, backward }).statement,
        claims.statement,
        either.statement,
      ],
      claimPage(ontology, { ...claimFilter, after: encodeCursor(claims.list, claims.keys, [1, "c"]) }).statement,
      ...[entityCount(ontology, null, entityFilter.where), claimCount(ontology, claimFilter.where)],
      ...[
        facets.claimFacets(ontology, claimFilter.where),
        facets.claimSources(ontology, claimFilter.where, { moment }),
      ],
    ];
  });
  const batch = readSeeds("seeds/musk-ai-compute", ontology);
  const recording = { tx: "t", at: "2026", by: "test", reason: null };
  const made = [
    ...[
      record.recordEntities(batch.entities, recording),
      record.labelEntities("Cluster", ["a"]),
      record.recordNames(batch.names),
    ],
    ...[record.recordTexts(batch.texts), record.textHashes(["a"]), record.recordClaims(batch.claims, recording)],
    ...(["HAS_AUTHOR", "HAS_PUBLISHER", "DERIVED_FROM"] as const).map((type) => record.linkEntities(type, [])),
    ...(["SUBJECT", "ATTRIBUTED_TO"] as const).map((type) => record.connectClaims(type, [])),
    ...[
      record.projectClaims(ontology, "OWNS", batch.claims, recording),
      record.recordCitations(batch.citations, recording),
    ],
    ...[record.connectCitations(batch.citations), record.linkCitations([])],
    record.recordChanges("Claim", "ASSERTED", [], recording),
    ...[record.sourceOrigins([]), record.setOrigins("Source", []), record.setOrigins("Citation", [])],
    ...[migrate.allSources(), migrate.allDerivations(), migrate.allCitations(), migrate.setRecordedAt([])],
    ...Object.values(countGraph(ontology)),
  ];
  const read = [
    ...[
      lookups.entitiesById([]),
      lookups.claimsById([]),
      lookups.citationsById([]),
      lookups.sourceLinks([]),
      lookups.textsOf([]),
    ],
    ...[lookups.claimsByComparisonKey([]), lookups.successionsOf([])],
    ...[lookups.countsByKind(), check.claimsToProject(), check.entitiesToCheck(), check.quotesToVerify()],
    ...groupsToCompare(),
    ...[lastChangeMade(), duplicates.idsOfKind(cluster), duplicates.namedEntities(["a"]), duplicates.keptApart()],
    ...[NOW, NOW_IN_FULL].flatMap((now) => [
      duplicates.proposedPairs(["OWNS"], cluster, 3, now),
      duplicates.neighboursOf(["a"], now),
      duplicates.comparableClaimsOf(["a"], now),
    ]),
    ...[conflicts.circlingDerivations(), paths.degreesOf(["a"]), paths.claimsAround(["a"])],
    ...[true, false].map((asked) =>
      claimsToCount(ontology, filters.claim(), { speakers: asked, sources: asked, limit: 3 }),
    ),
    ...[lastChange(), changesAfter(0, 3, NOW), changesAfter(0, 3, readMoment({ knownAt: "2024-10-29T10:00:00Z" })!)],
    ...Array.from({ length: 40 }, () => claimsAmong(ontology, answeredClaims(filters), ["a"], { moment: NOW })),
    ...[check.citationEnds(), check.edgesOf(ontology.predicates.get("OWNS")!)],
    ...[check.sourceMarks(), check.citationMarks(), ...restricting()],
    ...[sourcesAfter("a", 3), quotesToSeek("a")],
    ...[facets.facetsOfSets([["a"], ["b"]]), facets.sourcesOfSets([["a"], ["b"]], NOW)],
    // for those who see all, too, and as of another time
    ...[NOW_IN_FULL, { ...NOW_IN_FULL, knownAt: "2024-10-29T10:00:00.000Z" }].flatMap((moment) => [
      ...[lookups.entitiesById([], moment), lookups.claimsById([], moment), lookups.citationsById([], moment)],
      ...[lookups.sourceLinks([], moment), lookups.textsOf([], moment)],
      ...[lookups.successionsOf([], moment), lookups.countsByKind(moment)],
      ...readings(moment),
      ...[
        lookups.claimsByComparisonKey([], moment),
        conflicts.circlingDerivations(moment),
        paths.degreesOf([], moment),
        claimsAroundThatMeet([], readClaimFilter(ontology, answeredClaims(filters)), 10, moment),
      ],
    ]),
  ];
  return [...pages.flat(), ...made, ...read, ...children(), ...searches(), ...ofWords()];
}

/** An engine's full-text index stands before the rest, in a form of its own: here it is one that every engine could have. */
const index: search.WordsIndex = (label, groups) => ({
  text: `UNWIND $words AS word MATCH (n:${label} {words: word})`,
  params: { words: groups.map((group) => group.join(" ")) },
});

function searches(): Statement[] {
  const { words: sought, kinds } = search.readSearch(ontology, "Elon Musk's 100000 chips", ["COMPANY"]);
  const meanings = sought.map((one) => meaningsOf(one, ["musk"], search.SEARCH_LIMITS).meanings);
  return [
    ...[search.wordsBeginning(sought)!, ...search.wordsNear(sought), search.wholeNames("x", kinds!)],
    ...[search.namesWith(index, meanings, kinds!), search.quotesWith(index, meanings)],
    together("search.meant", [search.namesWith(index, meanings, kinds!), search.quotesWith(index, meanings)]),
    search.quotesWith(index, meanings, NOW, readClaimFilter(ontology, { attributedTo: { name: { eq: "x" } } })),
  ];
}

function groupsToCompare(): Statement[] {
  const place = { newest: "2026", key: "a.OWNS" };
  return [NOW, readMoment({ validAt: "2024", knownAt: "2024-10-29T10:00:00Z" }, NOW_IN_FULL)!].flatMap((moment) =>
    [null, "a"].flatMap((about) =>
      [null, "OWNS"].flatMap((predicate) => [
        conflicts.comparableGroups({ about, predicate, after: null, from: null, keys: 3 }, moment),
        conflicts.comparableGroups({ about, predicate, after: place, from: place, keys: 3 }, moment),
      ]),
    ),
  );
}

function restricting(): Statement[] {
  return [
    ...[restrict.entityRestriction("a"), restrict.setRestricted("a", true), restrict.restrictedAmong(["a"])],
    ...[restrict.sourceChains(["a"]), restrict.repeatersOf(["a"]), ...restrict.citationsNear(["a"])],
    ...[restrict.citationsToMark(["a"]), ...restrict.claimsAbout("a"), restrict.claimsToMark(["a"])],
    ...[restrict.markOrigins([]), restrict.markCitations([]), restrict.markClaims([])],
    restrict.markEdges(ontology.predicates.get("OWNS")!, []),
  ];
}

function ofWords(): Statement[] {
  const ofLabels = (["Name", "Citation"] as const).flatMap((label) => [
    ...[words.textsOf(label, ["a"]), words.setWords(label, []), words.wordedTexts(label)],
  ]);
  return [...ofLabels, words.recordWords(["a"]), words.createWords(["a"]), words.wordNodes()];
}

function children(): Statement[] {
  const predicate = ontology.predicates.get("USES_CHIP")!;
  const claim = { modality: { eq: "ACTUAL" }, quantity: { gt: 1 }, attributedTo: { name: { eq: "x" } } };
  const kinds: ChildList["of"][] = [
    ...(["OUT", "IN"] as const).map((direction) => ({ type: "relation", predicate, direction }) as const),
    ...(["SUBJECT", "OBJECT", "SPEAKER"] as const).map((role) => ({ type: "claims", role }) as const),
    { type: "values", predicate: ontology.predicates.get("POWER_CAPACITY")! },
    ...([{ type: "citationsOfClaim" }, { type: "citationsOfSource" }, { type: "claimsOfSource" }] as const),
  ];
  return kinds
    .map((of) => {
      const isCitations = of.type.startsWith("citations");
      const filter = isCitations
        ? UNFILTERED
        : readLinkFilter(ontology, { claim, ...(of.type === "relation" && { node: { name: { contains: "x" } } }) });
      const keys = claimSortKeys("c", []);
      const page = { name: "list", moment: NOW, after: encodeCursor("list", keys, ["x"]), limit: 2, count: true };
      const ofClaims = ["values", "claims", "claimsOfSource"].includes(of.type);
      const facets = ofClaims ? { said: true, sources: true } : null;
      const list = (brings: Brought, more: Partial<ChildList> = {}) => ({
        of,
        ...filter,
        keys,
        ...page,
        facets,
        brings,
        ...more,
      });
      return [
        listsRead(["a"], [list(BRINGS_LITTLE)]),
        listsRead(["a"], [list(BRINGS_ALL, { after: null }), list(BRINGS_ALL, { backward: true })]),
        listsRead(["a"], [list(BRINGS_ALL), list(BRINGS_LITTLE)], allOfClaims()),
      ].map(({ statement }) => statement);
    })
    .flat();
}

/** Nodes by their ids, with little and with all that can be read of them. */
function readings(moment: Moment): readonly Statement[] {
  const relation = { type: "relation", predicate: ontology.predicates.get("OWNS")!, direction: "OUT" } as const;
  const page = { name: "list", moment, limit: 2, count: true, brings: BRINGS_ALL };
  const list = { of: relation, ...UNFILTERED, ...page, keys: edgeSortKeys("r", []) };
  const citations = { ...list, of: { type: "citationsOfClaim" } as const, keys: claimSortKeys("q", []) };
  const little = { wanted: IDENTIFIED, lists: [] };
  return [
    ...[entitiesRead(["a"], { wanted: NAMED, lists: [], along: null }, moment), claimsRead(["a"], little, moment)],
    entitiesRead(["a"], allOfEntities([list], allOfClaims([citations])), moment),
    claimsRead(["a"], allOfClaims([citations]), moment),
  ].map(({ statement }) => statement);
}

/** A filter of claims that is not refused for its size. */
function answeredClaims(filters: RandomFilter): Where {
  for (;;) {
    const where = filters.claim();
    try {
      claimPage(ontology, { where, orderBy: [], limit: 1 });
      return where;
    } catch {
      continue;
    }
  }
}

/** A filter that is not refused for its size. */
function answered(filters: RandomFilter): Where {
  for (;;) {
    const where = filters.node(["CLUSTER"], 4);
    try {
      entityPage(ontology, { kind: cluster, where, orderBy: [], limit: 1 });
      return where;
    } catch {
      continue;
    }
  }
}

/** What costs more than it answers on one engine, or is not there on the other. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ["EXISTS", /\bEXISTS\b/iu],
  ["OPTIONAL MATCH", /\bOPTIONAL\b/iu],
  ["shortestPath", /shortestPath/iu],
  ["COLLECT { }", /COLLECT\s*\{/iu],
  ["labels by alternative", /:`?\w+`?\|/u],
  ["arithmetic on LIMIT", /LIMIT \$\w+\s*[+-]/u],
  ["a quantified pattern", /\)\s*\{\s*\d/u],
  ["a type made by an expression", /:\$\(/u],
  ["procedures", /\bapoc\.|CALL \w+\./iu],
  ["a parameter in a node's map, which no index meets", /\{\w+: \$/u],
  ["a MERGE of an edge, which costs as much as the node has edges", /MERGE \([^)]*\)\s*<?-/u],
  ["two patterns with a comma", /MATCH [^\n]*?\)\s*,\s*\(/u],
  ["a list that begins at a node that is not known, which looks at all of them", /\[\(\w*:/u],
  ["a count of edges", /count\(r\w*\)/u],
  ["a number or a text of a client", /(?<!\w)\d{3,}|"/u],
];

describe("what is sent to a store", () => {
  const all = statements();
  const texts = [...new Set(all.map(({ text }) => text))];

  test("is of many shapes", () => {
    expect(texts.length).toBeGreaterThan(400);
  });

  test.each(FORBIDDEN)("has nowhere %s", (_, pattern) => {
    expect(texts.filter((text) => pattern.test(text.replaceAll("1.7976931348623157e308", "")))).toEqual([]);
  });

  test("begins every pattern at a node that is known already or has a label, and every other node has one too", () => {
    for (const text of texts) {
      const bound = new Set<string>();
      // nodes are (x), (x:Label) or (:Label {…}); CALL (x), collect(x) and the like are no nodes; of a subquery's node another name goes on
      for (const [, renamed, variable, label] of text
        .replace(DEGREE, "")
        .matchAll(/ AS (n\d+)\b|(?<!\w|CALL )\((\w*)(:`?\w+`?)?(?: \{[^}]*\})?\)(?=-|<-|$|[\s\]},)])/gmu)) {
        if (renamed) bound.add(renamed);
        else if (!label) expect(bound, `(${variable}) in ${text}`).toContain(variable);
        if (variable) bound.add(variable);
      }
    }
  });

  test("has the ontology's names in back-ticks, and of edges without them only the graph's own", () => {
    for (const text of texts) {
      for (const [, type] of text.matchAll(/\[\w*:([A-Z_]+)/gu)) expect(RESERVED_EDGES, text).toContain(type);
      for (const [, label] of text.matchAll(/\(\w*:([A-Za-z]+)/gu)) {
        expect(
          ["Entity", "Source", "Name", "Identifier", "Text", "Claim", "Citation", "Change", "Log", "Word", "Merged"],
          text,
        ).toContain(label);
      }
    }
  });

  test("does not nest deeper than engines allow", () => {
    for (const text of texts) {
      let depth = 0;
      const deepest = [...text].reduce((most, sign) => {
        depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
        return Math.max(most, depth);
      }, 0);
      expect(deepest).toBeLessThan(64);
    }
  });

  test("has a name that tells what it is for", () => {
    for (const { name } of all) expect(name).toMatch(/^[a-z]+\.[A-Za-z]+(\.[A-Z_]+)?$/u);
  });
});

/** Counts a node's edges, and looks at no other end. */
const DEGREE = /COUNT \{ (\(\w*\)(-|<-)\[:`\w+`\](->|-)\(\w*\)) \}/gu;

describe("the text is stable:", () => {
  const odd = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "'",
      '"',
      "`",
      "\\",
      "$p.v0",
      "'}) DETACH DELETE n //",
      "`]->() //",
      "إيلون ماسك",
      "\u202e",
      "{x}",
      "\n",
      "\0",
    ),
  );
  const odds = fc.array(odd, { minLength: 1, maxLength: 12 });
  const shape = (one: string, list: readonly string[], amount: number): Where => ({
    id: { in: list },
    name: { eq: one },
    usesChip: { some: { node: { name: { in: list } }, claim: { quantity: { gte: amount }, id: { eq: one } } } },
    ownedBy: { some: { node: { id: { eq: one }, name: { in: list } } } },
  });
  // a graph that has been counted anew, so that nothing is written that has been kept
  const written = () => ({ orderBy: [], limit: 5, statistics: { ...ASSUMED } });
  const entities = (where: Where, after: string | null) =>
    entityPage(ontology, { ...written(), kind: cluster, where, after });
  const claims = (where: Where) => claimPage(ontology, { ...written(), where, after: null }).statement;

  test("no value of a client ever stands in it, whatever it is and however many there are", () => {
    const { keys, list: first, statement } = entities(shape("x", ["y"], 1), null);
    const after = entities(shape("x", ["y"], 1), encodeCursor(first, keys, ["k", "i"])).statement.text;
    const ofClaims = (one: string, list: readonly string[]) =>
      claims({
        subject: { name: { eq: one } },
        source: { url: { in: list } },
        attributedTo: { id: { in: list } },
        id: { in: list },
      });
    fc.assert(
      fc.property(odd, odds, fc.double({ noNaN: true }), (one, list, amount) => {
        const page = entities(shape(one, list, amount), null);
        const other = page.statement;
        expect(other.text).toBe(statement.text);
        expect(Object.values(other.params["p"]!)).toContainEqual([...new Set(list)]);
        const next = encodeCursor(page.list, keys, [one, one]);
        expect(entities(shape(one, list, amount), next).statement.text).toBe(after);
        expect(ofClaims(one, list).text).toBe(ofClaims("x", ["y"]).text);
      }),
    );
  });

  test("another shape is another text", () => {
    expect(entities({ id: { eq: "a" } }, null).statement.text).toBe(entities({ id: { in: [] } }, null).statement.text);
    expect(entities({ id: { eq: "a" } }, null).statement.text).not.toBe(
      entities({ name: { eq: "a" } }, null).statement.text,
    );
  });
});
