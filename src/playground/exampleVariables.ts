import { Kind, parse, visit } from "graphql";
import type { KnownThings } from "./knownThings.js";
import type { Operation } from "./operations.js";

export type Variables = Record<string, unknown>;

/** What an operation is run with: whatever its variables are given to, and what is said of it here. */
export function variablesOf({ name, text }: Pick<Operation, "name" | "text">, things: KnownThings): Variables {
  return { ...fromUse(text, things), ...exampleVariables[name]?.(things) };
}

/** Of the variables that are handed to these arguments of fields, what they can be. */
const uses: Readonly<Record<string, (things: KnownThings) => unknown>> = {
  "claim.id": ({ claim }) => claim,
  "entity.id": ({ entity }) => entity,
  "node.id": ({ entity }) => entity,
  "nodes.ids": ({ claim, entity, source }) => [claim, entity, source],
  "source.id": ({ source }) => source,
  "conflict.id": ({ conflict }) => conflict,
  "paths.from": ({ from }) => from,
  "paths.to": ({ to }) => to,
  "search.text": ({ otherName }) => otherName,
  "retractClaim.id": ({ claim }) => claim,
  "supersedeClaim.id": ({ claim }) => claim,
  "citeClaim.id": ({ claim }) => claim,
  "rankClaim.id": ({ claim }) => claim,
  "updateEntity.id": ({ entity }) => entity,
  "mergeEntities.keep": ({ from }) => from,
  "mergeEntities.merge": ({ to }) => to,
  "unmergeEntities.id": ({ to }) => to,
  "keepApart.a": ({ from }) => from,
  "keepApart.b": ({ to }) => to,
};

function fromUse(text: string, things: KnownThings): Variables {
  const variables: Variables = {};
  visit(parse(text), {
    Field(field) {
      for (const { name, value } of field.arguments ?? []) {
        const use = uses[`${field.name.value}.${name.value}`];
        if (use && value.kind === Kind.VARIABLE) variables[value.name.value] ??= use(things);
      }
    },
  });
  return variables;
}

const citation = ({ source }: KnownThings) => ({ source, quote: "words that stand in the source, letter for letter" });
const claim = (things: KnownThings) => ({
  ...{ subject: things.from, predicate: things.predicate, object: things.to },
  citations: [citation(things)],
});

/** What cannot be told from its use, or is better chosen, by the operation's name. Reasons are left to whoever writes. */
export const exampleVariables: Readonly<Record<string, (things: KnownThings) => Variables>> = {
  MuskClusters: () => ({ chip: "H100", person: "Elon Musk" }),
  Clusters: () => ({ where: { usesChip: { some: { node: { name: { eq: "H100" } } } } }, first: 10 }),
  Citations: () => ({ first: 10 }),
  Search: () => ({ first: 10 }),
  Entities: ({ otherName }) => ({ where: { name: { eq: otherName } }, first: 10 }),
  Claims: ({ predicate }) => ({ where: { predicate: { eq: predicate } }, first: 10 }),
  SourceByUrl: ({ url }) => ({ url }),
  Conflicts: () => ({ first: 10 }),
  Then: () => ({ asOf: { validAt: "2024-10" } }),
  ChipTotals: () => ({ groupBy: ["OBJECT"] }),
  Download: ({ predicate }) => ({ where: { predicate: { eq: predicate } }, format: "CSV" }),
  ReadingRoom: () => ({ first: 50 }),
  Changes: () => ({ first: 20 }),
  Duplicates: () => ({ first: 10 }),
  ConfirmedLargeClusters: () => ({ speaker: "Elon Musk", at: "2024-10-01" }),
  LargestClusters: () => ({ first: 10 }),
  PowerfulSites: () => ({ megawatts: 100, since: "2024" }),
  Check: (things) => ({ claims: [claim(things)] }),
  AddSource: ({ sourceType }) => ({
    source: { names: [{ language: "en", text: "" }], sourceType, language: "en", url: null, text: null },
  }),
  AddEntities: ({ kind }) => ({ entities: [{ kind, names: [{ language: "en", text: "" }] }] }),
  Assert: (things) => ({ claims: [claim(things)] }),
  Retract: () => ({ reason: "" }),
  Supersede: (things) => ({ by: claim(things), reason: "" }),
  Merge: () => ({ reason: "" }),
  Unmerge: () => ({ reason: "" }),
  Cite: (things) => ({ citations: [citation(things)] }),
  SetRank: () => ({ rank: "PREFERRED", reason: "" }),
  Rename: ({ name }) => ({ change: { names: [{ language: "en", text: name }] }, reason: "" }),
  NotTheSame: () => ({ reason: "" }),
};
