import DataLoader from "dataloader";
import { circlesOf, type Derivation } from "../claims/circles.js";
import { seenOf } from "../claims/restriction.js";
import { claimIn, type ChildList } from "../cypher/childPages.js";
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
import { momentKey, NOW, type Moment } from "../cypher/moment.js";
import { hasCursor } from "../cypher/order.js";
import {
  answered,
  claimsRead,
  entitiesRead,
  listsRead,
  type Answered,
  type ClaimsAsked,
  type EntitiesAsked,
  type Reading,
} from "../cypher/reading.js";
import {
  citationAt,
  claimAt,
  rowsOf,
  textOf,
  type CitationRow,
  type ClaimRow,
  type EntityRow,
  type TextRow,
  type TextVersionRow,
} from "../cypher/rows.js";
import type { Row, Statement, Value } from "../cypher/statement.js";
import {
  ALL_PROPERTIES_OF_CLAIM,
  ALL_PROPERTIES_OF_ENTITY,
  citationProperties,
  claimBits,
  claimProperties,
  entityProperties,
  NAMED,
  OF_CITATION,
  OF_CLAIM,
  OF_ENTITY,
  type ClaimWanted,
  type EntityWanted,
} from "../cypher/wanted.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Levels } from "./levels.js";
import { whenReady, type Ready } from "./ready.js";

/** Something that has been read, with the name of its GraphQL type, by which interfaces are resolved, and the loaders by which all beneath it is read. */
interface Read {
  readonly __typename: string;
  /** As of the moment at which it was itself read. */
  readonly loaders: Loaders;
}

/** An entity, as far as it has been read: what is not in `has` is not there. */
export interface EntityNode extends Mutable<EntityRow>, Read {
  /** What has been read of it, as the bits of what is wanted. */
  has: number;
  /** Of a source. */
  restricted?: boolean;
  authors?: readonly string[];
  publisher?: string | null;
  derivedFrom?: readonly string[];
  repeatedBy?: readonly string[];
}

/** Something done with a claim. */
export interface EventRow {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
}

/** A claim, as far as it has been read, as it was at the moment: what was done with it later is not known yet. */
export interface ClaimNode extends Mutable<ClaimRow>, Read {
  has: number;
  /** For each citation its source, and the sources where the chains of what is cited end. */
  cited?: readonly (readonly [source: string, origins: readonly string[]])[];
  /** The ids of the claims whose place it took, and of those that took its own. */
  earlier?: readonly string[];
  later?: readonly string[];
  events?: readonly EventRow[];
  /** The claims that are compared with it, by their ids. */
  compared?: readonly ClaimNode[];
}

export interface CitationNode extends CitationRow, Read {}

/** One list of one node. */
export interface ChildPage {
  readonly items: readonly ChildItem[];
  readonly total: number | null;
  readonly said: readonly SaidCount[];
  readonly sources: readonly SourceCount[];
}

/** An item of a list: a claim, the entity at its other end, a citation. */
export interface ChildItem {
  /** The values of its order's keys, where cursors are asked for. */
  readonly keys: readonly Value[] | null;
  readonly claim: string;
  /** Of the past there is the id only. */
  readonly entity: EntityNode | string | null;
  readonly citation: CitationNode | null;
}

/** What supports a claim. */
export interface SupportRow {
  readonly citations: number;
  readonly sources: number;
  /** Ids of the sources where the chains end. */
  readonly origins: readonly string[];
}

/** Something done with an entity, or with one that is merged into it. */
export interface EntityEventRow extends EventRow {
  readonly entity: string;
  readonly seq: number;
  readonly of: string;
  readonly pair: readonly string[] | null;
}

/** An entity and a claim as they are by themselves. */
export const WHOLE_ENTITY: EntitiesAsked = {
  wanted: { columns: ALL_PROPERTIES_OF_ENTITY, linked: 0 },
  lists: [],
  along: null,
};
export const WHOLE_CLAIM: ClaimsAsked = {
  wanted: { columns: ALL_PROPERTIES_OF_CLAIM, ends: 0, speakers: 0, origins: null },
  lists: [],
};

