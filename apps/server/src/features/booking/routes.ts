import {
  AddAbsenceBody,
  AddSiteClosureBody,
  CalendarQuery,
  CalendarView,
  ClinicSetUpView,
  Id,
  OutOfPlaceView,
  VisitView,
} from "@fibril/contract";
import { z } from "zod";
import { findSubject } from "../../lookups/patient.ts";
import { invalid, problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { visitStateRoutes } from "./change-visit-state.ts";
import { listOutOfPlace } from "./out-of-place-store.ts";
import { resourceRoutes } from "./resource-routes.ts";
import { listResources, listSites, readSetUp as loadSetUp } from "./set-up-store.ts";
import * as store from "./store.ts";
import { listVisits } from "./visit-store.ts";

const VisitsView = z.object({ visits: z.array(VisitView) });
const Done = z.object({ done: z.literal(true), touched: z.array(OutOfPlaceView) });

const readSetUp = clinicRoute({
  method: "GET",
  path: "/api/set-up",
  operationId: "readSetUp",
  summary: "Sites, people, rooms, devices and services.",
  answers: { 200: ClinicSetUpView },
  run: async ({ tx, clinicId }) => answer(200, await loadSetUp(tx, clinicId)),
});

const readCalendar = clinicRoute({
  method: "GET",
  path: "/api/calendar",
  operationId: "readCalendar",
  summary: "Up to a fortnight of one site.",
  query: CalendarQuery,
  answers: { 200: CalendarView },
  run: async ({ tx, clinicId, query }) => {
    const calendar = await store.loadCalendar(tx, clinicId, query);
    return calendar ? answer(200, calendar) : problem("not-found");
  },
});

const listPatientVisits = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/visits",
  operationId: "listPatientVisits",
  summary: "Every visit of one patient, cancelled ones too.",
  params: z.strictObject({ patientId: Id }),
  answers: { 200: VisitsView },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { visits: await listVisits(tx, clinicId, params) });
  },
});

const readMyVisits = clinicRoute({
  method: "GET",
  path: "/api/my/visits",
  operationId: "readMyVisits",
  summary: "The patient's own visits.",
  answers: { 200: VisitsView },
  run: async ({ tx, clinicId, caller }) => {
    if (!caller.patientId) return problem("forbidden");
    return answer(200, { visits: await listVisits(tx, clinicId, { patientId: caller.patientId }) });
  },
});

const addSiteClosure = clinicRoute({
  method: "POST",
  path: "/api/sites/:siteId/closures",
  operationId: "addSiteClosure",
  summary: "Closes a site on a day; visits already booked on it stay until they are moved.",
  params: z.strictObject({ siteId: Id }),
  body: AddSiteClosureBody,
  answers: { 201: Done },
  run: async ({ tx, clinicId, params, body, today, record }) => {
    if (!(await store.findSite(tx, clinicId, params.siteId))) return problem("not-found");
    await store.insertClosure(tx, clinicId, { siteId: params.siteId, ...body });
    record({ action: "closed", noun: "site", subjectId: params.siteId, detail: body });
    const out = await listOutOfPlace(tx, clinicId, { from: today, siteIds: [params.siteId] });
    return answer(201, { done: true as const, touched: out.filter(({ visit }) => visit.day === body.day) });
  },
});

const addAbsence = clinicRoute({
  method: "POST",
  path: "/api/resources/:resourceId/absences",
  operationId: "addAbsence",
  summary: "Leave of a person, or an outage of a room or device, both days inclusive.",
  params: z.strictObject({ resourceId: Id }),
  body: AddAbsenceBody,
  answers: { 201: Done },
  run: async ({ tx, clinicId, params, body, newId, today, record }) => {
    if (body.toDay < body.fromDay) return invalid("toDay", "is before the first day");
    const resource = (await listResources(tx, clinicId)).find(({ id }) => id === params.resourceId);
    if (!resource) return problem("not-found");
    await store.insertAbsence(tx, clinicId, { id: newId(), resourceId: resource.id, ...body });
    record({ action: "is away", noun: resource.kind, subjectId: resource.id, detail: body });
    const sites = await listSites(tx, clinicId);
    const out = await listOutOfPlace(tx, clinicId, { from: today, siteIds: sites.map(({ id }) => id) });
    const isAway = ({ visit, reason }: OutOfPlaceView) =>
      (reason === "on-leave" || reason === "out-of-service") && body.fromDay <= visit.day && visit.day <= body.toDay;
    return answer(201, { done: true as const, touched: out.filter((one) => isAway(one) && uses(one, resource.id)) });
  },
});

function uses({ visit }: OutOfPlaceView, resourceId: string): boolean {
  const { practitionerId, prepRoomId, treatmentRoomId, deviceId } = visit;
  return [practitionerId, prepRoomId, treatmentRoomId, deviceId].includes(resourceId);
}

export const bookingRoutes = [
  readSetUp,
  readCalendar,
  listPatientVisits,
  readMyVisits,
  ...visitStateRoutes,
  addSiteClosure,
  addAbsence,
  ...resourceRoutes,
];
