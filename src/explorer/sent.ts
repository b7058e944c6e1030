import type { EntityMentionFragment } from "./queries/generated/graphql.js";

/** What is wrong with a form that was sent. */
export interface FieldProblem {
  /** The field that it is about; null where it is about the whole. */
  readonly field: string | null;
  readonly message: string;
}

/** An entity that may be meant by a name. */
export type Choice = EntityMentionFragment & { readonly kindLabel: string };

/** A form that was sent and is shown again, as it was filled. */
export interface Sent {
  readonly fields: URLSearchParams;
  readonly problems: readonly FieldProblem[];
  /** By a field in which a name was typed: the entities that may be meant. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
}
