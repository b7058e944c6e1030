import { useGraphiQL, useMonaco } from "@graphiql/react";
import { useEffect, useState } from "react";
import { idsInAnswer } from "./answers.js";
import { idAround, type LinkedId } from "./linkedIds.js";

/** Makes the ids in the answer links to their pages, and names below the answer the page of what the cursor is in. */
export function AnswerLinks() {
  const ids = useLinkedIds();
  const line = useCursorLine();
  if (ids.length === 0) return null;
  const here = idAround(ids, line);
  return (
    <p className="sanad-answer-links">
      {here ? (
        <>
          At the cursor:{" "}
          <a href={here.address} target="_blank" rel="noreferrer">
            the {here.of}’s page
          </a>
        </>
      ) : (
        `${ids.length === 1 ? "1 id leads to its page" : `${ids.length} ids lead to their pages`}: Ctrl/⌘ + click, or put the cursor there.`
      )}
    </p>
  );
}

/** The ids in the answer that is shown, which are links of the editor, too. */
function useLinkedIds(): readonly LinkedId[] {
  const monaco = useMonaco((state) => state.monaco);
  const { editor, schema } = useGraphiQL(({ responseEditor, schema }) => ({ editor: responseEditor, schema }));
  const [ids, setIds] = useState<readonly LinkedId[]>([]);
  useEffect(() => {
    const model = editor?.getModel();
    if (!monaco || !model) return;
    let found: readonly LinkedId[] = [];
    const find = () => setIds((found = idsInAnswer(model.getValue(monaco.editor.EndOfLinePreference.LF), schema)));
    find();
    const changes = model.onDidChangeContent(find);
    const provider = monaco.languages.registerLinkProvider("json", {
      provideLinks: (asked) => ({
        links:
          asked === model
            ? found.map(({ line, columns: [start, end], address, of }) => ({
                range: new monaco.Range(line, start, line, end),
                url: new URL(address, location.origin).href,
                tooltip: `Open the ${of}’s page`,
              }))
            : [],
      }),
    });
    return () => {
      changes.dispose();
      provider.dispose();
    };
  }, [monaco, editor, schema]);
  return ids;
}

function useCursorLine(): number {
  const editor = useGraphiQL((state) => state.responseEditor);
  const [line, setLine] = useState(1);
  useEffect(() => {
    const moves = editor?.onDidChangeCursorPosition(({ position }) => setLine(position.lineNumber));
    return () => moves?.dispose();
  }, [editor]);
  return line;
}
