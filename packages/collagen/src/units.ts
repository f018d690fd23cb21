import type { Brand } from "@fibril/kernel";

/** Makes numbers of one unit; what isn't a number from `least` up to infinity, itself left out, is refused. */
function numbersOf<Unit extends string>(unit: Unit, least: number) {
  return (value: number): Brand<number, Unit> => {
    if (!(value >= least && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`${value} can't be so many ${unit}`);
    return value as Brand<number, Unit>;
  };
}

/** A day counted from the start of the calendar of a course. @throws RangeError below 0 */
export const dayAt = numbersOf("days", 0);
export type Days = ReturnType<typeof dayAt>;

/** A rate. @throws RangeError at or below 0 */
export const perDay = numbersOf("per day", Number.MIN_VALUE);
export type PerDay = ReturnType<typeof perDay>;

/** A needle's length. @throws RangeError below 0 */
export const millimetres = numbersOf("millimetres", 0);
export type Millimetres = ReturnType<typeof millimetres>;

/** A density of channels. @throws RangeError below 0 */
export const perCm2 = numbersOf("channels per cm²", 0);
export type PerCm2 = ReturnType<typeof perCm2>;

/** An age. @throws RangeError below 0 */
export const years = numbersOf("years", 0);
export type Years = ReturnType<typeof years>;
