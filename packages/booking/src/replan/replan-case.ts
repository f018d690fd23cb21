import type { CalendarDate } from "@fibril/kernel";
import type { Service, SiteCalendar } from "../course-search.ts";

/** A service as re-planning needs it: a consultation takes no device. */
export interface ReplanService extends Omit<Service, "requires"> {
  readonly requires: {
    readonly qualification: string;
    readonly prepRoom: string;
    readonly treatmentRoom: string;
    readonly device: string | null;
  };
}

/** Where a session is, or could be. */
export interface ReplanPlace {
  readonly day: CalendarDate;
  /** Minutes since midnight at which the patient arrives. */
  readonly startMinute: number;
  readonly practitioner: string;
  readonly prepRoom: string;
  readonly treatmentRoom: string;
  readonly device: string | null;
}

/** The session before or after in the same course. */
export interface Neighbour {
  readonly day: CalendarDate;
  /** Its id where it is a session of this case, so that it may be placed anew itself; null where it stays. */
  readonly session: string | null;
}

export interface ReplanSession {
  readonly id: string;
  /**
   * `displaced`: can't take place where it is. `movable`: could stay, and may be moved if that places one more; a
   * confirmed session is neither, it stands among the busy times of the site.
   */
  readonly role: "displaced" | "movable";
  /** Key of `services`. */
  readonly service: string;
  readonly place: ReplanPlace;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number };
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** Today, or the day from which the patient may be treated. */
  readonly earliest: CalendarDate;
  /** The last day that is looked at. */
  readonly latest: CalendarDate;
  /** The patient's own days on which it can't be. */
  readonly blockedDays: readonly CalendarDate[];
}

/** One site after the cause is entered: what is closed or away, and every claim but those of `sessions`. */
export interface ReplanCase {
  readonly site: SiteCalendar;
  readonly services: Readonly<Record<string, ReplanService>>;
  readonly sessions: readonly ReplanSession[];
}

/** The days on which a session may be, and the best of them; null where its neighbours leave none. */
export interface ReplanWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly ideal: CalendarDate;
}

/** What a placed session costs its patient, in numbers. */
export interface ReplanTerms {
  /** Days after the ideal day; negative before it. */
  readonly daysFromIdeal: number;
  /** Days after the day that it was booked on; negative before it. */
  readonly daysMoved: number;
  readonly practitionerChanged: boolean;
  /** Minutes later in the day than it was booked; negative earlier. */
  readonly minutesMoved: number;
}

/** What stands in the way of a session that could not be placed. */
export const replanObstacles = [
  "gap",
  "notBefore",
  "blockedDays",
  "opening",
  "prepRooms",
  "treatmentRooms",
  "devices",
  "qualification",
  "practitioners",
] as const;
export type ReplanObstacle = (typeof replanObstacles)[number];

export interface ReplanLine {
  readonly session: string;
  readonly role: "displaced" | "movable";
  readonly before: ReplanPlace;
  /** Null where no place was found: it stays booked where it can't be, and the patient has to be called. */
  readonly after: ReplanPlace | null;
  readonly window: ReplanWindow | null;
  readonly terms: ReplanTerms | null;
  /** The fewest constraints that, lifted, leave it a place; empty where it has one. */
  readonly obstacles: readonly ReplanObstacle[];
  /** Sessions that must move too before this place is free or legal. */
  readonly needs: readonly string[];
}

/** The aims in their order: each counts only among plans that are equal in those before it. */
export interface ReplanAims {
  readonly unplaced: number;
  readonly othersMoved: number;
  readonly daysFromIdeal: number;
  readonly practitionerChanges: number;
  /** Slots of 5 minutes. */
  readonly slotsMoved: number;
}

export interface ReplanAnswer {
  /** Every displaced session, and each other one that moves, in the order of the case. */
  readonly lines: readonly ReplanLine[];
  readonly aims: ReplanAims;
}