/**
 * What resolvers read through, made for one request. What has been read is in hand, and is answered as it is; what is missing is read by one
 * statement a level and loader, whatever the number of rows. Whatever statement brings something along, it is in hand from then on. The answer is
 * null, or empty, for an id that there is not.
 */
export class Loaders {
  /** As of when they read. */
  readonly moment: Moment;
  readonly #moments: Map<string, Loaders>;
  #counts: Promise<ReadonlyMap<string, number>> | undefined;
  readonly #ontology: Ontology;
  readonly #levels: Levels;
  readonly #entities = new Map<string, EntityNode | null>();
  readonly #claims = new Map<string, ClaimNode | null>();
  readonly #pages = new Map<string, Map<string, ChildPage>>();
  /** The lists that have been asked for, by the nodes of their field, with the arguments. */
  readonly lists = new Map<object, { readonly args: object; readonly list: AskedList }>();
  /** What is asked of claims, by the nodes of the field that leads to them. */
  readonly claimsAsked = new Map<object, ClaimsAsked>();
  readonly #made = new Map<string, DataLoader<never, unknown, unknown>>();

  constructor(ontology: Ontology, levels: Levels, moment = NOW, moments = new Map<string, Loaders>()) {
    this.moment = moment;
    this.#moments = moments.set(momentKey(moment), this);
    this.#ontology = ontology;
    this.#levels = levels;
  }

