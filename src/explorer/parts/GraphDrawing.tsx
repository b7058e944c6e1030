import type { Modality } from "../queries/generated/graphql.js";
import { useVisit } from "../visit.js";
import { Drawing, DASHES } from "./Drawing.js";
import type { DrawnClaims } from "./drawn.js";
import { BoltIcon } from "./icons.js";
import { useWords } from "./Say.js";
import type { GraphEntityFragment } from "../queries/generated/graphql.js";

interface Props {
  readonly title: string;
  readonly entities: readonly GraphEntityFragment[];
  readonly lines: readonly DrawnClaims[];
  readonly focus: string | null;
}

/** A drawing in a page: beside one another where there is room, and downwards on a phone, where it begins at what is in the middle. */
export function GraphDrawing(props: Props) {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <div class="pane" tabIndex={0} role="region" aria-label={say("drawing")} data-drawing>
      <Drawing {...props} flow={visit.language === "ar" ? "RL" : "LR"} />
      <Drawing {...props} flow="TB" />
    </div>
  );
}

/** What the lines mean: as many sorts as there are. */
export function Legend({ lines }: { readonly lines: readonly DrawnClaims[] }) {
  const { say } = useWords();
  const found = new Set(lines.flatMap(({ claims }) => claims.map(({ modality }) => modality)));
  return (
    <ul class="legend" aria-label={say("legend")}>
      {(Object.keys(DASHES) as Modality[])
        .filter((modality) => found.has(modality))
        .map((modality) => (
          <li key={modality}>
            <svg viewBox="0 0 32 4" width="32" height="4" aria-hidden="true">
              <path d="M0 2h32" stroke="currentColor" stroke-width="1.5" stroke-dasharray={DASHES[modality]} />
            </svg>{" "}
            {say(modality)}
          </li>
        ))}
      {lines.some(({ isContradicted }) => isContradicted) && (
        <li class="contradicted">
          <svg viewBox="0 0 32 4" width="32" height="4" aria-hidden="true">
            <path d="M0 2h32" stroke="currentColor" stroke-width="1.5" />
          </svg>{" "}
          <BoltIcon /> {say("contradicted")}
        </li>
      )}
    </ul>
  );
}
