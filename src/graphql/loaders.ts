import DataLoader from "dataloader";
import { seenOf } from "../claims/restriction.js";
import { circlesOf, type Derivation } from "../claims/circles.js";
import { childPages, type ChildList } from "../cypher/childPages.js";
import {
  facetsOfSets,
  saidCount,
  sourceCount,
  sourcesOfSets,
  type SaidCount,
  type SourceCount,
} from "../cypher/facets.js";
import * as lookups from "../cypher/lookups.js";
import { mergedInto } from "../cypher/merged.js";
import { NOW, type Moment } from "../cypher/moment.js";
import {
  citationAt,
  claimAt,
  rowsOf,
  textOf,
  type CitationRow,
  type ClaimRow,
  type EntityRow,
  type SourceLinksRow,
  type TextRow,
  type TextVersionRow,
} from "../cypher/rows.js";
import type { Row, Statement, Value } from "../cypher/statement.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Levels } from "./levels.js";

/**
 * A row with the name of its GraphQL type, by which interfaces are resolved, and the loaders by which all beneath it is read: as of the moment at
 * which it was itself.
 */
export type Typed<T> = T & { readonly __typename: string; readonly loaders: Loaders };
export type EntityNode = Typed<EntityRow>;
export type ClaimNode = Typed<ClaimRow>;
export type CitationNode = Typed<CitationRow>;

/** The items of one list of one node: for each the values of its order's keys, then what the list returns of it. */
export interface ChildPage {
  readonly items: readonly (readonly Value[])[];
  readonly total: number | null;
  readonly said: readonly SaidCount[];
  readonly sources: readonly SourceCount[];
}

/** What supports a claim. */
export interface SupportRow {
  readonly citations: number;
  readonly sources: number;
  /** Ids of the sources where the chains end. */
  readonly origins: readonly string[];
}

/** What took a claim's place and whose place it took: ids. */
export interface SuccessionRow {
  readonly supersedes: readonly string[];
  readonly supersededBy: readonly string[];
}

/** Something done with a claim. */
export interface EventRow {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
}

/** Something done with an entity, or with one that is merged into it. */
export interface EntityEventRow extends EventRow {
  readonly entity: string;
  readonly seq: number;
  readonly of: string;
  readonly pair: readonly string[] | null;
}

/**
 * What resolvers read through, made for one request: each loader sends one statement a level, whatever the number of rows.
 * A loader's answer is null, or empty, for an id that there is not.
 */
export class Loaders {
  /** As of when they read. */
  readonly moment: Moment;
  readonly #moments: Map<string, Loaders>;
  #counts: Promise<ReadonlyMap<string, number>> | undefined;
  readonly #ontology: Ontology;
  readonly #levels: Levels;
  readonly #entities: DataLoader<string, EntityRow | null>;
  readonly #claims: DataLoader<string, ClaimRow | null>;
  readonly #citations: DataLoader<string, CitationRow | null>;
  readonly #children: DataLoader<ChildKey, ChildPage, string>;
  readonly #support: DataLoader<string, SupportRow>;
  /** By a source's id. */
  readonly sourceLinks: DataLoader<string, SourceLinksRow | null>;
  /** By a source's id. */
  readonly text: DataLoader<string, TextRow | null>;
  /** By a claim's id. */
  readonly succession: DataLoader<string, (SuccessionRow & { id: string }) | null>;
  /** By a claim's id. */
  readonly history: DataLoader<string, readonly (EventRow & { claim: string })[]>;
  /** By an entity's id. */
  readonly entityHistory: DataLoader<string, readonly EntityEventRow[]>;
  /** By a source's id: its text in every version, the oldest first. */
  readonly textVersions: DataLoader<string, readonly TextVersionRow[]>;
  /** By the ids of some claims: what these say. */
  readonly said: DataLoader<readonly string[], readonly SaidCount[]>;
  /** By the ids of some claims: all sources that these cite. */
  readonly sourcesCited: DataLoader<readonly string[], readonly SourceCount[]>;
  /** By a comparison key. */
  readonly comparable: DataLoader<string, readonly ClaimRow[]>;
  /** By a source's id: the sources, itself among them, that are derived from one another in a circle. */
  readonly circle: DataLoader<string, readonly string[] | null>;

