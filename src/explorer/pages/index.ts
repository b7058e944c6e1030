import type { AnyPage } from "../page.js";
import { claimPage } from "./claim.js";
import { conflictPage } from "./conflict.js";
import { conflictsPage } from "./conflicts.js";
import { CURATING_PAGES } from "./curating/index.js";
import { entityPage } from "./entity.js";
import { graphPage } from "./graph.js";
import { homePage } from "./home.js";
import { searchPage } from "./search.js";
import { suggestPage } from "./suggest.js";

/** Every page that there is; of those at one path the first that matches. */
export const PAGES: readonly AnyPage[] = [
  searchPage,
  homePage,
  suggestPage,
  entityPage,
  claimPage,
  conflictsPage,
  conflictPage,
  graphPage,
  ...CURATING_PAGES,
];
