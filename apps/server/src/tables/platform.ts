import type { Generated } from "kysely";
import type { Json, JsonOrNull, JsonWithDefault } from "./json.ts";

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  created_at: Date;
  disabled_at: Date | null;
}

export interface MembershipRow {
  clinic_id: string;
  id: string;
  account_id: string;
  role: "owner" | "manager" | "practitioner" | "front-desk" | "auditor" | "patient" | "integrator";
  patient_id: string | null;
  patient_relation: "self" | "guardian" | null;
  ended_at: Date | null;
  created_at: Date;
}

export interface SignInRow {
  token_hash: Buffer;
  account_id: string;
  clinic_id: string;
  membership_id: string;
  csrf_token: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  begun_key: string | null;
  /** In words, as the browser named itself. */
  device: string | null;
}

export interface OneTimeSecretRow {
  id: string;
  clinic_id: string | null;
  purpose: "patient-code" | "patient-link" | "invitation" | "new-password" | "first-owner" | "booking-code";
  secret_hash: Buffer;
  account_id: string | null;
  email: string | null;
  detail: JsonWithDefault;
  attempts_left: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  used_key: string | null;
}

export interface ApiTokenRow {
  token_hash: Buffer;
  id: string;
  clinic_id: string;
  membership_id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface CalendarFeedRow {
  token_hash: Buffer;
  id: string;
  clinic_id: string;
  membership_id: string;
  created_at: Date;
  last_read_at: Date | null;
  revoked_at: Date | null;
}

export interface SignInAttemptRow {
  key: string;
  at: Date;
}

export interface InstallationRow {
  only_row: Generated<boolean>;
  demo: Generated<boolean>;
  demo_accounts: JsonOrNull;
  clock_offset_seconds: Generated<number>;
  master_key_check: Buffer | null;
  own_clinic_since: Date | null;
  kept_set_up: JsonOrNull;
}

export interface ClinicRow {
  clinic_id: string;
  name: string;
  time_zone: string;
  phone: string;
  email: string;
  emergency_text: string;
  file_key: Buffer | null;
  created_at: Date;
  version: Generated<number>;
}

export interface StaffRow {
  clinic_id: string;
  id: string;
  account_id: string;
  membership_id: string;
  name: string;
  email: string;
  role: "owner" | "manager" | "practitioner" | "front-desk" | "auditor" | "integrator";
  registration: string | null;
  ended_at: Date | null;
  version: Generated<number>;
}

export interface AuditHeadRow {
  clinic_id: string;
  sequence: number;
  hash: Buffer;
}

export interface AuditEventRow {
  clinic_id: string;
  sequence: number;
  id: string;
  at: Date;
  account_id: string | null;
  actor: string;
  role: string;
  action: string;
  noun: string;
  subject_id: string | null;
  about_patient_id: string | null;
  detail: Json;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface IdempotentAnswerRow {
  clinic_id: string;
  account_id: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  body: JsonOrNull;
  created_at: Date;
  /** Of the secret that the answer carries; the body goes with it. */
  secret_hash: Buffer | null;
  secret_until: Date | null;
}

export interface MessageRow {
  clinic_id: string;
  id: string;
  patient_id: string | null;
  kind: string;
  to_address: string;
  subject: string;
  text: string;
  dedupe_key: string;
  due_at: Date;
  created_at: Date;
  sent_at: Date | null;
  cancelled_at: Date | null;
  failures: Generated<number>;
  last_failure: string | null;
}

export interface GateAnswerRow {
  operation: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  body: JsonOrNull;
  created_at: Date;
  secret_hash: Buffer | null;
  secret_until: Date | null;
}

export interface PlatformTables {
  gate_answer: GateAnswerRow;
  account: AccountRow;
  membership: MembershipRow;
  sign_in: SignInRow;
  one_time_secret: OneTimeSecretRow;
  api_token: ApiTokenRow;
  calendar_feed: CalendarFeedRow;
  sign_in_attempt: SignInAttemptRow;
  installation: InstallationRow;
  clinic: ClinicRow;
  staff: StaffRow;
  audit_head: AuditHeadRow;
  audit_event: AuditEventRow;
  idempotent_answer: IdempotentAnswerRow;
  message: MessageRow;
}
