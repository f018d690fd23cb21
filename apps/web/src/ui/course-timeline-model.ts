export interface TimelineEntry {
  readonly id: string;
  readonly lane: "session" | "check-in" | "photograph" | "scale";
  readonly date: string;
  /** In words: "Session 2", "Pain 3 of 10". */
  readonly label: string;
  readonly state: "done" | "planned" | "alert";
  /** One or two characters drawn in the mark: an ordinal or a score. */
  readonly mark?: string;
  /** A thumbnail, for photographs. */
  readonly src?: string;
}

export interface TimelineWindow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface Phase {
  readonly phase: "trigger" | "repair" | "regeneration";
  readonly from: string;
  readonly to: string;
}

export interface BandPoint {
  readonly date: string;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface ExpectedBand {
  readonly points: readonly BandPoint[];
  /** Drawn solid up to this day, dashed beyond: there the data ends. */
  readonly solidUntil: string;
  readonly unit: string;
  /** What is drawn: one quantity only, since two never share an axis. */
  readonly quantity: string;
  /** The curve in words, for those who can't see it. */
  readonly description: string;
  /** Burnt into a saved drawing. */
  readonly notes: readonly string[];
}

export interface Timeline {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly entries: readonly TimelineEntry[];
  /** All of them where left out. */
  readonly lanes?: readonly TimelineEntry["lane"][];
  readonly windows?: readonly TimelineWindow[];
  readonly band?: ExpectedBand | undefined;
  readonly phases?: readonly Phase[];
  /** The drawing can be saved as a file, where it has a band; true where left out. */
  readonly isSaved?: boolean;
  readonly onOpen?: (entry: TimelineEntry) => void;
}
