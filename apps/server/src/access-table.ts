import { apiTokenAccess } from "./features/api-token/access.ts";
import { auditAccess } from "./features/audit/access.ts";
import { bookingAccess } from "./features/booking/access.ts";
import { overrideAccess } from "./features/booking/override-routes.ts";
import { calendarFeedAccess } from "./features/calendar-feed/access.ts";
import { clinicAccess } from "./features/clinic/access.ts";
import { clinicSettingsAccess } from "./features/clinic-settings/access.ts";
import { consentAccess } from "./features/consent/access.ts";
import { consultationAccess } from "./features/consultation/access.ts";
import { courseAccess } from "./features/course/access.ts";
import { emergencyReportAccess } from "./features/emergency-report/access.ts";
import { holdAccess } from "./features/hold/access.ts";
import { measurementAccess } from "./features/measurement/access.ts";
import { overviewAccess } from "./features/overview/access.ts";
import { patientAccess } from "./features/patient/access.ts";
import { recoveryAccess } from "./features/recovery/access.ts";
import { replanningAccess } from "./features/replanning/access.ts";
import { ruleSetAccess } from "./features/rule-set/access.ts";
import { sessionAccess } from "./features/session/access.ts";
import { signInAccess } from "./features/sign-in/access.ts";
import { staffAccess } from "./features/staff/access.ts";
import { suitabilityAccess } from "./features/suitability/access.ts";
import { waitlistAccess } from "./features/waitlist/access.ts";
import { workflowAccess } from "./workflows/access.ts";

/** Who may do what: every operation of the product has one row, and nothing without one is served. */
export const accessTable = {
  ...apiTokenAccess,
  ...auditAccess,
  ...bookingAccess,
  ...overrideAccess,
  ...calendarFeedAccess,
  ...clinicAccess,
  ...clinicSettingsAccess,
  ...consentAccess,
  ...consultationAccess,
  ...courseAccess,
  ...emergencyReportAccess,
  ...holdAccess,
  ...measurementAccess,
  ...overviewAccess,
  ...patientAccess,
  ...recoveryAccess,
  ...replanningAccess,
  ...ruleSetAccess,
  ...sessionAccess,
  ...signInAccess,
  ...staffAccess,
  ...suitabilityAccess,
  ...waitlistAccess,
  ...workflowAccess,
} as const;
