import { AuditPageView, AuditVerdictView, EmergencyReportView } from "@fibril/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { type AuditSearch, auditAddress } from "./audit-search.ts";

/** One page after the other by the sequence that the last one ended with. */
export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ["audit", search],
    queryFn: ({ pageParam, signal }) => api.get(auditAddress(search, pageParam), { schema: AuditPageView, signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Asked for by hand: it reads every event of the clinic. */
export const auditVerdictQuery = queryOptions({
  queryKey: ["audit-verdict"],
  queryFn: ({ signal }) => api.get("/api/audit/verdict", { schema: AuditVerdictView, signal }),
  enabled: false,
  staleTime: 0,
});

export const emergencyReportQuery = queryOptions({
  queryKey: ["emergency-report"],
  queryFn: ({ signal }) => api.get("/api/reports/emergency-access", { schema: EmergencyReportView, signal }),
});
