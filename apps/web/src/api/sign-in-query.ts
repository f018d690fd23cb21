import { InstallationView, SignInView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";

/** Who is signed in; null where nobody is. */
export const signInQuery = queryOptions({
  queryKey: ["sign-in"],
  queryFn: async ({ signal }) => {
    try {
      return await api.get("/api/sign-in", { schema: SignInView, signal });
    } catch (fault) {
      if (fault instanceof ApiProblem && fault.status === 401) return null;
      throw fault;
    }
  },
  staleTime: 60_000,
});

export const installationQuery = queryOptions({
  queryKey: ["installation"],
  queryFn: ({ signal }) => api.get("/api/installation", { schema: InstallationView, signal }),
  staleTime: 300_000,
});
