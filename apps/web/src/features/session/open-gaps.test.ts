import type { SessionView } from "@fibril/contract";
import { emptyRecord } from "@fibril/session";
import { describe, expect, it } from "vitest";
import { gapLines, openGaps, stepOfGap } from "./open-gaps.ts";

const serverGap = { path: "", kind: "missing", finding: null } as const;
const view = {
  id: "s",
  performedOn: "2026-11-25",
  ageYears: 30,
  fitzpatrick: 3,
  plan: null,
  weight: null,
  gaps: [
    { ...serverGap, code: "consent-missing", words: "Consent is not in force." },
    { ...serverGap, code: "pain-score", path: "painScore", words: "Ask for the pain score, 0 to 10." },
  ],
} as unknown as SessionView;

describe("what is missing before signing", () => {
  it("keeps what only the server knows and finds the rest on the screen", () => {
    const codes = openGaps(view, { ...emptyRecord, painScore: 3 }).map(({ code }) => code);
    expect(codes).toContain("consent-missing");
    expect(codes).toContain("since-last-time");
    expect(codes).not.toContain("pain-score");
  });

  it.each`
    path                    | finding              | step
    ${"preparation.gloves"} | ${null}              | ${"preparation"}
    ${"antiseptic"}         | ${null}              | ${"preparation"}
    ${"anaesthetic.creams"} | ${null}              | ${"anaesthetic"}
    ${"cartridges.0"}       | ${null}              | ${"device"}
    ${"zones.2.depthMm"}    | ${null}              | ${"zones"}
    ${"zones.2"}            | ${"depth.face@nose"} | ${"findings"}
    ${"painScore"}          | ${null}              | ${"ending"}
    ${""}                   | ${null}              | ${null}
  `("a gap at $path ($finding) is mended in step $step", ({ path, finding, step }) => {
    expect(stepOfGap({ path, finding })).toBe(step);
  });

  it("says the same thing of many zones once, with their number", () => {
    const gap = { code: "zone-passes", words: "Record the passes.", kind: "missing", finding: null } as const;
    const lines = gapLines([
      { ...gap, path: "zones.0" },
      { ...gap, path: "zones.1" },
    ]);
    expect(lines.map(({ gap: { words }, count }) => [words, count])).toEqual([["Record the passes.", 2]]);
  });
});
