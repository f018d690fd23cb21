import {
  BookHeldBody,
  BookingClinicView,
  FreeTimesQuery,
  FreeTimesView,
  HoldView,
  Id,
  MakeHoldBody,
  ReleaseHoldBody,
  RequestBookingCodeBody,
  SelfBookedView,
} from "@fibril/contract";
import { z } from "zod";
import { findService } from "../features/booking/set-up-store.ts";
import {
  type BookingClinic,
  findBookingClinic,
  findOnlyClinic,
  listBookingSites,
} from "../features/hold/clinic-store.ts";
import { selfBookingRules } from "../features/hold/hold-rules.ts";
import { countTries } from "../features/sign-in/store.ts";
import { findClinicSettings } from "../lookups/clinic-settings.ts";
import { answeredSecret, forgetAnswersWith } from "../platform/auth/answered-secrets.ts";
import { insertSecret } from "../platform/auth/one-time-secrets.ts";
import { hashSecret, newCode } from "../platform/auth/secrets.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { enterClinic, returnToGate, type Tx } from "../platform/database/database.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, gateRoute } from "../platform/http/route.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";
import { bookHeldPlace } from "./self-booking-book.ts";
import { findStanding, holdForVisitor, releaseForVisitor } from "./self-booking-hold.ts";
import { contactKey } from "./self-booking-person.ts";
import { readTimes } from "./self-booking-times.ts";

const OneClinic = z.strictObject({ clinicId: Id });
const Done = z.object({ done: z.literal(true) });
const done = answer(200, { done: true as const });
const clinicPath = "/api/self-booking/clinics/:clinicId";
const codeMinutes = 10;
const codeWays = ["email", "phone"] as const;

/** Tries in a quarter of an hour, from one address and in a whole clinic; practice, unsourced. */
const most = { looks: 120, holds: 20, holdsOfClinic: 300, codes: 10, codesOfContact: 5, codesOfClinic: 100, tries: 15 };

const readOnlyBookingClinic = gateRoute({
  method: "GET",
  path: "/api/self-booking/clinic",
  operationId: "readOnlyBookingClinic",
  summary: "Where to book when the installation serves one clinic.",
  answers: { 200: BookingClinicView },
  run: async ({ tx, now }) => {
    const clinicId = await findOnlyClinic(tx);
    return clinicId ? readClinic(tx, clinicId, now) : problem("not-found");
  },
});

const readBookingClinic = gateRoute({
  method: "GET",
  path: clinicPath,
  operationId: "readBookingClinic",
  summary: "What somebody needs to know of a clinic to book a first consultation.",
  params: OneClinic,
  answers: { 200: BookingClinicView },
  run: async ({ tx, params, now }) => readClinic(tx, params.clinicId, now),
});

async function readClinic(tx: Tx, clinicId: string, now: Date) {
  const clinic = await findBookingClinic(tx, clinicId);
  if (!clinic) return problem("not-found");
  await enterClinic(tx, clinicId);
  const service = await findService(tx, clinicId, "consultation");
  const sites = await listBookingSites(tx, clinicId);
  const { selfBooking: isOpen } = await findClinicSettings(tx, clinicId);
  await returnToGate(tx);
  return answer(200, {
    clinicId,
    name: clinic.name,
    phone: clinic.phone,
    isOpen,
    sites,
    consultationMinutes: service.prep_minutes + service.treatment_minutes,
    holdMinutes: selfBookingRules.holdMinutes,
    codeBy: codeWays.filter((way) => way === "email" || clinic.sendsTexts),
    today: civilDay(now, clinic.time_zone),
  });
}

/** Inside the clinic: who holds a time already may finish; nobody begins while it is switched off. */
async function refuseClosed(tx: Tx, { id, phone }: BookingClinic): Promise<Problem | null> {
  if ((await findClinicSettings(tx, id)).selfBooking) return null;
  return problem("conflict", { detail: `This clinic books consultations by telephone: ${phone}` });
}

const readFreeTimes = gateRoute({
  method: "GET",
  path: `${clinicPath}/times`,
  operationId: "readFreeTimes",
  summary: "A week of times at which a consultation can be booked by oneself.",
  params: OneClinic,
  query: FreeTimesQuery,
  answers: { 200: FreeTimesView },
  run: async ({ tx, params, query, now, address }) => {
    if ((await countTries(tx, `times ${address}`, now)) > most.looks) return problem("too-many");
    const clinic = await findBookingClinic(tx, params.clinicId);
    if (!clinic) return problem("not-found");
    await enterClinic(tx, params.clinicId);
    const closed = await refuseClosed(tx, clinic);
    if (closed) return closed;
    const wish = { siteId: query.siteId, from: query.from ?? null, now };
    const times = await readTimes(tx, params.clinicId, wish);
    await returnToGate(tx);
    return times ? answer(200, times) : problem("not-found");
  },
});

