import type { ClinicSettingsView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { bodyOf, draftOf, longerThanFounding, withCountry } from "./settings-draft.ts";

const leeds = { id: "11111111-1111-4111-8111-111111111111", name: "Leeds" };
const settings: ClinicSettingsView = {
  version: 2,
  taskMinutes: { "same-day": 60 },
  places: [],
  aftercareContact: null,
  selfBooking: false,
  sites: [leeds],
  founding: [
    { urgency: "emergency", minutes: 15, isWorkingDay: false },
    { urgency: "same-day", minutes: 120, isWorkingDay: false },
  ],
  emergencyText: "",
  countries: [{ country: "GB", name: "United Kingdom", emergencyNumber: "999", adviceNumber: "111" }],
  changed: null,
  maySignLonger: true,
};
const draft = draftOf(settings);
const minutes = (typed: object) => ({ ...draft, minutes: { ...draft.minutes, ...typed } });

describe("the settings as typed", () => {
  it("are sent as they came where nothing was typed", () =>
    expect(bodyOf(draft, null)).toEqual({
      version: 2,
      taskMinutes: { "same-day": 60 },
      places: [],
      aftercareContact: null,
      selfBooking: false,
      longer: null,
    }));

  it("take the numbers of a country, and keep them open to correction", () => {
    const [place] = draft.places;
    if (!place) throw new Error("no site");
    const british = withCountry(place, "GB", settings.countries);
    expect(british).toMatchObject({ emergencyNumber: "999", adviceNumber: "111" });
    expect(bodyOf({ ...draft, places: [{ ...british, adviceNumber: " " }] }, null).places).toEqual([
      { siteId: leeds.id, country: "GB", emergencyNumber: "999", adviceNumber: null },
    ]);
  });

  it("need a signature only for a clock that becomes longer than the founding one", () => {
    expect(longerThanFounding(minutes({ emergency: "15", "same-day": "120" }), settings)).toEqual([]);
    expect(longerThanFounding(minutes({ emergency: "16" }), settings)).toEqual(["emergency"]);
    const signed = { ...settings, taskMinutes: { emergency: 30 } };
    expect(longerThanFounding(minutes({ emergency: "30" }), signed)).toEqual([]);
  });
});
