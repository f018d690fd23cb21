import { BookingClinicView, FreeTimesView, MyConsultationView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

/** Without an id: the clinic of an installation that has one. */
export function bookingClinicQuery(clinicId: string | null) {
  const path = clinicId === null ? "/api/self-booking/clinic" : `/api/self-booking/clinics/${clinicId}`;
  return queryOptions({
    queryKey: ["self-booking", clinicId],
    queryFn: ({ signal }) => api.get(path, { schema: BookingClinicView, signal }),
    retry: false,
  });
}

export function clinicPath(clinicId: string): string {
  return `/api/self-booking/clinics/${clinicId}`;
}

export interface TimesOf {
  /** `/api/my/consultation-times` or a clinic's public times. */
  readonly path: string;
  readonly siteId: string;
  readonly from: string | null;
}

export function timesQuery({ path, siteId, from }: TimesOf) {
  const search = new URLSearchParams({ siteId, ...(from === null ? {} : { from }) });
  return queryOptions({
    queryKey: ["free-times", path, siteId, from],
    queryFn: ({ signal }) => api.get(`${path}?${search}`, { schema: FreeTimesView, signal }),
    staleTime: 15_000,
  });
}

export const myConsultationQuery = queryOptions({
  queryKey: ["my-consultation"],
  queryFn: ({ signal }) => api.get("/api/my/consultation", { schema: MyConsultationView, signal }),
});
