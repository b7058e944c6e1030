import { flagship } from "./flagship.js";
import type { Workload } from "./workload.js";

/** The workloads, in the order in which they are told. */
export const WORKLOADS: readonly Workload[] = [flagship];
