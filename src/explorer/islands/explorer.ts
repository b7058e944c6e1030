/** What the pages do beside being read. Each part looks for what it is for, and leaves alone a page that has none of it. */
import "../style/index.css";
import { listenToKeys } from "./keys.js";
import { suggest } from "./suggest.js";

listenToKeys();
suggest();
