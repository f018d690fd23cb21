import { addDays, type CalendarDate, calendarDate, daysBetween } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GapDays, standardGapDays } from "./course-rules.ts";
import { type Move, reflow } from "./reflow.ts";
import { widenGap } from "./widen-gap.ts";

const course = ["2027-01-11", "2027-02-15", "2027-03-22", "2027-04-26"].map((day, index) => ({
  ordinal: index + 1,
  day: calendarDate(day),
}));
const move = (movedIndex: number, newDay: string, more: Partial<Move> = {}): Move => ({
  sessions: course,
  movedIndex,
  newDay: calendarDate(newDay),
  gapDays: standardGapDays,
  notBefore: null,
  ...more,
});
const daysAfter = (request: Move) => {
  const answer = reflow(request);
  return answer.ok ? answer.value.map(({ after }) => after) : answer.problem;
};

describe("moving one session", () => {
  it("leaves the later ones where they are while their gap stays legal", () =>
    expect(daysAfter(move(1, "2027-02-20"))).toEqual(["2027-01-11", "2027-02-20", "2027-03-22", "2027-04-26"]));
  it("carries the later ones as little as the gap asks for", () =>
    expect(daysAfter(move(2, "2027-03-29", { gapDays: { min: 35, max: 42, target: 35 } }))).toEqual([
      "2027-01-11",
      "2027-02-15",
      "2027-03-29",
      "2027-05-03",
    ]));
  it("shows each session before and after", () =>
    expect(reflow(move(3, "2027-05-03"))).toMatchObject({
      ok: true,
      value: [{}, {}, {}, { ordinal: 4, before: "2027-04-26", after: "2027-05-03" }],
    }));
  it("goes round days that are not possible, even where the nearest one leads nowhere", () =>
    expect(
      daysAfter(
        move(1, "2027-03-01", {
          sessions: course.with(0, { ordinal: 1, day: calendarDate("2027-01-20") }),
          isPossible: (day) => day === "2027-03-30" || day === "2027-04-05" || day === "2027-05-17",
        }),
      ),
    ).toEqual(["2027-01-20", "2027-03-01", "2027-04-05", "2027-05-17"]));
  it.each([
    [move(1, "2027-02-01"), { code: "too-soon", ordinal: 2, previous: "2027-01-11" }],
    [move(1, "2027-03-01"), { code: "too-late", ordinal: 2, previous: "2027-01-11" }],
    [
      move(0, "2027-01-11", { notBefore: calendarDate("2027-01-12") }),
      { code: "before-not-before", notBefore: "2027-01-12" },
    ],
    [move(1, "2027-02-15", { isPossible: () => false }), { code: "no-possible-day", ordinal: 3 }],
  ])("refuses a move with a reason", (request, problem) => expect(daysAfter(request)).toEqual(problem));

  it(
    "keeps the earlier sessions and every gap in 10,000 random moves",
    () =>
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 28, max: 42 }), { minLength: 2, maxLength: 5 }),
          fc.nat(5),
          fc.integer({ min: 28, max: 42 }),
          fc.option(fc.tuple(fc.nat(5), fc.nat(28))),
          (gaps, at, newGap, reaction) => {
            const sessions = gaps.reduce(
              (days, gap, index) => {
                const widened = reaction && reaction[0] === index ? widenGap(standardGapDays, reaction[1]) : null;
                const day = addDays(days.at(-1)?.day as CalendarDate, gap + (widened ? widened.min - 28 : 0));
                return [...days, { ordinal: index + 2, day, ...(widened ? { gapDays: widened } : {}) }];
              },
              [{ ordinal: 1, day: calendarDate("2027-01-11") }] as Move["sessions"],
            );
            const movedIndex = at % sessions.length;
            const gapOf = (index: number): GapDays => sessions[index]?.gapDays ?? standardGapDays;
            const previous = sessions[movedIndex - 1]?.day;
            const newDay = previous
              ? addDays(previous, newGap + gapOf(movedIndex).min - 28)
              : addDays(calendarDate("2027-01-11"), newGap - 35);
            const answer = reflow({ sessions, movedIndex, newDay, gapDays: standardGapDays, notBefore: null });
            if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
            for (const [index, { before, after }] of answer.value.entries()) {
              if (index < movedIndex) expect(after).toBe(before);
              if (index === movedIndex) expect(after).toBe(newDay);
              if (index === 0) continue;
              const gap = daysBetween(answer.value[index - 1]?.after as CalendarDate, after);
              expect(gap >= gapOf(index).min && gap <= gapOf(index).max).toBe(true);
            }
          },
        ),
        { numRuns: 10_000 },
      ),
    30_000,
  );
});
