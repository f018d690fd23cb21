/**
 * How long a message about a visit that was moved waits, so that a move that is taken back at once reaches nobody. One about
 * a cancellation waits as long: it never overtakes the move before it.
 */
const tellAfterSeconds = 120;

export function tellAfter(now: Date): Date {
  return new Date(now.getTime() + tellAfterSeconds * 1_000);
}
