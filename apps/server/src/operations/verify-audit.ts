import { openAuditAnchors } from "../platform/audit/anchors.ts";
import { type AuditVerdict, verifyAuditChain } from "../platform/audit/verify-audit.ts";
import { openDatabase } from "../platform/database/database.ts";

export interface ClinicVerdict extends AuditVerdict {
  readonly clinicId: string;
  readonly clinic: string;
}

/** Follows the audit chain of every clinic and holds it against the anchors in the installation's folder. */
export async function verifyAudit(databaseUrl: string, dataFolder: string): Promise<readonly ClinicVerdict[]> {
  const database = openDatabase(databaseUrl, 1);
  const anchors = openAuditAnchors(dataFolder);
  try {
    const clinics = await database.atGate((tx) =>
      tx.selectFrom("clinic").select(["clinic_id", "name"]).orderBy("name").execute(),
    );
    const verdicts: ClinicVerdict[] = [];
    for (const { clinic_id: clinicId, name: clinic } of clinics) {
      const kept = await anchors.list(clinicId);
      const scope = { clinicId, readOnly: true };
      const verdict = await database.inClinic(scope, (tx) => verifyAuditChain(tx, clinicId, kept));
      verdicts.push({ clinicId, clinic, ...verdict });
    }
    return verdicts;
  } finally {
    await database.close();
  }
}
