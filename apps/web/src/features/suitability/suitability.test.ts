import type { FindingView, OutcomeView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { answerInWords } from "./answer-words.ts";
import { overrideRules } from "./override-rules.ts";
import { sourceNotes } from "./source-notes.ts";

const answers = {
  isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-10-05" },
  recentProcedures: { answer: "yes", procedures: [{ kind: "filler", on: "2026-11-20", inArea: false }] },
  rosacea: { answer: "unknown" },
};

describe("the answer that fired a finding", () => {
  it("is told in the words of the questions", () => {
    expect([
      answerInWords("rosacea", answers),
      answerInWords("isotretinoin.status", answers),
      answerInWords("isotretinoin.stoppedOn", answers),
      answerInWords("recentProcedures.procedures.0.kind", answers),
    ]).toEqual([
      "rosacea: Don't know",
      "isotretinoin: Do you still take it? I have stopped",
      "isotretinoin: When did you take the last one? Mon 5 Oct 2026",
      "other treatments: Which treatment? Filler",
    ]);
  });

  it("says that it is not known where it is not", () => {
    expect(answerInWords("birthDate", {})).toBe("the age, by the birth date");
    expect(answerInWords("request.concerns", {})).toBe("what is to be treated");
    expect(answerInWords("sunExposure", {})).toBe("sun exposure: Not asked");
    expect(answerInWords("isotretinoin.stoppedOn", {})).toBe(
      "isotretinoin: When did you take the last one? Don't know",
    );
  });
});

describe("overriding a verdict", () => {
  const finding = (verdict: FindingView["verdict"], overridable: FindingView["overridable"]): FindingView => ({
    rule: "r",
    verdict,
    overridable,
    notBefore: null,
    until: null,
    reason: "",
    because: [],
    adaptations: [],
    sources: [],
    tier: "R",
  });
  const outcome = (...findings: FindingView[]): OutcomeView => ({
    verdict: findings[0]?.verdict ?? "suitable",
    notBefore: null,
    findings,
    missing: [],
    ruleSet: { id: "x", version: "1", reviewedBy: null },
  });

  it("is impossible where nothing stands against treatment", () => {
    expect(overrideRules(outcome(finding("adapt", "none-needed"))).isPossible).toBe(false);
  });

  it("is barred by one finding that is never overridden and by one that has to be answered", () => {
    expect(overrideRules(outcome(finding("defer", "practitioner"), finding("incomplete", "answer"))).isPossible).toBe(
      false,
    );
    expect(overrideRules(outcome(finding("do-not-treat", "never"))).barredBy).toHaveLength(1);
  });

  it("takes a prescriber's opinion where one finding asks for it", () => {
    expect(overrideRules(outcome(finding("refer", "prescriber"), finding("defer", "practitioner")))).toMatchObject({
      isPossible: true,
      needsOpinion: true,
    });
  });
});

describe("the sources of a finding", () => {
  it("open with their strength in words, a clinic's page included", () => {
    expect(sourceNotes(["S5"])[0]?.text).toContain("clinic or vendor page");
  });

  it("say so where no source was seen", () => {
    expect(sourceNotes(["practice-unsourced"])[0]?.text).toBe("Practice: no source was seen for this.");
  });
});
