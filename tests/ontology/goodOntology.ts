import { readFileSync } from "node:fs";

/** An ontology without faults, into which tests put theirs. */
export const GOOD = readFileSync("tests/exchange/fixtures/manuscripts/ontology.yaml", "utf8");
