import { distance } from "fastest-levenshtein";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldName, sortName } from "../../src/claims/foldName.js";
import { SEARCH_LIMITS } from "../../src/cypher/search.js";
import { readSeeds } from "../../src/exchange/seeds/readSeeds.js";
import { Random } from "../cypher/randomGraph.js";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record, type NewEntity } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** Names that are no plain words. */
const ODD: readonly NewEntity[] = [
  { id: "odd-cpp", kind: "SOFTWARE", names: { en: "C++ Compute & Co." } },
  { id: "odd-c", kind: "SOFTWARE", names: { en: "C Compute" } },
  { id: "odd-vowels", kind: "COMPANY", names: { ar: "مُـؤَسَّـسَـةُ الآفاقِ" } },
  { id: "odd-digits", kind: "CLUSTER", names: { ar: "عنقود ١٢٣٤٥", en: "The 12345 cluster" } },
  { id: "odd-deseret", kind: "PLACE", names: { en: "\u{10400}\u{10401}\u{10402}\u{10403}" } },
  { id: "odd-long", kind: "PLACE", names: { en: `${"long".repeat(30)} name` } },
  { id: "odd-hindi", kind: "PLACE", names: { hi: "हिन्दी शहर", zh: "人工智能" } },
  { id: "odd-operators", kind: "PLACE", names: { en: `not and OR "x" \\ (y) [z]~1 a* -b +c` } },
  { id: "odd-signs", kind: "PLACE", names: { en: "🦜🚀" } },
  { id: "odd-mark-up", kind: "PLACE", names: { en: "<b>Bold & Sons</b>" } },
];

/** More than there may be words with a mistake. */
const LETTERS = [..."abcdefghijklmnopqrstuvwyzαβγδεζηθικλμνξ"];

interface Edge {
  readonly score: number;
  readonly match: "NAME" | "ALIAS" | "QUOTE";
  readonly snippet: string;
  readonly matched: readonly { readonly start: number; readonly end: number }[];
  readonly node: { readonly __typename: string; readonly id: string };
}

/** A text of the graph, and what it leads to. */
interface Text {
  readonly place: Edge["match"];
  readonly id: string;
  readonly sort: string;
  readonly words: readonly string[];
  readonly kind: string | null;
}

