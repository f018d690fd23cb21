import type { AftercareContact, SitePlace, TaskMinutes } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

export interface NewSettings {
  readonly version: number;
  readonly taskMinutes: TaskMinutes;
  readonly places: readonly SitePlace[];
  readonly aftercareContact: AftercareContact | null;
  readonly selfBooking: boolean;
  /** What patients read in an emergency, composed from the numbers. */
  readonly emergencyText: string;
  readonly reason: string | null;
  readonly changer: { readonly staffId: string; readonly name: string; readonly registration: string | null };
}

export async function insertSettings(db: Db, clinicId: string, settings: NewSettings, now: Date): Promise<void> {
  await db
    .insertInto("clinic_settings")
    .values({
      clinic_id: clinicId,
      version: settings.version,
      task_minutes: JSON.stringify(settings.taskMinutes),
      places: JSON.stringify(settings.places),
      aftercare_contact: settings.aftercareContact === null ? null : JSON.stringify(settings.aftercareContact),
      self_booking: settings.selfBooking,
      reason: settings.reason,
      changed_by: settings.changer.staffId,
      changer_name: settings.changer.name,
      changer_registration: settings.changer.registration,
      changed_at: now,
    })
    .execute();
  await db
    .updateTable("clinic")
    .set({ emergency_text: settings.emergencyText })
    .where("clinic_id", "=", clinicId)
    .execute();
}

/** What patients read in an emergency. */
export async function readEmergencyText(db: Db, clinicId: string): Promise<string> {
  const row = await db
    .selectFrom("clinic")
    .select("emergency_text")
    .where("clinic_id", "=", clinicId)
    .executeTakeFirstOrThrow();
  return row.emergency_text;
}

/** One change of settings follows the other. */
export async function lockSettings(db: Db, clinicId: string): Promise<void> {
  await db.selectFrom("clinic").select("clinic_id").where("clinic_id", "=", clinicId).forUpdate().execute();
}
