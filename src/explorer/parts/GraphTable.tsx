import type { GraphClaimFragment } from "../queries/generated/graphql.js";
import { hereWith, useVisit } from "../visit.js";
import type { WordKey } from "../words.js";
import { ContradictedBadge } from "./Badges.js";
import { ClaimLink } from "./ClaimLink.js";
import { useWords } from "./Say.js";

/** By what the claims can be ordered: what each is worth, as a text or a number, and whether the most comes first. */
const ORDERS = {
  claim: { word: "claim", by: ({ statement }) => statement, isMostFirst: false },
  modality: { word: "modality", by: ({ modality }) => modality, isMostFirst: false },
  citations: { word: "citationsHead", by: ({ support }) => support.citations, isMostFirst: true },
  origins: { word: "originsHead", by: ({ support }) => support.origins, isMostFirst: true },
} as const satisfies Readonly<
  Record<string, { word: WordKey; by: (claim: GraphClaimFragment) => string | number; isMostFirst: boolean }>
>;
type Order = keyof typeof ORDERS;

/** The claims of a drawing as a table, ordered as the address says; as they were answered, the best supported first, where it does not. */
export function GraphTable({ claims }: { readonly claims: readonly GraphClaimFragment[] }) {
  const visit = useVisit();
  const { say, language } = useWords();
  const [, turned = "", asked = ""] = /^(-?)(\w+)$/u.exec(visit.search.get("sort") ?? "") ?? [];
  const order = Object.hasOwn(ORDERS, asked) ? (asked as Order) : null;
  const isUp = order !== null && ORDERS[order].isMostFirst === (turned === "-");
  const sorted = order === null ? claims : sortedBy(claims, order, isUp, language);
  return (
    <div class="pane plain" tabIndex={0} role="region" aria-label={say("sameAsTable")}>
      <table>
        <thead>
          <tr>
            {(Object.keys(ORDERS) as Order[]).map((name) => {
              const { word, isMostFirst } = ORDERS[name];
              const isOrder = name === order;
              const sort = isOrder && turned === "" ? `-${name}` : name;
              return (
                <th
                  key={name}
                  scope="col"
                  class={isMostFirst ? "number" : undefined}
                  aria-sort={isOrder ? (isUp ? "ascending" : "descending") : undefined}
                >
                  <a href={`${hereWith(visit, { sort })}#table`}>{say(word)}</a>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.map((claim) => (
            <tr key={claim.id} data-row>
              <th scope="row">
                <ClaimLink claim={claim} /> {claim.conflicts.length > 0 && <ContradictedBadge />}
              </th>
              <td>{say(claim.modality)}</td>
              <td class="number">{claim.support.citations}</td>
              <td class="number">{claim.support.origins}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sortedBy(claims: readonly GraphClaimFragment[], order: Order, isUp: boolean, language: string) {
  const { by } = ORDERS[order];
  const collator = new Intl.Collator(language, { numeric: true });
  const way = isUp ? 1 : -1;
  return [...claims].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    return way * (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y)));
  });
}
