import { type OverviewRowKind, OverviewRowsView, OverviewView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: ({ signal }) => api.get("/api/overview", { schema: OverviewView, signal }),
});

export function overviewRowsQuery(kind: OverviewRowKind) {
  return queryOptions({
    queryKey: ["overview-rows", kind],
    queryFn: ({ signal }) => api.get(`/api/overview/rows?of=${kind}`, { schema: OverviewRowsView, signal }),
  });
}
