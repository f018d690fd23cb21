import { Alert } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { coursesQuery } from "./queries.ts";

/** Where somebody else was quicker the new version is fetched and said; what was typed stays. */
export function CourseProblem({ fault, patientId }: { readonly fault: Error | null; readonly patientId: string }) {
  const queryClient = useQueryClient();
  const isStale = fault instanceof ApiProblem && fault.code === "stale-version";
  useEffect(() => {
    if (isStale) void queryClient.invalidateQueries({ queryKey: coursesQuery(patientId).queryKey });
  }, [isStale, patientId, queryClient]);
  if (!isStale) return <ProblemNote fault={fault} shownPaths={["reason"]} />;
  return (
    <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={messages.course.staleTitle}>
      {messages.course.staleText}
    </Alert>
  );
}
