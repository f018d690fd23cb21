import type { CalendarDate } from "@fibril/kernel";
import type { Generated } from "kysely";
import type { Json, JsonOrNull, JsonWithDefault } from "./json.ts";

export interface SessionRecordRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  course_id: string;
  visit_id: string;
  ordinal: number;
  state: "draft" | "signed";
  performed_on: CalendarDate;
  record: Json;
  screening: Json;
  depth_plan: JsonOrNull;
  started_by: string;
  started_at: Date;
  signed_by: string | null;
  signer_name: string | null;
  signed_at: Date | null;
  content_sha256: string | null;
  version: Generated<number>;
}

export interface SessionZoneRow {
  clinic_id: string;
  session_id: string;
  patient_id: string;
  zone: string;
  depth_mm: number;
  passes: number;
  end_point: string;
  cartridge_lot: string;
}

export interface CartridgeUseRow {
  clinic_id: string;
  lot: string;
  unit: string;
  session_id: string;
  patient_id: string;
  expires_on: CalendarDate;
}

export interface SessionAmendmentRow {
  clinic_id: string;
  id: string;
  session_id: string;
  patient_id: string;
  before: Json;
  after: Json;
  reason: string;
  author_id: string;
  author_name: string;
  at: Date;
}

export interface AftercareRow {
  clinic_id: string;
  session_id: string;
  patient_id: string;
  plan: Json;
  created_at: Date;
}

export interface CheckInRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  session_id: string;
  day_since_session: number;
  due_on: CalendarDate;
  answers: JsonOrNull;
  outcome: JsonOrNull;
  urgency: "emergency" | "same-day" | "24-hours" | "48-hours" | "1-week" | "expected" | null;
  answered_at: Date | null;
  answered_by: string | null;
  version: Generated<number>;
}

export interface TaskRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  kind: string;
  check_in_id: string | null;
  urgency: string;
  summary: string;
  raised_at: Date;
  due_at: Date;
  escalated_at: Date | null;
  acknowledged_by: string | null;
  acknowledger_name: string | null;
  acknowledged_at: Date | null;
  note: string | null;
  version: Generated<number>;
}

export interface PhotographRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  consultation_id: string | null;
  session_id: string | null;
  pose: string;
  taken_on: CalendarDate;
  captured_at: Date | null;
  files: JsonOrNull;
  width_px: number | null;
  height_px: number | null;
  master_sha256: string | null;
  conditions: JsonWithDefault;
  refused_reason: string | null;
  taken_by: string | null;
  created_at: Date;
}

export interface ScaleScoreRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  session_id: string | null;
  scale: string;
  area: Generated<string>;
  value: number;
  anchor: Generated<string>;
  rater: string;
  rated_by: string | null;
  recorded_on: CalendarDate;
  created_at: Date;
}

export interface BodyWeightRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  weight_kg: number;
  measured_on: CalendarDate;
  recorded_by: string;
  recorder_name: string;
  recorded_at: Date;
}

export interface EmergencyAccessRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  membership_id: string;
  holder_name: string;
  reason: string;
  opened_at: Date;
  ends_at: Date;
}

export interface EmergencyWeekRow {
  clinic_id: string;
  week_starts_on: CalendarDate;
  raised_at: Date;
}

export interface EmergencyReviewRow {
  clinic_id: string;
  id: string;
  week_starts_on: CalendarDate;
  reviewer_id: string;
  reviewer_name: string;
  role: "owner" | "auditor";
  note: string;
  own_use: boolean;
  reviewed_at: Date;
}

export interface ConsultationDraftRow {
  clinic_id: string;
  patient_id: string;
  draft: Json;
  started_from: number;
  saved_by: string;
  saver_name: string;
  saved_at: Date;
  version: Generated<number>;
}

export interface TreatmentTables {
  body_weight: BodyWeightRow;
  emergency_access: EmergencyAccessRow;
  emergency_week: EmergencyWeekRow;
  emergency_review: EmergencyReviewRow;
  consultation_draft: ConsultationDraftRow;
  session_record: SessionRecordRow;
  session_zone: SessionZoneRow;
  cartridge_use: CartridgeUseRow;
  session_amendment: SessionAmendmentRow;
  aftercare: AftercareRow;
  check_in: CheckInRow;
  task: TaskRow;
  photograph: PhotographRow;
  scale_score: ScaleScoreRow;
}
