import type { CalendarDate, Weekday } from "@fibril/kernel";

/** Minutes of clinic wall time since midnight, half open `[from, to)`, on the 5-minute grid. */
export type TimeRange = readonly [from: number, to: number];
/** Both days belong to it. */
export type DayRange = readonly [first: CalendarDate, last: CalendarDate];
export type Busy = readonly [day: CalendarDate, from: number, to: number];
/** A day left out is a day off. */
export type Weekly = Readonly<Partial<Record<Weekday, readonly TimeRange[]>>>;

export interface Opening {
  readonly weekly: Weekly;
  readonly closed: readonly CalendarDate[];
}

export interface Qualification {
  readonly name: string;
  readonly validFrom: CalendarDate | null;
  /** The last day on which it holds; null where it has no end. */
  readonly validTo: CalendarDate | null;
}

export interface Practitioner {
  readonly id: string;
  readonly qualifications: readonly Qualification[];
  /** The roster. */
  readonly weekly: Weekly;
  readonly leave: readonly DayRange[];
  readonly busy: readonly Busy[];
}

/** A room or a device. */
export interface Equipment {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly outages: readonly DayRange[];
  readonly busy: readonly Busy[];
}

/** One clinic site between two days: what is open, rostered and taken. */
export interface SiteCalendar {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: Opening;
  readonly practitioners: readonly Practitioner[];
  readonly rooms: readonly Equipment[];
  readonly devices: readonly Equipment[];
}

export interface Service {
  readonly prepMinutes: number;
  readonly treatmentMinutes: number;
  readonly notesMinutes: number;
  readonly roomTurnoverMinutes: number;
  readonly deviceCleaningMinutes: number;
  readonly requires: {
    readonly qualification: string;
    readonly prepRoom: string;
    readonly treatmentRoom: string;
    readonly device: string;
  };
}

export interface CourseRequest {
  readonly sessions: number;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number };
  readonly firstSession: { readonly earliest: CalendarDate; readonly latest: CalendarDate };
  readonly notBefore: CalendarDate | null;
  /** null for every weekday. */
  readonly weekdays: readonly Weekday[] | null;
  readonly blockedDays: readonly CalendarDate[];
  readonly preferred: readonly TimeRange[];
  readonly suggestions: number;
}

/** What one unit of each term costs; whole numbers unless the clinic chose otherwise. */
export interface Weights {
  readonly gapDay: number;
  readonly practitionerChange: number;
  readonly waitDay: number;
  readonly preference5Minutes: number;
}

export const defaultWeights: Weights = { gapDay: 10, practitionerChange: 30, waitDay: 2, preference5Minutes: 1 };
export const defaultSuggestions = 5;

/** What is asked for, apart from where. */
export interface CourseWish {
  readonly service: Service;
  readonly request: CourseRequest;
  readonly weights: Weights;
}

export interface CourseSearch extends SiteCalendar, CourseWish {
  /** Checked, and never changes an answer: minutes are wall-clock labels. */
  readonly timeZone: string;
}

/** The grid of clinic wall time. */
export const slotMinutes = 5;
