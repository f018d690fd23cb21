import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { ErrorScreen } from "./error-screen.tsx";
import { NotFound } from "./not-found.tsx";
import { modelRoutes } from "./routes/model-routes.ts";
import { outsideRoutes } from "./routes/outside-routes.ts";
import { portalRoutes } from "./routes/portal-routes.ts";
import { rootRoute } from "./routes/root-route.ts";
import { staffRoutes } from "./routes/staff-routes.ts";

const routeTree = rootRoute.addChildren([...outsideRoutes, staffRoutes, modelRoutes, portalRoutes]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
