import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { tooComplex, type Path } from "../cypher/refusal.js";
import { LIMITS } from "./limits.js";

/** Inputs that may be longer than others, by type and name, in characters. */
const LONG: Readonly<Record<string, number>> = { "SourceInput.text": 1_000_000 };

/** Looks at what the fields of a request are given; what several are given by a variable, once. */
export class InputMeter {
  #items = 0;
  readonly #seen = new WeakMap<object, number>();

  /** Answers how many objects the arguments hold. Throws TOO_COMPLEX for lists and texts that are too long. */
  check(
    field: string,
    args: readonly { readonly name: string; readonly type: GraphQLInputType }[],
    given: Readonly<Record<string, unknown>>,
  ): number {
    return args.reduce((sum, { name, type }) => {
      const place = { of: { of: null, key: field }, key: name };
      return sum + this.#look(given[name], type, place, LIMITS.characters);
    }, 0);
  }

  #look(value: unknown, type: GraphQLInputType, place: Place, characters: number): number {
    if (typeof value === "string") {
      if (value.length > characters) {
        throw tooComplex(`has ${value.length} characters; at most ${characters} are read`, pathOf(place));
      }
      return 0;
    }
    if (typeof value !== "object" || value === null) return 0;
    const known = this.#seen.get(value);
    if (known !== undefined) return known;
    const inner = getNullableType(type);
    let objects = 0;
    if (Array.isArray(value) && isListType(inner)) {
      if (value.length > LIMITS.items)
        throw tooComplex(`has ${value.length} items; at most ${LIMITS.items} are read`, pathOf(place));
      this.#items += value.length;
      if (this.#items > LIMITS.allItems) {
        throw tooComplex(
          `has the request's item ${this.#items}, of all its lists; at most ${LIMITS.allItems} are read`,
          pathOf(place),
        );
      }
      (value as unknown[]).forEach((item, index) => {
        objects += this.#look(item, inner.ofType, { of: place, key: index }, characters);
      });
    } else if (isInputObjectType(inner)) {
      objects = 1;
      const fields = inner.getFields();
      for (const [name, item] of Object.entries(value)) {
        const most = LONG[`${inner.name}.${name}`] ?? LIMITS.characters;
        objects += this.#look(item, fields[name]!.type, { of: place, key: name }, most);
      }
    }
    this.#seen.set(value, objects);
    return objects;
  }
}

/** Where a value stands: told only where something is wrong with it. */
interface Place {
  readonly of: Place | null;
  readonly key: string | number;
}

function pathOf({ of, key }: Place): Path {
  return of === null ? [key] : [...pathOf(of), key];
}
