import { CalendarView, ClinicSetUpView, LegalStartsView, PatientSearchView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const setUpQuery = queryOptions({
  queryKey: ["set-up"],
  queryFn: ({ signal }) => api.get("/api/set-up", { schema: ClinicSetUpView, signal }),
  staleTime: 300_000,
});

export interface Days {
  readonly siteId: string;
  readonly from: string;
  readonly days: number;
}

/** Asked again every half minute: the front desk's screen stays open all day. */
export function calendarQuery({ siteId, from, days }: Days) {
  const query = new URLSearchParams({ siteId, from, days: String(days) });
  return queryOptions({
    queryKey: ["calendar", siteId, from, days],
    queryFn: ({ signal }) => api.get(`/api/calendar?${query}`, { schema: CalendarView, signal }),
    refetchInterval: 30_000,
  });
}

export function patientsFoundQuery(text: string) {
  const query = new URLSearchParams({ q: text, limit: "8" });
  return queryOptions({
    queryKey: ["patients-found", text],
    queryFn: ({ signal }) => api.get(`/api/patients?${query}`, { schema: PatientSearchView, signal }),
    enabled: text.trim().length > 0,
  });
}

/** Where a visit may be moved to on some days; asked anew each time, since places go quickly. */
export function legalStartsQuery(visitId: string, from: string, days: number) {
  const query = new URLSearchParams({ from, days: String(days) });
  return queryOptions({
    queryKey: ["legal-starts", visitId, from, days],
    queryFn: ({ signal }) =>
      api.get(`/api/visits/${visitId}/legal-starts?${query}`, { schema: LegalStartsView, signal }),
    staleTime: 0,
  });
}
