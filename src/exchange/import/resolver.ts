import { entityId, identifierKey, sourceId } from "../../claims/claimId.js";
import { foldName } from "../../claims/foldName.js";
import type { Naming } from "../../cypher/batchRows.js";
import { sourcesByUrl } from "../../cypher/curate.js";
import { entitiesNamed } from "../../cypher/import.js";
import { identifierOwners } from "../../cypher/record.js";
import { rowsOf, type EntityRow } from "../../cypher/rows.js";
import type { Run } from "../../store/port.js";

/** How many answers of the store are held; past that they are asked for again. */
const HELD = 20_000;

/** What a thing is known by, to find out whether it is there: an address, ids in registers, a name. */
export type Sought =
  | { readonly url: string; readonly naming: Naming }
  | { readonly kinds: readonly string[]; readonly naming: Naming; readonly identifiers: readonly string[] };

/** Which entity something is: one of the store, one that the import makes, or several of which nobody can say which. */
export type Found =
  | { readonly id: string; readonly there: boolean }
  | { readonly several: readonly string[] }
  | { readonly wrongKind: string; readonly id: string }
  /** Whoever goes by the name has another id in a register: this one, where the thing sought has one itself. */
  | { readonly otherwise: string; readonly id: string };

interface Stored {
  readonly id: string;
  readonly kind: string;
  /** The keys of its ids in registers, as far as it was met by a name. */
  readonly identifiers: readonly string[];
}

/** Tells which of what a table names is in the store already. The store is asked once for all that a batch of rows names. */
export class Resolver {
  /** What the store has answered: by a folded name, an address or an id in a register. */
  #stored = new Map<string, readonly Stored[]>();
  /** What the import is about to make: it is there for the rows that follow. */
  #made = new Map<string, readonly Stored[]>();
  readonly #madeIds = new Set<string>();
  readonly #matched = new Set<string>();

  /** How many entities that were there before the import has met by their names, addresses or ids in registers. */
  get matched(): number {
    return this.#matched.size;
  }

  /** Begins a batch, and asks the store about what is not known yet. What was to be made and was not said to be there is forgotten. */
  async read(run: Run, sought: readonly Sought[]): Promise<void> {
    this.#made = new Map();
    if (this.#stored.size > HELD) this.#stored = new Map();
    const keys = [...new Set(sought.flatMap(keysOf))].filter((key) => !this.#stored.has(key));
    const read = new Map<string, readonly Stored[]>(keys.map((key) => [key, []]));
    const of = (sort: string) => keys.flatMap((key) => (key.startsWith(sort) ? [key.slice(sort.length)] : []));
    const [names, urls, identifiers] = [of(NAME), of(URL_OF), of(IDENTIFIER)];
    if (names.length > 0) {
      type Named = Pick<EntityRow, "id" | "kind" | "identifierSchemes" | "identifierValues"> & {
        readonly called: string;
      };
      for (const { called, id, kind, identifierSchemes, identifierValues } of rowsOf<Named>(
        await run(entitiesNamed(names)),
      )) {
        const identifiers = (identifierSchemes ?? []).map((scheme, at) =>
          identifierKey(scheme, identifierValues![at]!),
        );
        add(read, NAME + called, { id, kind, identifiers });
      }
    }
    if (urls.length > 0) {
      const rows = rowsOf<{ url: string; id: string }>(await run(sourcesByUrl(urls)));
      for (const { url, id } of rows) add(read, URL_OF + url, { id, kind: "SOURCE", identifiers: [] });
    }
    if (identifiers.length > 0) {
      const rows = rowsOf<{ id: string; entity: string; kind: string }>(await run(identifierOwners(identifiers)));
      for (const { id: key, entity: id, kind } of rows) add(read, IDENTIFIER + key, { id, kind, identifiers: [key] });
    }
    // only now: what could not be read is asked for again, and never taken for missing
    for (const [key, entities] of read) this.#stored.set(key, entities);
  }

  /** Which entity it is, as far as the store was asked about it. */
  find(sought: Sought): Found {
    if ("url" in sought) {
      const { url, naming } = sought;
      const key = URL_OF + url;
      const known = this.#known(key)[0];
      if (known) return this.#met(key, known.id);
      const id = sourceId({
        url,
        sourceType: "",
        names: naming.names,
        publishedAt: null,
        publisher: null,
        authors: [],
      });
      return { id, there: false };
    }
    const { kinds, naming, identifiers } = sought;
    const owners = identifiers.flatMap((identifier) => this.#known(IDENTIFIER + identifier));
    const owned = new Set(owners.map(({ id }) => id));
    if (owned.size > 1) return { several: [...owned] };
    const owner = owners[0];
    if (owner) {
      const key = IDENTIFIER + owner.identifiers[0]!;
      return kinds.includes(owner.kind) ? this.#met(key, owner.id) : { id: owner.id, wrongKind: owner.kind };
    }
    const key = NAME + foldName(naming.names[0]![1]);
    const named = this.#known(key).filter(({ kind }) => kinds.includes(kind));
    const ids = [...new Set(named.map(({ id }) => id))];
    if (ids.length > 1) return { several: ids };
    const other = named
      .flatMap((stored) => stored.identifiers)
      .find((key) => identifiers.some((one) => sameScheme(one, key)));
    if (other !== undefined) return { id: ids[0]!, otherwise: other };
    return ids.length === 1 ? this.#met(key, ids[0]!) : { id: entityId(kinds[0]!, naming.names), there: false };
  }

  /** Notes that the import makes an entity; rows that follow mean it by the same names, address or ids. */
  make(id: string, kind: string, sought: Sought): void {
    this.#madeIds.add(id);
    const names = "url" in sought ? [] : [...sought.naming.names, ...sought.naming.aliases];
    const keys = new Set([...keysOf(sought), ...names.map(([, name]) => NAME + foldName(name))]);
    const identifiers = "url" in sought ? [] : sought.identifiers;
    for (const key of keys) {
      const own = key.startsWith(IDENTIFIER) ? [key.slice(IDENTIFIER.length)] : identifiers;
      add(this.#made, key, { id, kind, identifiers: own });
    }
  }

  /** Says that what was to be made is in the store now; in a dry run, that it would be. */
  settle(): void {
    for (const [key, entities] of this.#made) for (const entity of entities) add(this.#stored, key, entity);
    this.#made = new Map();
  }

  #known(key: string): readonly Stored[] {
    return [...(this.#stored.get(key) ?? []), ...(this.#made.get(key) ?? [])];
  }

  #met(key: string, id: string): Found {
    const there = (this.#stored.get(key) ?? []).some((stored) => stored.id === id);
    if (there && !this.#madeIds.has(id)) this.#matched.add(id);
    return { id, there };
  }
}

const [NAME, URL_OF, IDENTIFIER] = ["name ", "url ", "identifier "] as const;

function keysOf(sought: Sought): string[] {
  if ("url" in sought) return [URL_OF + sought.url];
  const { naming, identifiers } = sought;
  return [...identifiers.map((identifier) => IDENTIFIER + identifier), NAME + foldName(naming.names[0]![1])];
}

/** Whether two keys of ids are of one register. */
function sameScheme(one: string, other: string): boolean {
  return one.split(":", 1)[0] === other.split(":", 1)[0];
}

function add(map: Map<string, readonly Stored[]>, key: string, entity: Stored): void {
  const known = map.get(key) ?? [];
  if (!known.some(({ id }) => id === entity.id)) map.set(key, [...known, entity]);
}
