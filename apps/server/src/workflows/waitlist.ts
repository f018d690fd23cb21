import { waitlistRules } from "@fibril/booking";
import {
  AddToWaitlistBody,
  AnswerOfferBody,
  Id,
  MyWaitlistOffersView,
  RemoveFromWaitlistBody,
  type WaitingStand,
  WaitlistEntryView,
  WaitlistView,
} from "@fibril/contract";
import { addDays, parseMinuteOfDay } from "@fibril/kernel";
import { z } from "zod";
import { listResources } from "../features/booking/set-up-store.ts";
import { findSite } from "../features/booking/store.ts";
import { findCourse } from "../features/course/store.ts";
import { findHold } from "../features/hold/hold-store.ts";
import { endEntry, findEntry, insertEntry } from "../features/waitlist/entry-store.ts";
import { closeOffer, findOffer } from "../features/waitlist/offer-store.ts";
import { readClinicPhone } from "../lookups/clinic-phone.ts";
import { findSubject } from "../lookups/patient.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { invalid, type Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { closeHold, lockPlaces } from "./hold-place.ts";
import { answerOffer as keepAnswer } from "./waitlist-answer.ts";
import { candidateOf, listCandidates } from "./waitlist-candidates.ts";
import { loadFacts } from "./waitlist-facts.ts";
import { offerTo, PlaceGone } from "./waitlist-offer.ts";
import { entryView, myOffersView } from "./waitlist-view.ts";

const OneEntry = z.strictObject({ entryId: Id });
const OneOffer = z.strictObject({ offerId: Id });
const Done = z.object({ done: z.literal(true) });
const done = answer(200, { done: true as const });
const longestDays = 120;

const readWaitlist = clinicRoute({
  method: "GET",
  path: "/api/waitlist",
  operationId: "readWaitlist",
  summary: "Everybody who waits, in the order in which freed places are offered, each with why nothing is.",
  answers: { 200: WaitlistView },
  run: async ({ tx, clinicId, now, today }) => {
    const entries: WaitlistEntryView[] = [];
    for (const candidate of await listCandidates(tx, clinicId, today))
      entries.push(await entryView(tx, clinicId, candidate, { now, today }));
    return answer(200, { entries, offersPerDay: waitlistRules.offersPerDay });
  },
});

const addToWaitlist = clinicRoute({
  method: "POST",
  path: "/api/waitlist",
  operationId: "addToWaitlist",
  summary: "Puts somebody on the waitlist for a consultation or for one session of their course.",
  body: AddToWaitlistBody,
  answers: { 201: WaitlistEntryView },
  run: async (asked) => {
    const { tx, clinicId, body, now, today, caller, newId, record } = asked;
    const refused = await refuseEntry(tx, clinicId, body, asked);
    if (refused) return refused;
    const id = newId();
    const { patientId, kind, courseId, ordinal, siteId, from, to, weekdays, practitionerId } = body;
    const minutes = {
      fromMinute: parseMinuteOfDay(body.fromTime) ?? 0,
      toMinute: parseMinuteOfDay(body.toTime) ?? 1440,
    };
    const entry = { id, patientId, kind, courseId, ordinal, siteId, from, to, weekdays, practitionerId, ...minutes };
    try {
      await insertEntry(tx, clinicId, { ...entry, addedBy: caller.name }, now);
    } catch (fault) {
      if (violates(fault, "waitlist_waiting"))
        return problem("conflict", { detail: "This person waits for that visit already." });
      throw fault;
    }
    record({ action: "put on the waitlist", noun: "waitlist entry", subjectId: id, patientId });
    const kept = await findEntry(tx, clinicId, id);
    if (!kept) throw new Error("an entry that was just made is gone");
    return answer(201, await entryView(tx, clinicId, await candidateOf(tx, clinicId, kept, today), { now, today }));
  },
});

type Wish = AddToWaitlistBody;

async function refuseEntry(
  tx: Tx,
  clinicId: string,
  body: Wish,
  { today }: Pick<ClinicAsked<undefined, undefined, undefined>, "today">,
): Promise<Problem | null> {
  const issue = wishIssue(body, today);
  if (issue) return invalid(issue.path, issue.message);
  if (!(await isOurs(tx, clinicId, body, today))) return problem("not-found");
  const { from: from_day, to: to_day, courseId: course_id, patientId: patient_id, kind, ordinal } = body;
  const facts = await loadFacts(tx, clinicId, { from_day, to_day, course_id, patient_id, kind, ordinal }, today);
  if (!facts.days.ok && facts.days.problem === "visit-is-over") return invalid("ordinal", "is over, or not planned");
  const isElsewhere = facts.present !== null && facts.present.siteId !== body.siteId;
  return isElsewhere ? invalid("siteId", "must be the site where the visit is booked") : null;
}

/** Whether the patient, the site, the practitioner and the course are the clinic's, and the course the patient's. */
async function isOurs(tx: Tx, clinicId: string, body: Wish, today: Wish["from"]): Promise<boolean> {
  const subject = await findSubject(tx, clinicId, body.patientId, today);
  const site = await findSite(tx, clinicId, body.siteId);
  if (!(subject && site)) return false;
  const practitioners = (await listResources(tx, clinicId)).filter(({ kind }) => kind === "practitioner");
  if (body.practitionerId && !practitioners.some(({ id }) => id === body.practitionerId)) return false;
  const course = body.courseId ? await findCourse(tx, clinicId, body.courseId) : undefined;
  return body.courseId === null || course?.patient_id === subject.id;
}

