/** What the pages do beside being read. Each part looks for what it is for, and leaves alone a page that has none of it. */
import "../style/index.css";
import { copyOnClick } from "./copy.js";
import { listenToKeys } from "./keys.js";
import { tieNotesToWords } from "./readingRoom.js";
import { showQuotesInPlace } from "./storedText.js";
import { suggest } from "./suggest.js";
import { walkInDrawings } from "./walk.js";

for (const element of document.querySelectorAll<HTMLElement>("[data-needs-script]")) element.hidden = false;
listenToKeys();
copyOnClick();
showQuotesInPlace();
tieNotesToWords();
suggest();
walkInDrawings();
