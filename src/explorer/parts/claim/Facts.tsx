import type { ComponentChildren } from "preact";
import { linkTo, useVisit } from "../../visit.js";
import { figure, say as sayIn, WORDS, type WordKey } from "../../words.js";
import { ClaimLink } from "../ClaimLink.js";
import { List } from "../List.js";
import { At, Day, ValidTime } from "../Moments.js";
import { Bdi, EntityLink, languageOf } from "../names.js";
import { useWords } from "../Say.js";
import { claimReference } from "./references.js";
import type { PageClaim, Units } from "./types.js";

/** The parts of what is claimed, each by the ontology's word for it. */
export function Facts({ claim, units }: { readonly claim: PageClaim; readonly units: Units }) {
  const visit = useVisit();
  const { say } = useWords();
  const { subject, object, quantity, text, date, attributedTo, assertedAt, supersedes } = claim;
  return (
    <section aria-labelledby="fact">
      <h2 id="fact">{say("fact")}</h2>
      <dl class="claim-facts">
        <Fact word="subject">
          <EntityLink entity={subject} /> <span class="faint">{subject.kindLabel}</span>
        </Fact>
        <Fact word="factPredicate">
          {claim.predicateLabel} <code>{claim.predicate}</code>
        </Fact>
        {object && (
          <Fact word="object">
            <EntityLink entity={object} /> <span class="faint">{object.kindLabel}</span>
          </Fact>
        )}
        {quantity && (
          <Fact word="quantity">
            <Quantity quantity={quantity} units={units} />
          </Fact>
        )}
        {text !== null && <Fact word="value">{text}</Fact>}
        {date !== null && (
          <Fact word="value">
            <Day date={date} />
          </Fact>
        )}
        <Fact word="holds">
          <ValidTime {...claim} />
        </Fact>
        <Fact word="factSaidBy">
          {attributedTo.length > 0 ? <Speakers speakers={attributedTo} /> : say("sourceItself")}
        </Fact>
        {assertedAt !== null && (
          <Fact word="saidOn">
            <Day date={assertedAt} />
          </Fact>
        )}
        {supersedes.length > 0 && (
          <Fact word="inPlaceOf">
            <List
              items={supersedes.map((one) => (
                <ClaimLink key={one.id} claim={one} />
              ))}
            />
          </Fact>
        )}
      </dl>
      <p class="on-screen">
        <a href={linkTo(visit, "/graph", { focus: subject.id })} data-key="g">
          {say("seeInGraph")}
        </a>
      </p>
    </section>
  );
}

function Fact({ word, children }: { readonly word: WordKey; readonly children: ComponentChildren }) {
  const { say } = useWords();
  return (
    <div>
      <dt class="faint">{say(word)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Names, and beside them those in another language that the reader may know them by. */
function Speakers({ speakers }: { readonly speakers: PageClaim["attributedTo"] }) {
  return (
    <List
      items={speakers.map((speaker) => {
        const language = languageOf(speaker);
        const other = speaker.names.find((name) => name.language !== language);
        return (
          <span key={speaker.id}>
            <EntityLink entity={speaker} />
            {other && (
              <span class="faint">
                {" "}
                (<Bdi text={other.text} language={other.language} />)
              </span>
            )}
          </span>
        );
      })}
    />
  );
}

function Quantity({
  quantity,
  units,
}: {
  readonly quantity: NonNullable<PageClaim["quantity"]>;
  readonly units: Units;
}) {
  const { language, say } = useWords();
  const { amount, unit, bound } = quantity;
  const label = units.find(({ name }) => name === unit)?.label ?? unit;
  const words = `${figure(language, amount)} ${label}`;
  return <>{bound === "EXACT" ? words : say(bound, { amount: words })}</>;
}

/** What was done with a claim here. */
export function History({ claim: { history } }: { readonly claim: PageClaim }) {
  const { say, language } = useWords();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say("historyHere")}</h2>
      <ol class="history">
        {history.map(({ at, action, by, reason }, index) => {
          const word = `did_${action}`;
          return (
            <li key={index}>
              <span class="faint">
                <At moment={at} />
              </span>
              <br />
              <strong>{word in WORDS ? sayIn(language, word as WordKey) : action}</strong> {say("doneBy", { name: by })}
              {reason !== null && <span class="why faint">{reason}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface TakeAwayProps {
  readonly claim: PageClaim;
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly playground: string;
}

/** What of a claim can be taken along. */
export function TakeAway({ claim, files, playground }: TakeAwayProps) {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h2 id="take-away">{say("takeAway")}</h2>
      <button type="button" data-copy={claimReference(visit, claim)} data-needs-script hidden>
        {say("copyClaim")}
      </button>
      <p class="reference">{claimReference(visit, claim)}</p>
      <ul>
        {files.map(({ name, href }) => (
          <li key={name}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li>
          <a href={playground}>{say("playground")}</a>
        </li>
      </ul>
    </section>
  );
}
