import { adultYears, ageOn, type CalendarDate } from "@fibril/kernel";
import type { Caller } from "../auth/caller.ts";
import type { Tx } from "../database/database.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * A guardian sees the pages of a minor and of nobody else: refused from the 18th birthday on, whether or not the work
 * that ends their membership has been done.
 */
export async function refuseGuardian(
  tx: Tx,
  { clinicId, patientId, patientRelation }: Caller,
  today: CalendarDate,
): Promise<Problem | null> {
  if (patientRelation !== "guardian") return null;
  const patient = await tx
    .selectFrom("patient")
    .select("birth_date")
    .where("clinic_id", "=", clinicId)
    .where("id", "=", patientId)
    .executeTakeFirst();
  if (patient && ageOn(patient.birth_date, today) < adultYears) return null;
  return problem("forbidden", {
    detail: "The person whose pages these were is 18 now: a guardian's access has ended.",
  });
}
