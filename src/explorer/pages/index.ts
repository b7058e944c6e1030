import type { AnyPage } from "../page.js";
import { claimPage } from "./claim.js";
import { suggestPage } from "./suggest.js";

/** Every page that there is. */
export const PAGES: readonly AnyPage[] = [claimPage, suggestPage];
