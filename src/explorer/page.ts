import type { ComponentChildren } from "preact";
import type { Deed } from "./form.js";
import type { Operation } from "./operation.js";
import type { Viewer, Visit } from "./visit.js";

/** An error of an answer, as a client is told it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: { readonly code?: string; readonly problems?: unknown } | undefined;
}

/** What GraphQL answers to a page's operation. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

/** What is shown. */
export interface View {
  readonly title: string;
  readonly main: ComponentChildren;
  /** 200 where it is left out. */
  readonly status?: number;
  /** Whether search engines are asked to pass it by. */
  readonly noindex?: boolean;
  /** Whether it has a search box of its own, so that none stands at its head. */
  readonly ownSearch?: boolean;
  /** Whether it has forms also for those who may not write: their style comes along. */
  readonly forms?: boolean;
  /** Which of the ways of the navigation leads here. */
  readonly section?: "conflicts" | "graph";
}

/** What a page answers: something to show, or where it is now. */
export type Shown = View | { readonly moved: string };

/** A file beside a page: claims, which the writers of exports give, or something of the page's own answer. */
export type PageFile<Data> =
  | {
      /** The address of the claims among those of exports, without the slash at its beginning: `claims/c_1.csv`, `export.csv?where=…`. */
      readonly claims: (visit: Visit, ending: string) => string;
    }
  | {
      readonly mediaType: string;
      readonly write: (data: Data, visit: Visit) => string;
    };

/** A page of the explorer: an address, one operation, and what is made of its answer. */
export interface Page<Data, Variables> {
  /** Its name, that of its operation. */
  readonly name: string;
  /** The path, named groups being what the address gives: `^/c/(?<id>[^/]+)$`. */
  readonly path: RegExp;
  /** Where several pages have one path: whether what stands after the question mark means this one. */
  readonly matches?: (search: URLSearchParams) => boolean;
  readonly operation: Operation<Data, Variables>;
  readonly variables: (visit: Visit) => Variables;
  /** The part of the answer without which there is nothing to show: where it has failed, so has the page. Left out, that is all of it. */
  readonly essential?: keyof Data & string;
  readonly show: (answer: Answer<Data>, visit: Visit) => Shown;
  /** Files beside it by their endings, in the order in which they are offered; `json`, the answer itself, every page has. */
  readonly files: Readonly<Record<string, PageFile<Data>>>;
  /** Who may see it; left out, everyone. */
  readonly only?: (viewer: Viewer) => boolean;
  /** What is done with its form when it is sent to the page's own address; left out, it has none. */
  readonly act?: (fields: URLSearchParams, visit: Visit) => Deed;
  /** The field of the form that a place of the mutation's input is filled from, `citations.quote`, where its name is another. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A page among others, whatever its operation. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- pages differ in what they ask, and each is sound by itself
export type AnyPage = Page<any, any>;

/** Gives a page the types of its operation. */
export function page<Data, Variables>(one: Page<Data, Variables>): Page<Data, Variables> {
  return one;
}
