import type { Value } from "./statement.js";

/** The values of a statement, under one parameter `$p`: Neo4j plans anew for each size of each parameter, but not for those of a map. */
export class Params {
  readonly values: Record<string, Value> = {};
  /** Of the values that a condition gives: which condition, and which of its properties. */
  readonly #given = new Map<string, { readonly by: object; readonly property: string }>();
  #count = 0;

  /** A value that travels as a parameter: answers the expression that stands for it. */
  readonly add = (value: Value): string => `$p.${this.#put(value)}`;

  /** As {@link add}, a value that a condition of a filter compares with. */
  readonly given = <Condition extends object>(condition: Condition, property: keyof Condition & string): string => {
    const name = this.#put(condition[property] as Value);
    this.#given.set(name, { by: condition, property });
    return `$p.${name}`;
  };

  /** How the values are told of other conditions, which stand in the places of these; what no condition has given is the same for all. */
  valuesIn(conditions: readonly object[]): (others: readonly object[]) => Readonly<Record<string, Value>> {
    const places = [...this.#given].map(([name, { by, property }]) => {
      const place = conditions.indexOf(by);
      if (place < 0) throw new TypeError(`the value ${name} of a statement is of no condition of its filter`);
      return { name, place, property };
    });
    const same = Object.entries(this.values).filter(([name]) => !this.#given.has(name));
    return valuesBy(places, Object.fromEntries(same));
  }

  #put(value: Value): string {
    const name = `v${this.#count++}`;
    this.values[name] = value;
    return name;
  }
}

/** Which property of which condition a value is. */
interface Place {
  readonly name: string;
  readonly place: number;
  readonly property: string;
}

/** A function that is kept, and so made where it holds nothing of the statement whose places these are. */
function valuesBy(places: readonly Place[], same: Readonly<Record<string, Value>>): ReturnType<Params["valuesIn"]> {
  return (others) => {
    const values = { ...same };
    for (const { name, place, property } of places) {
      values[name] = (others[place] as Readonly<Record<string, Value>>)[property]!;
    }
    return values;
  };
}
