import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet, redirect } from "@tanstack/react-router";
import { signInQuery } from "../../api/sign-in-query.ts";
import { NotFound } from "../not-found.tsx";

/** What every route may ask of. */
export interface Context {
  readonly queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

/** Who is signed in, or off to the log-in page and back. */
export async function requireSignIn({ queryClient }: Context, from: string) {
  const signedIn = await queryClient.ensureQueryData(signInQuery);
  if (!signedIn) throw redirect({ to: "/sign-in", search: from === "/" ? {} : { from } });
  return signedIn;
}
