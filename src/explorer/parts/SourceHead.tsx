import { isWebAddress } from "../../claims/webAddress.js";
import type { ReadingRoomFragment, SourceLineFragment } from "../queries/generated/graphql.js";
import { AwayIcon } from "./icons.js";
import { List } from "./List.js";
import { EntityLink } from "./names.js";
import { useWords } from "./Say.js";
import { localeOf } from "../words.js";

/** Who made a source, when, under which terms, and what it takes from. */
export function SourceFacts({ source }: { readonly source: ReadingRoomFragment }) {
  const { say } = useWords();
  const { authors, publisher, publishedAt, language, url, license, attribution, text, derivedFrom } = source;
  const facts: [string, preact.ComponentChildren][] = [];
  if (authors.length > 0)
    facts.push([
      say("by"),
      <List
        items={authors.map((one) => (
          <EntityLink entity={one} />
        ))}
      />,
    ]);
  if (publisher !== null) facts.push([say("publisher"), <EntityLink entity={publisher} />]);
  if (publishedAt !== null) facts.push([say("published"), <time dateTime={publishedAt}>{publishedAt}</time>]);
  if (language !== null) facts.push([say("language"), <LanguageName tag={language} />]);
  if (url !== null) facts.push([say("original"), isWebAddress(url) ? <Away href={url} /> : url]);
  if (license !== null) facts.push([say("license"), isWebAddress(license) ? <Away href={license} /> : license]);
  if (attribution !== null) facts.push([say("credit"), attribution]);
  if (text !== null) {
    facts.push([say("storedAt"), <time dateTime={text.storedAt}>{text.storedAt.slice(0, 10)}</time>]);
    facts.push(["SHA-256", <code>{text.sha256}</code>]);
  }
  if (derivedFrom.length > 0) facts.push([say("takenFrom"), <Chain sources={derivedFrom} />]);
  return (
    <>
      {source.restricted && <p class="restricted">{say("restricted")}</p>}
      <dl class="parts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function LanguageName({ tag }: { readonly tag: string }) {
  const { language } = useWords();
  return <>{new Intl.DisplayNames([language], { type: "language" }).of(localeOf(tag).toString())}</>;
}

function Away({ href }: { readonly href: string }) {
  return (
    <a href={href} rel="external" dir="ltr">
      {href.replace(/^https?:\/\/(www\.)?/u, "").replace(/\/$/u, "")} <AwayIcon />
    </a>
  );
}

type Link = SourceLineFragment & { readonly derivedFrom?: readonly Link[] };

/** Sources with what they in turn take from. */
function Chain({ sources }: { readonly sources: readonly Link[] }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <EntityLink entity={source} />{" "}
          {source.publishedAt !== null && <time class="faint">{source.publishedAt}</time>}
          {source.derivedFrom && source.derivedFrom.length > 0 && <Chain sources={source.derivedFrom} />}
        </li>
      ))}
    </ul>
  );
}

/** Who takes from a source. */
export function RepeatedBy({ sources }: { readonly sources: readonly SourceLineFragment[] }) {
  const { say } = useWords();
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="repeated">
      <h2 id="repeated">{say("repeatedBy")}</h2>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source.id}>
            <EntityLink entity={source} />{" "}
            {source.publishedAt !== null && <time class="faint">{source.publishedAt}</time>}
          </li>
        ))}
      </ul>
    </section>
  );
}
