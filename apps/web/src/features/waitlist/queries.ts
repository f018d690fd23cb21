import { ClinicSetUpView, MyWaitlistOffersView, PatientSearchView, WaitlistView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const waitlistQuery = queryOptions({
  queryKey: ["waitlist"],
  queryFn: ({ signal }) => api.get("/api/waitlist", { schema: WaitlistView, signal }),
  refetchInterval: 30_000,
});

export const myOffersQuery = queryOptions({
  queryKey: ["my-waitlist-offers"],
  queryFn: ({ signal }) => api.get("/api/my/waitlist-offers", { schema: MyWaitlistOffersView, signal }),
  refetchInterval: 30_000,
});

export const setUpQuery = queryOptions({
  queryKey: ["set-up"],
  queryFn: ({ signal }) => api.get("/api/set-up", { schema: ClinicSetUpView, signal }),
});

const fewest = 3;

export function patientsQuery(typed: string) {
  return queryOptions({
    queryKey: ["patients", "for-waitlist", typed],
    queryFn: ({ signal }) =>
      api.get(`/api/patients?${new URLSearchParams({ q: typed, limit: "8" })}`, { schema: PatientSearchView, signal }),
    enabled: typed.trim().length >= fewest,
  });
}
