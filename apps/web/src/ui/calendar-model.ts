export const pixelsPerMinute = 1.1;

export interface CalendarVisit {
  readonly id: string;
  readonly columnId: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly title: string;
  readonly detail?: string;
  /** The word for its state ("arrived"); `tone` only colours it. */
  readonly state: string;
  readonly tone: "planned" | "here" | "done" | "alert" | "cancelled";
}

/** A resource of one day, or one day of a week. */
export interface CalendarColumnHead {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** Ranges in which nothing can be booked, in minutes of the day. */
  readonly closed?: readonly { readonly from: number; readonly to: number }[];
}

export interface Calendar {
  readonly label: string;
  readonly columns: readonly CalendarColumnHead[];
  readonly visits: readonly CalendarVisit[];
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly nowMinute?: number | undefined;
  readonly onOpen: (visit: CalendarVisit) => void;
  /** A press on free time: the half hour it fell in. */
  readonly onFree?: (columnId: string, minute: number) => void;
}
