import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";

function useRole() {
  return useQuery(signInQuery).data?.membership.role;
}

/** Whether this person reads clinical text: those who treat, and the owner. */
export function useSeesClinical(): boolean {
  const role = useRole();
  return role === "practitioner" || role === "owner";
}

/** Whether this person writes clinical text. */
export function useTreats(): boolean {
  return useRole() === "practitioner";
}

export function useMayRegister(): boolean {
  const role = useRole();
  return role === "practitioner" || role === "owner" || role === "front-desk";
}
