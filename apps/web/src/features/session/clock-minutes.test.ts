import type { MinuteOfDay } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import { minuteAt, momentOf } from "./clock-minutes.ts";

describe("clinic wall time", () => {
  const summer = Date.parse("2026-07-01T08:30:20Z");

  it("is that of the clinic's place", () => {
    expect(minuteAt(summer, "Europe/London")).toBe(9 * 60 + 30);
    expect(minuteAt(summer, "Asia/Tokyo")).toBe(17 * 60 + 30);
  });

  it("of a minute gone by began when the clock showed it", () => {
    expect(new Date(momentOf(555 as MinuteOfDay, summer, "Europe/London")).toISOString()).toBe(
      "2026-07-01T08:15:00.000Z",
    );
  });
});
