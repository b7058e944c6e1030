import { spreadPhrase, type Units } from "../amounts.js";
import type { ConflictLineFragment } from "../queries/generated/graphql.js";
import { linkTo, useVisit } from "../visit.js";
import { BoltIcon } from "./icons.js";
import { Say, useWords } from "./Say.js";

/** Contradictions, one a row. */
export function ConflictRows(props: { readonly conflicts: readonly ConflictLineFragment[]; readonly units: Units }) {
  return (
    <ul class="rows plain">
      {props.conflicts.map((conflict) => (
        <ConflictRow key={conflict.id} conflict={conflict} units={props.units} />
      ))}
    </ul>
  );
}

function ConflictRow({ conflict, units }: { readonly conflict: ConflictLineFragment; readonly units: Units }) {
  const visit = useVisit();
  const { count, language } = useWords();
  const { claims, sources, spread } = conflict;
  return (
    <li data-row>
      <a href={linkTo(visit, `/conflicts/${conflict.id}`)}>{conflict.explanation}</a>
      <p class="facts">
        <ConflictBadge kind={conflict.kind} />
        {spread && <span>{spreadPhrase(language, spread, units)}</span>}
        <span>{claims.length > 0 ? count("claims", claims.length) : count("sources", sources.length)}</span>
        {claims.length > 0 && (
          <span>
            <Say word="recordedOn" values={{ date: <time>{newest(claims)}</time> }} />
          </span>
        )}
      </p>
    </li>
  );
}

/** Why claims cannot all hold. */
export function ConflictBadge({ kind }: Pick<ConflictLineFragment, "kind">) {
  const { say } = useWords();
  return (
    <span class="badge contradicted">
      <BoltIcon /> {say(kind)}
    </span>
  );
}

/** The day on which the newest of some claims was recorded. */
export function newest(claims: readonly { readonly recordedAt: string }[]): string {
  return claims
    .map(({ recordedAt }) => recordedAt.slice(0, 10))
    .sort()
    .at(-1)!;
}
