import { ChangedResourcesView, type OutOfPlaceView, ResourcesView } from "@fibril/contract";
import { notifications } from "@mantine/notifications";
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";

export const resourcesQuery = queryOptions({
  queryKey: ["resources"],
  queryFn: ({ signal }) => api.get("/api/resources", { schema: ResourcesView, signal }),
});

/** Where the visits that the latest change touched are shown. */
export const TouchedContext = createContext<(touched: readonly OutOfPlaceView[]) => void>(() => undefined);

export interface Change {
  readonly method: "put" | "post" | "delete";
  readonly path: string;
  readonly body?: unknown;
}

/** Closures and absences answer only what they touched. */
const Answer = z.union([ChangedResourcesView, ChangedResourcesView.pick({ touched: true })]);

/** One change of the set-up: shows the set-up as it is then and what it touched, whoever else uses it is asked anew. */
export function useResourceChange(onDone?: () => void) {
  const queryClient = useQueryClient();
  const tellTouched = useContext(TouchedContext);
  return useWrite({
    send: ({ method, path, body }: Change, idempotencyKey) =>
      api[method](path, { schema: Answer, body, idempotencyKey }),
    onDone: async ({ touched }) => {
      tellTouched(touched);
      const { saved, savedTouched } = messages.resources;
      notifications.show({ message: touched.length === 0 ? saved : savedTouched(touched.length) });
      await queryClient.invalidateQueries();
      onDone?.();
    },
  });
}

export function isStale(fault: Error | null): boolean {
  return fault instanceof ApiProblem && fault.code === "stale-version";
}
