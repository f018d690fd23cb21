import type { WeightView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";

interface NewWeight {
  readonly id: string;
  readonly patientId: string;
  readonly weightKg: number;
  readonly measuredOn: CalendarDate;
  readonly recordedBy: string;
  readonly recorderName: string;
}

export async function insertWeight(db: Db, clinicId: string, weight: NewWeight, now: Date): Promise<void> {
  await db
    .insertInto("body_weight")
    .values({
      clinic_id: clinicId,
      id: weight.id,
      patient_id: weight.patientId,
      weight_kg: weight.weightKg,
      measured_on: weight.measuredOn,
      recorded_by: weight.recordedBy,
      recorder_name: weight.recorderName,
      recorded_at: now,
    })
    .execute();
}

/** The newest measurement first; of two on one day the one written down later. */
export async function listWeights(db: Db, clinicId: string, patientId: string): Promise<WeightView[]> {
  const rows = await db
    .selectFrom("body_weight")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("measured_on", "desc")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ id, weight_kg, measured_on, recorder_name }) => ({
    id,
    weightKg: weight_kg,
    measuredOn: measured_on,
    recordedBy: recorder_name,
  }));
}

/** What counted on a day: a later measurement says nothing about it. */
export async function findWeight(
  db: Db,
  clinicId: string,
  { patientId, onOrBefore }: { readonly patientId: string; readonly onOrBefore: CalendarDate },
): Promise<WeightView | undefined> {
  return (await listWeights(db, clinicId, patientId)).find(({ measuredOn }) => measuredOn <= onOrBefore);
}
