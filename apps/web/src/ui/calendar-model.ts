export const pixelsPerMinute = 1.1;
/** The row of column heads above the hours, in pixels. */
export const headHeight = 60;

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
  /** It can be picked up and put down elsewhere. */
  readonly isMovable?: boolean;
}

/** A resource of one day, or one day of a week. */
export interface CalendarColumnHead {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** Ranges in which nothing can be booked, in minutes of the day. */
  readonly closed?: readonly { readonly from: number; readonly to: number }[];
}

export interface Aim {
  readonly columnId: string;
  readonly minute: number;
}

/** Where the visit that is in hand may be put down. */
export interface CalendarTargets {
  readonly visitId: string;
  /** "Session 3, Ama Okafor" */
  readonly label: string;
  readonly lengthMinutes: number;
  /** The legal arrivals of each column, ascending; a column left out has none. */
  readonly starts: ReadonlyMap<string, readonly number[]>;
  /** Said in the head of a column: its distance from the session before, or why nothing is legal in it. */
  readonly notes: ReadonlyMap<string, string>;
  /** Columns in which nothing is legal. */
  readonly barred: ReadonlySet<string>;
  readonly aim: Aim | null;
  /** What stands on the block in hand, read aloud where it goes. */
  readonly aimLabel: string;
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
  readonly targets?: CalendarTargets | undefined;
  readonly hand?: Hand;
}

/** What can be done with a visit in hand. */
export interface Hand {
  readonly onPick: (visit: CalendarVisit) => void;
  readonly onAim: (aim: Aim) => void;
  /** Puts it down at an aim, or at the one it has. */
  readonly onDrop: (aim?: Aim) => void;
  readonly onLetGo: () => void;
  /** To the day before or after, or the week, with the visit in hand. */
  readonly onTurn: (direction: -1 | 1) => void;
  /** The pointer rests on a day outside the grid: an element with `data-turn-to`. */
  readonly onTurnTo: (day: string) => void;
}
