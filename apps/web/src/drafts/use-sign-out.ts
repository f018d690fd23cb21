import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { api } from "../api/api.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { useWrite } from "../api/use-write.ts";
import { dropAllDrafts } from "./draft-store.ts";

/** Signing out by hand also clears what was typed: the next person at this machine must not read it. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useWrite({
    send: (path: "/api/sign-out" | "/api/sign-out/everywhere", idempotencyKey) =>
      api.post(path, { schema: z.unknown(), body: {}, idempotencyKey }),
    onDone: async () => {
      dropAllDrafts(localStorage);
      queryClient.clear();
      queryClient.setQueryData(signInQuery.queryKey, null);
      await navigate({ to: "/sign-in" });
    },
  });
}
