import { type AuditVerdict, verifyAuditChain } from "../platform/audit/verify-audit.ts";
import { openDatabase } from "../platform/database/database.ts";

export interface ClinicVerdict extends AuditVerdict {
  readonly clinicId: string;
  readonly clinic: string;
}

/** Follows the audit chain of every clinic. */
export async function verifyAudit(databaseUrl: string): Promise<readonly ClinicVerdict[]> {
  const database = openDatabase(databaseUrl, 1);
  try {
    const clinics = await database.atGate((tx) =>
      tx.selectFrom("clinic").select(["clinic_id", "name"]).orderBy("name").execute(),
    );
    const verdicts: ClinicVerdict[] = [];
    for (const { clinic_id: clinicId, name: clinic } of clinics) {
      const scope = { clinicId, readOnly: true };
      verdicts.push({ clinicId, clinic, ...(await database.inClinic(scope, (tx) => verifyAuditChain(tx, clinicId))) });
    }
    return verdicts;
  } finally {
    await database.close();
  }
}
