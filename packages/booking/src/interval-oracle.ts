/**
 * A second implementation of the course search, by plain intervals and by trying everything: slow and obvious, so that
 * the tests and the benchmark have something to be right against. Nothing of the bitset search is used here.
 */

import type { CalendarDate } from "@fibril/kernel";
import { compareText, daysBetween, epochDay, formatMinuteOfDay, fromEpochDay, weekdayOf } from "@fibril/kernel";
import type { PlacedSession, SuggestedCourse } from "./course-answer.ts";
import type { Busy, CourseSearch, DayRange, Equipment, Practitioner, TimeRange } from "./course-search.ts";

/** Everything that one practitioner could start on one day, with the first free rooms and device. */
interface Place extends PlacedSession {
  readonly minute: number;
}

/** Every legal session of the search, each practitioner and start, by day. */
export function everyPlace(search: CourseSearch): ReadonlyMap<CalendarDate, readonly Place[]> {
  const places = new Map<CalendarDate, readonly Place[]>();
  for (let day = epochDay(search.from); day <= epochDay(search.to); day += 1) {
    const date = fromEpochDay(day);
    if (isLegalDay(search, date)) places.set(date, placesOn(search, date));
  }
  return places;
}

function isLegalDay({ opening, request }: CourseSearch, date: CalendarDate): boolean {
  return (
    !opening.closed.includes(date) &&
    !request.blockedDays.includes(date) &&
    (request.notBefore === null || date >= request.notBefore) &&
    (request.weekdays === null || request.weekdays.includes(weekdayOf(date)))
  );
}

function placesOn(search: CourseSearch, date: CalendarDate): readonly Place[] {
  const opening = search.opening.weekly[weekdayOf(date)] ?? [];
  const places: Place[] = [];
  for (let minute = 0; minute < 24 * 60; minute += 5) {
    const site = firstEquipment(search, { date, minute, opening });
    if (site === null) continue;
    for (const practitioner of search.practitioners) {
      if (!canTreat(practitioner, search, { date, minute, opening })) continue;
      places.push({ day: date, start: formatMinuteOfDay(minute), minute, practitioner: practitioner.id, ...site });
    }
  }
  return places;
}

interface At {
  readonly date: CalendarDate;
  readonly minute: number;
  readonly opening: readonly TimeRange[];
}

function firstEquipment({ service, rooms, devices }: CourseSearch, { date, minute, opening }: At) {
  const begins = minute + service.prepMinutes;
  const ends = begins + service.treatmentMinutes;
  const { requires } = service;
  const first = (all: readonly Equipment[], kind: string, range: TimeRange) =>
    all
      .filter(({ kinds, outages, busy }) => kinds.includes(kind) && isFree(range, { date, away: outages, busy }))
      .map(({ id }) => id)
      .sort(compareText)[0];
  const wholeVisit = [
    minute,
    begins +
      Math.max(
        service.treatmentMinutes + service.roomTurnoverMinutes,
        service.treatmentMinutes + service.deviceCleaningMinutes,
        service.treatmentMinutes + service.notesMinutes,
      ),
  ] as const;
  if (!opening.some((interval) => isWithin(wholeVisit, interval))) return null;
  const prepRoom = first(rooms, requires.prepRoom, [minute, begins]);
  const treatmentRoom = first(rooms, requires.treatmentRoom, [begins, ends + service.roomTurnoverMinutes]);
  const device = first(devices, requires.device, [begins, ends + service.deviceCleaningMinutes]);
  return prepRoom !== undefined && treatmentRoom !== undefined && device !== undefined
    ? { prepRoom, treatmentRoom, device }
    : null;
}

function canTreat(practitioner: Practitioner, { service }: CourseSearch, { date, minute }: At): boolean {
  const begins = minute + service.prepMinutes;
  const range = [begins, begins + service.treatmentMinutes + service.notesMinutes] as const;
  const qualified = practitioner.qualifications.some(
    ({ name, validFrom, validTo }) =>
      name === service.requires.qualification &&
      (validFrom === null || validFrom <= date) &&
      (validTo === null || date <= validTo),
  );
  const rostered = (practitioner.weekly[weekdayOf(date)] ?? []).some((interval) => isWithin(range, interval));
  return qualified && rostered && isFree(range, { date, away: practitioner.leave, busy: practitioner.busy });
}

