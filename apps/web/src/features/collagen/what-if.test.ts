import { simulateDocument } from "@fibril/collagen";
import { describe, expect, it } from "vitest";
import type { WhatIfBands } from "../../workers/collagen-questions.ts";
import { remember, type UndoList } from "./undo-list.ts";
import {
  comparedIndex,
  type Limit,
  requestOf,
  type Schedule,
  scheduleLimits,
  sessionDaysOf,
  settingLimits,
  startingWhatIf,
  type WhatIf,
} from "./what-if.ts";
import { addressOf, readAddress, whatIfOf } from "./what-if-address.ts";
import { apartStretches, compareOn } from "./what-if-verdict.ts";

describe("a schedule", () => {
  it("is its course and then its maintenance sessions", () => {
    const schedule = { sessions: 3, spacingDays: 28, maintenance: 2, maintenanceEveryDays: 180 };
    expect(sessionDaysOf(schedule)).toEqual([0, 28, 56, 236, 416]);
  });

  it("shares an axis with the other to a year after the later one's last session", () => {
    expect(requestOf(startingWhatIf)).toMatchObject({
      first: [0, 28, 56, 84],
      second: [0, 42, 84, 126],
      horizonDays: 491,
    });
  });

  it("is compared 90 days after the later course, or on the drawn day nearest to the one chosen", () => {
    const days = [0, 70, 140, 210, 280];
    expect(comparedIndex({ days, whatIf: startingWhatIf })).toBe(3);
    expect(comparedIndex({ days, whatIf: { ...startingWhatIf, day: 100 } })).toBe(1);
  });
});

/** Both schedules and the setting at one end of what may be chosen. */
function atTheEnd(end: "least" | "most"): WhatIf {
  const chosen = (limits: object) => Object.entries(limits).map(([name, limit]: [string, Limit]) => [name, limit[end]]);
  const schedule: Schedule = Object.fromEntries(chosen(scheduleLimits));
  const setting: Pick<WhatIf, keyof typeof settingLimits> = Object.fromEntries(chosen(settingLimits));
  return { ...startingWhatIf, first: schedule, second: schedule, ...setting };
}

describe("what may be chosen", () => {
  it.each(["least", "most"] as const)("is taken by the model at its %s", (end) => {
    const { first, second, ...setting } = requestOf(atTheEnd(end));
    for (const sessionDays of [first, second]) {
      const answer = simulateDocument({ ...setting, sessionDays });
      expect(answer.ok && answer.value.days.at(-1)).toBe(setting.horizonDays);
    }
  });

  it.each(["least", "most"] as const)("comes back from its address at its %s, and one step beyond does not", (end) => {
    const asked = atTheEnd(end);
    expect(whatIfOf(readAddress({ ...addressOf(asked) }))).toEqual(asked);
    const beyond = end === "least" ? -1 : 1;
    for (const [name, { step, ...limit }] of Object.entries<Limit>(scheduleLimits)) {
      const first = { ...asked.first, [name]: limit[end] + beyond * step };
      expect(readAddress({ ...addressOf({ ...startingWhatIf, first }) }), name).toEqual({});
    }
    for (const [name, { step, ...limit }] of Object.entries<Limit>(settingLimits)) {
      const setting = { ...startingWhatIf, [name]: limit[end] + beyond * step };
      expect(readAddress({ ...addressOf(setting) }), name).toEqual({});
    }
  });
});

describe("the address of a question", () => {
  it("is empty at the start", () => {
    expect(addressOf(startingWhatIf)).toEqual({});
  });

  it("carries everything that was changed, and comes back as it was", () => {
    const second = { sessions: 6, spacingDays: 35, maintenance: 1, maintenanceEveryDays: 120 };
    const asked = { ...startingWhatIf, second, ageYears: 60, quantity: "stainIndex", day: 200 } as const;
    expect(addressOf(asked)).toEqual({ b: "6-35-1-120", age: 60, show: "stainIndex", day: 200 });
    expect(whatIfOf(readAddress({ ...addressOf(asked) }))).toEqual(asked);
  });

  it.each`
    search                           | why
    ${{ age: 17 }}                   | ${"below 18"}
    ${{ a: "9-28-0-180" }}           | ${"nine sessions"}
    ${{ a: "4-28" }}                 | ${"half a schedule"}
    ${{ mm: "deep", density: -1 }}   | ${"no numbers"}
    ${{ show: "both", day: 99_999 }} | ${"no such thing"}
  `("leaves out what is not understood: $why", ({ search }) => {
    expect(readAddress(search)).toEqual({});
  });
});

function band(low: number, middle: number, high: number) {
  return { p5: [0, low], p50: [0, middle], p95: [0, high] };
}

function compared(difference: ReturnType<typeof band>, alone = band(1.05, 1.1, 1.15)) {
  const pair = { mass: alone, stainIndex: alone };
  const bands: WhatIfBands = {
    request: requestOf(startingWhatIf),
    modelVersion: "1.0.0",
    ensembleSha256: "0",
    days: [0, 100],
    first: pair,
    second: pair,
    difference: { mass: difference, stainIndex: difference },
  };
  return bands;
}

describe("telling two schedules apart", () => {
  it.each`
    difference                 | verdict                   | why
    ${band(-0.02, 0.03, 0.2)}  | ${"can't be told apart"}  | ${"the interval holds zero"}
    ${band(0.01, 0.03, 0.06)}  | ${"can't be told apart"}  | ${"the difference is smaller than one band"}
    ${band(0.08, 0.12, 0.2)}   | ${"differs in the model"} | ${"all above zero, wider than one band"}
    ${band(-0.2, -0.12, -0.1)} | ${"differs in the model"} | ${"all below zero, wider than one band"}
    ${band(0, 0, 0)}           | ${"the same"}             | ${"the schedules are the same"}
  `("says $verdict where $why", ({ difference, verdict }) => {
    expect(compareOn(compared(difference), "mass", 1).verdict).toBe(verdict);
  });

  it("gives the difference and the band's width in percentage points", () => {
    const { p50, bandWidth } = compareOn(compared(band(0.01, 0.03, 0.06)), "mass", 1);
    expect(p50).toBeCloseTo(3, 9);
    expect(bandWidth).toBeCloseTo(10, 9);
  });

  it("measures against the wider of the two bands, whichever schedule comes first", () => {
    const wide = { ...compared(band(0.08, 0.12, 0.2)), second: { mass: band(1, 1.2, 1.4), stainIndex: band(1, 1, 1) } };
    expect(compareOn(wide, "mass", 1).verdict).toBe("can't be told apart");
    expect(compareOn({ ...wide, first: wide.second, second: wide.first }, "mass", 1).verdict).toBe(
      "can't be told apart",
    );
  });

  it("names the days on which they differ", () => {
    expect(apartStretches(compared(band(0.08, 0.12, 0.2)), "mass")).toEqual([{ from: 100, to: 100 }]);
    expect(apartStretches(compared(band(0, 0, 0)), "mass")).toEqual([]);
  });
});

describe("undo", () => {
  const kept = (state: number, field: string, at: number) => ({ state, field, at });

  it("takes back typing in one field as one change", () => {
    const list = [kept(1, "age", 0), kept(2, "age", 400), kept(3, "mm", 800)].reduce<UndoList<number>>(remember, []);
    expect(list.map(({ state }) => state)).toEqual([1, 3]);
  });

  it("keeps two changes that are far apart", () => {
    const list = [kept(1, "age", 0), kept(2, "age", 5_000)].reduce<UndoList<number>>(remember, []);
    expect(list.map(({ state }) => state)).toEqual([1, 2]);
  });
});
