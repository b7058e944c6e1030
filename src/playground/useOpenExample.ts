import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, parse } from "graphql";
import { tabOf } from "./examples.js";
import type { Operation } from "./operations.js";
import { hasRoomForPane } from "./roomForPane.js";

/** Opens an example in a tab of its own, and runs it if it is to be run. */
export function useOpenExample(): (example: Operation, runs: boolean) => Promise<void> {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const { addTab, setOperationFacts, updateActiveTabValues, setVisiblePlugin, run } = useGraphiQLActions();
  return async (example, runs) => {
    if (!queryEditor || !variableEditor) return;
    const { query, variables } = await tabOf(example);
    addTab();
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    // The editor reads its text a moment after each change; the run must not wait for that, nor take the last tab's operation.
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operationName: example.name, operations });
    updateActiveTabValues({ query, variables, operationName: example.name });
    if (!hasRoomForPane()) setVisiblePlugin(null);
    if (runs) run();
  };
}
