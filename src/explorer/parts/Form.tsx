import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { useVisit } from "../visit.js";
import { directionOf, type WordKey } from "../words.js";
import { useWords } from "./Say.js";

interface FormProps {
  /** What the button says. */
  readonly submit: WordKey;
  /** Whether what is wrong is told while one types: the form is then sent with `do=check`, which writes nothing. */
  readonly checked?: boolean;
  readonly children: ComponentChildren;
  /** Further buttons. */
  readonly buttons?: ComponentChildren;
}

/** A form that is sent to the page's own address: what was wrong with it at its top, a link to each field, and what only this session's forms hold. */
export function CurateForm({ submit, checked = false, children, buttons }: FormProps) {
  const { formToken } = useVisit();
  const { say } = useWords();
  return (
    <form method="post" class="curating" {...(checked && { "data-checked": true })}>
      <Problems />
      <input type="hidden" name="form" value={formToken ?? ""} />
      {children}
      <p class="buttons">
        <button class="main" type="submit" name="do" value="save">
          {say(submit)}
        </button>
        {buttons}
      </p>
    </form>
  );
}

/** All that was wrong with the form, at its top. */
function Problems() {
  const { sent } = useVisit();
  const { say } = useWords();
  if (!sent || sent.problems.length === 0) return null;
  return (
    <div class="errors" role="alert" tabIndex={-1}>
      <p>{say("notSaved")}</p>
      <ul>
        {sent.problems.map(({ field, message }, index) => (
          <li key={index}>{field === null ? message : <a href={`#f-${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

const Given = createContext<Readonly<Record<string, string>>>({});

/** What the fields of a form are filled with where nobody has filled them. */
export const GivenProvider = Given.Provider;

/** What the fields of the form are filled with. */
export function useGiven(): Readonly<Record<string, string>> {
  return useContext(Given);
}

/** A field as it was filled: what was sent, else what the address says, else what is given. */
export function useField(name: string, fallback = "") {
  const { sent, search } = useVisit();
  const given = useGiven()[name] ?? fallback;
  return {
    id: `f-${name}`,
    value: sent ? (sent.fields.get(name) ?? "") : (search.get(name) ?? given),
    problems: sent?.problems.filter(({ field }) => field === name).map(({ message }) => message) ?? [],
  };
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly given?: string;
  readonly required?: boolean;
}

interface AroundProps extends Omit<FieldProps, "given" | "required"> {
  readonly problems: readonly string[];
  readonly children: ComponentChildren;
}

/** A label above what it is of, a hint and what is wrong below. */
export function Around({ name, label, hint, problems, children }: AroundProps) {
  return (
    <div class="field">
      <label for={`f-${name}`}>{label}</label>
      {children}
      {hint !== undefined && (
        <p class="hint" id={`f-${name}-hint`}>
          {hint}
        </p>
      )}
      <p class="problem" id={`f-${name}-problem`} data-problem={name}>
        {problems.join(" ")}
      </p>
    </div>
  );
}

/** What tells of a field's hint and of what is wrong with it. */
export function described(name: string, hint: ComponentChildren, problems: readonly string[]) {
  const by = [hint === undefined ? null : `f-${name}-hint`, `f-${name}-problem`].filter(Boolean).join(" ");
  return { "aria-describedby": by, ...(problems.length > 0 && { "aria-invalid": true as const }) };
}

interface TextProps extends FieldProps {
  /** Whether it is a number. */
  readonly numeric?: boolean;
  /** Whether it is of letters that are always read from left to right. */
  readonly ltr?: boolean;
  /** A class for its width. */
  readonly size?: "short" | "long";
}

/** A line of text. */
export function TextField({ name, label, hint, given, required, numeric, ltr, size = "long" }: TextProps) {
  const { id, value, problems } = useField(name, given);
  return (
    <Around {...{ name, label, hint, problems }}>
      <input
        type="text"
        {...{ id, name, value, required }}
        {...(numeric && { inputMode: "decimal" as const })}
        {...(ltr && { dir: "ltr" as const })}
        class={size}
        autocomplete="off"
        {...described(name, hint, problems)}
      />
    </Around>
  );
}

interface AreaProps extends FieldProps {
  readonly rows?: number;
  /** The language of what stands in it, a BCP 47 tag. */
  readonly lang?: string | null | undefined;
  /** Whether it is a source's words. */
  readonly words?: boolean;
}

/** Text of several lines. */
export function TextArea({ name, label, hint, given, required, rows = 3, lang, words = false }: AreaProps) {
  const { id, value, problems } = useField(name, given);
  return (
    <Around {...{ name, label, hint, problems }}>
      <textarea
        {...{ id, name, required, rows }}
        {...(lang && { lang, dir: directionOf(lang) })}
        {...(words && { class: "words" })}
        {...described(name, hint, problems)}
      >
        {value}
      </textarea>
    </Around>
  );
}

/** One of what can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  /** What stands first, where nothing is chosen yet. */
  readonly empty?: string;
}

/** One of several. */
export function Choice({ name, label, hint, given, required, options, empty }: ChoiceProps) {
  const { id, value, problems } = useField(name, given);
  return (
    <Around {...{ name, label, hint, problems }}>
      <select {...{ id, name, required }} {...described(name, hint, problems)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value} {...one.data}>
            {one.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** Why something is done; it is kept in the history. */
export function Reason() {
  const { say } = useWords();
  return <TextArea name="reason" label={say("reason")} hint={say("reasonHint")} required />;
}
