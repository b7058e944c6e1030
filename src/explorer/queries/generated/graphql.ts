/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What one of the AI models must meet. */
export type AiModelFilter = {
  /** All of these hold. */
  and?: Array<AiModelFilter> | null | undefined;
  /** The other end of `buildsModel`. The AI model is the one that is being built on the cluster. */
  builtOn?: ClusterRelationFilter | null | undefined;
  /** The other end of `develops`. The company develops, or has developed, the chip, software or model itself. */
  developedBy?: CompanyRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: AiModelFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<AiModelFilter> | null | undefined;
  /** The other end of `hasProduct`. The software or model is the company's; who developed it is not said by this predicate. */
  productOf?: CompanyRelationFilter | null | undefined;
  /** The other end of `trains`. The cluster is used to train the software or model. */
  trainedOn?: ClusterRelationFilter | null | undefined;
  /** The other end of `unveiled`. The company showed the thing to the public for the first time; the valid time says when. */
  unveiledBy?: CompanyRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type AiModelMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: AiModelFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type AiModelRelationFilter = {
  /** All of them meet this. */
  every?: AiModelMatch | null | undefined;
  /** None of them meets this. */
  none?: AiModelMatch | null | undefined;
  /** At least one of them meets this. */
  some?: AiModelMatch | null | undefined;
};

/** A moment as of which to answer. */
export type AsOf = {
  /** This database's time: what it knew then. */
  knownAt?: string | null | undefined;
  /** The world's time, a date in any precision: what held then. */
  validAt?: string | null | undefined;
};

/** How a quote carries its claim. */
export type Basis =
  /** The curator reads it from the quote. */
  | 'INFERRED'
  /** The quote says it. */
  | 'STATED';

/** Compares a basis. */
export type BasisFilter = {
  /** It is this one. */
  eq?: Basis | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<Basis> | null | undefined;
};

/** How an amount is meant. */
export type Bound =
  /** About this amount. */
  | 'ABOUT'
  /** This amount or more. */
  | 'AT_LEAST'
  /** This amount or less. */
  | 'AT_MOST'
  /** This amount. */
  | 'EXACT';

/** What was done. */
export type ChangeAction =
  /** A claim was recorded. */
  | 'ASSERTED'
  /** A claim was given further citations. */
  | 'CITED'
  /** An entity or a source was recorded. */
  | 'CREATED'
  /** Two entities were found not to be the same. */
  | 'KEPT_APART'
  /** Two entities were found to be one. */
  | 'MERGED'
  /** A source that was restricted was opened. */
  | 'OPENED'
  /** A quote that a claim rests on no longer stands in its source's text. */
  | 'QUOTE_CHANGED'
  /** A claim's rank was changed. */
  | 'RANKED'
  /** A source's text was stored anew, since it had changed. */
  | 'REFETCHED'
  /** A claim that was withdrawn or superseded counts again. */
  | 'RESTORED'
  /** A source was restricted to curators. */
  | 'RESTRICTED'
  /** A claim was withdrawn. */
  | 'RETRACTED'
  /** Another claim took the claim's place. */
  | 'SUPERSEDED'
  /** A merge was undone. */
  | 'UNMERGED'
  /** An entity's names or description were changed. */
  | 'UPDATED';

/** What one of the chips must meet. */
export type ChipFilter = {
  /** The other end of `addsChip`. The cluster grows by chips of this model; the quantity says by how many more, not how many it has then. */
  addedTo?: ClusterRelationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ChipFilter> | null | undefined;
  /** What sort of thing it is, in the source's words, such as a supercomputer or a graphics processing unit. */
  category?: ValueRelationFilter | null | undefined;
  /** The other end of `develops`. The company develops, or has developed, the chip, software or model itself. */
  developedBy?: CompanyRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** The other end of `makes`. The chip is the company's product. */
  madeBy?: CompanyRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: ChipFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ChipFilter> | null | undefined;
  /** The other end of `unveiled`. The company showed the thing to the public for the first time; the valid time says when. */
  unveiledBy?: CompanyRelationFilter | null | undefined;
  /** The other end of `usesChip`. The cluster runs on chips of this model; the quantity says on how many. */
  usedBy?: ClusterRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type ChipMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: ChipFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type ChipRelationFilter = {
  /** All of them meet this. */
  every?: ChipMatch | null | undefined;
  /** None of them meets this. */
  none?: ChipMatch | null | undefined;
  /** At least one of them meets this. */
  some?: ChipMatch | null | undefined;
};

/** What a citation must meet. */
export type CitationFilter = {
  /** Whether the quote says it or it is read from the quote. */
  basis?: BasisFilter | null | undefined;
  /** The quote, letter for letter. */
  quote?: StringFilter | null | undefined;
  /** The cited source. */
  source?: SourceFilter | null | undefined;
  /** Whether the quote stands in the stored text. */
  verification?: VerificationFilter | null | undefined;
};

/** A citation. Its position is found by the server. */
export type CitationInput = {
  /** Whether the quote says it or it is read from the quote. */
  basis?: Basis;
  /** The sources from which the cited one took just this; none: its own words; left out: whatever it takes from. */
  derivedFrom?: Array<string | number> | null | undefined;
  /** Which of the places where the quote stands, from 1; needed where it stands more than once. */
  occurrence?: number | null | undefined;
  /** The words, verbatim. */
  quote: string;
  /** The source. */
  source: string | number;
  /** The curator's translation of the quote. */
  translation?: LocalizedTextInput | null | undefined;
};

/** What a claim must meet. Claims that are deprecated, superseded or retracted are left out unless `rank` or `status` is given. */
export type ClaimFilter = {
  /** All of these hold. */
  and?: Array<ClaimFilter> | null | undefined;
  /** Somebody who is named as having said so. */
  attributedTo?: EntityFilter | null | undefined;
  /** One of its citations. */
  citation?: CitationFilter | null | undefined;
  /** How many citations it has. */
  citations?: IntFilter | null | undefined;
  /** Its value that is a date. */
  date?: DateFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** How sure it is meant to be. */
  modality?: ModalityFilter | null | undefined;
  /** This does not hold. */
  not?: ClaimFilter | null | undefined;
  /** The entity that it leads to. */
  object?: EntityFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ClaimFilter> | null | undefined;
  /** From how many origins it comes. */
  origins?: IntFilter | null | undefined;
  /** Its predicate, by the ontology's name: `USES_CHIP`. */
  predicate?: StringFilter | null | undefined;
  /** Its amount. */
  quantity?: QuantityFilter | null | undefined;
  /** A curator's ordering. */
  rank?: RankFilter | null | undefined;
  /** A source that it cites. */
  source?: SourceFilter | null | undefined;
  /** Where it is in its life here. */
  status?: StatusFilter | null | undefined;
  /** The entity that it is about. */
  subject?: EntityFilter | null | undefined;
  /** Its value in words, letter for letter. */
  text?: StringFilter | null | undefined;
  /** From when it holds. */
  validFrom?: DateFilter | null | undefined;
  /** Until when it holds. */
  validTo?: DateFilter | null | undefined;
};

/** A claim to assert: of a subject, by a predicate, an object or a value. */
export type ClaimInput = {
  /** When they said so. */
  assertedAt?: string | null | undefined;
  /** Whom the source names as having said so. */
  attributedTo?: Array<string | number> | null | undefined;
  /** Where it stands; at least one. */
  citations: Array<CitationInput>;
  /** The value that is a date. */
  date?: string | null | undefined;
  /** How sure it is meant to be. */
  modality?: Modality;
  /** The entity that it leads to. */
  object?: string | number | null | undefined;
  /** The predicate, by the ontology's name: `USES_CHIP`. */
  predicate: string;
  /** The amount. */
  quantity?: QuantityInput | null | undefined;
  /** A curator's ordering. */
  rank?: Rank;
  /** The entity that it is about. */
  subject: string | number;
  /** The value in words, in one language or more. */
  text?: Array<LocalizedTextInput> | null | undefined;
  /** From when it holds. */
  validFrom?: string | null | undefined;
  /** Until when it holds. */
  validTo?: string | null | undefined;
};

/** A key of an order of claims. */
export type ClaimOrder = {
  /** Which end comes first. */
  direction?: Direction;
  /** By what. */
  field: ClaimOrderField;
};

/** What claims can be ordered by. */
export type ClaimOrderField =
  /** The amount, whatever its unit. */
  | 'AMOUNT'
  /** The predicate's name. */
  | 'PREDICATE'
  /** When it was recorded here. */
  | 'RECORDED_AT'
  /** When it begins to hold in the world. */
  | 'VALID_FROM';

/** What one of the clusters must meet. */
export type ClusterFilter = {
  /** Where on the map it stands, as the source writes it, such as a postal address, a region or coordinates. */
  address?: ValueRelationFilter | null | undefined;
  /** The cluster grows by chips of this model; the quantity says by how many more, not how many it has then. */
  addsChip?: ChipRelationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ClusterFilter> | null | undefined;
  /** The other end of `startedAssembling`. The company began to put the cluster together; the valid time says when. */
  assemblyStartedBy?: CompanyRelationFilter | null | undefined;
  /** The AI model is the one that is being built on the cluster. */
  buildsModel?: AiModelRelationFilter | null | undefined;
  /** The cluster is a later stage of the other, which it takes in. */
  buildsUpon?: ClusterRelationFilter | null | undefined;
  /** The other end of `buildsUpon`. The cluster is a later stage of the other, which it takes in. */
  builtUponBy?: ClusterRelationFilter | null | undefined;
  /** What sort of thing it is, in the source's words, such as a supercomputer or a graphics processing unit. */
  category?: ValueRelationFilter | null | undefined;
  /** How certain the source is that what it tells of the subject is so, in its own word for it. */
  certainty?: ValueRelationFilter | null | undefined;
  /** How many AI chips the cluster has, those of all models together. */
  chipCount?: ValueRelationFilter | null | undefined;
  /** Chips of the cluster come from this maker. */
  chipsSuppliedBy?: CompanyRelationFilter | null | undefined;
  /** The other end of `hasNotDisclosedCostOf`. The company has not said what building the cluster cost. */
  costUndisclosedBy?: CompanyRelationFilter | null | undefined;
  /** When the cluster was, or is to be, taken out of service. */
  decommissionedOn?: ValueRelationFilter | null | undefined;
  /** The other end of `deployed`. The company has put the cluster into operation. */
  deployedBy?: CompanyRelationFilter | null | undefined;
  /** A judgement on the subject, in the words of the one who makes it. */
  describedAs?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster does for each watt that it draws. */
  energyEfficiency?: ValueRelationFilter | null | undefined;
  /** By what factor the cluster's capacity is to be multiplied; 2 is a doubling. */
  expansionFactor?: ValueRelationFilter | null | undefined;
  /** When the cluster's expansion is to come, where the source gives no date. */
  expansionTiming?: ValueRelationFilter | null | undefined;
  /** The other end of `spentOnGpusFor`. What the company spent on graphics processing units alone for the cluster. */
  gpusPaidForBy?: CompanyRelationFilter | null | undefined;
  /** The other end of `sameH100CountAs`. The two clusters have the same number of H100 chips, whatever that number is. */
  h100CountMatchedBy?: ClusterRelationFilter | null | undefined;
  /** Computing capacity expressed as the number of H100 that would give it; no count of chips. */
  h100EquivalentCapacity?: ValueRelationFilter | null | undefined;
  /** What the cluster's hardware costs to buy. */
  hardwareCost?: ValueRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** The record of the subject in a data set lists this source; which of what it tells comes from there is not said. */
  listedSources?: SourceRelationFilter | null | undefined;
  /** The cluster, facility or place is within the facility or place; each claim is one step, as the source gives it. */
  locatedIn?: EntityRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: ClusterFilter | null | undefined;
  /** When the cluster came online. */
  onlineSince?: ValueRelationFilter | null | undefined;
  /** Whether the cluster is planned, exists or is decommissioned, in the source's word for it. */
  operatingStatus?: ValueRelationFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ClusterFilter> | null | undefined;
  /** The other end of `owns`. The cluster or facility is the company's own. */
  ownedBy?: CompanyRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most, in whichever number format they do the most. */
  peakPerformance?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most on numbers of 8 bits. */
  performance8Bit?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most on numbers of 16 bits. */
  performance16Bit?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most on numbers of 32 bits. */
  performance32Bit?: ValueRelationFilter | null | undefined;
  /** The source holds that the two may be one and the same thing. */
  possibleDuplicateOf?: EntityRelationFilter | null | undefined;
  /** The other end of `possibleDuplicateOf`. The source holds that the two may be one and the same thing. */
  possiblyDuplicatedBy?: EntityRelationFilter | null | undefined;
  /** The electric power that the facility or cluster can draw. */
  powerCapacity?: ValueRelationFilter | null | undefined;
  /** Words on the subject that a data set quotes; from which of the sources that it lists is not said. */
  quotedWords?: ValueRelationFilter | null | undefined;
  /** What the source remarks on the subject. */
  remark?: ValueRelationFilter | null | undefined;
  /** What the cluster is reported to cost, whatever the report counts in. */
  reportedCost?: ValueRelationFilter | null | undefined;
  /** The two clusters have the same number of H100 chips, whatever that number is. */
  sameH100CountAs?: ClusterRelationFilter | null | undefined;
  /** How the deployment and use of the cluster stand against its schedule. */
  scheduleStatus?: ValueRelationFilter | null | undefined;
  /** Whether the cluster is public or private, in the source's word for it. */
  sector?: ValueRelationFilter | null | undefined;
  /** Whether the chips work as one cluster, in the source's words. */
  singleCluster?: ValueRelationFilter | null | undefined;
  /** The other cluster has taken, or is to take, the place of this one. */
  succeededBy?: ClusterRelationFilter | null | undefined;
  /** The other end of `succeededBy`. The other cluster has taken, or is to take, the place of this one. */
  successorOf?: ClusterRelationFilter | null | undefined;
  /** What the cluster has been given to do, in the source's words; the valid time runs from when it was given to when it is to be done. */
  taskedWith?: ValueRelationFilter | null | undefined;
  /** The other end of `trainsOn`. The company trains its AI on the cluster. */
  trainedOnBy?: CompanyRelationFilter | null | undefined;
  /** The cluster is used to train the software or model. */
  trains?: EntityRelationFilter | null | undefined;
  /** The other end of `unveiled`. The company showed the thing to the public for the first time; the valid time says when. */
  unveiledBy?: CompanyRelationFilter | null | undefined;
  /** Who uses the cluster, or is to use it, in the source's words; some are no bodies of their own, such as researchers or the cloud. */
  users?: ValueRelationFilter | null | undefined;
  /** The cluster runs on chips of this model; the quantity says on how many. */
  usesChip?: ChipRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type ClusterMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: ClusterFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type ClusterRelationFilter = {
  /** All of them meet this. */
  every?: ClusterMatch | null | undefined;
  /** None of them meets this. */
  none?: ClusterMatch | null | undefined;
  /** At least one of them meets this. */
  some?: ClusterMatch | null | undefined;
};

/** What one of the companies must meet. */
export type CompanyFilter = {
  /** The other end of `lagsBehind`. By the measure of what is spent on AI computing, the subject's AI efforts are behind the object's. */
  aheadOf?: EntityRelationFilter | null | undefined;
  /** Money spent, or to be spent, on computing for AI (capacity, training and inference) in the valid time, all of it together. */
  aiComputeSpending?: ValueRelationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<CompanyFilter> | null | undefined;
  /** The source was written or issued by the subject. */
  authored?: SourceRelationFilter | null | undefined;
  /** The company's capital expenditure in the valid time. A quarter's figure does not contradict that of its year. */
  capitalExpenditure?: ValueRelationFilter | null | undefined;
  /** How capital expenditure compares with that of another time, in words. */
  capitalExpenditureComparison?: ValueRelationFilter | null | undefined;
  /** By how much capital expenditure rose, where the source does not say against which period. */
  capitalExpenditureGrowth?: ValueRelationFilter | null | undefined;
  /** By how much capital expenditure rose on the same period of the year before. */
  capitalExpenditureGrowthOnYear?: ValueRelationFilter | null | undefined;
  /** What is expected of capital expenditure in the valid time, in words. */
  capitalExpenditureOutlook?: ValueRelationFilter | null | undefined;
  /** The two are rivals. */
  competesWith?: EntityRelationFilter | null | undefined;
  /** The other end of `competesWith`. The two are rivals. */
  competitorOf?: EntityRelationFilter | null | undefined;
  /** Money spent on infrastructure for computing in the valid time, not only for AI. */
  computeInfrastructureSpending?: ValueRelationFilter | null | undefined;
  /** By how much spending on infrastructure for computing rose on the same period of the year before. */
  computeInfrastructureSpendingGrowthOnYear?: ValueRelationFilter | null | undefined;
  /** The other end of `controls`. The company is the person's to direct. Share or office are not said by this predicate. */
  controlledBy?: PersonRelationFilter | null | undefined;
  /** The company has put the cluster into operation. */
  deployed?: ClusterRelationFilter | null | undefined;
  /** A judgement on the subject, in the words of the one who makes it. */
  describedAs?: ValueRelationFilter | null | undefined;
  /** The company develops, or has developed, the chip, software or model itself. */
  develops?: EntityRelationFilter | null | undefined;
  /** The other end of `formerFacilityOf`. The facility was the company's earlier on. */
  formerFacilities?: FacilityRelationFilter | null | undefined;
  /** A name that the subject had before. */
  formerName?: ValueRelationFilter | null | undefined;
  /** The company has not said what building the cluster cost. */
  hasNotDisclosedCostOf?: ClusterRelationFilter | null | undefined;
  /** The software or model is the company's; who developed it is not said by this predicate. */
  hasProduct?: EntityRelationFilter | null | undefined;
  /** A general opinion that the subject holds. An opinion of something that has an entity of its own is told of that entity instead. */
  holdsThat?: ValueRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** Where the company's AI inference is carried out. */
  inferencePlace?: ValueRelationFilter | null | undefined;
  /** The other end of `investsIn`. The person or company is an investor in the company. */
  investors?: EntityRelationFilter | null | undefined;
  /** The person or company is an investor in the company. */
  investsIn?: CompanyRelationFilter | null | undefined;
  /** By the measure of what is spent on AI computing, the subject's AI efforts are behind the object's. */
  lagsBehind?: EntityRelationFilter | null | undefined;
  /** The record of the subject in a data set lists this source; which of what it tells comes from there is not said. */
  listedSources?: SourceRelationFilter | null | undefined;
  /** The chip is the company's product. */
  makes?: ChipRelationFilter | null | undefined;
  /** The company belongs to a group that a source speaks of as one. */
  memberOf?: GroupRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: CompanyFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<CompanyFilter> | null | undefined;
  /** What the company loses on operating costs other than AI computing. */
  otherOperatingLoss?: ValueRelationFilter | null | undefined;
  /** The cluster or facility is the company's own. */
  owns?: EntityRelationFilter | null | undefined;
  /** The source holds that the two may be one and the same thing. */
  possibleDuplicateOf?: EntityRelationFilter | null | undefined;
  /** The other end of `possibleDuplicateOf`. The source holds that the two may be one and the same thing. */
  possiblyDuplicatedBy?: EntityRelationFilter | null | undefined;
  /** Words on the subject that a data set quotes; from which of the sources that it lists is not said. */
  quotedWords?: ValueRelationFilter | null | undefined;
  /** The funding round is the company's. */
  raised?: FundingRoundRelationFilter | null | undefined;
  /** What the source remarks on the subject. */
  remark?: ValueRelationFilter | null | undefined;
  /** A judgement on the subject's spending on AI computing, in the words of the one who makes it. */
  spendingAssessment?: ValueRelationFilter | null | undefined;
  /** How the subject's spending on AI computing compares with another figure, in words. */
  spendingComparison?: ValueRelationFilter | null | undefined;
  /** How freely or sparingly the subject spends on building AI computing capacity, in the source's words. */
  spendingManner?: ValueRelationFilter | null | undefined;
  /** What the company spent on graphics processing units alone for the cluster. */
  spentOnGpusFor?: ClusterRelationFilter | null | undefined;
  /** The company began to put the cluster together; the valid time says when. */
  startedAssembling?: ClusterRelationFilter | null | undefined;
  /** The other end of `chipsSuppliedBy`. Chips of the cluster come from this maker. */
  suppliesChipsTo?: ClusterRelationFilter | null | undefined;
  /** What the computing capacity for training is worth that was brought in during the valid time. */
  trainingComputeAdded?: ValueRelationFilter | null | undefined;
  /** The company trains its AI on the cluster. */
  trainsOn?: ClusterRelationFilter | null | undefined;
  /** The company showed the thing to the public for the first time; the valid time says when. */
  unveiled?: EntityRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type CompanyMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: CompanyFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type CompanyRelationFilter = {
  /** All of them meet this. */
  every?: CompanyMatch | null | undefined;
  /** None of them meets this. */
  none?: CompanyMatch | null | undefined;
  /** At least one of them meets this. */
  some?: CompanyMatch | null | undefined;
};

/** Why claims cannot all hold. */
export type ConflictKind =
  /** Sources that are derived from one another in a circle, so that nobody can say which came first. */
  | 'CYCLIC_DERIVATION'
  /** A weekday that the date does not have. */
  | 'DATES'
  /** Several values where the predicate holds one at a time. */
  | 'EXCLUSIVE'
  /** Amounts of one thing that have no value in common. */
  | 'VALUE';

/** Compares a date; a reduced date means all of its days. */
export type DateFilter = {
  /** It shares a day with this. */
  eq?: string | null | undefined;
  /** It begins after this ends. */
  gt?: string | null | undefined;
  /** It begins in this or later. */
  gte?: string | null | undefined;
  /** It ends before this begins. */
  lt?: string | null | undefined;
  /** It ends in this or earlier. */
  lte?: string | null | undefined;
};

/** Which end of an order comes first. */
export type Direction =
  /** The least first; what is missing counts as the least. */
  | 'ASC'
  /** The greatest first; what is missing comes last. */
  | 'DESC';

/** What is to be changed of an entity; what is left out stays. */
export type EntityChange = {
  /** Its aliases from now on. */
  aliases?: Array<LocalizedTextInput> | null | undefined;
  /** Its descriptions from now on. */
  descriptions?: Array<LocalizedTextInput> | null | undefined;
  /** Its ids in registers from now on; those of entities that are merged into it stay. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** Its names from now on. */
  names?: Array<LocalizedTextInput> | null | undefined;
};

/** What an entity of whatever kind must meet. The ontology adds a field for each relation. */
export type EntityFilter = {
  /** The other end of `addsChip`. The cluster grows by chips of this model; the quantity says by how many more, not how many it has then. */
  addedTo?: ClusterRelationFilter | null | undefined;
  /** Where on the map it stands, as the source writes it, such as a postal address, a region or coordinates. */
  address?: ValueRelationFilter | null | undefined;
  /** The cluster grows by chips of this model; the quantity says by how many more, not how many it has then. */
  addsChip?: ChipRelationFilter | null | undefined;
  /** The other end of `lagsBehind`. By the measure of what is spent on AI computing, the subject's AI efforts are behind the object's. */
  aheadOf?: EntityRelationFilter | null | undefined;
  /** Money spent, or to be spent, on computing for AI (capacity, training and inference) in the valid time, all of it together. */
  aiComputeSpending?: ValueRelationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<EntityFilter> | null | undefined;
  /** The other end of `startedAssembling`. The company began to put the cluster together; the valid time says when. */
  assemblyStartedBy?: CompanyRelationFilter | null | undefined;
  /** The address of a picture or file that the source carries, as it stands there. */
  attachment?: ValueRelationFilter | null | undefined;
  /** The source was written or issued by the subject. */
  authored?: SourceRelationFilter | null | undefined;
  /** The other end of `authored`. The source was written or issued by the subject. */
  authoredBy?: EntityRelationFilter | null | undefined;
  /** The AI model is the one that is being built on the cluster. */
  buildsModel?: AiModelRelationFilter | null | undefined;
  /** The cluster is a later stage of the other, which it takes in. */
  buildsUpon?: ClusterRelationFilter | null | undefined;
  /** The other end of `buildsModel`. The AI model is the one that is being built on the cluster. */
  builtOn?: ClusterRelationFilter | null | undefined;
  /** The other end of `buildsUpon`. The cluster is a later stage of the other, which it takes in. */
  builtUponBy?: ClusterRelationFilter | null | undefined;
  /** The company's capital expenditure in the valid time. A quarter's figure does not contradict that of its year. */
  capitalExpenditure?: ValueRelationFilter | null | undefined;
  /** How capital expenditure compares with that of another time, in words. */
  capitalExpenditureComparison?: ValueRelationFilter | null | undefined;
  /** By how much capital expenditure rose, where the source does not say against which period. */
  capitalExpenditureGrowth?: ValueRelationFilter | null | undefined;
  /** By how much capital expenditure rose on the same period of the year before. */
  capitalExpenditureGrowthOnYear?: ValueRelationFilter | null | undefined;
  /** What is expected of capital expenditure in the valid time, in words. */
  capitalExpenditureOutlook?: ValueRelationFilter | null | undefined;
  /** The other end of `postedOn`. The platform on which the source was published. */
  carries?: SourceRelationFilter | null | undefined;
  /** What sort of thing it is, in the source's words, such as a supercomputer or a graphics processing unit. */
  category?: ValueRelationFilter | null | undefined;
  /** How certain the source is that what it tells of the subject is so, in its own word for it. */
  certainty?: ValueRelationFilter | null | undefined;
  /** How many AI chips the cluster has, those of all models together. */
  chipCount?: ValueRelationFilter | null | undefined;
  /** Chips of the cluster come from this maker. */
  chipsSuppliedBy?: CompanyRelationFilter | null | undefined;
  /** The two are rivals. */
  competesWith?: EntityRelationFilter | null | undefined;
  /** The other end of `competesWith`. The two are rivals. */
  competitorOf?: EntityRelationFilter | null | undefined;
  /** Money spent on infrastructure for computing in the valid time, not only for AI. */
  computeInfrastructureSpending?: ValueRelationFilter | null | undefined;
  /** By how much spending on infrastructure for computing rose on the same period of the year before. */
  computeInfrastructureSpendingGrowthOnYear?: ValueRelationFilter | null | undefined;
  /** The other end of `controls`. The company is the person's to direct. Share or office are not said by this predicate. */
  controlledBy?: PersonRelationFilter | null | undefined;
  /** The company is the person's to direct. Share or office are not said by this predicate. */
  controls?: CompanyRelationFilter | null | undefined;
  /** The other end of `hasNotDisclosedCostOf`. The company has not said what building the cluster cost. */
  costUndisclosedBy?: CompanyRelationFilter | null | undefined;
  /** When the cluster was, or is to be, taken out of service. */
  decommissionedOn?: ValueRelationFilter | null | undefined;
  /** The company has put the cluster into operation. */
  deployed?: ClusterRelationFilter | null | undefined;
  /** The other end of `deployed`. The company has put the cluster into operation. */
  deployedBy?: CompanyRelationFilter | null | undefined;
  /** A judgement on the subject, in the words of the one who makes it. */
  describedAs?: ValueRelationFilter | null | undefined;
  /** The other end of `develops`. The company develops, or has developed, the chip, software or model itself. */
  developedBy?: CompanyRelationFilter | null | undefined;
  /** The company develops, or has developed, the chip, software or model itself. */
  develops?: EntityRelationFilter | null | undefined;
  /** How many operations a second the cluster does for each watt that it draws. */
  energyEfficiency?: ValueRelationFilter | null | undefined;
  /** By what factor the cluster's capacity is to be multiplied; 2 is a doubling. */
  expansionFactor?: ValueRelationFilter | null | undefined;
  /** When the cluster's expansion is to come, where the source gives no date. */
  expansionTiming?: ValueRelationFilter | null | undefined;
  /** The other end of `formerFacilityOf`. The facility was the company's earlier on. */
  formerFacilities?: FacilityRelationFilter | null | undefined;
  /** The facility was the company's earlier on. */
  formerFacilityOf?: CompanyRelationFilter | null | undefined;
  /** A name that the subject had before. */
  formerName?: ValueRelationFilter | null | undefined;
  /** What the money of the funding round is to make possible. */
  fundingPurpose?: ValueRelationFilter | null | undefined;
  /** The other end of `spentOnGpusFor`. What the company spent on graphics processing units alone for the cluster. */
  gpusPaidForBy?: CompanyRelationFilter | null | undefined;
  /** The other end of `sameH100CountAs`. The two clusters have the same number of H100 chips, whatever that number is. */
  h100CountMatchedBy?: ClusterRelationFilter | null | undefined;
  /** Computing capacity expressed as the number of H100 that would give it; no count of chips. */
  h100EquivalentCapacity?: ValueRelationFilter | null | undefined;
  /** What the cluster's hardware costs to buy. */
  hardwareCost?: ValueRelationFilter | null | undefined;
  /** The company has not said what building the cluster cost. */
  hasNotDisclosedCostOf?: ClusterRelationFilter | null | undefined;
  /** The software or model is the company's; who developed it is not said by this predicate. */
  hasProduct?: EntityRelationFilter | null | undefined;
  /** A general opinion that the subject holds. An opinion of something that has an entity of its own is told of that entity instead. */
  holdsThat?: ValueRelationFilter | null | undefined;
  /** The other end of `locatedIn`. The cluster, facility or place is within the facility or place; each claim is one step, as the source gives it. */
  hosts?: EntityRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** Where the company's AI inference is carried out. */
  inferencePlace?: ValueRelationFilter | null | undefined;
  /** The other end of `investsIn`. The person or company is an investor in the company. */
  investors?: EntityRelationFilter | null | undefined;
  /** The person or company is an investor in the company. */
  investsIn?: CompanyRelationFilter | null | undefined;
  /** Its kind, by the ontology's name: `CLUSTER`. */
  kind?: StringFilter | null | undefined;
  /** By the measure of what is spent on AI computing, the subject's AI efforts are behind the object's. */
  lagsBehind?: EntityRelationFilter | null | undefined;
  /** The other end of `listedSources`. The record of the subject in a data set lists this source; which of what it tells comes from there is not said. */
  listedFor?: EntityRelationFilter | null | undefined;
  /** The record of the subject in a data set lists this source; which of what it tells comes from there is not said. */
  listedSources?: SourceRelationFilter | null | undefined;
  /** The cluster, facility or place is within the facility or place; each claim is one step, as the source gives it. */
  locatedIn?: EntityRelationFilter | null | undefined;
  /** The other end of `makes`. The chip is the company's product. */
  madeBy?: CompanyRelationFilter | null | undefined;
  /** The chip is the company's product. */
  makes?: ChipRelationFilter | null | undefined;
  /** The company belongs to a group that a source speaks of as one. */
  memberOf?: GroupRelationFilter | null | undefined;
  /** The other end of `memberOf`. The company belongs to a group that a source speaks of as one. */
  members?: CompanyRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: EntityFilter | null | undefined;
  /** When the cluster came online. */
  onlineSince?: ValueRelationFilter | null | undefined;
  /** Whether the cluster is planned, exists or is decommissioned, in the source's word for it. */
  operatingStatus?: ValueRelationFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<EntityFilter> | null | undefined;
  /** What the company loses on operating costs other than AI computing. */
  otherOperatingLoss?: ValueRelationFilter | null | undefined;
  /** The other end of `owns`. The cluster or facility is the company's own. */
  ownedBy?: CompanyRelationFilter | null | undefined;
  /** The cluster or facility is the company's own. */
  owns?: EntityRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most, in whichever number format they do the most. */
  peakPerformance?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most on numbers of 8 bits. */
  performance8Bit?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most on numbers of 16 bits. */
  performance16Bit?: ValueRelationFilter | null | undefined;
  /** How many operations a second the cluster's chips can do at most on numbers of 32 bits. */
  performance32Bit?: ValueRelationFilter | null | undefined;
  /** The source holds that the two may be one and the same thing. */
  possibleDuplicateOf?: EntityRelationFilter | null | undefined;
  /** The other end of `possibleDuplicateOf`. The source holds that the two may be one and the same thing. */
  possiblyDuplicatedBy?: EntityRelationFilter | null | undefined;
  /** What the company is held to be worth once the money of the funding round is counted in. */
  postMoneyValuation?: ValueRelationFilter | null | undefined;
  /** The platform on which the source was published. */
  postedOn?: PlatformRelationFilter | null | undefined;
  /** The electric power that the facility or cluster can draw. */
  powerCapacity?: ValueRelationFilter | null | undefined;
  /** The other end of `hasProduct`. The software or model is the company's; who developed it is not said by this predicate. */
  productOf?: CompanyRelationFilter | null | undefined;
  /** The date on which the source was published, as another source or its own text gives it. */
  publishedOn?: ValueRelationFilter | null | undefined;
  /** The day of the week on which the source was published, by its name. */
  publishedOnWeekday?: ValueRelationFilter | null | undefined;
  /** Words on the subject that a data set quotes; from which of the sources that it lists is not said. */
  quotedWords?: ValueRelationFilter | null | undefined;
  /** The funding round is the company's. */
  raised?: FundingRoundRelationFilter | null | undefined;
  /** The other end of `raised`. The funding round is the company's. */
  raisedBy?: CompanyRelationFilter | null | undefined;
  /** What the source remarks on the subject. */
  remark?: ValueRelationFilter | null | undefined;
  /** What the cluster is reported to cost, whatever the report counts in. */
  reportedCost?: ValueRelationFilter | null | undefined;
  /** The money raised in the funding round, all of it together. */
  roundTotal?: ValueRelationFilter | null | undefined;
  /** The two clusters have the same number of H100 chips, whatever that number is. */
  sameH100CountAs?: ClusterRelationFilter | null | undefined;
  /** How the deployment and use of the cluster stand against its schedule. */
  scheduleStatus?: ValueRelationFilter | null | undefined;
  /** Whether the cluster is public or private, in the source's word for it. */
  sector?: ValueRelationFilter | null | undefined;
  /** Whether the chips work as one cluster, in the source's words. */
  singleCluster?: ValueRelationFilter | null | undefined;
  /** A judgement on the subject's spending on AI computing, in the words of the one who makes it. */
  spendingAssessment?: ValueRelationFilter | null | undefined;
  /** How the subject's spending on AI computing compares with another figure, in words. */
  spendingComparison?: ValueRelationFilter | null | undefined;
  /** How freely or sparingly the subject spends on building AI computing capacity, in the source's words. */
  spendingManner?: ValueRelationFilter | null | undefined;
  /** What the company spent on graphics processing units alone for the cluster. */
  spentOnGpusFor?: ClusterRelationFilter | null | undefined;
  /** The company began to put the cluster together; the valid time says when. */
  startedAssembling?: ClusterRelationFilter | null | undefined;
  /** The other cluster has taken, or is to take, the place of this one. */
  succeededBy?: ClusterRelationFilter | null | undefined;
  /** The other end of `succeededBy`. The other cluster has taken, or is to take, the place of this one. */
  successorOf?: ClusterRelationFilter | null | undefined;
  /** The other end of `chipsSuppliedBy`. Chips of the cluster come from this maker. */
  suppliesChipsTo?: ClusterRelationFilter | null | undefined;
  /** What the cluster has been given to do, in the source's words; the valid time runs from when it was given to when it is to be done. */
  taskedWith?: ValueRelationFilter | null | undefined;
  /** The other end of `trains`. The cluster is used to train the software or model. */
  trainedOn?: ClusterRelationFilter | null | undefined;
  /** The other end of `trainsOn`. The company trains its AI on the cluster. */
  trainedOnBy?: CompanyRelationFilter | null | undefined;
  /** What the computing capacity for training is worth that was brought in during the valid time. */
  trainingComputeAdded?: ValueRelationFilter | null | undefined;
  /** The cluster is used to train the software or model. */
  trains?: EntityRelationFilter | null | undefined;
  /** The company trains its AI on the cluster. */
  trainsOn?: ClusterRelationFilter | null | undefined;
  /** The company showed the thing to the public for the first time; the valid time says when. */
  unveiled?: EntityRelationFilter | null | undefined;
  /** The other end of `unveiled`. The company showed the thing to the public for the first time; the valid time says when. */
  unveiledBy?: CompanyRelationFilter | null | undefined;
  /** The other end of `usesChip`. The cluster runs on chips of this model; the quantity says on how many. */
  usedBy?: ClusterRelationFilter | null | undefined;
  /** Who uses the cluster, or is to use it, in the source's words; some are no bodies of their own, such as researchers or the cloud. */
  users?: ValueRelationFilter | null | undefined;
  /** The cluster runs on chips of this model; the quantity says on how many. */
  usesChip?: ChipRelationFilter | null | undefined;
};

/** An entity to record. */
export type EntityInput = {
  /** Other names that it goes by. */
  aliases?: Array<LocalizedTextInput> | null | undefined;
  /** What it is. */
  descriptions?: Array<LocalizedTextInput> | null | undefined;
  /** Its ids in registers. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** Its kind, by the ontology's name: `CLUSTER`. */
  kind: string;
  /** What it is called, in one language or more. */
  names: Array<LocalizedTextInput>;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type EntityMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: EntityFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type EntityRelationFilter = {
  /** All of them meet this. */
  every?: EntityMatch | null | undefined;
  /** None of them meets this. */
  none?: EntityMatch | null | undefined;
  /** At least one of them meets this. */
  some?: EntityMatch | null | undefined;
};

/** What one of the facilities must meet. */
export type FacilityFilter = {
  /** Where on the map it stands, as the source writes it, such as a postal address, a region or coordinates. */
  address?: ValueRelationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<FacilityFilter> | null | undefined;
  /** What sort of thing it is, in the source's words, such as a supercomputer or a graphics processing unit. */
  category?: ValueRelationFilter | null | undefined;
  /** How certain the source is that what it tells of the subject is so, in its own word for it. */
  certainty?: ValueRelationFilter | null | undefined;
  /** The facility was the company's earlier on. */
  formerFacilityOf?: CompanyRelationFilter | null | undefined;
  /** A name that the subject had before. */
  formerName?: ValueRelationFilter | null | undefined;
  /** The other end of `locatedIn`. The cluster, facility or place is within the facility or place; each claim is one step, as the source gives it. */
  hosts?: EntityRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** The record of the subject in a data set lists this source; which of what it tells comes from there is not said. */
  listedSources?: SourceRelationFilter | null | undefined;
  /** The cluster, facility or place is within the facility or place; each claim is one step, as the source gives it. */
  locatedIn?: EntityRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: FacilityFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<FacilityFilter> | null | undefined;
  /** The other end of `owns`. The cluster or facility is the company's own. */
  ownedBy?: CompanyRelationFilter | null | undefined;
  /** The source holds that the two may be one and the same thing. */
  possibleDuplicateOf?: EntityRelationFilter | null | undefined;
  /** The other end of `possibleDuplicateOf`. The source holds that the two may be one and the same thing. */
  possiblyDuplicatedBy?: EntityRelationFilter | null | undefined;
  /** The electric power that the facility or cluster can draw. */
  powerCapacity?: ValueRelationFilter | null | undefined;
  /** Words on the subject that a data set quotes; from which of the sources that it lists is not said. */
  quotedWords?: ValueRelationFilter | null | undefined;
  /** What the source remarks on the subject. */
  remark?: ValueRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type FacilityMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: FacilityFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type FacilityRelationFilter = {
  /** All of them meet this. */
  every?: FacilityMatch | null | undefined;
  /** None of them meets this. */
  none?: FacilityMatch | null | undefined;
  /** At least one of them meets this. */
  some?: FacilityMatch | null | undefined;
};

/** What one of the funding rounds must meet. */
export type FundingRoundFilter = {
  /** All of these hold. */
  and?: Array<FundingRoundFilter> | null | undefined;
  /** What the money of the funding round is to make possible. */
  fundingPurpose?: ValueRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: FundingRoundFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<FundingRoundFilter> | null | undefined;
  /** What the company is held to be worth once the money of the funding round is counted in. */
  postMoneyValuation?: ValueRelationFilter | null | undefined;
  /** The other end of `raised`. The funding round is the company's. */
  raisedBy?: CompanyRelationFilter | null | undefined;
  /** The money raised in the funding round, all of it together. */
  roundTotal?: ValueRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type FundingRoundMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: FundingRoundFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type FundingRoundRelationFilter = {
  /** All of them meet this. */
  every?: FundingRoundMatch | null | undefined;
  /** None of them meets this. */
  none?: FundingRoundMatch | null | undefined;
  /** At least one of them meets this. */
  some?: FundingRoundMatch | null | undefined;
};

/** What one of the groups must meet. */
export type GroupFilter = {
  /** The other end of `lagsBehind`. By the measure of what is spent on AI computing, the subject's AI efforts are behind the object's. */
  aheadOf?: EntityRelationFilter | null | undefined;
  /** Money spent, or to be spent, on computing for AI (capacity, training and inference) in the valid time, all of it together. */
  aiComputeSpending?: ValueRelationFilter | null | undefined;
  /** All of these hold. */
  and?: Array<GroupFilter> | null | undefined;
  /** The source was written or issued by the subject. */
  authored?: SourceRelationFilter | null | undefined;
  /** The two are rivals. */
  competesWith?: EntityRelationFilter | null | undefined;
  /** The other end of `competesWith`. The two are rivals. */
  competitorOf?: EntityRelationFilter | null | undefined;
  /** A judgement on the subject, in the words of the one who makes it. */
  describedAs?: ValueRelationFilter | null | undefined;
  /** A general opinion that the subject holds. An opinion of something that has an entity of its own is told of that entity instead. */
  holdsThat?: ValueRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** By the measure of what is spent on AI computing, the subject's AI efforts are behind the object's. */
  lagsBehind?: EntityRelationFilter | null | undefined;
  /** The other end of `memberOf`. The company belongs to a group that a source speaks of as one. */
  members?: CompanyRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: GroupFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<GroupFilter> | null | undefined;
  /** A judgement on the subject's spending on AI computing, in the words of the one who makes it. */
  spendingAssessment?: ValueRelationFilter | null | undefined;
  /** How the subject's spending on AI computing compares with another figure, in words. */
  spendingComparison?: ValueRelationFilter | null | undefined;
  /** How freely or sparingly the subject spends on building AI computing capacity, in the source's words. */
  spendingManner?: ValueRelationFilter | null | undefined;
  /** What the computing capacity for training is worth that was brought in during the valid time. */
  trainingComputeAdded?: ValueRelationFilter | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type GroupMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: GroupFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type GroupRelationFilter = {
  /** All of them meet this. */
  every?: GroupMatch | null | undefined;
  /** None of them meets this. */
  none?: GroupMatch | null | undefined;
  /** At least one of them meets this. */
  some?: GroupMatch | null | undefined;
};

/** Compares an id. */
export type IdFilter = {
  /** It is this one. */
  eq?: string | number | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<string | number> | null | undefined;
};

/** Meets any id in a register: one that there is, where nothing but the register is given. */
export type IdentifierFilter = {
  /** An id is this. */
  eq?: string | null | undefined;
  /** An id is one of these. */
  in?: Array<string> | null | undefined;
  /** The register, by the ontology's name: `WIKIDATA`. */
  scheme: string;
  /** An id begins with this. */
  startsWith?: string | null | undefined;
};

/** An id in a register of the ontology. */
export type IdentifierInput = {
  /** The register, by the ontology's name: `WIKIDATA`. */
  scheme: string;
  /** The id there: `Q95`. */
  value: string;
};

/** Compares a whole number. */
export type IntFilter = {
  /** It is this. */
  eq?: number | null | undefined;
  /** It is more than this. */
  gt?: number | null | undefined;
  /** It is this or more. */
  gte?: number | null | undefined;
  /** It is less than this. */
  lt?: number | null | undefined;
  /** It is this or less. */
  lte?: number | null | undefined;
};

/** A text with its language. */
export type LocalizedTextInput = {
  /** A BCP 47 tag: `ar`. */
  language: string;
  /** The text. */
  text: string;
};

/** How sure a statement is meant to be. */
export type Modality =
  /** It is so: “has 29,000”. */
  | 'ACTUAL'
  /** It is reckoned to be so: “analysts put it at”. */
  | 'ESTIMATED'
  /** It is held to be so: “the most powerful”. */
  | 'OPINION'
  /** It is to be so: “will have 50,000”. */
  | 'PLANNED';

/** Compares a modality. */
export type ModalityFilter = {
  /** It is this one. */
  eq?: Modality | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<Modality> | null | undefined;
  /** It is not this one. */
  not?: Modality | null | undefined;
};

/** Meets any name or alias in any language, folded: case, diacritics, tatweel, hamza and alef forms do not count. */
export type NameFilter = {
  /** A name or alias has this in it. */
  contains?: string | null | undefined;
  /** A whole name or alias is this. */
  eq?: string | null | undefined;
  /** A whole name or alias is one of these. */
  in?: Array<string> | null | undefined;
  /** A name or alias begins with this. */
  startsWith?: string | null | undefined;
};

/** What one of the people must meet. */
export type PersonFilter = {
  /** All of these hold. */
  and?: Array<PersonFilter> | null | undefined;
  /** The source was written or issued by the subject. */
  authored?: SourceRelationFilter | null | undefined;
  /** The company is the person's to direct. Share or office are not said by this predicate. */
  controls?: CompanyRelationFilter | null | undefined;
  /** A general opinion that the subject holds. An opinion of something that has an entity of its own is told of that entity instead. */
  holdsThat?: ValueRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** The person or company is an investor in the company. */
  investsIn?: CompanyRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: PersonFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<PersonFilter> | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type PersonMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: PersonFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type PersonRelationFilter = {
  /** All of them meet this. */
  every?: PersonMatch | null | undefined;
  /** None of them meets this. */
  none?: PersonMatch | null | undefined;
  /** At least one of them meets this. */
  some?: PersonMatch | null | undefined;
};

/** What one of the platforms must meet. */
export type PlatformFilter = {
  /** All of these hold. */
  and?: Array<PlatformFilter> | null | undefined;
  /** The other end of `postedOn`. The platform on which the source was published. */
  carries?: SourceRelationFilter | null | undefined;
  /** A name that the subject had before. */
  formerName?: ValueRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: PlatformFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<PlatformFilter> | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type PlatformMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: PlatformFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type PlatformRelationFilter = {
  /** All of them meet this. */
  every?: PlatformMatch | null | undefined;
  /** None of them meets this. */
  none?: PlatformMatch | null | undefined;
  /** At least one of them meets this. */
  some?: PlatformMatch | null | undefined;
};

/** Compares an amount; without a unit, whatever its unit. */
export type QuantityFilter = {
  /** It is this. */
  eq?: number | null | undefined;
  /** It is more than this. */
  gt?: number | null | undefined;
  /** It is this or more. */
  gte?: number | null | undefined;
  /** It is less than this. */
  lt?: number | null | undefined;
  /** It is this or less. */
  lte?: number | null | undefined;
  /** It is in this unit: `chip`, `USD`. */
  unit?: string | null | undefined;
};

/** An amount with its unit. */
export type QuantityInput = {
  /** How much. */
  amount: number;
  /** How the amount is meant. */
  bound?: Bound;
  /** Of what: `chip`, `USD`. */
  unit: string;
};

/** A curator's ordering of claims about one thing. */
export type Rank =
  /** Known to be wrong or outdated; kept, and hidden unless asked for. */
  | 'DEPRECATED'
  /** As recorded. */
  | 'NORMAL'
  /** The one to show first. */
  | 'PREFERRED';

/** Compares a rank. A filter that names ranks may give deprecated claims too. */
export type RankFilter = {
  /** It is this one. */
  eq?: Rank | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<Rank> | null | undefined;
  /** It is not this one. */
  not?: Rank | null | undefined;
};

/** Where the searched words were found. */
export type SearchMatch =
  /** In an alias. */
  | 'ALIAS'
  /** In a name. */
  | 'NAME'
  /** In a quote. */
  | 'QUOTE';

/** What a source must meet. The ontology adds its sort and a field for each relation. */
export type SourceFilter = {
  /** All of these hold. */
  and?: Array<SourceFilter> | null | undefined;
  /** The address of a picture or file that the source carries, as it stands there. */
  attachment?: ValueRelationFilter | null | undefined;
  /** The other end of `authored`. The source was written or issued by the subject. */
  authoredBy?: EntityRelationFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Its ids in registers. */
  identifier?: IdentifierFilter | null | undefined;
  /** Its language, a BCP 47 tag. */
  language?: StringFilter | null | undefined;
  /** Under what terms it may be used: an SPDX id or an address, letter for letter. */
  license?: StringFilter | null | undefined;
  /** The other end of `listedSources`. The record of the subject in a data set lists this source; which of what it tells comes from there is not said. */
  listedFor?: EntityRelationFilter | null | undefined;
  /** Its names and aliases. */
  name?: NameFilter | null | undefined;
  /** This does not hold. */
  not?: SourceFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<SourceFilter> | null | undefined;
  /** The platform on which the source was published. */
  postedOn?: PlatformRelationFilter | null | undefined;
  /** When it was published. */
  publishedAt?: DateFilter | null | undefined;
  /** The date on which the source was published, as another source or its own text gives it. */
  publishedOn?: ValueRelationFilter | null | undefined;
  /** The day of the week on which the source was published, by its name. */
  publishedOnWeekday?: ValueRelationFilter | null | undefined;
  /** Of what sort it is. */
  sourceType?: SourceTypeFilter | null | undefined;
  /** Its address, letter for letter. */
  url?: StringFilter | null | undefined;
};

/** A source to record. The ontology adds its sort. */
export type SourceInput = {
  /** Whom to credit wherever what it says is shown, in the words that it asks for. */
  attribution?: string | null | undefined;
  /** Who wrote it. */
  authors?: Array<string | number> | null | undefined;
  /** The sources that it takes from. */
  derivedFrom?: Array<string | number> | null | undefined;
  /** Its ids in registers. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The language it is written in, a BCP 47 tag. */
  language?: string | null | undefined;
  /** Under what terms it may be used: an SPDX id or an address. */
  license?: string | null | undefined;
  /** What it is called, in one language or more. */
  names: Array<LocalizedTextInput>;
  /** When it was published. */
  publishedAt?: string | null | undefined;
  /** Who published it. */
  publisher?: string | number | null | undefined;
  /** Whether only curators see it, its citations, and claims that have no other or are about it. */
  restricted?: boolean;
  /** Of what sort it is. */
  sourceType: SourceType;
  /** Its text, to be stored; quotes are found in it. */
  text?: string | null | undefined;
  /** Where it can be read. */
  url?: string | null | undefined;
};

/** What a relation's other end, and the claim that leads there, must meet. */
export type SourceMatch = {
  /** The claim that leads there. */
  claim?: ClaimFilter | null | undefined;
  /** The entity at the other end. */
  node?: SourceFilter | null | undefined;
};

/** Quantifies over where a relation leads. */
export type SourceRelationFilter = {
  /** All of them meet this. */
  every?: SourceMatch | null | undefined;
  /** None of them meets this. */
  none?: SourceMatch | null | undefined;
  /** At least one of them meets this. */
  some?: SourceMatch | null | undefined;
};

/** A sort of source. */
export type SourceType =
  /** Analysis. */
  | 'ANALYSIS'
  /** Announcement. */
  | 'ANNOUNCEMENT'
  /** Article. */
  | 'ARTICLE'
  /** Book. */
  | 'BOOK'
  /** Dataset. */
  | 'DATASET'
  /** Filing. */
  | 'FILING'
  /** News report. */
  | 'NEWS_REPORT'
  /** Paper. */
  | 'PAPER'
  /** Post. */
  | 'POST'
  /** Press release. */
  | 'PRESS_RELEASE'
  /** Record of a dataset. */
  | 'RECORD'
  /** Report. */
  | 'REPORT'
  /** Statement. */
  | 'STATEMENT'
  /** Website. */
  | 'WEBSITE';

/** Compares a sort of source. */
export type SourceTypeFilter = {
  /** It is this one. */
  eq?: SourceType | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<SourceType> | null | undefined;
  /** It is not this one. */
  not?: SourceType | null | undefined;
};

/** Where a claim is in its life here. Nothing is ever deleted. */
export type Status =
  /** It stands. */
  | 'ACTIVE'
  /** It was withdrawn, with a reason. */
  | 'RETRACTED'
  /** Another claim took its place. */
  | 'SUPERSEDED';

/** Compares a status. A filter that names statuses may give retracted and superseded claims too. */
export type StatusFilter = {
  /** It is this one. */
  eq?: Status | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<Status> | null | undefined;
  /** It is not this one. */
  not?: Status | null | undefined;
};

/** Compares a text, letter for letter. */
export type StringFilter = {
  /** It has this in it. */
  contains?: string | null | undefined;
  /** It is this one. */
  eq?: string | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<string> | null | undefined;
  /** It is not this one. */
  not?: string | null | undefined;
  /** It begins with this. */
  startsWith?: string | null | undefined;
};

/** What a claim about a value must meet. */
export type ValueMatch = {
  /** The claim itself. */
  claim?: ClaimFilter | null | undefined;
};

/** Quantifies over the claims about a value that an entity has: `powerCapacity: { some: … }`. */
export type ValueRelationFilter = {
  /** All of them meet this. */
  every?: ValueMatch | null | undefined;
  /** None of them meets this. */
  none?: ValueMatch | null | undefined;
  /** At least one of them meets this. */
  some?: ValueMatch | null | undefined;
};

/** What claims of a predicate are about. */
export type ValueType =
  /** A date. */
  | 'DATE'
  /** Another entity, and it may be so many of it. */
  | 'ENTITY'
  /** An amount with a unit. */
  | 'QUANTITY'
  /** Words. */
  | 'TEXT';

/** Whether a quote stands in its source's stored text. */
export type Verification =
  /** The stored text no longer has it there. */
  | 'CHANGED'
  /** No text of the source is stored, so it cannot be looked up here. */
  | 'NO_TEXT'
  /** It stands at `start` to `end` of the stored text. */
  | 'VERIFIED';

/** Compares a verification. */
export type VerificationFilter = {
  /** It is this one. */
  eq?: Verification | null | undefined;
  /** It is one of these; of none where the list is empty. */
  in?: Array<Verification> | null | undefined;
};

export type ClaimPageQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimPageQuery = { claim: { predicateLabel: string, text: string | null, date: string | null, assertedAt: string | null, recordedAt: string, recordedBy: string, retractedAt: string | null, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
      | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    , object:
      | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
     | null, quantity: { amount: number, unit: string, bound: Bound } | null, attributedTo: Array<
      | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, citationPages: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, quote: string, language: string | null, prefix: string | null, suffix: string | null, start: number | null, end: number | null, textHash: string | null, basis: Basis, verification: Verification, translation: { language: string, text: string } | null, context: { before: string, quote: string, after: string, cutBefore: boolean, cutAfter: boolean } | null, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, authors: Array<
            | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          >, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, source: { __typename: 'Source', restricted: boolean, license: string | null, attribution: string | null, sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, publisher:
            | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
           | null, authors: Array<
            | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          >, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> } }> }, origins: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, authors: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, names: Array<{ language: string, text: string }> }>, conflicts: Array<{ kind: ConflictKind, explanation: string, conflict: { id: string }, claim: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } } }>, supersedes: Array<{ id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } }>, supersededBy: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } } | null, history: Array<{ at: string, action: ChangeAction, by: string, reason: string | null }>, support: { citations: number, sources: number, origins: number } } | null, ontology: { units: Array<{ name: string, label: string }> } | null };

export type ChainedSourceFragment = { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, authors: Array<
    | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
  >, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> };

export type ConflictPageQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type ConflictPageQuery = { conflict: { id: string, kind: ConflictKind, explanation: string, spread: { min: number, max: number, unit: string } | null, claims: Array<{ predicateLabel: string, text: string | null, date: string | null, assertedAt: string | null, recordedAt: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      , object:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       | null, quantity: { amount: number, unit: string, bound: Bound } | null, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, citations: Array<{ id: string, quote: string, language: string | null, basis: Basis, verification: Verification, translation: { language: string, text: string } | null, source: { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, origins: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, history: Array<{ at: string, action: ChangeAction, by: string, reason: string | null }>, support: { citations: number, sources: number, origins: number } }>, sources: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }> } | null, ontology: { units: Array<{ name: string, label: string }> } | null };

export type ConflictsQueryVariables = Exact<{
  about?: string | number | null | undefined;
  id: string | number;
  ofOne: boolean;
  kind?: ConflictKind | null | undefined;
  predicate?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type ConflictsQuery = { entity?:
    | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null, conflicts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: { kinds: Array<{ value: string, label: string, count: number }>, predicates: Array<{ value: string, label: string, count: number }> }, nodes: Array<{ id: string, kind: ConflictKind, explanation: string, spread: { min: number, max: number, unit: string } | null, claims: Array<{ id: string, recordedAt: string, subject:
          | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
         }>, sources: Array<{ __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }> }> } | null, ontology: { units: Array<{ name: string, label: string }> } | null };

export type ConflictLineFragment = { id: string, kind: ConflictKind, explanation: string, spread: { min: number, max: number, unit: string } | null, claims: Array<{ id: string, recordedAt: string, subject:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
     }>, sources: Array<{ __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }> };

export type AboutClaimFragment = { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, citations: Array<{ id: string, quote: string, language: string | null, source: { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } };

export type CuratedClaimQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
}>;


export type CuratedClaimQuery = { claim: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, citations: Array<{ id: string, quote: string, language: string | null, source: { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } } | null };

export type RetractMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type RetractMutation = { retractClaim: { claim: { id: string } } | null };

export type RestoreMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type RestoreMutation = { restoreClaim: { claim: { id: string } } | null };

export type RankFormQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
}>;


export type RankFormQuery = { claim: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, citations: Array<{ id: string, quote: string, language: string | null, source: { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } } | null, ontology: { enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> } | null };

export type SetRankMutationVariables = Exact<{
  id: string | number;
  rank: Rank;
  reason: string;
}>;


export type SetRankMutation = { rankClaim: { claim: { id: string } } | null };

type Meant_AiModel_Fragment = { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Chip_Fragment = { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Cluster_Fragment = { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Company_Fragment = { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Facility_Fragment = { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_FundingRound_Fragment = { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Group_Fragment = { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_NewsOutlet_Fragment = { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Person_Fragment = { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Place_Fragment = { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Platform_Fragment = { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Software_Fragment = { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type Meant_Source_Fragment = { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

export type MeantFragment =
  | Meant_AiModel_Fragment
  | Meant_Chip_Fragment
  | Meant_Cluster_Fragment
  | Meant_Company_Fragment
  | Meant_Facility_Fragment
  | Meant_FundingRound_Fragment
  | Meant_Group_Fragment
  | Meant_NewsOutlet_Fragment
  | Meant_Person_Fragment
  | Meant_Place_Fragment
  | Meant_Platform_Fragment
  | Meant_Software_Fragment
  | Meant_Source_Fragment
;

export type MeantEntityQueryVariables = Exact<{
  id: string | number;
  text: string;
  kinds?: Array<string> | string | null | undefined;
  lang?: string | null | undefined;
}>;


export type MeantEntityQuery = { node:
    | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Citation' }
    | { __typename: 'Claim' }
    | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Conflict' }
    | { __typename: 'DuplicateCandidate' }
    | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null, search: { edges: Array<{ node:
        | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Citation' }
        | { __typename: 'Claim' }
        | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Conflict' }
        | { __typename: 'DuplicateCandidate' }
        | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       }> } | null };

export type AddEntitiesMutationVariables = Exact<{
  entities: Array<EntityInput> | EntityInput;
}>;


export type AddEntitiesMutation = { addEntities: { entities: Array<
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
    > } | null };

export type FormOntologyFragment = { languages: Array<string>, kinds: Array<{ name: string, label: string }>, predicates: Array<{ name: string, label: string, description: string, value: ValueType, unit: string | null, subjects: Array<{ name: string }>, objects: Array<{ name: string }> }>, units: Array<{ name: string, label: string }>, enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> };

export type ClaimFormQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  source: string | number;
  lang?: string | null | undefined;
}>;


export type ClaimFormQuery = { ontology: { languages: Array<string>, kinds: Array<{ name: string, label: string }>, predicates: Array<{ name: string, label: string, description: string, value: ValueType, unit: string | null, subjects: Array<{ name: string }>, objects: Array<{ name: string }> }>, units: Array<{ name: string, label: string }>, enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> } | null, nodes: Array<
    | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Citation' }
    | { __typename: 'Claim' }
    | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Conflict' }
    | { __typename: 'DuplicateCandidate' }
    | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null> | null, source: { id: string, language: string | null, text: { content: string, language: string | null } | null } | null };

export type QuotedSourceFragment = { id: string, language: string | null, text: { content: string, language: string | null } | null };

export type QuotedTextQueryVariables = Exact<{
  id: string | number;
}>;


export type QuotedTextQuery = { source: { id: string, language: string | null, text: { content: string, language: string | null } | null } | null, ontology: { predicates: Array<{ name: string, value: ValueType, unit: string | null }> } | null };

export type CheckClaimsQueryVariables = Exact<{
  claims: Array<ClaimInput> | ClaimInput;
}>;


export type CheckClaimsQuery = { checkClaims: Array<{ message: string, path: Array<string> }> | null };

export type AssertClaimsMutationVariables = Exact<{
  claims: Array<ClaimInput> | ClaimInput;
}>;


export type AssertClaimsMutation = { assertClaims: { claims: Array<{ id: string }> } | null };

export type SupersedeFormQueryVariables = Exact<{
  id: string | number;
  ids: Array<string | number> | string | number;
  source: string | number;
  lang?: string | null | undefined;
}>;


export type SupersedeFormQuery = { claim: { text: string | null, date: string | null, assertedAt: string | null, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
      | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    , object:
      | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
     | null, quantity: { amount: number, unit: string, bound: Bound } | null, attributedTo: Array<
      | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, citations: Array<{ basis: Basis, start: number | null, id: string, quote: string, language: string | null, source: { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }, translation: { language: string, text: string } | null }>, support: { citations: number, sources: number, origins: number } } | null, ontology: { languages: Array<string>, kinds: Array<{ name: string, label: string }>, predicates: Array<{ name: string, label: string, description: string, value: ValueType, unit: string | null, subjects: Array<{ name: string }>, objects: Array<{ name: string }> }>, units: Array<{ name: string, label: string }>, enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> } | null, nodes: Array<
    | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Citation' }
    | { __typename: 'Claim' }
    | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Conflict' }
    | { __typename: 'DuplicateCandidate' }
    | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null> | null, source: { id: string, language: string | null, text: { content: string, language: string | null } | null } | null };

export type SupersedeClaimMutationVariables = Exact<{
  id: string | number;
  by: ClaimInput;
  reason: string;
}>;


export type SupersedeClaimMutation = { supersedeClaim: { claim: { supersededBy: { id: string } | null } } | null };

export type CiteFormQueryVariables = Exact<{
  id: string | number;
  ids: Array<string | number> | string | number;
  source: string | number;
  lang?: string | null | undefined;
}>;


export type CiteFormQuery = { claim: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, citations: Array<{ id: string, quote: string, language: string | null, source: { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } } | null, ontology: { languages: Array<string>, kinds: Array<{ name: string, label: string }>, predicates: Array<{ name: string, label: string, description: string, value: ValueType, unit: string | null, subjects: Array<{ name: string }>, objects: Array<{ name: string }> }>, units: Array<{ name: string, label: string }>, enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> } | null, nodes: Array<
    | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Citation' }
    | { __typename: 'Claim' }
    | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Conflict' }
    | { __typename: 'DuplicateCandidate' }
    | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null> | null, source: { id: string, language: string | null, text: { content: string, language: string | null } | null } | null };

export type CiteClaimMutationVariables = Exact<{
  id: string | number;
  citations: Array<CitationInput> | CitationInput;
}>;


export type CiteClaimMutation = { citeClaim: { claim: { id: string } } | null };

export type SourceFormQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  lang?: string | null | undefined;
}>;


export type SourceFormQuery = { ontology: { languages: Array<string>, kinds: Array<{ name: string, label: string }>, predicates: Array<{ name: string, label: string, description: string, value: ValueType, unit: string | null, subjects: Array<{ name: string }>, objects: Array<{ name: string }> }>, units: Array<{ name: string, label: string }>, enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> } | null, nodes: Array<
    | { __typename: 'AiModel', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Citation' }
    | { __typename: 'Claim' }
    | { __typename: 'Cluster', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Conflict' }
    | { __typename: 'DuplicateCandidate' }
    | { __typename: 'Facility', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null> | null };

export type AddSourceMutationVariables = Exact<{
  source: SourceInput;
}>;


export type AddSourceMutation = { addSource: { source: { id: string } } | null };

export type CuratedEntityQueryVariables = Exact<{
  id: string | number;
  ids: Array<string | number> | string | number;
  lang?: string | null | undefined;
}>;


export type CuratedEntityQuery = { entity:
    | { __typename: 'AiModel', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
   | null, ontology: { kinds: Array<{ name: string, label: string }> } | null, nodes: Array<
    | { __typename: 'AiModel', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Citation' }
    | { __typename: 'Claim' }
    | { __typename: 'Cluster', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Conflict' }
    | { __typename: 'DuplicateCandidate' }
    | { __typename: 'Facility', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null> | null };

export type MergeEntitiesMutationVariables = Exact<{
  keep: string | number;
  merge: string | number;
  reason: string;
}>;


export type MergeEntitiesMutation = { mergeEntities: { entity:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     } | null };

export type UnmergeEntitiesMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type UnmergeEntitiesMutation = { unmergeEntities: { entities: Array<
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
    > } | null };

export type KeepApartMutationVariables = Exact<{
  a: string | number;
  b: string | number;
  reason: string;
}>;


export type KeepApartMutation = { keepApart: { entities: Array<
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
    > } | null };

export type UpdateEntityMutationVariables = Exact<{
  id: string | number;
  change: EntityChange;
  reason: string;
}>;


export type UpdateEntityMutation = { updateEntity: { entity:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     } | null };

export type DuplicatesQueryVariables = Exact<{
  kind?: string | null | undefined;
  after?: string | null | undefined;
  lang?: string | null | undefined;
}>;


export type DuplicatesQuery = { duplicates: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, score: number, reasons: Array<string>, entities: Array<
        | { __typename: 'AiModel', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', description: string | null, aliases: Array<string>, kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      > }> } | null, ontology: { kinds: Array<{ name: string, plural: string }> } | null };

export type ChangesQueryVariables = Exact<{
  before?: string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type ChangesQuery = { changes: Array<{ seq: string, action: ChangeAction, at: string, by: string, reason: string | null, claim: { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } } | null, entity:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
     | null }> | null, ontology: { enums: Array<{ name: string, values: Array<{ name: string, label: string }> }> } | null };

export type EntityPageQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
  about?: ClaimFilter | null | undefined;
  leading?: ClaimFilter | null | undefined;
  said?: ClaimFilter | null | undefined;
  aboutHidden?: ClaimFilter | null | undefined;
  leadingHidden?: ClaimFilter | null | undefined;
  saidHidden?: ClaimFilter | null | undefined;
  dated?: ClaimFilter | null | undefined;
  showAbout: boolean;
  showLeading: boolean;
  showSaid: boolean;
  orderBy?: Array<ClaimOrder> | ClaimOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  quotesAfter?: string | null | undefined;
}>;


export type EntityPageQuery = { entity:
    | { __typename: 'AiModel', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', kindLabel: string, aliases: Array<string>, description: string | null, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', kindLabel: string, aliases: Array<string>, description: string | null, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, license: string | null, attribution: string | null, restricted: boolean, id: string, kind: string, name: string, identifiers: Array<{ scheme: string, value: string, url: string | null }>, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null, of: string, other: string | null }>, authors: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, publisher:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       | null, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, repeatedBy: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, text: { content: string, language: string | null, sha256: string, storedAt: string } | null, citations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, quote: string, language: string | null, start: number | null, end: number | null, basis: Basis, verification: Verification, claim: { id: string, statement: string, rank: Rank, status: Status } }> }, names: Array<{ language: string, text: string }> }
   | null, about?: { totalCount: number, facets: { predicates: Array<{ value: string, count: number, label: string }>, modalities: Array<{ value: string, count: number, label: string }> }, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      , object:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       | null, quantity: { amount: number, unit: string } | null, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> } | null, leading?: { totalCount: number, facets: { predicates: Array<{ value: string, count: number, label: string }>, modalities: Array<{ value: string, count: number, label: string }> }, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      , object:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       | null, quantity: { amount: number, unit: string } | null, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> } | null, said?: { totalCount: number, facets: { predicates: Array<{ value: string, count: number, label: string }>, modalities: Array<{ value: string, count: number, label: string }> }, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      , object:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       | null, quantity: { amount: number, unit: string } | null, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> } | null, aboutHidden?: { totalCount: number, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null }>, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> } | null, leadingHidden?: { totalCount: number, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null }>, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> } | null, saidHidden?: { totalCount: number, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null }>, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> } | null, dated?: { totalCount: number, nodes: Array<{ id: string, statement: string, predicate: string, predicateLabel: string, modality: Modality, validFrom: string | null, quantity: { amount: number, unit: string } | null, conflicts: Array<{ kind: ConflictKind }> }> } | null, ontology: { predicates: Array<{ name: string }>, identifierSchemes: Array<{ name: string, label: string }> } | null };

export type RowPageFragment = { totalCount: number, facets: { predicates: Array<{ value: string, count: number, label: string }>, modalities: Array<{ value: string, count: number, label: string }> }, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, subject:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    , object:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
     | null, quantity: { amount: number, unit: string } | null, attributedTo: Array<
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> };

export type HiddenRowsFragment = { totalCount: number, nodes: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, history: Array<{ action: ChangeAction, at: string, by: string, reason: string | null }>, attributedTo: Array<
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> };

export type ReadingRoomFragment = { sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, license: string | null, attribution: string | null, restricted: boolean, authors: Array<
    | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
  >, publisher:
    | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, derivedFrom: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, names: Array<{ language: string, text: string }> }>, repeatedBy: Array<{ __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }>, text: { content: string, language: string | null, sha256: string, storedAt: string } | null, citations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, quote: string, language: string | null, start: number | null, end: number | null, basis: Basis, verification: Verification, claim: { id: string, statement: string, rank: Rank, status: Status } }> } };

export type GraphPageQueryVariables = Exact<{
  isAround: boolean;
  isBetween: boolean;
  hasFrom: boolean;
  hasText: boolean;
  isStart: boolean;
  focus: string | number;
  depth: number;
  where?: ClaimFilter | null | undefined;
  from: string | number;
  to: string | number;
  maxLength: number;
  text: string;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type GraphPageQuery = { around?: { totalCount: number, complete: boolean, focus:
      | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    , entities: Array<
      | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, claims: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, quantity: { text: string } | null, subject:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      , object:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       | null, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }>, facets: { predicates: Array<{ value: string, count: number, label: string }>, modalities: Array<{ value: string, count: number, label: string }> } } | null, from?:
    | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null, to?:
    | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
   | null, paths?: Array<{ nodes: Array<
      | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    >, claims: Array<{ predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, citations: Array<{ id: string, quote: string, language: string | null, source: { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, quantity: { text: string } | null, subject:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      , object:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       | null, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } }> }> | null, search?: { edges: Array<{ node:
        | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | Record<PropertyKey, never>
       }> } | null, claims?: { nodes: Array<{ subject:
        | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      , object:
        | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       | null }> } | null };

type GraphEntity_AiModel_Fragment = { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Chip_Fragment = { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Cluster_Fragment = { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Company_Fragment = { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Facility_Fragment = { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_FundingRound_Fragment = { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Group_Fragment = { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_NewsOutlet_Fragment = { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Person_Fragment = { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Place_Fragment = { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Platform_Fragment = { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Software_Fragment = { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type GraphEntity_Source_Fragment = { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

export type GraphEntityFragment =
  | GraphEntity_AiModel_Fragment
  | GraphEntity_Chip_Fragment
  | GraphEntity_Cluster_Fragment
  | GraphEntity_Company_Fragment
  | GraphEntity_Facility_Fragment
  | GraphEntity_FundingRound_Fragment
  | GraphEntity_Group_Fragment
  | GraphEntity_NewsOutlet_Fragment
  | GraphEntity_Person_Fragment
  | GraphEntity_Place_Fragment
  | GraphEntity_Platform_Fragment
  | GraphEntity_Software_Fragment
  | GraphEntity_Source_Fragment
;

export type GraphClaimFragment = { predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, quantity: { text: string } | null, subject:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
  , object:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } };

export type HomeQueryVariables = Exact<{
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type HomeQuery = { entities: { totalCount: number } | null, sources: { totalCount: number } | null, claims: { totalCount: number, nodes: Array<{ id: string, statement: string, support: { citations: number }, subject:
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       }> } | null, latest: { nodes: Array<{ id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, conflicts: Array<{ kind: ConflictKind }>, attributedTo: Array<
        | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
      >, citations: Array<{ quote: string, language: string | null, source: { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } }> } | null, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, explanation: string, spread: { min: number, max: number, unit: string } | null, claims: Array<{ id: string, recordedAt: string, subject:
          | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
         }>, sources: Array<{ __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }> }> } | null, ontology: { units: Array<{ name: string, label: string }> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<string> | string | null | undefined;
  claims?: ClaimFilter | null | undefined;
  after?: string | null | undefined;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, complete: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: { kinds: Array<{ value: string, label: string, count: number }>, predicates: Array<{ value: string, label: string, count: number }>, modalities: Array<{ value: string, label: string, count: number }>, sources: Array<{ value: string, label: string, count: number }> }, edges: Array<{ match: SearchMatch, snippet: string, matched: Array<{ start: number, end: number }>, node:
        | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Citation', id: string }
        | { __typename: 'Claim', id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, conflicts: Array<{ kind: ConflictKind }>, attributedTo: Array<
            | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
            | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
          >, citations: Array<{ quote: string, language: string | null, source: { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } }
        | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Conflict', id: string }
        | { __typename: 'DuplicateCandidate', id: string }
        | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, claims: { totalCount: number }, names: Array<{ language: string, text: string }> }
       }> } | null };

export type CitedClaimFragment = { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, conflicts: Array<{ kind: ConflictKind }>, attributedTo: Array<
    | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
  >, citations: Array<{ quote: string, language: string | null, source: { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> } }>, support: { citations: number, sources: number, origins: number } };

export type SuggestQueryVariables = Exact<{
  text: string;
  kinds?: Array<string> | string | null | undefined;
  lang?: string | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type SuggestQuery = { search: { edges: Array<{ match: SearchMatch, snippet: string, node:
        | { __typename: 'AiModel', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Chip', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { id: string }
        | { statement: string, id: string }
        | { __typename: 'Cluster', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Company', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { id: string }
        | { id: string }
        | { __typename: 'Facility', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'FundingRound', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Group', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'NewsOutlet', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Person', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Place', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Platform', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Software', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
        | { __typename: 'Source', kindLabel: string, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
       }> } | null };

type EntityMention_AiModel_Fragment = { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Chip_Fragment = { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Cluster_Fragment = { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Company_Fragment = { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Facility_Fragment = { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_FundingRound_Fragment = { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Group_Fragment = { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_NewsOutlet_Fragment = { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Person_Fragment = { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Place_Fragment = { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Platform_Fragment = { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Software_Fragment = { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

type EntityMention_Source_Fragment = { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

export type EntityMentionFragment =
  | EntityMention_AiModel_Fragment
  | EntityMention_Chip_Fragment
  | EntityMention_Cluster_Fragment
  | EntityMention_Company_Fragment
  | EntityMention_Facility_Fragment
  | EntityMention_FundingRound_Fragment
  | EntityMention_Group_Fragment
  | EntityMention_NewsOutlet_Fragment
  | EntityMention_Person_Fragment
  | EntityMention_Place_Fragment
  | EntityMention_Platform_Fragment
  | EntityMention_Software_Fragment
  | EntityMention_Source_Fragment
;

export type ClaimLineFragment = { id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, support: { citations: number, sources: number, origins: number } };

export type SourceLineFragment = { __typename: 'Source', sourceType: SourceType, sourceTypeLabel: string, url: string | null, publishedAt: string | null, language: string | null, id: string, kind: string, name: string, names: Array<{ language: string, text: string }> };

export type ClaimRowFragment = { predicateLabel: string, id: string, statement: string, predicate: string, modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null, attributedTo: Array<
    | { __typename: 'AiModel', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Chip', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Cluster', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Company', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Facility', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'FundingRound', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Group', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'NewsOutlet', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Person', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Place', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Platform', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Software', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
    | { __typename: 'Source', id: string, kind: string, name: string, names: Array<{ language: string, text: string }> }
  >, conflicts: Array<{ kind: ConflictKind }>, support: { citations: number, sources: number, origins: number } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EntityMentionFragmentDoc = new TypedDocumentString(`
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
    `, {"fragmentName":"EntityMention"}) as unknown as TypedDocumentString<EntityMentionFragment, unknown>;
export const SourceLineFragmentDoc = new TypedDocumentString(`
    fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`, {"fragmentName":"SourceLine"}) as unknown as TypedDocumentString<SourceLineFragment, unknown>;
export const ChainedSourceFragmentDoc = new TypedDocumentString(`
    fragment ChainedSource on Source {
  ...SourceLine
  authors {
    ...EntityMention
  }
  derivedFrom {
    ...SourceLine
    derivedFrom {
      ...SourceLine
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`, {"fragmentName":"ChainedSource"}) as unknown as TypedDocumentString<ChainedSourceFragment, unknown>;
export const ConflictLineFragmentDoc = new TypedDocumentString(`
    fragment ConflictLine on Conflict {
  id
  kind
  explanation(lang: $lang)
  spread {
    min
    max
    unit
  }
  claims {
    id
    recordedAt
    subject {
      ...EntityMention
    }
  }
  sources {
    ...EntityMention
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`, {"fragmentName":"ConflictLine"}) as unknown as TypedDocumentString<ConflictLineFragment, unknown>;
export const ClaimLineFragmentDoc = new TypedDocumentString(`
    fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
    `, {"fragmentName":"ClaimLine"}) as unknown as TypedDocumentString<ClaimLineFragment, unknown>;
export const AboutClaimFragmentDoc = new TypedDocumentString(`
    fragment AboutClaim on Claim {
  ...ClaimLine
  citations {
    id
    quote
    language
    source {
      ...EntityMention
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`, {"fragmentName":"AboutClaim"}) as unknown as TypedDocumentString<AboutClaimFragment, unknown>;
export const MeantFragmentDoc = new TypedDocumentString(`
    fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`, {"fragmentName":"Meant"}) as unknown as TypedDocumentString<MeantFragment, unknown>;
export const FormOntologyFragmentDoc = new TypedDocumentString(`
    fragment FormOntology on Ontology {
  languages
  kinds {
    name
    label(lang: $lang)
  }
  predicates {
    name
    label(lang: $lang)
    description(lang: $lang)
    value
    unit
    subjects {
      name
    }
    objects {
      name
    }
  }
  units {
    name
    label(lang: $lang)
  }
  enums {
    name
    values {
      name
      label(lang: $lang)
    }
  }
}
    `, {"fragmentName":"FormOntology"}) as unknown as TypedDocumentString<FormOntologyFragment, unknown>;
export const QuotedSourceFragmentDoc = new TypedDocumentString(`
    fragment QuotedSource on Source {
  id
  language
  text {
    content
    language
  }
}
    `, {"fragmentName":"QuotedSource"}) as unknown as TypedDocumentString<QuotedSourceFragment, unknown>;
export const ClaimRowFragmentDoc = new TypedDocumentString(`
    fragment ClaimRow on Claim {
  ...ClaimLine
  predicateLabel(lang: $lang)
  attributedTo {
    ...EntityMention
  }
  conflicts {
    kind
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`, {"fragmentName":"ClaimRow"}) as unknown as TypedDocumentString<ClaimRowFragment, unknown>;
export const RowPageFragmentDoc = new TypedDocumentString(`
    fragment RowPage on ClaimConnection {
  totalCount
  facets {
    predicates {
      value
      count
      label(lang: $lang)
    }
    modalities {
      value
      count
      label(lang: $lang)
    }
  }
  pageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
  nodes {
    ...ClaimRow
    subject {
      ...EntityMention
    }
    object {
      ...EntityMention
    }
    quantity {
      amount
      unit
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment ClaimRow on Claim {
  ...ClaimLine
  predicateLabel(lang: $lang)
  attributedTo {
    ...EntityMention
  }
  conflicts {
    kind
  }
}`, {"fragmentName":"RowPage"}) as unknown as TypedDocumentString<RowPageFragment, unknown>;
export const HiddenRowsFragmentDoc = new TypedDocumentString(`
    fragment HiddenRows on ClaimConnection {
  totalCount
  nodes {
    ...ClaimRow
    history {
      action
      at
      by
      reason
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment ClaimRow on Claim {
  ...ClaimLine
  predicateLabel(lang: $lang)
  attributedTo {
    ...EntityMention
  }
  conflicts {
    kind
  }
}`, {"fragmentName":"HiddenRows"}) as unknown as TypedDocumentString<HiddenRowsFragment, unknown>;
export const ReadingRoomFragmentDoc = new TypedDocumentString(`
    fragment ReadingRoom on Source {
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
  license
  attribution
  restricted
  authors {
    ...EntityMention
  }
  publisher {
    ...EntityMention
  }
  derivedFrom {
    ...SourceLine
    derivedFrom {
      ...SourceLine
      derivedFrom {
        ...SourceLine
      }
    }
  }
  repeatedBy {
    ...SourceLine
  }
  text {
    content
    language
    sha256
    storedAt
  }
  citations(first: 200, after: $quotesAfter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      quote
      language
      start
      end
      basis
      verification
      claim {
        id
        statement(lang: $lang)
        rank
        status
      }
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`, {"fragmentName":"ReadingRoom"}) as unknown as TypedDocumentString<ReadingRoomFragment, unknown>;
export const GraphEntityFragmentDoc = new TypedDocumentString(`
    fragment GraphEntity on Entity {
  ...EntityMention
  kindLabel(lang: $lang)
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`, {"fragmentName":"GraphEntity"}) as unknown as TypedDocumentString<GraphEntityFragment, unknown>;
export const GraphClaimFragmentDoc = new TypedDocumentString(`
    fragment GraphClaim on Claim {
  ...ClaimLine
  predicateLabel(lang: $lang)
  quantity {
    text(lang: $lang)
  }
  subject {
    id
  }
  object {
    id
  }
  conflicts {
    kind
  }
}
    fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`, {"fragmentName":"GraphClaim"}) as unknown as TypedDocumentString<GraphClaimFragment, unknown>;
export const CitedClaimFragmentDoc = new TypedDocumentString(`
    fragment CitedClaim on Claim {
  ...ClaimLine
  conflicts {
    kind
  }
  attributedTo {
    ...EntityMention
  }
  citations(first: 20) {
    quote
    language
    source {
      ...SourceLine
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`, {"fragmentName":"CitedClaim"}) as unknown as TypedDocumentString<CitedClaimFragment, unknown>;
export const ClaimPageDocument = new TypedDocumentString(`
    query ClaimPage($id: ID!, $lang: String, $asOf: AsOf, $after: String) {
  claim(id: $id, asOf: $asOf) {
    ...ClaimLine
    predicateLabel(lang: $lang)
    subject {
      ...EntityMention
      kindLabel(lang: $lang)
    }
    object {
      ...EntityMention
      kindLabel(lang: $lang)
    }
    quantity {
      amount
      unit
      bound
    }
    text(lang: $lang)
    date
    attributedTo {
      ...EntityMention
      kindLabel(lang: $lang)
    }
    assertedAt
    citationPages(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        quote
        language
        prefix
        suffix
        start
        end
        textHash
        basis
        verification
        translation {
          language
          text
        }
        context(chars: 300) {
          before
          quote
          after
          cutBefore
          cutAfter
        }
        derivedFrom {
          ...ChainedSource
        }
        source {
          ...ChainedSource
          restricted
          license
          attribution
          publisher {
            ...EntityMention
          }
        }
      }
    }
    origins {
      ...SourceLine
      authors {
        ...EntityMention
      }
    }
    conflicts {
      kind
      explanation(lang: $lang)
      conflict {
        id
      }
      claim {
        ...ClaimLine
      }
    }
    supersedes {
      ...ClaimLine
    }
    supersededBy {
      ...ClaimLine
    }
    recordedAt
    recordedBy
    retractedAt
    history {
      at
      action
      by
      reason
    }
  }
  ontology {
    units {
      name
      label(lang: $lang)
    }
  }
}
    fragment ChainedSource on Source {
  ...SourceLine
  authors {
    ...EntityMention
  }
  derivedFrom {
    ...SourceLine
    derivedFrom {
      ...SourceLine
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`) as unknown as TypedDocumentString<ClaimPageQuery, ClaimPageQueryVariables>;
export const ConflictPageDocument = new TypedDocumentString(`
    query ConflictPage($id: ID!, $lang: String, $asOf: AsOf) {
  conflict(id: $id, asOf: $asOf) {
    id
    kind
    explanation(lang: $lang)
    spread {
      min
      max
      unit
    }
    claims {
      ...ClaimLine
      predicateLabel(lang: $lang)
      subject {
        ...EntityMention
      }
      object {
        ...EntityMention
      }
      quantity {
        amount
        unit
        bound
      }
      text(lang: $lang)
      date
      attributedTo {
        ...EntityMention
      }
      assertedAt
      recordedAt
      citations(first: 20) {
        id
        quote
        language
        basis
        verification
        translation {
          language
          text
        }
        source {
          ...SourceLine
        }
      }
      origins {
        ...SourceLine
      }
      history {
        at
        action
        by
        reason
      }
    }
    sources {
      ...SourceLine
      derivedFrom {
        ...EntityMention
      }
    }
  }
  ontology {
    units {
      name
      label(lang: $lang)
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`) as unknown as TypedDocumentString<ConflictPageQuery, ConflictPageQueryVariables>;
export const ConflictsDocument = new TypedDocumentString(`
    query Conflicts($about: ID, $id: ID!, $ofOne: Boolean!, $kind: ConflictKind, $predicate: String, $first: Int!, $after: String, $lang: String, $asOf: AsOf) {
  entity(id: $id, asOf: $asOf) @include(if: $ofOne) {
    ...EntityMention
  }
  conflicts(
    about: $about
    kind: $kind
    predicate: $predicate
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      kinds {
        value
        label(lang: $lang)
        count
      }
      predicates {
        value
        label(lang: $lang)
        count
      }
    }
    nodes {
      ...ConflictLine
    }
  }
  ontology {
    units {
      name
      label(lang: $lang)
    }
  }
}
    fragment ConflictLine on Conflict {
  id
  kind
  explanation(lang: $lang)
  spread {
    min
    max
    unit
  }
  claims {
    id
    recordedAt
    subject {
      ...EntityMention
    }
  }
  sources {
    ...EntityMention
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<ConflictsQuery, ConflictsQueryVariables>;
export const CuratedClaimDocument = new TypedDocumentString(`
    query CuratedClaim($id: ID!, $lang: String) {
  claim(id: $id) {
    ...AboutClaim
  }
}
    fragment AboutClaim on Claim {
  ...ClaimLine
  citations {
    id
    quote
    language
    source {
      ...EntityMention
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`) as unknown as TypedDocumentString<CuratedClaimQuery, CuratedClaimQueryVariables>;
export const RetractDocument = new TypedDocumentString(`
    mutation Retract($id: ID!, $reason: String!) {
  retractClaim(id: $id, reason: $reason) {
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RetractMutation, RetractMutationVariables>;
export const RestoreDocument = new TypedDocumentString(`
    mutation Restore($id: ID!, $reason: String!) {
  restoreClaim(id: $id, reason: $reason) {
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreMutation, RestoreMutationVariables>;
export const RankFormDocument = new TypedDocumentString(`
    query RankForm($id: ID!, $lang: String) {
  claim(id: $id) {
    ...AboutClaim
  }
  ontology {
    enums {
      name
      values {
        name
        label(lang: $lang)
      }
    }
  }
}
    fragment AboutClaim on Claim {
  ...ClaimLine
  citations {
    id
    quote
    language
    source {
      ...EntityMention
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`) as unknown as TypedDocumentString<RankFormQuery, RankFormQueryVariables>;
export const SetRankDocument = new TypedDocumentString(`
    mutation SetRank($id: ID!, $rank: Rank!, $reason: String!) {
  rankClaim(id: $id, rank: $rank, reason: $reason) {
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SetRankMutation, SetRankMutationVariables>;
export const MeantEntityDocument = new TypedDocumentString(`
    query MeantEntity($id: ID!, $text: String!, $kinds: [String!], $lang: String) {
  node(id: $id) {
    __typename
    ... on Entity {
      ...Meant
    }
  }
  search(text: $text, kinds: $kinds, first: 10) {
    edges {
      node {
        __typename
        ... on Entity {
          ...Meant
        }
      }
    }
  }
}
    fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<MeantEntityQuery, MeantEntityQueryVariables>;
export const AddEntitiesDocument = new TypedDocumentString(`
    mutation AddEntities($entities: [EntityInput!]!) {
  addEntities(input: $entities) {
    entities {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AddEntitiesMutation, AddEntitiesMutationVariables>;
export const ClaimFormDocument = new TypedDocumentString(`
    query ClaimForm($ids: [ID!]!, $source: ID!, $lang: String) {
  ontology {
    ...FormOntology
  }
  nodes(ids: $ids) {
    __typename
    ... on Entity {
      ...Meant
    }
  }
  source(id: $source) {
    ...QuotedSource
  }
}
    fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment FormOntology on Ontology {
  languages
  kinds {
    name
    label(lang: $lang)
  }
  predicates {
    name
    label(lang: $lang)
    description(lang: $lang)
    value
    unit
    subjects {
      name
    }
    objects {
      name
    }
  }
  units {
    name
    label(lang: $lang)
  }
  enums {
    name
    values {
      name
      label(lang: $lang)
    }
  }
}
fragment QuotedSource on Source {
  id
  language
  text {
    content
    language
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<ClaimFormQuery, ClaimFormQueryVariables>;
export const QuotedTextDocument = new TypedDocumentString(`
    query QuotedText($id: ID!) {
  source(id: $id) {
    ...QuotedSource
  }
  ontology {
    predicates {
      name
      value
      unit
    }
  }
}
    fragment QuotedSource on Source {
  id
  language
  text {
    content
    language
  }
}`) as unknown as TypedDocumentString<QuotedTextQuery, QuotedTextQueryVariables>;
export const CheckClaimsDocument = new TypedDocumentString(`
    query CheckClaims($claims: [ClaimInput!]!) {
  checkClaims(input: $claims) {
    message
    path
  }
}
    `) as unknown as TypedDocumentString<CheckClaimsQuery, CheckClaimsQueryVariables>;
export const AssertClaimsDocument = new TypedDocumentString(`
    mutation AssertClaims($claims: [ClaimInput!]!) {
  assertClaims(input: $claims) {
    claims {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AssertClaimsMutation, AssertClaimsMutationVariables>;
export const SupersedeFormDocument = new TypedDocumentString(`
    query SupersedeForm($id: ID!, $ids: [ID!]!, $source: ID!, $lang: String) {
  claim(id: $id) {
    ...AboutClaim
    subject {
      ...Meant
    }
    object {
      ...Meant
    }
    quantity {
      amount
      unit
      bound
    }
    text(lang: $lang)
    date
    attributedTo {
      ...Meant
    }
    assertedAt
    citations {
      basis
      start
      source {
        ...Meant
      }
      translation {
        language
        text
      }
    }
  }
  ontology {
    ...FormOntology
  }
  nodes(ids: $ids) {
    __typename
    ... on Entity {
      ...Meant
    }
  }
  source(id: $source) {
    ...QuotedSource
  }
}
    fragment AboutClaim on Claim {
  ...ClaimLine
  citations {
    id
    quote
    language
    source {
      ...EntityMention
    }
  }
}
fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment FormOntology on Ontology {
  languages
  kinds {
    name
    label(lang: $lang)
  }
  predicates {
    name
    label(lang: $lang)
    description(lang: $lang)
    value
    unit
    subjects {
      name
    }
    objects {
      name
    }
  }
  units {
    name
    label(lang: $lang)
  }
  enums {
    name
    values {
      name
      label(lang: $lang)
    }
  }
}
fragment QuotedSource on Source {
  id
  language
  text {
    content
    language
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`) as unknown as TypedDocumentString<SupersedeFormQuery, SupersedeFormQueryVariables>;
export const SupersedeClaimDocument = new TypedDocumentString(`
    mutation SupersedeClaim($id: ID!, $by: ClaimInput!, $reason: String!) {
  supersedeClaim(id: $id, by: $by, reason: $reason) {
    claim {
      supersededBy {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SupersedeClaimMutation, SupersedeClaimMutationVariables>;
export const CiteFormDocument = new TypedDocumentString(`
    query CiteForm($id: ID!, $ids: [ID!]!, $source: ID!, $lang: String) {
  claim(id: $id) {
    ...AboutClaim
  }
  ontology {
    ...FormOntology
  }
  nodes(ids: $ids) {
    __typename
    ... on Entity {
      ...Meant
    }
  }
  source(id: $source) {
    ...QuotedSource
  }
}
    fragment AboutClaim on Claim {
  ...ClaimLine
  citations {
    id
    quote
    language
    source {
      ...EntityMention
    }
  }
}
fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment FormOntology on Ontology {
  languages
  kinds {
    name
    label(lang: $lang)
  }
  predicates {
    name
    label(lang: $lang)
    description(lang: $lang)
    value
    unit
    subjects {
      name
    }
    objects {
      name
    }
  }
  units {
    name
    label(lang: $lang)
  }
  enums {
    name
    values {
      name
      label(lang: $lang)
    }
  }
}
fragment QuotedSource on Source {
  id
  language
  text {
    content
    language
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`) as unknown as TypedDocumentString<CiteFormQuery, CiteFormQueryVariables>;
export const CiteClaimDocument = new TypedDocumentString(`
    mutation CiteClaim($id: ID!, $citations: [CitationInput!]!) {
  citeClaim(id: $id, citations: $citations) {
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CiteClaimMutation, CiteClaimMutationVariables>;
export const SourceFormDocument = new TypedDocumentString(`
    query SourceForm($ids: [ID!]!, $lang: String) {
  ontology {
    ...FormOntology
  }
  nodes(ids: $ids) {
    __typename
    ... on Entity {
      ...Meant
    }
  }
}
    fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment FormOntology on Ontology {
  languages
  kinds {
    name
    label(lang: $lang)
  }
  predicates {
    name
    label(lang: $lang)
    description(lang: $lang)
    value
    unit
    subjects {
      name
    }
    objects {
      name
    }
  }
  units {
    name
    label(lang: $lang)
  }
  enums {
    name
    values {
      name
      label(lang: $lang)
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<SourceFormQuery, SourceFormQueryVariables>;
export const AddSourceDocument = new TypedDocumentString(`
    mutation AddSource($source: SourceInput!) {
  addSource(input: $source) {
    source {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AddSourceMutation, AddSourceMutationVariables>;
export const CuratedEntityDocument = new TypedDocumentString(`
    query CuratedEntity($id: ID!, $ids: [ID!]!, $lang: String) {
  entity(id: $id) {
    ...Meant
    description(lang: $lang)
    history {
      action
      at
      by
      reason
      of
      other
    }
  }
  ontology {
    kinds {
      name
      label(lang: $lang)
    }
  }
  nodes(ids: $ids) {
    __typename
    ... on Entity {
      ...Meant
      description(lang: $lang)
    }
  }
}
    fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<CuratedEntityQuery, CuratedEntityQueryVariables>;
export const MergeEntitiesDocument = new TypedDocumentString(`
    mutation MergeEntities($keep: ID!, $merge: ID!, $reason: String!) {
  mergeEntities(keep: $keep, merge: $merge, reason: $reason) {
    entity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MergeEntitiesMutation, MergeEntitiesMutationVariables>;
export const UnmergeEntitiesDocument = new TypedDocumentString(`
    mutation UnmergeEntities($id: ID!, $reason: String!) {
  unmergeEntities(id: $id, reason: $reason) {
    entities {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UnmergeEntitiesMutation, UnmergeEntitiesMutationVariables>;
export const KeepApartDocument = new TypedDocumentString(`
    mutation KeepApart($a: ID!, $b: ID!, $reason: String!) {
  keepApart(a: $a, b: $b, reason: $reason) {
    entities {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<KeepApartMutation, KeepApartMutationVariables>;
export const UpdateEntityDocument = new TypedDocumentString(`
    mutation UpdateEntity($id: ID!, $change: EntityChange!, $reason: String!) {
  updateEntity(id: $id, change: $change, reason: $reason) {
    entity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateEntityMutation, UpdateEntityMutationVariables>;
export const DuplicatesDocument = new TypedDocumentString(`
    query Duplicates($kind: String, $after: String, $lang: String) {
  duplicates(kind: $kind, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      score
      reasons
      entities {
        ...Meant
        description(lang: $lang)
      }
    }
  }
  ontology {
    kinds {
      name
      plural(lang: $lang)
    }
  }
}
    fragment Meant on Entity {
  ...EntityMention
  aliases
  kindLabel(lang: $lang)
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<DuplicatesQuery, DuplicatesQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($before: ID, $lang: String) {
  changes(last: 50, before: $before) {
    seq
    action
    at
    by
    reason
    claim {
      ...ClaimLine
    }
    entity {
      ...EntityMention
    }
  }
  ontology {
    enums {
      name
      values {
        name
        label(lang: $lang)
      }
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}`) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const EntityPageDocument = new TypedDocumentString(`
    query EntityPage($id: ID!, $lang: String, $asOf: AsOf, $about: ClaimFilter, $leading: ClaimFilter, $said: ClaimFilter, $aboutHidden: ClaimFilter, $leadingHidden: ClaimFilter, $saidHidden: ClaimFilter, $dated: ClaimFilter, $showAbout: Boolean!, $showLeading: Boolean!, $showSaid: Boolean!, $orderBy: [ClaimOrder!], $first: Int!, $after: String, $last: Int, $before: String, $quotesAfter: String) {
  entity(id: $id, asOf: $asOf) {
    ...EntityMention
    kindLabel(lang: $lang)
    aliases
    description(lang: $lang)
    identifiers {
      scheme
      value
      url
    }
    history {
      action
      at
      by
      reason
      of
      other
    }
    ... on Source {
      ...ReadingRoom
    }
  }
  about: claims(
    where: $about
    orderBy: $orderBy
    asOf: $asOf
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $showAbout) {
    ...RowPage
  }
  leading: claims(
    where: $leading
    orderBy: $orderBy
    asOf: $asOf
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $showLeading) {
    ...RowPage
  }
  said: claims(
    where: $said
    orderBy: $orderBy
    asOf: $asOf
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $showSaid) {
    ...RowPage
  }
  aboutHidden: claims(where: $aboutHidden, asOf: $asOf, first: 50) @include(if: $showAbout) {
    ...HiddenRows
  }
  leadingHidden: claims(where: $leadingHidden, asOf: $asOf, first: 50) @include(if: $showLeading) {
    ...HiddenRows
  }
  saidHidden: claims(where: $saidHidden, asOf: $asOf, first: 50) @include(if: $showSaid) {
    ...HiddenRows
  }
  dated: claims(
    where: $dated
    orderBy: [{field: VALID_FROM}]
    asOf: $asOf
    first: 200
  ) @include(if: $showAbout) {
    totalCount
    nodes {
      id
      statement(lang: $lang)
      predicate
      predicateLabel(lang: $lang)
      modality
      validFrom
      quantity {
        amount
        unit
      }
      conflicts {
        kind
      }
    }
  }
  ontology {
    predicates {
      name
    }
    identifierSchemes {
      name
      label(lang: $lang)
    }
  }
}
    fragment RowPage on ClaimConnection {
  totalCount
  facets {
    predicates {
      value
      count
      label(lang: $lang)
    }
    modalities {
      value
      count
      label(lang: $lang)
    }
  }
  pageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
  nodes {
    ...ClaimRow
    subject {
      ...EntityMention
    }
    object {
      ...EntityMention
    }
    quantity {
      amount
      unit
    }
  }
}
fragment HiddenRows on ClaimConnection {
  totalCount
  nodes {
    ...ClaimRow
    history {
      action
      at
      by
      reason
    }
  }
}
fragment ReadingRoom on Source {
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
  license
  attribution
  restricted
  authors {
    ...EntityMention
  }
  publisher {
    ...EntityMention
  }
  derivedFrom {
    ...SourceLine
    derivedFrom {
      ...SourceLine
      derivedFrom {
        ...SourceLine
      }
    }
  }
  repeatedBy {
    ...SourceLine
  }
  text {
    content
    language
    sha256
    storedAt
  }
  citations(first: 200, after: $quotesAfter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      quote
      language
      start
      end
      basis
      verification
      claim {
        id
        statement(lang: $lang)
        rank
        status
      }
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}
fragment ClaimRow on Claim {
  ...ClaimLine
  predicateLabel(lang: $lang)
  attributedTo {
    ...EntityMention
  }
  conflicts {
    kind
  }
}`) as unknown as TypedDocumentString<EntityPageQuery, EntityPageQueryVariables>;
export const GraphPageDocument = new TypedDocumentString(`
    query GraphPage($isAround: Boolean!, $isBetween: Boolean!, $hasFrom: Boolean!, $hasText: Boolean!, $isStart: Boolean!, $focus: ID!, $depth: Int!, $where: ClaimFilter, $from: ID!, $to: ID!, $maxLength: Int!, $text: String!, $lang: String, $asOf: AsOf) {
  around(id: $focus, depth: $depth, where: $where, first: 120, asOf: $asOf) @include(if: $isAround) {
    focus {
      ...EntityMention
    }
    entities {
      ...GraphEntity
    }
    claims {
      ...GraphClaim
    }
    totalCount
    complete
    facets {
      predicates {
        value
        count
        label(lang: $lang)
      }
      modalities {
        value
        count
        label(lang: $lang)
      }
    }
  }
  from: entity(id: $from, asOf: $asOf) @include(if: $hasFrom) {
    ...GraphEntity
  }
  to: entity(id: $to, asOf: $asOf) @include(if: $isBetween) {
    ...GraphEntity
  }
  paths(from: $from, to: $to, maxLength: $maxLength, first: 3, asOf: $asOf) @include(if: $isBetween) {
    nodes {
      ...GraphEntity
    }
    claims {
      ...GraphClaim
      citations(first: 3) {
        id
        quote
        language
        source {
          ...SourceLine
        }
      }
    }
  }
  search(text: $text, first: 20, asOf: $asOf) @include(if: $hasText) {
    edges {
      node {
        ... on Entity {
          ...GraphEntity
        }
      }
    }
  }
  claims(
    first: 100
    orderBy: [{field: RECORDED_AT, direction: DESC}]
    asOf: $asOf
  ) @include(if: $isStart) {
    nodes {
      subject {
        ...GraphEntity
      }
      object {
        ...GraphEntity
      }
    }
  }
}
    fragment GraphEntity on Entity {
  ...EntityMention
  kindLabel(lang: $lang)
}
fragment GraphClaim on Claim {
  ...ClaimLine
  predicateLabel(lang: $lang)
  quantity {
    text(lang: $lang)
  }
  subject {
    id
  }
  object {
    id
  }
  conflicts {
    kind
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`) as unknown as TypedDocumentString<GraphPageQuery, GraphPageQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($lang: String, $asOf: AsOf) {
  entities(first: 1, asOf: $asOf) {
    totalCount
  }
  sources(first: 1, asOf: $asOf) {
    totalCount
  }
  claims(first: 50, orderBy: [{field: RECORDED_AT, direction: DESC}], asOf: $asOf) {
    totalCount
    nodes {
      id
      statement(lang: $lang)
      support {
        citations
      }
      subject {
        ...EntityMention
      }
    }
  }
  latest: claims(
    first: 5
    orderBy: [{field: RECORDED_AT, direction: DESC}]
    asOf: $asOf
  ) {
    nodes {
      ...CitedClaim
    }
  }
  conflicts(first: 4, asOf: $asOf) {
    totalCount
    nodes {
      ...ConflictLine
    }
  }
  ontology {
    units {
      name
      label(lang: $lang)
    }
  }
}
    fragment ConflictLine on Conflict {
  id
  kind
  explanation(lang: $lang)
  spread {
    min
    max
    unit
  }
  claims {
    id
    recordedAt
    subject {
      ...EntityMention
    }
  }
  sources {
    ...EntityMention
  }
}
fragment CitedClaim on Claim {
  ...ClaimLine
  conflicts {
    kind
  }
  attributedTo {
    ...EntityMention
  }
  citations(first: 20) {
    quote
    language
    source {
      ...SourceLine
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $kinds: [String!], $claims: ClaimFilter, $after: String, $lang: String, $asOf: AsOf) {
  search(
    text: $text
    kinds: $kinds
    claims: $claims
    first: 20
    after: $after
    asOf: $asOf
  ) {
    totalCount
    complete
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      kinds {
        value
        label(lang: $lang)
        count
      }
      predicates {
        value
        label(lang: $lang)
        count
      }
      modalities {
        value
        label(lang: $lang)
        count
      }
      sources {
        value
        label(lang: $lang)
        count
      }
    }
    edges {
      match
      snippet
      matched {
        start
        end
      }
      node {
        __typename
        id
        ... on Entity {
          ...EntityMention
          kindLabel(lang: $lang)
          claims(first: 1) {
            totalCount
          }
        }
        ... on Claim {
          ...CitedClaim
        }
      }
    }
  }
}
    fragment CitedClaim on Claim {
  ...ClaimLine
  conflicts {
    kind
  }
  attributedTo {
    ...EntityMention
  }
  citations(first: 20) {
    quote
    language
    source {
      ...SourceLine
    }
  }
}
fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}
fragment ClaimLine on Claim {
  id
  statement(lang: $lang)
  predicate
  modality
  rank
  status
  validFrom
  validTo
  support {
    citations
    sources
    origins
  }
}
fragment SourceLine on Source {
  ...EntityMention
  sourceType
  sourceTypeLabel(lang: $lang)
  url
  publishedAt
  language
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $kinds: [String!], $lang: String, $asOf: AsOf) {
  search(text: $text, kinds: $kinds, first: 8, asOf: $asOf) {
    edges {
      match
      snippet
      node {
        id
        ... on Entity {
          ...EntityMention
          kindLabel(lang: $lang)
        }
        ... on Claim {
          statement(lang: $lang)
        }
      }
    }
  }
}
    fragment EntityMention on Entity {
  __typename
  id
  kind
  name(lang: $lang)
  names {
    language
    text
  }
}`) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;