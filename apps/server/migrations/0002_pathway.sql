-- The pathway: patient, consultation, suitability, consent, course, session, recovery, measurement.

create table patient (
  clinic_id uuid not null,
  id uuid not null,
  number integer not null,
  given_name text not null,
  family_name text not null,
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  email text,
  phone text,
  phone_digits text,
  address text,
  preferred_contact text not null check (preferred_contact in ('email', 'phone', 'none')),
  note text not null default '',
  registered_on date not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, number),
  foreign key (clinic_id) references clinic (clinic_id)
);
create index patient_family_name on patient (clinic_id, lower(family_name) text_pattern_ops, lower(given_name), id);
create index patient_given_name on patient (clinic_id, lower(given_name) text_pattern_ops);
create index patient_birth_date on patient (clinic_id, birth_date);
create index patient_phone on patient using gin (phone_digits gin_trgm_ops);
create index patient_email on patient (clinic_id, lower(email));
call protect('patient');

create table guardian (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  relationship text not null,
  phone text,
  email text,
  identity_checked text,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
create index guardian_patient on guardian (clinic_id, patient_id);
call protect('guardian');

create table medicine (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  started_on date,
  stopped_on date,
  note text not null default '',
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
create index medicine_patient on medicine (clinic_id, patient_id);
call protect('medicine');

create table allergy (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  substance text not null,
  reaction text not null default '',
  noted_on date not null,
  ended_on date,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
create index allergy_patient on allergy (clinic_id, patient_id);
call protect('allergy');

-- One open draft a patient; the patient and the practitioner fill in the same one.
create table consultation (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  state text not null check (state in ('open', 'closed')),
  answers jsonb not null default '{}',
  concerns jsonb not null default '[]',
  area text check (area in ('face', 'neck', 'decollete', 'hands', 'body')),
  anaesthetic text check (anaesthetic in ('none', 'lidocaine', 'lidocaine-prilocaine', 'lidocaine-tetracaine', 'other')),
  fitzpatrick integer check (fitzpatrick between 1 and 6),
  skin_notes text not null default '',
  answered_by_patient_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
create unique index consultation_open on consultation (clinic_id, patient_id) where state = 'open';
create index consultation_patient on consultation (clinic_id, patient_id, opened_at desc);
call protect('consultation');

-- A verdict as computed, with the answers it was computed from; the signed ones are the practitioner's decisions.
create table suitability_decision (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  consultation_id uuid not null,
  as_of date not null,
  input jsonb not null,
  outcome jsonb not null,
  verdict text not null check (verdict in ('do-not-treat', 'refer', 'defer', 'incomplete', 'adapt', 'suitable')),
  not_before date,
  rule_set_id text not null,
  rule_set_version text not null,
  decision text not null check (decision in ('agree', 'override')),
  reason text not null default '',
  outside_opinion jsonb,
  permits boolean not null,
  signed_by uuid not null,
  signer_name text not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, consultation_id) references consultation (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);
create index suitability_decision_patient on suitability_decision (clinic_id, patient_id, signed_at desc);
call protect('suitability_decision');
call append_only('suitability_decision');

-- A precondition of an adaptation, met and written down by a named person.
create table precondition_met (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  decision_id uuid not null,
  rule text not null,
  text text not null,
  note text not null,
  recorded_by uuid not null,
  recorder_name text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, decision_id) references suitability_decision (clinic_id, id),
  unique (clinic_id, decision_id, rule, text)
);
call protect('precondition_met');
call append_only('precondition_met');

create table consent_text (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('treatment', 'photographs', 'assent')),
  version integer not null,
  language text not null,
  title text not null,
  body text not null,
  fields jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, kind, language, version)
);
call protect('consent_text');
call append_only('consent_text');

create table consent (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  text_id uuid not null,
  kind text not null check (kind in ('treatment', 'photographs', 'assent')),
  text_sha256 text not null,
  language text not null,
  answers jsonb not null,
  purposes text[] not null default '{}',
  signer text not null check (signer in ('patient', 'guardian')),
  guardian_id uuid,
  signer_name text not null,
  signature jsonb not null,
  device_time timestamptz not null,
  signed_at timestamptz not null,
  taken_by uuid,
  content_sha256 text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, text_id) references consent_text (clinic_id, id),
  foreign key (clinic_id, guardian_id) references guardian (clinic_id, id),
  check ((signer = 'guardian') = (guardian_id is not null))
);
create index consent_patient on consent (clinic_id, patient_id, signed_at desc);
call protect('consent');
call append_only('consent');

-- Whole consent, or for photographs one purpose of it.
create table consent_withdrawal (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  consent_id uuid not null,
  purpose text,
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, consent_id) references consent (clinic_id, id)
);
create index consent_withdrawal_consent on consent_withdrawal (clinic_id, consent_id);
call protect('consent_withdrawal');
call append_only('consent_withdrawal');

create table course (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  decision_id uuid not null,
  concerns text[] not null,
  area text not null,
  planned_sessions integer not null check (planned_sessions between 3 and 6),
  gap_min_days integer not null,
  gap_max_days integer not null,
  gap_target_days integer not null,
  state text not null check (state in ('planned', 'under-way', 'completed', 'abandoned')),
  abandoned_reason text,
  depth_plan jsonb not null default '[]',
  maintenance_declined_on date,
  planned_by uuid not null,
  planned_at timestamptz not null,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, decision_id) references suitability_decision (clinic_id, id),
  check (28 <= gap_min_days and gap_min_days <= gap_target_days and gap_target_days <= gap_max_days and gap_max_days <= 400),
  check ((state = 'abandoned') = (abandoned_reason is not null))
);
create unique index course_active on course (clinic_id, patient_id) where state in ('planned', 'under-way');
create index course_patient on course (clinic_id, patient_id, planned_at desc);
call protect('course');
