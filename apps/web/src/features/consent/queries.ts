import { ConsentsView, PatientRecordView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

const Person = PatientRecordView.pick({ patient: true, guardians: true });

export function consentsQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "consents"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/consents`, { schema: ConsentsView, signal }),
  });
}

/** Who may sign: the patient, and for a minor their guardians. */
export function signersQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "person"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}`, { schema: Person, signal }),
  });
}
