import { hereWith, useVisit } from "../visit.js";
import { RemoveIcon } from "./icons.js";
import { useWords } from "./Say.js";

/** Values of one sort by which a list can be narrowed. */
export interface FacetGroup {
  /** What they are called together. */
  readonly name: string;
  /** The parameter of the address that narrows the list by one of them. */
  readonly parameter: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  /** Parameters that cannot be together with this one. */
  readonly excludes?: readonly string[];
}

/** By what a list can be narrowed, as links with counts; what already narrows it is among them and leads back. */
export function Facets({ groups }: { readonly groups: readonly FacetGroup[] }) {
  const { say } = useWords();
  const shown = groups.filter((group) => group.values.length > 0);
  if (shown.length === 0) return null;
  return (
    <nav class="facets" aria-label={say("narrow")}>
      {shown.map((group) => (
        <Group key={group.parameter} group={group} />
      ))}
    </nav>
  );
}

function Group({ group: { name, parameter, values, excludes = [] } }: { readonly group: FacetGroup }) {
  const visit = useVisit();
  const { say } = useWords();
  const chosen = visit.search.get(parameter);
  const cleared = Object.fromEntries(["after", ...excludes].map((one) => [one, null]));
  return (
    <section>
      <h2>{name}</h2>
      <ul>
        {values.map(({ value, label, count }) => (
          <li key={value}>
            {value === chosen ? (
              <a
                class="chosen"
                href={hereWith(visit, { after: null, [parameter]: null })}
                aria-label={say("widen", { label })}
              >
                <bdi>{label}</bdi> <RemoveIcon />
              </a>
            ) : (
              <a href={hereWith(visit, { ...cleared, [parameter]: value })}>
                <bdi>{label}</bdi>
              </a>
            )}{" "}
            <span class="faint">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The values of an answer, with the one that is chosen where nothing has it any more. */
export function withChosen(values: FacetGroup["values"], chosen: string | null): FacetGroup["values"] {
  if (chosen === null || values.some(({ value }) => value === chosen)) return values;
  return [{ value: chosen, label: chosen, count: 0 }, ...values];
}
