import { daysBetween, weekdayOf } from "@fibril/kernel";
import type { Busy, DayRange, TimeRange, Weekly } from "../course-search.ts";
import type { ReplanCase, ReplanPlace, ReplanService, ReplanSession } from "./replan-case.ts";

/**
 * Looks at a plan once more by plain intervals, with nothing of the search: every moved session against the site, the
 * others and its neighbours. @returns what is wrong, in words for the log; empty for a legal plan.
 */
export function checkPlan(given: ReplanCase, places: ReadonlyMap<string, ReplanPlace>): readonly string[] {
  const taken = takenBy(given, places);
  return given.sessions.flatMap((session) => {
    const place = places.get(session.id);
    if (!place) return [];
    const service = serviceOf(given, session);
    const clash = claimsOf(place, service)
      .flatMap((claim) => (taken.get(keyOf(claim)) ?? []).filter((other) => isClash(claim, other)))
      .find((other) => other.session !== session.id);
    const wrong = [
      ...refuseDay(session, place, places),
      ...refuseSite(given, place, service),
      ...(clash ? [`stands where ${clash.session} does`] : []),
    ];
    return wrong.map((words) => `${session.id}: ${words}`);
  });
}

interface SessionClaim extends PlaceClaim {
  readonly session: string;
}

function takenBy(given: ReplanCase, places: ReadonlyMap<string, ReplanPlace>): ReadonlyMap<string, SessionClaim[]> {
  const taken = new Map<string, SessionClaim[]>();
  for (const session of given.sessions) {
    for (const claim of claimsOf(places.get(session.id) ?? session.place, serviceOf(given, session))) {
      const own = { ...claim, session: session.id };
      const known = taken.get(keyOf(claim));
      if (known) known.push(own);
      else taken.set(keyOf(claim), [own]);
    }
  }
  return taken;
}

function keyOf({ resource, day }: PlaceClaim): string {
  return `${day} ${resource}`;
}

function serviceOf({ services }: ReplanCase, { service }: ReplanSession): ReplanService {
  const found = services[service];
  if (!found) throw new RangeError(`no service ${service}`);
  return found;
}

interface PlaceClaim {
  readonly resource: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

function claimsOf(place: ReplanPlace, service: ReplanService): readonly PlaceClaim[] {
  const begins = place.startMinute + service.prepMinutes;
  const ends = begins + service.treatmentMinutes;
  const { day } = place;
  return [
    ...(service.prepMinutes === 0 ? [] : [{ resource: place.prepRoom, day, from: place.startMinute, to: begins }]),
    { resource: place.treatmentRoom, day, from: begins, to: ends + service.roomTurnoverMinutes },
    { resource: place.practitioner, day, from: begins, to: ends + service.notesMinutes },
    ...(place.device === null
      ? []
      : [{ resource: place.device, day, from: begins, to: ends + service.deviceCleaningMinutes }]),
  ];
}

function isClash(claim: PlaceClaim, other: PlaceClaim): boolean {
  return claim.from < other.to && other.from < claim.to;
}

function refuseDay(
  session: ReplanSession,
  { day }: ReplanPlace,
  places: ReadonlyMap<string, ReplanPlace>,
): readonly string[] {
  const { previous, next, gapDays, earliest, latest, blockedDays } = session;
  const dayOf = (beside: NonNullable<typeof next>) =>
    (beside.session === null ? undefined : places.get(beside.session)?.day) ?? beside.day;
  const gaps = [previous && daysBetween(dayOf(previous), day), next && daysBetween(day, dayOf(next))];
  const wrong = gaps.flatMap((gap) =>
    gap !== null && (gap < gapDays.min || gap > gapDays.max) ? [`a gap of ${gap} days`] : [],
  );
  if (day < earliest || day > latest) wrong.push(`${day} is not between ${earliest} and ${latest}`);
  if (blockedDays.includes(day)) wrong.push(`${day} is blocked`);
  return wrong;
}

function refuseSite({ site }: ReplanCase, place: ReplanPlace, service: ReplanService): readonly string[] {
  const { day } = place;
  const claims = claimsOf(place, service);
  const whole = [place.startMinute, Math.max(...claims.map(({ to }) => to))] as const;
  const wrong: string[] = [];
  if (site.opening.closed.includes(day) || !isWithin(site.opening.weekly, day, whole)) wrong.push("not open");
  const person = site.practitioners.find(({ id }) => id === place.practitioner);
  const prepRoom = site.rooms.find(
    ({ id, kinds }) => id === place.prepRoom && kinds.includes(service.requires.prepRoom),
  );
  const room = site.rooms.find(
    ({ id, kinds }) => id === place.treatmentRoom && kinds.includes(service.requires.treatmentRoom),
  );
  const { device: kind } = service.requires;
  const device = site.devices.find(({ id, kinds }) => id === place.device && kind !== null && kinds.includes(kind));
  if (!(person && prepRoom && room) || (device === undefined) !== (kind === null)) return [...wrong, "not of the kind"];
  const own = claims.find(({ resource }) => resource === person.id);
  if (!(own && isWithin(person.weekly, day, [own.from, own.to]))) wrong.push("not rostered");
  const holds = person.qualifications.some(
    ({ name, validFrom, validTo }) =>
      name === service.requires.qualification && (validFrom ?? day) <= day && day <= (validTo ?? day),
  );
  if (!holds) wrong.push("not qualified");
  const all = [
    { ...person, away: person.leave },
    ...[prepRoom, room, ...(device ? [device] : [])].map((thing) => ({ ...thing, away: thing.outages })),
  ];
  return [...wrong, ...all.flatMap((resource) => refuseResource(resource, day, claims))];
}

function refuseResource(
  { id, away, busy }: { readonly id: string; readonly away: readonly DayRange[]; readonly busy: readonly Busy[] },
  day: string,
  claims: readonly PlaceClaim[],
): readonly string[] {
  if (away.some(([first, last]) => first <= day && day <= last)) return [`${id} is away`];
  const isTaken = claims.some(
    (claim) =>
      claim.resource === id &&
      busy.some(([date, from, to]) => date === day && from < to && from < claim.to && claim.from < to),
  );
  return isTaken ? [`${id} is taken`] : [];
}

function isWithin(weekly: Weekly, day: ReplanPlace["day"], [from, to]: TimeRange): boolean {
  return (weekly[weekdayOf(day)] ?? []).some(([begins, ends]) => begins <= from && to <= ends);
}
