import { ConsultationView, SuitabilityView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../api/api.ts";

const Consulted = z.object({ consultation: ConsultationView.nullable() });

export function suitabilityQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "suitability"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/suitability`, { schema: SuitabilityView, signal }),
  });
}

/** The answers that the verdict rests on, to say in words which of them fired. */
export function answersQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "consultation"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/consultation`, { schema: Consulted, signal }),
  });
}
