import { setImmediate as turn } from "node:timers/promises";
import { duplicateId } from "../claims/claimId.js";
import { compareText } from "../claims/conflicts.js";
import {
  contradictions,
  sharedNeighbours,
  type ComparedClaim,
  type NeighbourClaim,
} from "../claims/duplicateClaims.js";
import {
  byWeight,
  isProposed,
  LEAST_BEFORE_NEIGHBOURS,
  LEAST_SCORE,
  scoreOf,
  type Candidate,
  type Evidence,
} from "../claims/duplicates.js";
import { identifierEvidence, identifierForm, type IdentifierPair } from "../claims/identifierForm.js";
import { NamePairs } from "../claims/namePairs.js";
import * as duplicates from "../cypher/duplicates.js";
import { mergedInto } from "../cypher/merged.js";
import type { Moment } from "../cypher/moment.js";
import { degreesOf } from "../cypher/paths.js";
import { tooComplex } from "../cypher/refusal.js";
import { contentOf, rowsOf, textOf, type ClaimRow } from "../cypher/rows.js";
import type { Row, Statement } from "../cypher/statement.js";
import type { Kind, Ontology } from "../ontology/ontology.js";
import { BOUNDS } from "./bounds.js";

/** What a search for duplicates reads with, and for whom. */
export interface Seeking {
  readonly read: (statement: Statement) => Promise<readonly Row[]>;
  readonly ontology: Ontology;
  readonly moment: Moment;
}

/** For how many entities one statement reads, where these have so many claims each; how many milliseconds are computed before others have their turn. */
const PAGE = 1000;
const CLAIMS_OF_ONE = 20;
const TURN_MS = 10;

/** Of an entity with more claims the claims are not looked at: of whom so much is said shares some with everything. */
const MOST_CLAIMS = 2000;

/**
 * The entities of a kind that may be the same thing, the likeliest first: by what claims propose, by ids that differ in writing, and by names; what is
 * said of those few then raises or lowers their score. What was kept apart is left out. The work is bounded, and done in turns with
 * that of others. Throws TOO_COMPLEX.
 */
export async function findDuplicates(kind: Kind, seeking: Seeking): Promise<readonly Candidate[]> {
  const finder = new DuplicateFinder(kind, seeking);
  await finder.readEntities();
  await finder.addProposed();
  await finder.addIdentifiers();
  await finder.addNames();
  if (finder.hasPairs) {
    await finder.leaveKeptApart();
    await finder.addClaims();
  }
  return finder.candidates();
}

interface Entity {
  readonly id: string;
  readonly identifiers: readonly IdentifierPair[];
}

class DuplicateFinder {
  /** In the order of their ids. */
  readonly #entities: Entity[] = [];
  readonly #places = new Map<string, number>();
  readonly #names = new NamePairs();
  /** By {@link DuplicateFinder.#keyOf} of two entities' places. */
  #pairs = new Map<number, Evidence[]>();
  #lastTurn = performance.now();

  constructor(
    private readonly kind: Kind,
    private readonly seeking: Seeking,
  ) {}

  get hasPairs(): boolean {
    return this.#pairs.size > 0;
  }

  async readEntities(): Promise<void> {
    const [row] = await this.seeking.read(duplicates.idsOfKind(this.kind));
    const ids = [...((row?.["ids"] ?? []) as readonly string[])].sort(compareText);
    this.#refuse(ids.length, BOUNDS.duplicateEntities, "entities", "are compared");
    for (const page of pagesOf(ids)) {
      const rows = rowsOf<duplicates.NamedEntity>(await this.seeking.read(duplicates.namedEntities(page)));
      for (const { id, names, schemes, values } of [...rows].sort((a, b) => compareText(a.id, b.id))) {
        const identifiers = (schemes ?? []).map((scheme, index): IdentifierPair => [scheme, values![index]!]);
        this.#places.set(id, this.#entities.push({ id, identifiers }) - 1);
        this.#names.add(names);
      }
      await this.#pause();
    }
  }

