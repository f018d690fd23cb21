import type { Db } from "../../tables/index.ts";
import { auditHash } from "./audit.ts";

export type AuditFault = "row-changed" | "row-missing" | "chain-broken" | "head-differs";

export interface AuditVerdict {
  readonly events: number;
  /** The first event at which the chain no longer holds. */
  readonly fault: { readonly sequence: number; readonly what: AuditFault } | null;
}

const pageSize = 1000;

/** Follows one clinic's chain from its first event to its head. */
export async function verifyAuditChain(db: Db, clinicId: string): Promise<AuditVerdict> {
  let link: Link = { sequence: 0, hash: Buffer.alloc(32) };
  for (;;) {
    const rows = await readPage(db, clinicId, link.sequence);
    for (const row of rows) {
      const what = faultOf(row, link);
      if (what) return { events: link.sequence, fault: { sequence: link.sequence + 1, what } };
      link = row;
    }
    if (rows.length < pageSize) break;
  }
  const head = await db.selectFrom("audit_head").selectAll().where("clinic_id", "=", clinicId).executeTakeFirst();
  const headHolds = head ? head.sequence === link.sequence && head.hash.equals(link.hash) : link.sequence === 0;
  return { events: link.sequence, fault: headHolds ? null : { sequence: link.sequence + 1, what: "head-differs" } };
}

interface Link {
  readonly sequence: number;
  readonly hash: Buffer;
}

function readPage(db: Db, clinicId: string, after: number) {
  return db
    .selectFrom("audit_event")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("sequence", ">", after)
    .orderBy("sequence")
    .limit(pageSize)
    .execute();
}

function faultOf(row: Awaited<ReturnType<typeof readPage>>[number], previous: Link): AuditFault | null {
  if (row.sequence !== previous.sequence + 1) return "row-missing";
  if (!row.previous_hash.equals(previous.hash)) return "chain-broken";
  return auditHash(row).equals(row.hash) ? null : "row-changed";
}
