import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-problem.ts";

const tries = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, fault) => failures < tries && isWorthRetrying(fault),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

/** A no is a no: only silence and the server's own faults are asked again. */
function isWorthRetrying(fault: Error): boolean {
  return fault instanceof ApiProblem && (fault.status === 0 || fault.status >= 500);
}
