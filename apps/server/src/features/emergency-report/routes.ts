import { EmergencyReportView, EmergencyWeekParams, EmergencyWeekView, ReviewEmergencyWeekBody } from "@fibril/contract";
import { findSigner } from "../../lookups/staff.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { readWeeks } from "./report.ts";
import * as store from "./store.ts";
import { isOver, weekOf } from "./week.ts";

const readEmergencyReport = clinicRoute({
  method: "GET",
  path: "/api/reports/emergency-access",
  operationId: "readEmergencyReport",
  summary: "Week by week: who opened whose photographs in an emergency, why, for how long, and what was looked at.",
  answers: { 200: EmergencyReportView },
  run: async ({ tx, caller, today }) => answer(200, { weeks: await readWeeks(tx, caller, today) }),
});

const reviewEmergencyWeek = clinicRoute({
  method: "POST",
  path: "/api/reports/emergency-access/:weekStartsOn/reviews",
  operationId: "reviewEmergencyWeek",
  summary: "Keeps who looked through a week that is over, and what they found.",
  params: EmergencyWeekParams,
  body: ReviewEmergencyWeekBody,
  answers: { 201: EmergencyWeekView },
  run: async ({ tx, clinicId, caller, params, body, today, now, newId, record }) => {
    const { weekStartsOn } = params;
    const ofWeek = (await store.listUses(tx, clinicId)).filter(
      ({ opened_at }) => weekOf(opened_at, caller.timeZone) === weekStartsOn,
    );
    if (ofWeek.length === 0) return problem("not-found");
    if (!isOver(weekStartsOn, today))
      return problem("conflict", { detail: "This week is not over yet: review it from next Monday on." });
    const signer = await findSigner(tx, caller);
    if (!signer || (caller.role !== "owner" && caller.role !== "auditor")) return problem("forbidden");
    const id = newId();
    const reviewer = { staffId: signer.staffId, name: signer.name, role: caller.role };
    const ownUse = ofWeek.some(({ membership_id }) => membership_id === caller.membershipId);
    await store.insertReview(tx, clinicId, { id, weekStartsOn, reviewer, note: body.note.trim(), ownUse }, now);
    record({ action: "reviewed", noun: "emergency week", subjectId: id, detail: { weekStartsOn, ownUse } });
    const week = (await readWeeks(tx, caller, today)).find((other) => other.weekStartsOn === weekStartsOn);
    return week ? answer(201, week) : problem("not-found");
  },
});

export const emergencyReportRoutes = [readEmergencyReport, reviewEmergencyWeek];
