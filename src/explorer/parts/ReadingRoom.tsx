import type { ReadingRoomFragment } from "../queries/generated/graphql.js";
import { fragmentOf, nested, paragraphsOf, type Nested, type Passage, type Piece } from "../passages.js";
import { hereWith, linkTo, useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { RankBadge, StatusBadge } from "./Badges.js";
import { ClaimLink } from "./ClaimLink.js";
import { useWords } from "./Say.js";

type Citation = ReadingRoomFragment["citations"]["nodes"][number];

/** A passage of the text with the citations that quote just it. */
interface Quoted extends Passage {
  readonly citations: readonly Citation[];
}

interface Props {
  readonly source: ReadingRoomFragment & { readonly id: string };
}

/** A source's text with every quote taken from it, the claims beside their passages; the quotes alone where no text is stored. */
export function ReadingRoom({ source }: Props) {
  const { say, count } = useWords();
  const { text, citations } = source;
  const isThere = (one: Citation) =>
    text !== null && one.start !== null && text.content.slice(one.start, one.end ?? 0) === one.quote;
  const elsewhere = citations.nodes.filter((one) => !isThere(one));
  return (
    <section aria-labelledby="text">
      <h2 id="text">{text === null ? say("quotes") : say("storedText")}</h2>
      <p class="faint">
        {citations.totalCount === 0 ? say("noQuotes") : count("quotes", citations.totalCount)}
        {text === null && <> · {say("noText")}</>}
      </p>
      {text !== null && <Text source={source} text={text} quoted={quotedIn(citations.nodes.filter(isThere))} />}
      {elsewhere.length > 0 && <Elsewhere citations={elsewhere} hasText={text !== null} />}
      <MoreQuotes source={source} />
    </section>
  );
}

/** Passages in the order in which they begin, the longer first. */
function quotedIn(citations: readonly Citation[]): Quoted[] {
  const passages = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = fragmentOf(citation);
    passages.set(key, [...(passages.get(key) ?? []), citation]);
  }
  return [...passages.values()]
    .map((citations) => ({ start: citations[0]!.start!, end: citations[0]!.end!, citations }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

interface TextProps extends Props {
  readonly text: NonNullable<ReadingRoomFragment["text"]>;
  readonly quoted: readonly Quoted[];
}

/**
 * The text itself, letter for letter: nothing is put between its characters, and each paragraph tells where it begins, so that what a reader selects has its place. A mark is plain
 * inline, without room around it, for Arabic letters join over its ends.
 */
function Text({ source, text, quoted }: TextProps) {
  const language = text.language ?? source.language;
  const direction = language === null ? undefined : directionOf(language);
  return (
    <div class="reading" data-source={source.id} data-sha256={text.sha256}>
      {paragraphsOf(text.content, quoted).map((paragraph) => (
        <div key={paragraph.start} class="paragraph">
          <p lang={language ?? undefined} dir={direction} data-start={paragraph.start}>
            {paragraph.pieces.map((piece) => (
              <Words key={piece.start} piece={piece} quoted={quoted} />
            ))}
          </p>
          <Notes passages={nested(paragraph.begins, quoted)} quoted={quoted} />
        </div>
      ))}
    </div>
  );
}

/** A piece of the text; where it is quoted, it leads to the claims of the shortest of its passages. */
function Words({ piece: { text, passages, begins }, quoted }: { piece: Piece; quoted: readonly Quoted[] }) {
  if (passages.length === 0) return <>{text}</>;
  const shortest = passages.reduce((a, b) => (lengthOf(quoted[b]!) < lengthOf(quoted[a]!) ? b : a));
  const [first, ...others] = begins.map((index) => placeOf(quoted[index]!));
  return (
    <mark
      id={first}
      data-quote={first && ""}
      data-in={passages.join(" ")}
      class={passages.length > 1 ? "several" : undefined}
    >
      {others.map((id) => (
        <span key={id} id={id} />
      ))}
      {text.trim() === "" ? text : <a href={`#${noteOf(quoted[shortest]!)}`}>{text}</a>}
    </mark>
  );
}

const lengthOf = ({ start, end }: Passage) => end - start;
const placeOf = (passage: Passage) => fragmentOf({ id: "", ...passage });
const noteOf = ({ start, end }: Passage) => `n-${start}-${end}`;

/** What is claimed by the words that begin in a paragraph; below a passage stand those that lie within it. */
function Notes({ passages, quoted }: { readonly passages: readonly Nested[]; readonly quoted: readonly Quoted[] }) {
  const { say } = useWords();
  if (passages.length === 0) return null;
  return (
    <ul class="notes">
      {passages.map(({ index, within }) => (
        <li key={index} id={noteOf(quoted[index]!)} data-note={index} data-row>
          <a class="number-of" href={`#${placeOf(quoted[index]!)}`}>
            <span class="only-heard">{say("quote")} </span>
            {index + 1}
          </a>
          <Claims citations={quoted[index]!.citations} />
          <Notes passages={within} quoted={quoted} />
        </li>
      ))}
    </ul>
  );
}

function Claims({ citations }: { readonly citations: readonly Citation[] }) {
  const { say } = useWords();
  return (
    <ul>
      {citations.map(({ id, claim, basis }) => (
        <li key={id}>
          <ClaimLink claim={claim} /> <RankBadge rank={claim.rank} /> <StatusBadge status={claim.status} />
          {basis === "INFERRED" && <span class="faint">{say("inferred")}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Quotes that have no place in the stored text, in the words as recorded. */
function Elsewhere({ citations, hasText }: { readonly citations: readonly Citation[]; readonly hasText: boolean }) {
  const { say } = useWords();
  return (
    <>
      {hasText && <h3>{say("changedQuotes")}</h3>}
      {hasText && <p class="faint">{say("changedQuotesWhy")}</p>}
      <ol class="quotes">
        {citations.map((citation) => (
          <li key={citation.id} id={fragmentOf(citation)} data-row data-quote>
            <blockquote
              lang={citation.language ?? undefined}
              dir={citation.language ? directionOf(citation.language) : undefined}
            >
              {citation.quote}
            </blockquote>
            <Claims citations={[citation]} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The way to the quotes that are not on this page, where a source has very many. */
function MoreQuotes({ source: { id, citations } }: Props) {
  const visit = useVisit();
  const { say } = useWords();
  const { hasNextPage, endCursor } = citations.pageInfo;
  const isLater = visit.search.has("quotesAfter");
  if (!hasNextPage && !isLater) return null;
  return (
    <p class="pages">
      {isLater && <a href={linkTo(visit, `/e/${id}`)}>{say("firstQuotes")}</a>}
      {hasNextPage && <a href={hereWith(visit, { quotesAfter: endCursor ?? null })}>{say("nextQuotes")}</a>}
    </p>
  );
}
