import { CourseView, type VisitView } from "@fibril/contract";
import { api } from "../../api/api.ts";
import type { Moved } from "./move-preview.tsx";

/**
 * Puts every moved session back, the earliest first: each then stands a legal gap after the one before it, as it did.
 * @throws ApiProblem where a place was taken meanwhile.
 */
export async function undoMove({ course, before }: Moved): Promise<void> {
  let current = course;
  for (const visit of before.toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0))) {
    const now = current.sessions.find((session) => session.visit?.id === visit.id)?.visit;
    if (!now || isSamePlace(now, visit)) continue;
    current = await api.post(`/api/visits/${visit.id}/moves`, {
      schema: CourseView,
      body: { place: placeOf(visit), version: now.version },
    });
  }
}

function placeOf(visit: VisitView) {
  const { day, start, practitionerId, prepRoomId, treatmentRoomId, deviceId } = visit;
  return {
    day,
    start,
    practitioner: practitionerId,
    prepRoom: prepRoomId,
    treatmentRoom: treatmentRoomId,
    device: deviceId,
  };
}

function isSamePlace(one: VisitView, other: VisitView): boolean {
  return JSON.stringify(placeOf(one)) === JSON.stringify(placeOf(other));
}
