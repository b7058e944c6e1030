import type { DocumentNode } from "graphql";
import { NOW, NOW_IN_FULL, type Moment } from "../cypher/moment.js";
import type { WordsIndex } from "../cypher/search.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Statistics } from "../cypher/statistics.js";
import { ErrorCode, SanadError } from "../errors.js";
import { ChangeLog } from "../store/changeLog.js";
import type { Access, Durability, Store } from "../store/port.js";
import { DuplicateLists } from "./duplicateLists.js";
import { Levels } from "./levels.js";
import { Loaders } from "./loaders.js";

/** What somebody may do: read; also write; also all that concerns the running of the server. */
export type Role = "reader" | "curator" | "admin";

/** Who is asking; the name, a token's subject, is null where no token was given. */
export interface ViewerIdentity {
  readonly name: string | null;
  readonly roles: readonly Role[];
  /** Until when that is to be trusted; left out, without an end. */
  readonly expires?: Date | undefined;
}

/** What a request's resolvers share, and no other request. */
export interface Context {
  /** For what is written; what is read goes through the loaders and levels. */
  readonly store: Store;
  readonly ontology: Ontology;
  readonly access: RequestAccess;
  readonly levels: Levels;
  readonly wordsIndex: WordsIndex;
  readonly loaders: Loaders;
  /** What the graph holds, about, as far as it has been counted. */
  readonly statistics: Statistics | undefined;
  readonly viewer: ViewerIdentity;
  readonly changeLog: ChangeLog;
  readonly fileOf: FileOf;
  readonly duplicates: DuplicateLists;
}

/** Where the claims that meet a filter can be downloaded as a file of a format of the schema's, and its media type. */
export type FileOf = (format: string, where: unknown) => { readonly url: string; readonly mediaType: string };

const NO_FILES: FileOf = () => {
  throw new SanadError(ErrorCode.NOT_IMPLEMENTED, "files are downloaded from a server, and here is none");
};

/** What is needed to read and to word: the ontology, and the loaders of a moment. */
export type Reading = Pick<Context, "ontology" | "loaders">;

/** What is told of a request. */
export interface RequestTold {
  type: "query" | "mutation" | "subscription" | null;
  statements: number;
  /** What it was reckoned to cost; null where that was not done. */
  cost: number | null;
  /** Of a subscription that has begun, how many answers it gave. */
  answers: number | null;
  /** The codes of its errors. */
  errors: string[];
  /** Whether it was answered with what was answered before, or that the client has it already. */
  cached: boolean;
}

/**
 * On whose behalf a request's statements run: its operation, once that is known, and the writes that it must see.
 *
 * When the request is over it lets go of what was read and answered ({@link RequestAccess.whenOver}). V8 takes a function that is assigned to a property, and a
 * getter of an object, for something that lives long, and puts it among what is old; all that it holds is then copied by each minor collection, and freed only by the
 * next major one. Apollo makes such getters for each request, and they hold its context and its answer.
 */
export class RequestAccess implements Access {
  operation: string | null = null;
  /** Whether it asks for something in the form in which one asks, whatever that is. */
  isWellFormed = false;
  #charge: (cost: number) => Promise<void> = async () => undefined;
  #whenOver: () => void = () => undefined;
  /** What a curator writes is on the disk before it is acknowledged. */
  readonly durability: Durability = "strict";
  /** The bookmarks of what the request itself has written. */
  readonly written: string[] = [];
  readonly onBookmark = (bookmark: string): void => void this.written.push(bookmark);

  /** What the log, the metrics and the traces tell of the request, as far as that is known: never what it was asked with. */
  readonly told: RequestTold = { type: null, statements: 0, cost: null, answers: null, errors: [], cached: false };
  /** The document of a subscription that has passed all checks, for whoever follows it. */
  accepted: DocumentNode | null = null;
  /** Is given when nobody waits for more any longer; null where the request has one answer only. */
  readonly signal: AbortSignal | null;
  /** Whether it came by a way by which nothing may be written, though operations that write are not refused there by others. */
  readonly readOnly: boolean;
  readonly onStatement: Access["onStatement"];
  /** The host that it was sent to, as the client names it; null where it does not. */
  readonly host: string | null;

  constructor(
    private readonly given: readonly string[] = [],
    more: Partial<Pick<RequestAccess, "signal" | "readOnly" | "onStatement" | "host">> = {},
  ) {
    this.signal = more.signal ?? null;
    this.readOnly = more.readOnly ?? false;
    this.onStatement = more.onStatement;
    this.host = more.host ?? null;
  }

  /** Spends what an operation costs; throws where whoever asks has spent too much. */
  charge(cost: number): Promise<void> {
    return this.#charge(cost);
  }

  /** Has this called for {@link charge}. */
  chargeTo(charge: (cost: number) => Promise<void>): void {
    this.#charge = charge;
  }

  /** Has this called by {@link over}, when what an operation has answered has been written as text. */
  whenOver(letGo: () => void): void {
    this.#whenOver = letGo;
  }

  over(): void {
    this.#whenOver();
  }

  /** What the client has seen, and what the request has written: all that it reads from now on must see both. */
  get bookmarks(): readonly string[] {
    return [...this.given, ...this.written];
  }
}

/** Whoever gives no token may read. */
export const ANONYMOUS: ViewerIdentity = { name: null, roles: ["reader"] };

/** As of when, and of how much, a viewer's request is answered where it says nothing: curators see what comes from restricted sources, too. */
export function momentOf({ roles }: ViewerIdentity): Moment {
  return roles.includes("curator") || roles.includes("admin") ? NOW_IN_FULL : NOW;
}

/** Makes a request's context. */
export function createContext(
  store: Store,
  ontology: Ontology,
  access: RequestAccess = new RequestAccess(),
  viewer: ViewerIdentity = ANONYMOUS,
  statistics?: Statistics,
  changeLog: ChangeLog = new ChangeLog(store),
  fileOf: FileOf = NO_FILES,
  duplicates: DuplicateLists = new DuplicateLists(store, ontology),
): Context {
  const levels = new Levels(store, access);
  const { wordsIndex } = store.capabilities;
  const loaders = new Loaders(ontology, levels, momentOf(viewer));
  return { store, ontology, access, levels, wordsIndex, loaders, viewer, statistics, changeLog, fileOf, duplicates };
}
