import { questionIds } from "@fibril/suitability";
import { describe, expect, it } from "vitest";
import { askedCount, nextUnasked, withAnswer, withDetail } from "./answers-model.ts";
import { askedOrder } from "./question-groups.ts";

describe("the answers of a consultation", () => {
  it("are grouped so that every question is asked once", () => {
    expect([...askedOrder].sort()).toEqual([...questionIds].sort());
  });

  it("leave out what was not asked, and take an answer back as if it never was", () => {
    const answered = withAnswer({}, "pregnancy", "no");
    expect(answered).toEqual({ pregnancy: { answer: "no" } });
    expect(withAnswer(answered, "pregnancy", null)).toEqual({});
  });

  it("keep details beside yes alone", () => {
    const yes = withDetail(withAnswer({}, "moleInArea", "yes"), "moleInArea", "changing", false);
    expect(yes).toEqual({ moleInArea: { answer: "yes", changing: false } });
    expect(withAnswer(yes, "moleInArea", "yes")).toEqual(yes);
    expect(withAnswer(yes, "moleInArea", "unknown")).toEqual({ moleInArea: { answer: "unknown" } });
    expect(withDetail({ moleInArea: { answer: "no" } }, "moleInArea", "changing", true)).toEqual({
      moleInArea: { answer: "no" },
    });
  });

  it("drop the day somebody stopped once they say that they still take it", () => {
    const stopped = { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-01-05" } };
    expect(withDetail(stopped, "isotretinoin", "status", "current")).toEqual({
      isotretinoin: { answer: "yes", status: "current" },
    });
  });

  it("drop a detail that is emptied, so that it is unknown and not blank", () => {
    const given = { anticoagulant: { answer: "yes", agent: "apixaban" } };
    expect(withDetail(given, "anticoagulant", "agent", undefined)).toEqual({ anticoagulant: { answer: "yes" } });
  });
});

describe("finding what was not asked", () => {
  it("counts don't know as asked", () => {
    expect(askedCount({ pregnancy: { answer: "unknown" }, diabetes: { answer: "no" }, rosacea: {} })).toBe(2);
  });

  it("goes on after the question at hand and around the end", () => {
    const answers = { breastfeeding: { answer: "no" } };
    expect(nextUnasked(answers, "pregnancy")).toBe("isotretinoin");
    expect(nextUnasked(answers, "bodyImageConcern")).toBe("pregnancy");
  });

  it("finds nothing once everything was asked", () => {
    expect(nextUnasked(Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }])), null)).toBeNull();
  });
});
