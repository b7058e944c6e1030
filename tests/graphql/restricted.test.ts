import { afterAll, beforeAll, expect, it } from "vitest";
import { lastChange } from "../../src/cypher/changes.js";
import { linkEntities, recordTexts } from "../../src/cypher/record.js";
import type { ViewerIdentity } from "../../src/graphql/context.js";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { seededStore, type OpenedStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { exampleQuestions, type Question } from "./exampleQuestions.js";
import { record, supersede, type NewClaim, type NewEntity } from "./newClaims.js";
import { operations } from "./operations.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** What is read of the answer to a mutation. */
interface Curated {
  readonly source: { readonly id: string };
  readonly claims: readonly { readonly id: string }[];
}

/** Who sends a request with which header. */
const VIEWERS: Readonly<Record<string, ViewerIdentity>> = {
  reader: { name: "rita", roles: ["reader"] },
  curator: { name: "ada", roles: ["reader", "curator"] },
  admin: { name: "root", roles: ["admin"] },
};
const identify = (header: string | undefined) =>
  Promise.resolve(VIEWERS[header ?? ""] ?? { name: null, roles: ["reader" as const] });
const as = (viewer: string | null): Readonly<Record<string, string>> =>
  viewer === null ? {} : { authorization: viewer };

/** The restricted source, and words that stand nowhere else: in its id, its name, its address, its text and its quotes. */
const SECRET = "zyxwort-memo";
const WORDS = ["zyxwort", "Kwalmig", "quibbert", "blorptext"];

/** What everybody may see, beside the article's graph; and, with it, the restricted source, which two of the others are taken from, and one of those it from. */
async function recordSources(opened: OpenedStore, withSecret: boolean): Promise<void> {
  const source = (id: string, derivedFrom: readonly string[], name = id, more = {}): NewEntity => ({
    ...{ id, kind: "SOURCE", names: { en: name }, derivedFrom },
    properties: { sourceType: "ARTICLE", ...more },
  });
  const from = withSecret ? [SECRET] : [];
  const secret = source(SECRET, ["repeater"], "Kwalmig", { url: "https://quibbert.example/1", publishedAt: "2024-10" });
  await record(opened, {
    entities: [
      { id: "lone-cluster", kind: "CLUSTER", names: { en: "Lone Cluster" } },
      { id: "lone-cluster-too", kind: "CLUSTER", names: { en: "Lone Cluster" } },
      ...[source("repeater", from), source("echo", ["repeater"]), source("mixed", [...from, "article"])],
      ...(withSecret ? [secret] : []),
    ],
  });
  await record(opened, {
    claims: [
      uses("giga-texas-cluster", 3, { repeater: null }),
      { subject: "xai", predicate: "OWNS", object: "lone-cluster-too", cites: { repeater: null } },
      uses("giga-texas-cluster", 3, { echo: null }),
      uses("giga-texas-cluster", 5, {
        mixed: withSecret ? [SECRET] : [],
        echo: withSecret ? ["article", SECRET] : ["article"],
      }),
    ],
  });
}

function uses(subject: string, amount: number, cites: NonNullable<NewClaim["cites"]>): NewClaim {
  return {
    ...{ subject, predicate: "USES_CHIP", object: "h100", cites },
    quantity: { amount, unit: "chip", bound: "EXACT" },
  };
}

/** The source's text, whom it is from, and the claims that are there only because of it. Answers the ids of these claims and their citations. */
async function recordSecret(opened: OpenedStore): Promise<readonly string[]> {
  const properties = {
    content: "In the blorptext.",
    language: "en",
    sha256: "abc",
    storedAt: "2024-10-29T10:00:00.000Z",
  };
  await opened.store.write(async (run) => {
    await run(recordTexts([{ id: "t_secret", source: SECRET, properties }]));
    await run(linkEntities("HAS_AUTHOR", [{ from: SECRET, to: "elon-musk" }]));
    await run(linkEntities("HAS_PUBLISHER", [{ from: SECRET, to: "x" }]));
  });
  const claims = await record(opened, { claims: secretClaims });
  // an open claim is cited from it, too, and one of its claims stands in the place of an open one
  const [both] = await record(opened, { claims: [uses("giga-texas-cluster", 3, { [SECRET]: null })] });
  await supersede(opened, claims[0]!, both!);
  const text =
    "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source) WHERE s.id = $secret OR id <> $both RETURN q.id AS id";
  const rows = await opened.store.read({
    name: "test.ids",
    text,
    params: { ids: [...claims, both!], both: both!, secret: SECRET },
  });
  return [...claims, ...rows.map((row) => row["id"] as string)];
}

const secretClaims: readonly NewClaim[] = [
  // contradicts another, is the most of all, is the only way from one thing to another
  uses("cortex", 49_999, { [SECRET]: null }),
  uses("colossus", 9_000_000_000_000_000, { [SECRET]: null }),
  { subject: "xai", predicate: "OWNS", object: "lone-cluster", cites: { [SECRET]: null } },
  {
    subject: "giga-texas",
    predicate: "POWER_CAPACITY",
    quantity: { amount: 7777, unit: "MW", bound: "EXACT" },
    cites: { [SECRET]: null },
  },
  // about it, or said by it, though others are cited
  { subject: SECRET, predicate: "POSTED_ON", object: "x", cites: { repeater: null } },
  { subject: "elon-musk", predicate: "AUTHORED", object: SECRET, cites: { repeater: null } },
  { ...uses("giga-texas-cluster", 4, { repeater: null }), attributedTo: [SECRET] },
];

const FACETS = `facets { kinds { ...F } predicates { ...F } modalities { ...F } sources { ...F } }`;
const FACET = `fragment F on Facet { value label count entity { id name } }`;
const CLAIM = `id predicate statement quantity { amount unit } subject { id name } object { id name } attributedTo { id name }
  support { citations sources origins } origins { id name } supersedes { id } supersededBy { id } history { action by reason }
  citations { id quote source { id name } derivedFrom { id } context { quote } } citationPages { totalCount nodes { id } }
  conflicts { kind explanation claim { id } conflict { id } }`;
const SOURCE = `id name url restricted history { action by reason } text { content } authors { id } publisher { id } derivedFrom { id name } repeatedBy { id name }
  quotes: citations { totalCount nodes { id quote claim { id } } } part: claims(role: OBJECT) { totalCount nodes { id } } postedOn { totalCount } authoredBy { totalCount }`;

/** Whatever else the schema can be asked. */
function questions(secretIds: readonly string[], asOf: object | null) {
  const ids = [...secretIds, SECRET, `x_circle_${SECRET}`, "x_circle_repeater", "repeater", "cortex"];
  const lists: Record<string, string> = {
    nodes: `nodes(ids: ${JSON.stringify(ids)}, asOf: $asOf) { __typename id ... on Source { ${SOURCE} } ... on Claim { ${CLAIM} } ... on Citation { quote source { id } claim { id } derivedFrom { id } } }`,
    one: `node(id: "${SECRET}") { id } entity(id: "${SECRET}", asOf: $asOf) { id name } source(id: "${SECRET}", asOf: $asOf) { ${SOURCE} } claim(id: "${secretIds[0]}", asOf: $asOf) { ${CLAIM} } conflict(id: "x_circle_${SECRET}", asOf: $asOf) { id }`,
    sources: `sources(asOf: $asOf, first: 100) { totalCount nodes { ${SOURCE} } }`,
    sourcesNamed: `sources(asOf: $asOf, where: { name: { startsWith: "kwal" } }) { totalCount nodes { id } }`,
    sourcesAt: `sources(asOf: $asOf, where: { url: { contains: "quibbert" } }) { totalCount nodes { id } }`,
    sourcesNot: `sources(asOf: $asOf, first: 200, where: { not: { url: { contains: "nowhere" } }, postedOn: { none: { node: { id: { eq: "meta" } } } } }) { totalCount edges { node { id } absences { entity { id } lookedFor } } }`,
    claims: `claims(asOf: $asOf, first: 200) { totalCount edges { cursor node { ${CLAIM} } } }`,
    claimsLatest: `claims(asOf: $asOf, first: 200, orderBy: [{ field: AMOUNT, direction: DESC }]) { totalCount nodes { id quantity { amount } } }`,
    claimsByTime: `claims(asOf: $asOf, first: 10, orderBy: [{ field: RECORDED_AT, direction: DESC }]) { nodes { id } }`,
    facets: `claims(asOf: $asOf) { ${FACETS} } of: claims(asOf: $asOf, where: { subject: { name: { eq: "xAI" } } }) { ${FACETS} }`,
    facetsOfLists: `source(id: "repeater", asOf: $asOf) { claimsCited { totalCount ${FACETS} nodes { id } } claims(role: OBJECT) { ${FACETS} } } platforms(asOf: $asOf) { nodes { claims(role: OBJECT) { ${FACETS} } } }`,
    facetsOfTotals: `claimTotals(asOf: $asOf, groupBy: [PREDICATE]) { claimsCounted(first: 5) { ${FACETS} } }`,
    facetsOfSearch: `search(asOf: $asOf, text: "has it", first: 1) { totalCount ${FACETS} } from: search(asOf: $asOf, text: "has it", claims: { source: { id: { eq: "${SECRET}" } } }) { totalCount }`,
    claimsFrom: `claims(asOf: $asOf, where: { source: { id: { eq: "${SECRET}" } } }) { totalCount nodes { id } }`,
    claimsNotFrom: `claims(asOf: $asOf, first: 200, where: { not: { source: { id: { eq: "${SECRET}" } } } }) { totalCount nodes { id } }`,
    claimsCited: `claims(asOf: $asOf, where: { citation: { quote: { contains: "${SECRET}" } } }) { totalCount nodes { id } }`,
    claimsCounted: `claims(asOf: $asOf, first: 200, where: { or: [{ citations: { gte: 3 } }, { origins: { gte: 2 } }] }) { totalCount nodes { id } }`,
    claimsSaid: `claims(asOf: $asOf, where: { attributedTo: { id: { eq: "${SECRET}" } } }) { totalCount nodes { id } }`,
    clusters: `clusters(asOf: $asOf, orderBy: [{ field: QUANTITY, predicate: "USES_CHIP", direction: DESC }]) { totalCount edges { cursor evidenceCount node { id usesChip { totalCount edges { node { id } claim { id } } } ownedBy { totalCount nodes { id } } claims { totalCount nodes { id } } } } }`,
    clustersOf: `clusters(asOf: $asOf, where: { ownedBy: { some: { node: { name: { eq: "xAI" } } } } }) { totalCount edges { node { id } evidence { id statement } evidenceCount } }`,
    clustersNot: `clusters(asOf: $asOf, where: { ownedBy: { none: { node: { name: { eq: "xAI" } } } } }) { totalCount edges { node { id } absences { entity { id } lookedFor } absenceCount } }`,
    clustersAll: `clusters(asOf: $asOf, where: { usesChip: { every: { claim: { quantity: { lt: 1000000 } } } } }) { totalCount edges { node { id } evidence { id } absences { entity { id } } } }`,
    clustersFrom: `clusters(asOf: $asOf, where: { usesChip: { some: { claim: { source: { name: { eq: "Kwalmig" } } } } } }) { totalCount nodes { id } }`,
    sites: `facilities(asOf: $asOf, where: { powerCapacity: { some: { claim: { quantity: { gt: 5000 } } } } }) { totalCount nodes { id powerCapacity { totalCount nodes { id } } } }`,
    people: `persons(asOf: $asOf) { totalCount nodes { id authored { totalCount nodes { id } } claims(role: SPEAKER) { totalCount } } }`,
    platforms: `platforms(asOf: $asOf) { totalCount nodes { id carries { totalCount nodes { id } } claims(role: OBJECT) { totalCount } } }`,
    entities: `entities(asOf: $asOf, first: 200) { totalCount edges { cursor node { id name } } }`,
    conflicts: `conflicts(asOf: $asOf, first: 200) { totalCount facets { kinds { ...F } predicates { ...F } } edges { node { id kind explanation claims { id } sources { id } } } }`,
    conflictsAbout: `conflicts(asOf: $asOf, about: "cortex") { totalCount nodes { id claims { id } } } ofSource: conflicts(asOf: $asOf, about: "repeater") { totalCount nodes { id } } ofSecret: conflicts(asOf: $asOf, about: "${SECRET}") { totalCount }`,
    paths: `paths(asOf: $asOf, from: "xai", to: "lone-cluster") { length origins claims { id } } toSecret: paths(asOf: $asOf, from: "x", to: "${SECRET}") { length } through: paths(asOf: $asOf, from: "x", to: "elon-musk", first: 20) { length origins nodes { id } }`,
    around: `around(asOf: $asOf, id: "xai", depth: 3) { totalCount complete entities { id } claims { id } } aroundSecret: around(asOf: $asOf, id: "${SECRET}") { totalCount } aroundX: around(asOf: $asOf, id: "x", depth: 3) { totalCount entities { id } claims { id support { citations origins } } }`,
    totals: `claimTotals(asOf: $asOf, groupBy: [SOURCE, PREDICATE]) { keys { by value entity { id name } } claims conflicted quantity { sum min max unit } leftOut { conflicting repeated } claimsCounted(first: 200) { totalCount nodes { id } } }`,
    totalsBySpeaker: `claimTotals(asOf: $asOf, groupBy: [SPEAKER]) { keys { entity { id } } claims quantity { sum } }`,
    searchWords: WORDS.map(
      (word, index) =>
        `w${index}: search(asOf: $asOf, text: "${word}") { totalCount complete edges { node { ... on Node { id } } } }`,
    ).join(" "),
    searchPart: `search(asOf: $asOf, text: "as ${SECRET} has it") { totalCount edges { cursor score match snippet matched { start end } node { ... on Node { id } } } } kwal: search(asOf: $asOf, text: "kwalm", kinds: ["SOURCE"]) { totalCount complete } all: search(asOf: $asOf, text: "has it", first: 200) { totalCount edges { snippet node { ... on Node { id } } } }`,
    duplicates: `duplicates { totalCount edges { cursor node { id score reasons entities { id } } } }`,
    counts: `ontology { kinds { name count } }`,
  };
  return Object.entries(lists).map(([name, fields]) => ({
    ...{ name: asOf === null ? name : `${name} ${JSON.stringify(asOf)}` },
    query:
      (fields.includes("$asOf") ? `query ($asOf: AsOf) { ${fields} }` : `{ ${fields} }`) +
      (fields.includes("...F") ? ` ${FACET}` : ""),
    variables: { asOf },
  }));
}

/** Answers, without the times at which things were recorded. */
async function answers(graph: TestGraph, asked: readonly Question[], viewer: string | null) {
  const told = new Map<string, string>();
  for (const { name, query, variables } of asked) {
    const { data, errors } = await graph.ask(query, variables, as(viewer));
    const given = errors?.filter(({ extensions }) => extensions.code !== "NOT_IMPLEMENTED");
    expect(given ?? [], name).toEqual([]);
    told.set(name, JSON.stringify(data).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/gu, "TIME"));
  }
  return told;
}

