import { expect, test } from "vitest";
import { loadOntology, parseOntology } from "../../src/ontology/load.js";
import { GOOD } from "./goodOntology.js";

test("names are linked to what they name, and what is left out is said", () => {
  const { kinds, predicates, units, languages } = parseOntology(GOOD, "onto.yaml");
  const copiedBy = predicates.get("COPIED_BY")!;
  expect(copiedBy.subjects[0]).toBe(kinds.get("MANUSCRIPT"));
  expect(copiedBy.objects[0]).toBe(kinds.get("SCRIBE"));
  expect(copiedBy).toMatchObject({
    name: "COPIED_BY",
    value: "ENTITY",
    unit: "folio",
    inverse: "copied",
    functional: false,
  });
  expect(predicates.get("COLOPHON")).toMatchObject({ value: "TEXT", unit: null, inverse: null, objects: [] });
  expect(predicates.get("LEAVES")).toMatchObject({ value: "QUANTITY", functional: true });
  expect(units.get("folio")!.name).toBe("folio");
  expect(languages).toEqual(["de", "en"]);
});

test("a kind's type is made from its name where none is given", () => {
  const kinds = loadOntology("schema/ontology.yaml").kinds;
  expect(kinds.get("AI_MODEL")!.type).toBe("AiModel");
  expect(kinds.get("NEWS_OUTLET")!.type).toBe("NewsOutlet");
  expect(
    parseOntology(GOOD.replace("field: scribes", "field: scribes\n    type: Copyist"), "x").kinds.get("SCRIBE")!.type,
  ).toBe("Copyist");
});

test("the order is the file's", () => {
  expect([...parseOntology(GOOD, "x").kinds.keys()]).toEqual(["MANUSCRIPT", "SCRIBE", "SOURCE"]);
});

test("the ontology is frozen, to its last text and in its maps", () => {
  const ontology = loadOntology("schema/ontology.yaml");
  const seen = new Set<unknown>();
  const look = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    expect(Object.isFrozen(value), path).toBe(true);
    if (value instanceof Map) {
      for (const change of [() => value.set("X", 1), () => value.delete("COMPANY"), () => value.clear()])
        expect(change, path).toThrow("the ontology is frozen");
      for (const [key, inner] of value) look(inner, `${path}.${String(key)}`);
    } else for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
  };
  look(ontology, "ontology");
  expect(seen.size).toBeGreaterThan(300);
  expect(ontology.kinds.has("COMPANY")).toBe(true);
});
