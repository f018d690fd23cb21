-- What treatment needs beside the record itself: weight, the plan by zone, emergency access, a draft that outlives a device.

-- In kilograms, as measured on a day. The newest measurement counts; a wrong one is followed by a right one.
create table body_weight (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  weight_kg numeric(4, 1) not null check (weight_kg between 2 and 400),
  measured_on date not null,
  recorded_by uuid not null,
  recorder_name text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);
create index body_weight_patient on body_weight (clinic_id, patient_id, measured_on desc, recorded_at desc);
call protect('body_weight');
call append_only('body_weight');

-- Who set the depths and passes of a course, and when; the audit keeps what they were before.
alter table course add column depth_planner_name text;
alter table course add column depth_planned_at timestamptz;

-- The plan by zone as it stood when the session began; null where there was none.
alter table session_record add column depth_plan jsonb;

-- Photographs opened in an emergency by somebody who does not treat: with a reason, for a while, never in silence.
create table emergency_access (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  membership_id uuid not null,
  holder_name text not null,
  reason text not null check (length(reason) >= 15),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes')
);
create index emergency_access_open on emergency_access (clinic_id, patient_id, membership_id, ends_at desc);
call protect('emergency_access');
call append_only('emergency_access');

-- What a practitioner typed and has not yet kept, one a patient, so that it goes on at any device.
create table consultation_draft (
  clinic_id uuid not null,
  patient_id uuid not null,
  draft jsonb not null,
  started_from integer not null,
  saved_by uuid not null,
  saver_name text not null,
  saved_at timestamptz not null,
  version integer not null default 1,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, saved_by) references staff (clinic_id, id)
);
call protect('consultation_draft');
