import type { CalendarDate } from "@fibril/kernel";
import type { Json, JsonOrNull } from "./json.ts";

interface SignedChangeRow {
  clinic_id: string;
  id: string;
  ordinal: number;
  rule: string;
  unit: "days" | "months" | "position";
  count_before: number;
  count_after: number;
  reason: string;
  set_version: string;
  signed_by: string;
  signer_name: string;
  signer_registration: string;
  signed_on: CalendarDate;
  signed_at: Date;
}

export interface RuleSetChangeRow extends SignedChangeRow {
  plans_affected: number;
}

export interface PersonRuleChangeRow extends SignedChangeRow {
  patient_id: string;
  prescriber_name: string;
  prescriber_registration: string;
  prescriber_opinion: string;
  prescribed_on: CalendarDate;
}

export interface StatementReviewRow {
  clinic_id: string;
  id: string;
  part: string;
  statement_id: string;
  content: string;
  signed_by: string;
  signer_name: string;
  signer_registration: string;
  signed_at: Date;
}

export interface ClinicSettingsRow {
  clinic_id: string;
  version: number;
  task_minutes: Json;
  places: Json;
  aftercare_contact: JsonOrNull;
  self_booking: boolean;
  reason: string | null;
  changed_by: string;
  changer_name: string;
  changer_registration: string | null;
  changed_at: Date;
}

export interface RuleSetTables {
  rule_set_change: RuleSetChangeRow;
  person_rule_change: PersonRuleChangeRow;
  statement_review: StatementReviewRow;
  clinic_settings: ClinicSettingsRow;
}
