import { NOTHING } from "../../cypher/record.js";
import { newRecording, writeBatch } from "../recordBatch.js";
import { claimState } from "./changeClaim.js";
import { compileCitations } from "./compileClaims.js";
import type { Changed, Curation } from "./curation.js";
import type { CitationInput } from "./inputs.js";
import { Problems } from "./problems.js";

/** Gives a claim further citations; those that it has stay as they are. Throws NOT_FOUND; BAD_USER_INPUT with every fault. */
export async function citeClaim(
  { store, ontology, by, access }: Curation,
  id: string,
  input: readonly CitationInput[],
): Promise<Changed> {
  return store.write(async (run) => {
    await claimState(run, id);
    const problems = new Problems();
    if (input.length === 0) problems.add("NO_CITATION", "there is nothing to add", ["citations"]);
    const citations = await compileCitations(run, ontology, id, input, ["citations"], problems);
    problems.refuse();
    const written = await writeBatch(run, ontology, { ...NOTHING, citations }, newRecording(by));
    return { id, changed: written.citations.size > 0 };
  }, access);
}
