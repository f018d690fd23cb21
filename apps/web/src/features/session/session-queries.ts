import { DepthPlanView, DevicesView, SessionListView, SessionView, TodayView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: ({ signal }) => api.get("/api/today", { schema: TodayView, signal }),
  refetchInterval: 60_000,
});

export function sessionQuery(sessionId: string) {
  return queryOptions({
    queryKey: ["session", sessionId],
    queryFn: ({ signal }) => api.get(`/api/sessions/${sessionId}`, { schema: SessionView, signal }),
  });
}

export function patientSessionsQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "sessions"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/sessions`, { schema: SessionListView, signal }),
  });
}

export const devicesQuery = queryOptions({
  queryKey: ["devices"],
  queryFn: ({ signal }) => api.get("/api/devices", { schema: DevicesView, signal }),
  staleTime: 300_000,
});

export function depthPlanQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "depth-plan"],
    queryFn: ({ signal }) => api.get(`/api/courses/${courseId}/depth-plan`, { schema: DepthPlanView, signal }),
  });
}
