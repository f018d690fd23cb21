import { describe, expect, it } from "vitest";
import {
  type Cited,
  constants,
  isSourceId,
  sourceById,
  sourceIds,
  sources,
  sourcesForPatients,
  tierOf,
  unsourced,
  unusedSources,
} from "./index.ts";

describe("the register of sources", () => {
  it("holds S1 to S146 without a gap", () =>
    expect(sourceIds).toEqual(Array.from({ length: 146 }, (_, index) => `S${index + 1}`)));
  it("says of every source what it is, where it is and what was opened", () => {
    for (const id of sourceIds) {
      const { title, identifier, seen } = sources[id];
      for (const text of [title, identifier, seen]) expect(text.trim(), id).not.toBe("");
    }
  });
  it("never cites from memory", () => {
    for (const id of sourceIds) expect(JSON.stringify(sources[id]), id).not.toMatch(/memory/i);
  });
  it.each([
    ["S1", "L"],
    ["S6", "C"],
    ["S8", "L"],
    ["S36", "G"],
    ["S37", "G"],
    ["S55", "R"],
    ["S111", "C"],
  ] as const)("gives %s the tier %s of what was opened", (id, tier) =>
    expect(sourceById(id)).toMatchObject({ id, tier }),
  );
  it("calls a label read in a clinic's copy a clinic page", () => {
    for (const id of sourceIds) if (/clinic/.test(sources[id].seen)) expect(sources[id].tier, id).toBe("C");
  });
  it("knows its ids from others", () => {
    expect(isSourceId("S146")).toBe(true);
    expect(isSourceId("S147")).toBe(false);
    expect(isSourceId("toString")).toBe(false);
    expect(isSourceId("founding")).toBe(false);
  });
});

describe("the tier of a statement", () => {
  it.each([
    [["S6", "S10"], "L"],
    [["S11", "S16"], "R"],
    [["S11", "S37"], "G"],
    [["S11"], "C"],
    [["S16", "S1", "S37"], "L"],
    [unsourced, "practice"],
  ] as const)("of %j is %s", (cited, tier) => expect(tierOf(cited)).toBe(tier));
});

describe("what a patient is shown", () => {
  it("leaves out clinics' pages and secondary guides", () =>
    expect(sourcesForPatients(["S1", "S6", "S14", "S37"])).toEqual(["S1", "S14"]));
});

describe("a source nobody uses", () => {
  it("is reported", () => {
    expect(unusedSources(sourceIds)).toEqual([]);
    expect(unusedSources(sourceIds.filter((id) => id !== "S5" && id !== "S9"))).toEqual(["S5", "S9"]);
  });
});

describe("a citation", () => {
  it("is a source of the register or the admission that there is none: anything else does not compile", () => {
    // @ts-expect-error an unknown id
    const unknown: Cited = { sources: ["S999"] };
    // @ts-expect-error nothing at all
    const nothing: Cited = { sources: [] };
    // @ts-expect-error a source and none at once
    const both: Cited = { sources: ["S1", "practice-unsourced"] };
    // @ts-expect-error from memory
    const memory: Cited = { sources: ["from memory"] };
    expect([unknown, nothing, both, memory]).toHaveLength(4);
  });
  it("stands at every constant", () => {
    for (const { sources: cited } of Object.values(constants)) expect(tierOf(cited)).not.toBe("");
  });
});
