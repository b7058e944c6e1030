import type { ComponentChildren } from "preact";
import { quoteAt } from "../claimInput.js";
import type { ClaimFormQuery, FormOntologyFragment, QuotedSourceFragment } from "../queries/generated/graphql.js";
import { NEW } from "../meant.js";
import type { Choice } from "../sent.js";
import { useVisit } from "../visit.js";
import { directionOf } from "../words.js";
import { EntityField, EntityFields, type KnownEntities } from "./EntityField.js";
import { Choice as OneOf, GivenProvider, TextArea, TextField, useField, useGiven, type Option } from "./Form.js";
import { useWords } from "./Say.js";

interface Props {
  readonly ontology: FormOntologyFragment;
  readonly known: KnownEntities;
}

/** The entities among what a form's ids are of, and others that it knows. */
export function knownOf(
  { nodes, ontology }: Pick<ClaimFormQuery, "nodes" | "ontology">,
  others: readonly Choice[] = [],
): KnownEntities {
  const found = (nodes ?? []).flatMap((node) => (node && "kindLabel" in node ? [node] : []));
  return { entities: [...found, ...others], kinds: ontology?.kinds ?? [] };
}

/** The values of an enum, to be chosen from. */
export function optionsOf(ontology: FormOntologyFragment, name: string): Option[] {
  const found = ontology.enums.find((one) => one.name === name);
  return (found?.values ?? []).map(({ name, label }) => ({ value: name, label }));
}

/** Where a claim stands: the source, the words, and how they say it. */
export function CitationFields({ ontology, known, source }: Props & { readonly source: QuotedSourceFragment | null }) {
  const { say, language } = useWords();
  const occurrence = useField("occurrence");
  const lang = source?.text?.language ?? source?.language;
  const start = useField("start").value;
  return (
    <fieldset>
      <legend>{say("whereItStands")}</legend>
      <EntityField name="source" label={say("fieldSource")} of={["SOURCE"]} {...known} />
      <TextArea name="quote" label={say("fieldQuote")} hint={say("quoteHint")} rows={4} lang={lang} words required />
      <input type="hidden" name="start" value={start} />
      {(occurrence.value !== "" || occurrence.problems.length > 0) && (
        <TextField name="occurrence" label={say("fieldOccurrence")} numeric size="short" />
      )}
      <OneOf name="basis" label={say("fieldBasis")} options={optionsOf(ontology, "Basis")} />
      <details class="further" open={useField("translation").value !== ""}>
        <summary>{say("fieldTranslation")}</summary>
        <TextArea name="translation" label={say("fieldTranslation")} rows={2} />
        <TextField name="translation.language" label={say("fieldLanguage")} given={language} ltr size="short" />
      </details>
    </fieldset>
  );
}

/** What is claimed: of whom, by which predicate, which value. */
export function StatementFields({ ontology, known }: Props) {
  const { say, language } = useWords();
  const subject = useField("subject").value;
  const newKind = useField("subject.kind").value;
  const kind = subject === NEW ? newKind : known.entities.find(({ id }) => id === subject)?.kind;
  const chosenName = useField("predicate").value;
  const chosen = ontology.predicates.find(({ name }) => name === chosenName);
  const fitting = ontology.predicates.filter(
    ({ name, subjects }) => !kind || name === chosenName || subjects.some((one) => one.name === kind),
  );
  const objects = chosen?.value === "ENTITY" ? chosen.objects.map(({ name }) => name) : undefined;
  const value = chosen?.value;
  const shows = (...values: string[]) => (value === undefined || values.includes(value) ? {} : { hidden: true });
  const counts = value === undefined || value === "QUANTITY" || chosen!.unit !== null;
  const unit = ontology.units.find(({ name }) => name === chosen?.unit);
  return (
    <fieldset data-statement>
      <legend>{say("whatIsClaimed")}</legend>
      <EntityField name="subject" label={say("fieldSubject")} makes {...known} />
      <OneOf
        name="predicate"
        label={say("fieldPredicate")}
        empty="—"
        hint={chosen?.description}
        options={[...fitting]
          .sort((a, b) => a.label.localeCompare(b.label, language))
          .map(({ name, label, value, unit, objects }) => ({
            value: name,
            label,
            data: {
              "data-value": value,
              "data-unit": ontology.units.find((one) => one.name === unit)?.label ?? "",
              "data-objects": objects.map((one) => one.name).join(","),
            },
          }))}
      />
      <div data-for="ENTITY" {...shows("ENTITY")}>
        <EntityField name="object" label={say("fieldObject")} makes {...known} {...(objects && { of: objects })} />
      </div>
      <div class="beside" data-for="QUANTITY" {...(counts ? {} : { hidden: true })}>
        <OneOf name="bound" label={say("fieldBound")} options={optionsOf(ontology, "Bound")} />
        <TextField name="amount" label={say("fieldAmount")} hint={<span data-unit>{unit?.label}</span>} numeric />
      </div>
      <div class="beside" data-for="TEXT" {...shows("TEXT")}>
        <TextField name="text" label={say("fieldText")} />
        <TextField name="text.language" label={say("fieldLanguage")} given={language} ltr size="short" />
      </div>
      <div data-for="DATE" {...shows("DATE")}>
        <TextField name="date" label={say("fieldDate")} hint={say("dateHint")} ltr size="short" />
      </div>
    </fieldset>
  );
}

/** How sure it is meant to be, when it holds, and who said so. */
export function CircumstanceFields({ ontology, known }: Props) {
  const { say } = useWords();
  return (
    <fieldset>
      <legend>{say("howItIsMeant")}</legend>
      <OneOf name="modality" label={say("fieldModality")} options={optionsOf(ontology, "Modality")} />
      <div class="beside">
        <TextField name="validFrom" label={say("fieldValidFrom")} hint={say("dateHint")} ltr />
        <TextField name="validTo" label={say("fieldValidTo")} ltr />
      </div>
      <EntityFields name="attributedTo" label={say("fieldSpeaker")} hint={say("speakerHint")} makes {...known} />
      <TextField name="assertedAt" label={say("fieldAssertedAt")} hint={say("dateHint")} ltr size="short" />
    </fieldset>
  );
}

/** The text that is quoted, to select words in. */
export function TextToQuote({ source }: { readonly source: QuotedSourceFragment | null }) {
  const { say } = useWords();
  if (!source?.text) return null;
  const { content, language } = source.text;
  const tag = language ?? source.language;
  return (
    <div class="to-quote">
      <h2 id="to-quote">{say("selectWords")}</h2>
      <div class="reading" data-source={source.id} tabIndex={0} role="region" aria-labelledby="to-quote">
        <p data-start="0" {...(tag !== null && { lang: tag, dir: directionOf(tag) })}>
          {content}
        </p>
      </div>
    </div>
  );
}

interface QuoteGivenProps {
  readonly source: QuotedSourceFragment | null;
  readonly children: ComponentChildren;
}

/** Fills the quote where the address says only where it stands. */
export function QuoteGiven({ source, children }: QuoteGivenProps) {
  const { search } = useVisit();
  const given = useGiven();
  const quote = quoteAt(search, source?.text?.content ?? null);
  return <GivenProvider value={{ ...given, ...(quote !== null && { quote }) }}>{children}</GivenProvider>;
}

/** The ways on beside saving: the fields of what was chosen, and what is wrong. */
export function NextAndCheck() {
  const { say } = useWords();
  return (
    <>
      <button type="submit" name="do" value="next" formNoValidate>
        {say("nextFields")}
      </button>
      <button type="submit" name="do" value="check" formNoValidate>
        {say("checkForm")}
      </button>
    </>
  );
}
