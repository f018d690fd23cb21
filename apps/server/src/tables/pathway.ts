import type { CalendarDate } from "@fibril/kernel";
import type { Generated, GeneratedAlways } from "kysely";
import type { Json, JsonOrNull, JsonWithDefault } from "./json.ts";

export interface PatientRow {
  clinic_id: string;
  id: string;
  number: number;
  given_name: string;
  given_name_search: string;
  family_name: string;
  family_name_search: string;
  birth_date: CalendarDate;
  sex: "female" | "male" | "other" | "unknown";
  email: string | null;
  phone: string | null;
  phone_digits: string | null;
  phone_digits_reversed: GeneratedAlways<string | null>;
  address: string | null;
  preferred_contact: "email" | "phone" | "none";
  note: Generated<string>;
  registered_on: CalendarDate;
  created_at: Date;
  version: Generated<number>;
}

export interface GuardianRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  name: string;
  relationship: string;
  phone: string | null;
  email: string | null;
  identity_checked: string | null;
  version: Generated<number>;
}

export interface MedicineRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  name: string;
  started_on: CalendarDate | null;
  stopped_on: CalendarDate | null;
  note: Generated<string>;
  version: Generated<number>;
}

export interface AllergyRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  substance: string;
  reaction: Generated<string>;
  noted_on: CalendarDate;
  ended_on: CalendarDate | null;
  version: Generated<number>;
}

export interface ConsultationRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  state: "open" | "closed";
  answers: JsonWithDefault;
  concerns: JsonWithDefault;
  area: "face" | "neck" | "decollete" | "hands" | "body" | null;
  anaesthetic: "none" | "lidocaine" | "lidocaine-prilocaine" | "lidocaine-tetracaine" | "other" | null;
  fitzpatrick: number | null;
  skin_notes: Generated<string>;
  answered_by_patient_at: Date | null;
  opened_at: Date;
  closed_at: Date | null;
  version: Generated<number>;
}

export interface SuitabilityDecisionRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  consultation_id: string;
  as_of: CalendarDate;
  input: Json;
  outcome: Json;
  verdict: "do-not-treat" | "refer" | "defer" | "incomplete" | "adapt" | "suitable";
  not_before: CalendarDate | null;
  rule_set_id: string;
  rule_set_version: string;
  decision: "agree" | "override";
  reason: Generated<string>;
  outside_opinion: JsonOrNull;
  permits: boolean;
  signed_by: string;
  signer_name: string;
  signed_at: Date;
}

export interface PreconditionMetRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  decision_id: string;
  rule: string;
  text: string;
  note: string;
  recorded_by: string;
  recorder_name: string;
  recorded_at: Date;
}

export interface ConsentTextRow {
  clinic_id: string;
  id: string;
  kind: "treatment" | "photographs" | "assent";
  version: number;
  language: string;
  title: string;
  body: string;
  fields: Json;
  sha256: string;
  published_at: Date;
}

export interface ConsentRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  text_id: string;
  kind: "treatment" | "photographs" | "assent";
  text_sha256: string;
  language: string;
  answers: Json;
  purposes: Generated<readonly string[]>;
  signer: "patient" | "guardian";
  guardian_id: string | null;
  signer_name: string;
  signature: Json;
  device_time: Date;
  signed_at: Date;
  taken_by: string | null;
  content_sha256: string;
}

export interface ConsentWithdrawalRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  consent_id: string;
  purpose: string | null;
  reason: string;
  withdrawn_by: string;
  withdrawn_at: Date;
}

export interface CourseRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  decision_id: string;
  concerns: readonly string[];
  area: string;
  planned_sessions: number;
  gap_min_days: number;
  gap_max_days: number;
  gap_target_days: number;
  state: "planned" | "under-way" | "completed" | "abandoned";
  abandoned_reason: string | null;
  abandoned_at: Date | null;
  abandoned_by: string | null;
  depth_plan: JsonWithDefault;
  depth_planner_name: string | null;
  depth_planned_at: Date | null;
  maintenance_declined_on: CalendarDate | null;
  planned_by: string;
  planned_at: Date;
  version: Generated<number>;
}

export interface PathwayTables {
  patient: PatientRow;
  guardian: GuardianRow;
  medicine: MedicineRow;
  allergy: AllergyRow;
  consultation: ConsultationRow;
  suitability_decision: SuitabilityDecisionRow;
  precondition_met: PreconditionMetRow;
  consent_text: ConsentTextRow;
  consent: ConsentRow;
  consent_withdrawal: ConsentWithdrawalRow;
  course: CourseRow;
}
