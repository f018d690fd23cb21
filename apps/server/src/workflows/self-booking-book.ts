import type { BookHeldBody, SelfBookedView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { loadAvailability } from "../features/booking/availability-store.ts";
import { releaseHoldClaims } from "../features/booking/claim-store.ts";
import { refusePlace } from "../features/booking/refuse-place.ts";
import { findService } from "../features/booking/set-up-store.ts";
import { siteWords } from "../features/booking/site-words.ts";
import { insertVisit, insertVisitEvent } from "../features/booking/visit-store.ts";
import type { BookingClinic } from "../features/hold/clinic-store.ts";
import { selfBookingRules } from "../features/hold/hold-rules.ts";
import { endHold, findHoldBySecret, type Hold } from "../features/hold/hold-store.ts";
import { useCode } from "../platform/auth/one-time-secrets.ts";
import { hashSecret } from "../platform/auth/secrets.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import { enterClinic, returnToGate } from "../platform/database/database.ts";
import { Rollback } from "../platform/database/rollback.ts";
import { invalid, Problem } from "../platform/http/problem.ts";
import type { GateAsked } from "../platform/http/route.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";
import { lockPlaces, placeOf } from "./hold-place.ts";
import { findStanding, takenAt, timeOfHold } from "./self-booking-hold.ts";
import { birthDateIssue, contactKey, findOrRegister, isMinorOn, openOwnPages } from "./self-booking-person.ts";

interface Asked
  extends Pick<GateAsked<undefined, undefined, undefined>, "tx" | "now" | "newId" | "record" | "services"> {
  readonly body: BookHeldBody;
}

const bookedBy = "the patient, online";

/** A kept time becomes a visit: code, person, place, all or nothing. Answers a repeat as it answered the first time. */
export async function bookHeldPlace(asked: Asked, clinic: BookingClinic): Promise<SelfBookedView | Problem> {
  const { tx, body, now } = asked;
  const today = civilDay(now, clinic.time_zone);
  const wrong = birthDateIssue(body.birthDate, today);
  if (wrong) return invalid("birthDate", wrong);
  await enterClinic(tx, clinic.id);
  const used = await findUsed(asked, clinic);
  const found = used ? await bookedView(asked, clinic, used) : await findStanding(tx, clinic.id, body.token, now);
  await returnToGate(tx);
  if ("reference" in found) return found;
  if (found instanceof Problem) return found;
  const proof = await useCode(tx, { purpose: "booking-code", address: contactKey(body.contact), code: body.code }, now);
  if (proof?.clinic_id !== clinic.id) return invalid("code", "is not right, or its time is over");
  await enterClinic(tx, clinic.id);
  await keepBooking(asked, clinic, { hold: found.hold, today });
  const view = await bookedView(asked, clinic, found.hold);
  await returnToGate(tx);
  return view;
}

/** The hold of this secret where it has become a visit already: the answer to it was lost on its way. */
async function findUsed({ tx, body }: Asked, clinic: BookingClinic): Promise<Hold | null> {
  const hold = await findHoldBySecret(tx, clinic.id, hashSecret(body.token));
  return hold?.ended_as === "used" ? hold : null;
}

/** From here on a refusal undoes everything, the used code too, so that it can be typed again. */
async function keepBooking(
  asked: Asked,
  clinic: BookingClinic,
  { hold, today }: { readonly hold: Hold; readonly today: CalendarDate },
): Promise<void> {
  const { tx, body, now, newId, record } = asked;
  const patient = await findOrRegister(tx, clinic.id, body, { today, now, newId });
  await lockPlaces(tx, clinic.id, [{ siteId: hold.site_id, day: hold.day }], now);
  const standing = await findStanding(tx, clinic.id, body.token, now);
  if (standing instanceof Problem) throw new Rollback(standing);
  await releaseHoldClaims(tx, clinic.id, hold.id);
  const place = placeOf(hold);
  const service = await findService(tx, clinic.id, "consultation");
  const range = { siteId: hold.site_id, from: hold.day, to: hold.day };
  const availability = await loadAvailability(tx, clinic.id, range);
  if (!availability || refusePlace(availability, service, place) !== null)
    throw new Rollback(await takenAt(tx, clinic.id, { siteId: hold.site_id, day: hold.day }, now));
  const visit = {
    id: newId(),
    patientId: patient.id,
    kind: "consultation",
    courseId: null,
    ordinal: null,
    siteId: hold.site_id,
    place,
    service,
    bookedBy,
  } as const;
  await insertVisit(tx, clinic.id, visit, now);
  const event = { id: newId(), visitId: visit.id, patientId: patient.id, state: "booked", reason: null } as const;
  await insertVisitEvent(tx, clinic.id, { ...event, by: bookedBy }, now);
  await endHold(tx, clinic.id, { holdId: hold.id, ending: { as: "used", visitId: visit.id }, now });
  await tell(asked, clinic, { hold, patientId: patient.id, visitId: visit.id });
  const actor = { accountId: null, name: bookedBy, role: "visitor" };
  if (patient.isNew)
    record(clinic.id, actor, { action: "registered", noun: "patient", subjectId: patient.id, patientId: patient.id });
  record(clinic.id, actor, { action: "booked", noun: "visit", subjectId: visit.id, patientId: patient.id });
}

async function tell(
  { tx, body, now, newId, services }: Asked,
  clinic: BookingClinic,
  booked: { readonly hold: Hold; readonly patientId: string; readonly visitId: string },
): Promise<void> {
  const { siteName, address, day, start } = await timeOfHold(tx, clinic.id, booked.hold);
  const { contact, givenName, familyName, birthDate } = body;
  const isMinor = isMinorOn(birthDate, civilDay(now, clinic.time_zone));
  const parts = [`Your consultation is on ${dayAndTime(day, start)}, ${siteWords({ name: siteName, address })}.`];
  if (isMinor) parts.push("As you are under 18, a parent or guardian has to come with you.");
  if (contact.by === "email") {
    const name = `${givenName.trim()} ${familyName.trim()}`;
    const person = { patientId: booked.patientId, name, email: contact.email, publicUrl: services.publicUrl };
    const link = await openOwnPages(tx, clinic.id, person, { now, newId });
    parts.push(`Please answer some questions before you come, on your own pages: ${link}`);
  }
  parts.push(
    `If you can't come, tell us at least ${selfBookingRules.noticeHours} hours before${clinic.phone ? `: ${clinic.phone}` : ""}.`,
  );
  const message = {
    kind: "visit-booked",
    to: contact.by === "email" ? contact.email : contact.phone,
    subject: `Your consultation at ${clinic.name}`,
    text: parts.join("\n\n"),
    patientId: booked.patientId,
    dedupeKey: `visit ${booked.visitId}`,
  };
  await enqueueMessage(tx, clinic.id, message, now);
}

async function bookedView({ tx, body, now }: Asked, clinic: BookingClinic, hold: Hold): Promise<SelfBookedView> {
  return {
    ...(await timeOfHold(tx, clinic.id, hold)),
    reference: hold.id,
    clinicName: clinic.name,
    clinicPhone: clinic.phone,
    isMinor: isMinorOn(body.birthDate, civilDay(now, clinic.time_zone)),
    questions: body.contact.by === "email" ? "link-by-email" : "at-the-clinic",
    noticeHours: selfBookingRules.noticeHours,
  };
}
