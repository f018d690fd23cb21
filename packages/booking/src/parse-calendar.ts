import { addMonths, type CalendarDate, type InputIssue, isGiven, type Weekday, weekdays } from "@fibril/kernel";
import type { Busy, Equipment, Opening, Practitioner, Qualification, TimeRange, Weekly } from "./course-search.ts";
import {
  listOf,
  note,
  orElse,
  type Reader,
  readDay,
  readDayRange,
  readFields,
  readParts,
  readText,
  readTimeRange,
  readTimes,
} from "./read-input.ts";

const maxMonths = 36;

/** IANA names only: whether an offset such as +01:00 is taken differs between engines. */
export const readTimeZone: Reader<string> = (value, path, issues) => {
  const name = readText(value, path, issues);
  if (name === null) return null;
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError(name);
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return note(issues, path, "is no known time zone");
  }
};

export function readHorizon(fields: Readonly<Record<string, unknown>>, issues: InputIssue[]) {
  const from = readDay(fields["from"], "from", issues);
  const to = readDay(fields["to"], "to", issues);
  if (from !== null && to !== null) {
    if (to < from) note(issues, "to", "is before from");
    else if (to > monthsAfter(from)) note(issues, "to", `is more than ${maxMonths} months after from`);
  }
  return { from, to };
}

function monthsAfter(from: CalendarDate): CalendarDate {
  return from > "9996-12-31" ? ("9999-12-31" as CalendarDate) : addMonths(from, maxMonths);
}

export const readOpening: Reader<Opening> = (value, path, issues) => {
  const fields = readFields(value, path, ["weekly", "closed"], issues);
  if (fields === null) return null;
  const weekly = readWeekly(fields["weekly"], `${path}.weekly`, issues);
  for (const weekday of weekdays) noteMeeting(weekly?.[weekday] ?? [], `${path}.weekly.${weekday}`, issues);
  const closed = orElse(listOf(readDay), [])(fields["closed"], `${path}.closed`, issues);
  return { weekly, closed } as Opening;
};

/** Opening intervals that overlap or touch are one interval badly written, or a mistake. */
function noteMeeting(ranges: readonly (TimeRange | null)[], path: string, issues: InputIssue[]): void {
  const placed = ranges.flatMap((range, index) => (range === null ? [] : [{ range, index }]));
  placed.sort((left, right) => left.range[0] - right.range[0] || left.range[1] - right.range[1]);
  let end = -1;
  for (const { range, index } of placed) {
    if (range[0] <= end) note(issues, `${path}.${index}`, "overlaps or touches another opening interval");
    end = Math.max(end, range[1]);
  }
}

const readWeekly: Reader<Weekly> = (value, path, issues) => {
  const fields = readFields(value, path, weekdays, issues);
  if (fields === null) return null;
  const weekly: Partial<Record<Weekday, readonly TimeRange[]>> = {};
  for (const weekday of weekdays) {
    if (!isGiven(fields[weekday])) continue;
    const ranges = listOf(readTimeRange)(fields[weekday], `${path}.${weekday}`, issues);
    if (ranges !== null) weekly[weekday] = ranges;
  }
  return weekly;
};

export const readPractitioner: Reader<Practitioner> = (value, path, issues) => {
  const fields = readFields(value, path, ["id", "qualifications", "weekly", "leave", "busy"], issues);
  if (fields === null) return null;
  return {
    id: readText(fields["id"], `${path}.id`, issues),
    qualifications: listOf(readQualification)(fields["qualifications"], `${path}.qualifications`, issues),
    weekly: readWeekly(fields["weekly"], `${path}.weekly`, issues),
    leave: orElse(listOf(readDayRange), [])(fields["leave"], `${path}.leave`, issues),
    busy: orElse(listOf(readBusy), [])(fields["busy"], `${path}.busy`, issues),
  } as Practitioner;
};

const readQualification: Reader<Qualification> = (value, path, issues) => {
  const fields = readFields(value, path, ["name", "validFrom", "validTo"], issues);
  if (fields === null) return null;
  const name = readText(fields["name"], `${path}.name`, issues);
  const validFrom = orElse(readDay, null)(fields["validFrom"], `${path}.validFrom`, issues);
  const validTo = orElse(readDay, null)(fields["validTo"], `${path}.validTo`, issues);
  if (validFrom && validTo && validTo < validFrom) note(issues, `${path}.validTo`, "is before validFrom");
  return { name, validFrom, validTo } as Qualification;
};

export const readEquipment: Reader<Equipment> = (value, path, issues) => {
  const fields = readFields(value, path, ["id", "kinds", "outages", "busy"], issues);
  if (fields === null) return null;
  return {
    id: readText(fields["id"], `${path}.id`, issues),
    kinds: listOf(readText)(fields["kinds"], `${path}.kinds`, issues),
    outages: orElse(listOf(readDayRange), [])(fields["outages"], `${path}.outages`, issues),
    busy: orElse(listOf(readBusy), [])(fields["busy"], `${path}.busy`, issues),
  } as Equipment;
};

const readBusy: Reader<Busy> = (value, path, issues) => {
  const parts = readParts(value, path, ["day", "from", "to"], issues);
  if (parts === null) return null;
  const day = readDay(parts[0], `${path}.0`, issues);
  const times = readTimes({ from: parts[1], to: parts[2], path, first: 1, issues });
  return day === null || times === null ? null : [day, ...times];
};

/** A list of resources in which no id stands twice. */
export function listOfDistinct<Resource extends { readonly id: string }>(
  read: Reader<Resource>,
): Reader<readonly Resource[]> {
  return (value, path, issues) => {
    const resources = listOf(read)(value, path, issues);
    const seen = new Set<string | null>();
    for (const [index, { id }] of (resources ?? []).entries() as Iterable<[number, { id: string | null }]>) {
      if (id !== null && seen.has(id)) note(issues, `${path}.${index}.id`, "is given twice");
      seen.add(id);
    }
    return resources;
  };
}
