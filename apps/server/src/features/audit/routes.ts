import { AuditPageView, AuditQuery, AuditVerdictView, WhoSawMyRecordView } from "@fibril/contract";
import { verifyAuditChain } from "../../platform/audit/verify-audit.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { auditPageSize, searchAudit } from "./store.ts";

const search = clinicRoute({
  method: "GET",
  path: "/api/audit",
  operationId: "searchAudit",
  summary: "Who did what, newest first.",
  query: AuditQuery,
  answers: { 200: AuditPageView },
  run: async ({ tx, clinicId, query }) => {
    const events = await searchAudit(tx, clinicId, query);
    const next = events.length === auditPageSize ? (events.at(-1)?.sequence ?? null) : null;
    return answer(200, { events: [...events], next });
  },
});

const verify = clinicRoute({
  method: "GET",
  path: "/api/audit/verdict",
  operationId: "verifyAudit",
  summary: "Follows the chain from its first event to its head and names the first that does not hold.",
  answers: { 200: AuditVerdictView },
  run: async ({ tx, clinicId, services }) =>
    answer(200, await verifyAuditChain(tx, clinicId, await services.anchors.list(clinicId))),
});

const whoSawMyRecord = clinicRoute({
  method: "GET",
  path: "/api/my/audit",
  operationId: "readWhoSawMyRecord",
  summary: "Who looked at or changed the patient's own record.",
  answers: { 200: WhoSawMyRecordView },
  run: async ({ tx, clinicId, caller }) => {
    if (!caller.patientId) return problem("forbidden");
    const events = await searchAudit(tx, clinicId, { patientId: caller.patientId });
    return answer(200, {
      events: events.map(({ at, actor, role, action, noun }) => ({ at, actor, role, action, noun })),
    });
  },
});

export const auditRoutes = [search, verify, whoSawMyRecord];