  get #entityLoader(): DataLoader<Asking<EntitiesAsked>, void, string> {
    return this.#once("entity", () =>
      this.#loader(
        (keys) => this.#readEntities(keys),
        ({ id, asked: { wanted, lists } }) => `${id} ${wanted.columns} ${wanted.linked} ${lists.length}`,
      ),
    );
  }

  get #claimLoader(): DataLoader<Asking<ClaimsAsked>, void, string> {
    return this.#once("claim", () =>
      this.#loader(
        (keys) => this.#readClaims(keys),
        ({ id, asked: { wanted, lists } }) => `${id} ${wanted.columns} ${lists.length}`,
      ),
    );
  }

  get #pageLoader(): DataLoader<ChildKey, void, string> {
    return this.#once("page", () =>
      this.#loader(
        (keys) => this.#readPages(keys),
        ({ id, list }) => `${id} ${list.key}`,
      ),
    );
  }

  get #citations(): DataLoader<string, CitationRow | null> {
    return this.#once("citations", () => this.#one(this.#atMoment(lookups.citationsById), (row) => row.id));
  }

  /** By a source's id. */
  get text(): DataLoader<string, TextRow | null> {
    return this.#once("text", () => this.#one(this.#atMoment(lookups.textsOf), (row) => row.source));
  }

  /** By an entity's id. */
  get entityHistory(): DataLoader<string, readonly EntityEventRow[]> {
    return this.#once("entityHistory", () => this.#many(this.#atMoment(lookups.entityHistoryOf), (row) => row.entity));
  }

  /** By a source's id: its text in every version, the oldest first. */
  get textVersions(): DataLoader<string, readonly TextVersionRow[]> {
    return this.#once("textVersions", () => this.#many(this.#atMoment(lookups.textVersionsOf), (row) => row.source));
  }

  /** By the ids of some claims: what these say. */
  get said(): DataLoader<readonly string[], readonly SaidCount[]> {
    return this.#once("said", () => this.#ofSets(facetsOfSets, saidCount));
  }

  /** By the ids of some claims: all sources that these cite. */
  get sourcesCited(): DataLoader<readonly string[], readonly SourceCount[]> {
    return this.#once("sourcesCited", () => this.#ofSets((sets) => sourcesOfSets(sets, this.moment), sourceCount));
  }

  /** By a comparison key. */
  get comparable(): DataLoader<string, readonly ClaimRow[]> {
    return this.#once("comparable", () =>
      this.#many(this.#atMoment(lookups.claimsByComparisonKey), (row) => row.comparisonKey!),
    );
  }

  /** By a source's id: the sources, itself among them, that are derived from one another in a circle. */
  get circle(): DataLoader<string, readonly string[] | null> {
    return this.#once("circle", () =>
      this.#loader(async (ids) => {
        const read = await this.#levels.read(lookups.derivationsFrom(ids, this.moment));
        const circles = circlesOf(rowsOf<Derivation>(read));
        return ids.map((id) => circles.find((circle) => circle.includes(id)) ?? null);
      }),
    );
  }

  /** Whether what belongs together had better be read by one statement. */
  get isFar(): boolean {
    return this.#levels.isFar;
  }

  /** Loaders of the same request and moment that have read nothing yet, for what a mutation has changed. */
  anew(): Loaders {
    return new Loaders(this.#ontology, this.#levels, this.moment);
  }

  /** Lets go of what has been read in the request, which is over. */
  forget(): void {
    for (const one of this.#moments.values()) {
      for (const read of [one.lists, one.claimsAsked, one.#entities, one.#claims, one.#pages, one.#made]) read.clear();
    }
  }

  /** The loaders of the same request as of another moment; null: of this one. */
  at(moment: Moment | null): Loaders {
    if (moment === null) return this;
    return this.#moments.get(momentKey(moment)) ?? new Loaders(this.#ontology, this.#levels, moment, this.#moments);
  }

  // ---- entities ----------------------------------------------------------------------------------------------------

  /** What was merged is what it was merged into. */
  entity(id: string, asked = WHOLE_ENTITY): Ready<EntityNode | null> {
    const here = this.#entities.get(id);
    if (here === null || (here && this.#isHere(here, asked.wanted.columns, asked.lists))) return here;
    return this.#entityLoader.load({ id, asked }).then(() => this.#entities.get(id) ?? null);
  }

  /** An entity that something leads to: that it is missing is a defect of the data. */
  entityThere(id: string, asked = WHOLE_ENTITY): Ready<EntityNode> {
    return whenReady(this.entity(id, asked), (entity) => there(entity, "entity", id));
  }

  /** An entity of the columns in which a statement has brought it. */
  takeEntity(values: readonly Value[], { columns, linked }: EntityWanted): EntityNode {
    const id = values[0] as string;
    const kind = values[1] as string;
    let node = this.#entities.get(id);
    if (node && covers(node.has, columns)) return node;
    if (!node) {
      const __typename = this.#ontology.kinds.get(kind)?.type ?? kind;
      node = { __typename, loaders: this, has: 0, id, kind, name: values[2] } as unknown as EntityNode;
      this.#entities.set(id, node);
    }
    node.has |= columns;
    const properties = entityProperties(columns);
    const row = node as unknown as Record<string, unknown>;
    for (const [index, property] of properties.entries()) row[property] = values[index];
    let at = properties.length;
    const next = (): Value => values[at++]!;
    if (columns & OF_ENTITY.restricted) node.restricted = next() as boolean;
    const linkedTo = () => (next() as Value[][]).map((one) => this.takeEntity(one, { columns: linked, linked: 0 }).id);
    if (columns & OF_ENTITY.authors) node.authors = linkedTo();
    if (columns & OF_ENTITY.publisher) node.publisher = linkedTo()[0] ?? null;
    if (columns & OF_ENTITY.derivedFrom) node.derivedFrom = linkedTo();
    if (columns & OF_ENTITY.repeatedBy) node.repeatedBy = linkedTo();
    return node;
  }

  async #readEntities(keys: readonly Asking<EntitiesAsked>[]): Promise<void[]> {
    const asked = keys.map((key) => key.asked);
    const wanted = asked.reduce((sum, { wanted: { columns, linked } }) => {
      return { columns: sum.columns | columns, linked: sum.linked | linked };
    }, NAMED);
    const lists = distinct(asked.flatMap((one) => one.lists));
    const along = together(
      asked.flatMap((one) => one.along ?? []),
      this.moment,
    );
    const read = async (ids: readonly string[]) => {
      const brought = readAlong(ids.length, lists);
      const { rows, claims } = await this.#read(entitiesRead(ids, { wanted, lists: brought, along }, this.moment));
      if (along) for (const claim of claims) this.takeClaim(claim, along);
      for (const row of rows) {
        const { id } = this.takeEntity(row["entity"] as readonly Value[], wanted);
        this.takePages(id, brought, row);
      }
    };
    const ids = [...new Set(keys.map(({ id }) => id))];
    await read(ids);
    const missing = ids.filter((id) => !this.#entities.get(id));
    const merged = missing.length === 0 ? [] : await this.#levels.read(mergedInto(missing));
    const kept = new Map(merged.map((row) => [textOf(row["id"]), textOf(row["kept"])]));
    if (kept.size > 0) await read([...new Set(kept.values())]);
    for (const id of missing) this.#entities.set(id, this.#entities.get(kept.get(id) ?? id) ?? null);
    return keys.map(() => undefined);
  }

  // ---- claims ------------------------------------------------------------------------------------------------------

  claim(id: string, asked = WHOLE_CLAIM): Ready<ClaimNode | null> {
    const here = this.#claims.get(id);
    if (here === null || (here && this.#isHere(here, asked.wanted.columns, asked.lists))) return here;
    return this.#claimLoader.load({ id, asked }).then(() => this.#claims.get(id) ?? null);
  }

  claimThere(id: string, asked = WHOLE_CLAIM): Ready<ClaimNode> {
    return whenReady(this.claim(id, asked), (claim) => there(claim, "claim", id));
  }

  /**
   * A claim that has been met on the way, where perhaps its predicate is known: nothing is read of it if no more is asked. What is not in hand is read only
   * where it is called for.
   */
  claimMet(id: string, asked: ClaimsAsked, predicate?: string): ClaimNode | (() => Ready<ClaimNode>) {
    let here = this.#claims.get(id);
    if (!here) this.#claims.set(id, (here = this.#newClaim(id)));
    if (predicate !== undefined && !covers(here.has, OF_CLAIM.predicate)) {
      here.predicate = predicate;
      here.has |= OF_CLAIM.predicate;
    }
    return this.#isHere(here, asked.wanted.columns, asked.lists) ? here : () => this.claimThere(id, asked);
  }

  #newClaim(id: string): ClaimNode {
    return { __typename: "Claim", loaders: this, has: 0, id } as Partial<ClaimNode> as ClaimNode;
  }

  /** A claim of the columns in which a statement has brought it, and its lists. */
  takeClaim([values, ...lists]: readonly Value[], asked: ClaimsAsked): ClaimNode {
    const node = this.#takeClaim(values as readonly Value[], asked.wanted);
    let at = 0;
    for (const list of asked.lists) {
      const items = lists[at++] as Value[][];
      this.#takePage(node.id, list as AskedList, items, list.count ? lists[at++] : null);
    }
    return node;
  }

  #takeClaim(values: readonly Value[], wanted: ClaimWanted): ClaimNode {
    const id = values[0] as string;
    const columns = claimBits(wanted.columns, this.moment);
    let node = this.#claims.get(id);
    if (node && covers(node.has, columns)) return node;
    if (!node) this.#claims.set(id, (node = this.#newClaim(id)));
    node.has |= columns;
    const properties = claimProperties(columns, this.moment);
    const row = this.moment.knownAt === null ? (node as unknown as Record<string, unknown>) : {};
    for (const [index, property] of properties.entries()) row[property] = values[index];
    let at = properties.length;
    const next = (): Value => values[at++]!;
    if (columns & OF_CLAIM.told) row["recordedAt"] = next();
    if (this.moment.knownAt !== null) Object.assign(node, claimAt(row as unknown as ClaimRow, this.moment.knownAt));
    const entity = (value: Value, of: number) => this.#takeEntityOrId(value, { columns: of, linked: 0 });
    if (columns & OF_CLAIM.ends) {
      node.subject = entity(next(), wanted.ends);
      const object = next();
      node.object = object === null ? null : entity(object, wanted.ends);
    }
    if (columns & OF_CLAIM.speakers) {
      node.attributedTo = (next() as Value[]).map((one) => entity(one, wanted.speakers));
    }
    if (columns & OF_CLAIM.support) {
      node.cited = next() as unknown as NonNullable<ClaimNode["cited"]>;
      if (wanted.origins !== null) for (const one of next() as Value[]) entity(one, wanted.origins);
    }
    if (columns & OF_CLAIM.succession) {
      node.earlier = next() as readonly string[];
      node.later = next() as readonly string[];
    }
    if (columns & OF_CLAIM.history) {
      const events = (next() as [number, ...string[]][]).sort(([a], [b]) => a - b);
      node.events = events.map(([, action, when, by, reason]) => ({ action, at: when, by, reason }) as EventRow);
    }
    if (columns & OF_CLAIM.comparable) {
      const compared = (next() as Value[][]).map((one) => this.#takeClaim(one, WHOLE_CLAIM.wanted));
      node.compared = compared.sort((a, b) => (a.id < b.id ? -1 : 1));
    }
    return node;
  }

  /** The id of an entity that a statement has brought, or only named. */
  #takeEntityOrId(value: Value, wanted: EntityWanted): string {
    return typeof value === "string" ? value : this.takeEntity(value as readonly Value[], wanted).id;
  }

  /** A claim that a statement has brought as a row. */
  typedClaim(row: ClaimRow): ClaimNode {
    const here = this.#claims.get(row.id);
    if (here && covers(here.has, ALL_PROPERTIES_OF_CLAIM)) return here;
    const node = Object.assign(here ?? this.#newClaim(row.id), claimAt(row, this.moment.knownAt));
    node.has |= ALL_PROPERTIES_OF_CLAIM;
    this.#claims.set(row.id, node);
    return node;
  }

  async #readClaims(keys: readonly Asking<ClaimsAsked>[]): Promise<void[]> {
    const ids = [...new Set(keys.map(({ id }) => id))];
    const all = together(
      keys.map(({ asked }) => asked),
      this.moment,
    )!;
    const asked = { ...all, lists: readAlong(ids.length, all.lists) };
    for (const { claim } of (await this.#read(claimsRead(ids, asked, this.moment))).rows) {
      this.takeClaim(claim as readonly Value[], asked);
    }
    for (const id of ids) {
      if (!covers(this.#claims.get(id)?.has ?? 0, asked.wanted.columns)) this.#claims.set(id, null);
    }
    return keys.map(() => undefined);
  }

  /** How many say so, and where the chains of what they cite end. */
  support(claim: string): Ready<SupportRow> {
    return whenReady(this.claim(claim, SUPPORT), (node) => {
      const cited = node?.cited ?? [];
      return {
        citations: cited.length,
        sources: new Set(cited.map(([source]) => source)).size,
        origins: [...new Set(cited.flatMap(([, origins]) => origins))].sort(),
      };
    });
  }

  /** Whether all that is asked of a node is in hand. */
  #isHere({ id, has }: EntityNode | ClaimNode, columns: number, lists: readonly ChildList[]): boolean {
    return covers(has, columns) && lists.every((list) => this.#pages.get((list as AskedList).key)?.has(id));
  }

  // ---- citations, lists ----------------------------------------------------------------------------------------------

  async citation(id: string): Promise<CitationNode | null> {
    const row = await this.#citations.load(id);
    return row && this.#typedCitation(row);
  }

  #typedCitation(row: CitationRow): CitationNode {
    const takenFrom = row.takenFrom && seenOf(row.source, row.takenFrom, (id) => id !== "");
    return { ...citationAt(row, this.moment.knownAt), takenFrom, __typename: "Citation", loaders: this };
  }

  #takeCitation(values: readonly Value[], columns: number, claim: string, source: string): CitationNode {
    const row: Record<string, unknown> = { __typename: "Citation", loaders: this, claim, source };
    const properties = citationProperties(columns, this.moment);
    properties.forEach((property, index) => (row[property] = values[index]));
    if (!(columns & OF_CITATION.origin) && this.moment.knownAt === null) return row as unknown as CitationNode;
    return this.#typedCitation({ ...row, takenFrom: values[properties.length] } as unknown as CitationRow);
  }

  /** A list that belongs to a node; all lists of a level are read by one statement. */
  childPage(id: string, list: AskedList): Ready<ChildPage> {
    const here = this.#pages.get(list.key)?.get(id);
    return here ?? this.#pageLoader.load({ id, list }).then(() => this.#pages.get(list.key)?.get(id) ?? NOTHING);
  }

  /** Lists of a node that a statement has brought: of an entity, in the columns of a row. */
  takePages(id: string, lists: readonly ChildList[], row: Row): void {
    for (const [index, list] of (lists as readonly AskedList[]).entries()) {
      const said = row[`f${index}`] as unknown as readonly SaidCount[] | undefined;
      const sources = row[`g${index}`] as unknown as readonly SourceCount[] | undefined;
      this.#takePage(id, list, row[`l${index}`] as Value[][], row[`t${index}`] ?? null, said, sources);
    }
  }

  #takePage(
    id: string,
    list: AskedList,
    values: readonly (readonly Value[])[],
    counted: Value | undefined,
    said: readonly SaidCount[] = [],
    sources: readonly SourceCount[] = [],
  ): void {
    const { of, brings, limit } = list;
    const place = claimIn(list);
    const items = values.map((item): ChildItem => {
      const keys = item[0] as readonly Value[] | null;
      if (of.type === "citationsOfClaim") {
        const source = this.#takeEntityOrNamed(item[2]!, brings.entity);
        const sourceId = typeof source === "string" ? source : source.id;
        const citation = this.#takeCitation(item[1] as readonly Value[], brings.citation, id, sourceId);
        return { keys, claim: id, entity: source, citation };
      }
      const claim = item[place] as string;
      const citation =
        of.type === "citationsOfSource"
          ? this.#takeCitation(item[1] as readonly Value[], brings.citation, claim, id)
          : null;
      const entity = of.type === "relation" ? this.#takeEntityOrNamed(item[2]!, brings.entity) : null;
      return { keys, claim, entity, citation };
    });
    const total = list.count ? (!hasCursor(list) && items.length < limit ? items.length : Number(counted)) : null;
    let pages = this.#pages.get(list.key);
    if (!pages) this.#pages.set(list.key, (pages = new Map<string, ChildPage>()));
    pages.set(id, { items, total, said, sources });
  }

  /** Of the past only the id comes. */
  #takeEntityOrNamed(value: Value, wanted: EntityWanted): EntityNode | string {
    const values = value as readonly Value[];
    return values.length === 1 ? (values[0] as string) : this.takeEntity(values, wanted);
  }

  async #readPages(keys: readonly ChildKey[]): Promise<void[]> {
    // the lists of claims, and those of entities, begin at other labels: a statement each
    const asked = keys.reduce((sum, { list }) => sum + list.limit - 1, 0);
    if (asked > MAX_ITEMS) {
      const message = `the lists of one level may have ${asked} items in all; at most ${MAX_ITEMS} are read: ask for shorter pages`;
      throw new SanadError(ErrorCode.TOO_COMPLEX, message);
    }
    for (const ofClaims of [false, true]) {
      const group = keys.filter(({ list }) => (list.of.type === "citationsOfClaim") === ofClaims);
      const ids = [...new Set(group.map(({ id }) => id))];
      const lists = [...new Map(group.map(({ list }) => [list.key, list])).values()];
      for (let from = 0; from < lists.length; from += LISTS_AT_ONCE) {
        const some = lists.slice(from, from + LISTS_AT_ONCE);
        const along = this.isFar ? claimsOfLists(some, this.moment) : null;
        const { rows, claims } = await this.#read(listsRead(ids, some, along));
        if (along) for (const claim of claims) this.takeClaim(claim, along);
        for (const row of rows) this.takePages(textOf(row["id"]), some, row);
      }
    }
    return keys.map(() => undefined);
  }

  // ---- the rest ------------------------------------------------------------------------------------------------------

  /** How many entities there are of each kind, by the kind's name; read once a request. */
  countsByKind(): Promise<ReadonlyMap<string, number>> {
    this.#counts ??= this.#levels
      .read(lookups.countsByKind(this.moment))
      .then((rows) => new Map(rows.map(({ kind, total }) => [textOf(kind), Number(total)])));
    return this.#counts;
  }

  async #read(reading: Reading): Promise<Answered> {
    return answered(reading, await this.#levels.read(reading.statement));
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

  /** A loader, made where it is first wanted: most requests want none or one. */
  #once<K, T, C>(name: string, make: () => DataLoader<K, T, C>): DataLoader<K, T, C> {
    const made = this.#made.get(name) as DataLoader<K, T, C> | undefined;
    if (made) return made;
    const loader = make();
    this.#made.set(name, loader);
    return loader;
  }

  #atMoment(statement: (ids: readonly string[], moment: Moment) => Statement) {
    return (ids: readonly string[]): Statement => statement(ids, this.moment);
  }

  #loader<K, T, C = K>(load: (keys: readonly K[]) => Promise<T[]>, cacheKeyFn?: (key: K) => C): DataLoader<K, T, C> {
    const options = { batchScheduleFn: this.#levels.schedule, maxBatchSize: Infinity };
    return new DataLoader<K, T, C>(load, cacheKeyFn ? { ...options, cacheKeyFn } : options);
  }
}

/** A list with what tells it from another, and what of the claims that it names is read along. */
export interface AskedList extends ChildList {
  readonly key: string;
  readonly claims: ClaimsAsked;
}

/** What is asked of the thing that has an id. */
interface Asking<T> {
  readonly id: string;
  readonly asked: T;
}

interface ChildKey {
  readonly id: string;
  readonly list: AskedList;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const SUPPORT: ClaimsAsked = {
  wanted: { columns: OF_CLAIM.support, ends: 0, speakers: 0, origins: null },
  lists: [],
};

/** How many items the lists of one level may have in all, by the pages that are asked for. */
const MAX_ITEMS = 100_000;

/** More lists of one level than an engine plans in one statement are read by several. */
const LISTS_AT_ONCE = 25;

/** Whether what is there has all the bits of what is wanted. */
function covers(has: number, wanted: number): boolean {
  return (has & wanted) === wanted;
}

/** All that several ask of claims; null where nobody asks anything. */
export function together(all: readonly ClaimsAsked[], moment: Moment): ClaimsAsked | null {
  const [first, ...others] = all;
  if (!first) return null;
  const wanted = others.reduce((sum, { wanted }) => {
    return {
      columns: sum.columns | wanted.columns,
      ends: sum.ends | wanted.ends,
      speakers: sum.speakers | wanted.speakers,
      origins: sum.origins === null && wanted.origins === null ? null : (sum.origins ?? 0) | (wanted.origins ?? 0),
    };
  }, first.wanted);
  const lists = distinct(all.flatMap((one) => one.lists));
  const items = itemsOf(lists);
  return {
    wanted: { ...wanted, columns: claimBits(wanted.columns, moment) },
    lists,
    ...(items > 0 && { most: Math.floor(MAX_ITEMS / items) }),
  };
}

/** What lists ask of the claims that they name; null where they ask no more than is known of those. */
export function claimsOfLists(lists: readonly AskedList[], moment: Moment): ClaimsAsked | null {
  return together(
    lists.flatMap(({ brings, claims }) => (brings.claims ? [claims] : [])),
    moment,
  );
}

/** Some lists, each once, and no more than an engine plans in one statement; what is left is read by itself. */
function distinct(lists: readonly ChildList[]): AskedList[] {
  return [...new Map((lists as AskedList[]).map((list) => [list.key, list])).values()].slice(0, LISTS_AT_ONCE);
}

/** The lists that are read along with so many rows; none where they may have too many items in all, which is told where they are read by themselves. */
export function readAlong<L extends ChildList>(rows: number, lists: readonly L[]): readonly L[] {
  return rows * itemsOf(lists) <= MAX_ITEMS ? lists : [];
}

/** How many items a node's lists may have in all, by the pages that are asked for. */
function itemsOf(lists: readonly ChildList[]): number {
  return lists.reduce((sum, { limit }) => sum + limit - 1, 0);
}

function there<T>(value: T | null, what: string, id: string): T {
  if (value !== null) return value;
  throw new SanadError(
    ErrorCode.INTERNAL,
    `the graph leads to the ${what} ${id}, which is not in it; \`sanad check\` tells more`,
  );
}

const NOTHING: ChildPage = { items: [], total: 0, said: [], sources: [] };
