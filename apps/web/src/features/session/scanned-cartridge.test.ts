import { describe, expect, it } from "vitest";
import { readCartridgeCode } from "./scanned-cartridge.ts";

describe("a scanned cartridge box", () => {
  it.each`
    code                                                      | lot         | unit      | expiresOn
    ${"LOT-42"}                                               | ${"LOT-42"} | ${""}     | ${""}
    ${"LOT-42;7;2027-01-31"}                                  | ${"LOT-42"} | ${"7"}    | ${"2027-01-31"}
    ${"(01)05012345678900(17)270131(10)LOT-42(21)0007"}       | ${"LOT-42"} | ${"0007"} | ${"2027-01-31"}
    ${"]d2010501234567890017270131" + "10LOT-42\u001d210007"} | ${"LOT-42"} | ${"0007"} | ${"2027-01-31"}
    ${"(17)270200(10)A(21)1"}                                 | ${"A"}      | ${"1"}    | ${"2027-02-28"}
    ${"A;1;31/01/2027"}                                       | ${"A"}      | ${"1"}    | ${""}
  `("$code is lot $lot, unit $unit, good until $expiresOn", ({ code, lot, unit, expiresOn }) => {
    expect(readCartridgeCode(code)).toEqual({ lot, unit, expiresOn });
  });
});
