import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { homeOf } from "../home-of.ts";
import { PortalShell } from "../portal-shell.tsx";
import { requireSignIn, rootRoute } from "./root-route.ts";

const portal = createRoute({
  getParentRoute: () => rootRoute,
  id: "portal",
  component: PortalShell,
  beforeLoad: async ({ context, location }) => {
    const { membership } = await requireSignIn(context, location.href);
    if (membership.role !== "patient") throw redirect({ to: homeOf[membership.role] });
  },
});

const myNext = createRoute({
  getParentRoute: () => portal,
  path: "/my",
  component: lazyRouteComponent(() => import("../../pages/my-next-page.tsx"), "MyNextPage"),
});

const myTimeline = createRoute({
  getParentRoute: () => portal,
  path: "/my/timeline",
  component: lazyRouteComponent(() => import("../../pages/my-timeline-page.tsx"), "MyTimelinePage"),
});

const myForms = createRoute({
  getParentRoute: () => portal,
  path: "/my/forms",
  component: lazyRouteComponent(() => import("../../pages/my-forms-page.tsx"), "MyFormsPage"),
});

const myConsent = createRoute({
  getParentRoute: () => portal,
  path: "/my/consent/$textId",
  component: lazyRouteComponent(() => import("../../pages/my-consent-page.tsx"), "MyConsentPage"),
});

const myCheckIn = createRoute({
  getParentRoute: () => portal,
  path: "/my/check-in/$checkInId",
  component: lazyRouteComponent(() => import("../../pages/my-check-in-page.tsx"), "MyCheckInPage"),
});

const myCare = createRoute({
  getParentRoute: () => portal,
  path: "/my/care",
  component: lazyRouteComponent(() => import("../../pages/my-care-page.tsx"), "MyCarePage"),
});

const myConsultation = createRoute({
  getParentRoute: () => portal,
  path: "/my/consultation",
  component: lazyRouteComponent(() => import("../../pages/my-consultation-page.tsx"), "MyConsultationPage"),
});

const myOffer = createRoute({
  getParentRoute: () => portal,
  path: "/my/offers/$offerId",
  component: lazyRouteComponent(() => import("../../pages/my-offer-page.tsx"), "MyOfferPage"),
});

const myRecord = createRoute({
  getParentRoute: () => portal,
  path: "/my/record",
  component: lazyRouteComponent(() => import("../../pages/my-record-page.tsx"), "MyRecordPage"),
});

export const portalRoutes = portal.addChildren([
  myNext,
  myTimeline,
  myForms,
  myConsent,
  myCheckIn,
  myCare,
  myConsultation,
  myOffer,
  myRecord,
]);
