import { Field, Float, ID, InputType, Int } from "type-graphql";
import {
  BasisEnum,
  ClaimOrderFieldEnum,
  DirectionEnum,
  EntityOrderFieldEnum,
  ModalityEnum,
  RankEnum,
  StatusEnum,
  VerificationEnum,
} from "./enums.js";
import { DateTime, PartialDate } from "./scalars.js";

/**
 * The filters that every ontology has. Each field given must hold; `and`, `or`, `not` combine whole filters. Fields of relations are
 * added by the ontology, and reach the resolvers as plain objects, so these classes only say what the schema says.
 */
const optional = (description: string) => ({ nullable: true, description });
const EQ = optional("It is this one.");
const IN = optional("It is one of these; of none where the list is empty.");
const NOT = optional("It is not this one.");

@InputType({ description: "Compares an id." })
export class IdFilter {
  @Field(() => ID, EQ)
  eq?: string;

  @Field(() => [ID], IN)
  in?: string[];
}

@InputType({ description: "Compares a text, letter for letter." })
export class StringFilter {
  @Field(() => String, EQ)
  eq?: string;

  @Field(() => [String], IN)
  in?: string[];

  @Field(() => String, NOT)
  not?: string;

  @Field(() => String, optional("It begins with this."))
  startsWith?: string;

  @Field(() => String, optional("It has this in it."))
  contains?: string;
}

@InputType({
  description:
    "Meets any name or alias in any language, folded: case, diacritics, tatweel, hamza and alef forms do not count.",
})
export class NameFilter {
  @Field(() => String, optional("A whole name or alias is this."))
  eq?: string;

  @Field(() => [String], optional("A whole name or alias is one of these."))
  in?: string[];

  @Field(() => String, optional("A name or alias begins with this."))
  startsWith?: string;

  @Field(() => String, optional("A name or alias has this in it."))
  contains?: string;
}

@InputType({
  description: "Meets any id in a register: one that there is, where nothing but the register is given.",
})
export class IdentifierFilter {
  @Field(() => String, { description: "The register, by the ontology's name: `WIKIDATA`." })
  scheme!: string;

  @Field(() => String, optional("An id is this."))
  eq?: string;

  @Field(() => [String], optional("An id is one of these."))
  in?: string[];

  @Field(() => String, optional("An id begins with this."))
  startsWith?: string;
}

@InputType({ description: "Compares a whole number." })
export class IntFilter {
  @Field(() => Int, optional("It is this."))
  eq?: number;

  @Field(() => Int, optional("It is more than this."))
  gt?: number;

  @Field(() => Int, optional("It is this or more."))
  gte?: number;

  @Field(() => Int, optional("It is less than this."))
  lt?: number;

  @Field(() => Int, optional("It is this or less."))
  lte?: number;
}

@InputType({ description: "Compares an amount; without a unit, whatever its unit." })
export class QuantityFilter {
  @Field(() => Float, optional("It is this."))
  eq?: number;

  @Field(() => Float, optional("It is more than this."))
  gt?: number;

  @Field(() => Float, optional("It is this or more."))
  gte?: number;

  @Field(() => Float, optional("It is less than this."))
  lt?: number;

  @Field(() => Float, optional("It is this or less."))
  lte?: number;

  @Field(() => String, optional("It is in this unit: `chip`, `USD`."))
  unit?: string;
}

@InputType({ description: "Compares a date; a reduced date means all of its days." })
export class DateFilter {
  @Field(() => PartialDate, optional("It shares a day with this."))
  eq?: string;

  @Field(() => PartialDate, optional("It begins after this ends."))
  gt?: string;

  @Field(() => PartialDate, optional("It begins in this or later."))
  gte?: string;

  @Field(() => PartialDate, optional("It ends before this begins."))
  lt?: string;

  @Field(() => PartialDate, optional("It ends in this or earlier."))
  lte?: string;
}

@InputType({ description: "Compares a modality." })
export class ModalityFilter {
  @Field(() => ModalityEnum, EQ)
  eq?: string;

  @Field(() => [ModalityEnum], IN)
  in?: string[];

  @Field(() => ModalityEnum, NOT)
  not?: string;
}

@InputType({ description: "Compares a rank. A filter that names ranks may give deprecated claims too." })
export class RankFilter {
  @Field(() => RankEnum, EQ)
  eq?: string;

  @Field(() => [RankEnum], IN)
  in?: string[];

  @Field(() => RankEnum, NOT)
  not?: string;
}

@InputType({
  description: "Compares a status. A filter that names statuses may give retracted and superseded claims too.",
})
export class StatusFilter {
  @Field(() => StatusEnum, EQ)
  eq?: string;

  @Field(() => [StatusEnum], IN)
  in?: string[];

  @Field(() => StatusEnum, NOT)
  not?: string;
}

@InputType({ description: "Compares a basis." })
export class BasisFilter {
  @Field(() => BasisEnum, EQ)
  eq?: string;

  @Field(() => [BasisEnum], IN)
  in?: string[];
}

@InputType({ description: "Compares a verification." })
export class VerificationFilter {
  @Field(() => VerificationEnum, EQ)
  eq?: string;

  @Field(() => [VerificationEnum], IN)
  in?: string[];
}

/** The combinations that every filter of whole things has. */
const AND = optional("All of these hold.");
const OR = optional("At least one of these holds.");
const NOT_THIS = optional("This does not hold.");

@InputType({ description: "What an entity of whatever kind must meet. The ontology adds a field for each relation." })
export class EntityFilter {
  @Field(() => [EntityFilter], AND)
  and?: EntityFilter[];

  @Field(() => [EntityFilter], OR)
  or?: EntityFilter[];

  @Field(() => EntityFilter, NOT_THIS)
  not?: EntityFilter;

