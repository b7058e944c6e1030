import { NOW_IN_FULL, type Moment } from "../../cypher/moment.js";
import type { Problem } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import type { Run, Store } from "../port.js";
import { NOTHING } from "../../cypher/record.js";
import { newRecording, writeBatch, type Written } from "../recordBatch.js";
import { compileClaims, type CompiledClaims } from "./compileClaims.js";
import type { Curation } from "./curation.js";
import type { ClaimInput } from "./inputs.js";
import { Problems } from "./problems.js";

export interface Asserted {
  /** The claims' ids, in the input's order. */
  readonly ids: readonly string[];
  readonly created: number;
  /** How many were there already, with all their citations. */
  readonly unchanged: number;
}

/**
 * Asserts claims: all of them, or none. One that is there already is given the citations that it does not have; what is known of it otherwise
 * stays, its rank and its status too. Throws BAD_USER_INPUT with every fault.
 */
export async function assertClaims(
  { store, ontology, by, access }: Curation,
  input: readonly ClaimInput[],
): Promise<Asserted> {
  return store.write(async (run) => {
    const problems = new Problems();
    const compiled = await compile(run, ontology, input, problems);
    problems.refuse();
    const claims = compiled.rows.map(({ claim }) => claim);
    const citations = compiled.rows.flatMap((one) => one.citations);
    const batch = { ...NOTHING, claims, citations };
    const written = await writeBatch(run, ontology, batch, newRecording(by), compiled.merged);
    return { ids: claims.map(({ id }) => id), ...counted(compiled, written) };
  }, access);
}

/** What {@link assertClaims} would refuse, as far as whoever asks may see; writes nothing. */
export async function claimProblems(
  store: Pick<Store, "read">,
  ontology: Ontology,
  input: readonly ClaimInput[],
  moment: Moment,
): Promise<readonly Problem[]> {
  const problems = new Problems();
  await compile((statement) => store.read(statement), ontology, input, problems, moment);
  return problems.found;
}

function compile(run: Run, ontology: Ontology, input: readonly ClaimInput[], problems: Problems, moment = NOW_IN_FULL) {
  const placed = input.map((claim, index) => ({ claim, path: ["input", index] }));
  return compileClaims(run, ontology, placed, problems, moment);
}

/** Of claims that stand twice in the input the first is the new one. */
function counted(compiled: CompiledClaims, written: Written): Pick<Asserted, "created" | "unchanged"> {
  const [claims, citations] = [new Set(written.claims), new Set(written.citations)];
  let [created, unchanged] = [0, 0];
  for (const { claim, citations: cited } of compiled.rows) {
    const isNew = claims.delete(claim.id);
    const citesAnew = cited.filter(({ id }) => citations.delete(id)).length > 0;
    if (isNew) created++;
    else if (!citesAnew) unchanged++;
  }
  return { created, unchanged };
}
