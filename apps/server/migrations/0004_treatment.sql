-- What was done, how it heals, what it changed.

create table session_record (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  course_id uuid not null,
  visit_id uuid not null,
  ordinal integer not null,
  state text not null check (state in ('draft', 'signed')),
  performed_on date not null,
  record jsonb not null,
  screening jsonb not null,
  stopped_early text,
  started_by uuid not null,
  started_at timestamptz not null,
  signed_by uuid,
  signer_name text,
  signed_at timestamptz,
  content_sha256 text,
  version integer not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, visit_id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, course_id) references course (clinic_id, id),
  foreign key (clinic_id, visit_id) references visit (clinic_id, id),
  check ((state = 'signed') = (signed_at is not null and signed_by is not null and content_sha256 is not null))
);
create index session_record_patient on session_record (clinic_id, patient_id, performed_on);
create index session_record_course on session_record (clinic_id, course_id, ordinal);
call protect('session_record');

-- A signed record is locked: what is wrong is amended, both versions kept.
create function lock_signed_session() returns trigger language plpgsql as $$
begin
  if old.state = 'signed' then
    raise exception 'a signed session is locked' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger lock_signed before update or delete on session_record for each row execute function lock_signed_session();

-- The zones of a signed record as rows, for reports and recalls.
create table session_zone (
  clinic_id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  zone text not null,
  depth_mm numeric(4, 2) not null,
  passes integer not null,
  end_point text not null,
  cartridge_lot text not null,
  primary key (clinic_id, session_id, zone),
  foreign key (clinic_id, session_id) references session_record (clinic_id, id)
);
create index session_zone_lot on session_zone (clinic_id, cartridge_lot);
call protect('session_zone');

-- One cartridge unit, one session: the key is the unit.
create table cartridge_use (
  clinic_id uuid not null,
  lot text not null,
  unit text not null,
  session_id uuid not null,
  patient_id uuid not null,
  expires_on date not null,
  primary key (clinic_id, lot, unit),
  foreign key (clinic_id, session_id) references session_record (clinic_id, id)
);
call protect('cartridge_use');

create table session_amendment (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  author_id uuid not null,
  author_name text not null,
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references session_record (clinic_id, id)
);
create index session_amendment_session on session_amendment (clinic_id, session_id, at);
call protect('session_amendment');
call append_only('session_amendment');

create table aftercare (
  clinic_id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  plan jsonb not null,
  created_at timestamptz not null,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, session_id) references session_record (clinic_id, id)
);
call protect('aftercare');

create table check_in (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  day_since_session integer not null,
  due_on date not null,
  answers jsonb,
  outcome jsonb,
  urgency text check (urgency in ('emergency', 'same-day', '24-hours', '48-hours', '1-week', 'expected')),
  answered_at timestamptz,
  answered_by text,
  version integer not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, session_id, day_since_session),
  foreign key (clinic_id, session_id) references session_record (clinic_id, id)
);
create index check_in_patient on check_in (clinic_id, patient_id, due_on);
call protect('check_in');

-- Something a named person must look at before a time.
create table task (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('red-flag')),
  check_in_id uuid,
  urgency text not null,
  summary text not null,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  escalated_at timestamptz,
  acknowledged_by uuid,
  acknowledger_name text,
  acknowledged_at timestamptz,
  note text,
  version integer not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, check_in_id) references check_in (clinic_id, id)
);
create index task_open on task (clinic_id, due_at) where acknowledged_at is null;
call protect('task');

create table photograph (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  consultation_id uuid,
  session_id uuid,
  pose text not null,
  taken_on date not null,
  captured_at timestamptz,
  files jsonb,
  width_px integer,
  height_px integer,
  master_sha256 text,
  conditions jsonb not null default '{}',
  refused_reason text,
  taken_by uuid,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  check ((files is null) = (refused_reason is not null))
);
create index photograph_patient on photograph (clinic_id, patient_id, taken_on);
call protect('photograph');

create table scale_score (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  session_id uuid,
  scale text not null,
  area text not null default '',
  value numeric(8, 3) not null,
  anchor text not null default '',
  rater text not null,
  rated_by uuid,
  recorded_on date not null,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
create index scale_score_patient on scale_score (clinic_id, patient_id, recorded_on);
call protect('scale_score');
