export type { Brand } from "./brand.ts";
export {
  addDays,
  addMonths,
  adultYears,
  ageOn,
  type CalendarDate,
  calendarDate,
  daysBetween,
  epochDay,
  fromEpochDay,
  parseCalendarDate,
  type Weekday,
  weekdayOf,
  weekdays,
} from "./calendar-date.ts";
export { compareText } from "./compare-text.ts";
export type { InputIssue } from "./input-issue.ts";
export { formatMinuteOfDay, type MinuteOfDay, parseMinuteOfDay } from "./minute-of-day.ts";
export { type JsonReading, parseJson, readJson } from "./parse-json.ts";
export { type Proportion, proportion } from "./proportion.ts";
export { type Fields, isFields, isGiven, joinPath, type Reader, reader } from "./read-input.ts";
export { ok, type Result, refuse } from "./result.ts";
