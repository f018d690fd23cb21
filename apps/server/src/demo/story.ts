import type { CalendarDate } from "@fibril/kernel";

type Answer = { readonly answer: "yes" | "no" | "unknown"; readonly [detail: string]: unknown };

/** How one made-up patient's story goes; each field left out is the usual. */
export interface Story {
  readonly begins: CalendarDate;
  readonly site: 0 | 1;
  readonly upTo: "registered" | "consultation" | "decision" | "consent" | "course";
  readonly concerns?: readonly string[];
  readonly fitzpatrick?: number;
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Questions asked of all; the rest stays unasked. */
  readonly asked?: number;
  readonly sessions?: number;
  readonly guardian?: { readonly name: string; readonly consents: boolean };
  readonly allergy?: string;
  readonly photographs?: boolean;
  /** Signs reported at a check-in of a session. */
  readonly redFlag?: {
    readonly session: number;
    readonly day: number;
    readonly signs: Readonly<Record<string, string>>;
    readonly acknowledged: boolean;
    /** Reported just before the demo opens, so that its clock runs; else late in the morning of its day. */
    readonly thisMorning?: boolean;
  };
  /** Whoever has the first session of the day is in the waiting room when the demo opens. */
  readonly arrivesEarly?: boolean;
  readonly firstSessionOn?: CalendarDate;
  /** Whether depths were planned by zone before the first session. */
  readonly depthPlan?: boolean;
  readonly stopsEarlyAt?: number;
  readonly abandonsAfter?: number;
  readonly missesSession?: number;
  readonly leavesUnsigned?: number;
  /** The session that falls on the day on which the demo opens; the visitor lives through it. */
  readonly sessionToday?: number;
}

export interface Cast {
  readonly today: CalendarDate;
  readonly siteIds: readonly [string, string];
  readonly practitionerOf: (name: string) => string;
}
