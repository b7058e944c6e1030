/** The names by which a generated graph is asked: whatever its size, they stand for entities of the same part in it. */
export interface Names {
  /** The chip in a fifth of all uses, and one of the many others. */
  readonly hub: string;
  readonly chip: string;
  /** A person through whose companies a page of clusters with the hub is owned, and one through whose a few are. */
  readonly person: string;
  readonly rare: string;
  /** The person who has said most. */
  readonly speaker: string;
  /** The id of a claim with several citations, a speaker and a conflict. */
  readonly claim: string;
  /** The ids of two clusters that use the hub. */
  readonly twoClusters: readonly [string, string];
}

export type Variables = Readonly<Record<string, string>>;

/** One thing that is asked of all servers alike. */
export interface Workload {
  readonly name: string;
  readonly what: string;
  /** The ratio to the floor, and over the peer, that is to be reached. */
  readonly goal: { readonly floor: number; readonly peer: number } | null;
  readonly variables: (names: Names) => Variables;
  /** As Sanad is asked; variables may be made into what the document takes. */
  readonly query: string;
  readonly asked?: (variables: Variables) => object;
  readonly peer: PeerQuestion | null;
}

/** The same asked of the peer, and its answer in Sanad's form, as far as it has it. */
export interface PeerQuestion {
  readonly query: string;
  readonly asked: (variables: Variables) => object;
  readonly answer: (data: never) => unknown;
  /** What it does not answer, or otherwise, and the part of Sanad's answer that is left to compare. */
  readonly lacks?: { readonly what: string; readonly rest: (data: never) => unknown };
}