function isFree(
  [from, to]: TimeRange,
  {
    date,
    away,
    busy,
  }: { readonly date: CalendarDate; readonly away: readonly DayRange[]; readonly busy: readonly Busy[] },
): boolean {
  const absent = away.some(([first, last]) => first <= date && date <= last);
  return !absent && !busy.some(([day, begins, ends]) => day === date && begins < ends && begins < to && from < ends);
}

function isWithin([from, to]: TimeRange, [begins, ends]: TimeRange): boolean {
  return begins <= from && to <= ends;
}

/** All courses of the first `sessions` sessions, one after another. */
export function* everyCourse(
  search: CourseSearch,
  sessions: number,
  places = everyPlace(search),
): Generator<readonly Place[]> {
  const { firstSession, gapDays } = search.request;
  yield* goOn([]);

  function* goOn(course: readonly Place[]): Generator<readonly Place[]> {
    if (course.length === sessions) {
      yield course;
      return;
    }
    const following = [...places].filter(([date]) => follows(course.at(-1)?.day, date));
    for (const place of following.flatMap(([, onDay]) => onDay)) yield* goOn([...course, place]);
  }

  function follows(previous: CalendarDate | undefined, date: CalendarDate): boolean {
    if (previous === undefined) return firstSession.earliest <= date && date <= firstSession.latest;
    const days = daysBetween(previous, date);
    return gapDays.min <= days && days <= gapDays.max;
  }
}

/** The answer's list, by pricing and ordering every course there is. */
export function oracleCourses(search: CourseSearch): readonly SuggestedCourse[] {
  const best = new Map<CalendarDate, Priced>();
  for (const course of everyCourse(search, search.request.sessions)) {
    const [first] = course;
    if (!first) continue;
    const priced = priceOf(course, search);
    const known = best.get(first.day);
    if (!known || compareCourses(priced, known) < 0) best.set(first.day, priced);
  }
  return [...best.values()]
    .sort((left, right) => left.cost - right.cost || compareText(left.course[0]?.day ?? "", right.course[0]?.day ?? ""))
    .slice(0, search.request.suggestions)
    .map(({ cost, terms, course }) => ({
      cost,
      terms,
      sessions: course.map(({ day, start, practitioner, prepRoom, treatmentRoom, device }) => ({
        day,
        start,
        practitioner,
        prepRoom,
        treatmentRoom,
        device,
      })),
    }));
}

interface Priced extends Omit<SuggestedCourse, "sessions"> {
  readonly course: readonly Place[];
}

function priceOf(course: readonly Place[], { request, weights }: CourseSearch): Priced {
  let [gapDays, changes, missedSlots] = [0, 0, 0];
  for (const [index, place] of course.entries()) {
    missedSlots += missOf(place.minute, request.preferred);
    const previous = course[index - 1];
    if (!previous) continue;
    gapDays += Math.abs(daysBetween(previous.day, place.day) - request.gapDays.target);
    if (previous.practitioner !== place.practitioner) changes += 1;
  }
  const waitDays = daysBetween(request.firstSession.earliest, course[0]?.day ?? request.firstSession.earliest);
  const gap = weights.gapDay * gapDays;
  const practitioner = weights.practitionerChange * changes;
  const wait = weights.waitDay * waitDays;
  const preference = weights.preference5Minutes * missedSlots;
  return { cost: gap + practitioner + wait + preference, terms: { gap, practitioner, wait, preference }, course };
}

function missOf(minute: number, preferred: readonly TimeRange[]): number {
  if (preferred.length === 0) return 0;
  return Math.min(...preferred.map(([from, to]) => (minute < from ? from - minute : Math.max(0, minute - to)))) / 5;
}

function compareCourses(left: Priced, right: Priced): number {
  if (left.cost !== right.cost) return left.cost - right.cost;
  for (const field of ["day", "start", "practitioner", "prepRoom", "treatmentRoom", "device"] as const) {
    for (const [index, place] of left.course.entries()) {
      const order = compareText(place[field], right.course[index]?.[field] ?? "");
      if (order !== 0) return order;
    }
  }
  return 0;
}
