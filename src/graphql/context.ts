import type { WordsIndex } from "../cypher/search.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Statistics } from "../cypher/statistics.js";
import type { Access, Store } from "../store/port.js";
import { Levels } from "./levels.js";
import { Loaders } from "./loaders.js";

/** What somebody may do: read; also write; also all that concerns the running of the server. */
export type Role = "reader" | "curator" | "admin";

/** Who is asking; the name, a token's subject, is null where no token was given. */
export interface ViewerIdentity {
  readonly name: string | null;
  readonly roles: readonly Role[];
}

/** What a request's resolvers share, and no other request. */
export interface Context {
  readonly ontology: Ontology;
  readonly access: RequestAccess;
  readonly levels: Levels;
  readonly wordsIndex: WordsIndex;
  readonly loaders: Loaders;
  /** What the graph holds, about, as far as it has been counted. */
  readonly statistics: Statistics | undefined;
  readonly viewer: ViewerIdentity;
}

/** What is needed to read and to word: the ontology, and the loaders of a moment. */
export type Reading = Pick<Context, "ontology" | "loaders">;

/** On whose behalf a request's statements run: its operation, once that is known, with what it costs, and the writes that it must see. */
export class RequestAccess implements Access {
  operation: string | null = null;
  cost: number | null = null;
  /** Whether it asks for something in the form in which one asks, whatever that is. */
  isWellFormed = false;
  /** Spends what an operation costs; throws where whoever asks has spent too much. */
  charge: (cost: number) => Promise<void> = async () => undefined;
  /** The bookmarks of what the request itself has written. */
  readonly written: string[] = [];
  readonly onBookmark = (bookmark: string): void => void this.written.push(bookmark);

  constructor(readonly bookmarks: readonly string[] = []) {}
}

/** Whoever gives no token may read. */
export const ANONYMOUS: ViewerIdentity = { name: null, roles: ["reader"] };

/** Makes a request's context. */
export function createContext(
  store: Store,
  ontology: Ontology,
  access: RequestAccess = new RequestAccess(),
  viewer: ViewerIdentity = ANONYMOUS,
  statistics?: Statistics,
): Context {
  const levels = new Levels(store, access);
  const { wordsIndex } = store.capabilities;
  return { ontology, access, levels, wordsIndex, loaders: new Loaders(ontology, levels), viewer, statistics };
}
