import { CourseView } from "@fibril/contract";
import { api } from "../../api/api.ts";
import type { Moved } from "./move-preview.tsx";

/**
 * Takes a move back whole: every session that it moved returns to where it was, or none does.
 * @throws ApiProblem where a place was taken, or a session changed, meanwhile.
 */
export function undoMove({ course, visitId }: Moved): Promise<CourseView> {
  const version = course.sessions.find(({ visit }) => visit?.id === visitId)?.visit?.version ?? 0;
  return api.post(`/api/visits/${visitId}/move-undos`, { schema: CourseView, body: { version } });
}
