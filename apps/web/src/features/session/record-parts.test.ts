import { anaestheticQuestions } from "@fibril/protocol";
import { type Cream, emptyRecord, preparationStepIds } from "@fibril/session";
import { describe, expect, it } from "vitest";
import { partsInWords, recordParts } from "./record-parts.ts";

const cream: Cream = {
  product: "lidocaine-4",
  lot: "",
  lidocainePercent: null,
  overTheCounter: null,
  grams: 10,
  areaCm2: 200,
  onAt: null,
  offAt: null,
  removedBeforeNeedling: true,
};
const asKept = (finding: string) => finding;

describe("a record in words", () => {
  it("says what is not recorded, never “no”", () => {
    const words = partsInWords(emptyRecord, asKept);
    expect(words.painScore).toBe("not recorded");
    expect(words.anaesthetic).toBe("not recorded");
    expect(words.preparation).toBe("0 of 8 ticked");
    expect(words.stoppedEarly).toBe("not recorded");
  });

  it("names what was asked before a cream, and every step that was left out", () => {
    const answers = { ...Object.fromEntries(anaestheticQuestions.map((question) => [question, "no" as const])) };
    const creams: Cream[] = [];
    const record = {
      ...emptyRecord,
      preparation: Object.fromEntries(preparationStepIds.map((step) => [step, step !== "glovesOn"])),
      anaesthetic: { used: "yes" as const, answers: { ...answers, methaemoglobinaemia: "yes" as const }, creams },
      stoppedEarly: { reason: "faint" as const, note: "Lay down" },
      reasons: { "depth.face@chin": "Deep scar" },
    };
    const words = partsInWords(record, () => "Chin: deeper than 1.5 mm.");
    expect(words.preparation.split("\n").at(-1)).toBe("Not ticked: Gloves on");
    expect(words.anaesthetic).toContain("other questions answered “no”");
    expect(words.stoppedEarly).toBe("Faint: Lay down");
    expect(words.reasons).toBe("Chin: deeper than 1.5 mm. Reason: Deep scar");
  });

  it.each`
    overTheCounter | words
    ${true}        | ${"bought without a prescription"}
    ${false}       | ${"not bought without a prescription"}
    ${"unknown"}   | ${"not known whether bought without a prescription"}
    ${null}        | ${"not asked whether bought without a prescription"}
  `("says of a cream that was $overTheCounter for over the counter: $words", ({ overTheCounter, words }) => {
    const record = {
      ...emptyRecord,
      anaesthetic: { used: "yes" as const, answers: {}, creams: [{ ...cream, overTheCounter }] },
    };
    expect(partsInWords(record, asKept).anaesthetic.split("\n")[0]).toContain(words);
  });

  it("names only the parts in which two versions differ", () => {
    expect(recordParts(emptyRecord, { ...emptyRecord, painScore: 4 }, asKept)).toEqual([
      { part: "painScore", left: "not recorded", right: "4 of 10" },
    ]);
  });
});
