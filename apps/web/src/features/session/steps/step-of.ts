import type { SessionView } from "@fibril/contract";
import type { SessionChange, SessionRecord } from "@fibril/session";

/** What every step of the screen is given: the record as it stands and the way to change it. */
export interface StepOf {
  readonly view: SessionView;
  readonly record: SessionRecord;
  /** One act of the hands, as one or several changes in a row. */
  readonly change: (...changes: readonly SessionChange[]) => void;
  readonly missing: number;
}
