import type { CalendarDate } from "@fibril/kernel";
import type { Generated } from "kysely";
import type { JsonOrNull } from "./json.ts";

export interface SiteRow {
  clinic_id: string;
  id: string;
  name: string;
  time_zone: string;
  address: Generated<string>;
  version: Generated<number>;
}

export interface SiteOpeningRow {
  clinic_id: string;
  site_id: string;
  weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
  from_minute: number;
  to_minute: number;
}

export interface SiteClosureRow {
  clinic_id: string;
  site_id: string;
  day: CalendarDate;
  reason: string;
}

export interface ResourceRow {
  clinic_id: string;
  id: string;
  kind: "practitioner" | "room" | "device";
  name: string;
  site_id: string | null;
  staff_id: string | null;
  kinds: Generated<readonly string[]>;
  device: JsonOrNull;
  service_due_on: CalendarDate | null;
  calibration_due_on: CalendarDate | null;
  ended_on: CalendarDate | null;
  version: Generated<number>;
}

export interface QualificationRow {
  clinic_id: string;
  id: string;
  resource_id: string;
  name: string;
  valid_from: CalendarDate | null;
  valid_to: CalendarDate | null;
}

export interface RosterRow {
  clinic_id: string;
  resource_id: string;
  site_id: string;
  weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
  from_minute: number;
  to_minute: number;
}

export interface AbsenceRow {
  clinic_id: string;
  id: string;
  resource_id: string;
  from_day: CalendarDate;
  to_day: CalendarDate;
  reason: string;
}

export interface ServiceRow {
  clinic_id: string;
  id: string;
  kind: "consultation" | "session";
  name: string;
  prep_minutes: number;
  treatment_minutes: number;
  notes_minutes: number;
  room_turnover_minutes: number;
  device_cleaning_minutes: number;
  qualification: string;
  prep_room_kind: string;
  treatment_room_kind: string;
  device_kind: string | null;
  version: Generated<number>;
}

export interface SiteDayRow {
  clinic_id: string;
  site_id: string;
  day: CalendarDate;
  version: Generated<number>;
}

export interface VisitRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  service_id: string;
  kind: "consultation" | "session" | "review";
  course_id: string | null;
  ordinal: number | null;
  site_id: string;
  day: CalendarDate;
  start_minute: number;
  end_minute: number;
  time_zone: string;
  starts_at: Date;
  practitioner_id: string;
  prep_room_id: string;
  treatment_room_id: string;
  device_id: string | null;
  state: "booked" | "arrived" | "in-room" | "done" | "late" | "cancelled" | "no-show";
  cancelled_by: string | null;
  reason: string | null;
  booked_at: Date;
  booked_by: string;
  version: Generated<number>;
}

export interface VisitEventRow {
  clinic_id: string;
  id: string;
  visit_id: string;
  patient_id: string;
  state: string;
  at: Date;
  by: string;
  reason: string | null;
}

export interface ClaimRow {
  clinic_id: string;
  resource_id: string;
  day: CalendarDate;
  during: string;
  /** A claim is a visit's or a hold's. */
  visit_id: string | null;
  hold_id: string | null;
  site_id: string;
  /** `during` as instants, for people alone; derived from the wall time. */
  instants: string | null;
}

export interface ClinicCalendarRow {
  clinic_id: string;
  version: number;
}

export interface BookingOverrideRow {
  clinic_id: string;
  id: string;
  visit_id: string;
  patient_id: string;
  rule: "gap-too-short" | "gap-too-long" | "outside-roster";
  said: string;
  reason: string;
  account_id: string;
  by_name: string;
  role: "owner" | "manager";
  at: Date;
}

export interface VisitMoveRow {
  clinic_id: string;
  id: string;
  visit_id: string;
  patient_id: string;
  course_id: string;
  version_after: number;
  day: CalendarDate;
  start_minute: number;
  practitioner_id: string;
  prep_room_id: string;
  treatment_room_id: string;
  device_id: string | null;
  moved_by: string;
  moved_at: Date;
  undone_at: Date | null;
}

export interface BookingTables {
  visit_move: VisitMoveRow;
  clinic_calendar: ClinicCalendarRow;
  booking_override: BookingOverrideRow;
  site: SiteRow;
  site_opening: SiteOpeningRow;
  site_closure: SiteClosureRow;
  resource: ResourceRow;
  qualification: QualificationRow;
  roster: RosterRow;
  absence: AbsenceRow;
  service: ServiceRow;
  site_day: SiteDayRow;
  visit: VisitRow;
  visit_event: VisitEventRow;
  claim: ClaimRow;
}
