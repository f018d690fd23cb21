import type { Role } from "@fibril/contract";

/** The first screen of each role. */
export const homeOf = {
  owner: "/overview",
  manager: "/overview",
  practitioner: "/today",
  "front-desk": "/calendar",
  auditor: "/audit",
  patient: "/my",
  integrator: "/api-access",
} as const satisfies Record<Role, string>;

export type StaffPage =
  | "today"
  | "patients"
  | "calendar"
  | "waitlist"
  | "overview"
  | "resources"
  | "audit"
  | "evidence"
  | "model/what-if"
  | "settings"
  | "staff";

/** Looked after now and then, not every day: one menu in the header of those who have several of them. */
export const lookedAfter: readonly StaffPage[] = ["resources", "staff", "settings", "evidence", "audit"];

/** What each role's header offers; what a role may really do is the server's to say. */
export const navigationOf = {
  owner: [
    "overview",
    "today",
    "patients",
    "calendar",
    "waitlist",
    "resources",
    "staff",
    "settings",
    "evidence",
    "audit",
  ],
  manager: ["overview", "calendar", "waitlist", "patients", "resources", "settings", "evidence"],
  practitioner: ["today", "calendar", "patients", "evidence", "model/what-if"],
  "front-desk": ["calendar", "waitlist", "patients"],
  auditor: ["audit", "evidence"],
  patient: [],
  integrator: [],
} as const satisfies Record<Role, readonly StaffPage[]>;
