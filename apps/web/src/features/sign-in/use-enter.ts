import type { SignInView } from "@fibril/contract";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signInQuery } from "../../api/sign-in-query.ts";

/** Goes on as whoever has just signed in: nothing that was loaded for the one before stays. */
export function useEnter(to = "/") {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (signedIn: SignInView) => {
    notifications.hide("session-ended");
    queryClient.clear();
    queryClient.setQueryData(signInQuery.queryKey, signedIn);
    await navigate({ href: to });
  };
}
