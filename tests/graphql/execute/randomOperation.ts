import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Random } from "../../cypher/randomGraph.js";

/** An operation, as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Texts, among them ids, that arguments are given. */
export type Texts = readonly string[];

/**
 * Makes operations of a schema, of every form: fields asked for more than once, aliases, fragments with and without a name on whatever type may be there,
 * what is skipped or included by a variable, arguments that are left out, null, written out or in variables, which may themselves be left out or null.
 */
export function randomOperation(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  random: Random,
  texts: Texts,
  depth = 4,
): Operation {
  return new Maker(schema, random, texts).operation(type, depth);
}

class Maker {
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: { readonly name: string; readonly on: GraphQLCompositeType; readonly text: string }[] = [];
  readonly #inherited = ["__proto__", "constructor", "toString", "toJSON"];
  #names = 0;
  /** How many fields the operation may still have. */
  #left = 60;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly texts: Texts,
  ) {}

  operation(type: GraphQLObjectType, depth: number): Operation {
    const kind = type === this.schema.getMutationType() ? "mutation" : "query";
    const selection = this.#selection(type, depth);
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(", ")})` : "";
    const fragments = this.#fragments.map(({ name, on, text }) => `fragment ${name} on ${on.name} ${text}`);
    return {
      query: [`${kind} Random${definitions} ${selection}`, ...fragments].join("\n"),
      variables: this.#variables,
    };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const { random } = this;
    const parts = Array.from({ length: 1 + random.below(5) }, () => this.#part(type, depth));
    if (random.once(4)) parts.push(random.pick(parts)); // the same asked for again
    return `{ ${parts.join(" ")} }`;
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    const { random } = this;
    const own = "getFields" in type ? Object.values<GraphQLField<unknown, unknown>>(type.getFields()) : [];
    const fields = own.filter(({ type }) => depth > 0 || !isCompositeType(getNamedType(type)));
    if (this.#left > 0 && random.once(isAbstractType(type) ? 2 : 6)) {
      const on = this.#typeWithin(type);
      if (depth > 0 && random.once(2)) return `...${this.#fragment(on, depth - 1)} ${this.#condition()}`;
      this.#left--;
      return `... on ${on.name} ${this.#condition()} ${this.#selection(on, depth - 1)}`;
    }
    if (fields.length === 0 || this.#left <= 0 || random.once(8)) return `__typename ${this.#condition()}`;
    this.#left--;
    const field = random.pick(fields);
    const args = this.#args(field.args);
    const alias = args !== "" || random.once(5) ? `${this.#alias()}: ` : "";
    const named = getNamedType(field.type);
    const selection = isCompositeType(named) ? this.#selection(named, depth - 1) : "";
    return `${alias}${field.name}${args} ${this.#condition()} ${selection}`;
  }

  /** The type, an interface of it, or one that it may be at runtime. */
  #typeWithin(type: GraphQLCompositeType): GraphQLCompositeType {
    const within: GraphQLCompositeType[] = [type];
    if ("getInterfaces" in type) within.push(...type.getInterfaces());
    if (isAbstractType(type)) within.push(...this.schema.getPossibleTypes(type));
    return this.random.pick(within);
  }

  /** A fragment that was made before, or another. */
  #fragment(on: GraphQLCompositeType, depth: number): string {
    const known = this.#fragments.filter((fragment) => fragment.on === on);
    if (known.length > 0 && this.random.once(2)) return this.random.pick(known).name;
    const text = this.#selection(on, depth); // made first, so that it cannot hold itself
    const name = this.#name("F");
    this.#fragments.push({ name, on, text });
    return name;
  }

  #condition(): string {
    const { random } = this;
    if (!random.once(8)) return "";
    const value = random.once(3)
      ? random.pick(["true", "false"])
      : random.once(10)
        ? this.#variable("Boolean", " = true", random.pick([true, null, undefined]))
        : this.#variable("Boolean!", "", random.once(2));
    return `@${random.pick(["skip", "include"])}(if: ${value})`;
  }

  #args(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || this.random.once(3));
    const texts = given.map((arg) => `${arg.name}: ${this.#argument(arg)}`);
    return texts.length > 0 ? `(${texts.join(", ")})` : "";
  }

  #argument({ type, defaultValue }: GraphQLArgument): string {
    const { random } = this;
    if (!random.once(2)) return this.#literal(type, 2);
    // where there is a default, a variable may be of the type that takes null
    const taken = defaultValue !== undefined && random.once(2) ? getNullableType(type) : type;
    const value = this.#value(taken, 2);
    if (isNonNullType(taken)) return this.#variable(String(taken), "", value);
    return this.#variable(String(taken), "", random.pick([value, null, undefined]));
  }

  /** Declares a variable; one of the value undefined is not given. */
  #variable(type: string, otherwise: string, value: unknown): string {
    const name = this.#name("v");
    this.#definitions.push(`$${name}: ${type}${otherwise}`);
    if (value !== undefined) this.#variables[name] = value;
    return `$${name}`;
  }

  /** A value as JSON has it. */
  #value(type: GraphQLInputType, depth: number): unknown {
    const { random } = this;
    if (!isNonNullType(type) && random.once(10)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      return Array.from({ length: random.below(3) }, () => this.#value(inner.ofType, depth));
    }
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields());
      const given = inner.isOneOf
        ? [random.pick(fields)]
        : fields.filter((field) => isRequiredInputField(field) || (depth > 0 && random.once(fields.length / 2 + 1)));
      return Object.fromEntries(given.map(({ name, type }) => [name, this.#value(type, depth - 1)]));
    }
    if (isEnumType(inner)) return random.pick(inner.getValues()).name;
    return this.#scalar(inner as GraphQLNamedType);
  }

  #scalar({ name }: GraphQLNamedType): unknown {
    const { random } = this;
    if (name === "Int") return random.below(12);
    if (name === "Float") return random.below(100) / 2;
    if (name === "Boolean") return random.once(2);
    if (name === "PartialDate") return "2024-10";
    if (name === "DateTime") return "2024-10-29T00:00:00Z";
    return random.pick(this.texts);
  }

  #literal(type: GraphQLInputType, depth: number): string {
    return literalOf(this.#value(type, depth), type);
  }

  /** Among others, names of what objects inherit. */
  #alias(): string {
    return this.random.once(6) && this.#inherited.length > 0 ? this.#inherited.pop()! : this.#name("a");
  }

  #name(letter: string): string {
    return `${letter}${this.#names++}`;
  }
}

function literalOf(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (value === null) return "null";
  if (isListType(inner)) {
    return `[${(value as unknown[]).map((item) => literalOf(item, inner.ofType)).join(", ")}]`;
  }
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const given = Object.entries(value as object).map(
      ([name, item]) => `${name}: ${literalOf(item, fields[name]!.type)}`,
    );
    return `{ ${given.join(", ")} }`;
  }
  return isEnumType(inner) ? String(value) : JSON.stringify(value);
}
