import { auditAccess } from "./features/audit/access.ts";
import { clinicAccess } from "./features/clinic/access.ts";
import { patientAccess } from "./features/patient/access.ts";
import { signInAccess } from "./features/sign-in/access.ts";
import { staffAccess } from "./features/staff/access.ts";

/** Who may do what: every operation of the product has one row, and nothing without one is served. */
export const accessTable = {
  ...auditAccess,
  ...clinicAccess,
  ...patientAccess,
  ...signInAccess,
  ...staffAccess,
} as const;
