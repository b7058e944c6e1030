import { ask, given, type Deed } from "../../form.js";
import { fieldsOf, findMeant, idsIn, idsOf, makeNew, type EntityFieldOf } from "../../meant.js";
import { page, type Shown } from "../../page.js";
import { knownOf, optionsOf } from "../../parts/ClaimFields.js";
import { EntityField, EntityFields } from "../../parts/EntityField.js";
import { Choice, CurateForm, TextArea, TextField, useField } from "../../parts/Form.js";
import { useWords } from "../../parts/Say.js";
import {
  AddSourceDocument,
  SourceFormDocument,
  type SourceFormQuery,
  type SourceInput,
} from "../../queries/generated/graphql.js";
import { isCurator, linkTo, type Visit } from "../../visit.js";
import { say } from "../../words.js";

/** `/add`: a source, with its text pasted. */
export const addSourcePage = page({
  name: "SourceForm",
  path: /^\/add$/u,
  operation: SourceFormDocument,
  only: isCurator,
  variables({ sent, search, language }) {
    const fields = sent?.fields ?? search;
    const names = entitiesOf(fields).map(({ name }) => name);
    return { ids: idsIn(fields, names), lang: language };
  },
  show: ({ data }, visit): Shown => ({
    title: say(visit.language, "addSource"),
    main: <AddSource {...data!} />,
    noindex: true,
  }),
  files: {},
  fields: {
    ...{ names: "name", "names.text": "name", "names.language": "name.language" },
    ...{ authors: "authors.0", derivedFrom: "derivedFrom.0" },
  },
  act: (fields, visit) =>
    findMeant(fields, entitiesOf(fields), visit.language, (found) =>
      makeNew(found, entitiesOf(found), (made) => save(made, visit)),
    ),
});

function entitiesOf(fields: URLSearchParams): readonly EntityFieldOf[] {
  return [
    ...fieldsOf(fields, "authors").map((name) => ({ name })),
    { name: "publisher" },
    ...fieldsOf(fields, "derivedFrom").map((name) => ({ name, kinds: ["SOURCE"] })),
  ];
}

function save(fields: URLSearchParams, visit: Visit): Deed {
  const names = ["name", "otherName"].flatMap((field) => {
    const text = given(fields, field);
    return text === null && field !== "name"
      ? []
      : [{ language: given(fields, `${field}.language`) ?? "", text: text ?? "" }];
  });
  const text = fields.get("text") ?? "";
  const source: SourceInput = {
    names,
    sourceType: (given(fields, "sourceType") ?? "") as SourceInput["sourceType"],
    ...{ url: given(fields, "url"), language: given(fields, "language"), publishedAt: given(fields, "publishedAt") },
    ...{ authors: idsOf(fields, "authors"), publisher: given(fields, "publisher") },
    derivedFrom: idsOf(fields, "derivedFrom"),
    ...(text.trim() !== "" && { text }),
    ...{ license: given(fields, "license"), attribution: given(fields, "attribution") },
    restricted: fields.has("restricted"),
  };
  return ask(AddSourceDocument, { source }, ({ addSource }) => ({ to: linkTo(visit, `/e/${addSource!.source.id}`) }));
}

function AddSource({ ontology, ...data }: SourceFormQuery) {
  const { say, language } = useWords();
  const known = knownOf({ ...data, ontology });
  const restricted = useField("restricted").value !== "";
  const other = language === "en" ? "ar" : "en";
  const tag = useField("language").value;
  return (
    <article class="narrow">
      <h1>{say("addSource")}</h1>
      <CurateForm submit="saveSource">
        <div class="beside">
          <TextField name="name" label={say("fieldTitle")} hint={say("titleHint")} required />
          <TextField name="name.language" label={say("fieldNameLanguage")} given={language} ltr size="short" required />
        </div>
        <Choice name="sourceType" label={say("fieldSourceType")} options={optionsOf(ontology!, "SourceType")} />
        <TextArea
          name="text"
          label={say("fieldSourceText")}
          hint={say("sourceTextHint")}
          rows={12}
          lang={/^[a-z]{2,3}(-|$)/iu.test(tag) ? tag.slice(0, 3).replace("-", "") : null}
          words
        />
        <div class="beside">
          <TextField name="language" label={say("fieldTextLanguage")} ltr />
          <TextField name="publishedAt" label={say("fieldPublishedAt")} hint={say("dateHint")} ltr />
        </div>
        <TextField name="url" label={say("fieldUrl")} ltr />
        <fieldset>
          <legend>{say("whoMadeIt")}</legend>
          <EntityFields name="authors" label={say("fieldAuthor")} makes {...known} />
          <EntityField name="publisher" label={say("fieldPublisher")} makes {...known} />
          <EntityFields
            name="derivedFrom"
            label={say("fieldDerivedFrom")}
            hint={say("derivedFromHint")}
            of={["SOURCE"]}
            {...known}
          />
        </fieldset>
        <fieldset>
          <legend>{say("mayBeUsed")}</legend>
          <div class="beside">
            <TextField name="license" label={say("fieldLicense")} hint={say("licenseHint")} ltr />
            <TextField name="attribution" label={say("fieldAttribution")} />
          </div>
          <label class="checkbox">
            <input type="checkbox" name="restricted" value="yes" checked={restricted} /> {say("fieldRestricted")}
          </label>
          <div class="beside">
            <TextField name="otherName" label={say("fieldOtherTitle")} />
            <TextField name="otherName.language" label={say("fieldNameLanguage")} given={other} ltr size="short" />
          </div>
        </fieldset>
      </CurateForm>
    </article>
  );
}
