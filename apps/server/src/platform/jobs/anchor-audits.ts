import type { Tx } from "../database/database.ts";
import type { DueWork } from "./jobs.ts";

/** Once a day notes, outside the database, where the chain of each clinic stands. */
export const anchorAudits: DueWork = {
  name: "anchor the audits",
  run: async ({ database, anchors }, now) => {
    const day = now.toISOString().slice(0, 10);
    const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select("clinic_id").execute());
    for (const { clinic_id: clinicId } of clinics) {
      if (await anchors.has(clinicId, day)) continue;
      const head = await database.inClinic({ clinicId, readOnly: true }, (tx) => readHead(tx, clinicId));
      if (head) await anchors.keep(clinicId, { day, sequence: head.sequence, hash: head.hash.toString("hex") });
    }
  },
};

function readHead(tx: Tx, clinicId: string) {
  return tx
    .selectFrom("audit_head")
    .select(["sequence", "hash"])
    .where("clinic_id", "=", clinicId)
    .where("sequence", ">", 0)
    .executeTakeFirst();
}
