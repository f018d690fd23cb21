import { BookConsultationBody, Id, SuggestVisitBody, VisitPlacesView, VisitView } from "@fibril/contract";
import { addDays } from "@fibril/kernel";
import { z } from "zod";
import { availabilityCache } from "../features/booking/availability-cache.ts";
import { lockDays } from "../features/booking/claim-store.ts";
import { type BrokenRule, refuseBroken, rosterRule } from "../features/booking/override.ts";
import { insertOverrides } from "../features/booking/override-store.ts";
import { loadAround } from "../features/booking/places-store.ts";
import { refusePast } from "../features/booking/refuse-past.ts";
import { refusalWords, refuseUnlessRostered } from "../features/booking/refuse-place.ts";
import { findService, type Service } from "../features/booking/set-up-store.ts";
import { siteWords } from "../features/booking/site-words.ts";
import { findSite } from "../features/booking/store.ts";
import { findVisit, insertVisit, insertVisitEvent } from "../features/booking/visit-store.ts";
import { addressesOf, findSubject } from "../lookups/patient.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { invalid, Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { searchPlaces, serviceOfKind } from "./course-places.ts";

const OnePatient = z.strictObject({ patientId: Id });
const horizonDays = 200;
const places = 20;

const suggestVisit = clinicRoute({
  method: "POST",
  path: "/api/visit-suggestions",
  operationId: "suggestVisit",
  summary: "The best place of each day for one visit; books nothing.",
  asks: true,
  body: SuggestVisitBody,
  answers: { 200: VisitPlacesView },
  run: async ({ tx, clinicId, body, today, now }) => {
    const from = body.from < today ? today : body.from;
    if (body.to < from) return invalid("to", "is before the first day");
    if (body.to > addDays(from, horizonDays)) return invalid("to", `is more than ${horizonDays} days ahead`);
    const { siteId, to } = body;
    const site = await availabilityCache.find(tx, clinicId, { siteId, from, to, today });
    if (!site) return problem("not-found");
    const found = searchPlaces({
      site,
      service: serviceOfKind(site, body.serviceKind),
      practitionerId: body.practitionerId,
      now,
      sessions: 1,
      gapDays: { min: 28, max: 42, target: 35 },
      earliest: from,
      latest: to,
      preferred: body.preferred ?? [],
      suggestions: places,
    });
    return answer(200, {
      places: found.flat().map((place) => ({
        ...place,
        practitionerName: site.nameOf(place.practitioner),
        roomName: site.nameOf(place.treatmentRoom),
      })),
    });
  },
});

const bookConsultation = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/consultation-visits",
  operationId: "bookConsultation",
  summary: "Books a consultation.",
  params: OnePatient,
  body: BookConsultationBody,
  answers: { 201: VisitView },
  run: async ({ tx, clinicId, params, body, today, now, caller, newId, record, send }) => {
    const subject = await findSubject(tx, clinicId, params.patientId, today);
    const site = subject && (await findSite(tx, clinicId, body.siteId));
    if (!subject || !site) return problem("not-found");
    const past = refusePast(body.place, { now, timeZone: site.time_zone, path: "place" });
    if (past) return problem("invalid-input", { issues: [past] });
    await lockDays(tx, clinicId, { siteId: site.id, days: [body.place.day], now });
    const service = await findService(tx, clinicId, "consultation");
    const broken = await judgePlace(tx, service, { body, caller });
    if (broken instanceof Problem) return broken;
    const visit = {
      id: newId(),
      patientId: subject.id,
      kind: "consultation",
      courseId: null,
      ordinal: null,
      siteId: site.id,
      place: body.place,
      service,
      bookedBy: caller.name,
    } as const;
    try {
      await insertVisit(tx, clinicId, visit, now);
    } catch (fault) {
      if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
      throw fault;
    }
    const event = {
      id: newId(),
      visitId: visit.id,
      patientId: subject.id,
      state: "booked",
      by: caller.name,
      reason: null,
    } as const;
    await insertVisitEvent(tx, clinicId, event, now);
    const overridden = { visitId: visit.id, patientId: subject.id, broken, override: body.override };
    await insertOverrides(tx, overridden, { caller, now, newId });
    const outside = broken.map(({ rule }) => rule);
    const detail = outside.length > 0 ? { outside } : {};
    record({ action: "booked", noun: "visit", subjectId: visit.id, patientId: subject.id, detail });
    for (const to of addressesOf(subject))
      await send(visitMessage({ body, caller }, { to, patientId: subject.id, site, visitId: visit.id }));
    const view = await findVisit(tx, clinicId, visit.id);
    if (!view) throw new Error("a visit that was just booked is gone");
    return answer(201, view);
  },
});

type Booked = Pick<ClinicAsked<typeof OnePatient, undefined, typeof BookConsultationBody>, "body" | "caller">;

/** The clinic's rules that the place goes past with a reason, or why it can't be had. Its day must be locked. */
async function judgePlace(
  tx: Tx,
  service: Service,
  { body, caller }: Booked,
): Promise<readonly BrokenRule[] | Problem> {
  const around = await loadAround(tx, caller.clinicId, { siteId: body.siteId, places: [body.place] });
  if (!around) return problem("not-found");
  const refused = refuseUnlessRostered(around, service, body.place);
  if (refused === "taken") return problem("taken");
  const broken = refused === "outside-roster" ? [rosterRule("place")] : [];
  const issues = refused && broken.length === 0 ? [{ path: "place", message: refusalWords(refused) }] : [];
  return refuseBroken(caller, { issues, broken, override: body.override }) ?? broken;
}

interface VisitTold {
  readonly to: string;
  readonly patientId: string;
  readonly site: { readonly name: string; readonly address: string };
  readonly visitId: string;
}

function visitMessage({ body, caller }: Booked, { to, patientId, site, visitId }: VisitTold) {
  const { day, start } = body.place;
  return {
    kind: "visit-booked",
    to,
    subject: `Your consultation at ${caller.clinicName}`,
    text: `Your consultation is on ${dayAndTime(day, start)}, ${siteWords(site)}. Please fill in the questions on your own pages before you come.`,
    patientId,
    dedupeKey: `visit ${visitId} ${to}`,
  };
}

export const bookConsultationRoutes = [suggestVisit, bookConsultation];
