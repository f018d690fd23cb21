import { ok, type Result, refuse } from "@fibril/kernel";
import { type Gap, isBlank, type SigningContext } from "./gap.ts";
import type { SessionRecord } from "./session-record.ts";
import { missingBeforeSigning } from "./signing.ts";

/** A correction of a signed record; both versions are kept, the earlier one as it was signed. */
export interface Amendment {
  readonly before: SessionRecord;
  readonly after: SessionRecord;
  readonly reason: string;
  readonly authorId: string;
  /** An instant in UTC, as the platform writes it. */
  readonly at: string;
}

export interface SignedSession {
  readonly signed: SessionRecord;
  readonly amendments: readonly Amendment[];
}

export type AmendmentProblem =
  | { readonly code: "reason-missing" }
  | { readonly code: "nothing-changed" }
  | { readonly code: "gaps"; readonly gaps: readonly Gap[] };

/** The record as it stands today: the last amendment's, or what was signed. */
export function currentRecord({ signed, amendments }: SignedSession): SessionRecord {
  return amendments.at(-1)?.after ?? signed;
}

/**
 * Adds a correction. Refuses one without a reason, without a change, or that leaves out what a signature needs.
 *
 * A correction tells what really happened, so one that breaks a rule (a mistyped lot turns out to be an expired one) is
 * kept, or a recall would miss the patient; `concerns` lists what it breaks, for the owner to see. `context` is that of
 * the day of the session.
 */
export function amend(
  session: SignedSession,
  change: Pick<Amendment, "after" | "reason" | "authorId" | "at">,
  context: SigningContext,
): Result<{ readonly session: SignedSession; readonly concerns: readonly Gap[] }, AmendmentProblem> {
  const before = currentRecord(session);
  if (isBlank(change.reason)) return refuse({ code: "reason-missing" });
  if (JSON.stringify(before) === JSON.stringify(change.after)) return refuse({ code: "nothing-changed" });
  const gaps = missingBeforeSigning(change.after, context);
  const missing = gaps.filter(({ kind }) => kind === "missing");
  if (missing.length > 0) return refuse({ code: "gaps", gaps: missing });
  const amended = { ...session, amendments: [...session.amendments, { before, ...change }] };
  return ok({ session: amended, concerns: gaps });
}
