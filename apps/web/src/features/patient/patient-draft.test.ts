import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { alertsOf } from "./alerts-of.ts";
import { fieldDifferences } from "./field-differences.ts";
import { shortList, stopsOf } from "./pathway-stops.ts";
import { bodyOf, emptyPatient } from "./patient-draft.ts";

describe("what is typed about a patient", () => {
  it("is sent with its ends trimmed, and empty as nothing", () => {
    expect(bodyOf({ ...emptyPatient, givenName: " Ama ", familyName: "Okafor", phone: "  " })).toMatchObject({
      givenName: "Ama",
      phone: null,
      email: null,
      note: "",
    });
  });

  it("is compared with the stored version field by field, in the words of the form", () => {
    const labels = { name: "Name", phone: "Telephone" };
    expect(fieldDifferences({ name: "Ama", phone: "1" }, { name: "Ama", phone: "2" }, labels)).toEqual([
      { field: "Telephone", mine: "1", theirs: "2" },
    ]);
  });
});

describe("the alerts beside a name", () => {
  const row = { id: "00000000-0000-4000-8000-000000000000", version: 1 };
  const allergy = { ...row, substance: "nickel", reaction: "", notedOn: calendarDate("2020-01-01"), endedOn: null };
  const medicine = {
    ...row,
    name: "Isotretinoin 20 mg",
    startedOn: null,
    stoppedOn: calendarDate("2026-01-05"),
    note: "",
  };

  it("are allergies that still hold and isotretinoin, stopped or not", () => {
    const over = { ...allergy, substance: "latex", endedOn: calendarDate("2026-05-01") };
    expect(alertsOf({ allergies: [allergy, over], medicines: [medicine], answers: {} }, "2026-11-25")).toEqual([
      { kind: "allergy", substance: "nickel", reaction: "" },
      { kind: "isotretinoin", stoppedOn: "2026-01-05" },
    ]);
  });

  it.each`
    answer                                                           | alerts
    ${{ answer: "yes", status: "current" }}                          | ${[{ kind: "isotretinoin", stoppedOn: null }]}
    ${{ answer: "yes", status: "stopped", stoppedOn: "2026-03-02" }} | ${[{ kind: "isotretinoin", stoppedOn: "2026-03-02" }]}
    ${{ answer: "yes", status: "stopped" }}                          | ${[{ kind: "isotretinoin-undated" }]}
    ${{ answer: "unknown" }}                                         | ${[{ kind: "isotretinoin-unknown" }]}
    ${{ answer: "no" }}                                              | ${[]}
    ${undefined}                                                     | ${[]}
  `("come from the answers too: $answer", ({ answer, alerts }) => {
    const known = { allergies: [], medicines: [], answers: { isotretinoin: answer } };
    expect(alertsOf(known, "2026-11-25")).toEqual(alerts);
  });

  it("say the same thing once", () => {
    const answers = { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-01-05" } };
    expect(alertsOf({ allergies: [], medicines: [medicine], answers }, "2026-11-25")).toHaveLength(1);
  });

  it("leave other medicines out", () => {
    expect(
      alertsOf({ allergies: [], medicines: [{ ...medicine, name: "Apixaban" }], answers: {} }, "2026-11-25"),
    ).toEqual([]);
  });
});

describe("the pathway of a patient", () => {
  it("writes days out and a verdict by its word", () => {
    const steps = [
      { step: "suitability", state: "stopped", detail: "do-not-treat", missing: [] },
      { step: "sessions", state: "later", detail: "0 of 4 done, next 2027-01-12", missing: [] },
    ] as const;
    expect(stopsOf({ steps: steps.map((step) => ({ ...step, missing: [] })), next: null, bookableFrom: null })).toEqual(
      [
        { stop: "suitability", state: "blocked", detail: "Do not treat" },
        { stop: "sessions", state: "waiting", detail: "0 of 4 done, next Tue 12 Jan 2027" },
      ],
    );
  });

  it("names the first things missing and counts the rest", () => {
    expect(shortList(["a", "b", "c", "d"], 2)).toEqual(["a", "b", "and 2 more"]);
    expect(shortList(["a", "b", "c"], 2)).toEqual(["a", "b", "c"]);
  });
});