  constructor(ontology: Ontology, levels: Levels, moment = NOW, moments = new Map<string, Loaders>()) {
    this.moment = moment;
    this.#moments = moments.set(JSON.stringify(moment), this);
    this.#ontology = ontology;
    this.#levels = levels;
    const at =
      (statement: (ids: readonly string[], moment: Moment) => Statement) =>
      (ids: readonly string[]): Statement =>
        statement(ids, moment);
    this.#entities = this.#loader((ids) => this.#readEntities(ids));
    this.#claims = this.#one<ClaimRow>(at(lookups.claimsById), (row) => row.id);
    this.#citations = this.#one<CitationRow>(at(lookups.citationsById), (row) => row.id);
    this.#children = this.#loader(
      (keys) => this.#readChildren(keys),
      ({ id, list }) => `${id} ${listKey(list)}`,
    );
    this.#support = this.#loader((ids) => this.#readSupport(ids));
    this.sourceLinks = this.#one<SourceLinksRow>(at(lookups.sourceLinks), (row) => row.id);
    this.text = this.#one<TextRow>(at(lookups.textsOf), (row) => row.source);
    this.succession = this.#one<SuccessionRow & { id: string }>(at(lookups.successionsOf), (row) => row.id);
    this.history = this.#many<EventRow & { claim: string }>(at(lookups.historyOf), (row) => row.claim);
    this.entityHistory = this.#many<EntityEventRow>(at(lookups.entityHistoryOf), (row) => row.entity);
    this.textVersions = this.#many<TextVersionRow>(at(lookups.textVersionsOf), (row) => row.source);
    this.said = this.#ofSets(facetsOfSets, saidCount);
    this.sourcesCited = this.#ofSets((sets) => sourcesOfSets(sets, moment), sourceCount);
    this.comparable = this.#many<ClaimRow>(at(lookups.claimsByComparisonKey), (row) => row.comparisonKey!);
    this.circle = this.#loader(async (ids) => {
      const circles = circlesOf(rowsOf<Derivation>(await this.#levels.read(lookups.derivationsFrom(ids, moment))));
      return ids.map((id) => circles.find((circle) => circle.includes(id)) ?? null);
    });
  }

  /** Loaders of the same request and moment that have read nothing yet, for what a mutation has changed. */
  anew(): Loaders {
    return new Loaders(this.#ontology, this.#levels, this.moment);
  }

  /** The loaders of the same request as of another moment; null: of this one. */
  at(moment: Moment | null): Loaders {
    if (moment === null) return this;
    return (
      this.#moments.get(JSON.stringify(moment)) ?? new Loaders(this.#ontology, this.#levels, moment, this.#moments)
    );
  }

  async entity(id: string): Promise<EntityNode | null> {
    const row = await this.#entities.load(id);
    return row && this.typedEntity(row);
  }

  /** An entity that something leads to: that it is missing is a defect of the data. */
  async entityThere(id: string): Promise<EntityNode> {
    return there(await this.entity(id), "entity", id);
  }

  async claim(id: string): Promise<ClaimNode | null> {
    const row = await this.#claims.load(id);
    return row && this.typedClaim(row);
  }

  async claimThere(id: string): Promise<ClaimNode> {
    return there(await this.claim(id), "claim", id);
  }

  async citation(id: string): Promise<CitationNode | null> {
    const row = await this.#citations.load(id);
    return row && this.typedCitation(row);
  }

  typedEntity(row: EntityRow): EntityNode {
    return { ...row, __typename: this.#ontology.kinds.get(row.kind)?.type ?? row.kind, loaders: this };
  }

  /** A claim as it was at the moment: what was done with it later is not known yet. */
  typedClaim(row: ClaimRow): ClaimNode {
    return { ...claimAt(row, this.moment.knownAt), __typename: "Claim", loaders: this };
  }

  typedCitation(row: CitationRow): CitationNode {
    const takenFrom = seenOf(row.source, row.takenFrom, (id) => id !== "");
    return { ...citationAt(row, this.moment.knownAt), takenFrom, __typename: "Citation", loaders: this };
  }

  /** A list that belongs to a node; all lists of a level are read by one statement. */
  childPage(id: string, list: AskedList): Promise<ChildPage> {
    return this.#children.load({ id, list });
  }

  /** How many entities there are of each kind, by the kind's name; read once a request. */
  countsByKind(): Promise<ReadonlyMap<string, number>> {
    this.#counts ??= this.#levels
      .read(lookups.countsByKind(this.moment))
      .then((rows) => new Map(rows.map(({ kind, total }) => [textOf(kind), Number(total)])));
    return this.#counts;
  }

  /** What was merged is what it was merged into. */
  async #readEntities(ids: readonly string[]): Promise<(EntityRow | null)[]> {
    const read = this.#batch<EntityRow>(
      (some) => lookups.entitiesById(some, this.moment),
      (row) => row.id,
    );
    const rows = await read(ids);
    const missing = ids.filter((id) => !rows.has(id));
    const merged = missing.length === 0 ? [] : await this.#levels.read(mergedInto(missing));
    const kept = new Map(merged.map((row) => [textOf(row["id"]), textOf(row["kept"])]));
    const others = kept.size === 0 ? rows : await read([...new Set(kept.values())]);
    return ids.map((id) => (rows.get(id) ?? others.get(kept.get(id) ?? id))?.[0] ?? null);
  }

  async #readChildren(keys: readonly ChildKey[]): Promise<ChildPage[]> {
    // the lists of claims, and those of entities, begin at other labels: a statement each
    const pages = new Map<string, ChildPage>();
    const asked = keys.reduce((sum, { list }) => sum + list.limit - 1, 0);
    if (asked > MAX_ITEMS) {
      const message = `the lists of one level may have ${asked} items in all; at most ${MAX_ITEMS} are read: ask for shorter pages`;
      throw new SanadError(ErrorCode.TOO_COMPLEX, message);
    }
    for (const ofClaims of [false, true]) {
      const group = keys.filter(({ list }) => (list.of.type === "citationsOfClaim") === ofClaims);
      const ids = [...new Set(group.map(({ id }) => id))];
      const lists = [...new Map(group.map(({ list }) => [listKey(list), list]))];
      for (let from = 0; from < lists.length; from += LISTS_AT_ONCE) {
        const some = lists.slice(from, from + LISTS_AT_ONCE);
        const rows = await this.#levels.read(
          childPages(
            ids,
            some.map(([, list]) => list),
          ),
        );
        for (const row of rows) {
          some.forEach(([key], index) => pages.set(`${textOf(row["id"])} ${key}`, pageOf(row, index)));
        }
      }
    }
    return keys.map(({ id, list }) => pages.get(`${id} ${listKey(list)}`) ?? NOTHING);
  }

  support(claim: string): Promise<SupportRow> {
    return this.#support.load(claim);
  }

  /** How many say so, and where the chains of what they cite end. */
  async #readSupport(ids: readonly string[]): Promise<SupportRow[]> {
    type Cited = { readonly id: string; readonly source: string; readonly origins: readonly string[] };
    const byId = new Map<string, Cited[]>();
    for (const row of rowsOf<Cited>(await this.#levels.read(lookups.supportOf(ids, this.moment)))) {
      byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
    }
    return ids.map((id) => {
      const cited = byId.get(id) ?? [];
      return {
        citations: cited.length,
        sources: new Set(cited.map(({ source }) => source)).size,
        origins: [...new Set(cited.flatMap(({ origins }) => origins))].sort(),
      };
    });
  }

  #one<T extends object>(
    statement: (ids: readonly string[]) => Statement,
    idOf: (row: T) => string,
  ): DataLoader<string, T | null> {
    const many = this.#batch<T>(statement, idOf);
    return this.#loader(async (ids) => {
      const rows = await many(ids);
      return ids.map((id) => rows.get(id)?.[0] ?? null);
    });
  }

  #many<T extends object>(
    statement: (ids: readonly string[]) => Statement,
    idOf: (row: T) => string,
  ): DataLoader<string, readonly T[]> {
    const many = this.#batch<T>(statement, idOf);
    return this.#loader(async (ids) => {
      const rows = await many(ids);
      return ids.map((id) => rows.get(id) ?? []);
    });
  }

  #ofSets<T>(
    statement: (sets: readonly (readonly string[])[]) => Statement,
    read: (row: Row) => T,
  ): DataLoader<readonly string[], readonly T[]> {
    return this.#loader(async (sets) => {
      const found = sets.map((): T[] => []);
      for (const row of await this.#levels.read(statement(sets))) found[Number(row["nth"])]!.push(read(row));
      return found;
    });
  }

  #batch<T extends object>(statement: (ids: readonly string[]) => Statement, idOf: (row: T) => string) {
    return async (ids: readonly string[]): Promise<ReadonlyMap<string, T[]>> => {
      const byId = new Map<string, T[]>();
      for (const row of rowsOf<T>(await this.#levels.read(statement(ids)))) {
        const rows = byId.get(idOf(row));
        if (rows) rows.push(row);
        else byId.set(idOf(row), [row]);
      }
      return byId;
    };
  }

  #loader<K, T, C = K>(load: (keys: readonly K[]) => Promise<T[]>, cacheKeyFn?: (key: K) => C): DataLoader<K, T, C> {
    const options = { batchScheduleFn: this.#levels.schedule, maxBatchSize: Infinity };
    return new DataLoader<K, T, C>(load, cacheKeyFn ? { ...options, cacheKeyFn } : options);
  }
}

