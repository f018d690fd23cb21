/**
 * The first number of three digits that a clinic's emergency text names, such as 999, 112 or 911.
 *
 * Null where it names none; part of a longer number ("020 7946 0100") or a quantity of other length is none.
 */
export function emergencyNumberOf(text: string): string | null {
  const numbers = text.matchAll(/\d(?:[ -]?\d)*/g);
  for (const [number] of numbers) if (/^\d{3}$/.test(number)) return number;
  return null;
}
