import {
  ConsultationView,
  PathwayView,
  PatientRecordView,
  PatientSearchView,
  VisitView,
  WeightsView,
} from "@fibril/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../api/api.ts";

const Person = PatientRecordView.pick({ patient: true, guardians: true });
const Health = PatientRecordView.pick({ medicines: true, allergies: true });
const Visits = z.object({ visits: z.array(VisitView) });

export function patientQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "person"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}`, { schema: Person, signal }),
  });
}

/** Medicines and allergies: only for those who may read them. */
export function healthQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "health"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/health`, { schema: Health, signal }),
  });
}

/** The newest first; only for those who may read it. */
export function weightsQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "weights"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/weights`, { schema: WeightsView, signal }),
  });
}

const Answers = z.object({ consultation: ConsultationView.nullable() });

/** The consultation as it is kept, for the alerts that its answers raise; the consultation's own page reads the same. */
export function answersQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "consultation"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/consultation`, { schema: Answers, signal }),
  });
}

export function pathwayQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "pathway"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/pathway`, { schema: PathwayView, signal }),
  });
}

export function patientVisitsQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "visits"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/visits`, { schema: Visits, signal }),
  });
}

/** Pages of who fits, each from where the last one ended; the earlier answer stays while the next one comes. */
/** The first few who fit what is being typed, and never those of the letters before: somebody may be chosen by them. */
export function patientsAtHandQuery(q: string) {
  return queryOptions({
    queryKey: ["patients", q, "at hand"],
    queryFn: ({ signal }) =>
      api.get(`/api/patients?${new URLSearchParams({ q, limit: "6" })}`, { schema: PatientSearchView, signal }),
  });
}

export function patientSearchQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ["patients", q],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams({ q, ...(pageParam === "" ? {} : { after: pageParam }) });
      return api.get(`/api/patients?${asked}`, { schema: PatientSearchView, signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
