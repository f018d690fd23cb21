import type { TaskView } from "@fibril/contract";
import { urgencies } from "@fibril/recovery";
import { acknowledge, listOpenTasksOf } from "../features/recovery/task-store.ts";
import type { Signer } from "../lookups/staff.ts";
import { urgencyWords } from "../lookups/task-words.ts";
import { instantText } from "../platform/clock/day-text.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import type { ClinicAsked } from "../platform/http/route.ts";

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "now" | "caller" | "record">;

interface Review {
  readonly lookedAtBy: string;
  readonly decision: string;
}

/**
 * Needling does not go on over a red flag that nobody has looked at. Who looked and what was decided closes the
 * patient's open ones; without it the session is refused, naming each.
 */
export async function answerRedFlags(
  asked: Asked,
  {
    patientId,
    signer,
    review,
  }: { readonly patientId: string; readonly signer: Signer; readonly review: Review | null },
): Promise<Problem | null> {
  const { tx, clinicId, now, record } = asked;
  const open = await listOpenTasksOf(tx, clinicId, patientId);
  if (open.length === 0) return null;
  if (review === null) return refusal(open, asked);
  const note = `Before the session, looked at by ${review.lookedAtBy.trim()}: ${review.decision.trim()}`;
  for (const { id, version, urgency } of open) {
    const done = { id, version, staffId: signer.staffId, name: signer.name, note };
    if (!(await acknowledge(tx, clinicId, done, now))) {
      return problem("conflict", {
        detail: "Somebody else has just answered this red flag. Read it, then start again.",
      });
    }
    record({
      action: "acknowledged",
      noun: "task",
      subjectId: id,
      patientId,
      detail: { urgency, beforeSession: true },
    });
  }
  return null;
}

function refusal(open: readonly TaskView[], { caller }: Asked): Problem {
  const bySeverity = [...open].sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
  const each = bySeverity.map(
    ({ summary, urgency, raisedAt }) =>
      `${summary} (${urgencyWords[urgency].toLowerCase()}, since ${instantText(new Date(raisedAt), caller.timeZone)})`,
  );
  return problem("conflict", {
    detail: `A red flag of this patient is open: ${each.join(" ")} Write down who looked at it and what was decided.`,
    current: { redFlags: bySeverity },
  });
}
