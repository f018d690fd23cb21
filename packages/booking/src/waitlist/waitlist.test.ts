import { addDays, calendarDate, daysBetween, fromEpochDay } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayAskAt, offerMinutes } from "./offer-rules.ts";
import { offerableDays, returnsToWindow, type WaitingVisit } from "./offerable-days.ts";
import { rankWaitlist } from "./rank-waitlist.ts";

const day = calendarDate;
const gapDays = { min: 28, max: 42, target: 35 };
const session = {
  gapDays,
  previous: day("2027-01-06"),
  next: day("2027-03-17"),
  isPreviousUnplaced: false,
  permittedFrom: day("2026-12-01"),
};
const second: WaitingVisit = {
  wish: { from: day("2027-01-10"), to: day("2027-02-28") },
  today: day("2027-01-08"),
  present: day("2027-02-15"),
  session,
};

describe("the days on which a freed place may be offered", () => {
  it("keep 28 to 42 days to the session before and to the one after, and are earlier than the day they have", () => {
    expect(offerableDays(second)).toEqual({ ok: true, value: { from: "2027-02-03", to: "2027-02-14" } });
  });

  it("reach to the end of the window for a session that has lost its day", () => {
    expect(offerableDays({ ...second, present: null })).toEqual({
      ok: true,
      value: { from: "2027-02-03", to: "2027-02-17" },
    });
  });

  it("begin where the signed decision lets treatment begin", () => {
    const later = { ...second, session: { ...session, permittedFrom: day("2027-02-08") } };
    expect(offerableDays(later)).toEqual({ ok: true, value: { from: "2027-02-08", to: "2027-02-14" } });
  });

  it.each`
    what                                              | more                                                             | obstacle
    ${"a wish that is over"}                          | ${{ today: day("2027-03-01") }}                                  | ${"wish-is-over"}
    ${"no decision that permits treatment"}           | ${{ session: { ...session, permittedFrom: null } }}              | ${"not-permitted"}
    ${"a session before without a day"}               | ${{ session: { ...session, isPreviousUnplaced: true } }}         | ${"previous-unplaced"}
    ${"a wish that ends before the gap is over"}      | ${{ wish: { from: day("2027-01-10"), to: day("2027-02-02") } }}  | ${"gap"}
    ${"neighbours too far apart for any day between"} | ${{ session: { ...session, next: day("2027-05-01") } }}          | ${"gap"}
    ${"a decision that permits it only later"}        | ${{ session: { ...session, permittedFrom: day("2027-03-01") } }} | ${"before-permission"}
    ${"a day that is the first legal one already"}    | ${{ present: day("2027-02-03") }}                                | ${"as-early-already"}
  `("are none with $what", ({ more, obstacle }) => {
    expect(offerableDays({ ...second, ...more })).toEqual({ ok: false, problem: obstacle });
  });

  it("of a consultation are all the wished ones before the one they have", () => {
    const consultation = { ...second, session: null };
    expect(offerableDays(consultation)).toEqual({ ok: true, value: { from: "2027-01-10", to: "2027-02-14" } });
    expect(offerableDays({ ...consultation, present: null })).toMatchObject({ value: { to: "2027-02-28" } });
  });

  it("never break a gap, never come before the decision and never before today", () => {
    const anyDay = fc.integer({ min: 20_800, max: 21_000 }).map(fromEpochDay);
    const maybe = fc.option(anyDay, { nil: null });
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        anyDay,
        maybe,
        maybe,
        maybe,
        maybe,
        (from, to, today, present, previous, next, may) => {
          const around = { gapDays, previous, next, isPreviousUnplaced: false, permittedFrom: may };
          const found = offerableDays({ wish: { from, to }, today, present, session: around });
          if (!found.ok) return;
          for (const offered of [found.value.from, found.value.to]) {
            if (previous) expect(daysBetween(previous, offered)).toBeGreaterThanOrEqual(28);
            if (previous) expect(daysBetween(previous, offered)).toBeLessThanOrEqual(42);
            if (next) expect(daysBetween(offered, next)).toBeGreaterThanOrEqual(28);
            if (next) expect(daysBetween(offered, next)).toBeLessThanOrEqual(42);
            expect(may !== null && offered >= may && offered >= today && offered >= from && offered <= to).toBe(true);
          }
        },
      ),
    );
  });
});

describe("whose turn it is", () => {
  it("is first whoever has left the clinical window, then whoever waits longest", () => {
    const ranked = rankWaitlist([
      { id: "waits-longest", returnsToWindow: false, waitingSince: "2027-01-01T09:00:00Z" },
      { id: "out-since-noon", returnsToWindow: true, waitingSince: "2027-01-05T12:00:00Z" },
      { id: "out-since-ten", returnsToWindow: true, waitingSince: "2027-01-05T10:00:00Z" },
      { id: "came-last", returnsToWindow: false, waitingSince: "2027-01-06T09:00:00Z" },
    ]);
    expect(ranked.map(({ id }) => id)).toEqual(["out-since-ten", "out-since-noon", "waits-longest", "came-last"]);
  });

  it.each`
    what                              | present                           | back
    ${"42 days after the one before"} | ${addDays(day("2027-01-06"), 42)} | ${false}
    ${"43 days after it"}             | ${addDays(day("2027-01-06"), 43)} | ${true}
    ${"a session without a day"}      | ${null}                           | ${true}
  `("counts $what as out of the window: $back", ({ present, back }) => {
    expect(returnsToWindow({ session, present })).toBe(back);
  });

  it("never counts a consultation as out of a window", () => {
    expect(returnsToWindow({ session: null, present: null })).toBe(false);
  });
});

describe("how people are asked", () => {
  it("keeps a place for an hour, and for 20 minutes where it is within a day", () => {
    expect([offerMinutes(24 * 60), offerMinutes(24 * 60 - 1)]).toEqual([60, 20]);
  });

  it("wakes nobody before 08:00 or after 20:00", () => {
    expect([7 * 60 + 59, 8 * 60, 19 * 60 + 59, 20 * 60].map(mayAskAt)).toEqual([false, true, true, false]);
  });
});
