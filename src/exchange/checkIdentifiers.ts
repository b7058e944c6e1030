import { identifierKey } from "../claims/claimId.js";
import { identifierFaults } from "../claims/identifiers.js";
import { entityIdentifiersToCheck, identifiersToCheck } from "../cypher/check.js";
import { rowsOf, type EntityRow } from "../cypher/rows.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Store } from "../store/port.js";

/** Each id in a register is that of one entity, which says it of itself, and is such as the ontology has it. */
export async function checkIdentifiers(store: Store, ontology: Ontology, faults: string[]): Promise<void> {
  type Own = Pick<EntityRow, "id" | "identifierSchemes" | "identifierValues"> & { readonly keys: readonly string[] };
  for (const { id, identifierSchemes, identifierValues, keys } of rowsOf<Own>(
    await store.read(entityIdentifiersToCheck()),
  )) {
    const own = (identifierSchemes ?? []).map((scheme, index) => ({ scheme, value: identifierValues![index]! }));
    for (const { message } of identifierFaults(own, ontology)) faults.push(`of the entity ${id}: ${message}`);
    const said = own.map(({ scheme, value }) => identifierKey(scheme, value));
    const missing = said.find((key) => !keys.includes(key));
    const strange = keys.find((key) => !said.includes(key));
    if (missing !== undefined) faults.push(`the entity ${id} is not found by its id ${missing}`);
    if (strange !== undefined) faults.push(`the entity ${id} is found by ${strange}, which is no id of it`);
  }
  type Found = { readonly id: string; readonly entities: readonly string[] };
  for (const { id, entities } of rowsOf<Found>(await store.read(identifiersToCheck()))) {
    if (entities.length !== 1) faults.push(`the id ${id} is that of ${entities.length} entities, not of one`);
  }
}