  /** What claims say of two entities: of several about the same two each is a reason. */
  async addProposed(): Promise<void> {
    const { ontology, moment, read } = this.seeking;
    const predicates = [...ontology.predicates.values()].filter(({ possibleDuplicate }) => possibleDuplicate);
    if (predicates.length === 0) return;
    const most = BOUNDS.duplicateCandidates;
    const names = predicates.map(({ name }) => name);
    const proposed = await read(duplicates.proposedPairs(names, this.kind, most + 1, moment));
    this.#refuse(proposed.length, most, "claims of two that may be the same", "are looked at", false);
    for (const { claim, subject, object, sources } of rowsOf<duplicates.ProposedPair>(proposed)) {
      const [one, other] = [this.#places.get(subject), this.#places.get(object)];
      if (one === undefined || other === undefined) continue;
      this.#add(one, other, { by: "PROPOSED", claim, sources: [...new Set(sources)].sort(compareText) });
    }
  }

  /** An id itself is one entity's; so two have one in a form that they share only where it is written otherwise. */
  async addIdentifiers(): Promise<void> {
    const byForm = new Map<string, number[]>();
    for (const [place, { identifiers }] of this.#entities.entries()) {
      for (const form of new Set(identifiers.map(([scheme, value]) => `${scheme} ${identifierForm(value)}`))) {
        for (const other of byForm.get(form) ?? []) this.#pairOf(other, place);
        const owners = byForm.get(form);
        if (!owners) byForm.set(form, [place]);
        else if (owners.length < MOST_OF_ONE_FORM) owners.push(place);
      }
      await this.#pause();
    }
  }

  async addNames(): Promise<void> {
    let compared = 0;
    for (const pair of this.#names.pairs()) {
      await this.#pause();
      if (pair === null) continue;
      const known = this.#pairs.get(this.#keyOf(...pair));
      if (known?.some(({ by }) => NAMED.has(by))) continue;
      this.#refuse(++compared, BOUNDS.duplicatePairs, "pairs of names", "are compared", false);
      const likeness = this.#names.likeness(pair);
      if (likeness && (known || likeness.strength >= LEAST_BEFORE_NEIGHBOURS)) this.#add(...pair, likeness);
    }
    for (const [key, evidence] of this.#pairs) {
      const [one, other] = this.#placesOf(key);
      const likeness = evidence.some(({ by }) => NAMED.has(by)) ? null : this.#names.likeness([one, other]);
      if (likeness) evidence.push(likeness);
      evidence.push(...identifierEvidence(this.#entities[one]!.identifiers, this.#entities[other]!.identifiers));
      await this.#pause();
    }
    this.#leave((evidence) => isProposed(evidence) || scoreOf(evidence) >= LEAST_BEFORE_NEIGHBOURS);
    this.#refuse(this.#pairs.size, BOUNDS.duplicateCandidates, "pairs that are alike", "are looked at");
  }

  /** What was merged since it was kept apart is what it was merged into. */
  async leaveKeptApart(): Promise<void> {
    const { read } = this.seeking;
    const rows = rowsOf<{ one: string; other: string }>(await read(duplicates.keptApart()));
    const away = [...new Set(rows.flatMap(({ one, other }) => [one, other]))].filter((id) => !this.#places.has(id));
    const kept = new Map<string, string>();
    for (const page of pagesOf(away)) {
      for (const row of await read(mergedInto(page))) kept.set(textOf(row["id"]), textOf(row["kept"]));
    }
    for (const { one, other } of rows) {
      const [a, b] = [one, other].map((id) => this.#places.get(kept.get(id) ?? id));
      if (a !== undefined && b !== undefined) this.#pairs.delete(this.#keyOf(a, b));
    }
  }

  /** What is said of both, what is said of one and cannot hold of the other, and what is said between them. */
  async addClaims(): Promise<void> {
    const { ontology } = this.seeking;
    const ids = [...new Set([...this.#pairs.keys()].flatMap((key) => this.#placesOf(key)))].map(
      (place) => this.#entities[place]!.id,
    );
    const { neighbours, claims } = await this.#claimsOf(await this.#degrees(ids, MOST_CLAIMS));
    const shared = new Map<number, ReturnType<typeof sharedNeighbours>["shared"]>();
    for (const [key, evidence] of this.#pairs) {
      const [one, other] = this.#idsOf(key);
      const found = sharedNeighbours(neighbours.get(one) ?? [], neighbours.get(other) ?? [], other);
      if (found.related !== null) evidence.push({ by: "RELATED", claim: found.related });
      if (found.shared.length > 0) shared.set(key, found.shared);
      evidence.push(...contradictions(claims.get(one) ?? [], claims.get(other) ?? [], ontology));
      await this.#pause();
    }
    const others = new Set([...shared.values()].flatMap((all) => all.map(({ other }) => other)));
    const degrees = await this.#degrees([...others], Infinity);
    for (const [key, all] of shared) {
      const evidence = all.map((neighbour): Evidence => {
        return { by: "SAME_NEIGHBOUR", neighbour, claims: degrees.get(neighbour.other) ?? Infinity };
      });
      this.#pairs.get(key)!.push(...evidence.sort(byWeight).slice(0, MOST_NEIGHBOURS));
    }
    this.#leave((evidence) => isProposed(evidence) || scoreOf(evidence) >= LEAST_SCORE);
  }

  candidates(): readonly Candidate[] {
    const made = [...this.#pairs].map(([key, evidence]): Candidate => {
      const entities = this.#idsOf(key);
      return { id: duplicateId(entities), entities, score: scoreOf(evidence), evidence: [...evidence].sort(byWeight) };
    });
    return made.sort(compareCandidates);
  }

  /** How many claims entities have a part in, of those that have no more than so many. */
  async #degrees(ids: readonly string[], most: number): Promise<ReadonlyMap<string, number>> {
    const degrees = new Map<string, number>();
    for (const page of pagesOf(ids)) {
      const rows = rowsOf<{ id: string; claims: number }>(
        await this.seeking.read(degreesOf(page, this.seeking.moment)),
      );
      for (const { id, claims } of rows) if (claims <= most) degrees.set(id, claims);
    }
    return degrees;
  }

  /** The claims of entities, of which it is known how many each has. */
  async #claimsOf(degrees: ReadonlyMap<string, number>) {
    const { read, moment, ontology } = this.seeking;
    const proposing = (predicate: string) => ontology.predicates.get(predicate)?.possibleDuplicate ?? false;
    const neighbours = new Map<string, readonly NeighbourClaim[]>();
    const claims = new Map<string, ComparedClaim[]>();
    for (const page of pagesOf([...degrees.keys()], (id) => 1 + degrees.get(id)! / CLAIMS_OF_ONE)) {
      const around = rowsOf<duplicates.NeighboursRow>(await read(duplicates.neighboursOf(page, moment)));
      for (const { id, said, told } of around) {
        const all = [
          ...said.map((one) => ["SUBJECT", ...one] as const),
          ...told.map((one) => ["OBJECT", ...one] as const),
        ];
        neighbours.set(
          id,
          all.flatMap(([role, claim, predicate, other]) =>
            proposing(predicate) ? [] : [{ role, claim, predicate, other }],
          ),
        );
      }
      await this.#pause();
      for (const row of rowsOf<ClaimRow>(await read(duplicates.comparableClaimsOf(page, moment)))) {
        const claim = { ...contentOf(row), comparisonKey: row.comparisonKey! };
        const known = claims.get(row.subject);
        if (known) known.push(claim);
        else claims.set(row.subject, [claim]);
      }
      await this.#pause();
    }
    return { neighbours, claims };
  }

  /** The evidence of a pair, which is one from now on. */
  #pairOf(one: number, other: number): Evidence[] {
    const key = this.#keyOf(one, other);
    const known = this.#pairs.get(key) ?? [];
    this.#pairs.set(key, known);
    return known;
  }

  #add(one: number, other: number, evidence: Evidence): void {
    this.#pairOf(one, other).push(evidence);
  }

  #leave(holds: (evidence: readonly Evidence[]) => boolean): void {
    this.#pairs = new Map([...this.#pairs].filter(([, evidence]) => holds(evidence)));
  }

  #keyOf(one: number, other: number): number {
    return Math.min(one, other) * this.#entities.length + Math.max(one, other);
  }

