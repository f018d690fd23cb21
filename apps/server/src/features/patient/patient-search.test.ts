import { describe, expect, it } from "vitest";
import { phoneDigits, readPatientSearch } from "./patient-search.ts";

describe("the search box", () => {
  it.each([
    ["", { by: "everybody" }],
    ["  Okafor ", { by: "names", words: ["okafor"] }],
    ["Oka, Ama", { by: "names", words: ["oka", "ama"] }],
    ["1990-04-02", { by: "birth-date", birthDate: "1990-04-02" }],
    ["2/4/1990", { by: "birth-date", birthDate: "1990-04-02" }],
    ["02.04.1990", { by: "birth-date", birthDate: "1990-04-02" }],
    ["07700 900123", { by: "phone", digits: "7700900123" }],
    ["900123", { by: "phone", digits: "900123" }],
    ["077", { by: "phone", digits: "77" }],
    ["+44", { by: "phone", digits: "44" }],
    ["0", { by: "number", number: 0 }],
    ["12", { by: "number", number: 12 }],
    ["31/2/1990", { by: "names", words: ["31/2/1990"] }],
  ])("reads %j as %j", (text, search) => expect(readPatientSearch(text)).toEqual(search));

  it("keeps the digits of a telephone number alone", () => {
    expect(phoneDigits("+44 (0)7700 900-123")).toBe("4407700900123");
    expect(phoneDigits("ext")).toBeNull();
  });
});
