import { useClinicClock } from "../api/clinic-clock.ts";

const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `Tue 12 Jan 2027` from a civil day `2027-01-12`; a day has no zone, so none can move it. */
export function dayText(date: string): string {
  const moment = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? date : day.format(moment).replace(",", "");
}

/** The civil day `2027-01-12` of an instant, at the clinic's place. */
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(instant));
}

/** `Tue 12 Jan 2027, 09:30` of an instant, at the clinic's place. */
export function dayTime(instant: string, timeZone: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  return `${dayText(dayOf(instant, timeZone))}, ${timeOf(moment, timeZone)}`;
}

/** `09:30` of an instant, at the clinic's place. */
export function timeOf(moment: Date | number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment);
}

export function Day({ date }: { readonly date: string }) {
  return (
    <time className="fb-number" dateTime={date}>
      {dayText(date)}
    </time>
  );
}

/** An instant on the clinic's own clock. */
export function DayTime({ instant }: { readonly instant: string }) {
  const { timeZone } = useClinicClock();
  return (
    <time className="fb-number" dateTime={instant}>
      {dayTime(instant, timeZone)}
    </time>
  );
}
