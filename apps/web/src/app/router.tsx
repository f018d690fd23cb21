import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { readCalendarChoice } from "../features/booking/calendar-choice.ts";
import { readAddress } from "../features/collagen/what-if-address.ts";
import { readReplanChoice } from "../features/replanning/replan-choice.ts";
import { ErrorScreen } from "./error-screen.tsx";
import { homeOf } from "./home-of.ts";
import { ModelShell } from "./model-shell.tsx";
import { NotFound } from "./not-found.tsx";
import { PortalShell } from "./portal-shell.tsx";
import { StaffShell } from "./staff-shell.tsx";

interface Context {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    const { membership } = await requireSignIn(context, location.href);
    throw redirect({ to: homeOf[membership.role] });
  },
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ from }: { readonly from?: unknown }): { from?: string } => {
    return typeof from === "string" && isOwnAddress(from) ? { from } : {};
  },
  component: lazyRouteComponent(() => import("../pages/sign-in-page.tsx"), "SignInPage"),
});

const mailbox = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mailbox",
  component: lazyRouteComponent(() => import("../pages/mailbox-page.tsx"), "MailboxPage"),
});

const firstOwner = createRoute({
  getParentRoute: () => rootRoute,
  path: "/first-owner",
  component: lazyRouteComponent(() => import("../pages/first-owner-page.tsx"), "FirstOwnerPage"),
});

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  component: lazyRouteComponent(() => import("../pages/invitation-page.tsx"), "InvitationPage"),
});

const newPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: "/new-password",
  component: lazyRouteComponent(() => import("../pages/new-password-page.tsx"), "NewPasswordPage"),
});

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  component: lazyRouteComponent(() => import("../pages/welcome-page.tsx"), "WelcomePage"),
});

const book = createRoute({
  getParentRoute: () => rootRoute,
  path: "/book",
  component: lazyRouteComponent(() => import("../pages/book-page.tsx"), "BookPage"),
});

const bookAtClinic = createRoute({
  getParentRoute: () => rootRoute,
  path: "/book/$clinicId",
  component: lazyRouteComponent(() => import("../pages/book-page.tsx"), "BookPage"),
});

const gallery = createRoute({
  getParentRoute: () => rootRoute,
  path: "/gallery",
  component: lazyRouteComponent(() => import("../pages/gallery/gallery-page.tsx"), "GalleryPage"),
});

const staff = createRoute({
  getParentRoute: () => rootRoute,
  id: "staff",
  component: StaffShell,
  beforeLoad: async ({ context, location }) => {
    const { membership } = await requireSignIn(context, location.href);
    if (membership.role === "patient") throw redirect({ to: "/my" });
  },
});

const portal = createRoute({
  getParentRoute: () => rootRoute,
  id: "portal",
  component: PortalShell,
  beforeLoad: async ({ context, location }) => {
    const { membership } = await requireSignIn(context, location.href);
    if (membership.role !== "patient") throw redirect({ to: homeOf[membership.role] });
  },
});

const today = createRoute({
  getParentRoute: () => staff,
  path: "/today",
  component: lazyRouteComponent(() => import("../pages/today-page.tsx"), "TodayPage"),
});

const tasks = createRoute({
  getParentRoute: () => staff,
  path: "/tasks",
  component: lazyRouteComponent(() => import("../pages/tasks-page.tsx"), "TasksPage"),
});

const session = createRoute({
  getParentRoute: () => staff,
  path: "/sessions/$sessionId",
  component: lazyRouteComponent(() => import("../pages/session-page.tsx"), "SessionPage"),
});

const patients = createRoute({
  getParentRoute: () => staff,
  path: "/patients",
  validateSearch: ({ q }: { readonly q?: unknown }): { q?: string } => {
    return q === undefined || q === "" ? {} : { q: String(q) };
  },
  component: lazyRouteComponent(() => import("../pages/patients-page.tsx"), "PatientsPage"),
});

const patient = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId",
  component: lazyRouteComponent(() => import("../pages/patient-page.tsx"), "PatientPage"),
});

const course = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/course",
  component: lazyRouteComponent(() => import("../pages/course-page.tsx"), "CoursePage"),
});

const measurements = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/measurements",
  component: lazyRouteComponent(() => import("../pages/measurement-page.tsx"), "MeasurementPage"),
});

const consultation = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/consultation",
  validateSearch: ({ question }: { readonly question?: unknown }): { question?: string } => {
    return typeof question === "string" ? { question } : {};
  },
  component: lazyRouteComponent(() => import("../pages/consultation-page.tsx"), "ConsultationPage"),
});

const suitability = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/suitability",
  component: lazyRouteComponent(() => import("../pages/suitability-page.tsx"), "SuitabilityPage"),
});

const consent = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/consent",
  component: lazyRouteComponent(() => import("../pages/consent-page.tsx"), "ConsentPage"),
});

const calendar = createRoute({
  getParentRoute: () => staff,
  path: "/calendar",
  validateSearch: readCalendarChoice,
  component: lazyRouteComponent(() => import("../pages/calendar-page.tsx"), "CalendarPage"),
});

const waitlist = createRoute({
  getParentRoute: () => staff,
  path: "/waitlist",
  component: lazyRouteComponent(() => import("../pages/waitlist-page.tsx"), "WaitlistPage"),
});

const replan = createRoute({
  getParentRoute: () => staff,
  path: "/calendar/replan",
  validateSearch: readReplanChoice,
  component: lazyRouteComponent(() => import("../pages/replan-page.tsx"), "ReplanPage"),
});

