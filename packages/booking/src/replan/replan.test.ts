import { addDays, calendarDate, daysBetween } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SiteCalendar } from "../course-search.ts";
import { compareAims } from "./aims.ts";
import { checkPlan } from "./check-plan.ts";
import { randomReplan } from "./random-replan.arbitrary.ts";
import { planBetter, planGreedily } from "./replan.ts";
import type { ReplanAnswer, ReplanCase, ReplanPlace, ReplanSession } from "./replan-case.ts";
import { smallService } from "./replan-places.arbitrary.ts";
import { planBest } from "./solve-plan.ts";

const monday = calendarDate("2028-02-21");
const wednesday = calendarDate("2028-02-23");
const hours = { weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [[480, 600]]])) };
const weekly = hours.weekly as SiteCalendar["opening"]["weekly"];
const person = (id: string, more: Partial<SiteCalendar["practitioners"][number]> = {}) => ({
  id,
  qualifications: [{ name: "face", validFrom: null, validTo: null }],
  weekly,
  leave: [],
  busy: [],
  ...more,
});

/** Two practitioners, two rooms, one pen, open 08:00 to 10:00; the Wednesday is closed. */
const site: SiteCalendar = {
  from: monday,
  to: addDays(monday, 11),
  opening: { weekly, closed: [wednesday] },
  practitioners: [person("ana"), person("ben")],
  rooms: [
    { id: "room 1", kinds: ["prep", "treatment"], outages: [], busy: [] },
    { id: "room 2", kinds: ["prep", "treatment"], outages: [], busy: [] },
  ],
  devices: [{ id: "pen", kinds: ["pen"], outages: [], busy: [] }],
};
const place: ReplanPlace = {
  day: wednesday,
  startMinute: 500,
  practitioner: "ana",
  prepRoom: "room 1",
  treatmentRoom: "room 1",
  device: "pen",
};
const session: ReplanSession = {
  id: "session",
  role: "displaced",
  service: "session",
  place,
  gapDays: { min: 28, max: 42, target: 35 },
  previous: { day: addDays(wednesday, -35), session: null },
  next: { day: addDays(wednesday, 35), session: null },
  earliest: monday,
  latest: addDays(monday, 11),
  blockedDays: [],
};
const replan = (more: Partial<ReplanSession> = {}, at: Partial<SiteCalendar> = {}): ReplanCase => ({
  site: { ...site, ...at },
  services: { session: smallService },
  sessions: [{ ...session, ...more }],
});
const allWeek = [0, 1, 3, 4, 7, 8, 9, 10, 11].map((days) => [addDays(monday, days), 480, 600] as const);

