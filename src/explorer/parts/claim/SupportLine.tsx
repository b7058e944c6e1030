import { EntityLink } from "../names.js";
import { List } from "../List.js";
import { Say, useWords } from "../Say.js";
import type { PageClaim } from "./types.js";

/** How many of a claim's origins are named. */
const NAMED = 3;

/** How a claim is supported, in one sentence: how many say so, and how many voices that really is. */
export function SupportLine({ claim }: { readonly claim: PageClaim }) {
  const { count } = useWords();
  const { support, origins, citationPages } = claim;
  const [origin] = origins;
  if (!origin) return null;
  const values = {
    citations: <strong>{count("citations", support.citations)}</strong>,
    sources: <strong>{count("sources", support.sources)}</strong>,
    origins: <strong class="origins">{count("origins", support.origins)}</strong>,
    origin: <EntityLink entity={origin} />,
    voices: count("voices", support.origins),
  };
  if (origins.length > 1) {
    const named = origins.slice(0, NAMED).map((one) => <EntityLink key={one.id} entity={one} />);
    const rest = origins.length - named.length;
    const list = <List items={rest > 0 ? [...named, count("others", rest)] : named} />;
    return (
      <p class="support">
        <Say word="supportSeveralOrigins" values={{ ...values, list }} />
      </p>
    );
  }
  const isItsOwn = support.sources === 1 && citationPages.nodes[0]?.source.id === origin.id;
  const word = isItsOwn ? "supportOwnWords" : support.sources === 1 ? "supportOneSource" : "supportOneOrigin";
  return (
    <p class="support">
      <Say word={word} values={values} />
    </p>
  );
}
