import {
  BookMyConsultationBody,
  CancelMyConsultationBody,
  FreeTimesQuery,
  FreeTimesView,
  Id,
  MyConsultationView,
  type VisitView,
} from "@fibril/contract";
import { type CalendarDate, parseMinuteOfDay } from "@fibril/kernel";
import { z } from "zod";
import { type Place, releaseClaims } from "../features/booking/claim-store.ts";
import { findService, type Service } from "../features/booking/set-up-store.ts";
import { siteWords } from "../features/booking/site-words.ts";
import { findSite } from "../features/booking/store.ts";
import { tellAfter } from "../features/booking/tell-after.ts";
import {
  insertVisit,
  insertVisitEvent,
  listVisits,
  moveVisit,
  updateVisitState,
} from "../features/booking/visit-store.ts";
import { listBookingSites } from "../features/hold/clinic-store.ts";
import { selfBookingRules } from "../features/hold/hold-rules.ts";
import { readClinicPhone } from "../lookups/clinic-phone.ts";
import { findSubject } from "../lookups/patient.ts";
import { instantOf } from "../platform/clock/civil-time.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { lockPlaces } from "./hold-place.ts";
import { bookedTime, readTimes, selfBookableDays } from "./self-booking-times.ts";
import { loadSiteStarts, placeFrom } from "./site-starts.ts";

const { noticeHours } = selfBookingRules;

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "caller" | "now" | "today">;

const readMyConsultation = clinicRoute({
  method: "GET",
  path: "/api/my/consultation",
  operationId: "readMyConsultation",
  summary: "The patient's own next consultation, and whether they may still change it.",
  answers: { 200: MyConsultationView },
  run: async (asked) => answer(200, await viewOf(asked)),
});

const readMyFreeTimes = clinicRoute({
  method: "GET",
  path: "/api/my/consultation-times",
  operationId: "readMyFreeTimes",
  summary: "A week of times for the patient's own consultation; the one they have counts as free.",
  query: FreeTimesQuery,
  answers: { 200: FreeTimesView },
  run: async ({ tx, clinicId, caller, query, now }) => {
    const visit = await findOwnConsultation(tx, clinicId, caller.patientId);
    const moving = visit ? [visit.id] : [];
    const times = await readTimes(tx, clinicId, { siteId: query.siteId, from: query.from ?? null, now, moving });
    return times ? answer(200, times) : problem("not-found");
  },
});

const bookMyConsultation = clinicRoute({
  method: "POST",
  path: "/api/my/consultation-visits",
  operationId: "bookMyConsultation",
  summary: "Books the patient's own consultation, or moves the one they have.",
  body: BookMyConsultationBody,
  answers: { 200: MyConsultationView },
  run: async (asked) => {
    const { tx, clinicId, caller, body, now, newId, today, record, send } = asked;
    const site = await findSite(tx, clinicId, body.siteId);
    const subject = caller.patientId ? await findSubject(tx, clinicId, caller.patientId, today) : undefined;
    if (!(site && subject)) return problem("not-found");
    const old = await findOwnConsultation(tx, clinicId, subject.id);
    const refused = refuseChange(old, body.moves, { siteId: site.id, now });
    if (refused) return refused;
    const places = [{ siteId: site.id, day: body.day }];
    if (old) places.push({ siteId: old.siteId, day: old.day as CalendarDate });
    await lockPlaces(tx, clinicId, places, now);
    const place = await findPlace(asked, old);
    if (place instanceof Problem) return place;
    const visitId = old?.id ?? newId();
    const failed = await keepVisit(asked, { visitId, patientId: subject.id, old, place });
    if (failed) return failed;
    const reason = old ? `moved from ${old.day} ${old.start} to ${place.day} ${place.start}` : null;
    const event = { id: newId(), visitId, patientId: subject.id, state: "booked", by: caller.name, reason } as const;
    await insertVisitEvent(tx, clinicId, event, now);
    record({ action: old ? "moved" : "booked", noun: "visit", subjectId: visitId, patientId: subject.id });
    await send({
      kind: old ? "visit-moved" : "visit-booked",
      to: caller.email,
      subject: `Your consultation at ${caller.clinicName}`,
      text: `Your consultation is ${old ? "now " : ""}on ${dayAndTime(place.day, place.start)}, ${siteWords(site)}.`,
      patientId: subject.id,
      dedupeKey: `visit ${visitId} ${event.id}`,
    });
    return answer(200, await viewOf(asked));
  },
});

const cancelMyConsultation = clinicRoute({
  method: "POST",
  path: "/api/my/consultation-visits/:visitId/cancellations",
  operationId: "cancelMyConsultation",
  summary: "Cancels the patient's own consultation, up to the clinic's notice.",
  params: z.strictObject({ visitId: Id }),
  body: CancelMyConsultationBody,
  answers: { 200: MyConsultationView },
  run: async (asked) => {
    const { tx, clinicId, caller, params, body, now, newId, record, send } = asked;
    const visit = await findOwnConsultation(tx, clinicId, caller.patientId);
    if (!visit || visit.id !== params.visitId) return problem("not-found");
    if (!mayChange(visit, now)) return tooLate();
    const { id: visitId, patientId } = visit;
    const change = { visitId, version: body.version, state: "cancelled", cancelledBy: "patient" } as const;
    await lockPlaces(tx, clinicId, [{ siteId: visit.siteId, day: visit.day as CalendarDate }], now);
    if (!(await updateVisitState(tx, clinicId, { ...change, reason: "cancelled online" })))
      return problem("stale-version", { current: await viewOf(asked) });
    await releaseClaims(tx, clinicId, [visitId]);
    const event = { id: newId(), visitId, patientId, state: "cancelled", by: caller.name } as const;
    await insertVisitEvent(tx, clinicId, { ...event, reason: "cancelled online" }, now);
    record({ action: "cancelled", noun: "visit", subjectId: visitId, patientId });
    const when = dayAndTime(visit.day, visit.start);
    await send({
      kind: "visit-cancelled",
      to: caller.email,
      subject: `Your consultation at ${caller.clinicName}`,
      text: `Your consultation on ${when}, ${visit.siteName}, is cancelled. You can book another on your own pages.`,
      patientId,
      dedupeKey: `visit ${visitId} ${event.id}`,
      dueAt: tellAfter(now),
    });
    return answer(200, await viewOf(asked));
  },
});

