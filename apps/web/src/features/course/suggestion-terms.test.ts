import type { CourseSuggestionView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { termsInWords } from "./suggestion-terms.ts";

const at = (day: string, start = "17:30", practitioner = "nair") => ({
  day,
  start,
  end: "18:45",
  practitioner,
  practitionerName: practitioner === "nair" ? "Dr Priya Nair" : "Dr Ingrid Vos",
  prepRoom: "r1",
  treatmentRoom: "r1",
  roomName: "Room 1",
  device: "pen",
});
const suggestion = (sessions: readonly ReturnType<typeof at>[], preference = 0): CourseSuggestionView => ({
  cost: 0,
  terms: { gap: 0, practitioner: 0, wait: 0, preference },
  sessions: [...sessions],
});
const asked = { target: 35, earliest: "2026-12-01", hasPreferred: false };

describe("a suggested course in words", () => {
  it("is the ideal one on the first possible day", () => {
    const ideal = suggestion([at("2026-12-01"), at("2027-01-05"), at("2027-02-09")]);
    expect(termsInWords(ideal, asked)).toEqual([
      "every gap is 35 days, the ideal",
      "always Dr Priya Nair",
      "always Tuesday 17:30",
      "starts on the first possible day",
    ]);
  });

  it("says by how many days it is later than ideal, and the change of hands", () => {
    const later = suggestion([at("2026-12-03"), at("2027-01-10", "09:00"), at("2027-02-14", "09:00", "vos")]);
    expect(termsInWords(later, asked)).toEqual([
      "3 days later than ideal",
      "1 change of practitioner",
      "starts 2 days after the first day asked for",
    ]);
  });

  it("adds up gaps that miss on both sides", () => {
    const mixed = suggestion([at("2026-12-01"), at("2027-01-04"), at("2027-02-09")]);
    expect(termsInWords(mixed, asked)[0]).toBe("gaps 2 days off the ideal in all");
  });

  it("counts the minutes off a preferred time only where one was asked for", () => {
    const missed = suggestion([at("2026-12-01"), at("2027-01-05"), at("2027-02-09")], 6);
    expect(termsInWords(missed, { ...asked, hasPreferred: true }).at(-1)).toBe(
      "30 minutes off the preferred time in all",
    );
  });
});
