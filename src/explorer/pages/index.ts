import type { AnyPage } from "../page.js";
import { claimPage } from "./claim.js";
import { graphPage } from "./graph.js";
import { suggestPage } from "./suggest.js";

/** Every page that there is. */
export const PAGES: readonly AnyPage[] = [claimPage, graphPage, suggestPage];
