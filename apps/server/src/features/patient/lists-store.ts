import type { AllergyView, GuardianView, MedicineView } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

/** Guardians, medicines and allergies of one patient: short lists, each row with its own version. */
export async function listGuardians(db: Db, clinicId: string, patientId: string): Promise<GuardianView[]> {
  const rows = await db
    .selectFrom("guardian")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    relationship: row.relationship,
    phone: row.phone,
    email: row.email,
    identityChecked: row.identity_checked,
    version: row.version,
  }));
}

export async function listMedicines(db: Db, clinicId: string, patientId: string): Promise<MedicineView[]> {
  const rows = await db
    .selectFrom("medicine")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    startedOn: row.started_on,
    stoppedOn: row.stopped_on,
    note: row.note,
    version: row.version,
  }));
}

export async function listAllergies(db: Db, clinicId: string, patientId: string): Promise<AllergyView[]> {
  const rows = await db
    .selectFrom("allergy")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", patientId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    substance: row.substance,
    reaction: row.reaction,
    notedOn: row.noted_on,
    endedOn: row.ended_on,
    version: row.version,
  }));
}

interface Owned {
  readonly id: string;
  readonly patientId: string;
}

export async function insertGuardian(db: Db, clinicId: string, guardian: Owned & Omit<GuardianView, "version">) {
  const { patientId, ...given } = guardian;
  await db
    .insertInto("guardian")
    .values({ clinic_id: clinicId, patient_id: patientId, id: given.id, ...guardianColumns(given) })
    .execute();
}

/** True where the row was at the version that the edit started from. */
export async function updateGuardian(db: Db, clinicId: string, guardian: Owned & GuardianView): Promise<boolean> {
  const result = await db
    .updateTable("guardian")
    .set({ ...guardianColumns(guardian), version: guardian.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", guardian.patientId)
    .where("id", "=", guardian.id)
    .where("version", "=", guardian.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function guardianColumns(guardian: Omit<GuardianView, "id" | "version">) {
  const { name, relationship, phone, email, identityChecked } = guardian;
  return { name, relationship, phone, email: email?.toLowerCase() ?? null, identity_checked: identityChecked };
}

export async function insertMedicine(db: Db, clinicId: string, medicine: Owned & Omit<MedicineView, "version">) {
  await db
    .insertInto("medicine")
    .values({ clinic_id: clinicId, patient_id: medicine.patientId, id: medicine.id, ...medicineColumns(medicine) })
    .execute();
}

export async function updateMedicine(db: Db, clinicId: string, medicine: Owned & MedicineView): Promise<boolean> {
  const result = await db
    .updateTable("medicine")
    .set({ ...medicineColumns(medicine), version: medicine.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", medicine.patientId)
    .where("id", "=", medicine.id)
    .where("version", "=", medicine.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function medicineColumns({ name, startedOn, stoppedOn, note }: Omit<MedicineView, "id" | "version">) {
  return { name, started_on: startedOn, stopped_on: stoppedOn, note };
}

export async function insertAllergy(db: Db, clinicId: string, allergy: Owned & Omit<AllergyView, "version">) {
  await db
    .insertInto("allergy")
    .values({ clinic_id: clinicId, patient_id: allergy.patientId, id: allergy.id, ...allergyColumns(allergy) })
    .execute();
}

export async function updateAllergy(db: Db, clinicId: string, allergy: Owned & AllergyView): Promise<boolean> {
  const result = await db
    .updateTable("allergy")
    .set({ ...allergyColumns(allergy), version: allergy.version + 1 })
    .where("clinic_id", "=", clinicId)
    .where("patient_id", "=", allergy.patientId)
    .where("id", "=", allergy.id)
    .where("version", "=", allergy.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function allergyColumns({ substance, reaction, notedOn, endedOn }: Omit<AllergyView, "id" | "version">) {
  return { substance, reaction, noted_on: notedOn, ended_on: endedOn };
}
