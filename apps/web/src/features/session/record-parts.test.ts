import { emptyRecord } from "@fibril/session";
import { describe, expect, it } from "vitest";
import { partsInWords, recordParts } from "./record-parts.ts";

describe("a record in words", () => {
  it("says what is not recorded, never “no”", () => {
    const words = partsInWords(emptyRecord);
    expect(words.painScore).toBe("not recorded");
    expect(words.anaesthetic).toBe("not recorded");
    expect(words.preparation).toBe("0 of 8 ticked");
  });

  it("names only the parts in which two versions differ", () => {
    expect(recordParts(emptyRecord, { ...emptyRecord, painScore: 4 })).toEqual([
      { part: "painScore", left: "not recorded", right: "4 of 10" },
    ]);
  });
});
