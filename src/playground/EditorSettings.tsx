import { useGraphiQL, useMonaco } from "@graphiql/react";
import { useEffect } from "react";

/** What GraphiQL gives no other hold of: the editors' colours, and what they mark. */
export function EditorSettings() {
  useColours();
  useQuietUnicode();
  return null;
}

/** Monaco frames characters that could be taken for others, such as `×` and much of Arabic; here they are meant. */
function useQuietUnicode(): void {
  const editors = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    responseEditor,
  }));
  useEffect(() => {
    const unicodeHighlight = { ambiguousCharacters: false, invisibleCharacters: false };
    for (const editor of Object.values(editors)) editor?.updateOptions({ unicodeHighlight });
  }, [editors]);
}

/** Monaco takes its colours from a theme, not from CSS: GraphiQL's two, with the project's teal for what is active. */
function useColours(): void {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return;
    monaco.editor.defineTheme("graphiql-LIGHT", {
      base: "vs",
      inherit: true,
      colors: colours("#0f5f6b", "#ffffff", "#5c6670"),
      rules: [{ token: "argument.identifier.gql", foreground: "#6c69ce" }],
    });
    monaco.editor.defineTheme("graphiql-DARK", {
      base: "vs-dark",
      inherit: true,
      colors: colours("#5fc4cf", "#1b2326", "#9aa7ad"),
      rules: [
        { token: "argument.identifier.gql", foreground: "#908aff" },
        { token: "comment", foreground: "#7fae6b" },
      ],
    });
  }, [monaco]);
}

function colours(active: string, ground: string, quiet: string): Record<string, string> {
  return {
    "editor.background": "#ffffff00",
    "scrollbar.shadow": "#ffffff00",
    focusBorder: active,
    "textLink.foreground": active,
    "textLink.activeForeground": active,
    "editorLink.activeForeground": active,
    "editorLineNumber.foreground": quiet,
    "editorLineNumber.activeForeground": active,
    "editorHoverWidget.background": ground,
    "editorWidget.background": ground,
    "editorSuggestWidget.background": ground,
    "editorSuggestWidget.selectedBackground": `${active}22`,
    "editorSuggestWidget.selectedForeground": active,
    "list.hoverBackground": `${active}22`,
    "list.highlightForeground": active,
    "list.focusHighlightForeground": active,
    "menu.background": ground,
    "menu.selectionBackground": `${active}22`,
    "menu.selectionForeground": active,
    "quickInput.background": ground,
    "quickInputList.focusBackground": `${active}22`,
    "quickInputList.focusForeground": active,
    "pickerGroup.foreground": active,
  };
}
