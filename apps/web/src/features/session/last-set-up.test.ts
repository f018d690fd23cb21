import type { DeviceView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { emptyRecord, type SessionRecord } from "@fibril/session";
import { describe, expect, it } from "vitest";
import { lastSetUp, lotsToOffer } from "./last-set-up.ts";

const pen = { id: "pen-a", name: "Demo Pen A", serial: "DEMO-A-0001", label: { maxDepthMm: 2.5 } } as DeviceView;
const today = "2027-01-12" as CalendarDate;
const cartridge = (lot: string, unit: string, expiresOn: string) => ({
  lot,
  unit,
  expiresOn: expiresOn as CalendarDate,
});
const last: SessionRecord = {
  ...emptyRecord,
  antiseptic: "chlorhexidine-2-aqueous",
  device: { deviceId: "pen-a", serial: "DEMO-A-0001", label: {} as never },
  cartridges: [cartridge("LOT-7", "U1", "2027-09-30")],
};

describe("what is set up as last time", () => {
  it("is last time's antiseptic and device, with the label that the device has today", () => {
    expect(lastSetUp({ last, devices: [pen], record: emptyRecord })).toEqual({
      antiseptic: "chlorhexidine-2-aqueous",
      device: pen,
    });
  });

  it("is not offered where either was chosen already, or there was no last time", () => {
    expect(lastSetUp({ last, devices: [pen], record: { ...emptyRecord, antiseptic: last.antiseptic } })).toBeNull();
    expect(lastSetUp({ last: null, devices: [pen], record: emptyRecord })).toBeNull();
  });

  it("is not offered with a device that the clinic no longer has, since half a set-up reads like a whole one", () => {
    expect(lastSetUp({ last, devices: [], record: emptyRecord })).toBeNull();
  });
});

describe("the lots that are offered beside typing", () => {
  it("are those of this session, then of last time, each once", () => {
    const record = { ...emptyRecord, cartridges: [cartridge("LOT-9", "U5", "2027-11-30")] };
    const twice = { ...last, cartridges: [...last.cartridges, cartridge("LOT-7", "U2", "2027-09-30")] };
    expect(lotsToOffer({ last: twice, record, today }).map(({ lot }) => lot)).toEqual(["LOT-9", "LOT-7"]);
  });

  it("hold none that is past its last day", () => {
    const expired = { ...last, cartridges: [cartridge("LOT-1", "U1", "2027-01-11")] };
    expect(lotsToOffer({ last: expired, record: emptyRecord, today })).toEqual([]);
  });

  it("keep two days of one lot apart, since a box says which is its own", () => {
    const two = { ...last, cartridges: [...last.cartridges, cartridge("LOT-7", "U2", "2027-10-31")] };
    expect(lotsToOffer({ last: two, record: emptyRecord, today })).toEqual([
      { lot: "LOT-7", expiresOn: "2027-09-30" },
      { lot: "LOT-7", expiresOn: "2027-10-31" },
    ]);
  });
});
