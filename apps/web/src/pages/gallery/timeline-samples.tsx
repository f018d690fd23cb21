import { CourseTimeline } from "../../ui/course-timeline.tsx";
import type { BandPoint, Phase, TimelineEntry } from "../../ui/course-timeline-model.ts";

const sessions = ["2026-09-08", "2026-10-13", "2026-11-17"];
const dayMs = 86_400_000;

function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

const entries: readonly TimelineEntry[] = [
  ...sessions.map(
    (date, index): TimelineEntry => ({
      id: `s${index}`,
      lane: "session",
      date,
      label: `Session ${index + 1}`,
      state: "done",
      mark: `${index + 1}`,
    }),
  ),
  { id: "s3", lane: "session", date: "2026-12-22", label: "Session 4", state: "planned", mark: "4" },
  ...sessions.flatMap((date, index) =>
    [1, 3, 7, 28].map(
      (days): TimelineEntry => ({
        id: `c${index}-${days}`,
        lane: "check-in",
        date: plus(date, days),
        label: `Check-in, day ${days}`,
        state: index === 1 && days === 3 ? "alert" : plus(date, days) > "2026-11-25" ? "planned" : "done",
      }),
    ),
  ),
  ...["2026-09-08", "2026-10-13", "2026-11-17"].map(
    (date, index): TimelineEntry => ({
      id: `p${index}`,
      lane: "photograph",
      date,
      label: "Photographs, front",
      state: "done",
    }),
  ),
  { id: "g1", lane: "scale", date: "2026-10-13", label: "GAIS 2 of 3", state: "done", mark: "2" },
  { id: "g2", lane: "scale", date: "2026-11-17", label: "GAIS 2 of 3", state: "done", mark: "2" },
];

const points: readonly BandPoint[] = Array.from({ length: 300 }, (_, day) => {
  const rise = sessions.reduce((sum, date) => {
    const since = Date.parse(plus("2026-09-01", day)) - Date.parse(date);
    return sum + (since > 0 ? 1 - Math.exp(-since / dayMs / 70) : 0);
  }, 0);
  return { date: plus("2026-09-01", day), p5: rise * 1.6, p50: rise * 4.2, p95: rise * 8.4 };
});

const phases: readonly Phase[] = [
  { phase: "trigger", from: "2026-11-17", to: "2026-11-21" },
  { phase: "repair", from: "2026-11-21", to: "2026-12-15" },
  { phase: "regeneration", from: "2026-12-15", to: "2027-06-20" },
];

export function TimelineSamples() {
  return (
    <CourseTimeline
      from="2026-09-01"
      to="2027-06-27"
      today="2026-11-25"
      entries={entries}
      windows={[{ from: "2026-12-15", to: "2026-12-29", label: "Session 4 may be given" }]}
      band={{
        points,
        solidUntil: "2027-02-28",
        unit: "%",
        quantity: "Collagen mass, % above untreated",
        description: "A drawn example.",
        notes: ["A drawn example, from no model."],
      }}
      phases={phases}
      onOpen={() => undefined}
    />
  );
}
