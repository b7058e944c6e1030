import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { EXAMPLES_PLUGIN } from "./ExamplesPane.js";
import { OperationFromLink } from "./OperationFromLink.js";
import type { StartingTabs } from "./startingTabs.js";
import { sendOperation } from "./fetcher.js";
import { hasRoomForPane } from "./roomForPane.js";
import { EditorSettings } from "./EditorSettings.js";
import { CopyCurlButton, CopyLinkButton } from "./CopyButtons.js";

const plugins = [HISTORY_PLUGIN, EXAMPLES_PLUGIN];

interface Props {
  start: StartingTabs;
  storage: Storage;
  operationName: string | null;
}

/** GraphiQL with the project's examples, links and colours. Headers may hold a token, so they are never stored. */
export function Playground({ start, storage, operationName }: Props) {
  const { firstVisit, ...tabs } = start;
  const roomy = hasRoomForPane();
  return (
    <GraphiQL
      fetcher={sendOperation}
      plugins={plugins}
      storage={storage}
      shouldPersistHeaders={false}
      inputValueDeprecation
      defaultEditorToolsVisibility={roomy ? "variables" : false}
      {...tabs}
      {...(firstVisit && roomy && { visiblePlugin: EXAMPLES_PLUGIN })}
    >
      <GraphiQL.Logo>
        <h1 className="sanad-logo">
          Sanad <em>playground</em>
        </h1>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLinkButton />
            <CopyCurlButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <EditorSettings />
      <OperationFromLink name={operationName} />
    </GraphiQL>
  );
}
