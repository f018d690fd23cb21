import { type InputIssue, ok, parseMinuteOfDay, type Result, refuse, type Weekday } from "@fibril/kernel";

interface Typed {
  readonly weekday: Weekday;
  /** `HH:MM` */
  readonly from: string;
  readonly to: string;
}

type InMinutes<Row> = Omit<Row, "from" | "to"> & {
  readonly weekday: Weekday;
  readonly from: number;
  readonly to: number;
};

const slotMinutes = 5;

/** Hours of a week in minutes. Refuses what ends before it begins, is off the five-minute grid or overlaps on a day. */
export function readWeekHours<Row extends Typed>(
  rows: readonly Row[],
  field: string,
): Result<readonly InMinutes<Row>[], readonly InputIssue[]> {
  const hours = rows.map((row) => ({ ...row, from: minute(row.from), to: minute(row.to) }));
  const issues = hours.flatMap((row, index): InputIssue[] => {
    if (row.to <= row.from) return [{ path: `${field}.${index}.to`, message: "is not after the start" }];
    if (row.from % slotMinutes !== 0 || row.to % slotMinutes !== 0)
      return [{ path: `${field}.${index}.from`, message: "is not on a five-minute step" }];
    const overlaps = hours.some(
      (other, before) => before < index && other.weekday === row.weekday && other.from < row.to && row.from < other.to,
    );
    return overlaps ? [{ path: `${field}.${index}.from`, message: "overlaps other hours of that day" }] : [];
  });
  return issues.length > 0 ? refuse(issues) : ok(hours);
}

function minute(time: string): number {
  return parseMinuteOfDay(time) ?? 0;
}
