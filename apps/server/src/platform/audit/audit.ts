import { createHash } from "node:crypto";
import type { Db } from "../../tables/index.ts";
import { newId } from "../ids.ts";

export interface AuditEntry {
  /** The act in the past tense: `registered`, `signed`, `viewed`. */
  readonly action: string;
  readonly noun: string;
  readonly subjectId: string | null;
  readonly patientId?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
  readonly role: string;
}

const origin: Buffer = Buffer.alloc(32);

/**
 * Appends entries to the clinic's chain, in the transaction of the change they tell of.
 * The head row is locked until that transaction ends, so call it last.
 */
export async function appendAudit(
  db: Db,
  clinicId: string,
  { actor, entries, now }: { readonly actor: Actor; readonly entries: readonly AuditEntry[]; readonly now: Date },
): Promise<void> {
  await db
    .insertInto("audit_head")
    .values({ clinic_id: clinicId, sequence: 0, hash: origin })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await db
    .selectFrom("audit_head")
    .select(["sequence", "hash"])
    .where("clinic_id", "=", clinicId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { sequence, hash } = head;
  const rows = entries.map((entry) => {
    sequence += 1;
    const row = {
      clinic_id: clinicId,
      sequence,
      id: newId(now),
      at: now,
      account_id: actor.accountId,
      actor: actor.name,
      role: actor.role,
      action: entry.action,
      noun: entry.noun,
      subject_id: entry.subjectId,
      about_patient_id: entry.patientId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
      previous_hash: hash,
      hash: origin as Buffer,
    };
    hash = auditHash({ ...row, detail: entry.detail ?? {} });
    row.hash = hash;
    return row;
  });
  await db.insertInto("audit_event").values(rows).execute();
  await db.updateTable("audit_head").set({ sequence, hash }).where("clinic_id", "=", clinicId).execute();
}

/** SHA-256 over the previous hash and every field that the row carries, names and order fixed. */
export function auditHash(row: {
  readonly clinic_id: string;
  readonly sequence: number;
  readonly id: string;
  readonly at: Date;
  readonly account_id: string | null;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly noun: string;
  readonly subject_id: string | null;
  readonly about_patient_id: string | null;
  readonly detail: unknown;
  readonly previous_hash: Buffer;
}): Buffer {
  const told = [
    row.clinic_id,
    row.sequence,
    row.id,
    row.at.toISOString(),
    row.account_id,
    row.actor,
    row.role,
    row.action,
    row.noun,
    row.subject_id,
    row.about_patient_id,
    sortedKeys(row.detail),
  ];
  return createHash("sha256").update(row.previous_hash).update(JSON.stringify(told)).digest();
}

/** jsonb does not keep the order of keys, so the hash takes them sorted. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