const makeHold = gateRoute({
  method: "POST",
  path: `${clinicPath}/holds`,
  operationId: "makeHold",
  answersOnce: true,
  summary: "Keeps a time for some minutes, before anything is asked about the person.",
  params: OneClinic,
  body: MakeHoldBody,
  answers: { 201: HoldView },
  run: async ({ tx, params, body, now, address, newId }) => {
    if ((await countTries(tx, `hold ${address}`, now)) > most.holds) return problem("too-many");
    if ((await countTries(tx, `holds of ${params.clinicId}`, now)) > most.holdsOfClinic) return problem("too-many");
    const clinic = await findBookingClinic(tx, params.clinicId);
    if (!clinic) return problem("not-found");
    await enterClinic(tx, params.clinicId);
    const closed = await refuseClosed(tx, clinic);
    const held = closed ?? (await holdForVisitor(tx, params.clinicId, body, { address, now, newId }));
    await returnToGate(tx);
    if (held instanceof Problem) return held;
    if (body.instead) await forgetAnswersWith(tx, [hashSecret(body.instead)]);
    return answer(201, held, answeredSecret(held.token, new Date(held.expiresAt)));
  },
});

const releaseHold = gateRoute({
  method: "POST",
  path: `${clinicPath}/holds/releases`,
  operationId: "releaseHold",
  answersOnce: true,
  summary: "Gives a kept time back.",
  params: OneClinic,
  body: ReleaseHoldBody,
  answers: { 200: Done },
  run: async ({ tx, params, body, now, address }) => {
    if ((await countTries(tx, `hold ${address}`, now)) > most.holds) return problem("too-many");
    await enterClinic(tx, params.clinicId);
    await releaseForVisitor(tx, params.clinicId, body.token, now);
    await returnToGate(tx);
    await forgetAnswersWith(tx, [hashSecret(body.token)]);
    return done;
  },
});

const requestBookingCode = gateRoute({
  method: "POST",
  path: `${clinicPath}/codes`,
  operationId: "requestBookingCode",
  answersOnce: true,
  summary: "Sends a code to the address of the person who books; the answer never tells whether the clinic knows it.",
  params: OneClinic,
  body: RequestBookingCodeBody,
  answers: { 200: Done },
  run: async ({ tx, params, body, now, address, newId }) => {
    const contact = contactKey(body.contact);
    const tries = [
      (await countTries(tx, `booking code from ${address}`, now)) > most.codes,
      (await countTries(tx, `booking code to ${contact}`, now)) > most.codesOfContact,
      (await countTries(tx, `booking codes of ${params.clinicId}`, now)) > most.codesOfClinic,
    ];
    if (tries.includes(true)) return problem("too-many");
    const clinic = await findBookingClinic(tx, params.clinicId);
    if (!clinic) return problem("not-found");
    if (body.contact.by === "phone" && !clinic.sendsTexts)
      return problem("conflict", { detail: "This clinic can't send text messages: give an e-mail address." });
    await enterClinic(tx, params.clinicId);
    const found = await findStanding(tx, params.clinicId, body.token, now);
    await returnToGate(tx);
    if (found instanceof Problem) return found;
    const [id, code] = [newId(), newCode()];
    const secret = { id, purpose: "booking-code", secret: code, clinicId: params.clinicId, accountId: null } as const;
    await insertSecret(tx, { ...secret, email: contact, validMinutes: codeMinutes }, now);
    const to = body.contact.by === "email" ? body.contact.email : body.contact.phone;
    const text = `Your code is ${code}. Type it on the page where you are booking; it is good for ${codeMinutes} minutes. If you are not booking, you need do nothing.`;
    const message = { kind: "booking-code", to, subject: `Your code for ${clinic.name}`, text };
    await enqueueMessage(tx, params.clinicId, { ...message, dedupeKey: `booking code ${id}` }, now);
    return done;
  },
});

const bookHeld = gateRoute({
  method: "POST",
  path: `${clinicPath}/bookings`,
  operationId: "bookHeld",
  answersOnce: true,
  summary: "Books the time that is kept, once the code proves the address.",
  params: OneClinic,
  body: BookHeldBody,
  answers: { 201: SelfBookedView },
  run: async (asked) => {
    const { tx, params, body, now, address } = asked;
    const contact = contactKey(body.contact);
    if ((await countTries(tx, `booking from ${address}`, now)) > most.tries) return problem("too-many");
    if ((await countTries(tx, `booking by ${contact}`, now)) > most.tries) return problem("too-many");
    const clinic = await findBookingClinic(tx, params.clinicId);
    if (!clinic) return problem("not-found");
    const booked = await bookHeldPlace(asked, clinic);
    if (booked instanceof Problem) return booked;
    await forgetAnswersWith(tx, [hashSecret(body.token)]);
    return answer(201, booked);
  },
});

export const selfBookingRoutes = [
  readOnlyBookingClinic,
  readBookingClinic,
  readFreeTimes,
  makeHold,
  releaseHold,
  requestBookingCode,
  bookHeld,
];
