import { apiTokenRoutes } from "./features/api-token/routes.ts";
import { auditRoutes } from "./features/audit/routes.ts";
import { overrideRoutes } from "./features/booking/override-routes.ts";
import { bookingRoutes } from "./features/booking/routes.ts";
import { calendarFeedRoutes } from "./features/calendar-feed/routes.ts";
import { clinicContactRoutes } from "./features/clinic/contact-routes.ts";
import { clinicRoutes } from "./features/clinic/routes.ts";
import { consentRoutes } from "./features/consent/routes.ts";
import { consultationRoutes } from "./features/consultation/routes.ts";
import { emergencyReportRoutes } from "./features/emergency-report/routes.ts";
import { overviewRoutes } from "./features/overview/routes.ts";
import { patientRoutes } from "./features/patient/routes.ts";
import { weightRoutes } from "./features/patient/weight-routes.ts";
import { signInRoutes } from "./features/sign-in/routes.ts";
import { staffRoutes } from "./features/staff/routes.ts";
import type { Route } from "./platform/http/route.ts";
import { bookConsultationRoutes } from "./workflows/book-consultation.ts";
import { bookCourseRoutes } from "./workflows/book-course.ts";
import { changeOwnPassword } from "./workflows/change-own-password.ts";
import { changeStaff } from "./workflows/change-staff.ts";
import { clinicSettingsRoutes } from "./workflows/clinic-settings.ts";
import { clinicTimeZoneRoutes } from "./workflows/clinic-time-zone.ts";
import { courseRoutes } from "./workflows/course-routes.ts";
import { depthPlanRoutes } from "./workflows/depth-plan.ts";
import { emergencyAccessRoutes } from "./workflows/emergency-access.ts";
import { createFirstOwner } from "./workflows/first-owner.ts";
import { legalStartsRoutes } from "./workflows/legal-starts.ts";
import { measurementRoutes } from "./workflows/measurement.ts";
import { moveSessionRoutes } from "./workflows/move-session.ts";
import { myMaintenanceRoutes } from "./workflows/my-maintenance.ts";
import { pathwayRoutes } from "./workflows/pathway.ts";
import { photographRoutes } from "./workflows/photographs.ts";
import { recoveryRoutes } from "./workflows/recovery.ts";
import { replanRoutes } from "./workflows/replan.ts";
import { ruleSetRoutes } from "./workflows/rule-set.ts";
import { ruleSetEvidenceRoutes } from "./workflows/rule-set-evidence.ts";
import { selfBookingRoutes } from "./workflows/self-booking.ts";
import { myConsultationRoutes } from "./workflows/self-booking-my.ts";
import { sessionRoutes } from "./workflows/session.ts";
import { suitabilityRoutes } from "./workflows/suitability.ts";
import { todayRoutes } from "./workflows/today.ts";
import { tryCourseRoutes } from "./workflows/try-course.ts";
import { undoMoveRoutes } from "./workflows/undo-move.ts";
import { waitlistRoutes } from "./workflows/waitlist.ts";

export const allRoutes: readonly Route[] = [
  ...apiTokenRoutes,
  ...auditRoutes,
  ...bookingRoutes,
  ...overrideRoutes,
  ...calendarFeedRoutes,
  ...clinicRoutes,
  ...clinicContactRoutes,
  ...consentRoutes,
  ...consultationRoutes,
  ...emergencyReportRoutes,
  ...overviewRoutes,
  ...patientRoutes,
  ...weightRoutes,
  ...signInRoutes,
  ...staffRoutes,
  ...bookConsultationRoutes,
  ...bookCourseRoutes,
  ...tryCourseRoutes,
  ...courseRoutes,
  ...depthPlanRoutes,
  ...legalStartsRoutes,
  ...measurementRoutes,
  ...photographRoutes,
  ...emergencyAccessRoutes,
  ...moveSessionRoutes,
  ...undoMoveRoutes,
  ...myMaintenanceRoutes,
  ...pathwayRoutes,
  ...todayRoutes,
  ...recoveryRoutes,
  ...replanRoutes,
  ...selfBookingRoutes,
  ...myConsultationRoutes,
  ...clinicSettingsRoutes,
  ...clinicTimeZoneRoutes,
  ...ruleSetRoutes,
  ...ruleSetEvidenceRoutes,
  ...sessionRoutes,
  ...suitabilityRoutes,
  ...waitlistRoutes,
  createFirstOwner,
  changeStaff,
  changeOwnPassword,
];
