import { ChangeTimeZoneBody, ClinicTimeZoneView, TimeZoneChangeView } from "@fibril/contract";
import { formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { rezone } from "../features/booking/rezone-store.ts";
import { listSiteZones, lockSites } from "../features/booking/site-zone-store.ts";
import { insertVisitEvent } from "../features/booking/visit-store.ts";
import { lockTimeZone, updateTimeZone } from "../features/clinic/time-zone-store.ts";
import { moveCheckInMessages } from "../features/recovery/check-in-message-store.ts";
import { timeZoneNamed } from "../platform/clock/civil-time.ts";
import { violates } from "../platform/database/database.ts";
import { invalid, Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import {
  type ForeseenTimeZone,
  foreseeTimeZone,
  isShifted,
  type RezonedVisit,
  stands,
  type TimeZoneChange,
} from "./foresee-time-zone.ts";
import { tellOfClock } from "./tell-of-clock.ts";

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "now" | "caller" | "newId" | "record"
>;

const mostNamed = 5;

const readTimeZone = clinicRoute({
  method: "GET",
  path: "/api/clinic/time-zone",
  operationId: "readClinicTimeZone",
  summary: "The time zone that the clinic's days follow, and that of every site.",
  answers: { 200: ClinicTimeZoneView },
  run: async (asked) => answer(200, await timeZoneView(asked, asked.caller.timeZone)),
});

const foresee = clinicRoute({
  method: "POST",
  path: "/api/clinic/time-zone/foreseen",
  operationId: "foreseeTimeZone",
  summary:
    "What another time zone of the clinic would do, counted, and why it can't be where it can't; changes nothing.",
  asks: true,
  body: ChangeTimeZoneBody,
  answers: { 200: TimeZoneChangeView },
  run: async (asked) => {
    const change = await readChange(asked, asked.caller.timeZone);
    if (change instanceof Problem) return change;
    return answer(200, changeView(change, await foreseeTimeZone(asked.tx, asked.clinicId, change)));
  },
});

const changeTimeZone = clinicRoute({
  method: "PUT",
  path: "/api/clinic/time-zone",
  operationId: "changeClinicTimeZone",
  summary: "Puts the clinic's time zone right; visits still to come keep their day and their time on the wall.",
  body: ChangeTimeZoneBody,
  answers: { 200: TimeZoneChangeView },
  run: async (asked) => {
    const { tx, clinicId } = asked;
    await lockSites(tx, clinicId);
    const change = await readChange(asked, await lockTimeZone(tx, clinicId));
    if (change instanceof Problem) return change;
    const foreseen = await foreseeTimeZone(tx, clinicId, change);
    if (foreseen.obstacles.length > 0) return problem("conflict", { detail: obstacleWords(foreseen.obstacles) });
    return (await keepChange(asked, change, foreseen)) ?? answer(200, changeView(change, foreseen));
  },
});

export const clinicTimeZoneRoutes = [readTimeZone, foresee, changeTimeZone];

async function timeZoneView({ tx, clinicId }: Asked, timeZone: string): Promise<ClinicTimeZoneView> {
  const sites = await listSiteZones(tx, clinicId);
  return { timeZone, sites: sites.map((site) => ({ name: site.name, timeZone: site.timeZone })) };
}

/** The change with its zone by its kept name; refused where it starts from another zone than the clinic has now. */
async function readChange(
  asked: Asked & { readonly body: ChangeTimeZoneBody },
  present: string,
): Promise<TimeZoneChange | Problem> {
  const { from, to } = asked.body;
  const named = timeZoneNamed(to);
  if (named === null)
    return invalid("to", `"${to.trim()}" is no time zone: write its area and city, such as Europe/London`);
  if (from !== present) return problem("stale-version", { current: await timeZoneView(asked, present) });
  if (named === from) return invalid("to", `${named} is the clinic's time zone already`);
  return { from, to: named, now: asked.now };
}

function changeView(change: TimeZoneChange, foreseen: ForeseenTimeZone): TimeZoneChangeView {
  const { from, to, now } = change;
  const { following, keeping, visits, checkInMessages, obstacles } = foreseen;
  const expected = visits.filter(stands);
  const shifted = expected.filter(isShifted);
  return {
    from,
    to,
    now: now.toISOString(),
    following: following.map(({ name }) => name),
    keeping: keeping.map(({ name, timeZone }) => ({ name, timeZone })),
    visits: expected.length,
    shifted: shifted.length,
    over: expected.filter(({ is }) => is <= now).length,
    patients: new Set(shifted.map(({ patientId }) => patientId)).size,
    messages: checkInMessages.length,
    obstacles: [...obstacles],
  };
}

function obstacleWords(obstacles: readonly string[]): string {
  const more = obstacles.length - mostNamed;
  const named = obstacles.slice(0, mostNamed).join(" ");
  return `${named}${more > 0 ? ` And ${more} more.` : ""} Move these visits first; nothing was changed.`;
}

async function keepChange(
  asked: Asked,
  { from, to, now }: TimeZoneChange,
  foreseen: ForeseenTimeZone,
): Promise<Problem | null> {
  const { tx, clinicId, record } = asked;
  const { following, keeping, visits, claims, checkInMessages } = foreseen;
  await updateTimeZone(tx, clinicId, to);
  try {
    const siteIds = following.map(({ id }) => id);
    if (siteIds.length > 0) await rezone(tx, clinicId, { siteIds, timeZone: to, visits, claims, now });
  } catch (fault) {
    if (violates(fault, "claim_at_one_site"))
      return problem("conflict", { detail: "Somebody would be at two sites at one moment. Nothing was changed." });
    throw fault;
  }
  await moveCheckInMessages(tx, clinicId, checkInMessages);
  const shifted = visits.filter((visit) => stands(visit) && isShifted(visit));
  await keepHistory(asked, { from, to, shifted });
  record({
    action: "changed the time zone of",
    noun: "clinic",
    subjectId: clinicId,
    detail: {
      before: from,
      after: to,
      sites: following.map(({ name }) => name),
      sitesWithTheirOwn: keeping.map(({ name }) => name),
      visitsShifted: shifted.length,
    },
  });
  return null;
}

/** Each visit that is at another moment says so in its own history, and its patient is told that its time stays. */
async function keepHistory(
  { tx, clinicId, now, caller, newId }: Asked,
  { from, to, shifted }: { readonly from: string; readonly to: string; readonly shifted: readonly RezonedVisit[] },
): Promise<void> {
  for (const { id, patientId, state, startMinute } of shifted) {
    const start = formatMinuteOfDay(startMinute as MinuteOfDay);
    const reason = `The clinic's time zone is ${to}, it was ${from}: ${start} stays ${start}.`;
    await insertVisitEvent(tx, clinicId, { id: newId(), visitId: id, patientId, state, by: caller.name, reason }, now);
  }
  const told = shifted.filter(({ is }) => is > now).map((visit) => ({ ...visit, visitId: visit.id, timeZone: to }));
  const because = "We have put our clock right in our bookings.";
  const eventKey = () => `${to} ${now.toISOString()}`;
  await tellOfClock(tx, { clinicId, timeZone: to, clinicName: caller.clinicName, now, because, eventKey }, told);
}
