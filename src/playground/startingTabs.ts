import { firstTabs } from "./examples.js";
import { earlySchema } from "./sendFromEditor.js";
import { knownThings } from "./knownThings.js";
import type { Link } from "./link.js";
import type { TabContent } from "./tabContent.js";

/** What the editor starts with; fields that are absent are restored from the last visit. */
export interface StartingTabs {
  defaultTabs?: TabContent[];
  initialQuery?: string;
  initialVariables?: string;
  firstVisit: boolean;
}

/** A first visit gets the examples' tabs; a later one its own, as they were left. A link adds its tab and changes no other. */
export async function startingTabs(link: Link | null, storage: Storage): Promise<StartingTabs> {
  const firstVisit = !storage.getItem("graphiql:tabState");
  if (!firstVisit) return { firstVisit, ...(link && opened(link)) };
  void knownThings(); // is asked for beside the schema
  const tabs = await firstTabs(await earlySchema());
  const defaultTabs = link ? [link, ...tabs] : tabs;
  return { firstVisit, defaultTabs, ...opened(defaultTabs[0]!) };
}

function opened({ query, variables }: TabContent): Pick<StartingTabs, "initialQuery" | "initialVariables"> {
  return { initialQuery: query, initialVariables: variables };
}
