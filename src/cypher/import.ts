import type { Statement } from "./statement.js";

/** Statements by which the import of a table looks at what is there, and notes how far it has come. */

/** Whoever goes by names in their folded form: rows `called`, `id`, `kind`, and its ids in registers. */
export function entitiesNamed(names: readonly string[]): Statement {
  const text =
    "UNWIND $names AS name MATCH (n:Name {folded: name})<-[:HAS_NAME]-(e:Entity) RETURN name AS called, e.id AS id, e.kind AS kind, e.identifierSchemes AS identifierSchemes, e.identifierValues AS identifierValues ORDER BY called, id";
  return { name: "import.named", text, params: { names } };
}

/** Which of some ids there are: rows `id`. */
export function idsThere(label: "Entity" | "Merged" | "Claim" | "Citation", ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id`;
  return { name: `import.there.${label}`, text, params: { ids } };
}

/** How far the import of a table has come. */
export interface ImportNote {
  /** The digest of what is imported, and how: of another it is not the note. */
  readonly digest: string;
  /** The number of the last row that is done. */
  readonly row: number;
}

/** How far the import of a data set has come: one row, an {@link ImportNote}; none where none is under way. */
export function importNote(dataset: string): Statement {
  const text = "MATCH (i:Import {id: $dataset}) RETURN i.digest AS digest, i.row AS row";
  return { name: "import.note", text, params: { dataset } };
}

/** Notes how far the import has come, in the transaction of what was imported, so that it is resumed just there. */
export function noteImport(dataset: string, { digest, row }: ImportNote): Statement {
  const text = "MERGE (i:Import {id: $dataset}) SET i.digest = $digest, i.row = $row";
  return { name: "import.noteProgress", text, params: { dataset, digest, row } };
}

/** Forgets that there was an import, once it is whole. */
export function forgetImport(dataset: string): Statement {
  return { name: "import.forget", text: "MATCH (i:Import {id: $dataset}) DELETE i", params: { dataset } };
}
