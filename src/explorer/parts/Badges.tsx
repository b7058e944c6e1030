import type { Modality, Rank, Status } from "../queries/generated/graphql.js";
import { BoltIcon, StarIcon } from "./icons.js";
import { useWords } from "./Say.js";

/** How sure a claim is meant to be: a word, and a line of its own style. */
export function ModalityBadge({ modality }: { readonly modality: Modality }) {
  const { say } = useWords();
  return <span class={`badge modality-${modality.toLowerCase()}`}>{say(modality)}</span>;
}

/** A curator's ordering, where there is one to tell. */
export function RankBadge({ rank }: { readonly rank: Rank }) {
  const { say } = useWords();
  if (rank === "NORMAL") return null;
  return (
    <span class={`badge rank-${rank.toLowerCase()}`}>
      {rank === "PREFERRED" && <StarIcon />} {say(rank)}
    </span>
  );
}

/** Where a claim is in its life here, unless it stands. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { say } = useWords();
  return status === "ACTIVE" ? null : <span class="badge status">{say(status)}</span>;
}

/** Says that something contradicts a claim. */
export function ContradictedBadge() {
  const { say } = useWords();
  return (
    <span class="badge contradicted">
      <BoltIcon /> {say("contradicted")}
    </span>
  );
}