/** So that the two servers name the same addresses. */
const PUBLIC = "https://sanad.example/";

/** What the source has nothing to do with, or nobody is answered yet. */
const SAME = ["Search", "Batch", "ConfirmedLargeClusters", "PowerfulSites", "Check"];

onEitherEngine((open, { name }) => {
  /** What is answered where there never was such a source. */
  let without: ReadonlyMap<string, string>;
  let graph: TestGraph;
  let secretIds: readonly string[];
  let asked: readonly Question[];
  const restrict = (restricted: boolean, viewer: string | null = "curator", id = SECRET) =>
    graph.ask(
      `mutation ($id: ID!, $restricted: Boolean!) { restrictSource(id: $id, restricted: $restricted, reason: "so agreed") { changed source { id restricted } } }`,
      { id, restricted },
      as(viewer),
    );
  const search = (text: string) => `{ search(text: ${JSON.stringify(text)}) { totalCount } }`;

  beforeAll(async () => {
    // the ids of what is in the way are known from a graph that has it
    const sample = await seededStore();
    await recordSources(sample, true);
    secretIds = await recordSecret(sample);
    await sample.close();

    const opened = await seededStore(open);
    await recordSources(opened, false);
    const bare = await serveGraph(opened, { publicUrl: PUBLIC });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    asked = [
      ...(await exampleQuestions(bare)),
      ...questions(secretIds, null),
      // a server takes a tenth of a second to plan a statement that it has not seen before, so it is asked less
      ...(name === "grafeo" ? [{ knownAt: later }, { validAt: "2024-10" }] : []).flatMap((asOf) =>
        questions(secretIds, asOf),
      ),
    ];
    without = await answers(bare, asked, null);
    await bare.close();

    // what is kept for one is not given to another
    graph = await serveGraph(await seededStore(open), { identify, publicUrl: PUBLIC, responseCache: 64 * 1024 * 1024 });
    await recordSources(graph, true);
    expect(await recordSecret(graph)).toEqual(secretIds);
  });
  afterAll(() => graph.close());

  it("is for curators to say of a source, and for nobody else", async () => {
    const refused = async (viewer: string | null) => (await restrict(true, viewer)).errors?.[0]?.extensions.code;
    expect([await refused(null), await refused("reader")]).toEqual(["UNAUTHENTICATED", "FORBIDDEN"]);
    expect((await graph.ask(search("Kwalmig"))).data.search.totalCount).toBe(1);
    const done = (changed: boolean) => ({
      data: { restrictSource: { changed, source: { id: SECRET, restricted: true } } },
    });
    expect([await restrict(true), await restrict(true, "admin")]).toEqual([done(true), done(false)]);
    expect((await restrict(true, "curator", "cortex")).errors).toMatchObject([
      {
        message: "id is cortex, a CLUSTER; only sources are restricted",
        path: ["restrictSource"],
        extensions: { code: "BAD_USER_INPUT", problems: [{ code: "NO_SOURCE", path: ["id"] }] },
      },
    ]);
    // what could be asserted is told as far as whoever asks may see
    const check = `query ($source: ID!) { checkClaims(input: [{
      subject: "cortex", predicate: "USES_CHIP", object: "h100", citations: [{ source: $source, quote: "no such words" }]
    }]) { code suggestions } }`;
    const told = async (headers = {}) =>
      (await graph.ask(check, { source: SECRET }, headers)).data.checkClaims as unknown;
    expect(await told()).toEqual([{ code: "UNKNOWN_ID", suggestions: [] }]);
    expect(await told(as("reader"))).toEqual([{ code: "UNKNOWN_ID", suggestions: [] }]);
    expect(await told(as("curator"))).not.toMatchObject([{ code: "UNKNOWN_ID" }]);
    const idle = 'mutation { restrictSource(id: "article", restricted: true, reason: " ") { changed } }';
    expect((await graph.ask(idle, {}, as("curator"))).errors).toMatchObject([
      { extensions: { problems: [{ code: "NO_REASON" }] } },
    ]);
    expect((await restrict(true, "curator", "nobody")).errors).toMatchObject([
      { message: 'there is no source with the id "nobody"', extensions: { code: "NOT_FOUND" } },
    ]);
    const { faults } = await checkGraph(graph.store, graph.ontology);
    expect(faults.filter((fault) => !/position|sha256/u.test(fault))).toEqual([]); // its text is made up
  });

  it.each([null, "reader"])("%s is answered whatever they ask as if the source never was", async (viewer) => {
    const told = await answers(
      graph,
      asked.filter(({ name }) => name !== "Me"),
      viewer,
    );
    for (const [name, answer] of told) expect(JSON.parse(answer), name).toEqual(JSON.parse(without.get(name)!));
    for (const [name, answer] of told)
      for (const word of [SECRET, ...WORDS, ...secretIds]) expect(answer, name).not.toContain(word);
  });

  it.each(["curator", "admin"])("%s is shown all of it, by nearly every question", async (viewer) => {
    const told = await answers(graph, asked, viewer);
    const all = [...told.values()].join();
    for (const word of [SECRET, "Kwalmig", "quibbert", "blorptext", ...secretIds]) expect(all).toContain(word);
    const same = [...told].filter(([name, answer]) => answer === without.get(name)).map(([name]) => name);
    expect(same).toEqual(SAME);
  });

  it("gives nothing away by the cursors of those who see it", async () => {
    const list = (first: number, after: string | null, viewer: string | null) =>
      graph.ask(
        "query ($first: Int!, $after: String) { claims(first: $first, after: $after, orderBy: [{ field: AMOUNT, direction: DESC }]) { totalCount edges { cursor node { id } } } }",
        { first, after },
        as(viewer),
      );
    const whole = (await list(200, null, null)).data.claims.edges as { node: { id: string } }[];
    const [first] = (await list(1, null, "curator")).data.claims.edges as { cursor: string; node: { id: string } }[];
    expect(secretIds).toContain(first!.node.id); // the greatest amount of all
    const after = (await list(200, first!.cursor, null)).data.claims.edges as { node: { id: string } }[];
    expect(after.map(({ node }) => node.id)).toEqual(whole.map(({ node }) => node.id));
  });

  it("shows it to everybody again once it is opened", async () => {
    expect((await restrict(false)).data).toEqual({
      restrictSource: { changed: true, source: { id: SECRET, restricted: false } },
    });
    const [reader, curator] = [await answers(graph, asked, null), await answers(graph, asked, "curator")];
    for (const [name, answer] of reader)
      if (name !== "Me") expect(JSON.parse(answer), name).toEqual(JSON.parse(curator.get(name)!));
    expect([...reader.values()].join()).toContain("blorptext");
  });

  it("is curated as others are, from when it is recorded on, and nobody else is told of that", async () => {
    const curate = async (operation: string, variables: object) => {
      const { data, errors } = await graph.ask(operations.get(operation)!, variables, as("curator"));
      expect(errors, operation).toBeUndefined();
      return Object.values(data as Record<string, Curated>)[0]!;
    };
    const [last] = await graph.store.read(lastChange());
    const begun = String(last!["seq"]);
    const names = [{ language: "en", text: "Whisper" }];
    const source = { names, sourceType: "POST", url: "https://whisper.example", language: "en", restricted: true };
    const add = async (text: string) => curate("AddSource", { source: { ...source, text } });
    const whisper = (await add("It has 12 chips, they say, in there.")).source.id;
    const open = { names: [{ language: "en", text: "Shout" }], sourceType: "POST", url: "https://shout.example" };
    const shout = (await curate("AddSource", { source: open })).source.id;
    const again = await graph.ask(
      operations.get("AddSource")!,
      { source: { ...open, restricted: true } },
      as("curator"),
    );
    expect(again.errors).toMatchObject([
      {
        message: `the source ${shout} is there already, and open: \`restrictSource\` restricts it`,
        extensions: { code: "CONFLICT" },
      },
    ]);
    const claim = (amount: number, from: string, quote: string) => ({
      ...{ subject: "colossus", predicate: "USES_CHIP", object: "h100", quantity: { amount, unit: "chip" } },
      citations: [{ source: from, quote }],
    });
    const asserted = await curate("Assert", { claims: [claim(12, whisper, "12 chips"), claim(13, shout, "13 chips")] });
    const [hidden, both] = asserted.claims.map(({ id }) => id);
    const verified = `{ claim(id: "${hidden}") { citations { verification context(chars: 4) { before } } } }`;
    expect((await graph.ask(verified, {}, as("curator"))).data).toEqual({
      claim: { citations: [{ verification: "VERIFIED", context: { before: "has " } }] },
    });
    await curate("Cite", { id: both, citations: [{ source: whisper, quote: "they say" }] });
    await curate("Rename", {
      id: whisper,
      change: { aliases: [{ language: "en", text: "Murmur" }] },
      reason: "so called",
    });
    await add("It has 14 chips, in there."); // in which the quotes no longer stand
    const question = `{ hidden: claim(id: "${hidden}") { id } both: claim(id: "${both}") { support { citations origins } citations { quote verification } history { action } }
      source(id: "${whisper}") { id } search(text: "murmur") { totalCount } }`;
    expect((await graph.ask(question)).data).toEqual({
      ...{ hidden: null, source: null, search: { totalCount: 0 } },
      both: {
        support: { citations: 1, origins: 1 },
        citations: [{ quote: "13 chips", verification: "NO_TEXT" }],
        history: [{ action: "ASSERTED" }],
      },
    });
    const seen = (await graph.ask(question, {}, as("curator"))).data;
    expect(seen).toMatchObject({ hidden: { id: hidden }, source: { id: whisper }, search: { totalCount: 1 } });
    expect(seen.both.history).toEqual(["ASSERTED", "CITED", "QUOTE_CHANGED"].map((action) => ({ action })));
    /** What was done since all this began, to whom may see it. */
    const told = async (viewer: string | null) => {
      const query = "query ($since: ID) { changes(since: $since, first: 100) { action claim { id } entity { id } } }";
      const { data, errors } = await graph.ask(query, { since: begun }, as(viewer));
      expect(errors).toBeUndefined();
      const changes = data.changes as { action: string; claim: { id: string } | null; entity: { id: string } | null }[];
      return changes.map(({ action, claim: about, entity }) => `${action} ${about?.id ?? entity?.id}`);
    };
    expect(await told(null)).toEqual([`CREATED ${shout}`, `ASSERTED ${both}`]);
    expect((await told("curator")).sort()).toEqual(
      [
        ...[`CREATED ${whisper}`, `CREATED ${shout}`, `ASSERTED ${hidden}`, `ASSERTED ${both}`, `CITED ${both}`],
        ...[`UPDATED ${whisper}`, `REFETCHED ${whisper}`, `QUOTE_CHANGED ${hidden}`, `QUOTE_CHANGED ${both}`],
      ].sort(),
    );
    const { faults } = await checkGraph(graph.store, graph.ontology);
    expect(faults.filter((fault) => /restricted|open s/u.test(fault))).toEqual([]);
  });

  it("is not told by an order by the time of recording: an open claim is as old as its first open citation", async () => {
    const hidden = {
      id: "hidden-memo",
      kind: "SOURCE",
      names: { en: "Hidden" },
      properties: { sourceType: "POST", restricted: true },
    };
    await record(graph, { entities: [hidden] });
    const [first] = await record(graph, { claims: [uses("lone-cluster", 6, { "hidden-memo": null })] });
    const [then] = await record(graph, { claims: [uses("lone-cluster-too", 7, { echo: null })] });
    await record(graph, { claims: [uses("lone-cluster", 6, { echo: null })] });
    const latest = async (viewer: string | null) => {
      const order = "orderBy: [{ field: RECORDED_AT, direction: DESC }]";
      const text = `{ claims(first: 2, ${order}) { nodes { id } } entity(id: "h100") { ... on Chip { usedBy(first: 2, ${order}) { edges { claim { id } } } } } }`;
      const { data } = await graph.ask(text, {}, as(viewer));
      type Ids = readonly { readonly id: string }[];
      const edges = data.entity.usedBy.edges as { readonly claim: { readonly id: string } }[];
      return [(data.claims.nodes as Ids).map(({ id }) => id), edges.map(({ claim }) => claim.id)];
    };
    expect(await latest(null)).toEqual([
      [first, then],
      [first, then],
    ]);
    expect(await latest("curator")).toEqual([
      [then, first],
      [then, first],
    ]);
  });
});
