import { isNonNullType, isListType, isInputObjectType, type GraphQLInputType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANONYMOUS, type Role, type ViewerIdentity } from "../../src/graphql/context.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

let graph: TestGraph;
/** Each mutation with the least that it takes, and nothing selected of the answer but its type. */
let mutations: readonly (readonly [name: string, text: string])[];

/** The header names the roles; without it nobody has signed in. */
async function identify(header: string | undefined): Promise<ViewerIdentity> {
  return header === undefined ? ANONYMOUS : { name: "ada", roles: header.split(",").filter(Boolean) as Role[] };
}

beforeAll(async () => {
  graph = await serveGraph(null, { identify });
  const fields = Object.values(buildSchema(graph.ontology).getMutationType()!.getFields());
  mutations = fields.map(({ name, args }) => {
    const given = args.filter(({ type }) => isNonNullType(type)).map((arg) => `${arg.name}: ${least(arg.type)}`);
    return [name, `${name}(${given.join(", ")}) { __typename }`] as const;
  });
});
afterAll(() => graph.close());

/** The shortest literal of a type. */
function least(type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return "[]";
  if (isInputObjectType(inner)) {
    const needed = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) && !("defaultValue" in field && field.defaultValue !== undefined),
    );
    return `{ ${needed.map((field) => `${field.name}: ${least(field.type)}`).join(", ")} }`;
  }
  if (inner.name === "Boolean") return "true";
  return "values" in inner || inner.name === "Rank" ? "NORMAL" : inner.name === "SourceType" ? "POST" : '"a"';
}

describe("who may write", () => {
  it.each<[who: string, header: Record<string, string>, code: string, message: RegExp]>([
    [
      "nobody who has not signed in",
      {},
      "UNAUTHENTICATED",
      /needs a token with the role curator, and none was given$/u,
    ],
    ["no reader", { authorization: "reader" }, "FORBIDDEN", /needs the role curator; the token's roles: reader$/u],
    ["nobody whose token has no role", { authorization: "" }, "FORBIDDEN", /the token's roles: none$/u],
  ])("%s, by any mutation, and nothing is read for it", async (_who, headers, code, message) => {
    expect(mutations.length).toBeGreaterThan(10);
    for (const [name, text] of mutations) {
      graph.statementsSent();
      const { data, errors } = await graph.ask(`mutation { ${text} }`, {}, headers);
      expect(data, name).toEqual({ [name]: null });
      expect(errors, name).toMatchObject([
        { path: [name], extensions: { code }, message: expect.stringMatching(message) },
      ]);
      expect(graph.statementsSent(), name).toEqual([]);
    }
  });

  it.each(["curator", "admin", "reader,curator"])("whoever is %s", async (authorization) => {
    const [, text] = mutations.find(([name]) => name === "retractClaim")!;
    const { errors = [] } = await graph.ask(`mutation { ${text} }`, {}, { authorization });
    for (const { extensions } of errors) expect(["UNAUTHENTICATED", "FORBIDDEN"]).not.toContain(extensions.code);
  });
});
