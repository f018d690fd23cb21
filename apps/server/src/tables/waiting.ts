import type { CalendarDate, Weekday } from "@fibril/kernel";
import type { Generated } from "kysely";

export interface HoldRow {
  clinic_id: string;
  id: string;
  purpose: "self-booking" | "waitlist-offer";
  site_id: string;
  service_id: string;
  day: CalendarDate;
  start_minute: number;
  time_zone: string;
  practitioner_id: string;
  prep_room_id: string;
  treatment_room_id: string;
  device_id: string | null;
  secret_hash: Buffer | null;
  visitor_hash: Buffer | null;
  made_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  ended_as: "used" | "released" | "expired" | null;
  visit_id: string | null;
}

export interface WaitlistEntryRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  kind: "consultation" | "session";
  course_id: string | null;
  ordinal: number | null;
  site_id: string;
  from_day: CalendarDate;
  to_day: CalendarDate;
  weekdays: readonly Weekday[];
  from_minute: number;
  to_minute: number;
  practitioner_id: string | null;
  waiting_since: Date;
  added_by: string;
  state: "waiting" | "placed" | "removed";
  ended_at: Date | null;
  ended_because: string | null;
  version: Generated<number>;
}

export interface WaitlistOfferRow {
  clinic_id: string;
  id: string;
  entry_id: string;
  patient_id: string;
  hold_id: string;
  offered_on: CalendarDate;
  offered_at: Date;
  offered_by: string;
  expires_at: Date;
  state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
  answered_at: Date | null;
  answered_by: string | null;
}

export interface WaitingTables {
  hold: HoldRow;
  waitlist_entry: WaitlistEntryRow;
  waitlist_offer: WaitlistOfferRow;
}
