import type { Bands } from "@fibril/collagen";
import type { WhatIfRequest } from "../../workers/collagen-questions.ts";

/** One schedule as a practitioner says it. */
export interface Schedule {
  readonly sessions: number;
  readonly spacingDays: number;
  /** Single sessions after the course, each so many days after the one before. */
  readonly maintenance: number;
  readonly maintenanceEveryDays: number;
}

/** Age, needle and density are one setting for both schedules: no dose is read from the model. */
export interface WhatIf {
  readonly first: Schedule;
  readonly second: Schedule;
  readonly ageYears: number;
  readonly needleLengthMm: number;
  readonly channelsPerCm2: number;
  readonly quantity: keyof Bands;
  /** The day on which the two are compared; null for 90 days after the later course's last session. */
  readonly day: number | null;
}

export interface Limit {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export const scheduleLimits = {
  sessions: { least: 1, most: 8, step: 1 },
  spacingDays: { least: 14, most: 84, step: 7 },
  maintenance: { least: 0, most: 4, step: 1 },
  maintenanceEveryDays: { least: 60, most: 365, step: 30 },
} as const satisfies Record<keyof Schedule, Limit>;

export const settingLimits = {
  ageYears: { least: 18, most: 90, step: 1 },
  needleLengthMm: { least: 0.1, most: 3, step: 0.1 },
  channelsPerCm2: { least: 10, most: 2000, step: 10 },
} as const satisfies Record<"ageYears" | "needleLengthMm" | "channelsPerCm2", Limit>;

export const startingWhatIf: WhatIf = {
  first: { sessions: 4, spacingDays: 28, maintenance: 0, maintenanceEveryDays: 180 },
  second: { sessions: 4, spacingDays: 42, maintenance: 0, maintenanceEveryDays: 180 },
  ageYears: 45,
  needleLengthMm: 1.5,
  channelsPerCm2: 250,
  quantity: "mass",
  day: null,
};

const everyDays = 7;
const daysAfterLast = 365;
const comparedAfterDays = 90;
const solidDays = 180;

/** Ascending session days from day 0: the course, then the maintenance sessions. */
export function sessionDaysOf({
  sessions,
  spacingDays,
  maintenance,
  maintenanceEveryDays,
}: Schedule): readonly number[] {
  const course = Array.from({ length: sessions }, (_, index) => index * spacingDays);
  const last = course.at(-1) ?? 0;
  return [...course, ...Array.from({ length: maintenance }, (_, index) => last + (index + 1) * maintenanceEveryDays)];
}

/** Both end one year after the later one's last session, so that they share an axis. */
export function requestOf(whatIf: WhatIf): WhatIfRequest {
  const { ageYears, needleLengthMm, channelsPerCm2 } = whatIf;
  const first = sessionDaysOf(whatIf.first);
  const second = sessionDaysOf(whatIf.second);
  const horizonDays = lastOf(first, second) + daysAfterLast;
  return { first, second, ageYears, needleLengthMm, channelsPerCm2, horizonDays, everyDays };
}

/** Evidence ends so many days after a schedule's last session. */
export function solidUntilOf(sessionDays: readonly number[]): number {
  return (sessionDays.at(-1) ?? 0) + solidDays;
}

/** The day drawn that is nearest to the one asked for. */
export function comparedIndex({ days, whatIf }: { readonly days: readonly number[]; readonly whatIf: WhatIf }): number {
  const courseOnly = (schedule: Schedule) => sessionDaysOf({ ...schedule, maintenance: 0 });
  const day = whatIf.day ?? lastOf(courseOnly(whatIf.first), courseOnly(whatIf.second)) + comparedAfterDays;
  const distances = days.map((drawn) => Math.abs(drawn - day));
  return distances.indexOf(Math.min(...distances));
}

function lastOf(first: readonly number[], second: readonly number[]): number {
  return Math.max(first.at(-1) ?? 0, second.at(-1) ?? 0);
}

export function isWithin(value: number, { least, most }: Limit): boolean {
  return value >= least && value <= most;
}
