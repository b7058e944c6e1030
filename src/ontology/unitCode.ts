import { convert, getMeasureKind, MeasureKind, type Unit } from "convert";

/**
 * Whether this is the symbol of a unit whose amounts can be converted to those of others by a factor: `MW`, `kWh`, `kg`, `ha`, `GB`. Degrees of
 * temperature are none: 10 °C and 10 °C are no 20 °C in another scale.
 */
export function isUnitCode(code: string): boolean {
  const kind = getMeasureKind(code);
  return kind !== undefined && kind !== MeasureKind.Temperature;
}

/** How amounts in one unit become amounts in another, both by their codes; null where they measure different things. */
export function conversion(from: string, to: string): ((amount: number) => number) | null {
  if (!isUnitCode(from) || !isUnitCode(to) || getMeasureKind(from) !== getMeasureKind(to)) return null;
  // what they measure is known to be the same; the library's types can tell only of units that stand in the code
  return (amount) => Number(convert(amount, from as Unit).to(to as never));
}
