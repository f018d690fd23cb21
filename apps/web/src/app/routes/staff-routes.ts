import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readCalendarChoice } from "../../features/booking/calendar-choice.ts";
import { readAddress } from "../../features/collagen/what-if-address.ts";
import { readReplanChoice } from "../../features/replanning/replan-choice.ts";
import { readResourcesPart } from "../../features/resources/resources-part.ts";
import { StaffShell } from "../staff-shell.tsx";
import { requireSignIn, rootRoute } from "./root-route.ts";

const staff = createRoute({
  getParentRoute: () => rootRoute,
  id: "staff",
  component: StaffShell,
  beforeLoad: async ({ context, location }) => {
    const { membership } = await requireSignIn(context, location.href);
    if (membership.role === "patient") throw redirect({ to: "/my" });
  },
});

const today = createRoute({
  getParentRoute: () => staff,
  path: "/today",
  component: lazyRouteComponent(() => import("../../pages/today-page.tsx"), "TodayPage"),
});

const tasks = createRoute({
  getParentRoute: () => staff,
  path: "/tasks",
  component: lazyRouteComponent(() => import("../../pages/tasks-page.tsx"), "TasksPage"),
});

const session = createRoute({
  getParentRoute: () => staff,
  path: "/sessions/$sessionId",
  component: lazyRouteComponent(() => import("../../pages/session-page.tsx"), "SessionPage"),
});

const patients = createRoute({
  getParentRoute: () => staff,
  path: "/patients",
  validateSearch: ({ q }: { readonly q?: unknown }): { q?: string } => {
    return q === undefined || q === "" ? {} : { q: String(q) };
  },
  component: lazyRouteComponent(() => import("../../pages/patients-page.tsx"), "PatientsPage"),
});

const patient = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId",
  component: lazyRouteComponent(() => import("../../pages/patient-page.tsx"), "PatientPage"),
});

const course = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/course",
  component: lazyRouteComponent(() => import("../../pages/course-page.tsx"), "CoursePage"),
});

const measurements = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/measurements",
  component: lazyRouteComponent(() => import("../../pages/measurement-page.tsx"), "MeasurementPage"),
});

const consultation = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/consultation",
  validateSearch: ({ question }: { readonly question?: unknown }): { question?: string } => {
    return typeof question === "string" ? { question } : {};
  },
  component: lazyRouteComponent(() => import("../../pages/consultation-page.tsx"), "ConsultationPage"),
});

const suitability = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/suitability",
  component: lazyRouteComponent(() => import("../../pages/suitability-page.tsx"), "SuitabilityPage"),
});

const consent = createRoute({
  getParentRoute: () => staff,
  path: "/patients/$patientId/consent",
  component: lazyRouteComponent(() => import("../../pages/consent-page.tsx"), "ConsentPage"),
});

const calendar = createRoute({
  getParentRoute: () => staff,
  path: "/calendar",
  validateSearch: readCalendarChoice,
  component: lazyRouteComponent(() => import("../../pages/calendar-page.tsx"), "CalendarPage"),
});

const waitlist = createRoute({
  getParentRoute: () => staff,
  path: "/waitlist",
  component: lazyRouteComponent(() => import("../../pages/waitlist-page.tsx"), "WaitlistPage"),
});

const replan = createRoute({
  getParentRoute: () => staff,
  path: "/calendar/replan",
  validateSearch: readReplanChoice,
  component: lazyRouteComponent(() => import("../../pages/replan-page.tsx"), "ReplanPage"),
});

const overview = createRoute({
  getParentRoute: () => staff,
  path: "/overview",
  component: lazyRouteComponent(() => import("../../pages/overview-page.tsx"), "OverviewPage"),
});

const resources = createRoute({
  getParentRoute: () => staff,
  path: "/resources",
  validateSearch: readResourcesPart,
  component: lazyRouteComponent(() => import("../../pages/resources-page.tsx"), "ResourcesPage"),
});

const account = createRoute({
  getParentRoute: () => staff,
  path: "/account",
  component: lazyRouteComponent(() => import("../../pages/account-page.tsx"), "AccountPage"),
});

const audit = createRoute({
  getParentRoute: () => staff,
  path: "/audit",
  component: lazyRouteComponent(() => import("../../pages/audit-page.tsx"), "AuditPage"),
});

const staffList = createRoute({
  getParentRoute: () => staff,
  path: "/staff",
  component: lazyRouteComponent(() => import("../../pages/staff-page.tsx"), "StaffPage"),
});

const evidence = createRoute({
  getParentRoute: () => staff,
  path: "/evidence",
  component: lazyRouteComponent(() => import("../../pages/evidence-page.tsx"), "EvidencePage"),
});

const evidenceRules = createRoute({
  getParentRoute: () => staff,
  path: "/evidence/rules",
  validateSearch: ({ patient: id }: { readonly patient?: unknown }): { patient?: string } => {
    return typeof id === "string" ? { patient: id } : {};
  },
  component: lazyRouteComponent(() => import("../../pages/rule-set-page.tsx"), "RuleSetPage"),
});

const clinicSettings = createRoute({
  getParentRoute: () => staff,
  path: "/settings",
  component: lazyRouteComponent(() => import("../../pages/clinic-settings-page.tsx"), "ClinicSettingsPage"),
});

const apiAccess = createRoute({
  getParentRoute: () => staff,
  path: "/api-access",
  component: lazyRouteComponent(() => import("../../pages/api-access-page.tsx"), "ApiAccessPage"),
});

const whatIf = createRoute({
  getParentRoute: () => staff,
  path: "/model/what-if",
  validateSearch: readAddress,
  component: lazyRouteComponent(() => import("../../pages/what-if-page.tsx"), "WhatIfPage"),
});

export const staffRoutes = staff.addChildren([
  today,
  tasks,
  session,
  patients,
  patient,
  course,
  measurements,
  consultation,
  suitability,
  consent,
  calendar,
  waitlist,
  replan,
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
]);
