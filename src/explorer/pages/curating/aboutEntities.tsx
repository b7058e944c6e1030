import { ask, given, type Deed } from "../../form.js";
import { fieldsOf, findMeant, idsIn } from "../../meant.js";
import { page, type AnyPage, type Shown } from "../../page.js";
import { knownOf } from "../../parts/ClaimFields.js";
import { EntityField, type KnownEntities } from "../../parts/EntityField.js";
import { Choice, CurateForm, GivenProvider, Reason, TextArea, TextField, useGiven } from "../../parts/Form.js";
import { AboutEntity } from "../../parts/AboutEntity.js";
import { useWords } from "../../parts/Say.js";
import {
  CuratedEntityDocument,
  KeepApartDocument,
  MergeEntitiesDocument,
  UnmergeEntitiesDocument,
  UpdateEntityDocument,
  type CuratedEntityQuery,
  type LocalizedTextInput,
} from "../../queries/generated/graphql.js";
import { isCurator, linkTo, useVisit, type Visit } from "../../visit.js";
import { say, type WordKey } from "../../words.js";
import { notFound } from "../notFound.js";

type Entity = NonNullable<CuratedEntityQuery["entity"]>;

interface FormProps {
  readonly entity: Entity;
  readonly known: KnownEntities;
}

interface EntityForm {
  readonly of: string;
  readonly title: WordKey;
  readonly means: WordKey;
  readonly Fields: (props: FormProps) => ReturnType<typeof TextField>;
  readonly fields?: Readonly<Record<string, string>>;
  /** What is done; `id` is the entity that the form is about, and `to` its page. */
  readonly act: (id: string, fields: URLSearchParams, reason: string, to: () => Deed) => Deed;
}

/** `/e/:id/merge?with=`, `/e/:id/apart?with=`, `/e/:id/unmerge`, `/e/:id/rename`: each asks for a reason. */
const FORMS: readonly EntityForm[] = [
  {
    of: "merge",
    title: "merge",
    means: "mergeMeans",
    Fields: ({ known, entity }) => <Other word="fieldMergeInto" known={known} entity={entity} />,
    fields: { keep: "with", merge: "with" },
    act: (merge, fields, reason) => {
      const keep = given(fields, "with") ?? "";
      return ask(MergeEntitiesDocument, { keep, merge, reason }, ({ mergeEntities }) => ({
        to: `/e/${mergeEntities!.entity.id}`,
      }));
    },
  },
  {
    of: "apart",
    title: "keepApart",
    means: "keepApartMeans",
    Fields: ({ known, entity }) => <Other word="fieldNotTheSame" known={known} entity={entity} />,
    fields: { a: "with", b: "with" },
    act: (a, fields, reason, to) => ask(KeepApartDocument, { a, b: given(fields, "with") ?? "", reason }, to),
  },
  {
    of: "unmerge",
    title: "unmerge",
    means: "unmergeMeans",
    Fields: ({ entity }) => <MergedId entity={entity} />,
    fields: { id: "merged" },
    act: (_, fields, reason) => {
      const id = given(fields, "merged") ?? "";
      return ask(UnmergeEntitiesDocument, { id, reason }, () => ({ to: `/e/${id}` }));
    },
  },
  {
    of: "rename",
    title: "rename",
    means: "renameMeans",
    Fields: () => <Names />,
    fields: { "names.text": "name.0", "names.language": "name.0.language", names: "name.0" },
    act: (id, fields, reason, to) => {
      const names = textsOf(fields, "name");
      const description = given(fields, "description");
      const descriptions = description && [
        { language: given(fields, "description.language") ?? "", text: description },
      ];
      const change = { names, ...(descriptions && { descriptions }) };
      return ask(UpdateEntityDocument, { id, change, reason }, to);
    },
  },
];

function textsOf(fields: URLSearchParams, list: string): LocalizedTextInput[] {
  return fieldsOf(fields, list).flatMap((name) => {
    const text = given(fields, name);
    return text === null ? [] : [{ language: given(fields, `${name}.language`) ?? "", text }];
  });
}

