import { describe, expect, it } from "vitest";
import { openingMoment } from "./opening-moment.ts";

describe("the demo opens at ten to nine", () => {
  it.each([
    ["on a Thursday evening in winter: that morning", "2026-11-26T18:06:00Z", "2026-11-26T08:50:00Z"],
    ["before sunrise: later that day", "2026-11-26T03:00:00Z", "2026-11-26T08:50:00Z"],
    ["in summer: by the clinic's clock", "2026-07-02T10:00:00Z", "2026-07-02T07:50:00Z"],
    [
      "after midnight at the clinic, before it in UTC: the clinic's day",
      "2026-07-01T23:30:00Z",
      "2026-07-02T07:50:00Z",
    ],
    ["on a Saturday: the Monday after", "2026-11-28T12:00:00Z", "2026-11-30T08:50:00Z"],
    ["on the Sunday when the clocks go back: the Monday after", "2026-10-25T12:00:00Z", "2026-10-26T08:50:00Z"],
  ])("%s", (_case, now, opening) => {
    expect(openingMoment(new Date(now), "Europe/London").toISOString()).toBe(new Date(opening).toISOString());
  });
});
