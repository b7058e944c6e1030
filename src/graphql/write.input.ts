import { Field, Float, ID, InputType, Int } from "type-graphql";
import { BasisEnum, BoundEnum, ModalityEnum, RankEnum } from "./enums.js";
import { PartialDate } from "./scalars.js";

const optional = (description: string) => ({ nullable: true, description });

@InputType({ description: "A text with its language." })
export class LocalizedTextInput {
  @Field(() => String, { description: "A BCP 47 tag: `ar`." })
  language!: string;

  @Field(() => String, { description: "The text." })
  text!: string;
}

@InputType({ description: "An id in a register of the ontology." })
export class IdentifierInput {
  @Field(() => String, { description: "The register, by the ontology's name: `WIKIDATA`." })
  scheme!: string;

  @Field(() => String, { description: "The id there: `Q95`." })
  value!: string;
}

@InputType({ description: "A source to record. The ontology adds its sort." })
export class SourceInput {
  @Field(() => [LocalizedTextInput], { description: "What it is called, in one language or more." })
  names!: LocalizedTextInput[];

  @Field(() => String, optional("Where it can be read."))
  url?: string;

  @Field(() => PartialDate, optional("When it was published."))
  publishedAt?: string;

  @Field(() => String, optional("The language it is written in, a BCP 47 tag."))
  language?: string;

  @Field(() => [ID], optional("Who wrote it."))
  authors?: string[];

  @Field(() => ID, optional("Who published it."))
  publisher?: string;

  @Field(() => [ID], optional("The sources that it takes from."))
  derivedFrom?: string[];

  @Field(() => String, optional("Its text, to be stored; quotes are found in it."))
  text?: string;

  @Field(() => String, optional("Under what terms it may be used: an SPDX id or an address."))
  license?: string;

  @Field(() => String, optional("Whom to credit wherever what it says is shown, in the words that it asks for."))
  attribution?: string;

  @Field(() => [IdentifierInput], optional("Its ids in registers."))
  identifiers?: IdentifierInput[];

  @Field(() => Boolean, {
    description: "Whether only curators see it, its citations, and claims that have no other or are about it.",
    defaultValue: false,
  })
  restricted!: boolean;
}

@InputType({ description: "An entity to record." })
export class EntityInput {
  @Field(() => String, { description: "Its kind, by the ontology's name: `CLUSTER`." })
  kind!: string;

  @Field(() => [LocalizedTextInput], { description: "What it is called, in one language or more." })
  names!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], optional("Other names that it goes by."))
  aliases?: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], optional("What it is."))
  descriptions?: LocalizedTextInput[];

  @Field(() => [IdentifierInput], optional("Its ids in registers."))
  identifiers?: IdentifierInput[];
}

@InputType({ description: "What is to be changed of an entity; what is left out stays." })
export class EntityChange {
  @Field(() => [LocalizedTextInput], optional("Its names from now on."))
  names?: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], optional("Its aliases from now on."))
  aliases?: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], optional("Its descriptions from now on."))
  descriptions?: LocalizedTextInput[];

  @Field(
    () => [IdentifierInput],
    optional("Its ids in registers from now on; those of entities that are merged into it stay."),
  )
  identifiers?: IdentifierInput[];
}

@InputType({ description: "An amount with its unit." })
export class QuantityInput {
  @Field(() => Float, { description: "How much." })
  amount!: number;

  @Field(() => String, { description: "Of what: `chip`, `USD`." })
  unit!: string;

  @Field(() => BoundEnum, { description: "How the amount is meant.", defaultValue: "EXACT" })
  bound!: string;
}

@InputType({ description: "A citation. Its position is found by the server." })
export class CitationInput {
  @Field(() => ID, { description: "The source." })
  source!: string;

  @Field(() => String, { description: "The words, verbatim." })
  quote!: string;

  @Field(
    () => Int,
    optional("Which of the places where the quote stands, from 1; needed where it stands more than once."),
  )
  occurrence?: number;

  @Field(() => BasisEnum, {
    description: "Whether the quote says it or it is read from the quote.",
    defaultValue: "STATED",
  })
  basis!: string;

  @Field(() => LocalizedTextInput, optional("The curator's translation of the quote."))
  translation?: LocalizedTextInput;

  @Field(
    () => [ID],
    optional(
      "The sources from which the cited one took just this; none: its own words; left out: whatever it takes from.",
    ),
  )
  derivedFrom?: string[];
}

@InputType({ description: "A claim to assert: of a subject, by a predicate, an object or a value." })
export class ClaimInput {
  @Field(() => ID, { description: "The entity that it is about." })
  subject!: string;

  @Field(() => String, { description: "The predicate, by the ontology's name: `USES_CHIP`." })
  predicate!: string;

  @Field(() => ID, optional("The entity that it leads to."))
  object?: string;

  @Field(() => QuantityInput, optional("The amount."))
  quantity?: QuantityInput;

  @Field(() => [LocalizedTextInput], optional("The value in words, in one language or more."))
  text?: LocalizedTextInput[];

  @Field(() => PartialDate, optional("The value that is a date."))
  date?: string;

  @Field(() => ModalityEnum, { description: "How sure it is meant to be.", defaultValue: "ACTUAL" })
  modality!: string;

  @Field(() => RankEnum, { description: "A curator's ordering.", defaultValue: "NORMAL" })
  rank!: string;

  @Field(() => PartialDate, optional("From when it holds."))
  validFrom?: string;

  @Field(() => PartialDate, optional("Until when it holds."))
  validTo?: string;

  @Field(() => [ID], optional("Whom the source names as having said so."))
  attributedTo?: string[];

  @Field(() => PartialDate, optional("When they said so."))
  assertedAt?: string;

  @Field(() => [CitationInput], { description: "Where it stands; at least one." })
  citations!: CitationInput[];
}
