/** An operation with the types of its answer and its variables, as the code generator writes it; as a string it is its text. */
export interface Operation<Data, Variables> {
  toString(): string;
  /** Only for the types: there is no such property. */
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
}
