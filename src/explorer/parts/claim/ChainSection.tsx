import { linkTo, useVisit } from "../../visit.js";
import { directionOf } from "../../words.js";
import { LayeredDrawing, type DrawnBox, type DrawnLine } from "../LayeredDrawing.js";
import { EntityLink, languageOf } from "../names.js";
import { useWords } from "../Say.js";
import { chainOf, type Chain, type ChainSource } from "./chain.js";
import type { Numbered, PageClaim } from "./types.js";

/** A drawing of more sources says less than their list. */
const MOST_DRAWN = 24;

interface Props {
  readonly claim: PageClaim;
  readonly citations: readonly Numbered[];
}

/** Where a claim comes from, who speaks first and who repeats it: as a drawing, and as a list. */
export function ChainSection({ claim, citations }: Props) {
  const { say } = useWords();
  const chain = chainOf(claim, citations);
  const isDrawn = chain.sources.size <= MOST_DRAWN;
  const list = <ChainList chain={chain} />;
  return (
    <section class="chain" aria-labelledby="chain">
      <h2 id="chain">{say("chain")}</h2>
      {isDrawn ? (
        <>
          <div class="chain-scroll card" role="region" aria-label={say("chainDrawn")} tabIndex={0}>
            <ChainDrawing claim={claim} chain={chain} />
          </div>
          <details>
            <summary>{say("chainAsList")}</summary>
            {list}
          </details>
        </>
      ) : (
        list
      )}
    </section>
  );
}

function ChainDrawing({ claim, chain }: { readonly claim: PageClaim; readonly chain: Chain }) {
  const visit = useVisit();
  const { say, language } = useWords();
  const direction = directionOf(language) === "rtl" ? "RL" : "LR";
  const quoted = useQuoted();
  const boxes: DrawnBox[] = [];
  const lines: DrawnLine[] = [];
  const line = (from: string, to: string, label: string, href: string | null = null) =>
    lines.push({ id: `${from} ${to}`, from, to, label, href });
  for (const { entity, origins, wrote } of chain.speakers) {
    const id = `speaker ${entity.id}`;
    boxes.push({
      ...{ id, name: entity.name, language: languageOf(entity), class: "speaker" },
      ...{ below: say(wrote ? "author" : "speaker"), href: linkTo(visit, `/e/${entity.id}`) },
    });
    for (const origin of origins) line(id, origin, say(wrote ? "wrote" : "saidIn"));
  }
  for (const [id, { source, takenFrom, quotes, isOrigin }] of chain.sources) {
    const date = direction === "RL" && source.publishedAt ? `\u2066${source.publishedAt}\u2069` : source.publishedAt; // its parts in their order
    const below = [source.sourceTypeLabel, date, isOrigin && say("origin")];
    boxes.push({
      ...{ id, name: source.name, language: languageOf(source), class: isOrigin ? "origin" : "source" },
      ...{ below: below.filter(Boolean).join(" · "), href: linkTo(visit, `/e/${id}`) },
    });
    for (const from of takenFrom) line(from, id, say("repeatedByThis"));
    if (quotes.length > 0) line(id, "claim", quoted(quotes.map(({ number }) => number)), `#q${quotes[0]!.number}`);
  }
  boxes.push({
    ...{ id: "claim", name: claim.statement, language, class: "claim" },
    ...{ below: say("thisClaim"), href: linkTo(visit, `/c/${claim.id}`) },
  });
  const options = { direction, layerGap: 28, gap: 18 } as const;
  return <LayeredDrawing id="chain" title={say("chain")} boxes={boxes} lines={lines} options={options} />;
}

/** `quotes 1, 2`; of many, how many they are. */
function useQuoted(): (numbers: readonly number[]) => string {
  const { say, count } = useWords();
  return (numbers) => {
    if (numbers.length === 1) return say("quoteNumber", { number: numbers[0]! });
    return numbers.length > 4
      ? count("quotesHere", numbers.length)
      : say("quoteNumbers", { numbers: numbers.join(", ") });
  };
}

function ChainList({ chain }: { readonly chain: Chain }) {
  const { say } = useWords();
  const origins = [...chain.sources.values()].filter(({ isOrigin }) => isOrigin);
  return (
    <ul class="chain-list">
      {origins.map((origin) => {
        const { id } = origin.source;
        const speakers = chain.speakers.filter((speaker) => speaker.origins.includes(id));
        return (
          <li key={id}>
            {speakers.map(({ entity, wrote }) => (
              <span key={entity.id}>
                <EntityLink entity={entity} /> <span class="faint">{say(wrote ? "wrote" : "saidIn")}</span>{" "}
              </span>
            ))}
            <SourceInList chain={chain} one={origin} above={[]} />
          </li>
        );
      })}
    </ul>
  );
}

interface InListProps {
  readonly chain: Chain;
  readonly one: ChainSource;
  /** What it stands beneath: a source that was taken from itself in a circle is not told again. */
  readonly above: readonly string[];
}

function SourceInList({ chain, one, above }: InListProps) {
  const { say } = useWords();
  const { source, quotes, isOrigin } = one;
  const path = [...above, source.id];
  const parent = above.at(-1);
  const shown = quotes.filter(({ takenFrom }) =>
    parent === undefined ? takenFrom.length === 0 : takenFrom.includes(parent),
  );
  const repeaters = [...chain.sources.values()].filter(
    ({ source: { id }, takenFrom }) => takenFrom.includes(source.id) && !path.includes(id),
  );
  return (
    <>
      <EntityLink entity={source} />{" "}
      <span class="faint">
        {[source.sourceTypeLabel, source.publishedAt, isOrigin && say("origin")].filter(Boolean).join(" · ")}
      </span>{" "}
      {shown.map(({ number }) => (
        <a key={number} class="chain-quote" href={`#q${number}`}>
          {say("quoteNumber", { number })}
        </a>
      ))}
      {repeaters.length > 0 && (
        <ul>
          {repeaters.map((repeater) => (
            <li key={repeater.source.id}>
              <span class="faint">{say("repeatedByThis")}</span>{" "}
              <SourceInList chain={chain} one={repeater} above={path} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
