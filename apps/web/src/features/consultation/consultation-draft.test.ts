import { describe, expect, it } from "vitest";
import { differencesOf, draftOf } from "./consultation-draft.ts";

describe("two versions of a consultation", () => {
  it("are compared in words, part by part, and only where they differ", () => {
    const mine = {
      ...draftOf(null),
      answers: { pregnancy: { answer: "no" }, diabetes: { answer: "no" } },
      area: "face" as const,
    };
    const theirs = { ...draftOf(null), version: 2, answers: { diabetes: { answer: "no" } }, fitzpatrick: 4 };
    expect(differencesOf(mine, theirs)).toEqual([
      { field: "pregnancy", mine: "No", theirs: "Not asked" },
      { field: "Area", mine: "Face", theirs: "Not chosen yet" },
      { field: "Phototype", mine: "Not assessed", theirs: "4: burns little, tans well" },
    ]);
  });
});
