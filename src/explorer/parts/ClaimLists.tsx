import type { HiddenRowsFragment, RowPageFragment } from "../queries/generated/graphql.js";
import { grouped } from "../grouped.js";
import { askedOf, SORTS, type Role } from "../entityAsked.js";
import { hereWith, useVisit } from "../visit.js";
import type { WordKey } from "../words.js";
import { ClaimRows } from "./ClaimRows.js";
import { useWords } from "./Say.js";

interface Props {
  readonly role: Role;
  readonly page: RowPageFragment;
  readonly hidden: HiddenRowsFragment | null | undefined;
  /** The predicates in the ontology's order. */
  readonly predicates: readonly string[];
}

const TITLES = { SUBJECT: "claimsAbout", OBJECT: "claimsLeading", SPEAKER: "claimsSaid" } as const;

/** The claims in which an entity has one part: grouped by predicate unless another order is asked for, what a curator prefers first. */
export function ClaimList({ role, page, hidden, predicates }: Props) {
  const visit = useVisit();
  const { say, count } = useWords();
  const id = role.toLowerCase();
  const isSorted = askedOf(visit).sort !== null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say(TITLES[role])} <span class="faint">{count("claims", page.totalCount)}</span>
      </h2>
      <Narrowing role={role} facets={page.facets} />
      {isSorted ? (
        <ClaimRows claims={page.nodes} />
      ) : (
        inOrder(page.nodes, predicates).map(([predicate, rows]) => (
          <div key={predicate} class="group">
            <h3>{rows[0]!.predicateLabel}</h3>
            <ClaimRows claims={rows} />
          </div>
        ))
      )}
      <Pages role={role} page={page} />
      {hidden && hidden.totalCount > 0 && (
        <details class="folded">
          <summary>{count("notShown", hidden.totalCount)}</summary>
          <ClaimRows claims={hidden.nodes} />
        </details>
      )}
    </section>
  );
}

const RANKS = ["PREFERRED", "NORMAL", "DEPRECATED"];

function inOrder(rows: RowPageFragment["nodes"], predicates: readonly string[]) {
  const placeOf = (predicate: string) => predicates.indexOf(predicate);
  return [...grouped(rows, ({ predicate }) => predicate)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([predicate, all]) => {
      const preferredFirst = [...all].sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
      return [predicate, preferredFirst] as const;
    });
}

/** By which predicate and which modality the list can be narrowed, as links; one that is chosen can be taken away. */
function Narrowing({ role, facets }: { readonly role: Role; readonly facets: RowPageFragment["facets"] }) {
  const { predicate, modality } = askedOf(useVisit());
  return (
    <>
      <Facet role={role} name="predicate" chosen={predicate} values={facets.predicates} />
      <Facet role={role} name="modality" chosen={modality} values={facets.modalities} />
    </>
  );
}

interface FacetProps {
  readonly role: Role;
  readonly name: "predicate" | "modality";
  readonly chosen: string | null;
  readonly values: RowPageFragment["facets"]["predicates"];
}

/** More values than these are folded. */
const FEW = 8;

function Facet({ role, name, chosen, values }: FacetProps) {
  const visit = useVisit();
  const { say } = useWords();
  const to = (value: string | null) => hereWith(visit, { role, [name]: value, after: null, before: null });
  if (chosen !== null) {
    const label = labelIn(values, chosen);
    return (
      <p class="choices">
        <a href={to(null)} aria-label={say("without", { what: label })}>
          <b>{label}</b> ×
        </a>
      </p>
    );
  }
  if (values.length < 2) return null;
  const links = (
    <p class="choices">
      {values.map(({ value, label, count }) => (
        <a key={value} href={to(value)}>
          {label} <span>{count}</span>
        </a>
      ))}
    </p>
  );
  if (values.length <= FEW) return links;
  return (
    <details class="folded">
      <summary>{say("narrowByPredicate")}</summary>
      {links}
    </details>
  );
}

function labelIn(values: readonly { readonly value: string; readonly label: string }[], chosen: string): string {
  return values.find(({ value }) => value === chosen)?.label ?? chosen;
}

/** The ways to the pages before and after. */
function Pages({ role, page: { pageInfo } }: Pick<Props, "role" | "page">) {
  const visit = useVisit();
  const { say } = useWords();
  const to = (changes: { after: string | null; before: string | null }) =>
    `${hereWith(visit, { role, ...changes })}#${role.toLowerCase()}`;
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pageInfo;
  if (!hasPreviousPage && !hasNextPage) return null;
  return (
    <p class="pages">
      {hasPreviousPage && (
        <a href={to({ before: startCursor ?? null, after: null })} rel="prev">
          {say("previousPage")}
        </a>
      )}
      {hasNextPage && (
        <a href={to({ after: endCursor ?? null, before: null })} rel="next">
          {say("nextPage")}
        </a>
      )}
    </p>
  );
}

const SORT_WORDS = {
  validFrom: "sortValidFrom",
  recordedAt: "sortRecordedAt",
  amount: "sortAmount",
} as const satisfies Record<(typeof SORTS)[number], WordKey>;

/** In which order the claims stand, as links. */
export function Sorting() {
  const visit = useVisit();
  const { say } = useWords();
  const { sort } = askedOf(visit);
  const link = (to: string | null, word: WordKey) => (
    <a
      key={word}
      href={hereWith(visit, { sort: to, after: null, before: null })}
      {...(sort === to && { "aria-current": "true" })}
    >
      {say(word)}
    </a>
  );
  return (
    <p class="choices">
      <span>{say("order")}</span>
      {link(null, "sortPredicate")}
      {SORTS.map((one) => link(one, SORT_WORDS[one]))}
    </p>
  );
}
