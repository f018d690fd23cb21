import { EvidenceView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const evidenceQuery = queryOptions({
  queryKey: ["evidence"],
  queryFn: ({ signal }) => api.get("/api/evidence", { schema: EvidenceView, signal }),
});
