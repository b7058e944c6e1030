/** A statement of one column, a list, sent alone: a transaction around it would be two more round trips. Its parameters are in the map `$p`. */
export type Read = (text: string, params: object) => Promise<readonly unknown[]>;

/** Where the graph is. */
export interface Database {
  readonly read: Read;
  /** What `work` does is one transaction. */
  readonly write: (work: (run: Read) => Promise<unknown>) => Promise<unknown>;
}

/** A question answered by hand: the JSON that the GraphQL answer has under `data`. */
export type HandWritten = (read: Read, variables: Variables) => Promise<unknown>;

export type Variables = Readonly<Record<string, string>>;

/** That a claim's edge counts: what GraphQL's answers leave out unless asked for. */
export function holds(edge: string): string {
  return `${edge}.status = 'ACTIVE' AND ${edge}.rank <> 'DEPRECATED'`;
}

/** The columns of a claim, without its ends. */
export function claim(variable: string): string {
  const names = "id predicate amount unit bound textLanguages textTexts date modality rank status validFrom validTo";
  return columns(variable, names);
}

/** The columns of a claim, and its ends. */
export function wholeClaim(variable: string): string {
  const end = (type: string) => `head([(${variable})-[:${type}]->(e:Entity) | ${entity("e")}])`;
  return `[${claim(variable)}, ${end("SUBJECT")}, ${end("OBJECT")}]`;
}

/** The columns of a citation, without its source. */
export function citation(variable: string): string {
  const names = "id quote language prefix suffix start end basis verification translationLanguage translationText";
  return columns(variable, names);
}

/** The columns of a source. */
export function source(variable: string): string {
  return columns(variable, "id name sourceType url publishedAt language");
}

function columns(variable: string, names: string): string {
  return `[${names
    .split(" ")
    .map((name) => `${variable}.${name}`)
    .join(", ")}]`;
}

/** The columns of an entity as every mention of it has it. */
export function entity(variable: string): string {
  return columns(variable, "id kind name");
}

/** Binds nodes of a label by one of their names, which is the parameter of that name. */
export function named(variable: string, label: string, param: string): string {
  return `UNWIND [$p.${param}] AS ${param} MATCH (:Name {folded: ${param}})<-[:HAS_NAME]-(${variable}:${label})`;
}

/**
 * Binds the clusters `k` of a person's companies, each once, with `owns`: for each claim that a company owns it, the claim, the company, and the claims that
 * the person controls that company. `kept` are variables bound before.
 */
export function ownedClusters(...kept: readonly string[]): string {
  const rest = kept.map((one) => `, ${one}`).join("");
  return `
${named("p", "Person", "person")}
WITH DISTINCT p${rest}
MATCH (p)-[a:CONTROLS]->(c:Company) WHERE ${holds("a")}
WITH c, collect([a.claimId, ${entity("p")}]) AS controls${rest}
MATCH (c)-[b:OWNS]->(k:Cluster) WHERE ${holds("b")}
WITH k, collect([b.claimId, ${entity("c")}, controls]) AS owns${rest}`;
}

/** Puts the claims whose ids are in the lists `wholes` into `found`, each once. */
export const FIND_CLAIMS = `CALL (wholes) { UNWIND wholes AS ids UNWIND ids AS id WITH DISTINCT id MATCH (c:Claim {id: id}) RETURN collect(c) AS found }`;

/** The ids of the claims in `owns`, of which some may come several times. */
export const OWNING_CLAIMS = "[x IN owns | x[0]] + reduce(all = [], x IN owns | all + [y IN x[2] | y[0]])";

export type EntityColumns = readonly [id: string, kind: string, name: string];
/** As `owns` is in {@link ownedClusters}. */
export type Owns = readonly (readonly [
  ...[claim: string, company: EntityColumns],
  controls: readonly (readonly [claim: string, person: EntityColumns])[],
])[];