  #placesOf(key: number): readonly [number, number] {
    return [Math.floor(key / this.#entities.length), key % this.#entities.length];
  }

  #idsOf(key: number): readonly [string, string] {
    const [one, other] = this.#placesOf(key);
    return [this.#entities[one]!.id, this.#entities[other]!.id];
  }

  #refuse(figure: number, most: number, what: string, how: string, counted = true): void {
    if (figure <= most) return;
    const met = counted ? `${figure}` : `more than ${most}`;
    throw tooComplex(`meets ${met} ${what} of the kind ${this.kind.name}; at most ${most} ${how}`, ["duplicates"]);
  }

  /** Lets others have their turn, where enough was computed without one. */
  async #pause(): Promise<void> {
    if (performance.now() - this.#lastTurn < TURN_MS) return;
    await turn();
    this.#lastTurn = performance.now();
  }
}

/** How many entities may have an id in one form, and how many shared neighbours are reasons. */
const MOST_OF_ONE_FORM = 20;
const MOST_NEIGHBOURS = 10;

/** The evidence that names give. */
const NAMED: ReadonlySet<Evidence["by"]> = new Set(["SAME_NAME", "SAME_LETTERS", "ONE_MISTAKE", "RARE_WORDS"]);

/** The higher score first, then by id. */
export function compareCandidates(a: Pick<Candidate, "score" | "id">, b: Pick<Candidate, "score" | "id">): number {
  return b.score - a.score || compareText(a.id, b.id);
}

/** Ids in parts, each as large as one statement reads for; a larger one stands by itself. */
function* pagesOf(ids: readonly string[], sizeOf: (id: string) => number = () => 1): Generator<readonly string[]> {
  let page: string[] = [];
  let size = 0;
  for (const id of ids) {
    size += sizeOf(id);
    if (size > PAGE && page.length > 0) {
      yield page;
      [page, size] = [[], sizeOf(id)];
    }
    page.push(id);
  }
  if (page.length > 0) yield page;
}
