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

type StaffPage = "today" | "patients" | "calendar" | "overview" | "audit" | "staff";

/** What each role's header offers; what a role may really do is the server's to say. */
export const navigationOf = {
  owner: ["overview", "today", "patients", "calendar", "audit", "staff"],
  manager: ["overview", "calendar", "patients"],
  practitioner: ["today", "patients"],
  "front-desk": ["calendar", "patients"],
  auditor: ["audit"],
  patient: [],
  integrator: [],
} as const satisfies Record<Role, readonly StaffPage[]>;
