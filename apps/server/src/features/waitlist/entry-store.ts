import type { CalendarDate, Weekday } from "@fibril/kernel";
import type { Selectable } from "kysely";
import type { Db } from "../../tables/index.ts";
import type { WaitlistEntryRow } from "../../tables/waiting.ts";

export type Entry = Selectable<WaitlistEntryRow>;

export interface NewEntry {
  readonly id: string;
  readonly patientId: string;
  readonly kind: Entry["kind"];
  readonly courseId: string | null;
  readonly ordinal: number | null;
  readonly siteId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly weekdays: readonly Weekday[];
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly practitionerId: string | null;
  readonly addedBy: string;
}

/** Throws the unique constraint's fault where the person waits for the same visit already. */
export async function insertEntry(db: Db, clinicId: string, entry: NewEntry, now: Date): Promise<void> {
  await db
    .insertInto("waitlist_entry")
    .values({
      clinic_id: clinicId,
      id: entry.id,
      patient_id: entry.patientId,
      kind: entry.kind,
      course_id: entry.courseId,
      ordinal: entry.ordinal,
      site_id: entry.siteId,
      from_day: entry.from,
      to_day: entry.to,
      weekdays: entry.weekdays,
      from_minute: entry.fromMinute,
      to_minute: entry.toMinute,
      practitioner_id: entry.practitionerId,
      waiting_since: now,
      added_by: entry.addedBy,
      state: "waiting",
    })
    .execute();
}

export async function listWaiting(db: Db, clinicId: string): Promise<readonly Entry[]> {
  return db
    .selectFrom("waitlist_entry")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("state", "=", "waiting")
    .orderBy("waiting_since")
    .orderBy("id")
    .execute();
}

export async function findEntry(db: Db, clinicId: string, entryId: string): Promise<Entry | undefined> {
  return db
    .selectFrom("waitlist_entry")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("id", "=", entryId)
    .executeTakeFirst();
}

/** False where it has ended already, or its version is another one by now. */
export async function endEntry(
  db: Db,
  clinicId: string,
  ending: {
    readonly entryId: string;
    readonly version: number;
    readonly state: "placed" | "removed";
    readonly because: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const result = await db
    .updateTable("waitlist_entry")
    .set({ state: ending.state, ended_at: ending.now, ended_because: ending.because, version: ending.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", ending.entryId)
    .where("version", "=", ending.version)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
