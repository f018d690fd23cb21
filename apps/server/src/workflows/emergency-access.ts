import { CurrentEmergencyAccessView, Id, OpenEmergencyAccessBody } from "@fibril/contract";
import { z } from "zod";
import { findOpenAccess, insertEmergencyAccess } from "../features/measurement/emergency-access-store.ts";
import { listAlertAddresses } from "../features/recovery/task-store.ts";
import { findSubject } from "../lookups/patient.ts";
import { instantText } from "../platform/clock/day-text.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { refuseOtherPassword } from "./own-password.ts";

const OnePatient = z.strictObject({ patientId: Id });

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "caller" | "now">;

const readEmergencyAccess = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/emergency-access",
  operationId: "readEmergencyAccess",
  summary: "Whether this person holds open a patient's photographs for an emergency, and until when.",
  params: OnePatient,
  answers: { 200: CurrentEmergencyAccessView },
  run: async (asked) => {
    const { tx, clinicId, params, today } = asked;
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { access: await openAccess(asked, params.patientId) });
  },
});

const openEmergencyAccess = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/emergency-access",
  operationId: "openEmergencyAccess",
  summary:
    "Opens a patient's photographs for an hour, with a reason and the own password; owners and patient are told.",
  params: OnePatient,
  body: OpenEmergencyAccessBody,
  answers: { 201: CurrentEmergencyAccessView },
  run: async (asked) => {
    const { tx, clinicId, params, body, caller, today, now, newId, record, send } = asked;
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    if (!subject) return problem("not-found");
    const refused = await refuseOtherPassword(asked, body.password);
    if (refused) return refused;
    const id = newId();
    const reason = body.reason.trim();
    const holder = { membershipId: caller.membershipId, holderName: caller.name };
    await insertEmergencyAccess(tx, clinicId, { id, patientId: subject.id, ...holder, reason }, now);
    const opened = { action: "opened in an emergency", noun: "photographs", subjectId: id, patientId: subject.id };
    record({ ...opened, detail: { reason } });
    for (const to of await listAlertAddresses(tx, clinicId, "owner")) {
      await send({
        kind: "emergency-access",
        to,
        subject: "Photographs were opened in an emergency",
        text: `${caller.name} opened a patient's photographs on ${instantText(now, caller.timeZone)}, for one hour. The reason given: ${reason}\n\nThe audit names the patient and each photograph that was looked at.`,
        dedupeKey: `emergency access ${id} ${to}`,
      });
    }
    return answer(201, { access: await openAccess(asked, subject.id) });
  },
});

export const emergencyAccessRoutes = [readEmergencyAccess, openEmergencyAccess];

/** Those who treat see photographs as part of their work; anybody else only while an emergency access is open. */
export async function refuseUnopened(asked: Asked, patientId: string): Promise<Problem | null> {
  if (asked.caller.role === "practitioner") return null;
  if (await openAccess(asked, patientId)) return null;
  return problem("forbidden", {
    detail:
      "Photographs are open to those who treat. In an emergency, open them with a reason; it ends after one hour.",
  });
}

function openAccess({ tx, clinicId, caller, now }: Asked, patientId: string) {
  return findOpenAccess(tx, clinicId, { patientId, membershipId: caller.membershipId }, now);
}
