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
import { openStorage } from "./storage.js";
import { startingTabs } from "./startingTabs.js";
import { readTheme } from "./theme.js";

const link = readLink(location.search);
const theme = readTheme(document.cookie);
const storage = openStorage(theme);
const start = await startingTabs(link, storage);
createRoot(document.getElementById("playground")!).render(
  <Playground start={start} storage={storage} theme={theme} operationName={link?.operationName ?? null} />,
);
