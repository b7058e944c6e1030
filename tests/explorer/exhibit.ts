import type { TestGraph } from "../graphql/testGraph.js";

/** What an article says in Arabic, and from where it has it. */
const ARTICLE =
  "بين Tesla وxAI، كلفت تطلعات الذكاء الاصطناعي نحو 10 مليارات دولار هذا العام.\nوأشار ميريت إلى أن Tesla نشرت بالفعل وتتدرب قبل الموعد المحدد على مجموعة Nvidia H100 المكونة من 29000 وحدة في Giga Texas، وستكون لديها سعة 50000 بحلول نهاية أكتوبر.";
const POST =
  "Tesla has deployed, and is training ahead of schedule on, a 29,000 unit Nvidia H100 cluster at Giga Texas.";

export const QUOTES = {
  /** Begins within a word. */
  article: "الفعل وتتدرب قبل الموعد المحدد على مجموعة Nvidia H100 المكونة من 29000 وحدة في Giga Texas",
  post: "a 29,000 unit Nvidia H100 cluster at Giga Texas",
  outlet: "Merritt says the 29,000-GPU machine is already training",
} as const;

export interface Exhibit {
  /** One claim that an article and an outlet have from one post. */
  readonly claim: string;
  /** One of which nothing is in Arabic. */
  readonly english: string;
  readonly post: string;
  readonly article: string;
  readonly outlet: string;
}

type Input = Readonly<Record<string, unknown>>;

/** Records a claim as a curator would: three sources, of which two repeat the third. */
export async function exhibit(graph: TestGraph): Promise<Exhibit> {
  const source = async (name: string, input: Input): Promise<string> => {
    const { addSource } = await graph.curate("AddSource", {
      source: { names: [{ language: "en", text: name }], ...input },
    });
    return addSource.source.id as string;
  };
  const { addEntities } = await graph.curate("AddEntities", {
    entities: [
      { kind: "CLUSTER", names: [{ language: "en", text: "Giga Texas training cluster" }] },
      { kind: "PERSON", names: [{ language: "en", text: "Sawyer Merritt the investor" }] },
    ],
  });
  const [cluster, speaker] = (addEntities.entities as { id: string }[]).map(({ id }) => id);
  const post = await source("Sawyer Merritt on X, 24 October 2024", {
    ...{
      sourceType: "POST",
      url: "https://x.example/merritt/1",
      publishedAt: "2024-10-24",
      language: "en",
      text: POST,
    },
    authors: [speaker],
  });
  const article = await source("Musk’s AI ambitions cost about $10 billion", {
    ...{ sourceType: "ARTICLE", url: "https://news.example/musk#top", publishedAt: "2024-11-01", language: "ar" },
    ...{ text: ARTICLE, derivedFrom: [post] },
  });
  const outlet = await source("Tesla’s Texas cluster is running, says investor", {
    ...{ sourceType: "ARTICLE", url: "https://outlet.example/tesla", publishedAt: "2024-10-25", language: "en" },
    derivedFrom: [post],
  });
  const translation = { language: "en", text: "already, and is training ahead of schedule" };
  const claim = await asserted(graph, cluster!, 29_000, {
    ...{ validFrom: "2024-10", attributedTo: [speaker], assertedAt: "2024-10-24" },
    citations: [
      { source: article, quote: QUOTES.article, translation },
      { source: post, quote: QUOTES.post, derivedFrom: [] },
      { source: outlet, quote: QUOTES.outlet },
    ],
  });
  const english = await asserted(graph, cluster!, 50_000, {
    ...{ validFrom: "2024-10", modality: "PLANNED" },
    citations: [{ source: outlet, quote: "It is to have 50,000 chips by the end of October", derivedFrom: [] }],
  });
  return { claim, english, post, article, outlet };
}

/** Asserts that a cluster has so many of a chip. */
async function asserted(graph: TestGraph, subject: string, amount: number, claim: Input): Promise<string> {
  const { data } = await graph.ask("{ chips(first: 1) { nodes { id } } }");
  const object = data.chips.nodes[0].id as string;
  const { assertClaims } = await graph.curate("Assert", {
    claims: [{ subject, predicate: "USES_CHIP", object, quantity: { amount, unit: "chip" }, ...claim }],
  });
  return assertClaims.claims[0].id as string;
}
