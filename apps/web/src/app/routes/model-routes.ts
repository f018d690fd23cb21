import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signInQuery } from "../../api/sign-in-query.ts";
import { ModelShell } from "../model-shell.tsx";
import { rootRoute } from "./root-route.ts";

const model = createRoute({
  getParentRoute: () => rootRoute,
  id: "model",
  component: ModelShell,
  beforeLoad: ({ context }) => context.queryClient.prefetchQuery(signInQuery),
});

const modelCard = createRoute({
  getParentRoute: () => model,
  path: "/model/card",
  component: lazyRouteComponent(() => import("../../pages/model-card-page.tsx"), "ModelCardPage"),
});

export const modelRoutes = model.addChildren([modelCard]);
