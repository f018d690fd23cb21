import { type InputIssue, isGiven, type Weekday, weekdays } from "@fibril/kernel";
import {
  type CourseRequest,
  defaultSuggestions,
  defaultWeights,
  type Service,
  slotMinutes,
  type Weights,
} from "./course-search.ts";
import {
  listOf,
  note,
  orElse,
  type Reader,
  readDay,
  readFields,
  readText,
  readTimeRange,
  wholeNumber,
} from "./read-input.ts";

const durations = [
  ["prepMinutes", slotMinutes],
  ["treatmentMinutes", slotMinutes],
  ["notesMinutes", 0],
  ["roomTurnoverMinutes", 0],
  ["deviceCleaningMinutes", 0],
] as const;
const requirements = ["qualification", "prepRoom", "treatmentRoom", "device"] as const;

export const readService: Reader<Service> = (value, path, issues) => {
  const fields = readFields(value, path, [...durations.map(([name]) => name), "requires"], issues);
  if (fields === null) return null;
  const minutes = durations.map(([name, least]) => [
    name,
    readDuration({ value: fields[name], path: `${path}.${name}`, least, issues }),
  ]);
  const needed = readFields(fields["requires"], `${path}.requires`, requirements, issues);
  if (needed === null) return null;
  const requires = requirements.map((name) => [name, readText(needed[name], `${path}.requires.${name}`, issues)]);
  return { ...Object.fromEntries(minutes), requires: Object.fromEntries(requires) } as Service;
};

function readDuration({
  value,
  path,
  least,
  issues,
}: {
  readonly value: unknown;
  readonly path: string;
  readonly least: number;
  readonly issues: InputIssue[];
}): number | null {
  if (!isGiven(value)) return note(issues, path, "is required");
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) % slotMinutes === 0) {
    return value as number;
  }
  return note(issues, path, `must be a multiple of ${slotMinutes} minutes, at least ${least}`);
}

export const readRequest: Reader<CourseRequest> = (value, path, issues) => {
  const fields = readFields(value, path, requestFields, issues);
  if (fields === null) return null;
  const at = (name: (typeof requestFields)[number]) => [fields[name], `${path}.${name}`, issues] as const;
  return {
    sessions: wholeNumber(1, 12)(...at("sessions")),
    gapDays: readGapDays(...at("gapDays")),
    firstSession: readFirstSession(...at("firstSession")),
    notBefore: orElse(readDay, null)(...at("notBefore")),
    weekdays: orElse(readWeekdays, null)(...at("weekdays")),
    blockedDays: orElse(listOf(readDay), [])(...at("blockedDays")),
    preferred: orElse(listOf(readTimeRange), [])(...at("preferred")),
    suggestions: orElse(wholeNumber(1, 20), defaultSuggestions)(...at("suggestions")),
  } as CourseRequest;
};

const requestFields = [
  "sessions",
  "gapDays",
  "firstSession",
  "notBefore",
  "weekdays",
  "blockedDays",
  "preferred",
  "suggestions",
] as const;

const readGapDays: Reader<CourseRequest["gapDays"]> = (value, path, issues) => {
  const fields = readFields(value, path, ["min", "max", "target"], issues);
  if (fields === null) return null;
  const days = wholeNumber(1, 400);
  const min = days(fields["min"], `${path}.min`, issues);
  const max = days(fields["max"], `${path}.max`, issues);
  const target = days(fields["target"], `${path}.target`, issues);
  if (min !== null && max !== null && max < min) note(issues, `${path}.max`, "is less than min");
  if (min !== null && target !== null && target < min) note(issues, `${path}.target`, "is less than min");
  else if (max !== null && target !== null && target > max) note(issues, `${path}.target`, "is more than max");
  return { min, max, target } as CourseRequest["gapDays"];
};

const readFirstSession: Reader<CourseRequest["firstSession"]> = (value, path, issues) => {
  const fields = readFields(value, path, ["earliest", "latest"], issues);
  if (fields === null) return null;
  const earliest = readDay(fields["earliest"], `${path}.earliest`, issues);
  const latest = readDay(fields["latest"], `${path}.latest`, issues);
  if (earliest !== null && latest !== null && latest < earliest) {
    note(issues, `${path}.latest`, "is before earliest");
  }
  return { earliest, latest } as CourseRequest["firstSession"];
};

const readWeekdays: Reader<readonly Weekday[]> = (value, path, issues) => {
  const days = listOf(readWeekday)(value, path, issues);
  return days?.length === 0 ? note(issues, path, "must name at least one weekday") : days;
};

const readWeekday: Reader<Weekday> = (value, path, issues) => {
  const weekday = weekdays.find((name) => name === value);
  return weekday ?? note(issues, path, `must be one of ${weekdays.join(", ")}`);
};

/** Weights left out are the default ones, singly or all. */
export const readWeights: Reader<Weights> = (value, path, issues) => {
  if (!isGiven(value)) return defaultWeights;
  const names = Object.keys(defaultWeights) as (keyof Weights)[];
  const fields = readFields(value, path, names, issues);
  if (fields === null) return null;
  const weights = names.map((name) => [
    name,
    orElse(readWeight, defaultWeights[name])(fields[name], `${path}.${name}`, issues),
  ]);
  return Object.fromEntries(weights) as Weights;
};

const readWeight: Reader<number> = (value, path, issues) => {
  if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  return note(issues, path, "must be a number from 0 to 2^53 - 1");
};
