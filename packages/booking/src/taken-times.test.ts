import { addDays, calendarDate } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Availability, buildAvailability } from "./availability.ts";
import type { CourseSearch } from "./course-search.ts";
import { findCourses } from "./find-courses.ts";
import { freeTimes, startsOn } from "./free-starts.ts";
import { randomSearch } from "./random-search.arbitrary.ts";
import { giveTimesBack, replaceDays, type TakenTime, takeTimes } from "./taken-times.ts";

const monday = calendarDate("2028-02-21");
const ids = ["a", "b", "B", "é", "r2", "r10", "R1", "d2", "d10"];
const time: fc.Arbitrary<TakenTime> = fc
  .record({
    resource: fc.constantFrom(...ids),
    day: fc.nat(27).map((days) => addDays(monday, days)),
    from: fc.nat(30).map((slots) => 470 + slots * 5),
    to: fc.constant(0),
  })
  .chain((taken) => fc.integer({ min: 1, max: 12 }).map((slots) => ({ ...taken, to: taken.from + slots * 5 })));

function daysOf({ from, to }: CourseSearch) {
  const days = [from];
  while ((days.at(-1) ?? to) < to) days.push(addDays(days.at(-1) ?? to, 1));
  return days;
}

/** What every resource has free and who could start when, day by day: all that a search can see. */
function seen(availability: Availability, search: CourseSearch) {
  const resources = [...availability.practitioners, ...availability.rooms, ...availability.devices];
  return daysOf(search).map((day) => ({
    free: resources.map((resource) => freeTimes(availability, resource, day)),
    starts: startsOn(availability, search.service, day),
  }));
}

const withBusy = (search: CourseSearch, times: readonly TakenTime[]): CourseSearch => {
  const more = <Resource extends { readonly id: string; readonly busy: CourseSearch["rooms"][number]["busy"] }>(
    resource: Resource,
  ) => ({
    ...resource,
    busy: [
      ...resource.busy,
      ...times.filter(({ resource: id }) => id === resource.id).map(({ day, from, to }) => [day, from, to] as const),
    ],
  });
  return {
    ...search,
    practitioners: search.practitioners.map(more),
    rooms: search.rooms.map(more),
    devices: search.devices.map(more),
  };
};

const isFree = (search: CourseSearch, { resource, day, from, to }: TakenTime) =>
  [...search.practitioners, ...search.rooms, ...search.devices]
    .filter(({ id }) => id === resource)
    .every(({ busy }) => !busy.some(([date, begins, ends]) => date === day && begins < to && from < ends));

describe("taking times and giving them back", () => {
  it(
    "taking times is what building with them gives",
    () =>
      fc.assert(
        fc.property(randomSearch({ wholeWeights: true }), fc.array(time, { maxLength: 12 }), (search, times) => {
          const before = buildAvailability(search);
          seen(before, search);
          const after = takeTimes(before, times);
          const built = withBusy(search, times);
          expect(seen(after, search)).toEqual(seen(buildAvailability(built), search));
          expect(findCourses(after, search)).toEqual(findCourses(buildAvailability(built), search));
        }),
      ),
    60_000,
  );
  it(
    "booking and then cancelling leaves what there was",
    () =>
      fc.assert(
        fc.property(randomSearch({ wholeWeights: true }), fc.array(time, { maxLength: 6 }), (search, times) => {
          // A booking takes only what is free, and no two of its parts overlap.
          const booked = times.filter(
            (taken, index) => isFree(search, taken) && isFree(withBusy(search, times.slice(0, index)), taken),
          );
          const before = buildAvailability(search);
          const stood = seen(before, search);
          const after = takeTimes(before, booked);
          seen(after, search);
          expect(seen(giveTimesBack(after, booked), search)).toEqual(stood);
          expect(seen(before, search)).toEqual(stood);
        }),
      ),
    60_000,
  );
  it(
    "a day read again is as if it had been read first",
    () =>
      fc.assert(
        fc.property(
          randomSearch({ wholeWeights: true }),
          fc.array(time, { maxLength: 10 }),
          fc.array(time, { maxLength: 10 }),
          (search, once, again) => {
            const free = withoutBusy(search);
            const days = [...new Set([...once, ...again].map(({ day }) => day))];
            const first = takeTimes(buildAvailability(free), once);
            seen(first, search);
            expect(seen(replaceDays(first, days, again), search)).toEqual(
              seen(buildAvailability(withBusy(free, again)), search),
            );
          },
        ),
      ),
    60_000,
  );
  it(
    "a booking never adds a start",
    () =>
      fc.assert(
        fc.property(randomSearch({ wholeWeights: true }), fc.array(time, { maxLength: 6 }), (search, times) => {
          const before = buildAvailability(search);
          const after = takeTimes(before, times);
          for (const day of daysOf(search)) {
            const could = startsOn(before, search.service, day);
            for (const { practitioner, startMinutes } of startsOn(after, search.service, day)) {
              const then = could.find((one) => one.practitioner === practitioner)?.startMinutes ?? [];
              expect(then).toEqual(expect.arrayContaining([...startMinutes]));
            }
          }
        }),
      ),
    60_000,
  );
});

function withoutBusy(search: CourseSearch): CourseSearch {
  const idle = <Resource extends object>(resource: Resource) => ({ ...resource, busy: [] });
  return {
    ...search,
    practitioners: search.practitioners.map(idle),
    rooms: search.rooms.map(idle),
    devices: search.devices.map(idle),
  };
}
