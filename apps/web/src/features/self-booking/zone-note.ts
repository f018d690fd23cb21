/** The reader's own zone where it is another one than the clinic's; null where both clocks show the same now. */
export function otherZone(clinicZone: string, at: Date): string | null {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return clock(at, own) === clock(at, clinicZone) ? null : own;
}

/** `Thu 14:30` of an instant in the reader's zone. */
export function timeThere(instant: string, zone: string): string {
  return clock(new Date(instant), zone);
}

function clock(at: Date, timeZone: string): string {
  const parts = { weekday: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone }).format(at);
}
