import {
  ageOn,
  type CalendarDate,
  calendarDate,
  type Fields,
  type InputIssue,
  isFields,
  isGiven,
  ok,
  type Reader,
  type Result,
  reader,
  refuse,
} from "@fibril/kernel";
import { parseAnswers } from "./parse-answers.ts";
import { type Reading, readPastDay } from "./read-past-day.ts";
import { anaesthetics, areas, type Concern, concerns, fitzpatricks, type Screening, sexes } from "./screening.ts";

/** Waits are added to days up to asOf; a later asOf would leave the calendar, which ends with the year 9999. */
const lastAsOf = calendarDate("9998-12-31");
const maxAgeYears = 120;

/**
 * Checks a screening document and gives it typed, or lists every issue found, faults of shape and of date order
 * together. Refuses unknown fields, so that a misspelt answer is never taken for "not asked"; null counts as left out.
 */
export function parseScreening(document: unknown): Result<Screening, readonly InputIssue[]> {
  if (!isFields(document)) return refuse([{ path: "", message: "must be an object" }]);
  const read = reader();
  const {
    asOf: day,
    patient: who,
    request: what,
    answers: given,
  } = read.fields(document, "", ["asOf", "patient", "request", "answers"]);
  const asOf = readAsOf(day, read);
  const reading = { ...read, asOf };
  const patient = readPatient(who, reading);
  const request = readRequest(what, reading);
  const answers = parseAnswers(given, reading);
  if (read.issues.length > 0) return refuse(read.issues);
  return ok({ asOf, patient, request, answers } as Screening);
}

function readAsOf(value: unknown, reading: Reader): CalendarDate | null {
  const asOf = reading.day(value, "asOf");
  return asOf !== null && asOf > lastAsOf ? reading.note("asOf", `must not be after ${lastAsOf}`) : asOf;
}

function readPatient(value: unknown, reading: Reading): Fields {
  const { birthDate: born, sex, fitzpatrick } = reading.fields(value, "patient", ["birthDate", "sex", "fitzpatrick"]);
  const birthDate = readPastDay(born, "patient.birthDate", reading);
  if (birthDate !== null && reading.asOf !== null && ageOn(birthDate, reading.asOf) > maxAgeYears) {
    reading.note("patient.birthDate", `is more than ${maxAgeYears} years before asOf`);
  }
  return {
    birthDate,
    sex: reading.option(sex, "patient.sex", sexes),
    fitzpatrick: isGiven(fitzpatrick) ? reading.option(fitzpatrick, "patient.fitzpatrick", fitzpatricks) : null,
  };
}

function readRequest(value: unknown, reading: Reading): Fields {
  const {
    concerns: wanted,
    area,
    anaesthetic,
    guardianConsent,
  } = reading.fields(value, "request", ["concerns", "area", "anaesthetic", "guardianConsent"]);
  const consent = guardianConsent ?? false;
  if (typeof consent !== "boolean") reading.note("request.guardianConsent", "must be true or false");
  return {
    concerns: readConcerns(wanted, reading),
    area: reading.option(area, "request.area", areas),
    anaesthetic: reading.option(anaesthetic, "request.anaesthetic", anaesthetics),
    guardianConsent: consent,
  };
}

function readConcerns(value: unknown, reading: Reading): readonly (Concern | null)[] | null {
  if (!isGiven(value)) return reading.note("request.concerns", "is required");
  if (!Array.isArray(value)) return reading.note("request.concerns", "must be a list");
  if (value.length === 0) return reading.note("request.concerns", "must name at least one concern");
  return value.map((concern, index) => reading.option(concern, `request.concerns.${index}`, concerns));
}
