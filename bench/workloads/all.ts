import { pathThroughHub, pathToHub, search, searchInArabic, totals } from "./explore.js";
import {
  contains,
  eitherRelation,
  every,
  provenanceFilter,
  sharedFacility,
  throughHub,
  throughHubToNobody,
} from "./filters.js";
import { flagship } from "./flagship.js";
import { claimPage, clusterPage, entityById, provenance } from "./lookUps.js";
import type { Workload } from "./workload.js";

/** The workloads, in the order in which they are told. */
export const WORKLOADS: readonly Workload[] = [
  ...[flagship, provenanceFilter, provenance, clusterPage, entityById, search, searchInArabic, totals],
  ...[pathToHub, pathThroughHub],
  ...[sharedFacility, throughHub, throughHubToNobody, contains, eitherRelation, every, claimPage],
];

/** Those of a list of names with commas between them; all where none is given. */
export function chosen(names: string | undefined): readonly Workload[] {
  const wanted = names?.split(",");
  const unknown = wanted?.find((name) => !WORKLOADS.some((workload) => workload.name === name));
  if (unknown)
    throw new Error(`there is no workload ${unknown}; there are ${WORKLOADS.map(({ name }) => name).join(", ")}`);
  return WORKLOADS.filter(({ name }) => !wanted || wanted.includes(name));
}