  @Field(() => IdFilter, optional("Its id."))
  id?: IdFilter;

  @Field(() => NameFilter, optional("Its names and aliases."))
  name?: NameFilter;

  @Field(() => IdentifierFilter, optional("Its ids in registers."))
  identifier?: IdentifierFilter;

  @Field(() => StringFilter, optional("Its kind, by the ontology's name: `CLUSTER`."))
  kind?: StringFilter;
}

@InputType({ description: "What a source must meet. The ontology adds its sort and a field for each relation." })
export class SourceFilter {
  @Field(() => [SourceFilter], AND)
  and?: SourceFilter[];

  @Field(() => [SourceFilter], OR)
  or?: SourceFilter[];

  @Field(() => SourceFilter, NOT_THIS)
  not?: SourceFilter;

  @Field(() => IdFilter, optional("Its id."))
  id?: IdFilter;

  @Field(() => NameFilter, optional("Its names and aliases."))
  name?: NameFilter;

  @Field(() => IdentifierFilter, optional("Its ids in registers."))
  identifier?: IdentifierFilter;

  @Field(() => StringFilter, optional("Its address, letter for letter."))
  url?: StringFilter;

  @Field(() => DateFilter, optional("When it was published."))
  publishedAt?: DateFilter;

  @Field(() => StringFilter, optional("Its language, a BCP 47 tag."))
  language?: StringFilter;

  @Field(() => StringFilter, optional("Under what terms it may be used: an SPDX id or an address, letter for letter."))
  license?: StringFilter;
}

@InputType({ description: "What a citation must meet." })
export class CitationFilter {
  @Field(() => StringFilter, optional("The quote, letter for letter."))
  quote?: StringFilter;

  @Field(() => BasisFilter, optional("Whether the quote says it or it is read from the quote."))
  basis?: BasisFilter;

  @Field(() => VerificationFilter, optional("Whether the quote stands in the stored text."))
  verification?: VerificationFilter;

  @Field(() => SourceFilter, optional("The cited source."))
  source?: SourceFilter;
}

@InputType({
  description:
    "What a claim must meet. Claims that are deprecated, superseded or retracted are left out unless `rank` or `status` is given.",
})
export class ClaimFilter {
  @Field(() => [ClaimFilter], AND)
  and?: ClaimFilter[];

  @Field(() => [ClaimFilter], OR)
  or?: ClaimFilter[];

  @Field(() => ClaimFilter, NOT_THIS)
  not?: ClaimFilter;

  @Field(() => IdFilter, optional("Its id."))
  id?: IdFilter;

  @Field(() => StringFilter, optional("Its predicate, by the ontology's name: `USES_CHIP`."))
  predicate?: StringFilter;

  @Field(() => EntityFilter, optional("The entity that it is about."))
  subject?: EntityFilter;

  @Field(() => EntityFilter, optional("The entity that it leads to."))
  object?: EntityFilter;

  @Field(() => QuantityFilter, optional("Its amount."))
  quantity?: QuantityFilter;

  @Field(() => StringFilter, optional("Its value in words, letter for letter."))
  text?: StringFilter;

  @Field(() => DateFilter, optional("Its value that is a date."))
  date?: DateFilter;

  @Field(() => ModalityFilter, optional("How sure it is meant to be."))
  modality?: ModalityFilter;

  @Field(() => RankFilter, optional("A curator's ordering."))
  rank?: RankFilter;

  @Field(() => StatusFilter, optional("Where it is in its life here."))
  status?: StatusFilter;

  @Field(() => DateFilter, optional("From when it holds."))
  validFrom?: DateFilter;

  @Field(() => DateFilter, optional("Until when it holds."))
  validTo?: DateFilter;

  @Field(() => EntityFilter, optional("Somebody who is named as having said so."))
  attributedTo?: EntityFilter;

  @Field(() => SourceFilter, optional("A source that it cites."))
  source?: SourceFilter;

  @Field(() => CitationFilter, optional("One of its citations."))
  citation?: CitationFilter;

  @Field(() => IntFilter, optional("How many citations it has."))
  citations?: IntFilter;

  @Field(() => IntFilter, optional("From how many origins it comes."))
  origins?: IntFilter;
}

@InputType({
  description: "Quantifies over the claims about a value that an entity has: `powerCapacity: { some: … }`.",
})
export class ValueRelationFilter {
  @Field(() => ValueMatch, optional("At least one of them meets this."))
  some?: ValueMatch;

  @Field(() => ValueMatch, optional("None of them meets this."))
  none?: ValueMatch;

  @Field(() => ValueMatch, optional("All of them meet this."))
  every?: ValueMatch;
}

@InputType({ description: "What a claim about a value must meet." })
export class ValueMatch {
  @Field(() => ClaimFilter, optional("The claim itself."))
  claim?: ClaimFilter;
}

@InputType({ description: "A key of an order of entities." })
export class EntityOrder {
  @Field(() => EntityOrderFieldEnum, { description: "By what." })
  field!: string;

  @Field(() => String, optional("For QUANTITY: the predicate whose amounts count."))
  predicate?: string;

  @Field(() => DirectionEnum, { description: "Which end comes first.", defaultValue: "ASC" })
  direction!: string;
}

@InputType({ description: "A key of an order of claims." })
export class ClaimOrder {
  @Field(() => ClaimOrderFieldEnum, { description: "By what." })
  field!: string;

  @Field(() => DirectionEnum, { description: "Which end comes first.", defaultValue: "ASC" })
  direction!: string;
}

@InputType({ description: "A moment as of which to answer." })
export class AsOf {
  @Field(() => String, optional("The world's time, a date in any precision: what held then."))
  validAt?: string;

  @Field(() => DateTime, optional("This database's time: what it knew then."))
  knownAt?: string;
}
