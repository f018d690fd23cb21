import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-problem.ts";

const tries = 2;

/**
 * Asks whether or not the browser thinks that it is online: a clinic's own machine may well be reached without the
 * internet, and where it is not, that is said at once instead of waiting in silence.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, fault) => failures < tries && isWorthRetrying(fault),
        refetchOnWindowFocus: true,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** A no is a no: only silence and the server's own faults are asked again. */
function isWorthRetrying(fault: Error): boolean {
  return fault instanceof ApiProblem && (fault.status === 0 || fault.status >= 500);
}
