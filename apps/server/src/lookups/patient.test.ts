import { describe, expect, it } from "vitest";
import { addressesOf, careAddressesOf } from "./patient.ts";

const mother = { id: "1", name: "Efua", email: "efua@home.example", identityChecked: null };
const father = { id: "2", name: "Kofi", email: null, identityChecked: null };
const adult = { email: "ama@home.example", preferredContact: "email", isMinor: false, guardians: [mother] } as const;
const minor = { ...adult, isMinor: true, guardians: [mother, father] } as const;

describe("whom a message about somebody reaches", () => {
  it("is an adult alone, whoever was their guardian once", () => {
    expect(addressesOf(adult)).toEqual(["ama@home.example"]);
  });

  it("is a minor and every guardian who has an address", () => {
    expect(addressesOf(minor)).toEqual(["ama@home.example", "efua@home.example"]);
    expect(addressesOf({ ...minor, email: null })).toEqual(["efua@home.example"]);
    expect(addressesOf({ ...minor, email: "efua@home.example" })).toEqual(["efua@home.example"]);
  });

  it.each(["phone", "none"] as const)(
    "is nobody about visits where they chose %s, and the same about healing",
    (wish) => {
      expect(addressesOf({ ...minor, preferredContact: wish })).toEqual([]);
      expect(careAddressesOf({ ...minor, preferredContact: wish })).toEqual(["ama@home.example", "efua@home.example"]);
    },
  );
});
