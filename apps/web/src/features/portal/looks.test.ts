import { describe, expect, it } from "vitest";
import { type Look, looksOf } from "./looks.ts";

const look = (at: string, actor: string, action = "viewed", noun = "photograph"): Look => ({
  at: `2027-01-12T${at}:00.000Z`,
  actor,
  role: "practitioner",
  action,
  noun,
});

describe("who looked at my record", () => {
  it("is one line for what one person did of one kind within a day", () => {
    const looks = looksOf(
      [look("09:02", "Dr Nair"), look("09:01", "Dr Nair"), look("08:00", "Dr Nair", "signed", "session")],
      "Europe/London",
    );
    expect(looks.map(({ actor, action, times }) => [actor, action, times])).toEqual([
      ["Dr Nair", "viewed", 2],
      ["Dr Nair", "signed", 1],
    ]);
  });

  it("names the latest moment of each line, the newest line first", () => {
    const [first, second] = looksOf(
      [look("10:00", "Ama"), look("09:30", "Dr Nair"), look("09:00", "Ama")],
      "Europe/London",
    );
    expect([first?.actor, first?.at, first?.times]).toEqual(["Ama", "2027-01-12T10:00:00.000Z", 2]);
    expect([second?.actor, second?.times]).toEqual(["Dr Nair", 1]);
  });

  it("keeps two days at the clinic apart", () => {
    const looks = looksOf(
      [
        { ...look("00:10", "Ama"), at: "2027-06-12T23:30:00.000Z" },
        { ...look("00:10", "Ama"), at: "2027-06-12T22:30:00.000Z" },
      ],
      "Europe/London",
    );
    expect(looks.map(({ times }) => times)).toEqual([1, 1]);
  });
});
