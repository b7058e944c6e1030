/** What is said of arguments that many fields have, and their defaults; the decorators' options. */
export const FIRST = { description: "How many at most, 1 to 200.", defaultValue: 20 } as const;

/** As FIRST, with a page of fifty where lists belong to one thing that is read whole. */
export const FIRST_FIFTY = { ...FIRST, defaultValue: 50 } as const;

export const LAST = {
  nullable: true,
  description: "How many of the last at most, 1 to 200, for walking back; given, it counts instead of `first`.",
} as const;

export const BEFORE = { nullable: true, description: "The cursor before which the page ends." } as const;

export const AFTER = { nullable: true, description: "The cursor after which the page begins." } as const;

export const LANG = {
  nullable: true,
  description:
    "A BCP 47 tag. Left out, it is the ontology's first language; where there is no text in it, another's is given.",
} as const;

export const AS_OF = {
  nullable: true,
  description: "The moment as of which to answer; it holds for all beneath. Left out, it is now.",
} as const;

export const WHERE = { nullable: true, description: "What the items must meet. Left out, all are given." } as const;

export const ORDER_BY = {
  nullable: true,
  description: "By what to order; the first is the strongest. Left out, the list's own order holds.",
} as const;

export const ID_ARG = { description: "The id." } as const;

/** How many a page may hold. */
export const MAX_FIRST = 200;
