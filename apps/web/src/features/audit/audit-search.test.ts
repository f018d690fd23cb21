import { describe, expect, it } from "vitest";
import { auditAddress, everything, isIdOrEmpty, isNumberOrEmpty } from "./audit-search.ts";

describe("a search of the audit", () => {
  it("asks for everything where nothing is typed", () => {
    expect(auditAddress(everything, null)).toBe("/api/audit");
  });

  it("asks for what is typed and goes on from where the last page ended", () => {
    expect(auditAddress({ ...everything, actor: " Priya & Co ", action: "signed" }, 42)).toBe(
      "/api/audit?actor=Priya+%26+Co&action=signed&before=42",
    );
  });

  it("takes a patient's number in digits, or none", () => {
    expect(["", "11", " 11 ", "eleven", "1.5"].map(isNumberOrEmpty)).toEqual([true, true, true, false, false]);
    expect(auditAddress({ ...everything, patientNumber: "11" }, null)).toBe("/api/audit?patientNumber=11");
  });

  it("takes a whole id or none", () => {
    expect(["", "0190a1b2-0000-7000-8000-000000000001", "0190a1b2"].map(isIdOrEmpty)).toEqual([true, true, false]);
  });
});
