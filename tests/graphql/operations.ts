import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { concatAST, parse, print, separateOperations, type DocumentNode } from "graphql";

const folder = path.resolve(import.meta.dirname, "../../schema/operations");

/** The public contract's operations and fragments, all files as one document. */
export const contract: DocumentNode = concatAST(
  readdirSync(folder)
    .sort()
    .map((name) => parse(readFileSync(path.join(folder, name), "utf8"))),
);

/** Each of the contract's operations as a client sends it: with the fragments that it uses, and no others. */
export const operations: ReadonlyMap<string, string> = new Map(
  Object.entries(separateOperations(contract)).map(([name, document]) => [name, print(document)]),
);
