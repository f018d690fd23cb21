import { ConsultationView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../api/api.ts";

const Read = z.object({ consultation: ConsultationView.nullable() });

export function consultationQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "consultation"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/consultation`, { schema: Read, signal }),
  });
}
