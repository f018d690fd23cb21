import { sources } from "@fibril/evidence";
import { calendarDate } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aftercarePlan } from "./aftercare.ts";
import { dueAt } from "./task-clock.ts";
import type { WhatWasDone } from "./what-was-done.ts";

const shallow: WhatWasDone = {
  deepestMm: 0.5,
  regions: ["face"],
  aroundMouth: false,
  anaesthetic: false,
  topicals: ["device-hydrogel"],
  fitzpatrick: 2,
};
const unknown: WhatWasDone = {
  deepestMm: null,
  regions: [],
  aroundMouth: null,
  anaesthetic: null,
  topicals: [],
  fitzpatrick: null,
};

function idsOn(day: number, done: WhatWasDone): readonly string[] {
  return (
    aftercarePlan(done)
      .find((entry) => entry.day === day)
      ?.instructions.map(({ id }) => id) ?? []
  );
}

describe("the aftercare plan", () => {
  it("allows sunscreen and make-up on day 1 after shallow needling", () => {
    expect(idsOn(1, shallow)).toContain("mineral-sunscreen");
    expect(idsOn(1, shallow)).not.toContain("no-make-up");
  });

  it.each([1.5, 2, null])("keeps products away for 48 hours after %s mm", (deepestMm) => {
    expect(idsOn(1, { ...shallow, deepestMm })).toEqual(expect.arrayContaining(["sterile-only", "no-make-up"]));
    expect(idsOn(1, { ...shallow, deepestMm })).not.toContain("mineral-sunscreen");
    expect(idsOn(2, { ...shallow, deepestMm })).toContain("mineral-sunscreen");
  });

  it("never advises sunscreen while channels are open", () => {
    expect(idsOn(0, shallow)).toContain("no-sunscreen-yet");
    expect(idsOn(0, shallow)).not.toContain("mineral-sunscreen");
  });

  it("speaks of numbness only where cream was used or may have been", () => {
    expect(idsOn(0, shallow)).not.toContain("numb-skin");
    expect(idsOn(0, { ...shallow, anaesthetic: true })).toContain("numb-skin");
  });

  it("guards skin that marks darker for four weeks", () => {
    expect(idsOn(14, { ...shallow, fitzpatrick: 5 })).toContain("protect-from-dark-marks");
    expect(idsOn(14, shallow)).not.toContain("protect-from-dark-marks");
  });

  it("is most careful where nothing is known", () => {
    expect(idsOn(0, unknown)).toEqual(expect.arrayContaining(["numb-skin", "cold-sore-watch", "no-make-up"]));
    expect(idsOn(14, unknown)).toContain("protect-from-dark-marks");
  });

  it("never lifts a rest from products, sun or sport earlier because less is known", () => {
    const facts = fc.record({
      deepestMm: fc.double({ min: 0.05, max: 3, noNaN: true }),
      regions: fc.constant(["face"] as const),
      aroundMouth: fc.boolean(),
      anaesthetic: fc.boolean(),
      topicals: fc.constant([]),
      fitzpatrick: fc.constantFrom(1, 2, 3, 4, 5, 6),
    });
    const endOf = (done: WhatWasDone, id: string) =>
      aftercarePlan(done)
        .flatMap(({ instructions }) => instructions)
        .find((instruction) => instruction.id === id)?.toHour ?? 0;
    fc.assert(
      fc.property(facts, fc.constantFrom("sterile-only", "no-sunscreen-yet", "no-make-up", "no-sweat"), (done, id) => {
        expect(endOf(unknown, id)).toBeGreaterThanOrEqual(endOf(done as WhatWasDone, id));
      }),
    );
  });

  it("shows patients regulators, labels and reviewed work only, and marks the rest as practice", () => {
    for (const { instructions } of aftercarePlan(unknown)) {
      for (const { patientSources, basis } of instructions) {
        expect(patientSources.every((id) => ["L", "R"].includes(sources[id].tier))).toBe(true);
        expect(basis).toBe(patientSources.length > 0 ? "sourced" : "practice");
      }
    }
  });
});

describe("the clock of a task", () => {
  const clinic = { isWorkingDay: (day: string) => !["2026-11-28", "2026-11-29"].includes(day), closesAtMinute: 1080 };
  const friday = { day: calendarDate("2026-11-27"), minuteOfDay: 1435 };

  it.each`
    urgency        | day             | minuteOfDay
    ${"emergency"} | ${"2026-11-28"} | ${10}
    ${"same-day"}  | ${"2026-11-28"} | ${115}
    ${"24-hours"}  | ${"2026-11-28"} | ${475}
    ${"48-hours"}  | ${"2026-11-29"} | ${1435}
    ${"1-week"}    | ${"2026-11-30"} | ${1080}
  `("of $urgency raised on Friday night ends on $day at minute $minuteOfDay", ({ urgency, day, minuteOfDay }) => {
    expect(dueAt(urgency, friday, clinic)).toEqual({ day, minuteOfDay });
  });

  it("does not run where nothing was found", () => {
    expect(dueAt("expected", friday, clinic)).toBeNull();
  });

  it("ends within the week even where no day is a working day", () => {
    expect(dueAt("1-week", friday, { ...clinic, isWorkingDay: () => false })).toEqual({
      day: "2026-12-04",
      minuteOfDay: 1435,
    });
  });

  it("ends sooner where the clinic wants it sooner, and never later than the table without a signature", () => {
    const own = (minutes: object) => ({ ...clinic, minutes });
    expect(dueAt("same-day", friday, own({ "same-day": 60 }))).toEqual({ day: "2026-11-28", minuteOfDay: 55 });
    expect(dueAt("1-week", friday, own({ "1-week": 10_080 }))).toEqual({ day: "2026-11-30", minuteOfDay: 1080 });
    expect(dueAt("emergency", friday, own({ "same-day": 60 }))).toEqual({ day: "2026-11-28", minuteOfDay: 10 });
  });

  it("ends later where a longer clock was signed", () =>
    expect(dueAt("emergency", friday, { ...clinic, minutes: { emergency: 30 } })).toEqual({
      day: "2026-11-28",
      minuteOfDay: 25,
    }));
});
