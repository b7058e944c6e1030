import type { ComponentChildren } from "preact";
import { NEW, OFFERED, fieldsOf } from "../meant.js";
import type { Choice } from "../sent.js";
import { useVisit } from "../visit.js";
import { Around, described, useField, useGiven } from "./Form.js";
import { Bdi, languageOf } from "./names.js";
import { useWords } from "./Say.js";

/** What a form with entities in it knows. */
export interface KnownEntities {
  /** Those whose ids it holds. */
  readonly entities: readonly Choice[];
  /** The kinds that there are, for one that is to be made. */
  readonly kinds: readonly { readonly name: string; readonly label: string }[];
}

interface Props extends KnownEntities {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Of which kinds it may be; left out, of any. */
  readonly of?: readonly string[];
  /** Whether one that is not here yet can be made. */
  readonly makes?: boolean;
}

/** An entity, found by its name: with scripts as one types, without them when the form is sent. */
export function EntityField({ name, label, hint, of, makes = false, entities, kinds }: Props) {
  const { sent } = useVisit();
  const { id, value, problems } = useField(name);
  const typed = useField(`${name}.name`).value;
  const known = entities.find((one) => one.id === value);
  const shown = known && !(sent && typed) ? known.name : typed || value;
  const offered = value === NEW ? [] : sent?.choices?.[name];
  const isOffered = offered !== undefined;
  return (
    <Around {...{ name, label, hint, problems }}>
      <input
        id={id}
        name={`${name}.name`}
        type="text"
        value={shown}
        autocomplete="off"
        {...(!isOffered && {
          "data-suggest": true,
          "data-suggest-into": name,
          ...(of && { "data-suggest-kinds": of.join(",") }),
        })}
        {...described(name, hint, problems)}
      />
      {isOffered ? (
        <Offered {...{ name, offered, makes, isNew: value === NEW, typed: shown }} kinds={kindsFor(kinds, of)} />
      ) : (
        <>
          <input type="hidden" name={name} value={known ? value : ""} />
          <input type="hidden" name={`${name}.was`} value={known ? `${value} ${shown}` : ""} />
        </>
      )}
    </Around>
  );
}

function kindsFor(kinds: KnownEntities["kinds"], of: readonly string[] | undefined): KnownEntities["kinds"] {
  return kinds.filter(({ name }) => name !== "SOURCE" && (!of || of.includes(name)));
}

interface OfferedProps extends Pick<Props, "name" | "kinds"> {
  readonly offered: readonly Choice[];
  readonly makes: boolean;
  readonly isNew: boolean;
  readonly typed: string;
}

/** Those that may be meant by a name, and the way to make another. */
function Offered({ name, offered, makes, isNew, typed, kinds }: OfferedProps) {
  const { say, language } = useWords();
  const kind = useField(`${name}.kind`).value;
  const tag = useField(`${name}.language`, language).value;
  return (
    <div class="which" role="radiogroup" aria-label={say("whichIsMeant", { name: typed })}>
      <input type="hidden" name={`${name}.was`} value={`${OFFERED} ${typed}`} />
      {offered.map((one) => (
        <label key={one.id}>
          <input type="radio" name={name} value={one.id} />
          <span>
            <Bdi text={one.name} language={languageOf(one)} /> <small class="faint">{one.kindLabel}</small>
          </span>
        </label>
      ))}
      {makes && kinds.length > 0 && (
        <div class="new">
          <label>
            <input type="radio" name={name} value={NEW} checked={isNew || offered.length === 0} />
            <span>{say("newOne", { name: typed })}</span>
          </label>
          <select name={`${name}.kind`} aria-label={say("fieldKind")}>
            {kinds.map((one) => (
              <option key={one.name} value={one.name} selected={one.name === kind}>
                {one.label}
              </option>
            ))}
          </select>
          <input
            class="short"
            name={`${name}.language`}
            value={tag || language}
            aria-label={say("fieldNameLanguage")}
            dir="ltr"
          />
        </div>
      )}
    </div>
  );
}

/** Several entities, and room for one more. */
export function EntityFields({ name, label, ...props }: Props) {
  const { sent, search } = useVisit();
  const givens = useGiven();
  const fields = sent?.fields ?? (fieldsOf(search, name).length > 0 ? search : new URLSearchParams({ ...givens }));
  const filled = fieldsOf(fields, name);
  const next = Math.max(-1, ...filled.map((one) => Number(one.slice(name.length + 1)))) + 1;
  return (
    <div class="entities" data-several>
      {[...filled, `${name}.${next}`].map((one, index) => (
        <EntityField
          key={one}
          {...props}
          name={one}
          label={filled.length === 0 ? label : `${label} ${index + 1}`}
          hint={index === 0 ? props.hint : undefined}
        />
      ))}
    </div>
  );
}
