import type { AnyPage } from "../../page.js";
import { entityForms } from "./aboutEntities.js";
import { addSourcePage } from "./addSource.js";
import { changesPage } from "./changes.js";
import { citePage } from "./cite.js";
import { duplicatesPage } from "./duplicates.js";
import { makeClaimPage } from "./makeClaim.js";
import { rankPage } from "./rank.js";
import { retractPage } from "./retract.js";
import { supersedePage } from "./supersede.js";

/** The pages for those who write, and those of what was written. */
export const CURATING_PAGES: readonly AnyPage[] = [
  ...[addSourcePage, makeClaimPage],
  ...[citePage, rankPage, retractPage, supersedePage],
  ...entityForms,
  ...[duplicatesPage, changesPage],
];
