import { ChangeVisitStateBody, Id, VisitView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { readClinicPhone } from "../../lookups/clinic-phone.ts";
import { addressesOf, findSubject } from "../../lookups/patient.ts";
import { civilDay, minuteOfDay } from "../../platform/clock/civil-time.ts";
import { violates } from "../../platform/database/database.ts";
import { invalid, type Problem, problem } from "../../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../../platform/http/route.ts";
import { cancelledMessages } from "./cancelled-messages.ts";
import { insertClaims, lockDays, releaseClaims, releaseClaimsFrom } from "./claim-store.ts";
import { listServices } from "./set-up-store.ts";
import { mayGo, placeAfter } from "./visit-state.ts";
import { findVisit, insertVisitEvent, placeOfVisit, updateVisitState } from "./visit-store.ts";

type ChangeBody = z.infer<typeof ChangeVisitStateBody>;
const OneVisit = z.strictObject({ visitId: Id });

const changeVisitState = clinicRoute({
  method: "POST",
  path: "/api/visits/:visitId/state",
  operationId: "changeVisitState",
  summary: "Says that the patient came, is late, did not come, or that the visit is cancelled, by whom and why.",
  params: OneVisit,
  body: ChangeVisitStateBody,
  answers: { 200: VisitView },
  run: async (asked) => {
    const { tx, clinicId, params, body, caller, now, newId, record } = asked;
    const seen = await findVisit(tx, clinicId, params.visitId);
    if (!seen) return problem("not-found");
    const visit = (await lockedVisit(asked, seen)) ?? seen;
    const refused = refuseState(visit, body);
    if (refused) return refused;
    const { state, reason, version } = body;
    const cancelledBy = state === "cancelled" ? body.cancelledBy : null;
    if (!(await updateVisitState(tx, clinicId, { visitId: visit.id, version, state, cancelledBy, reason }))) {
      return problem("stale-version", { current: visit });
    }
    const failed = await changePlace(asked, visit);
    if (failed) return failed;
    const event = { id: newId(), visitId: visit.id, patientId: visit.patientId, state, by: caller.name, reason };
    await insertVisitEvent(tx, clinicId, event, now);
    if (cancelledBy) await tellOfCancelled(asked, visit, cancelledBy);
    record({ action: state, noun: "visit", subjectId: visit.id, patientId: visit.patientId });
    return answer(200, { ...visit, state, cancelledBy, reason, version: version + 1 });
  },
});

export const visitStateRoutes = [changeVisitState];

type Asked = ClinicAsked<typeof OneVisit, undefined, typeof ChangeVisitStateBody>;

/** Where a change touches what the visit takes, its day is locked first and the visit read again, as a move does it. */
async function lockedVisit({ tx, clinicId, body, now }: Asked, visit: VisitView): Promise<VisitView | undefined> {
  if (placeAfter(visit.state, body.state) === "kept") return undefined;
  await lockDays(tx, clinicId, { siteId: visit.siteId, days: [visit.day as CalendarDate], now });
  return findVisit(tx, clinicId, visit.id);
}

/** Whoever is in the clinic already hears it there. */
async function tellOfCancelled(asked: Asked, visit: VisitView, cancelledBy: "patient" | "clinic"): Promise<void> {
  if (visit.state !== "booked" && visit.state !== "late") return;
  const { tx, clinicId, caller, now, today, send } = asked;
  const subject = await findSubject(tx, clinicId, visit.patientId, today);
  if (!subject) throw new Error("a visit without its patient");
  const clinic = { name: caller.clinicName, phone: await readClinicPhone(tx, clinicId) };
  const told = { addresses: addressesOf(subject), clinic, now, cause: cancelledBy };
  for (const message of cancelledMessages([visit], told)) await send(message);
}

function refuseState(visit: VisitView, body: ChangeBody): Problem | null {
  if (body.state === "cancelled" && !body.cancelledBy) return invalid("cancelledBy", "say who cancelled");
  if (body.state === "cancelled" && !body.reason) return invalid("reason", "say why");
  if (visit.version !== body.version) return problem("stale-version", { current: visit });
  if (mayGo(visit.state, body.state)) return null;
  const detail = `A visit that is ${visit.state} can't become ${body.state}.`;
  return problem("conflict", { detail, current: visit });
}

async function changePlace({ tx, clinicId, body, now }: Asked, visit: VisitView): Promise<Problem | null> {
  const place = placeAfter(visit.state, body.state);
  if (place === "freed") await releaseClaims(tx, clinicId, [visit.id]);
  if (place === "rest-freed")
    await releaseClaimsFrom(tx, clinicId, { visitId: visit.id, minute: minuteNow(visit, now) });
  if (place !== "taken-again") return null;
  const service = (await listServices(tx, clinicId)).find(({ kind }) => kind === visit.kind);
  if (!service) return null;
  await releaseClaims(tx, clinicId, [visit.id]);
  try {
    const { id: visitId, siteId, timeZone } = visit;
    await insertClaims(tx, clinicId, { visitId, siteId, timeZone, place: placeOfVisit(visit), service });
    return null;
  } catch (fault) {
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
    throw fault;
  }
}

/** The minute of the visit's day that it is now, in steps of five: none of it before that day, all of it after. */
function minuteNow({ day, timeZone }: VisitView, now: Date): number {
  const today = civilDay(now, timeZone);
  if (day !== today) return day > today ? 0 : wholeDay;
  return Math.ceil(minuteOfDay(now, timeZone) / slotMinutes) * slotMinutes;
}

const slotMinutes = 5;
const wholeDay = 1440;
