import { ageOn, type CalendarDate, calendarDate, type InputIssue, ok, type Result, refuse } from "@fibril/kernel";
import { parseAnswers } from "./parse-answers.ts";
import {
  type Fields,
  isFields,
  isGiven,
  note,
  type Reading,
  readDate,
  readFields,
  readOption,
  readPastDate,
} from "./read-input.ts";
import { anaesthetics, areas, type Concern, concerns, fitzpatricks, type Screening, sexes } from "./screening.ts";

/** Waits are added to days up to asOf; a later asOf would leave the calendar, which ends with the year 9999. */
const lastAsOf = calendarDate("9998-12-31");
const maxAgeYears = 120;

/**
 * Checks a screening document and gives it typed, or lists every issue found, faults of shape and of date order
 * together. Refuses unknown fields, so that a misspelt answer is never taken for "not asked"; null counts as left out.
 */
export function parseScreening(document: unknown): Result<Screening, readonly InputIssue[]> {
  const issues: InputIssue[] = [];
  if (!isFields(document)) return refuse([{ path: "", message: "must be an object" }]);
  const shape = { issues, asOf: null };
  const {
    asOf: day,
    patient: who,
    request: what,
    answers: given,
  } = readFields(document, "", ["asOf", "patient", "request", "answers"], shape);
  const asOf = readAsOf(day, shape);
  const reading = { issues, asOf };
  const patient = readPatient(who, reading);
  const request = readRequest(what, reading);
  const answers = parseAnswers(given, reading);
  if (issues.length > 0) return refuse(issues);
  return ok({ asOf, patient, request, answers } as Screening);
}

function readAsOf(value: unknown, reading: Reading): CalendarDate | null {
  const asOf = readDate(value, "asOf", reading);
  return asOf !== null && asOf > lastAsOf ? note(reading, "asOf", `must not be after ${lastAsOf}`) : asOf;
}

function readPatient(value: unknown, reading: Reading): Fields {
  const {
    birthDate: born,
    sex,
    fitzpatrick,
  } = readFields(value, "patient", ["birthDate", "sex", "fitzpatrick"], reading);
  const birthDate = readPastDate(born, "patient.birthDate", reading);
  if (birthDate !== null && reading.asOf !== null && ageOn(birthDate, reading.asOf) > maxAgeYears) {
    note(reading, "patient.birthDate", `is more than ${maxAgeYears} years before asOf`);
  }
  return {
    birthDate,
    sex: readOption(sex, "patient.sex", sexes, reading),
    fitzpatrick: isGiven(fitzpatrick) ? readOption(fitzpatrick, "patient.fitzpatrick", fitzpatricks, reading) : null,
  };
}

function readRequest(value: unknown, reading: Reading): Fields {
  const {
    concerns: wanted,
    area,
    anaesthetic,
    guardianConsent,
  } = readFields(value, "request", ["concerns", "area", "anaesthetic", "guardianConsent"], reading);
  const consent = guardianConsent ?? false;
  if (typeof consent !== "boolean") note(reading, "request.guardianConsent", "must be true or false");
  return {
    concerns: readConcerns(wanted, reading),
    area: readOption(area, "request.area", areas, reading),
    anaesthetic: readOption(anaesthetic, "request.anaesthetic", anaesthetics, reading),
    guardianConsent: consent,
  };
}

function readConcerns(value: unknown, reading: Reading): readonly (Concern | null)[] | null {
  if (!isGiven(value)) return note(reading, "request.concerns", "is required");
  if (!Array.isArray(value)) return note(reading, "request.concerns", "must be a list");
  if (value.length === 0) return note(reading, "request.concerns", "must name at least one concern");
  return value.map((concern, index) => readOption(concern, `request.concerns.${index}`, concerns, reading));
}
