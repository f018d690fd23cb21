import { addDays, type CalendarDate, weekdayOf } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAvailability } from "./availability.ts";
import type { CourseSearch, SiteCalendar, Weekly } from "./course-search.ts";
import { findCourses } from "./find-courses.ts";
import { startsOn } from "./free-starts.ts";
import { randomSearch } from "./random-search.arbitrary.ts";
import { searchCourses } from "./search-courses.ts";

const search = randomSearch({ wholeWeights: true });

describe("whatever the calendar", () => {
  it(
    "longer opening hours and rosters never take a start away",
    () =>
      fc.assert(
        fc.property(search, fc.nat(6), fc.nat(6), (before, earlier, later) => {
          const wider = widened(before, earlier * 5, later * 5);
          for (let day = before.from; day <= before.to; day = addDays(day, 1)) {
            const could = startsOn(buildAvailability(before), before.service, day);
            const can = new Map(
              startsOn(buildAvailability(wider), before.service, day).map((one) => [
                one.practitioner,
                one.startMinutes,
              ]),
            );
            for (const { practitioner, startMinutes } of could) {
              expect(can.get(practitioner)).toEqual(expect.arrayContaining([...startMinutes]));
            }
          }
        }),
        { numRuns: 60 },
      ),
    60_000,
  );

  it(
    "the same weeks later cost the same, to the same minute and person",
    () =>
      fc.assert(
        fc.property(search, fc.integer({ min: -60, max: 200 }), (before, weeks) => {
          const days = 7 * weeks;
          const expected = searchCourses(before).courses.map((course) => ({
            ...course,
            sessions: course.sessions.map((session) => ({ ...session, day: addDays(session.day, days) })),
          }));
          expect(searchCourses(later(before, days)).courses).toEqual(expected);
        }),
        { numRuns: 60 },
      ),
    60_000,
  );

  it(
    "other names for people, rooms and devices cost the same",
    () =>
      fc.assert(
        fc.property(search, fc.array(fc.integer(), { minLength: 3, maxLength: 3 }), (before, dice) => {
          const renamed = { ...before, ...named(before, dice) };
          const costs = (one: CourseSearch) =>
            searchCourses(one).courses.map(({ cost, terms, sessions }) => ({ cost, terms, first: sessions[0]?.day }));
          expect(costs(renamed)).toEqual(costs(before));
        }),
        { numRuns: 60 },
      ),
    60_000,
  );

  it(
    "people, rooms and devices in another order change nothing at all",
    () =>
      fc.assert(
        fc.property(search, (before) => {
          const reversed = {
            ...before,
            practitioners: before.practitioners.toReversed(),
            rooms: before.rooms.toReversed(),
            devices: before.devices.toReversed(),
          };
          expect(searchCourses(reversed)).toEqual(searchCourses(before));
        }),
        { numRuns: 40 },
      ),
    60_000,
  );

  it(
    "only one practitioner wished for is what a clinic of that one would offer",
    () =>
      fc.assert(
        fc.property(search, fc.constantFrom("a", "b", "B", "é"), (before, practitioner) => {
          const alone = { ...before, practitioners: before.practitioners.filter(({ id }) => id === practitioner) };
          expect(findCourses(buildAvailability(before), before, { practitioner })).toEqual(
            findCourses(buildAvailability(alone), alone),
          );
        }),
        { numRuns: 60 },
      ),
    60_000,
  );

  it(
    "nobody arrives today before now, and nothing else changes",
    () =>
      fc.assert(
        fc.property(search, fc.nat(14), fc.integer({ min: 480, max: 640 }), (before, days, minute) => {
          const day = addDays(before.from, days);
          const gone = <Resource extends { busy: CourseSearch["rooms"][number]["busy"] }>(resource: Resource) => ({
            ...resource,
            busy: [...resource.busy, [day, 0, Math.ceil(minute / 5) * 5] as const],
          });
          const taken = { ...before, rooms: before.rooms.map(gone) };
          expect(findCourses(buildAvailability(before), before, { arrival: { day, minute } })).toEqual(
            findCourses(buildAvailability(taken), taken),
          );
        }),
        { numRuns: 60 },
      ),
    60_000,
  );
});

/** Every interval begins so much earlier and ends so much later; those that now meet become one. */
function widened(site: CourseSearch, before: number, after: number): CourseSearch {
  const wider = (weekly: Weekly): Weekly =>
    Object.fromEntries(
      Object.entries(weekly).map(([day, ranges]) => [
        day,
        merged((ranges ?? []).map(([from, to]) => [from - before, to + after] as const)),
      ]),
    );
  return {
    ...site,
    opening: { ...site.opening, weekly: wider(site.opening.weekly) },
    practitioners: site.practitioners.map((one) => ({ ...one, weekly: wider(one.weekly) })),
  };
}

function merged(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (const [from, to] of ranges.toSorted(([left], [right]) => left - right)) {
    const last = all.at(-1);
    if (last && from <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], to)];
    else all.push([from, to]);
  }
  return all;
}

function later(search: CourseSearch, days: number): CourseSearch {
  const day = (date: CalendarDate) => addDays(date, days);
  const dayOrNull = (date: CalendarDate | null) => (date === null ? null : day(date));
  const ranges = (all: readonly (readonly [CalendarDate, CalendarDate])[]) =>
    all.map(([from, to]) => [day(from), day(to)] as const);
  const busy = (all: SiteCalendar["rooms"][number]["busy"]) =>
    all.map(([date, ...time]) => [day(date), ...time] as const);
  const thing = (one: SiteCalendar["rooms"][number]) => ({
    ...one,
    busy: busy(one.busy),
    outages: ranges(one.outages),
  });
  const { request } = search;
  expect(weekdayOf(day(search.from))).toBe(weekdayOf(search.from));
  return {
    ...search,
    from: day(search.from),
    to: day(search.to),
    opening: { ...search.opening, closed: search.opening.closed.map(day) },
    practitioners: search.practitioners.map((one) => ({
      ...one,
      busy: busy(one.busy),
      leave: ranges(one.leave),
      qualifications: one.qualifications.map((held) => ({
        ...held,
        validFrom: dayOrNull(held.validFrom),
        validTo: dayOrNull(held.validTo),
      })),
    })),
    rooms: search.rooms.map(thing),
    devices: search.devices.map(thing),
    request: {
      ...request,
      firstSession: { earliest: day(request.firstSession.earliest), latest: day(request.firstSession.latest) },
      notBefore: dayOrNull(request.notBefore),
      blockedDays: request.blockedDays.map(day),
    },
  };
}

function named(search: CourseSearch, [people = 0, rooms = 0, devices = 0]: readonly number[]) {
  const rename = <Resource extends { readonly id: string }>(all: readonly Resource[], seed: number) =>
    all.map((one, index) => ({ ...one, id: `${Math.abs(seed * (index + 1)) % 97}-${index}` }));
  return {
    practitioners: rename(search.practitioners, people),
    rooms: rename(search.rooms, rooms),
    devices: rename(search.devices, devices),
  };
}