describe("planning a closed day anew", () => {
  it("takes the nearest day to five weeks after the session before, with the same person at the same hour", () => {
    const [line] = planGreedily(replan()).lines;
    expect(line?.after).toEqual({ ...place, day: "2028-02-22" });
    expect(line?.terms).toEqual({ daysFromIdeal: -1, daysMoved: -1, practitionerChanged: false, minutesMoved: 0 });
    expect(line?.window).toEqual({ from: "2028-02-21", to: "2028-03-01", ideal: "2028-02-23" });
  });

  it("is proven without the solver where everybody has the best place that they could have", () => {
    const minimise = () => {
      throw new Error("nothing was left to ask");
    };
    const { answer, isProven } = planBest(replan(), { rounds: 1, seed: 1, minimise });
    expect(answer.lines[0]?.after).toEqual({ ...place, day: "2028-02-22" });
    expect(isProven).toBe(true);
  });

  it("is not proven where a session before it in the same course is placed anew too", () => {
    const later = { ...session, id: "later", place: { ...place, day: addDays(wednesday, 7) } };
    const gapDays = { min: 5, max: 9, target: 7 };
    const given = {
      ...replan({}, { opening: { weekly, closed: [wednesday, addDays(wednesday, 7)] } }),
      sessions: [
        { ...session, next: { day: later.place.day, session: "later" }, gapDays, previous: null },
        { ...later, previous: { day: wednesday, session: "session" }, next: null, gapDays },
      ],
    };
    const { answer, isProven } = planBest(given, { rounds: 1, seed: 1, minimise: () => null });
    expect(answer.aims.unplaced).toBe(0);
    expect(isProven).toBe(false);
  });

  it("changes the practitioner before it moves a day further", () => {
    const away = { practitioners: [person("ana", { leave: [[monday, addDays(monday, 11)]] }), person("ben")] };
    const [line] = planGreedily(replan({}, away)).lines;
    expect(line?.after).toMatchObject({ day: "2028-02-22", startMinute: 500, practitioner: "ben" });
  });

  it("moves the hour before it changes the practitioner", () => {
    const late = {
      practitioners: [
        person("ana", { busy: [1, 3].map((days) => [addDays(monday, days), 510, 535] as const) }),
        person("ben"),
      ],
    };
    const [line] = planGreedily(replan({}, late)).lines;
    expect(line?.after).toMatchObject({ day: "2028-02-22", startMinute: 525, practitioner: "ana" });
    expect(line?.terms?.minutesMoved).toBe(25);
  });

  it("says which constraint leaves no place", () => {
    const why = (more: Partial<ReplanSession>, at: Partial<SiteCalendar> = {}) =>
      planGreedily(replan(more, at)).lines[0]?.obstacles;
    const rooms = site.rooms.map((room) => ({ ...room, busy: allWeek }));
    expect(why({ next: { day: addDays(wednesday, 5), session: null } })).toEqual(["gap"]);
    expect(why({ earliest: calendarDate("2028-03-02") })).toEqual(["notBefore"]);
    expect(
      why({ previous: { day: addDays(wednesday, -42), session: null }, latest: wednesday, earliest: wednesday }),
    ).toEqual(["opening"]);
    expect(why({}, { devices: [{ ...site.devices[0], busy: allWeek } as (typeof site.devices)[number]] })).toEqual([
      "devices",
    ]);
    expect(why({}, { rooms })).toEqual(["prepRooms", "treatmentRooms"]);
    expect(why({}, { practitioners: [person("ana", { qualifications: [] })] })).toEqual(["qualification"]);
  });

  it("moves an unconfirmed session of somebody else only where that places one more, and says that it must", () => {
    const monday8 = { ...place, day: monday, startMinute: 480 };
    const everywhere = allWeek.filter(([day]) => day !== monday && day !== addDays(monday, 7));
    const full = {
      devices: [
        {
          id: "pen",
          kinds: ["pen"],
          outages: [],
          busy: [...everywhere, [monday, 520, 600] as const, [addDays(monday, 7), 520, 600] as const],
        },
      ],
    };
    const near = {
      previous: { day: addDays(monday, -28), session: null },
      next: { day: addDays(monday, 28), session: null },
    };
    const other = { ...session, ...near, id: "other", role: "movable", place: monday8 } as const;
    const farther = {
      ...other,
      previous: { day: addDays(monday, -35), session: null },
      next: { day: addDays(monday, 42), session: null },
    };
    const given = { ...replan({ ...near, place: { ...place, startMinute: 480 } }, full) };
    const both = (movable: ReplanSession) =>
      planBetter({ ...given, sessions: [...given.sessions, movable] }, { rounds: 0, seed: 1 });
    expect(both(other).aims).toMatchObject({ unplaced: 1, othersMoved: 0 });
    const eased = both(farther);
    expect(eased.aims).toMatchObject({ unplaced: 0, othersMoved: 1 });
    expect(eased.lines.map((line) => [line.session, line.after?.day])).toEqual([
      ["session", "2028-02-21"],
      ["other", "2028-02-28"],
    ]);
    expect(eased.lines[0]?.needs).toEqual(["other"]);
  });

  it("keeps two displaced sessions of one course a legal gap apart", () => {
    const later = addDays(wednesday, 28);
    const sessions: ReplanSession[] = [
      { ...session, id: "second", next: { day: later, session: "third" } },
      {
        ...session,
        id: "third",
        place: { ...place, day: later },
        previous: { day: wednesday, session: "second" },
        next: null,
        latest: addDays(later, 9),
      },
    ];
    const long = { ...site, to: addDays(later, 9), opening: { weekly, closed: [wednesday, later] } };
    const { lines } = planBetter({ ...replan(), site: long, sessions }, { rounds: 20, seed: 1 });
    const [second, third] = lines.map(({ after }) => after?.day);
    expect(second && third && daysBetween(second, third)).toBeGreaterThanOrEqual(28);
  });

  const placesOf = ({ lines }: ReplanAnswer) =>
    new Map(lines.flatMap(({ session: id, after }) => (after ? [[id, after] as const] : [])));

  it("never breaks a rule of the site, a gap or a day, whatever the clinic", () => {
    fc.assert(
      fc.property(randomReplan, fc.nat(99), (given, seed) => {
        for (const plan of [planGreedily(given), planBetter(given, { rounds: 5, seed })]) {
          expect(checkPlan(given, placesOf(plan))).toEqual([]);
          const displaced = given.sessions.filter(({ role }) => role === "displaced");
          expect(plan.lines.filter(({ role }) => role === "displaced")).toHaveLength(displaced.length);
          for (const line of plan.lines) expect(line.after === null).toBe(line.obstacles.length > 0);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it("never gets worse by more effort, never moves others without placing more, and is the same for the same seed", () => {
    fc.assert(
      fc.property(randomReplan, fc.nat(99), (given, seed) => {
        const greedy = planGreedily(given);
        const better = planBetter(given, { rounds: 10, seed });
        expect(compareAims(better.aims, greedy.aims)).toBeLessThanOrEqual(0);
        expect(better.aims.othersMoved).toBeLessThanOrEqual(2 * (greedy.aims.unplaced - better.aims.unplaced));
        expect(planBetter(given, { rounds: 10, seed })).toEqual(better);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
