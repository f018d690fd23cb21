-- The clinic's own rules: changed waits, each signed; reviewed statements; how long tasks may wait and whom to call.

-- One signed change of one wait for everyone; the founding rules with the changes in order are the clinic's set.
create table rule_set_change (
  clinic_id uuid not null,
  id uuid not null,
  ordinal integer not null check (ordinal > 0),
  rule text not null,
  unit text not null check (unit in ('days', 'months')),
  count_before integer not null,
  count_after integer not null check (count_after >= 0),
  reason text not null,
  set_version text not null,
  plans_affected integer not null,
  signed_by uuid not null,
  signer_name text not null,
  signer_registration text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  constraint rule_set_change_ordinal unique (clinic_id, ordinal),
  foreign key (clinic_id) references clinic (clinic_id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);
call protect('rule_set_change');
call append_only('rule_set_change');

-- One change for one person, decided by a prescriber outside and written down by a named clinician.
create table person_rule_change (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  rule text not null,
  unit text not null check (unit in ('days', 'months')),
  count_before integer not null,
  count_after integer not null check (count_after >= 0),
  reason text not null,
  set_version text not null,
  prescriber_name text not null,
  prescriber_registration text not null,
  prescriber_opinion text not null,
  prescribed_on date not null,
  signed_by uuid not null,
  signer_name text not null,
  signer_registration text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  constraint person_rule_change_ordinal unique (clinic_id, patient_id, ordinal),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);
call protect('person_rule_change');
call append_only('person_rule_change');

-- A named clinician has read one statement and its sources as they then stood.
create table statement_review (
  clinic_id uuid not null,
  id uuid not null,
  part text not null,
  statement_id text not null,
  content text not null,
  signed_by uuid not null,
  signer_name text not null,
  signer_registration text not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id) references clinic (clinic_id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);
create index statement_review_statement on statement_review (clinic_id, part, statement_id, signed_at desc);
call protect('statement_review');
call append_only('statement_review');

-- Every version of the clinic's settings; the newest holds.
create table clinic_settings (
  clinic_id uuid not null,
  version integer not null check (version > 0),
  task_minutes jsonb not null default '{}',
  places jsonb not null default '[]',
  aftercare_contact jsonb,
  reason text,
  changed_by uuid not null,
  changer_name text not null,
  changer_registration text,
  changed_at timestamptz not null,
  primary key (clinic_id, version),
  foreign key (clinic_id) references clinic (clinic_id),
  foreign key (clinic_id, changed_by) references staff (clinic_id, id)
);
call protect('clinic_settings');
call append_only('clinic_settings');

-- A plan that a changed rule answers otherwise is looked at again by a practitioner.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('red-flag', 'rule-change'));
