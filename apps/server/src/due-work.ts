import type { DueWork } from "./platform/jobs/jobs.ts";
import { endGuardiansAccess } from "./workflows/coming-of-age.ts";
import { raiseEmergencyWeeks } from "./workflows/emergency-weeks.ts";
import { escalateTasks } from "./workflows/escalate-tasks.ts";
import { recallForMaintenance } from "./workflows/recall-due.ts";
import { remindOfVisits } from "./workflows/remind-of-visits.ts";
import { endExpiredHolds } from "./workflows/self-booking-due.ts";
import { offerFreedPlaces } from "./workflows/waitlist-due.ts";
import { followZoneRules } from "./workflows/zone-rules.ts";

/** Everything that falls due with time, in the order in which it is done. */
export const dueWork: readonly DueWork[] = [
  followZoneRules,
  endGuardiansAccess,
  endExpiredHolds,
  offerFreedPlaces,
  escalateTasks,
  raiseEmergencyWeeks,
  recallForMaintenance,
  remindOfVisits,
];
