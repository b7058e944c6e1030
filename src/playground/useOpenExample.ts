import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, parse } from "graphql";
import { tabOf } from "./examples.js";
import { hasRoomForPane } from "./roomForPane.js";

/** Opens an example in a tab of its own and runs it. */
export function useOpenExample(): (name: string) => Promise<void> {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const { addTab, setOperationFacts, updateActiveTabValues, setVisiblePlugin, run } = useGraphiQLActions();
  return async (name) => {
    if (!queryEditor || !variableEditor) return;
    const { query, variables } = await tabOf(name);
    addTab();
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    // The editor reads its text a moment after each change; the run must not wait for that, nor take the last tab's operation.
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operationName: name, operations });
    updateActiveTabValues({ query, variables, operationName: name });
    if (!hasRoomForPane()) setVisiblePlugin(null);
    run();
  };
}
