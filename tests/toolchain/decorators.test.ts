import { graphql } from "graphql";
import { Arg, Int, Query, Resolver, buildSchema } from "type-graphql";
import { expect, test } from "vitest";

@Resolver()
class Sum {
  @Query(() => Int)
  plus(@Arg("a", () => Int) a: number, @Arg("b", () => Int) b: number): number {
    return a + b;
  }
}

test("tests are compiled with the decorators of classes, methods and parameters, and with one copy of graphql", async () => {
  const schema = await buildSchema({ resolvers: [Sum], validate: false });
  expect(await graphql({ schema, source: "{ plus(a: 2, b: 3) }" })).toEqual({ data: { plus: 5 } });
});
