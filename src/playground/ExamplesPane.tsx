import { useGraphiQL, type GraphiQLPlugin } from "@graphiql/react";
import { useEffect, useMemo, useState } from "react";
import { exampleGroups } from "./examples.js";
import { ExamplesIcon } from "./icons.js";
import { isServed } from "./isServed.js";
import { knownThings, type KnownThings } from "./knownThings.js";
import { useOpenExample } from "./useOpenExample.js";

/** The pane that lists what the served graph can be asked and told. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: "Examples", icon: ExamplesIcon, content: ExamplesPane };

function ExamplesPane() {
  const open = useOpenExample();
  const groups = useServedGroups();
  return (
    <section aria-label="Examples" className="sanad-examples">
      <h2>Examples</h2>
      {groups.map(({ title, note, runs, examples }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <p>{note}</p>
          <ul>
            {examples.map((example) => (
              <li key={example.name}>
                <button type="button" onClick={() => void open(example, runs)}>
                  <b>{example.name}</b>
                  <span>{withCode(example.description)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** The groups without what the served graph has no fields or predicates for, and without those that are empty. */
function useServedGroups() {
  const schema = useGraphiQL((state) => state.schema);
  const [things, setThings] = useState<KnownThings>();
  useEffect(() => void knownThings().then(setThings), []);
  return useMemo(() => {
    if (!things) return [];
    const groups = exampleGroups.map((group) => ({
      ...group,
      examples: group.examples.filter((example) => isServed(example, schema ?? null, things)),
    }));
    return groups.filter(({ examples }) => examples.length > 0);
  }, [schema, things]);
}

/** The text with its `backticked` words as code. */
function withCode(text: string) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
