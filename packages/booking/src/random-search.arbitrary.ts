import { addDays, type CalendarDate, calendarDate, type Weekday, weekdays } from "@fibril/kernel";
import fc from "fast-check";
import type { Busy, CourseSearch, DayRange, Equipment, Practitioner, TimeRange, Weekly } from "./course-search.ts";

/** Small searches for the property tests: a few days, people, rooms and devices, so that everything can be tried. */
const from = calendarDate("2028-02-21");

const day = (max = 24): fc.Arbitrary<CalendarDate> => fc.nat(max).map((days) => addDays(from, days));
const dayRange: fc.Arbitrary<DayRange> = fc
  .tuple(fc.nat(24), fc.nat(4))
  .map(([first, more]) => [addDays(from, first), addDays(from, first + more)]);
/** Half hours from 08:00, so that ties are many and instances stay small. */
const timeRange: fc.Arbitrary<TimeRange> = fc
  .tuple(fc.nat(7), fc.integer({ min: 1, max: 6 }))
  .map(([begins, length]) => [480 + begins * 20, 480 + (begins + length) * 20]);
const busy: fc.Arbitrary<Busy> = fc.tuple(day(), timeRange).map(([date, range]) => [date, ...range]);
const roster: fc.Arbitrary<Weekly> = weekly(
  fc.oneof(fc.constant<readonly TimeRange[]>([[480, 640]]), fc.array(timeRange, { minLength: 1, maxLength: 3 })),
);
const opening: fc.Arbitrary<Weekly> = weekly(
  fc.constantFrom<readonly TimeRange[]>(
    [[480, 560]],
    [[485, 590]],
    [
      [480, 540],
      [560, 640],
    ],
  ),
);

function weekly(ranges: fc.Arbitrary<readonly TimeRange[]>): fc.Arbitrary<Weekly> {
  return fc
    .tuple(fc.subarray([...weekdays], { minLength: 5 }), fc.array(ranges, { minLength: 7, maxLength: 7 }))
    .map(([days, each]) => Object.fromEntries(days.map((name, index) => [name, each[index] ?? []])));
}

/** Rarely none at all. */
function subset(ids: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.subarray([...ids], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
}

function equipment(kinds: readonly string[], ids: readonly string[]): fc.Arbitrary<readonly Equipment[]> {
  return subset(ids).chain((names) =>
    fc.tuple(
      ...names.map((id) =>
        fc.record({
          id: fc.constant(id),
          kinds: fc.oneof(fc.constant(kinds), fc.subarray([...kinds], { minLength: 1 })),
          outages: fc.array(dayRange, { maxLength: 1 }),
          busy: fc.array(busy, { maxLength: 8 }),
        }),
      ),
    ),
  );
}

const practitioners: fc.Arbitrary<readonly Practitioner[]> = subset(["é", "b", "a", "B"]).chain((names) =>
  fc.tuple(
    ...names.map((id) =>
      fc.record({
        id: fc.constant(id),
        qualifications: fc.array(
          fc.record({
            name: fc.constantFrom("face", "face", "face", "body"),
            validFrom: fc.option(day(10), { freq: 1 }),
            validTo: fc.option(day(), { freq: 1 }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
        weekly: roster,
        leave: fc.array(dayRange, { maxLength: 1 }),
        busy: fc.array(busy, { maxLength: 4 }),
      }),
    ),
  ),
);

const minutes = (least: number) => fc.constantFrom(least, 5, 10, 20);
const weight = (whole: boolean) => (whole ? fc.nat(3) : fc.constantFrom(0, 0.1, 0.2, 0.3, 0.7));

export function randomSearch({ wholeWeights }: { readonly wholeWeights: boolean }): fc.Arbitrary<CourseSearch> {
  return fc.record({
    timeZone: fc.constant("Europe/London"),
    from: fc.constant(from),
    to: fc.integer({ min: 10, max: 24 }).map((days) => addDays(from, days)),
    opening: fc.record({ weekly: opening, closed: fc.array(day(), { maxLength: 2 }) }),
    practitioners,
    rooms: equipment(["prep", "treatment"], ["r2", "r10", "R1"]),
    devices: equipment(["pen", "laser"], ["d2", "d10"]),
    service: fc.record({
      prepMinutes: minutes(5),
      treatmentMinutes: minutes(5),
      notesMinutes: minutes(0),
      roomTurnoverMinutes: minutes(0),
      deviceCleaningMinutes: minutes(0),
      requires: fc.constant({ qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" }),
    }),
    request: fc.record({
      sessions: fc.integer({ min: 1, max: 3 }),
      gapDays: fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.nat(2), fc.nat(2))
        .map(([min, more, most]) => ({ min, target: min + more, max: min + more + most })),
      firstSession: fc
        .tuple(fc.integer({ min: -3, max: 6 }), fc.nat(8))
        .map(([first, more]) => ({ earliest: addDays(from, first), latest: addDays(from, first + more) })),
      notBefore: fc.option(day(8), { freq: 1 }),
      weekdays: fc.option(fc.subarray<Weekday>([...weekdays], { minLength: 1 }), { freq: 1 }),
      blockedDays: fc.array(day(), { maxLength: 3 }),
      preferred: fc.array(timeRange, { maxLength: 2 }),
      suggestions: fc.integer({ min: 1, max: 6 }),
    }),
    weights: fc.record({
      gapDay: weight(wholeWeights),
      practitionerChange: weight(wholeWeights),
      waitDay: weight(wholeWeights),
      preference5Minutes: weight(wholeWeights),
    }),
  });
}
