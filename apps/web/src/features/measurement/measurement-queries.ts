import { MeasurementsView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export function measurementsQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "measurements"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/measurements`, { schema: MeasurementsView, signal }),
  });
}

export function photographSrc(patientId: string, photographId: string, form: "display" | "thumbnail" = "display") {
  return `/api/patients/${patientId}/photographs/${photographId}?form=${form}`;
}