const OTHER = [{ name: "with" }];

/** The forms about entities. */
export const entityForms: readonly AnyPage[] = FORMS.map((form) =>
  page({
    name: "CuratedEntity",
    path: new RegExp(`^/e/(?<id>[^/]+)/${form.of}$`, "u"),
    operation: CuratedEntityDocument,
    only: isCurator,
    variables: ({ params, language, sent, search }) => ({
      id: params["id"]!,
      ids: idsIn(sent?.fields ?? search, ["with"]),
      lang: language,
    }),
    show({ data }, visit): Shown {
      if (!data?.entity) return notFound(visit, visit.params["id"]!);
      return { title: say(visit.language, form.title), main: <EntityFormPage form={form} {...data} />, noindex: true };
    },
    files: {},
    ...(form.fields && { fields: form.fields }),
    act: (fields, visit) =>
      findMeant(fields, OTHER, visit.language, (found) => {
        const id = visit.params["id"]!;
        const deed = form.act(id, found, given(found, "reason") ?? "", () => ({ to: `/e/${id}` }));
        return carried(deed, visit);
      }),
  }),
);

/** Where a deed leads, in the reader's language. */
function carried(deed: Deed, visit: Visit): Deed {
  if ("to" in deed) return { to: linkTo(visit, deed.to) };
  if ("again" in deed) return deed;
  return { ...deed, then: (data: never) => carried(deed.then(data), visit) };
}

function EntityFormPage({
  form: { title, means, Fields },
  entity,
  ...data
}: { readonly form: EntityForm } & CuratedEntityQuery) {
  const { say } = useWords();
  const known = knownOf({ nodes: data.nodes, ontology: null });
  return (
    <article class="narrow">
      <h1>{say(title)}</h1>
      <AboutEntity entity={entity!} />
      <p>{say(means)}</p>
      <GivenProvider value={namesOf(entity!)}>
        <CurateForm submit={title}>
          <Fields entity={entity!} known={known} />
          <Reason />
        </CurateForm>
      </GivenProvider>
    </article>
  );
}

function namesOf({ names }: Entity): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap(({ language, text }, index) => [
      [`name.${index}`, text],
      [`name.${index}.language`, language],
    ]),
  );
}

function Other({ word, entity, known }: FormProps & { readonly word: WordKey }) {
  const { say } = useWords();
  return <EntityField name="with" label={say(word)} of={[entity.kind]} {...known} kinds={[]} />;
}

/** Which of those that were merged into an entity is to be itself again. */
function MergedId({ entity }: Pick<FormProps, "entity">) {
  const { say } = useWords();
  const merged = new Set<string>();
  for (const { action, of, other } of entity.history) {
    const id = of === entity.id ? other : of;
    if (id === null) continue;
    if (action === "MERGED") merged.add(id);
    else if (action === "UNMERGED") merged.delete(id);
  }
  return (
    <Choice name="merged" label={say("fieldMerged")} options={[...merged].map((id) => ({ value: id, label: id }))} />
  );
}

/** Names in their languages, and room for one more. */
function Names() {
  const { sent } = useVisit();
  const { say, language } = useWords();
  return (
    <>
      <NameRows sent={sent?.fields} />
      <details class="further">
        <summary>{say("fieldDescription")}</summary>
        <TextArea name="description" label={say("fieldDescription")} hint={say("descriptionHint")} rows={2} />
        <TextField name="description.language" label={say("fieldLanguage")} given={language} ltr size="short" />
      </details>
    </>
  );
}

function NameRows({ sent }: { readonly sent: URLSearchParams | undefined }) {
  const { say } = useWords();
  const given = useGiven();
  const filled = fieldsOf(sent ?? new URLSearchParams({ ...given }), "name");
  return (
    <>
      {[...filled, `name.${filled.length}`].map((name, index) => (
        <div key={name} class="beside">
          <TextField name={name} label={`${say("fieldName")} ${index + 1}`} />
          <TextField name={`${name}.language`} label={say("fieldLanguage")} ltr size="short" />
        </div>
      ))}
    </>
  );
}
