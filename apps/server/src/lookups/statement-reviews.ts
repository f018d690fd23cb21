import type { StatementPart } from "@fibril/evidence";
import type { Db } from "../tables/index.ts";

export interface KeptReview {
  readonly part: string;
  readonly statementId: string;
  /** All that was signed below. */
  readonly content: string;
  readonly signerName: string;
  readonly signerRegistration: string;
  readonly signedAt: Date;
}

/** The newest signature below each statement of one part, or of all. */
export async function listNewestReviews(db: Db, clinicId: string, part?: StatementPart): Promise<KeptReview[]> {
  let query = db
    .selectFrom("statement_review")
    .distinctOn(["part", "statement_id"])
    .select(["part", "statement_id", "content", "signer_name", "signer_registration", "signed_at"])
    .where("clinic_id", "=", clinicId)
    .orderBy("part")
    .orderBy("statement_id")
    .orderBy("signed_at", "desc")
    .orderBy("id", "desc");
  if (part !== undefined) query = query.where("part", "=", part);
  const rows = await query.execute();
  return rows.map((row) => ({
    part: row.part,
    statementId: row.statement_id,
    content: row.content,
    signerName: row.signer_name,
    signerRegistration: row.signer_registration,
    signedAt: row.signed_at,
  }));
}
