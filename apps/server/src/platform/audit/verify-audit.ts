import type { Db } from "../../tables/index.ts";
import type { AuditAnchor } from "./anchors.ts";
import { auditHash } from "./audit.ts";

export type AuditFault = "row-changed" | "row-missing" | "chain-broken" | "head-differs" | "anchor-differs";

export interface AuditVerdict {
  readonly events: number;
  /** The hash of the last event, in hexadecimal: who notes it elsewhere can hold the chain against it later. */
  readonly hash: string;
  /** On how many days an anchor was kept that the chain was held against. */
  readonly anchors: number;
  /** The first event at which the chain no longer holds. */
  readonly fault: { readonly sequence: number; readonly what: AuditFault } | null;
}

const pageSize = 1000;

/** Follows one clinic's chain from its first event to its head, and holds it against what was kept outside the database. */
export async function verifyAuditChain(
  db: Db,
  clinicId: string,
  anchors: readonly AuditAnchor[],
): Promise<AuditVerdict> {
  const { last, fault } = await followChain(db, clinicId, anchors);
  return { events: last.sequence, hash: last.hash.toString("hex"), anchors: anchors.length, fault };
}

async function followChain(db: Db, clinicId: string, anchors: readonly AuditAnchor[]) {
  let last: Link = { sequence: 0, hash: Buffer.alloc(32) };
  const fault = (sequence: number, what: AuditFault) => ({ last, fault: { sequence, what } });
  const anchored = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  for await (const row of eventsOf(db, clinicId)) {
    const what = faultOf(row, last, anchored);
    if (what) return fault(last.sequence + 1, what);
    last = row;
  }
  const head = await db.selectFrom("audit_head").selectAll().where("clinic_id", "=", clinicId).executeTakeFirst();
  const headHolds = head ? head.sequence === last.sequence && head.hash.equals(last.hash) : last.sequence === 0;
  if (!headHolds) return fault(last.sequence + 1, "head-differs");
  const taken = anchors.find(({ sequence }) => sequence > last.sequence);
  return taken ? fault(taken.sequence, "anchor-differs") : { last, fault: null };
}

interface Link {
  readonly sequence: number;
  readonly hash: Buffer;
}

async function* eventsOf(db: Db, clinicId: string) {
  for (let after = 0; ; ) {
    const rows = await readPage(db, clinicId, after);
    yield* rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.sequence ?? after;
  }
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

function faultOf(
  row: Awaited<ReturnType<typeof readPage>>[number],
  previous: Link,
  anchored: ReadonlyMap<number, string>,
): AuditFault | null {
  if (row.sequence !== previous.sequence + 1) return "row-missing";
  if (!row.previous_hash.equals(previous.hash)) return "chain-broken";
  if (!auditHash(row).equals(row.hash)) return "row-changed";
  const noted = anchored.get(row.sequence);
  return noted === undefined || noted === row.hash.toString("hex") ? null : "anchor-differs";
}