function wishIssue(body: Wish, today: Wish["from"]): { readonly path: string; readonly message: string } | null {
  if ((body.kind === "session") !== (body.courseId !== null && body.ordinal !== null))
    return { path: "courseId", message: "a session names its course and which one it is; a consultation neither" };
  if (body.to < body.from) return { path: "to", message: "is before the first day" };
  if (body.to < today) return { path: "to", message: "is in the past" };
  if (body.to > addDays(today, longestDays)) return { path: "to", message: `is more than ${longestDays} days ahead` };
  return body.toTime <= body.fromTime ? { path: "toTime", message: "is not after the first time" } : null;
}

const removeFromWaitlist = clinicRoute({
  method: "POST",
  path: "/api/waitlist/:entryId/removals",
  operationId: "removeFromWaitlist",
  summary: "Takes somebody off the waitlist; an open offer is withdrawn.",
  params: OneEntry,
  body: RemoveFromWaitlistBody,
  answers: { 200: Done },
  run: async ({ tx, clinicId, params, body, now, today, caller, record }) => {
    const entry = await findEntry(tx, clinicId, params.entryId);
    if (!entry) return problem("not-found");
    const { offers } = await candidateOf(tx, clinicId, entry, today);
    for (const offer of offers.filter(({ state }) => state === "open")) {
      const hold = await findHold(tx, clinicId, offer.hold_id);
      if (hold) await lockPlaces(tx, clinicId, [{ siteId: hold.site_id, day: hold.day }], now);
      if (hold) await closeHold(tx, clinicId, { hold, ending: { as: "released" }, now });
      await closeOffer(tx, clinicId, { offerId: offer.id, state: "withdrawn", by: caller.name, now });
    }
    const ending = { entryId: entry.id, version: body.version, state: "removed", because: body.reason, now } as const;
    if (!(await endEntry(tx, clinicId, ending)))
      return problem("conflict", { detail: "This person is not on the waitlist any more, or was changed meanwhile." });
    record({
      action: "took off the waitlist",
      noun: "waitlist entry",
      subjectId: entry.id,
      patientId: entry.patient_id,
    });
    return done;
  },
});

const offerNow = clinicRoute({
  method: "POST",
  path: "/api/waitlist/:entryId/offers",
  operationId: "offerNow",
  summary: "Offers the earliest place that fits to this person now and keeps it for them; 409 where nothing can be.",
  params: OneEntry,
  answers: { 201: WaitlistEntryView },
  run: async ({ tx, clinicId, params, now, today, newId, caller, services, record }) => {
    const entry = await findEntry(tx, clinicId, params.entryId);
    if (!entry) return problem("not-found");
    if (entry.state !== "waiting") return problem("conflict", { detail: "This person does not wait any more." });
    const phone = await readClinicPhone(tx, clinicId);
    const clinic = { id: clinicId, name: caller.clinicName, timeZone: caller.timeZone, phone };
    const offering = { now, newId, clinic, publicUrl: services.publicUrl, by: caller.name, byTelephone: true };
    try {
      const offered = await offerTo(tx, await candidateOf(tx, clinicId, entry, today), offering);
      if (!offered.ok)
        return problem("conflict", { detail: words[offered.problem], current: { why: offered.problem } });
      const told = { action: "offered", noun: "offer", subjectId: offered.value.offerId };
      record({ ...told, patientId: entry.patient_id });
    } catch (fault) {
      if (fault instanceof PlaceGone) return problem("taken");
      throw fault;
    }
    return answer(201, await entryView(tx, clinicId, await candidateOf(tx, clinicId, entry, today), { now, today }));
  },
});

const words = {
  "wish-is-over": "The days that they asked for are over.",
  "not-permitted": "No signed decision lets treatment go ahead.",
  "previous-unplaced": "The session before it has no day yet.",
  gap: "No day that they asked for keeps the gap to the sessions around it.",
  "before-permission": "Treatment may not begin within the days that they asked for.",
  "as-early-already": "What they have is as early as it can be.",
  "visit-is-over": "The visit that they wait for is over.",
  "no-free-time": "Nothing that fits is free.",
  "offer-is-open": "They have an open offer already.",
  "asked-three-times-today": "They have been asked three times today.",
} as const satisfies Record<WaitingStand, string>;

const answerOffer = clinicRoute({
  method: "POST",
  path: "/api/waitlist-offers/:offerId/answers",
  operationId: "answerOffer",
  summary: "What the person said on the telephone: yes books the place, no gives it on.",
  params: OneOffer,
  body: AnswerOfferBody,
  answers: { 200: Done },
  run: async (asked) => (await keepAnswer(asked, asked.params.offerId, asked.body.answer)) ?? done,
});

const readMyOffers = clinicRoute({
  method: "GET",
  path: "/api/my/waitlist-offers",
  operationId: "readMyOffers",
  summary: "The places that were offered to the patient, the newest first.",
  answers: { 200: MyWaitlistOffersView },
  run: async ({ tx, clinicId, caller, now, today }) => {
    if (!caller.patientId) return problem("forbidden");
    return answer(200, await myOffersView(tx, clinicId, { patientId: caller.patientId, now, today }));
  },
});

const answerMyOffer = clinicRoute({
  method: "POST",
  path: "/api/my/waitlist-offers/:offerId/answers",
  operationId: "answerMyOffer",
  summary: "Takes an offered place, or leaves it to the next person.",
  params: OneOffer,
  body: AnswerOfferBody,
  answers: { 200: Done },
  run: async (asked) => {
    const offer = await findOffer(asked.tx, asked.clinicId, asked.params.offerId);
    if (!offer || offer.patient_id !== asked.caller.patientId) return problem("not-found");
    return (await keepAnswer(asked, offer.id, asked.body.answer)) ?? done;
  },
});

export const waitlistRoutes = [
  readWaitlist,
  addToWaitlist,
  removeFromWaitlist,
  offerNow,
  answerOffer,
  readMyOffers,
  answerMyOffer,
];