onEitherEngine((open) => {
  let graph: TestGraph;
  let texts: Text[];
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
    await record(graph, { entities: ODD });
    texts = textsOf(graph);
  });
  afterAll(() => graph.close());

  const QUERY = `query ($text: String!, $kinds: [String!], $first: Int = 200, $after: String) {
    search(text: $text, kinds: $kinds, first: $first, after: $after) {
      totalCount complete pageInfo { hasNextPage hasPreviousPage endCursor }
      edges { cursor score match snippet matched { start end } node { __typename id } }
    }
  }`;
  const ask = async (text: string, variables: object = {}) => {
    const { data, errors } = await graph.ask(QUERY, { text, ...variables });
    expect(errors).toBeUndefined();
    return data.search as {
      totalCount: number;
      complete: boolean;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: Edge[];
    };
  };
  /** `NAME cortex`, in the order of the answer. */
  const found = async (text: string, variables: object = {}) =>
    (await ask(text, variables)).edges.map(({ match, node }) => `${match} ${node.id}`);
  const refused = async (text: string, variables: object = {}) => {
    const { data, errors } = await graph.ask(QUERY, { text, ...variables });
    expect(data).toEqual({ search: null });
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
    const [problem] = errors![0]!.extensions.problems!;
    return [problem!.code, problem!.path.join("."), problem!.suggestions, errors![0]!.message] as const;
  };

  describe("what is written the same way is found the same way:", () => {
    it.each([
      ["case", ["Colossus", "COLOSSUS", "colossus"]],
      ["diacritics, tatweel, hamza and alef forms", ["إيلون ماسك", "ايلون ماسك", "أيـلون مَاسِك", "إِيلُونْ مـــاسك"]],
      ["hamza on a letter, madda and teh marbuta", ["مُؤسسة الآفاق", "موسسه الافاق", "مؤسسة الأفاق"]],
      ["digits", ["١٠٠٠٠٠", "100000", "۱۰۰۰۰۰"]],
      ["signs between words", ["Elon Musk", "elon-musk", "“Elon”, Musk!"]],
    ])("%s", async (_what, ways) => {
      const [first, ...others] = await Promise.all(ways.map((text) => found(text)));
      expect(first!.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toEqual(first);
    });
  });

  describe("the best comes first:", () => {
    it("what is called just so, by name and by alias, then names, then quotes", async () => {
      const hits = await found("Memphis");
      expect(hits.slice(0, 4)).toEqual([
        ...["NAME memphis-city", "ALIAS memphis-supercomputer"],
        ...["NAME musk-memphis-statement", "NAME toms-hardware-estimate"],
      ]);
      expect(hits.length).toBeGreaterThan(10);
      expect(hits.slice(4).every((hit) => /^QUOTE c_/u.test(hit))).toBe(true);
      expect(hits.slice(4)).toEqual(hits.slice(4).sort());
    });

    it("words as they are, before those that begin so, before those with a mistake", async () => {
      const { edges } = await ask("musk");
      const rows = edges.map(({ match, score, snippet, matched }) => ({
        ...{ match, score },
        marked: matched.map(({ start, end }) => foldName(snippet.slice(start, end))),
      }));
      const names = rows.filter(({ match }) => match !== "QUOTE");
      expect(names.map(({ marked }) => marked[0])).toEqual(expect.arrayContaining(["musk", "musks"]));
      expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).sort((a, b) => b - a));
      expect(rows.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    });

    it.each([
      ["Cortx", "NAME cortex"],
      ["Cortxe", "NAME cortex"],
      ["Cordex", "NAME cortex"],
      ["cort", "NAME cortex"],
      ["Giga Tex", "NAME giga-texas-cluster"],
      ["كولوسس", "NAME colossus"],
      ["ايلوت", "NAME elon-musk"],
      ["إيـلو", "NAME elon-musk"],
    ])("%s", async (text, first) => {
      expect(await found(text)).toContain(first);
    });
  });

  it("all words must be met, in whatever order, the last one also as a beginning", async () => {
    expect((await found("musk elon"))[0]).toBe("NAME elon-musk");
    expect((await found("elon mus"))[0]).toBe("NAME elon-musk");
    expect(await found("elo musk")).toEqual([]);
    expect(await found("elon cortex")).toEqual([]);
    expect(await found("elon e")).toEqual([]);
  });

  it("numbers and short words are taken as they are", async () => {
    expect((await found("H100"))[0]).toBe("NAME h100");
    expect(await found("H101")).toEqual([]);
    expect(await found("12345")).toEqual(["NAME odd-digits"]);
    expect(await found("12346")).toEqual([]);
  });

  it.each([
    ["c++ compute", ["NAME odd-cpp"]],
    ["C compute", ["NAME odd-c"]],
    ["\u{10400}\u{10401}\u{10402}\u{10403}", ["NAME odd-deseret"]],
    ["\u{10400}\u{10401}\u{10402}", ["NAME odd-deseret"]],
    ["\u{10400}\u{10401}\u{10402}\u{10402}", ["NAME odd-deseret"]],
    [`${"long".repeat(30)}`, ["NAME odd-long"]],
    [`${"long".repeat(3)}`, ["NAME odd-long"]],
    ["हिन्दी", ["NAME odd-hindi"]],
    ["人工智能", ["NAME odd-hindi"]],
    [`OR "not" \\ x*`, ["NAME odd-operators"]],
    ["+c -b ~1", ["NAME odd-operators"]],
    ["<b>bold", ["NAME odd-mark-up"]],
  ])("odd names: %s", async (text, wanted) => {
    expect(await found(text)).toEqual(wanted);
  });

  it("the snippet is the text as it is written, and tells where the words stand in it", async () => {
    const marked = ({ snippet, matched }: Edge) => [
      snippet,
      matched.map(({ start, end }) => snippet.slice(start, end)),
    ];
    const [bold] = (await ask("sons bold")).edges;
    expect(marked(bold!)).toEqual(["<b>Bold & Sons</b>", ["Bold", "Sons"]]);
    const [foundation] = (await ask("افاق موسسه")).edges;
    expect(foundation).toBeUndefined(); // the article is a part of the word
    const [horizons] = (await ask("الافاق موسسه")).edges;
    expect(marked(horizons!)).toEqual(["مُـؤَسَّـسَـةُ الآفاقِ", ["مُـؤَسَّـسَـةُ", "الآفاقِ"]]);
    const { edges } = await ask("١٠٠٠٠٠ وحدة");
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) expect(marked(edge)[1]).toEqual(expect.arrayContaining(["100000", "وحدة"]));
  });

  describe("kinds", () => {
    it("leave entities of these kinds only, by their names or types", async () => {
      const all = await found("tesla");
      const wanted = (kind: string) => new Set(texts.flatMap((text) => (text.kind === kind ? [text.id] : [])));
      const clusters = wanted("CLUSTER");
      const hits = await found("tesla", { kinds: ["CLUSTER"] });
      expect(hits).toEqual(all.filter((hit) => clusters.has(hit.split(" ")[1]!)));
      expect(hits.length).toBeGreaterThan(0);
      expect(await found("tesla", { kinds: ["Cluster"] })).toEqual(hits);
      expect(await found("tesla", { kinds: [] })).toEqual([]);
      const more = await found("tesla", { kinds: ["CLUSTER", "COMPANY"] });
      expect(more.length).toBeGreaterThan(hits.length);
    });

    it("that there are not are refused, with those that may have been meant", async () => {
      const [code, path, suggestions] = await refused("tesla", { kinds: ["COMPANY", "CLUSTR"] });
      expect([code, path, suggestions]).toEqual(["UNKNOWN_KIND", "kinds.1", ["CLUSTER"]]);
    });
  });

  describe("pages", () => {
    it.each([1, 3, 7])("of %i lose nothing and repeat nothing", async (first) => {
      const whole = await found("ال");
      const tesla = await found("tesla");
      expect(tesla.length).toBeGreaterThan(10);
      for (const [text, wanted] of [
        ["ال", whole],
        ["tesla", tesla],
      ] as const) {
        const met: string[] = [];
        for (let after: string | null = null, more = true; more;) {
          const page: Awaited<ReturnType<typeof ask>> = await ask(text, { first, after });
          met.push(...page.edges.map(({ match, node }) => `${match} ${node.id}`));
          expect(page.totalCount).toBe(wanted.length);
          ({ endCursor: after, hasNextPage: more } = page.pageInfo);
        }
        expect(met).toEqual(wanted);
      }
    });

    it("are the same where nothing is counted, and less is looked for", async () => {
      const query = `query ($text: String!, $first: Int!, $after: String) {
        search(text: $text, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { match node { id } } }
      }`;
      const met: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data } = await graph.ask(query, { text: "tesla", first: 4, after });
        met.push(...(data.search.edges as Edge[]).map(({ match, node }) => `${match} ${node.id}`));
        ({ endCursor: after, hasNextPage: more } = data.search.pageInfo as { endCursor: string; hasNextPage: boolean });
      }
      expect(met).toEqual(await found("tesla"));
    });

    it("of another search are refused", async () => {
      const { pageInfo } = await ask("tesla", { first: 2 });
      const after = pageInfo.endCursor;
      expect(await found("TESLA", { first: 2, after })).toHaveLength(2); // folded it is the same
      for (const [text, variables] of [
        ["xai", { after }],
        ["tesla", { after, kinds: ["CLUSTER"] }],
        ["tesla", { after: "bm9uZQ" }],
      ] as const) {
        expect((await refused(text, variables)).slice(0, 2)).toEqual(["WRONG_CURSOR", "after"]);
      }
      expect((await refused("tesla", { first: 0 }))[0]).toBe("WRONG_FIRST");
      expect((await refused("tesla", { first: 201 }))[0]).toBe("WRONG_FIRST");
    });
  });

  it.each([
    ["", "NO_WORD"],
    [" \n", "NO_WORD"],
    ["!!! 🦜 ،؟", "NO_WORD"],
    ["ـــ ً", "NO_WORD"],
    ["x".repeat(SEARCH_LIMITS.text + 1), "TEXT_TOO_LONG"],
    [Array.from({ length: 21 }, (_, index) => `word${index}`).join(" "), "TOO_MANY_WORDS"],
  ])("what cannot be sought is refused: %j", async (text, code) => {
    expect((await refused(text)).slice(0, 2)).toEqual([code, "text"]);
  });

  it("claims that do not count any more are not found", async () => {
    const claim = { subject: "tesla", predicate: "OWNS", object: "odd-digits", cites: { article: null } } as const;
    const ids = await record(graph, {
      claims: [
        { ...claim, validFrom: "2001" },
        { ...claim, validFrom: "2002", rank: "DEPRECATED" },
        { ...claim, validFrom: "2003", status: "RETRACTED" },
        { ...claim, validFrom: "2004", status: "SUPERSEDED" },
      ],
    });
    expect(await found("as article has it")).toEqual([`QUOTE ${ids[0]}`]);
  });

  it("it is what a reader would find who folds every text and reads it through", async () => {
    const random = new Random(11);
    const all = [...new Set(texts.flatMap(({ words }) => words))];
    const queries = Array.from({ length: 120 }, () => {
      const { words } = random.pick(texts);
      const some = Array.from({ length: 1 + random.below(2) }, () => random.pick(words));
      const last = some.at(-1)!;
      const at = random.below(last.length);
      const change = [
        () => last,
        () => last.slice(0, Math.max(1, at)),
        () => last.slice(0, at) + last.slice(at + 1),
        () => last.slice(0, at) + random.pick(all)[0]! + last.slice(at + 1),
        () => last.slice(0, at) + random.pick(all)[0]! + last.slice(at),
      ];
      return [...some.slice(0, -1), random.pick(change)()].join(" ");
    }).filter((query) => /[\p{L}\p{N}]/u.test(query));
    let hits = 0;
    for (const query of queries) {
      const { edges, totalCount, complete } = await ask(query);
      const wanted = read(query, texts);
      expect(complete).toBe(true);
      expect(totalCount, query).toBe(wanted.length);
      expect(
        edges.map(({ match, node }) => `${match} ${node.id}`),
        query,
      ).toEqual(wanted.slice(0, 200));
      hits += wanted.length;
    }
    expect(hits).toBeGreaterThan(400);
  });

  it("what is not looked at is told, and what is called just so comes first all the same", async () => {
    const entities = Array.from({ length: SEARCH_LIMITS.places + 5 }, (_, index) => ({
      ...{ id: `crowd-${index}`, kind: "GROUP", names: { en: `Crowded ${index} inn` } },
    }));
    await record(graph, { entities: [...entities, { id: "crowded", kind: "GROUP", names: { en: "Crowded!" } }] });
    const crowd = await ask("crowded", { first: 3 });
    expect([crowd.complete, crowd.totalCount >= SEARCH_LIMITS.places]).toEqual([false, true]);
    expect(crowd.edges[0]!.node.id).toBe("crowded");
    expect(await ask("17 crowded")).toMatchObject({ complete: true, totalCount: 1 });
    const many = {
      ...{ id: "many", kind: "GROUP" },
      names: { en: LETTERS.map((letter) => `many${letter}`).join(" ") },
    };
    await record(graph, { entities: [many] });
    expect(await ask("manyx")).toMatchObject({ complete: false, totalCount: 1 });
    expect(await ask("many")).toMatchObject({ complete: true, totalCount: 1 });
  });
});

