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

type StaffPage =
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

/** What each role's header offers; what a role may really do is the server's to say. */
export const navigationOf = {
  owner: [
    "overview",
    "today",
    "patients",
    "calendar",
    "waitlist",
    "resources",
    "audit",
    "evidence",
    "settings",
    "staff",
  ],
  manager: ["overview", "calendar", "waitlist", "resources", "patients", "evidence", "settings"],
  practitioner: ["today", "calendar", "patients", "evidence", "model/what-if"],
  "front-desk": ["calendar", "waitlist", "patients"],
  auditor: ["audit", "evidence"],
  patient: [],
  integrator: [],
} as const satisfies Record<Role, readonly StaffPage[]>;
