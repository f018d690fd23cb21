import type { SessionRecordBody } from "@fibril/contract";
import { type RawBuilder, sql } from "kysely";

/**
 * The record of a `session_record` row as it stands now: its newest correction, else what was written. What was signed
 * stays in `record`; whoever counts, triages or proposes from a session reads this.
 */
export const correctedRecord: RawBuilder<SessionRecordBody> = sql`coalesce((
  select after from session_amendment correction
  where correction.clinic_id = session_record.clinic_id and correction.session_id = session_record.id
  order by correction.at desc, correction.id desc limit 1), session_record.record)`;

/** Why the session was stopped early as it stands now; null where it was not, or where nobody has said. */
export const stopReason: RawBuilder<string | null> = sql`${correctedRecord} #>> '{stoppedEarly,reason}'`;
