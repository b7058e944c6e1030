import type { AnyPage } from "../page.js";
import { claimPage } from "./claim.js";
import { entityPage } from "./entity.js";

/** Every page that there is. */
export const PAGES: readonly AnyPage[] = [claimPage, entityPage];