/** What there is to be found in the article's graph and {@link ODD}. */
function textsOf({ ontology }: TestGraph): Text[] {
  const batch = readSeeds("seeds/musk-ai-compute", ontology);
  const wordsOf = (text: string) =>
    foldName(text)
      .split(" ")
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ofEntities = [
    ...batch.entities.map(({ id, kind, properties }) => ({
      ...{ id, kind, sort: String(properties["sortName"]) },
      names: properties["nameTexts"] as string[],
      aliases: properties["aliasTexts"] as string[],
    })),
    ...ODD.map(({ id, kind, names }) => ({
      ...{ id, kind, sort: sortName(Object.values(names)[0]!), names: Object.values(names), aliases: [] as string[] },
    })),
  ];
  return [
    ...ofEntities.flatMap(({ id, kind, sort, names, aliases }) => [
      ...names.map((text) => ({ place: "NAME" as const, id, kind, sort, words: wordsOf(text) })),
      ...aliases.map((text) => ({ place: "ALIAS" as const, id, kind, sort, words: wordsOf(text) })),
    ]),
    ...batch.citations.map(({ claim, properties }) => ({
      ...{ place: "QUOTE" as const, id: claim, kind: null, sort: "", words: wordsOf(String(properties["quote"])) },
    })),
  ].filter(({ words }) => words.length > 0);
}

