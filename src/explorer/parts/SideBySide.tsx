import type { ComponentChildren } from "preact";
import { amountPhrase, unitLabel, type Units } from "../amounts.js";
import type { ConflictPageQuery } from "../queries/generated/graphql.js";
import { linkTo, useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { ModalityBadge, RankBadge } from "./Badges.js";
import { PublishedAt } from "./CitedClaim.js";
import { ClaimLink } from "./ClaimLink.js";
import { UnequalIcon } from "./icons.js";
import { EntityLink, EntityLinks } from "./names.js";
import { Say, useWords } from "./Say.js";
import { SourceWords } from "./SourceWords.js";
import { ValidTime } from "./ValidTime.js";

type Claim = NonNullable<ConflictPageQuery["conflict"]>["claims"][number];

/** What claims are compared by: its name, what tells whether two differ, and how it is shown. */
interface Aspect {
  readonly name: string;
  readonly key: (claim: Claim) => string;
  readonly show: (claim: Claim) => ComponentChildren;
}

/** Claims in columns, the best quote of each, and row by row in what they agree and differ. */
export function SideBySide({ claims, units }: { readonly claims: readonly Claim[]; readonly units: Units }) {
  const visit = useVisit();
  const { say } = useWords();
  const aspects = useAspects(units);
  const differing = aspects.map(({ key }) => new Set(claims.map(key)).size > 1);
  return (
    <section aria-labelledby="side">
      <h2 id="side">{say("side")}</h2>
      <div class="columns compared">
        {claims.map((claim) => (
          <section key={claim.id} class="card" data-row aria-labelledby={claim.id}>
            <h3 id={claim.id}>
              <ClaimLink claim={claim} />
            </h3>
            <BestQuote claim={claim} />
            <dl>
              {aspects.map(({ name, show }, index) => (
                <div key={name} class={differing[index] ? "differs" : undefined}>
                  <dt>
                    {name}
                    {differing[index] && (
                      <span class="against">
                        <UnequalIcon /> <span class="only-heard">{say("differs")}</span>
                      </span>
                    )}
                  </dt>
                  <dd>{show(claim)}</dd>
                </div>
              ))}
            </dl>
            <p>
              <a href={linkTo(visit, `/c/${claim.id}`)} aria-label={`${say("oneMoreQuote")}: ${claim.statement}`}>
                {say("oneMoreQuote")}
              </a>
            </p>
          </section>
        ))}
      </div>
    </section>
  );
}

function BestQuote({ claim }: { readonly claim: Claim }) {
  const { say } = useWords();
  const citation = bestCitation(claim);
  if (!citation) return <div />;
  const { quote, language, translation, source } = citation;
  return (
    <div>
      <SourceWords text={quote} language={language} />
      {translation && (
        <p class="faint translation">
          <span class="badge">{say("translated")}</span>{" "}
          <span lang={translation.language} dir={directionOf(translation.language)}>
            {translation.text}
          </span>
        </p>
      )}
      <p class="facts">
        <span>
          <EntityLink entity={source} />
          <PublishedAt source={source} />
        </span>
      </p>
    </div>
  );
}

/** The citation that says it best: in so many words, found in the stored text, by whom it comes from. */
export function bestCitation({ citations, origins }: Claim): Claim["citations"][number] | undefined {
  const worth = ({ basis, verification, source }: Claim["citations"][number]) =>
    (basis === "STATED" ? 4 : 0) +
    (verification === "VERIFIED" ? 2 : 0) +
    (origins.some(({ id }) => id === source.id) ? 1 : 0);
  return [...citations].sort((a, b) => worth(b) - worth(a))[0];
}

function useAspects(units: Units): Aspect[] {
  const { say, count, language } = useWords();
  const ids = (items: readonly { readonly id: string }[]) =>
    items
      .map(({ id }) => id)
      .sort()
      .join(" ");
  const untold = <span class="faint">{say("notTold")}</span>;
  return [
    {
      name: say("sideValue"),
      key: ({ quantity, object, text, date }) => JSON.stringify([quantity, object?.id, text, date]),
      show: ({ quantity, object, text, date, predicateLabel }) => (
        <>
          {predicateLabel}:{" "}
          {quantity && (
            <strong>
              {say(quantity.bound, { amount: amountPhrase(language, quantity.amount) })}{" "}
              {unitLabel(quantity.unit, units)}
            </strong>
          )}
          {quantity && object && say("comma")}
          {object && <EntityLink entity={object} />}
          {text !== null && <strong>{text}</strong>}
          {date !== null && (
            <strong>
              <time dateTime={date}>{date}</time>
            </strong>
          )}
        </>
      ),
    },
    {
      name: say("sideModality"),
      key: ({ modality }) => modality,
      show: ({ modality }) => <ModalityBadge modality={modality} />,
    },
    {
      name: say("sideTime"),
      key: ({ validFrom, validTo }) => `${validFrom} ${validTo}`,
      show: ({ validFrom, validTo }) =>
        validFrom === null && validTo === null ? untold : <ValidTime from={validFrom} to={validTo} />,
    },
    {
      name: say("sideSpeaker"),
      key: ({ attributedTo }) => ids(attributedTo),
      show: ({ attributedTo }) =>
        attributedTo.length > 0 ? (
          <EntityLinks entities={attributedTo} />
        ) : (
          <span class="faint">{say("sourceItself")}</span>
        ),
    },
    {
      name: say("sideSaidOn"),
      key: ({ assertedAt }) => assertedAt ?? "",
      show: ({ assertedAt }) => (assertedAt === null ? untold : <time dateTime={assertedAt}>{assertedAt}</time>),
    },
    {
      name: say("sideSupport"),
      key: ({ support }) => `${support.citations} ${support.origins}`,
      show: ({ support }) => `${count("citations", support.citations)} · ${count("origins", support.origins)}`,
    },
    {
      name: say("sideOrigins"),
      key: ({ origins }) => ids(origins),
      show: ({ origins }) => <EntityLinks entities={origins} />,
    },
    { name: say("sideRank"), key: ({ rank }) => rank, show: (claim) => <Ranked claim={claim} /> },
  ];
}

/** A curator's ordering, with the reason that was given for it. */
function Ranked({ claim: { rank, history } }: { readonly claim: Claim }) {
  const { say } = useWords();
  const ranked = history.findLast(({ action }) => action === "RANKED");
  return (
    <>
      {rank === "NORMAL" ? say(rank) : <RankBadge rank={rank} />}
      {ranked?.reason && (
        <p class="faint">
          <Say
            word="rankedWhy"
            values={{
              reason: <bdi>{ranked.reason}</bdi>,
              by: <bdi>{ranked.by}</bdi>,
              date: <time>{ranked.at.slice(0, 10)}</time>,
            }}
          />
        </p>
      )}
    </>
  );
}
