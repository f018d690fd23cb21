import { describe, expect, it } from "vitest";
import { clinicMoment } from "./clinic-moment.ts";

describe("the clinic's clock", () => {
  it("is an hour ahead of the instant in summer", () => {
    expect(clinicMoment(new Date("2026-07-01T23:30:00Z"), "Europe/London")).toEqual({ day: "2026-07-02", minute: 30 });
  });

  it("is the instant's own in winter", () => {
    expect(clinicMoment(new Date("2026-12-01T09:15:00Z"), "Europe/London")).toEqual({ day: "2026-12-01", minute: 555 });
  });
});
