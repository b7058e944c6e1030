import type { ComponentChildren } from "preact";
import { ContradictedBadge, ModalityBadge } from "../parts/Badges.js";
import { ClaimLink } from "../parts/ClaimLink.js";
import { GraphDrawing, Legend } from "../parts/GraphDrawing.js";
import { linesOf } from "../parts/drawn.js";
import { EntityLink } from "../parts/names.js";
import { Say, useWords } from "../parts/Say.js";
import type { GraphEntityFragment, GraphPageQuery } from "../queries/generated/graphql.js";
import { hereWith, useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { OtherEndForm } from "./graphStart.js";

/** How long chains are at most. */
export const MAX_LENGTH = 4;

type Chain = NonNullable<GraphPageQuery["paths"]>[number];

interface Props {
  readonly from: GraphEntityFragment;
  readonly to: GraphEntityFragment;
  readonly paths: readonly Chain[];
  /** What is shown in the place of chains that could not be found out. */
  readonly problem: ComponentChildren;
}

/** How two entities hang together: each chain drawn, and its quotes step by step. */
export function BetweenView({ from, to, paths, problem }: Props) {
  const visit = useVisit();
  const { say, count } = useWords();
  const isSame = from.id === to.id;
  return (
    <>
      <p class="crumb">{say("graph")}</p>
      <h1>
        <Say word="between" values={{ from: <EntityLink entity={from} />, to: <EntityLink entity={to} /> }} />
      </h1>
      {problem}
      {isSame && <p>{say("sameEntity")}</p>}
      {problem === null && !isSame && (
        <p>
          {paths.length === 0
            ? say("noChain", { most: MAX_LENGTH })
            : `${count("chains", paths.length)}. ${say("everyLine")}`}{" "}
          <a href={hereWith(visit, { from: to.id, to: from.id })}>{say("otherWay")}</a>
        </p>
      )}
      {!isSame && paths.map((chain, index) => <ChainOf key={index} chain={chain} place={index + 1} />)}
      <h2>{say("another")}</h2>
      <OtherEndForm from={from} />
    </>
  );
}

function ChainOf({ chain: { nodes, claims }, place }: { readonly chain: Chain; readonly place: number }) {
  const { say, count, language } = useWords();
  const lines = linesOf(claims, new Set(), language);
  const title = say("chainNumber", { place });
  return (
    <section class="chain-between">
      <h2>
        {title} <span class="faint">{count("claims", claims.length)}</span>
      </h2>
      <Legend lines={lines} />
      <GraphDrawing
        title={`${title}: ${nodes.map(({ name }) => name).join(" – ")}`}
        entities={nodes}
        lines={lines}
        focus={nodes[0]!.id}
      />
      <ol>
        {claims.map((claim) => (
          <li key={claim.id} data-row>
            <h3>
              <ClaimLink claim={claim} />
            </h3>
            <p class="badges">
              <ModalityBadge modality={claim.modality} /> {claim.conflicts.length > 0 && <ContradictedBadge />}{" "}
              <span class="faint">
                {count("citations", claim.support.citations)}, {count("origins", claim.support.origins)}
              </span>
            </p>
            {claim.citations.map(({ id, quote, language: tongue, source }) => (
              <figure key={id}>
                <blockquote {...(tongue && { lang: tongue, dir: directionOf(tongue) })}>{quote}</blockquote>
                <figcaption>
                  <EntityLink entity={source} /> {source.publishedAt && <time>{source.publishedAt}</time>}
                </figcaption>
              </figure>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