/** The search as one would do it without any index. */
function read(query: string, texts: readonly Text[]): string[] {
  const sought = foldName(query).split(" ");
  const best = new Map<string, readonly [rank: readonly (number | string)[], line: string]>();
  for (const { place, id, sort, words } of texts) {
    const met = sought.map((word, index) => {
      const near = (other: string) =>
        [...word].length >= 4 &&
        !/\p{N}/u.test(word + other) &&
        (distance(word, other) === 1 || isExchanged(word, other));
      if (words.includes(word)) return 0;
      if (index === sought.length - 1 && [...word].length >= 2 && words.some((other) => other.startsWith(word)))
        return 1;
      return words.some(near) ? 2 : 3;
    });
    const quality = Math.max(...met);
    if (quality === 3) continue;
    const whole = place !== "QUOTE" && words.join(" ") === sought.join(" ");
    const rank = [whole ? 0 : 1, quality, ["NAME", "ALIAS", "QUOTE"].indexOf(place), sort, id];
    const before = best.get(id);
    if (!before || compare(rank, before[0]) < 0) best.set(id, [rank, `${place} ${id}`]);
  }
  return [...best.values()].sort(([a], [b]) => compare(a, b)).map(([, line]) => line);
}

function isExchanged(one: string, other: string): boolean {
  return [...Array(one.length).keys()].some(
    (at) =>
      one.slice(0, at) +
        one
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        one.slice(at + 2) ===
      other,
  );
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
