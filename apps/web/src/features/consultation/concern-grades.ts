import type { ConcernAtZone } from "@fibril/contract";
import type { ZoneId } from "@fibril/protocol";
import type { ZoneMark } from "../../ui/face-map-zone.tsx";

type Concern = ConcernAtZone["concern"];

/** Where a patient named a concern at home, the zone is this until somebody grades it. */
export const notGraded = "not graded";

/** Grades one concern in some zones; null takes it out of them. The patient's bare wish gives way to a grade. */
export function withSeverity(
  grades: readonly ConcernAtZone[],
  concern: Concern,
  zones: ReadonlySet<string>,
  severity: number | null,
): ConcernAtZone[] {
  const kept = grades.filter(
    (grade) => grade.concern !== concern || !(zones.has(grade.zone) || (severity !== null && grade.zone === notGraded)),
  );
  if (severity === null) return kept;
  return [...kept, ...[...zones].map((zone) => ({ concern, zone, severity }))];
}

/** How one concern stands on the face. */
export function marksOf(
  grades: readonly ConcernAtZone[],
  concern: Concern,
  words: (severity: number) => string,
): Partial<Record<ZoneId, ZoneMark>> {
  return Object.fromEntries(
    grades
      .filter((grade) => grade.concern === concern && grade.zone !== notGraded)
      .map(({ zone, severity }) => [
        zone,
        { state: "proposed" as const, value: String(severity), valueText: words(severity) },
      ]),
  );
}