/** A list, and what it was asked for in the client's words, by which it is told from another. */
export type AskedList = ChildList & { readonly asked: unknown };

interface ChildKey {
  readonly id: string;
  readonly list: AskedList;
}

/** How many items the lists of one level may have in all, by the pages that are asked for. */
const MAX_ITEMS = 100_000;

/** More lists of one level than an engine plans in one statement are read by several. */
const LISTS_AT_ONCE = 25;

function there<T>(value: T | null, what: string, id: string): T {
  if (value !== null) return value;
  throw new SanadError(
    ErrorCode.INTERNAL,
    `the graph leads to the ${what} ${id}, which is not in it; \`sanad check\` tells more`,
  );
}

function pageOf(row: Row, index: number): ChildPage {
  return {
    items: row[`l${index}`] as readonly (readonly Value[])[],
    total: (row[`t${index}`] as number | undefined) ?? null,
    said: (row[`f${index}`] as unknown as readonly SaidCount[] | undefined) ?? [],
    sources: (row[`g${index}`] as unknown as readonly SourceCount[] | undefined) ?? [],
  };
}

const NOTHING: ChildPage = { items: [], total: 0, said: [], sources: [] };

/** What tells one list from another; lists are made anew by each resolver's call. */
function listKey({ of, name, asked, keys, after, before, backward, limit, count, facets }: AskedList): string {
  const predicate = "predicate" in of ? of.predicate.name : null;
  const order = keys.map(({ name: key, direction }) => `${key} ${direction}`);
  return JSON.stringify([{ ...of, predicate }, name, asked, order, after, before, backward, limit, count, facets]);
}
