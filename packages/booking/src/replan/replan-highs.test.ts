import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimiseByHighs } from "../solve-with-highs.arbitrary.ts";
import { compareAims } from "./aims.ts";
import { randomReplan } from "./random-replan.arbitrary.ts";
import { planBetter, planGreedily } from "./replan.ts";
import type { ReplanCase } from "./replan-case.ts";
import { planBest } from "./solve-plan.ts";

/** Nobody but the displaced ones moves: the programme of the solver is about them alone. */
function withoutOthers(given: ReplanCase): ReplanCase {
  return { ...given, sessions: given.sessions.map((session) => ({ ...session, role: "displaced" as const })) };
}

describe("the solver as a yardstick for the plan of a closed day", () => {
  it("never places fewer than the plan before it, and proves most tiny cases", () => {
    let [cases, proven, greedyShort, betterShort, worseAims] = [0, 0, 0, 0, 0];
    fc.assert(
      fc.property(randomReplan, (random) => {
        const given = withoutOthers(random);
        const effort = { rounds: 30, seed: 1 };
        const best = planBest(given, { ...effort, minimise: minimiseByHighs });
        const better = planBetter(given, effort);
        expect(compareAims(best.answer.aims, better.aims)).toBeLessThanOrEqual(0);
        cases += 1;
        proven += Number(best.isProven);
        if (best.isProven) {
          const longer = planBetter(given, { rounds: 150, seed: 7 });
          expect(compareAims(longer.aims, best.answer.aims)).toBeGreaterThanOrEqual(0);
        }
        greedyShort += planGreedily(given).aims.unplaced - best.answer.aims.unplaced;
        betterShort += better.aims.unplaced - best.answer.aims.unplaced;
        worseAims += Number(compareAims(better.aims, best.answer.aims) > 0);
      }),
      { numRuns: 40, seed: 20270104 },
    );
    expect(betterShort).toBe(0);
    expect(greedyShort).toBeLessThanOrEqual(3);
    expect(worseAims).toBeLessThanOrEqual(3);
    expect(proven).toBeGreaterThan(cases / 2);
  }, 120_000);
});