const overview = createRoute({
  getParentRoute: () => staff,
  path: "/overview",
  component: lazyRouteComponent(() => import("../pages/overview-page.tsx"), "OverviewPage"),
});

const resources = createRoute({
  getParentRoute: () => staff,
  path: "/resources",
  component: lazyRouteComponent(() => import("../pages/resources-page.tsx"), "ResourcesPage"),
});

const account = createRoute({
  getParentRoute: () => staff,
  path: "/account",
  component: lazyRouteComponent(() => import("../pages/account-page.tsx"), "AccountPage"),
});

const audit = createRoute({
  getParentRoute: () => staff,
  path: "/audit",
  component: lazyRouteComponent(() => import("../pages/audit-page.tsx"), "AuditPage"),
});

const staffList = createRoute({
  getParentRoute: () => staff,
  path: "/staff",
  component: lazyRouteComponent(() => import("../pages/staff-page.tsx"), "StaffPage"),
});

const evidence = createRoute({
  getParentRoute: () => staff,
  path: "/evidence",
  component: lazyRouteComponent(() => import("../pages/evidence-page.tsx"), "EvidencePage"),
});

const evidenceRules = createRoute({
  getParentRoute: () => staff,
  path: "/evidence/rules",
  validateSearch: ({ patient: id }: { readonly patient?: unknown }): { patient?: string } => {
    return typeof id === "string" ? { patient: id } : {};
  },
  component: lazyRouteComponent(() => import("../pages/rule-set-page.tsx"), "RuleSetPage"),
});

const clinicSettings = createRoute({
  getParentRoute: () => staff,
  path: "/settings",
  component: lazyRouteComponent(() => import("../pages/clinic-settings-page.tsx"), "ClinicSettingsPage"),
});

const apiAccess = createRoute({
  getParentRoute: () => staff,
  path: "/api-access",
  component: lazyRouteComponent(() => import("../pages/api-access-page.tsx"), "ApiAccessPage"),
});

const whatIf = createRoute({
  getParentRoute: () => staff,
  path: "/model/what-if",
  validateSearch: readAddress,
  component: lazyRouteComponent(() => import("../pages/what-if-page.tsx"), "WhatIfPage"),
});

const model = createRoute({
  getParentRoute: () => rootRoute,
  id: "model",
  component: ModelShell,
  beforeLoad: ({ context }) => context.queryClient.prefetchQuery(signInQuery),
});

const modelCard = createRoute({
  getParentRoute: () => model,
  path: "/model/card",
  component: lazyRouteComponent(() => import("../pages/model-card-page.tsx"), "ModelCardPage"),
});

const myNext = createRoute({
  getParentRoute: () => portal,
  path: "/my",
  component: lazyRouteComponent(() => import("../pages/my-next-page.tsx"), "MyNextPage"),
});

const myTimeline = createRoute({
  getParentRoute: () => portal,
  path: "/my/timeline",
  component: lazyRouteComponent(() => import("../pages/my-timeline-page.tsx"), "MyTimelinePage"),
});

const myForms = createRoute({
  getParentRoute: () => portal,
  path: "/my/forms",
  component: lazyRouteComponent(() => import("../pages/my-forms-page.tsx"), "MyFormsPage"),
});

const myConsent = createRoute({
  getParentRoute: () => portal,
  path: "/my/consent/$textId",
  component: lazyRouteComponent(() => import("../pages/my-consent-page.tsx"), "MyConsentPage"),
});

const myCheckIn = createRoute({
  getParentRoute: () => portal,
  path: "/my/check-in/$checkInId",
  component: lazyRouteComponent(() => import("../pages/my-check-in-page.tsx"), "MyCheckInPage"),
});

const myCare = createRoute({
  getParentRoute: () => portal,
  path: "/my/care",
  component: lazyRouteComponent(() => import("../pages/my-care-page.tsx"), "MyCarePage"),
});

const myConsultation = createRoute({
  getParentRoute: () => portal,
  path: "/my/consultation",
  component: lazyRouteComponent(() => import("../pages/my-consultation-page.tsx"), "MyConsultationPage"),
});

const myOffer = createRoute({
  getParentRoute: () => portal,
  path: "/my/offers/$offerId",
  component: lazyRouteComponent(() => import("../pages/my-offer-page.tsx"), "MyOfferPage"),
});

const myRecord = createRoute({
  getParentRoute: () => portal,
  path: "/my/record",
  component: lazyRouteComponent(() => import("../pages/my-record-page.tsx"), "MyRecordPage"),
});

const routeTree = rootRoute.addChildren([
  home,
  signIn,
  mailbox,
  firstOwner,
  invitation,
  newPassword,
  welcome,
  book,
  bookAtClinic,
  gallery,
  staff.addChildren([
    today,
    tasks,
    session,
    measurements,
    patients,
    patient,
    consultation,
    suitability,
    consent,
    course,
    calendar,
    replan,
    waitlist,
    overview,
    resources,
    account,
    audit,
    staffList,
    evidence,
    evidenceRules,
    clinicSettings,
    apiAccess,
    whatIf,
  ]),
  model.addChildren([modelCard]),
  portal.addChildren([myNext, myTimeline, myForms, myConsent, myCheckIn, myCare, myRecord, myConsultation, myOffer]),
]);

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

async function requireSignIn({ queryClient }: Context, from: string) {
  const signedIn = await queryClient.ensureQueryData(signInQuery);
  if (!signedIn) throw redirect({ to: "/sign-in", search: from === "/" ? {} : { from } });
  return signedIn;
}

/** A path of this application, never another site's address. */
function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}
