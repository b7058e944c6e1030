import type { Candidate } from "../claims/duplicates.js";
import { lastChangeMade } from "../cypher/changes.js";
import { countsByKind } from "../cypher/lookups.js";
import { NOW, type Moment } from "../cypher/moment.js";
import { tooComplex } from "../cypher/refusal.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Kind, Ontology } from "../ontology/ontology.js";
import type { Access, Store } from "../store/port.js";
import { within } from "../store/within.js";
import { BOUNDS } from "./bounds.js";
import { compareCandidates, findDuplicates } from "./duplicateFinder.js";
import type { Levels } from "./levels.js";
import { LIMITS } from "./limits.js";
import type { Loaders } from "./loaders.js";

/** All that may be the same thing, in the order in which it is shown. */
export interface CandidateList {
  readonly candidates: readonly Candidate[];
  readonly byId: ReadonlyMap<string, Candidate>;
}

interface Kept {
  /** After which change it was asked for. */
  change: string;
  /** Whether the graph is being read for it already. */
  begun: boolean;
  list: Promise<CandidateList>;
}

/**
 * The lists of candidates that a server has made, which it keeps until something is written: one for each kind, and one for each way to see the graph, since
 * who may not see a source is not to learn of it from a score. Lists are made one after another; who asks for one that is being made waits
 * for that.
 */
export class DuplicateLists {
  readonly #kept = new Map<string, Kept>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly ontology: Ontology,
  ) {}

  /** Those of a kind; null: of every kind. Throws TOO_COMPLEX, and TIMEOUT where it takes longer than a request may. */
  async of(kind: Kind | null, { levels, loaders, access }: Asking): Promise<CandidateList> {
    const [last] = await levels.read(lastChangeMade());
    const change = JSON.stringify(last ?? null);
    const { sees } = loaders.moment;
    const asking = {
      moment: { ...NOW, sees },
      access: { operation: access.operation ?? null, bookmarks: access.bookmarks ?? [] },
    };
    const list = kind ? this.#ofKind(kind, change, asking) : this.#ofAll(change, asking);
    return within(LIMITS.milliseconds, list, () => {
      const message = `to find duplicates took longer than ${LIMITS.milliseconds} ms: ask again, or for one \`kind\``;
      return new SanadError(ErrorCode.TIMEOUT, message);
    });
  }

  #ofKind(kind: Kind, change: string, { moment, access }: ReadingFor): Promise<CandidateList> {
    const seeking = {
      ...{ moment, ontology: this.ontology },
      read: (statement: Parameters<Store["read"]>[0]) => this.store.read(statement, access),
    };
    return this.#keep(`${moment.sees} ${kind.name}`, change, (begin) => {
      const made = this.#last.then(async () => {
        begin();
        return listOf(await findDuplicates(kind, seeking));
      });
      this.#last = made.catch(() => undefined);
      return made;
    });
  }

  #ofAll(change: string, reading: ReadingFor): Promise<CandidateList> {
    const kinds = [...this.ontology.kinds.values()].filter(({ name }) => name !== "SOURCE");
    return this.#keep(`${reading.moment.sees} *`, change, async (begin) => {
      begin();
      const counted = await this.store.read(countsByKind(reading.moment), reading.access);
      const counts = new Map(counted.map(({ kind, total }) => [kind, Number(total)]));
      const entities = kinds.reduce((sum, { name }) => sum + (counts.get(name) ?? 0), 0);
      if (entities > BOUNDS.duplicateEntities) {
        const message = `would compare ${entities} entities; at most ${BOUNDS.duplicateEntities} are compared: ask for one \`kind\``;
        throw tooComplex(message, ["duplicates"]);
      }
      const lists = await Promise.all(kinds.map((kind) => this.#ofKind(kind, change, reading)));
      return listOf(lists.flatMap(({ candidates }) => candidates).sort(compareCandidates));
    });
  }

  /** What is kept under a key for the last change; or is to be made, and will be read after that. Else it is made, and kept unless that fails. */
  #keep(key: string, change: string, make: (begin: () => void) => Promise<CandidateList>): Promise<CandidateList> {
    const known = this.#kept.get(key);
    if (known && (known.change === change || !known.begun)) {
      known.change = change;
      return known.list;
    }
    const kept: Kept = { change, begun: false, list: new Promise(() => undefined) };
    kept.list = make(() => void (kept.begun = true));
    this.#kept.set(key, kept);
    kept.list.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    return kept.list;
  }
}

/** What of a request it takes to ask for a list. */
export interface Asking {
  readonly levels: Levels;
  readonly loaders: Pick<Loaders, "moment">;
  readonly access: Access;
}

interface ReadingFor {
  readonly moment: Moment;
  readonly access: Access;
}

function listOf(candidates: readonly Candidate[]): CandidateList {
  return { candidates, byId: new Map(candidates.map((candidate) => [candidate.id, candidate])) };
}
