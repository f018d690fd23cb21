import type { EmergencyAccessView } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

/** How long photographs stay open after the reason was given. */
export const emergencyMinutes = 60;

interface Opening {
  readonly id: string;
  readonly patientId: string;
  readonly membershipId: string;
  readonly holderName: string;
  readonly reason: string;
}

export async function insertEmergencyAccess(db: Db, clinicId: string, opening: Opening, now: Date): Promise<void> {
  await db
    .insertInto("emergency_access")
    .values({
      clinic_id: clinicId,
      id: opening.id,
      patient_id: opening.patientId,
      membership_id: opening.membershipId,
      holder_name: opening.holderName,
      reason: opening.reason,
      opened_at: now,
      ends_at: new Date(now.getTime() + emergencyMinutes * 60_000),
    })
    .execute();
}

/** The access that this person holds to this patient's photographs at this moment; null where none is open. */
export async function findOpenAccess(
  db: Db,
  clinicId: string,
  { patientId, membershipId }: { readonly patientId: string; readonly membershipId: string },
  now: Date,
): Promise<EmergencyAccessView | null> {
  const row = await db
    .selectFrom("emergency_access")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .where("membership_id", "=", membershipId)
    .where("ends_at", ">", now)
    .orderBy("ends_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    reason: row.reason,
    openedAt: row.opened_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  };
}
