import type { Cited } from "@fibril/evidence";

export interface CourseRow extends Cited {
  readonly fromHour: number;
  readonly toHour: number;
  readonly expect: string;
}

const day = 24;

/** What usually happens, by hours since the session. Where sources differ the row spans them all. */
export const expectedCourse = [
  {
    fromHour: 0,
    toHour: 6,
    expect:
      "Heat, tightness and redness, like a sunburn. Most of the soreness and swelling pass in three to six hours.",
    sources: ["S79", "S80"],
  },
  { fromHour: 6, toHour: day, expect: "Pink skin; some swelling.", sources: ["S28", "S80"] },
  {
    fromHour: day,
    toHour: 2 * day,
    expect: "Redness fades. Dark spots may look darker for a while.",
    sources: ["S28", "S76"],
  },
  {
    fromHour: 2 * day,
    toHour: 3 * day,
    expect: "Dryness and tightness; swelling around the eyes may last until now.",
    sources: ["S80", "S37"],
  },
  { fromHour: 3 * day, toHour: 5 * day, expect: "Flaking, which may end sooner.", sources: ["S30", "S76", "S80"] },
  { fromHour: 5 * day, toHour: 7 * day, expect: "The skin feels settled.", sources: ["S14", "S30", "S37"] },
  {
    fromHour: 28 * day,
    toHour: 42 * day,
    expect: "A first change may be seen; a fuller result takes three to six months.",
    sources: ["S37", "S76"],
  },
] as const satisfies readonly CourseRow[];

/** Passing reactions end by then (85-article review, S14); what lasts longer is a flag. */
export const outerLimitDays = 7;
