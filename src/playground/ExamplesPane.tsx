import type { GraphiQLPlugin } from "@graphiql/react";
import { examples } from "./examples.js";
import { ExamplesIcon } from "./icons.js";
import { useOpenExample } from "./useOpenExample.js";

/** The pane that lists every reading operation of the public contract. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: "Examples", icon: ExamplesIcon, content: ExamplesPane };

function ExamplesPane() {
  const open = useOpenExample();
  return (
    <section aria-label="Examples" className="sanad-examples">
      <h2>Examples</h2>
      <p>
        Each opens in its own tab and runs. For tools: the{" "}
        <a href="/schema.graphql" download="schema.graphql">
          schema as a file
        </a>
        .
      </p>
      <ul>
        {examples.map(({ name, description }) => (
          <li key={name}>
            <button type="button" onClick={() => void open(name)}>
              <b>{name}</b>
              <span>{withCode(description)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text with its `backticked` words as code. */
function withCode(text: string) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
