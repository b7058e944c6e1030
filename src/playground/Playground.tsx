import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { AnswerLinks } from "./AnswerLinks.js";
import { CopyCurlButton, CopyLinkButton } from "./CopyButtons.js";
import { EditorSettings } from "./EditorSettings.js";
import { EXAMPLES_PLUGIN } from "./ExamplesPane.js";
import { OperationFromLink } from "./OperationFromLink.js";
import { hasRoomForPane } from "./roomForPane.js";
import { SchemaMenu } from "./SchemaMenu.js";
import { sendFromEditor } from "./sendFromEditor.js";
import type { StartingTabs } from "./startingTabs.js";
import type { Theme } from "./theme.js";

const plugins = [HISTORY_PLUGIN, EXAMPLES_PLUGIN];

interface Props {
  start: StartingTabs;
  storage: Storage;
  theme: Theme | null;
  operationName: string | null;
}

/** GraphiQL with the project's examples, links and colours. Headers may hold a token, so they are never stored. */
export function Playground({ start, storage, theme, operationName }: Props) {
  const { firstVisit, ...tabs } = start;
  const roomy = hasRoomForPane();
  return (
    <GraphiQL
      fetcher={sendFromEditor}
      plugins={plugins}
      storage={storage}
      shouldPersistHeaders={false}
      inputValueDeprecation
      defaultEditorToolsVisibility={roomy ? "variables" : false}
      {...(theme && { defaultTheme: theme })}
      {...tabs}
      {...(firstVisit && roomy && { visiblePlugin: EXAMPLES_PLUGIN })}
    >
      <GraphiQL.Logo>
        <h1 className="sanad-logo">
          <a href="/">Sanad</a> <em>playground</em>
        </h1>
        <nav className="sanad-pages" aria-label="Pages">
          <a href="/conflicts">Conflicts</a> <a href="/graph">Graph</a>
        </nav>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLinkButton />
            <CopyCurlButton />
            <SchemaMenu />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerLinks />
      </GraphiQL.Footer>
      <EditorSettings />
      <OperationFromLink name={operationName} />
    </GraphiQL>
  );
}
