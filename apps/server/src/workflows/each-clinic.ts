import { type AuditEntry, appendAudit } from "../platform/audit/audit.ts";
import type { Database, Tx } from "../platform/database/database.ts";

export interface DueClinic {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly phone: string;
}

/** The program itself, where nobody asked. */
export const program = { accountId: null, name: "fibril", role: "system" } as const;

/** Every clinic of the installation, for work that falls due with time. */
export function listDueClinics(database: Database): Promise<readonly DueClinic[]> {
  return database.atGate((tx) =>
    tx.selectFrom("clinic").select(["clinic_id as id", "name", "time_zone as timeZone", "phone"]).execute(),
  );
}

/** Does what is due in each clinic, a transaction each; what was done stands in its audit as the program's own act. */
export async function inEachClinic(
  database: Database,
  now: Date,
  work: (tx: Tx, clinic: DueClinic) => Promise<readonly AuditEntry[]>,
): Promise<void> {
  for (const clinic of await listDueClinics(database)) {
    await database.inClinic({ clinicId: clinic.id }, async (tx) => {
      const entries = await work(tx, clinic);
      if (entries.length > 0) await appendAudit(tx, clinic.id, { actor: program, entries, now });
    });
  }
}
