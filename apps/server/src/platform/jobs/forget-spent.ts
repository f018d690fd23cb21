import { forgetOverAnswers } from "../auth/answered-secrets.ts";
import type { Tx } from "../database/database.ts";
import { forgetGateAnswers } from "../http/gate-answers.ts";
import type { DueWork } from "./jobs.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A write is not repeated under its key after so long; its answer may hold what a record says, so it goes. */
const answerDays = 7;
/** So that who uses an old link is told that its time is over while they may still remember it. */
const secretDays = 1;

/**
 * Once an hour forgets what has done its service: answers kept for repeats of a write, sign-ins that are over, codes and
 * links past their time. None of them is part of a record, and each of them names a person.
 */
export function forgetSpent(): DueWork {
  let last = Number.NEGATIVE_INFINITY;
  return {
    name: "forget what is spent",
    run: async ({ database }, now) => {
      const since = now.getTime() - last;
      // A demo that ends gives its clock back: what was ahead then must not put this off.
      if (since >= 0 && since < hourMs) return;
      last = now.getTime();
      const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
      await database.atGate(async (tx) => {
        await tx.deleteFrom("sign_in").where("expires_at", "<=", now).execute();
        await forgetSecrets(tx, daysAgo(secretDays));
        await forgetGateAnswers(tx, now);
      });
      const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select("clinic_id").execute());
      for (const { clinic_id: clinicId } of clinics)
        await database.inClinic({ clinicId }, (tx) => forgetAnswers(tx, clinicId, daysAgo(answerDays)));
    },
  };
}

/** What an answer carried and what is over by now goes at the next look, not within the hour. */
export const forgetOverSecrets: DueWork = {
  name: "forget secrets in answers",
  run: async ({ database }, now) => database.atGate((tx) => forgetOverAnswers(tx, now)),
};

/** An invitation that nobody has taken stays on the owner's list, over or not, until it is sent again or withdrawn. */
async function forgetSecrets(tx: Tx, before: Date): Promise<void> {
  await tx
    .deleteFrom("one_time_secret")
    .where("expires_at", "<", before)
    .where(({ or, eb }) => or([eb("purpose", "!=", "invitation"), eb("used_at", "is not", null)]))
    .execute();
}

async function forgetAnswers(tx: Tx, clinicId: string, before: Date): Promise<void> {
  await tx.deleteFrom("idempotent_answer").where("clinic_id", "=", clinicId).where("created_at", "<", before).execute();
}
