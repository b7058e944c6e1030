import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./style.css";
import "./phone.css";
import "./workers.js";
import { createRoot } from "react-dom/client";
import { readLink } from "./link.js";
import { Playground } from "./Playground.js";
import { startingTabs } from "./startingTabs.js";

const link = readLink(location.search);
const start = await startingTabs(link, availableStorage());
createRoot(document.getElementById("playground")!).render(
  <Playground start={start} operationName={link?.operationName ?? null} />,
);

/** Browsers that keep nothing for a site throw at the mention of its storage. */
function availableStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
