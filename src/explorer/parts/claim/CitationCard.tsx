import type { ComponentChildren } from "preact";
import { hereWith, useVisit } from "../../visit.js";
import { passageAddress } from "../../textFragment.js";
import { AwayIcon, DashIcon, TickIcon } from "../icons.js";
import { List } from "../List.js";
import { Day } from "../Moments.js";
import { fragmentOf } from "../../passages.js";
import { EntityLink } from "../names.js";
import { inLanguage, Quotation } from "../Quotation.js";
import { Say, useWords } from "../Say.js";
import { StoredText } from "../StoredText.js";
import { contextObject } from "./coins.js";
import { quoteReference } from "./references.js";
import type { Numbered, PageCitation, PageClaim } from "./types.js";

interface Props extends Numbered {
  readonly claim: PageClaim;
  /** Whether the stored text is shown without being asked for. */
  readonly open: boolean;
}

/** One quote as an exhibit: who says it, the words, and whether they stand in the source's stored text. */
export function CitationCard({ claim, citation, number, open }: Props) {
  const { say } = useWords();
  const { source, translation, context } = citation;
  return (
    <section class="citation card" id={`q${number}`} data-row tabIndex={-1} aria-labelledby={`q${number}-source`}>
      <h3 id={`q${number}-source`}>
        <a class="badge quote-number" href={`#q${number}`} aria-label={say("quoteNumber", { number })}>
          {number}
        </a>{" "}
        <EntityLink entity={source} fragment={fragmentOf(citation)} />
      </h3>
      <AboutSource citation={citation} />
      <Quotation language={citation.language} cite={source.url}>
        {citation.quote}
      </Quotation>
      {translation && (
        <p class="translation">
          <span class="badge">{say("translated")}</span>{" "}
          <span {...inLanguage(translation.language)}>{translation.text}</span>
        </p>
      )}
      {citation.basis === "INFERRED" && <p class="faint">{say("readFromWords")}</p>}
      <Verification citation={citation} />
      {context && (
        <details open={open}>
          <summary>{say("inStoredText")}</summary>
          <StoredText number={number} language={source.language ?? citation.language} context={context} />
        </details>
      )}
      {source.url && (
        <p class="on-paper" dir="ltr">
          {source.url}
        </p>
      )}
      {source.attribution !== null && <p class="faint">{source.attribution}</p>}
      <Actions claim={claim} citation={citation} number={number} />
      <span class="Z3988" title={contextObject(source)} />
    </section>
  );
}

/** Of what sort a source is, since when, by whom, and from where it took what is cited. */
function AboutSource({ citation: { source, derivedFrom } }: { readonly citation: PageCitation }) {
  const { say } = useWords();
  const named = derivedFrom.length > 0 ? derivedFrom : source.derivedFrom;
  const from = named.filter(({ id }) => id !== source.id);
  const links = (entities: readonly Parameters<typeof EntityLink>[0]["entity"][]) => (
    <List
      items={entities.map((entity) => (
        <EntityLink key={entity.id} entity={entity} />
      ))}
    />
  );
  const parts: ComponentChildren[] = [source.sourceTypeLabel];
  if (source.publishedAt) parts.push(<Day date={source.publishedAt} />);
  if (source.authors.length > 0) parts.push(<Say word="byNames" values={{ names: links(source.authors) }} />);
  if (source.publisher) parts.push(<Say word="publishedBy" values={{ names: links([source.publisher]) }} />);
  if (from.length > 0) parts.push(<Say word="takenFromNames" values={{ names: links(from) }} />);
  else if (derivedFrom.length > 0) parts.push(say("ownWords"));
  return (
    <p class="about-source">
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
      {source.restricted && <strong>{say("onlyForCurators")}</strong>}
    </p>
  );
}

function Verification({ citation }: { readonly citation: PageCitation }) {
  const { say } = useWords();
  const { verification, start, end, textHash, source } = citation;
  if (verification === "VERIFIED") {
    return (
      <p class="verification verified">
        <TickIcon /> {say("verified", { start: start ?? 0, end: end ?? 0 })}{" "}
        {textHash && (
          <span class="digest">
            sha256 <code dir="ltr">{textHash}</code>
          </span>
        )}
      </p>
    );
  }
  const isChanged = verification === "CHANGED";
  return (
    <p class={`verification ${isChanged ? "changed" : "no-text"}`} role={isChanged ? "note" : undefined}>
      <DashIcon /> <strong>{say(isChanged ? "changed" : "noTextStored")}</strong>{" "}
      {say(isChanged ? "changedMeans" : "noTextMeans")}
      {!isChanged && source.url && ` ${say("originalIsNear")}`}
    </p>
  );
}

function Actions({ claim, citation, number }: Omit<Props, "open">) {
  const visit = useVisit();
  const { say } = useWords();
  const { source, quote, context, prefix, suffix } = citation;
  const passage = { quote, before: context?.before ?? prefix ?? "", after: context?.after ?? suffix ?? "" };
  const original = source.url && passageAddress(source.url, passage);
  return (
    <p class="actions">
      <button
        type="button"
        data-copy={quoteReference(visit, claim, citation, number)}
        data-key="y"
        data-needs-script
        hidden
      >
        {say("copyQuote")}
      </button>
      {original && (
        <a class="button" href={original} rel="external noreferrer" data-key="o">
          {say("originalAtPassage")} <AwayIcon />
        </a>
      )}
      <a class="button" href={`${hereWith(visit, {})}#q${number}`}>
        {say("linkToQuote", { number })}
      </a>
    </p>
  );
}
