import { Alert } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { isStale, resourcesQuery } from "./use-resources.ts";

const { resources } = messages;

/** Where somebody else was quicker, theirs is fetched and what was typed stays: saving again is a choice then. */
export function ResourceProblem({ fault }: { readonly fault: Error | null }) {
  const queryClient = useQueryClient();
  const stale = isStale(fault);
  useEffect(() => {
    if (stale) void queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey });
  }, [stale, queryClient]);
  if (!stale) return <ProblemNote fault={fault} />;
  return (
    <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={resources.staleTitle}>
      {resources.staleText}
    </Alert>
  );
}
