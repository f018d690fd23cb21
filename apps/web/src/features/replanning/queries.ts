import { ReplanCausesView, ReplanView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const causesQuery = queryOptions({
  queryKey: ["replan-causes"],
  queryFn: ({ signal }) => api.get("/api/replan-causes", { schema: ReplanCausesView, signal }),
});

/** Asked every half second while a better plan is looked for. */
export function replanQuery(replanId: string) {
  return queryOptions({
    queryKey: ["replan", replanId],
    queryFn: ({ signal }) => api.get(`/api/replans/${replanId}`, { schema: ReplanView, signal }),
    refetchInterval: ({ state }) => (state.data?.state === "improving" ? 500 : false),
  });
}
