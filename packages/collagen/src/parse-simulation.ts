import { type Fields, type InputIssue, isFields, ok, type Result, refuse } from "@fibril/kernel";
import { type ParameterName, parameterNames } from "./parameters.ts";
import { type Days, dayAt, type Millimetres, millimetres, type PerCm2, perCm2, type Years, years } from "./units.ts";

interface PlannedSession {
  readonly day: Days;
  readonly needleLength: Millimetres;
  readonly density: PerCm2;
}

export interface Simulation {
  readonly sessions: readonly PlannedSession[];
  readonly age: Years;
  readonly horizonDays: Days;
  readonly everyDays: Days;
  /** What replaces the published medians; null for the medians themselves. */
  readonly parameters: Readonly<Partial<Record<ParameterName, number>>> | null;
  readonly ensemble: "wide" | "none";
}

type Range = readonly [number, number];

const mostSessions = 60;
const ratePerDay: Range = [1e-6, 50];

/** What each parameter may be; aF may be larger where aF/K is at most 1,000. */
export const parameterRanges = {
  kD: ratePerDay,
  kI: ratePerDay,
  fIR: [0, 10],
  dR: ratePerDay,
  wP: [0, 10],
  dG: ratePerDay,
  aF: [0, 1e7],
  K: [1e-6, 1e6],
  dF: ratePerDay,
  eN: [0, 100],
  dA: ratePerDay,
  dN: ratePerDay,
  s: [1e-4, 0.99],
  kap: [0, 20],
  A0: [0.01, 0.99],
  dM: ratePerDay,
  psi: [0, 20],
} as const satisfies Record<ParameterName, Range>;

const fields = [
  "sessionDays",
  "needleLengthMm",
  "channelsPerCm2",
  "ageYears",
  "horizonDays",
  "everyDays",
  "parameters",
  "ensemble",
];

/**
 * Checks the input of `fibril collagen simulate` and `sbml`; lists every fault with its path.
 *
 * @param medianOf the published median of a parameter that isn't given, for the bound on aF/K.
 */
export function parseSimulation(
  document: unknown,
  medianOf: Readonly<Record<ParameterName, number>>,
): Result<Simulation, readonly InputIssue[]> {
  if (!isFields(document)) return refuse([{ path: "", message: "must be an object" }]);
  const issues: InputIssue[] = [];
  for (const field of Object.keys(document)) {
    if (!fields.includes(field)) issues.push({ path: field, message: "unknown field" });
  }
  const one = (field: string, range: Range) => readNumber(document[field], field, range, issues);
  const horizonDays = one("horizonDays", [1, 3650]);
  const sessionDays = readSessionDays(document["sessionDays"], horizonDays, issues);
  const perSession = (field: string, range: Range) =>
    readPerSession({ value: document[field], field, range, sessionDays: document["sessionDays"] }, issues);
  const lengths = perSession("needleLengthMm", [0.1, 3]);
  const densities = perSession("channelsPerCm2", [10, 2000]);
  const ageYears = one("ageYears", [18, 90]);
  const everyDays = one("everyDays", [0.25, 365]);
  const parameters = readParameters(document["parameters"], medianOf, issues);
  const ensemble = readEnsemble(document, issues);
  if (issues.length > 0) return refuse(issues);
  const sessions = sessionDays.map((day, index) => ({
    day: dayAt(day),
    needleLength: millimetres(lengths[index] ?? Number.NaN),
    density: perCm2(densities[index] ?? Number.NaN),
  }));
  const output = { horizonDays: dayAt(horizonDays), everyDays: dayAt(everyDays) };
  return ok({ sessions, age: years(ageYears), ...output, parameters, ensemble });
}

function readNumber(value: unknown, path: string, [least, most]: Range, issues: InputIssue[]): number {
  if (typeof value === "number" && value >= least && value <= most) return value;
  const message = value === undefined ? "missing" : `must be a number from ${least} to ${most}`;
  issues.push({ path, message });
  return Number.NaN;
}

function readSessionDays(value: unknown, horizonDays: number, issues: InputIssue[]): readonly number[] {
  const path = "sessionDays";
  if (!Array.isArray(value) || value.length < 1 || value.length > mostSessions) {
    issues.push({ path, message: value === undefined ? "missing" : `must be a list of 1 to ${mostSessions} days` });
    return [];
  }
  for (const [index, day] of value.entries()) {
    const message = sessionDayFault(day, value[index - 1], horizonDays);
    if (message) issues.push({ path: `${path}.${index}`, message });
  }
  return value;
}

function sessionDayFault(day: unknown, before: unknown, horizonDays: number): string | null {
  if (!Number.isInteger(day) || (day as number) < 0) return "must be a whole number, 0 or more";
  if (typeof before === "number" && (day as number) <= before) return "must be after the session before";
  return (day as number) > horizonDays ? "must not be after horizonDays" : null;
}

function readPerSession(
  given: { readonly value: unknown; readonly field: string; readonly range: Range; readonly sessionDays: unknown },
  issues: InputIssue[],
): readonly number[] {
  const { value, field, range, sessionDays } = given;
  const count = Array.isArray(sessionDays) ? sessionDays.length : null;
  if (!Array.isArray(value)) return new Array<number>(count ?? 0).fill(readNumber(value, field, range, issues));
  if (count !== null && value.length !== count) {
    issues.push({ path: field, message: "a list must be as long as sessionDays" });
  }
  return value.map((entry, index) => readNumber(entry, `${field}.${index}`, range, issues));
}

function readParameters(
  value: unknown,
  medianOf: Readonly<Record<ParameterName, number>>,
  issues: InputIssue[],
): Simulation["parameters"] {
  if (value === undefined || value === null) return null;
  if (!isFields(value)) {
    issues.push({ path: "parameters", message: "must be an object or null" });
    return null;
  }
  const before = issues.length;
  for (const name of Object.keys(value)) {
    if (isParameterName(name)) readNumber(value[name], `parameters.${name}`, parameterRanges[name], issues);
    else issues.push({ path: `parameters.${name}`, message: "unknown field" });
  }
  const given = value as Partial<Record<ParameterName, number>>;
  if (issues.length === before) checkSynthesis({ ...medianOf, ...given }, issues);
  return given;
}

function checkSynthesis({ aF, K }: { readonly aF: number; readonly K: number }, issues: InputIssue[]): void {
  if (aF > 1000 && aF / K > 1000) {
    issues.push({ path: "parameters.aF", message: "above 1000 only where aF/K is at most 1000" });
  }
}

function isParameterName(name: string): name is ParameterName {
  return (parameterNames as readonly string[]).includes(name);
}

function readEnsemble(document: Fields, issues: InputIssue[]): "wide" | "none" {
  const { ensemble = "none", parameters } = document;
  if (ensemble !== "wide" && ensemble !== "none") {
    issues.push({ path: "ensemble", message: 'must be "wide" or "none"' });
    return "none";
  }
  if (ensemble === "wide" && parameters !== undefined && parameters !== null) {
    issues.push({ path: "ensemble", message: 'must be "none" where parameters are given' });
  }
  return ensemble;
}
