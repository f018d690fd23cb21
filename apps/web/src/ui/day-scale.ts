const msPerDay = 86_400_000;

/** Whole days since 1970 of a civil day: a difference of two is never moved by a clock change. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / msPerDay);
}

export interface DayScale {
  readonly x: (date: string) => number;
  readonly months: readonly { readonly date: string; readonly label: string; readonly x: number }[];
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly left: number;
  readonly right: number;
}

/** Civil days to a horizontal place, with the first of each month (or quarter, where it is narrow) as ticks. */
export function dayScale({ from, to, left, right }: Span): DayScale {
  const first = dayNumber(from);
  const days = Math.max(1, dayNumber(to) - first);
  const x = (date: string) => left + ((dayNumber(date) - first) / days) * (right - left);
  const every = Math.ceil(days / 30 / Math.max(1, (right - left) / 64));
  const months = monthStarts(from, to)
    .filter((_, index) => index % every === 0)
    .map((date) => ({ date, label: monthLabel(date), x: x(date) }));
  return { x, months };
}

function monthStarts(from: string, to: string): string[] {
  const starts: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const start = `${year}-${String(month).padStart(2, "0")}-01`;
    if (start > to) return starts;
    starts.push(start);
  }
}

const monthName = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

function monthLabel(date: string): string {
  const name = monthName.format(new Date(`${date}T00:00:00Z`));
  return date.slice(5, 7) === "01" ? `${name} ${date.slice(0, 4)}` : name;
}
