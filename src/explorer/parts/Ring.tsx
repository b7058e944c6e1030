import type { RowPageFragment } from "../queries/generated/graphql.js";
import { grouped } from "../grouped.js";
import { linkTo, useVisit } from "../visit.js";
import { shortFigure } from "../words.js";
import { BoltIcon } from "./icons.js";
import { Bdi, EntityLink, languageOf, type Mentioned } from "./names.js";
import { useWords } from "./Say.js";

type Row = RowPageFragment["nodes"][number];

interface Props {
  readonly entity: Mentioned;
  /** The claims about it. */
  readonly about: readonly Row[];
  /** The claims that lead to it. */
  readonly leading: readonly Row[];
  /** The predicates in the ontology's order. */
  readonly predicates: readonly string[];
}

/** How many neighbours are drawn of a predicate, and on a side. */
const MOST_OF_ONE = 4;
const MOST = 9;

/**
 * What an entity hangs together with by one step: what leads to it before it, what it leads to behind it. A line is a claim, its style the modality, and leads to the claim. It is
 * drawn by the style sheet, so that names are set as any text is, and on a phone it stands upright.
 */
export function Ring({ entity, about, leading, predicates }: Props) {
  const { say } = useWords();
  const after = sideOf(about, (row) => row.object, predicates);
  const before = sideOf(leading, (row) => row.subject, predicates);
  if (before.length + after.length === 0) return null;
  return (
    <section class="ring-part" aria-label={say("neighbours")}>
      <div class="ring">
        <Side side="before" groups={before} entity={entity} />
        <div class="hub">
          <Bdi text={entity.name} language={languageOf(entity)} />
        </div>
        <Side side="after" groups={after} entity={entity} />
      </div>
    </section>
  );
}

interface Group {
  readonly predicate: string;
  readonly label: string;
  readonly drawn: readonly { readonly row: Row; readonly neighbour: Mentioned }[];
  readonly more: number;
}

function sideOf(
  rows: readonly Row[],
  neighbourOf: (row: Row) => Mentioned | null,
  predicates: readonly string[],
): Group[] {
  const steps = rows.flatMap((row) => {
    const neighbour = neighbourOf(row);
    return neighbour ? [{ row, neighbour }] : [];
  });
  let left = MOST;
  const groups = [...grouped(steps, ({ row }) => row.predicate)];
  groups.sort(([a], [b]) => predicates.indexOf(a) - predicates.indexOf(b));
  return groups.map(([predicate, found]) => {
    const drawn = found.slice(0, Math.min(MOST_OF_ONE, left));
    left -= drawn.length;
    return { predicate, label: found[0]!.row.predicateLabel, drawn, more: found.length - drawn.length };
  });
}

function Side({ side, groups, entity }: { side: "before" | "after"; groups: readonly Group[]; entity: Mentioned }) {
  const visit = useVisit();
  const { say } = useWords();
  if (groups.length === 0) return null;
  return (
    <ul class={`side ${side}`}>
      {groups.map(({ predicate, label, drawn, more }) => (
        <li key={predicate}>
          <span class="by">{label}</span>
          <ul>
            {drawn.map(({ row, neighbour }) => (
              <li key={row.id}>
                {side === "after" && <Line row={row} />}
                <EntityLink entity={neighbour} />
                {side === "before" && <Line row={row} />}
              </li>
            ))}
            {more > 0 && (
              <li>
                <a class="more" href={linkTo(visit, "/graph", { focus: entity.id, predicate })}>
                  {say("more", { count: more })}
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** A claim as a line, with its amount where it has one. */
function Line({ row }: { readonly row: Row }) {
  const visit = useVisit();
  const { language } = useWords();
  return (
    <a
      class={`line modality-${row.modality.toLowerCase()}`}
      href={linkTo(visit, `/c/${row.id}`)}
      aria-label={row.statement}
    >
      {row.quantity && <span>{shortFigure(language, row.quantity.amount)}</span>}
      {row.conflicts.length > 0 && <BoltIcon />}
    </a>
  );
}
