import { describe, expect, it } from "vitest";
import { changedByBoth, mergeRecords } from "./merge-records.ts";
import { emptyRecord, type SessionRecord } from "./session-record.ts";

const base: SessionRecord = { ...emptyRecord, note: "", painScore: null, preparation: { glovesOn: true } };
const cartridge = { lot: "DEMO-C-1", unit: "0001", expiresOn: "2027-06-01" } as SessionRecord["cartridges"][number];

describe("two people who wrote the same record", () => {
  it("keep both what only one of them changed", () => {
    const mine = { ...base, note: "Drank water, walked out well." };
    const theirs = { ...base, painScore: 4 };
    expect(changedByBoth({ base, mine, theirs })).toEqual([]);
    expect(mergeRecords({ base, mine, theirs }, "mine")).toEqual({ ...base, note: mine.note, painScore: 4 });
    expect(mergeRecords({ base, mine, theirs }, "theirs")).toEqual({ ...base, note: mine.note, painScore: 4 });
  });

  it("decide what both of them changed, and that alone", () => {
    const mine = { ...base, note: "Drank water.", painScore: 4 };
    const theirs = { ...base, note: "Blood pressure 110/70.", antiseptic: "alcohol-70" as never };
    expect(changedByBoth({ base, mine, theirs })).toEqual(["note"]);
    expect(mergeRecords({ base, mine, theirs }, "mine")).toEqual({ ...theirs, note: "Drank water.", painScore: 4 });
    expect(mergeRecords({ base, mine, theirs }, "theirs")).toEqual({ ...theirs, painScore: 4 });
  });

  it("decide nothing where both wrote the same, in whatever order its parts came back", () => {
    const mine = { ...base, preparation: { glovesOn: true, cartridgeSealIntact: true } };
    const theirs = { ...base, preparation: { cartridgeSealIntact: true, glovesOn: true } };
    expect(changedByBoth({ base, mine, theirs })).toEqual([]);
  });

  it("never part zones, cartridges, device and reasons: they speak of one another", () => {
    const mine = { ...base, reasons: { "depth cheek-left": "Old scar" } };
    const theirs = { ...base, cartridges: [cartridge] };
    expect(changedByBoth({ base, mine, theirs })).toEqual(["cartridges", "reasons"]);
    expect(mergeRecords({ base, mine, theirs }, "theirs")).toEqual(theirs);
    expect(mergeRecords({ base, mine, theirs }, "mine")).toEqual(mine);
  });

  it("decide everything that differs where nobody knows what it was before", () => {
    const mine = { ...base, note: "Drank water." };
    const theirs = { ...base, painScore: 4 };
    expect(changedByBoth({ base: null, mine, theirs })).toEqual(["painScore", "note"]);
    expect(mergeRecords({ base: null, mine, theirs }, "mine")).toEqual(mine);
  });
});
