export interface Moment {
  readonly day: string;
  readonly minute: number;
}

/** The day and the minute of the day that the clock on the clinic's wall shows. */
export function clinicMoment(instant: Date, timeZone: string): Moment {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(instant);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(instant);
  const [hours, minutes] = time.split(":").map(Number);
  return { day, minute: (hours ?? 0) * 60 + (minutes ?? 0) };
}