export const myConsultationRoutes = [readMyConsultation, readMyFreeTimes, bookMyConsultation, cancelMyConsultation];

async function findOwnConsultation(tx: Tx, clinicId: string, patientId: string | null): Promise<VisitView | null> {
  if (patientId === null) return null;
  const visits = await listVisits(tx, clinicId, { patientId });
  return visits.find(({ kind, state }) => kind === "consultation" && (state === "booked" || state === "late")) ?? null;
}

type Wanted = BookMyConsultationBody["moves"];

function refuseChange(
  old: VisitView | null,
  moves: Wanted,
  { siteId, now }: { readonly siteId: string; readonly now: Date },
): Problem | null {
  if (!old) return moves ? problem("not-found") : null;
  if (!moves) return problem("conflict", { detail: "You have a consultation already: move that one." });
  if (moves.visitId !== old.id) return problem("not-found");
  if (moves.version !== old.version) return problem("stale-version", { current: old });
  if (!mayChange(old, now)) return tooLate();
  return siteId === old.siteId ? null : problem("conflict", { detail: "Call us to come to another place." });
}

/** Half a day before nobody else can use the time any more, so from then on people talk. */
function mayChange(visit: VisitView, now: Date): boolean {
  const minute = parseMinuteOfDay(visit.start) ?? 0;
  const startsAt = instantOf({ day: visit.day as CalendarDate, minute, timeZone: visit.timeZone });
  return visit.state === "booked" && startsAt.getTime() - now.getTime() >= noticeHours * 3_600_000;
}

function tooLate(): Problem {
  return problem("conflict", { detail: `It is less than ${noticeHours} hours before your visit: please call us.` });
}

interface ToKeep {
  readonly visitId: string;
  readonly patientId: string;
  readonly old: VisitView | null;
  readonly place: Place;
}

async function keepVisit(
  asked: Asked & { readonly body: BookMyConsultationBody },
  { visitId, patientId, old, place }: ToKeep,
): Promise<Problem | null> {
  const { tx, clinicId, caller, body, now } = asked;
  const service = await findService(tx, clinicId, "consultation");
  const kept = { siteId: body.siteId, place, service };
  try {
    if (old) {
      await releaseClaims(tx, clinicId, [old.id]);
      const isMoved = await moveVisit(tx, clinicId, { visitId, version: old.version, ...kept });
      return isMoved ? null : problem("stale-version", { current: await viewOf(asked) });
    }
    const visit = { id: visitId, patientId, kind: "consultation", courseId: null, ordinal: null } as const;
    await insertVisit(tx, clinicId, { ...visit, ...kept, bookedBy: caller.name }, now);
    return null;
  } catch (fault) {
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
    throw fault;
  }
}

/** The place at the time that was chosen, with the days locked, or the nearest times. */
async function findPlace(
  { tx, clinicId, now, body }: Asked & { readonly body: BookMyConsultationBody },
  old: VisitView | null,
): Promise<Place | Problem> {
  const moving = old ? [old.id] : [];
  const { siteId, day, start } = body;
  const site = await findSite(tx, clinicId, siteId);
  const { earliest, last, notBefore } = selfBookableDays(now, site?.time_zone ?? "UTC");
  const range = { siteId, from: day, to: day, moving, kind: "consultation", notBefore } as const;
  const starts = earliest <= day && day <= last ? await loadSiteStarts(tx, clinicId, range) : null;
  const place = starts && placeFrom(starts, { day, start });
  return place ?? problem("taken", { current: await readTimes(tx, clinicId, { siteId, from: day, now, moving }) });
}

async function viewOf({ tx, clinicId, caller, now, today }: Asked): Promise<MyConsultationView> {
  const visit = await findOwnConsultation(tx, clinicId, caller.patientId);
  const service = await findService(tx, clinicId, "consultation");
  const sites = await listBookingSites(tx, clinicId);
  return {
    sites: [...sites],
    visit: visit && visitView(visit, { sites, service }),
    mayChange: visit !== null && mayChange(visit, now),
    noticeHours,
    consultationMinutes: service.prep_minutes + service.treatment_minutes,
    clinicPhone: await readClinicPhone(tx, clinicId),
    today,
  };
}

function visitView(
  visit: VisitView,
  { sites, service }: { readonly sites: MyConsultationView["sites"]; readonly service: Service },
): MyConsultationView["visit"] {
  const site = sites.find(({ id }) => id === visit.siteId) ?? { name: "", address: "" };
  const startMinute = parseMinuteOfDay(visit.start) ?? 0;
  const when = { day: visit.day as CalendarDate, startMinute, timeZone: visit.timeZone };
  const { id, siteId, practitionerName, version } = visit;
  return { ...bookedTime(when, site, service), id, siteId, practitionerName, version };
}
