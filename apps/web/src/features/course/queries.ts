import { ClinicSetUpView, CoursesView, PathwayView, PatientRecordView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export function coursesQuery(patientId: string) {
  return queryOptions({
    queryKey: ["courses", patientId],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/courses`, { schema: CoursesView, signal }),
  });
}

export const courseSetUpQuery = queryOptions({
  queryKey: ["set-up"],
  queryFn: ({ signal }) => api.get("/api/set-up", { schema: ClinicSetUpView, signal }),
  staleTime: 300_000,
});

const Named = PatientRecordView.pick({ patient: true });

export function patientNameQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient-name", patientId],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}`, { schema: Named, signal }),
    select: ({ patient }) => `${patient.givenName} ${patient.familyName}`,
  });
}

/** The first day on which treatment may begin, without its cause; null where nothing permits it yet. */
export function bookableFromQuery(patientId: string) {
  return queryOptions({
    queryKey: ["pathway-first-day", patientId],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/pathway`, { schema: PathwayView, signal }),
    select: ({ bookableFrom }) => bookableFrom,
  });
}
