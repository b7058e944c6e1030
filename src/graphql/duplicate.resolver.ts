import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Candidate } from "../claims/duplicates.js";
import { decodeCursor, encodeCursor, type SortKey } from "../cypher/order.js";
import { unknownName } from "../cypher/refusal.js";
import { AFTER, FIRST } from "./args.js";
import type { Context } from "./context.js";
import { DuplicateConnection } from "./duplicate.type.js";
import { compareCandidates } from "./duplicateFinder.js";
import { duplicateNode } from "./duplicateNode.js";
import { pageOf, windowOf } from "./pages.js";

@Resolver()
export class DuplicateResolver {
  @Query(() => DuplicateConnection, {
    nullable: true,
    description:
      "Pairs of entities of one kind that may be the same thing, for a person to decide, the likeliest first. Nothing is merged by itself; `keepApart` and `mergeEntities` take a pair from the list. Sources are never among them.",
  })
  async duplicates(
    @Arg("kind", () => String, {
      nullable: true,
      description: "Of which kind, by the ontology's name. Left out, of every kind.",
    })
    kind: string | null | undefined,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null | undefined,
    @Ctx() context: Context,
  ) {
    windowOf({ first });
    const { ontology } = context;
    const of = typeof kind === "string" ? ontology.kinds.get(kind) : null;
    if (of === undefined) throw unknownName("kind", kind!, ontology.kinds.keys(), ["kind"]);
    const name = of ? `duplicates ${of.name}` : "duplicates";
    const position = typeof after === "string" ? positionOf(decodeCursor(after, name, KEYS)) : null;
    const candidates = of?.name === "SOURCE" ? [] : (await context.duplicates.of(of, context)).candidates;
    const begin = position ? candidates.findIndex((candidate) => compareCandidates(candidate, position) > 0) : 0;
    const rows = begin < 0 ? [] : candidates.slice(begin, begin + first + 1);
    const edge = (candidate: Candidate) => ({
      node: () => duplicateNode(candidate, context),
      cursor: encodeCursor(name, KEYS, [candidate.score, candidate.id]),
    });
    return pageOf(rows, { first, after }, edge, candidates.length);
  }
}

const KEYS: readonly SortKey[] = [
  { name: "SCORE", expression: "score", direction: "DESC" },
  { name: "ID", expression: "id", direction: "ASC" },
];

function positionOf([score, id]: readonly unknown[]): Pick<Candidate, "score" | "id"> {
  return { score: Number(score), id: String(id) };
}
