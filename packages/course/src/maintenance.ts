import { addMonths, type CalendarDate } from "@fibril/kernel";
import { courseRules } from "./course-rules.ts";

export type MaintenanceState = "not-yet" | "due" | "overdue" | "declined";

export interface Maintenance {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly state: MaintenanceState;
}

/** When a completed course is due for maintenance: 6 to 12 calendar months after the last session, both days included. */
export function maintenanceOf({
  lastSession,
  today,
  declinedOn,
}: {
  readonly lastSession: CalendarDate;
  readonly today: CalendarDate;
  /** When the patient said no; null where they did not. */
  readonly declinedOn: CalendarDate | null;
}): Maintenance {
  const from = addMonths(lastSession, courseRules.maintenance.min);
  const to = addMonths(lastSession, courseRules.maintenance.max);
  return { from, to, state: stateOf({ from, to, today, declined: declinedOn !== null }) };
}

function stateOf({
  from,
  to,
  today,
  declined,
}: {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly today: CalendarDate;
  readonly declined: boolean;
}): MaintenanceState {
  if (declined) return "declined";
  if (today < from) return "not-yet";
  return today <= to ? "due" : "overdue";
}
