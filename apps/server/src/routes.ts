import { auditRoutes } from "./features/audit/routes.ts";
import { clinicRoutes } from "./features/clinic/routes.ts";
import { patientRoutes } from "./features/patient/routes.ts";
import { signInRoutes } from "./features/sign-in/routes.ts";
import { staffRoutes } from "./features/staff/routes.ts";
import type { Route } from "./platform/http/route.ts";
import { createFirstOwner } from "./workflows/first-owner.ts";

export const allRoutes: readonly Route[] = [
  ...auditRoutes,
  ...clinicRoutes,
  ...patientRoutes,
  ...signInRoutes,
  ...staffRoutes,
  createFirstOwner,
];
