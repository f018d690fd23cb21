import { CurrentEmergencyAccessView, MeasurementsView } from "@fibril/contract";
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

/** Asked again every quarter of a minute, so that the photographs close on the screen when their hour is over. */
export function emergencyAccessQuery(patientId: string) {
  return queryOptions({
    queryKey: ["emergency-access", patientId],
    queryFn: ({ signal }) =>
      api.get(`/api/patients/${patientId}/emergency-access`, { schema: CurrentEmergencyAccessView, signal }),
    refetchInterval: 15_000,
  });
}
