import { TasksView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

export const tasksQuery = queryOptions({
  queryKey: ["tasks"],
  queryFn: ({ signal }) => api.get("/api/tasks", { schema: TasksView, signal }),
  refetchInterval: 30_000,
});
